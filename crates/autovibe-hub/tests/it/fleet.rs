//! A Hub with a node and guests in memory: what the actors need to run.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use autovibe_hub::api::{ControlConfig, control_router, ensure_admin_token};
use autovibe_hub::database::{CommitBuilder, Entity};
use autovibe_hub::guest::GuestRegistry;
use autovibe_hub::guest_link::{GuestAway, GuestLink};
use autovibe_hub::guest_secret::GuestSecrets;
use autovibe_hub::lease::LeaseMode;
use autovibe_hub::mailbox::NewMessage;
use autovibe_hub::node::NodeLink;
use autovibe_hub::{Hub, HubConfig};
use autovibe_proto::guest::v1::guest_command::Kind as CommandKind;
use autovibe_proto::guest::v1::{GuestCommand, HelloRequest, ReportTurnRequest};
use autovibe_proto::hub::v1::budget_service_client::BudgetServiceClient;
use autovibe_proto::hub::v1::hub_service_client::HubServiceClient;
use autovibe_proto::v1::message_body::Kind;
use autovibe_proto::v1::{
    CheckpointCut, CreateMessage, EffectOutcome, Image, Machine, MachineGoal, MachineState, Project,
    TurnOutcome, TurnResult, WorkspaceSource,
};
use autovibe_proto::{EffectId, HubId, ImageId, MachineId, ProjectId, partition_of};
use object_store::memory::InMemory;
use tokio::sync::broadcast;
use tonic::metadata::{Ascii, MetadataValue};
use tonic::service::Interceptor;
use tonic::service::interceptor::InterceptedService;

use crate::database::MemoryDatabase;
use crate::node::{FakeNode, NODE_ID};

/// Nothing here waits for anything slow.
const LIMIT: Duration = Duration::from_secs(20);

/// Guests that do what they are told at once.
#[derive(Debug)]
pub(crate) struct FakeGuests {
    connected: broadcast::Sender<MachineId>,
    lives: Mutex<HashMap<MachineId, Guest>>,
    /// Effects and kinds in the order of their arrival.
    pub(crate) commands: Mutex<VecDeque<(String, CommandKind)>>,
}

#[derive(Debug, Clone, Default)]
struct Guest {
    incarnation: i64,
    open_turn_id: String,
}

#[async_trait]
impl GuestLink for FakeGuests {
    async fn send(&self, machine: &MachineId, command: GuestCommand) -> Result<(), GuestAway> {
        let kind = command.kind.unwrap();
        let mut lives = self.lives.lock().unwrap();
        let guest = lives.get_mut(machine).ok_or(GuestAway)?;
        assert_eq!(guest.incarnation, command.incarnation);
        if let CommandKind::Prompt(prompt) = &kind {
            guest.open_turn_id.clone_from(&prompt.turn_id);
        }
        self.commands.lock().unwrap().push_back((command.effect_id, kind));
        Ok(())
    }

    fn incarnation(&self, machine: &MachineId) -> Option<i64> {
        self.lives.lock().unwrap().get(machine).map(|guest| guest.incarnation)
    }

    fn connected(&self) -> broadcast::Receiver<MachineId> {
        self.connected.subscribe()
    }
}

/// Names the caller in each call.
#[derive(Debug, Clone)]
pub(crate) struct Bearer(MetadataValue<Ascii>);

impl Interceptor for Bearer {
    fn call(&mut self, mut request: tonic::Request<()>) -> Result<tonic::Request<()>, tonic::Status> {
        request.metadata_mut().insert("authorization", self.0.clone());
        Ok(request)
    }
}

/// A client of the control API.
pub(crate) type AdminClient = HubServiceClient<InterceptedService<axum::Router, Bearer>>;

/// A client of the calls about Budgets.
pub(crate) type BudgetClient = BudgetServiceClient<InterceptedService<axum::Router, Bearer>>;

/// A Hub, its node and its guests.
pub(crate) struct Fleet {
    pub(crate) hub: Arc<Hub>,
    pub(crate) node: FakeNode,
    pub(crate) guests: Arc<FakeGuests>,
    pub(crate) database: MemoryDatabase,
    pub(crate) project_id: ProjectId,
    secret: Arc<Mutex<String>>,
}

