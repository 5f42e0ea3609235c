//! A stand-in for a node: keeps power states, remembers calls, and fails when told to.

use std::collections::BTreeMap;
use std::pin::Pin;
use std::sync::{Arc, Mutex};

use autovibe_proto::node::v1::node_service_server::{NodeService, NodeServiceServer};
use autovibe_proto::node::v1::*;
use autovibe_proto::v1::{Capabilities, CheckpointLevel, Image};
use hyper_util::rt::TokioIo;
use tokio_stream::Stream;
use tonic::transport::{Channel, Endpoint, Server};
use tonic::{Request, Response, Status};

pub(crate) const NODE_ID: &str = "nod_01h455vb4pex5vsknk084sn02q";

/// A node in memory.
#[derive(Debug, Clone, Default)]
pub(crate) struct FakeNode {
    state: Arc<Mutex<NodeState>>,
}

#[derive(Debug, Default)]
struct NodeState {
    machines: BTreeMap<String, MachineObservation>,
    checkpoints: BTreeMap<String, CheckpointObservation>,
    calls: Vec<(String, String)>,
    failures: Vec<Status>,
}

impl FakeNode {
    /// A channel to this node over memory pipes.
    pub(crate) fn channel(&self) -> Channel {
        let node = self.clone();
        Endpoint::from_static("http://node").connect_with_connector_lazy(tower::service_fn(move |_| {
            let node = node.clone();
            async move {
                let (near, far) = tokio::io::duplex(1 << 20);
                let pipe = tokio_stream::once(Ok::<_, std::io::Error>(far));
                tokio::spawn(
                    Server::builder().add_service(NodeServiceServer::new(node)).serve_with_incoming(pipe),
                );
                Ok::<_, std::io::Error>(TokioIo::new(near))
            }
        }))
    }

    /// The next command fails like this, before it did anything.
    pub(crate) fn fail_next(&self, status: Status) {
        self.state.lock().unwrap().failures.push(status);
    }

    /// The commands so far: verb and Effect.
    pub(crate) fn calls(&self, verb: &str) -> Vec<String> {
        let state = self.state.lock().unwrap();
        state.calls.iter().filter(|call| call.0 == verb).map(|call| call.1.clone()).collect()
    }

    /// What runs: Machine and incarnation.
    pub(crate) fn running(&self) -> Vec<(String, i64)> {
        let state = self.state.lock().unwrap();
        let running = state.machines.values().filter(|machine| machine.power() == PowerState::Running);
        running.map(|machine| (machine.machine_id.clone(), machine.incarnation)).collect()
    }

    /// A life of a virtual machine turns up that nobody asked for.
    pub(crate) fn appear(&self, machine_id: &str, incarnation: i64) {
        let header =
            CommandHeader { machine_id: machine_id.to_owned(), incarnation, ..CommandHeader::default() };
        self.set(&header, PowerState::Running);
    }

    /// The host halts a virtual machine.
    pub(crate) fn halt(&self, machine_id: &str, detail: &str) {
        let mut state = self.state.lock().unwrap();
        let machine = state.machines.get_mut(machine_id).unwrap();
        machine.set_power(PowerState::Paused);
        detail.clone_into(&mut machine.detail);
    }

    /// A virtual machine dies.
    pub(crate) fn lose(&self, machine_id: &str) {
        let mut state = self.state.lock().unwrap();
        state.machines.get_mut(machine_id).unwrap().set_power(PowerState::Off);
    }

    /// The node loses what it kept of a Checkpoint.
    pub(crate) fn lose_checkpoint(&self, id: &str) {
        assert!(self.state.lock().unwrap().checkpoints.remove(id).is_some());
    }

    /// The node holds something of which nobody knows.
    pub(crate) fn plant_checkpoint(&self, id: &str, machine_id: &str) {
        let seen = CheckpointObservation {
            checkpoint_id: id.to_owned(),
            machine_id: machine_id.to_owned(),
            handle: id.as_bytes().to_vec(),
            ..CheckpointObservation::default()
        };
        self.state.lock().unwrap().checkpoints.insert(id.to_owned(), seen);
    }

