//! A database of its own for each test, served over an in-memory connection.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use autovibe_db::{Clock, Engine, EngineConfig, routes};
use autovibe_proto::db::v1::database_service_client::DatabaseServiceClient;
use autovibe_proto::db::v1::machine_service_client::MachineServiceClient;
use autovibe_proto::db::v1::project_service_client::ProjectServiceClient;
use autovibe_proto::db::v1::template_service_client::TemplateServiceClient;
use autovibe_proto::db::v1::{
    AcquireLeasesRequest, CommitRequest, CommitResponse, Guard, Key, Row, Update, Write, guard, write,
};
use autovibe_proto::v1::{Machine, Project};
use autovibe_proto::{CallerIdentity, CallerRole, Failure, MachineId, ProjectId, failure_of};
use prost::Message;
use tempfile::TempDir;
use tonic::transport::{Channel, Endpoint, Server, Uri};
use tonic::{Request, Status};

/// A clock that only moves when a test says so.
#[derive(Debug)]
pub(crate) struct TestClock(AtomicI64);

impl TestClock {
    pub(crate) fn advance(&self, micros: i64) {
        self.0.fetch_add(micros, Ordering::SeqCst);
    }
}

impl Clock for TestClock {
    fn now_micros(&self) -> i64 {
        self.0.load(Ordering::SeqCst)
    }
}

/// A database of its own.
pub(crate) struct TestDatabase {
    pub(crate) engine: Arc<Engine>,
    pub(crate) clock: Arc<TestClock>,
    pub(crate) folder: TempDir,
}

impl TestDatabase {
    pub(crate) fn open() -> TestDatabase {
        TestDatabase::open_keeping(100_000)
    }

    pub(crate) fn open_keeping(kept_commits: i64) -> TestDatabase {
        let folder = TempDir::new().unwrap();
        let clock = Arc::new(TestClock(AtomicI64::new(1_700_000_000_000_000)));
        let mut config = config(folder.path());
        config.clock = clock.clone();
        config.kept_commits = kept_commits;
        TestDatabase { engine: Arc::new(Engine::open(config).unwrap()), clock, folder }
    }

    /// A connection whose caller has a role, or no identity at all.
    pub(crate) async fn connect(&self, role: Option<CallerRole>) -> Channel {
        let (client, server) = tokio::io::duplex(1 << 20);
        let identity = role.map(|role| CallerIdentity { cluster: "test".into(), role, id: "one".into() });
        let intercept = move |mut request: Request<()>| {
            if let Some(identity) = &identity {
                request.extensions_mut().insert(identity.clone());
            }
            Ok::<_, Status>(request)
        };
        let incoming = futures::stream::once(async move { Ok::<_, std::io::Error>(server) });
        let served = Server::builder()
            .layer(tonic::service::InterceptorLayer::new(intercept))
            .add_routes(routes(self.engine.clone()))
            .serve_with_incoming(incoming);
        tokio::spawn(served);
        let mut client = Some(hyper_util::rt::TokioIo::new(client));
        let connector = tower::service_fn(move |_: Uri| {
            let io = client.take();
            async move { io.ok_or_else(|| std::io::Error::other("connected twice")) }
        });
        Endpoint::from_static("http://database").connect_with_connector(connector).await.unwrap()
    }

    pub(crate) async fn hub(&self) -> Clients {
        Clients::new(self.connect(Some(CallerRole::Hub)).await)
    }
}

pub(crate) fn config(folder: &Path) -> EngineConfig {
    EngineConfig::new(folder.join("data"))
}

/// The clients that most tests need.
#[derive(Clone)]
pub(crate) struct Clients {
    pub(crate) database: DatabaseServiceClient<Channel>,
    pub(crate) machines: MachineServiceClient<Channel>,
    pub(crate) projects: ProjectServiceClient<Channel>,
    pub(crate) templates: TemplateServiceClient<Channel>,
}

impl Clients {
    pub(crate) fn new(channel: Channel) -> Clients {
        Clients {
            database: DatabaseServiceClient::new(channel.clone()),
            machines: MachineServiceClient::new(channel.clone()),
            projects: ProjectServiceClient::new(channel.clone()),
            templates: TemplateServiceClient::new(channel),
        }
    }

    pub(crate) async fn commit(&mut self, writes: Vec<Write>) -> Result<CommitResponse, Failure> {
        self.commit_if(Vec::new(), writes).await
    }

    pub(crate) async fn commit_if(
        &mut self,
        guards: Vec<Guard>,
        writes: Vec<Write>,
    ) -> Result<CommitResponse, Failure> {
        let request = CommitRequest { guards, writes, idempotency_key: String::new() };
        self.database
            .commit(request)
            .await
            .map(tonic::Response::into_inner)
            .map_err(|status| failure_of(&status))
    }

    /// Takes the Lease of a partition without end and gives the guard for it.
    pub(crate) async fn lease(&mut self, partition: i32) -> Vec<Guard> {
        let request = AcquireLeasesRequest {
            owner: "test".into(),
            partitions: vec![partition],
            ..AcquireLeasesRequest::default()
        };
        let tokens = self.database.acquire_leases(request).await.unwrap().into_inner().tokens;
        tokens.into_iter().map(|token| guard_of(guard::Condition::Lease(token))).collect()
    }

    /// Stores a Project with a random name.
    pub(crate) async fn project(&mut self) -> Project {
        let project = new_project();
        self.commit(vec![insert("Project", &project)]).await.unwrap();
        project
    }
}

pub(crate) fn new_project() -> Project {
    let id = ProjectId::generate().into_string();
    Project { name: id.clone(), id, ..Project::default() }
}

pub(crate) fn new_machine(project: &Project) -> Machine {
    let id = MachineId::generate().into_string();
    Machine { project_id: project.id.clone(), name: id.clone(), id, ..Machine::default() }
}

fn full(entity: &str) -> String {
    format!("autovibe.v1.{entity}")
}

pub(crate) fn row(entity: &str, message: &impl Message) -> Row {
    Row { entity: full(entity), value: message.encode_to_vec() }
}

pub(crate) fn key(entity: &str, id: &str) -> Key {
    Key { entity: full(entity), id: id.to_owned() }
}

pub(crate) fn insert(entity: &str, message: &impl Message) -> Write {
    Write { operation: Some(write::Operation::Insert(row(entity, message))) }
}

pub(crate) fn insert_if_absent(entity: &str, message: &impl Message) -> Write {
    Write { operation: Some(write::Operation::InsertIfAbsent(row(entity, message))) }
}

pub(crate) fn update(entity: &str, message: &impl Message, paths: &[&str], revision: i64) -> Write {
    let mask = pbjson_types::FieldMask { paths: paths.iter().map(|&path| path.to_owned()).collect() };
    let update = Update { row: Some(row(entity, message)), mask: Some(mask), revision };
    Write { operation: Some(write::Operation::Update(update)) }
}

pub(crate) fn delete(entity: &str, id: &str) -> Write {
    Write { operation: Some(write::Operation::Delete(key(entity, id))) }
}

pub(crate) fn guard_of(condition: guard::Condition) -> Guard {
    Guard { condition: Some(condition) }
}

/// The failure of a call that must fail.
pub(crate) fn failure<T>(result: Result<tonic::Response<T>, Status>) -> Failure {
    match result {
        Ok(_) => panic!("the call succeeded"),
        Err(status) => failure_of(&status),
    }
}