impl Fleet {
    pub(crate) async fn start() -> Fleet {
        let database = MemoryDatabase::new();
        let node = FakeNode::default();
        let hub = start_hub(&database, &node, &guests()).await;
        hub.shutdown().await;
        let project_id = ProjectId::generate();
        let project = Project { id: project_id.to_string(), name: "test".to_owned(), ..Project::default() };
        hub.commit(CommitBuilder::new().insert(&project)).await.unwrap();
        Fleet::over(database, node, project_id, Arc::default()).await
    }

    /// A new Hub process over what a former one left.
    pub(crate) async fn restart(self) -> Fleet {
        self.hub.shutdown().await;
        Fleet::over(self.database, self.node, self.project_id, self.secret).await
    }

    async fn over(
        database: MemoryDatabase,
        node: FakeNode,
        project_id: ProjectId,
        secret: Arc<Mutex<String>>,
    ) -> Fleet {
        let guests = guests();
        let hub = start_hub(&database, &node, &guests).await;
        let image = ImageId::derive(&["fa4e"]);
        let fleet = Fleet { hub, node, guests, database, project_id, secret };
        fleet.wait_for::<Image>(image.as_str(), |image| image.is_some()).await;
        fleet
    }

    /// A client of the control API that may do everything.
    pub(crate) async fn client(&self) -> AdminClient {
        let (router, bearer) = self.control().await;
        HubServiceClient::with_interceptor(router, bearer)
    }

    /// A client of the calls about Budgets that may do everything.
    pub(crate) async fn budgets(&self) -> BudgetClient {
        let (router, bearer) = self.control().await;
        BudgetServiceClient::with_interceptor(router, bearer)
    }

    /// The control API, and the first token; it is made once and outlives its Hub.
    pub(crate) async fn control(&self) -> (axum::Router, Bearer) {
        let keep = Arc::clone(&self.secret);
        let made = ensure_admin_token(self.hub.database(), move |secret| {
            secret.clone_into(&mut keep.lock().unwrap());
            Ok(())
        });
        made.await.unwrap();
        let bearer = format!("Bearer {}", self.secret.lock().unwrap()).parse().unwrap();
        let config = ControlConfig {
            hub: self.hub.clone(),
            guests: GuestRegistry::new(),
            model_provider: "scripted".to_owned(),
        };
        (control_router(config), Bearer(bearer))
    }

    /// Makes a Machine and waits until its guest has greeted.
    pub(crate) async fn machine(&self, name: &str) -> MachineId {
        let id = self.ask_for_machine(name).await;
        self.greet(&id).await;
        self.wait_for_state(&id, MachineState::Ready).await;
        id
    }

    pub(crate) async fn ask_for_machine(&self, name: &str) -> MachineId {
        let id = MachineId::generate();
        let row = Machine {
            id: id.to_string(),
            project_id: self.project_id.to_string(),
            name: name.to_owned(),
            image_id: ImageId::derive(&["fa4e"]).into_string(),
            coding_agent: "claude-code".to_owned(),
            node_id: NODE_ID.to_owned(),
            partition: partition_of(&id),
            state: MachineState::Pending.into(),
            goal: MachineGoal::Running.into(),
            ..Machine::default()
        };
        let (message, entry) =
            NewMessage::new(id.clone(), "user/tok_a", Kind::Create(CreateMessage::default()))
                .rows(&self.project_id, 0);
        let commit = CommitBuilder::new().insert(&row).insert(&message).insert(&entry);
        self.hub.commit(commit).await.unwrap();
        id
    }

    /// Gives the Project a repository, as an upload would.
    pub(crate) async fn put_source(&self, source: WorkspaceSource) {
        let project = Project { id: self.project_id.to_string(), source: Some(source), ..Project::default() };
        self.hub.commit(CommitBuilder::new().update(&project, &["source"])).await.unwrap();
    }

    /// Waits until the node runs the Machine's present life, then lets its guest greet.
    ///
    /// Returns the Turn that the guest was told to continue.
    pub(crate) async fn greet(&self, id: &MachineId) -> Option<String> {
        let running = |machine: Option<&Machine>| {
            machine.is_some_and(|machine| {
                self.node.running().contains(&(machine.id.clone(), machine.incarnation))
            })
        };
        let machine = self.wait_for::<Machine>(id.as_str(), running).await.unwrap();
        let former = self.guests.lives.lock().unwrap().get(id).cloned().unwrap_or_default();
        let hello = HelloRequest {
            incarnation: former.incarnation,
            open_turn_id: former.open_turn_id,
            guest_version: "1".to_owned(),
            ..HelloRequest::default()
        };
        let greeting = self.hub.guest_greeted(id, machine.incarnation, &hello).await.unwrap();
        let open_turn_id = greeting.turn_id.clone().unwrap_or(hello.open_turn_id);
        let guest = Guest { incarnation: machine.incarnation, open_turn_id };
        self.guests.lives.lock().unwrap().insert(id.clone(), guest);
        let _ = self.guests.connected.send(id.clone());
        greeting.turn_id
    }