    /// The Checkpoints that the node keeps.
    pub(crate) fn checkpoints(&self) -> Vec<String> {
        self.state.lock().unwrap().checkpoints.keys().cloned().collect()
    }

    fn command(&self, verb: &str, header: Option<CommandHeader>) -> Result<CommandHeader, Status> {
        let header = header.unwrap();
        assert!(header.token.is_some(), "every command carries a token");
        let mut state = self.state.lock().unwrap();
        state.calls.push((verb.to_owned(), header.effect_id.clone()));
        match state.failures.pop() {
            Some(status) => Err(status),
            None => Ok(header),
        }
    }

    fn set(&self, header: &CommandHeader, power: PowerState) -> MachineObservation {
        let observation = MachineObservation {
            machine_id: header.machine_id.clone(),
            incarnation: header.incarnation,
            power: power.into(),
            handle: b"handle".to_vec(),
            detail: String::new(),
        };
        self.state.lock().unwrap().machines.insert(header.machine_id.clone(), observation.clone());
        observation
    }

    fn observations(&self) -> Vec<MachineObservation> {
        self.state.lock().unwrap().machines.values().cloned().collect()
    }
}

type Answers<T> = Pin<Box<dyn Stream<Item = Result<T, Status>> + Send>>;

#[tonic::async_trait]
impl NodeService for FakeNode {
    type WatchMachinesStream = Answers<WatchMachinesResponse>;
    type ReadConsoleStream = Answers<ReadConsoleResponse>;

    async fn greet(&self, request: Request<GreetRequest>) -> Result<Response<GreetResponse>, Status> {
        let image = Image { name: "fake".to_owned(), digest: "fa4e".to_owned(), ..Image::default() };
        Ok(Response::new(GreetResponse {
            node_id: NODE_ID.to_owned(),
            name: "fake".to_owned(),
            capabilities: Some(Capabilities::default()),
            machines: self.observations(),
            tokens: request.into_inner().tokens,
            images: vec![image],
        }))
    }

    async fn list_images(
        &self,
        _request: Request<ListImagesRequest>,
    ) -> Result<Response<ListImagesResponse>, Status> {
        Ok(Response::new(ListImagesResponse::default()))
    }

    async fn create_machine(
        &self,
        request: Request<CreateMachineRequest>,
    ) -> Result<Response<CreateMachineResponse>, Status> {
        let request = request.into_inner();
        let header = self.command("create", request.header)?;
        let seed = request.seed.unwrap();
        assert_eq!((&seed.machine_id, seed.incarnation), (&header.machine_id, header.incarnation));
        assert_eq!(request.image_digest, "fa4e");
        Ok(Response::new(CreateMachineResponse { machine: Some(self.set(&header, PowerState::Running)) }))
    }

    async fn fork_machine(
        &self,
        request: Request<ForkMachineRequest>,
    ) -> Result<Response<ForkMachineResponse>, Status> {
        let header = self.command("fork", request.into_inner().header)?;
        let machine = Some(self.set(&header, PowerState::Running));
        Ok(Response::new(ForkMachineResponse { machine, ..ForkMachineResponse::default() }))
    }

    async fn set_power(
        &self,
        request: Request<SetPowerRequest>,
    ) -> Result<Response<SetPowerResponse>, Status> {
        let request = request.into_inner();
        let power = match request.goal() {
            PowerGoal::Running => PowerState::Running,
            PowerGoal::Paused => PowerState::Paused,
            PowerGoal::Off | PowerGoal::Unspecified => PowerState::Off,
        };
        let header = self.command("power", request.header)?;
        Ok(Response::new(SetPowerResponse { machine: Some(self.set(&header, power)) }))
    }

    async fn destroy_machine(
        &self,
        request: Request<DestroyMachineRequest>,
    ) -> Result<Response<DestroyMachineResponse>, Status> {
        let header = self.command("destroy", request.into_inner().header)?;
        self.state.lock().unwrap().machines.remove(&header.machine_id);
        Ok(Response::new(DestroyMachineResponse {}))
    }

