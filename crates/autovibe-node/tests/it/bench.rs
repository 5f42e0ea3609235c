//! One node with its hypervisor, its Hub side and a client.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use autovibe_hypervisor::fake::{FakeConfig, FakeHypervisor};
use autovibe_node::{GuestStream, GuestUplink, NodeConfig, NodeServer};
use autovibe_proto::node::v1::node_service_client::NodeServiceClient;
use autovibe_proto::node::v1::{
    CommandHeader, CreateCheckpointRequest, CreateCheckpointResponse, CreateMachineRequest,
    CreateMachineResponse, DestroyMachineRequest, DestroyMachineResponse, ForkMachineRequest, GuestSeed,
    PowerGoal, RestoreMachineRequest, SetPowerRequest,
};
use autovibe_proto::v1::{LeaseToken, MachineSpec};
use autovibe_proto::{CallerIdentity, CheckpointId, EffectId, Failure, MachineId, partition_of};
use hyper_util::rt::TokioIo;
use tokio::io::DuplexStream;
use tokio::sync::{Mutex, mpsc};
use tonic::Status;
use tonic::transport::{Channel, Endpoint, Server};

/// Accepts what the node splices.
#[derive(Debug)]
pub(crate) struct HubSide {
    arrivals: mpsc::Sender<DuplexStream>,
}

#[async_trait]
impl GuestUplink for HubSide {
    async fn connect(&self) -> io::Result<Box<dyn GuestStream>> {
        let (node, hub) = tokio::io::duplex(64 << 10);
        self.arrivals.send(hub).await.map_err(|_| io::Error::from(io::ErrorKind::ConnectionRefused))?;
        Ok(Box::new(node))
    }
}

pub(crate) struct Bench {
    pub(crate) hypervisor: Arc<FakeHypervisor>,
    pub(crate) node: NodeServer,
    pub(crate) client: NodeServiceClient<Channel>,
    pub(crate) arrivals: Mutex<mpsc::Receiver<DuplexStream>>,
    pub(crate) epoch: i64,
    pub(crate) folder: tempfile::TempDir,
}

/// Serves a node in memory to callers with an identity.
pub(crate) fn connect(node: &NodeServer, identity: Option<&str>) -> NodeServiceClient<Channel> {
    let identity: Option<CallerIdentity> = identity.map(|text| text.parse().unwrap());
    let (client, server) = tokio::io::duplex(64 << 10);
    let routes = node.routes();
    tokio::spawn(async move {
        let incoming = tokio_stream::once(Ok::<_, io::Error>(server));
        let intercept = tonic::service::InterceptorLayer::new(move |mut request: tonic::Request<()>| {
            if let Some(identity) = &identity {
                request.extensions_mut().insert(identity.clone());
            }
            Ok::<_, Status>(request)
        });
        Server::builder().layer(intercept).add_routes(routes).serve_with_incoming(incoming).await
    });
    let mut client = Some(client);
    let connector = tower::service_fn(move |_| {
        let io =
            client.take().map(TokioIo::new).ok_or_else(|| io::Error::from(io::ErrorKind::ConnectionRefused));
        async move { io }
    });
    NodeServiceClient::new(Endpoint::from_static("http://node").connect_with_connector_lazy(connector))
}

impl Bench {
    pub(crate) async fn new() -> Bench {
        Bench::with(|_| {}).await
    }

    pub(crate) async fn with(change: impl FnOnce(&mut FakeConfig)) -> Bench {
        let folder = tempfile::tempdir().unwrap();
        let mut config = FakeConfig::new(folder.path().join("machines"));
        change(&mut config);
        let hypervisor = FakeHypervisor::new(config);
        let (node, arrivals) = start(&hypervisor, folder.path()).await;
        let client = connect(&node, Some("autovibe://test/hub/h1"));
        Bench { hypervisor, node, client, arrivals: Mutex::new(arrivals), epoch: 1, folder }
    }

    /// Ends the node and starts another one on the same folder; Machines go on.
    pub(crate) async fn restart(self) -> Bench {
        self.node.shutdown().await;
        let (node, arrivals) = start(&self.hypervisor, self.folder.path()).await;
        let client = connect(&node, Some("autovibe://test/hub/h1"));
        Bench { node, client, arrivals: Mutex::new(arrivals), ..self }
    }

    pub(crate) fn header(&self, machine: &MachineId, incarnation: i64) -> CommandHeader {
        CommandHeader {
            token: Some(LeaseToken {
                partition: partition_of(machine),
                epoch: self.epoch,
                owner: "h1".to_owned(),
            }),
            effect_id: EffectId::generate().into_string(),
            machine_id: machine.to_string(),
            incarnation,
        }
    }