    /// Waits for the next command to a guest and says that it was carried out.
    pub(crate) async fn obey(&self, id: &MachineId) -> CommandKind {
        let (effect_id, kind) = self.next_command().await;
        let turn_id = self.guests.lives.lock().unwrap()[id].open_turn_id.clone();
        let cut = CheckpointCut {
            turn_id: Some(turn_id).filter(|turn| !turn.is_empty()),
            ..CheckpointCut::default()
        };
        let outcome =
            EffectOutcome { cut: Some(cut), handle: b"forged".to_vec(), ..EffectOutcome::default() };
        let effect: EffectId = effect_id.parse().unwrap();
        self.hub.effect_done(id, &effect, outcome).await.unwrap();
        kind
    }

    pub(crate) async fn next_command(&self) -> (String, CommandKind) {
        let found = tokio::time::timeout(LIMIT, async {
            loop {
                let command = self.guests.commands.lock().unwrap().pop_front();
                if let Some(command) = command {
                    return command;
                }
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        });
        found.await.expect("a guest gets a command")
    }

    /// The guest ends its Turn.
    pub(crate) async fn end_turn(&self, id: &MachineId, turn_id: &str) {
        let incarnation = {
            let mut lives = self.guests.lives.lock().unwrap();
            let guest = lives.get_mut(id).unwrap();
            guest.open_turn_id.clear();
            guest.incarnation
        };
        let result =
            TurnResult { outcome: TurnOutcome::Ok.into(), text: "done".to_owned(), ..TurnResult::default() };
        let report = ReportTurnRequest {
            turn_id: turn_id.to_owned(),
            result: Some(result),
            ..ReportTurnRequest::default()
        };
        self.hub.turn_ended(id, incarnation, &report).await.unwrap();
        self.hub.turn_ended(id, incarnation, &report).await.unwrap();
    }

    pub(crate) async fn wait_for_state(&self, id: &MachineId, state: MachineState) -> Machine {
        let reached = |machine: Option<&Machine>| machine.is_some_and(|machine| machine.state() == state);
        self.wait_for::<Machine>(id.as_str(), reached).await.unwrap()
    }

    /// Waits until a row is as wanted.
    pub(crate) async fn wait_for<E: Entity>(
        &self,
        id: &str,
        wanted: impl Fn(Option<&E>) -> bool,
    ) -> Option<E> {
        let deadline = tokio::time::Instant::now() + LIMIT;
        loop {
            let row = self.hub.database().get::<E>(id).await.unwrap();
            if wanted(row.as_ref()) {
                return row;
            }
            assert!(tokio::time::Instant::now() < deadline, "{id} did not become as wanted: {row:?}");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }
}

fn guests() -> Arc<FakeGuests> {
    Arc::new(FakeGuests {
        connected: broadcast::channel(64).0,
        lives: Mutex::default(),
        commands: Mutex::default(),
    })
}

async fn start_hub(database: &MemoryDatabase, node: &FakeNode, guests: &Arc<FakeGuests>) -> Arc<Hub> {
    let config = HubConfig {
        hub_id: HubId::generate(),
        name: "test".to_owned(),
        address: String::new(),
        database: database.channel(),
        nodes: vec![NodeLink { name: "fake".to_owned(), channel: node.channel() }],
        guest_secrets: GuestSecrets::new([7; 32]),
        guest_link: guests.clone(),
        ca_certificate: Vec::new(),
        hub_name: "hub.test".to_owned(),
        guest_hub_address: "10.0.2.100:8443".to_owned(),
        lease: LeaseMode::Embedded,
        blobs: Arc::new(InMemory::new()),
        secrets: autovibe_hub::secret::SecretVault::with_key([9; 32], None),
        guest_authorities: String::new(),
        blob_grace: Duration::from_secs(24 * 3600),
    };
    Hub::start(config).await.unwrap()
}