    async fn create_checkpoint(
        &self,
        request: Request<CreateCheckpointRequest>,
    ) -> Result<Response<CreateCheckpointResponse>, Status> {
        let request = request.into_inner();
        let header = self.command("checkpoint", request.header)?;
        let seen = CheckpointObservation {
            checkpoint_id: request.checkpoint_id.clone(),
            machine_id: header.machine_id.clone(),
            ..CheckpointObservation::default()
        };
        let power = {
            let mut state = self.state.lock().unwrap();
            state.checkpoints.insert(request.checkpoint_id.clone(), seen);
            state.machines.get(&header.machine_id).map_or(PowerState::Running, MachineObservation::power)
        };
        Ok(Response::new(CreateCheckpointResponse {
            checkpoint_handle: request.checkpoint_id.into_bytes(),
            size_bytes: 10,
            pause_us: 20,
            level: CheckpointLevel::L2Memory.into(),
            machine: Some(self.set(&header, power)),
        }))
    }

    async fn restore_machine(
        &self,
        request: Request<RestoreMachineRequest>,
    ) -> Result<Response<RestoreMachineResponse>, Status> {
        let request = request.into_inner();
        let header = self.command("restore", request.header)?;
        assert_eq!(request.checkpoint_handle, request.checkpoint_id.as_bytes());
        assert!(self.state.lock().unwrap().checkpoints.contains_key(&request.checkpoint_id));
        Ok(Response::new(RestoreMachineResponse { machine: Some(self.set(&header, PowerState::Running)) }))
    }

    async fn delete_checkpoint(
        &self,
        request: Request<DeleteCheckpointRequest>,
    ) -> Result<Response<DeleteCheckpointResponse>, Status> {
        let request = request.into_inner();
        self.command("forget", request.header)?;
        assert_eq!(request.checkpoint_handle, request.checkpoint_id.as_bytes());
        self.state.lock().unwrap().checkpoints.remove(&request.checkpoint_id);
        Ok(Response::new(DeleteCheckpointResponse {}))
    }

    async fn list_checkpoints(
        &self,
        _request: Request<ListCheckpointsRequest>,
    ) -> Result<Response<ListCheckpointsResponse>, Status> {
        let checkpoints = self.state.lock().unwrap().checkpoints.values().cloned().collect();
        Ok(Response::new(ListCheckpointsResponse { checkpoints }))
    }

    async fn verify_checkpoint(
        &self,
        request: Request<VerifyCheckpointRequest>,
    ) -> Result<Response<VerifyCheckpointResponse>, Status> {
        let request = request.into_inner();
        assert_eq!(request.checkpoint_handle, request.checkpoint_id.as_bytes());
        Ok(Response::new(VerifyCheckpointResponse {
            difference: "one byte".to_owned(),
            read_bytes: 10,
            full: true,
        }))
    }

    async fn list_machines(
        &self,
        _request: Request<ListMachinesRequest>,
    ) -> Result<Response<ListMachinesResponse>, Status> {
        Ok(Response::new(ListMachinesResponse { machines: self.observations() }))
    }

    async fn watch_machines(
        &self,
        _request: Request<WatchMachinesRequest>,
    ) -> Result<Response<Self::WatchMachinesStream>, Status> {
        // A look at short intervals stands for the driver's events.
        let node = self.clone();
        let ticks = tokio_stream::wrappers::IntervalStream::new(tokio::time::interval(
            std::time::Duration::from_millis(50),
        ));
        let seen = tokio_stream::StreamExt::map(ticks, move |_| {
            Ok(WatchMachinesResponse { machine: node.observations().into_iter().next() })
        });
        Ok(Response::new(Box::pin(seen)))
    }

    async fn read_console(
        &self,
        _request: Request<ReadConsoleRequest>,
    ) -> Result<Response<Self::ReadConsoleStream>, Status> {
        Err(Status::unimplemented("no console"))
    }

    async fn get_stats(
        &self,
        _request: Request<GetStatsRequest>,
    ) -> Result<Response<GetStatsResponse>, Status> {
        let measured = |seen: &MachineObservation| MachineStats {
            machine_id: seen.machine_id.clone(),
            cpu_time_ms: 5,
            memory_bytes: 6,
            disk_bytes: 7,
        };
        let machines = self.observations().iter().map(measured).collect();
        Ok(Response::new(GetStatsResponse { machines, ..GetStatsResponse::default() }))
    }
}