    pub(crate) fn create(&self, machine: &MachineId, incarnation: i64) -> CreateMachineRequest {
        CreateMachineRequest {
            header: Some(self.header(machine, incarnation)),
            image_digest: FakeConfig::IMAGE_DIGEST.to_owned(),
            spec: Some(MachineSpec { vcpu_count: 1, memory_bytes: 1 << 28, ..MachineSpec::default() }),
            seed: Some(seed(machine, incarnation)),
            guest_ticket: ticket(incarnation),
        }
    }

    pub(crate) fn restore(
        &self,
        machine: &MachineId,
        incarnation: i64,
        checkpoint: &CheckpointId,
        handle: &[u8],
    ) -> RestoreMachineRequest {
        RestoreMachineRequest {
            header: Some(self.header(machine, incarnation)),
            checkpoint_id: checkpoint.to_string(),
            checkpoint_handle: handle.to_vec(),
            seed: Some(seed(machine, incarnation)),
            guest_ticket: ticket(incarnation),
        }
    }

    pub(crate) fn fork(
        &self,
        child: &MachineId,
        checkpoint: &CheckpointId,
        handle: &[u8],
    ) -> ForkMachineRequest {
        ForkMachineRequest {
            header: Some(self.header(child, 1)),
            checkpoint_id: checkpoint.to_string(),
            checkpoint_handle: handle.to_vec(),
            seed: Some(seed(child, 1)),
            guest_ticket: ticket(1),
        }
    }

    pub(crate) fn power(&self, machine: &MachineId, incarnation: i64, goal: PowerGoal) -> SetPowerRequest {
        SetPowerRequest {
            header: Some(self.header(machine, incarnation)),
            goal: goal as i32,
            grace_ms: 0,
            ..SetPowerRequest::default()
        }
    }

    pub(crate) async fn call_create(
        &self,
        request: CreateMachineRequest,
    ) -> Result<CreateMachineResponse, Failure> {
        Ok(self.client.clone().create_machine(request).await?.into_inner())
    }

    pub(crate) async fn created(&self) -> MachineId {
        let machine = MachineId::generate();
        self.call_create(self.create(&machine, 1)).await.unwrap();
        machine
    }

    pub(crate) async fn checkpoint(&self, machine: &MachineId) -> (CheckpointId, CreateCheckpointResponse) {
        let checkpoint = CheckpointId::generate();
        let header = Some(self.header(machine, 1));
        let request = CreateCheckpointRequest { header, checkpoint_id: checkpoint.to_string() };
        (checkpoint, self.client.clone().create_checkpoint(request).await.unwrap().into_inner())
    }

    pub(crate) async fn destroy(
        &self,
        machine: &MachineId,
        incarnation: i64,
    ) -> Result<DestroyMachineResponse, Failure> {
        let header = Some(self.header(machine, incarnation));
        Ok(self.client.clone().destroy_machine(DestroyMachineRequest { header }).await?.into_inner())
    }

    /// The next connection that reaches the Hub.
    pub(crate) async fn arrival(&self) -> DuplexStream {
        let mut arrivals = self.arrivals.lock().await;
        within(arrivals.recv()).await.expect("the node runs")
    }
}

async fn start(
    hypervisor: &Arc<FakeHypervisor>,
    folder: &std::path::Path,
) -> (NodeServer, mpsc::Receiver<DuplexStream>) {
    let (sender, arrivals) = mpsc::channel(100);
    let config = config(hypervisor, folder, sender);
    (NodeServer::start(config).await.unwrap(), arrivals)
}

pub(crate) fn config(
    hypervisor: &Arc<FakeHypervisor>,
    folder: &std::path::Path,
    arrivals: mpsc::Sender<DuplexStream>,
) -> NodeConfig {
    NodeConfig {
        folder: folder.join("node"),
        name: "box".to_owned(),
        driver: hypervisor.driver(),
        hub_guest: Arc::new(HubSide { arrivals }),
    }
}

pub(crate) fn seed(machine: &MachineId, incarnation: i64) -> GuestSeed {
    GuestSeed { machine_id: machine.to_string(), incarnation, ..GuestSeed::default() }
}

pub(crate) fn ticket(incarnation: i64) -> String {
    format!("ticket-{incarnation}")
}

/// Fails instead of hanging.
pub(crate) async fn within<T>(future: impl Future<Output = T>) -> T {
    tokio::time::timeout(Duration::from_secs(10), future).await.expect("it takes too long")
}
