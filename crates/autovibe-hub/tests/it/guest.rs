//! The guest endpoint over a memory pipe with real TLS: who gets in, and what a guest can do.

use std::sync::Arc;
use std::time::Duration;

use autovibe_hub::database::{CommitBuilder, Page};
use autovibe_hub::gateway::{Gateway, GatewayConfig, ModelCaller, Usage, UsageSink};
use autovibe_hub::guest::{GuestConnectionError, GuestServer};
use autovibe_hub::guest_link::GuestLink as _;
use autovibe_proto::guest::v1::stream_frame::Kind;
use autovibe_proto::guest::v1::{GuestCommand, StreamFrame};
use autovibe_proto::v1::{AgentEvent, Machine, MachineActor, MachineGoal, MachineState, Project};
use autovibe_proto::{MachineId, ProjectId};
use axum::body::Body;
use http::Request;
use http_body_util::BodyExt as _;
use hyper::client::conn::http2::SendRequest;
use hyper_util::rt::{TokioExecutor, TokioIo};
use rustls::pki_types::{PrivateKeyDer, ServerName};
use rustls::{ClientConfig, RootCertStore, ServerConfig};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, DuplexStream};
use tokio_rustls::TlsConnector;

use crate::hub::TestHub;

#[derive(Debug)]
struct NoSink;

impl UsageSink for NoSink {
    fn record(&self, _caller: &ModelCaller, _usage: Usage) {}
}

/// A Hub with a guest endpoint, and one Machine whose actor has nothing to do.
pub(crate) struct Endpoint {
    pub(crate) test: TestHub,
    pub(crate) server: GuestServer,
    tls: Arc<ClientConfig>,
    pub(crate) machine_id: MachineId,
    pub(crate) project_id: String,
}

impl Endpoint {
    pub(crate) async fn start() -> Endpoint {
        let test = TestHub::start().await.with_node().await;
        let key = rcgen::generate_simple_self_signed(vec!["hub.test".to_owned()]).unwrap();
        let certificate = key.cert.der().clone();
        let private = PrivateKeyDer::try_from(key.signing_key.serialize_der()).unwrap();
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let mut server = ServerConfig::builder_with_provider(provider.clone())
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![certificate.clone()], private)
            .unwrap();
        server.alpn_protocols = vec![b"h2".to_vec()];
        let mut roots = RootCertStore::empty();
        roots.add(certificate).unwrap();
        let mut client = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_root_certificates(roots)
            .with_no_client_auth();
        client.alpn_protocols = vec![b"h2".to_vec()];
        let gateway = Arc::new(Gateway::new(GatewayConfig::scripted(), Arc::new(NoSink)).unwrap());
        let server = GuestServer::new(test.hub.clone(), test.guests.clone(), Arc::new(server), gateway);
        let project = Project {
            id: ProjectId::generate().into_string(),
            name: "shop".to_owned(),
            ..Project::default()
        };
        test.hub.commit(CommitBuilder::new().insert(&project)).await.unwrap();
        let machine_id = MachineId::generate();
        let endpoint = Endpoint { test, server, tls: Arc::new(client), machine_id, project_id: project.id };
        endpoint.put_machine(&endpoint.machine_id, "worker", 2).await;
        endpoint
    }

    /// Puts a Machine on record whose guest has greeted, so that its actor is not needed.
    pub(crate) async fn put_machine(&self, id: &MachineId, name: &str, incarnation: i64) {
        let actor = MachineActor { greeted_incarnation: incarnation, ..MachineActor::default() };
        let machine = Machine {
            id: id.to_string(),
            project_id: self.project_id.clone(),
            name: name.to_owned(),
            coding_agent: "claude-code".to_owned(),
            state: MachineState::Ready.into(),
            goal: MachineGoal::Running.into(),
            incarnation,
            actor: Some(actor),
            ..Machine::default()
        };
        self.test.hub.commit(CommitBuilder::new().insert(&machine)).await.unwrap();
    }

    async fn set_incarnation(&self, incarnation: i64) {
        let machine = Machine { id: self.machine_id.to_string(), incarnation, ..Machine::default() };
        let commit = CommitBuilder::new().lease(self.test.hub.leases().token(0).unwrap());
        self.test.hub.commit(commit.update(&machine, &["incarnation"])).await.unwrap();
    }

    fn open(&self) -> (DuplexStream, tokio::task::JoinHandle<Result<(), GuestConnectionError>>) {
        let (near, far) = tokio::io::duplex(1 << 20);
        let server = self.server.clone();
        (near, tokio::spawn(async move { server.serve_connection(far).await }))
    }

    fn preamble(&self, incarnation: i64) -> String {
        let ticket = self.test.hub.guest_secrets().ticket(&self.machine_id, incarnation);
        format!("AVG1 {} {incarnation} {ticket}\n", self.machine_id)
    }

    async fn connect(&self, incarnation: i64) -> Guest {
        let (mut io, serving) = self.open();
        io.write_all(self.preamble(incarnation).as_bytes()).await.unwrap();
        let name = ServerName::try_from("hub.test").unwrap();
        let tls = TlsConnector::from(self.tls.clone()).connect(name, io).await.unwrap();
        let (sender, connection) =
            hyper::client::conn::http2::handshake(TokioExecutor::new(), TokioIo::new(tls)).await.unwrap();
        tokio::spawn(connection);
        Guest { sender, token: String::new(), serving }
    }

    pub(crate) async fn greeted(&self) -> Guest {
        let mut guest = self.connect(2).await;
        let secret = self.test.hub.guest_secrets().bootstrap(&self.machine_id, 2);
        let (status, hello) = guest.post("hello", &json!({"bootstrapSecret": secret})).await;
        assert_eq!(status, 200, "{hello}");
        guest.token = hello["token"].as_str().unwrap().to_owned();
        guest
    }
}

/// A guest at the other end of a connection.
pub(crate) struct Guest {
    pub(crate) sender: SendRequest<Body>,
    pub(crate) token: String,
    serving: tokio::task::JoinHandle<Result<(), GuestConnectionError>>,
}

impl Guest {
    pub(crate) async fn call(
        &mut self,
        method: &str,
        path: &str,
        body: Body,
    ) -> http::Response<hyper::body::Incoming> {
        let mut request = Request::builder()
            .method(method)
            .uri(format!("https://hub.test{path}"))
            .header("content-type", "application/json");
        if !self.token.is_empty() {
            request = request.header("authorization", format!("Bearer {}", self.token));
        }
        self.sender.send_request(request.body(body).unwrap()).await.unwrap()
    }

    async fn post(&mut self, path: &str, body: &Value) -> (u16, Value) {
        let response = self.call("POST", &format!("/guest/v1/{path}"), Body::from(body.to_string())).await;
        let status = response.status().as_u16();
        let bytes = response.into_body().collect().await.unwrap().to_bytes();
        (status, serde_json::from_slice(&bytes).unwrap_or(Value::Null))
    }
}

#[tokio::test]
async fn a_connection_without_a_true_preamble_is_refused() {
    let endpoint = Endpoint::start().await;
    let forged = format!("AVG1 {} 2 {}\n", endpoint.machine_id, "0".repeat(64));
    let other = MachineId::generate();
    let unknown = format!("AVG1 {other} 1 {}\n", endpoint.test.hub.guest_secrets().ticket(&other, 1));
    for (line, is_preamble) in [
        ("GET / HTTP/1.1\n".to_owned(), true),
        ("x".repeat(400), true),
        (forged, false),
        (unknown, false),
        (endpoint.preamble(1), false),
        (endpoint.preamble(3), false),
    ] {
        let (mut io, serving) = endpoint.open();
        io.write_all(line.as_bytes()).await.unwrap();
        let refused = serving.await.unwrap().unwrap_err();
        match refused {
            GuestConnectionError::Preamble(_) => assert!(is_preamble, "{line}"),
            GuestConnectionError::Ticket(_) => assert!(!is_preamble, "{line}"),
            other => panic!("{line}: {other}"),
        }
        assert_eq!(io.read(&mut [0; 16]).await.unwrap(), 0, "the connection is closed without a word");
    }
}

#[tokio::test]
async fn a_guest_greets_with_its_secret_and_then_calls_with_its_token() {
    let endpoint = Endpoint::start().await;
    let mut guest = endpoint.connect(2).await;
    assert_eq!(guest.post("heartbeat", &json!({})).await.0, 401, "not before the greeting");
    assert_eq!(guest.post("hello", &json!({"bootstrapSecret": "wrong"})).await.0, 401);
    let secret = endpoint.test.hub.guest_secrets().bootstrap(&endpoint.machine_id, 2);
    let (status, hello) = guest.post("hello", &json!({"bootstrapSecret": secret})).await;
    assert_eq!(status, 200, "{hello}");
    assert_eq!(hello["machineId"], endpoint.machine_id.as_str());
    assert_eq!((&hello["incarnation"], &hello["machineName"]), (&json!("2"), &json!("worker")));
    assert_eq!(hello["entropy"].as_str().unwrap().len(), 44);
    assert_eq!(guest.post("heartbeat", &json!({})).await.0, 401, "the token is needed");
    assert_eq!(
        guest.post("hello", &json!({"bootstrapSecret": secret})).await.0,
        200,
        "the answer may be lost"
    );
    guest.token = hello["token"].as_str().unwrap().to_owned();
    assert_eq!(guest.post("heartbeat", &json!({"memoryUsedBytes": "5"})).await.0, 200);
    assert_eq!(guest.post("hello", &json!({"bootstrapSecret": secret})).await.0, 401, "spent by the token");
    assert_eq!(guest.call("GET", "/v1/status", Body::empty()).await.status(), 404);
    let token = guest.token.clone();
    let known = json!({"token": token, "incarnation": "2"});
    assert_eq!(endpoint.connect(2).await.post("hello", &known).await.0, 200);
}

#[tokio::test]
async fn a_life_ends_with_its_incarnation_and_the_next_one_needs_a_former_token() {
    let endpoint = Endpoint::start().await;
    let mut old = endpoint.greeted().await;
    endpoint.set_incarnation(3).await;
    let ended = tokio::time::timeout(Duration::from_secs(10), async {
        while !old.serving.is_finished() {
            let request = Request::builder().method("POST").uri("https://hub.test/guest/v1/heartbeat");
            let request = request.header("content-type", "application/json");
            let request = request.header("authorization", format!("Bearer {}", old.token));
            let _ = old.sender.send_request(request.body(Body::from("{}")).unwrap()).await;
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    });
    ended.await.expect("the connection of the old life ends");
    let mut new = endpoint.connect(3).await;
    let stranger = endpoint.test.hub.guest_secrets().token(&MachineId::generate(), 2);
    assert_eq!(new.post("hello", &json!({"token": stranger, "incarnation": "2"})).await.0, 401);
    let (status, hello) = new.post("hello", &json!({"token": old.token, "incarnation": "2"})).await;
    assert_eq!((status, &hello["incarnation"]), (200, &json!("3")), "{hello}");
}

#[tokio::test]
async fn events_are_stored_once_and_counted() {
    let endpoint = Endpoint::start().await;
    let mut guest = endpoint.greeted().await;
    let events = |from: i64, to: i64| {
        let events: Vec<_> = (from..=to)
            .map(|sequence| json!({"sequence": sequence, "machineId": "mch_x", "body": {"text": {"text": "hi"}}}))
            .collect();
        json!({ "events": events })
    };
    assert_eq!(guest.post("agent-events", &events(1, 3)).await.0, 200);
    assert_eq!(guest.post("agent-events", &events(2, 5)).await.0, 200);
    let filter = format!("machine_id = \"{}\"", endpoint.machine_id);
    let stored =
        endpoint.test.hub.database().list::<AgentEvent>(&filter, "number", Page::first(100)).await.unwrap();
    let sequences: Vec<_> = stored.rows.iter().map(|event| event.sequence).collect();
    assert_eq!(sequences, [1, 2, 3, 4, 5]);
    assert_eq!(guest.post("agent-events", &events(6, 6 + 256)).await.1["reason"], "BATCH_TOO_LARGE");
    let deep = format!("{}{}", "[".repeat(200), "]".repeat(200));
    let response = guest.call("POST", "/guest/v1/agent-events", Body::from(deep)).await;
    assert_eq!(response.status(), 400);
    let mut again = endpoint.connect(2).await;
    let (_, hello) = again.post("hello", &json!({"token": guest.token, "incarnation": "2"})).await;
    assert_eq!(hello["storedSequence"], "5");
}

#[tokio::test]
async fn commands_reach_the_newest_connection() {
    let endpoint = Endpoint::start().await;
    let mut guest = endpoint.greeted().await;
    let guests = endpoint.test.guests.clone();
    let mut connected = guests.connected();
    assert_eq!(guests.incarnation(&endpoint.machine_id), None);
    let mut commands = guest.call("GET", "/guest/v1/commands", Body::empty()).await.into_body();
    assert_eq!(connected.recv().await.unwrap(), endpoint.machine_id);
    assert_eq!(guests.incarnation(&endpoint.machine_id), Some(2));
    let command = GuestCommand { effect_id: "eff_1".to_owned(), incarnation: 2, kind: None };
    guests.send(&endpoint.machine_id, command).await.unwrap();
    let line = commands.frame().await.unwrap().unwrap().into_data().unwrap();
    let line = String::from_utf8(line.to_vec()).unwrap();
    assert!(line.starts_with("data: {") && line.contains("eff_1") && line.ends_with("\n\n"), "{line:?}");
    let mut newer = endpoint.connect(2).await;
    let hello = json!({"token": guest.token, "incarnation": "2"});
    assert_eq!(newer.post("hello", &hello).await.0, 200);
    let ended = tokio::time::timeout(Duration::from_secs(5), guest.serving).await;
    assert!(ended.is_ok(), "the former connection ends");
    assert_eq!(guests.incarnation(&endpoint.machine_id), None);
}

#[tokio::test]
async fn the_model_is_reached_with_the_token_only() {
    let endpoint = Endpoint::start().await;
    let mut guest = endpoint.connect(2).await;
    let body =
        json!({"model": "m", "max_tokens": 64, "messages": [{"role": "user", "content": "hi"}]}).to_string();
    let refused = guest.call("POST", "/model/v1/messages", Body::from(body.clone())).await;
    assert_eq!(refused.status(), 401);
    let mut guest = endpoint.greeted().await;
    let answered = guest.call("POST", "/model/v1/messages", Body::from(body)).await;
    assert_eq!(answered.status(), 200);
    let bytes = answered.into_body().collect().await.unwrap().to_bytes();
    assert_eq!(serde_json::from_slice::<Value>(&bytes).unwrap()["type"], "message");
}

#[tokio::test]
async fn a_machine_reaches_its_own_project_only() {
    let endpoint = Endpoint::start().await;
    let mut guest = endpoint.greeted().await;
    endpoint.put_machine(&MachineId::generate(), "peer", 1).await;
    let tell = json!({"machine": "peer", "text": "look at this", "key": "k1"});
    let (status, told) = guest.post("messages", &tell).await;
    assert_eq!(status, 200, "{told}");
    assert_eq!(guest.post("messages", &tell).await.1, told, "the same key is delivered once");
    let test = &endpoint.test;
    test.rest("POST", "/v1/projects", r#"{"name": "other"}"#).await;
    let (status, foreign) = test.rest("POST", "/v1/machines", r#"{"project": "other", "name": "far"}"#).await;
    assert_eq!(status, 200, "{foreign}");
    for name in ["far", "other/far", foreign["id"].as_str().unwrap()] {
        assert_eq!(guest.post("messages", &json!({"machine": name, "text": "hi"})).await.0, 404, "{name}");
    }
    let path = format!("/guest/v1/turns/{}?wait_ms=1", told["turnId"].as_str().unwrap());
    assert_eq!(guest.call("GET", &path, Body::empty()).await.status(), 200);
}

#[tokio::test]
async fn a_stream_is_bridged_between_caller_and_guest() {
    use autovibe_proto::guest::v1::{ExecOpen, StreamEnd, StreamOpen, StreamOpenRequest, stream_open};
    use autovibe_proto::hub::v1::hub_service_client::HubServiceClient;
    use prost::Message as _;
    let endpoint = Endpoint::start().await;
    let mut guest = endpoint.greeted().await;
    let mut commands = guest.call("GET", "/guest/v1/commands", Body::empty()).await.into_body();
    let exec = StreamOpen { kind: Some(stream_open::Kind::Exec(ExecOpen::default())) };
    let open = StreamOpenRequest { machine_id: "worker".to_owned(), open: Some(exec) };
    let frame = |kind| StreamFrame { kind: Some(kind) };
    let frames = vec![frame(Kind::Open(open)), frame(Kind::Input(b"in".to_vec()))];
    let mut request = tonic::Request::new(futures::stream::iter(frames));
    request
        .metadata_mut()
        .insert("authorization", format!("Bearer {}", endpoint.test.secret).parse().unwrap());
    let mut client = HubServiceClient::new(endpoint.test.router.clone());
    let calling = tokio::spawn(async move {
        let mut answers = client.open_stream(request).await.unwrap().into_inner();
        let mut kinds = Vec::new();
        while let Some(frame) = answers.message().await.unwrap() {
            kinds.push(frame.kind.unwrap());
        }
        kinds
    });
    let line = commands.frame().await.unwrap().unwrap().into_data().unwrap();
    let command: Value = serde_json::from_slice(line.strip_prefix(b"data: ").unwrap()).unwrap();
    let stream_id = command["openStream"]["streamId"].as_str().unwrap().to_owned();
    let end = Kind::End(StreamEnd { exit_code: 3, failure: String::new() });
    let sent: Vec<u8> = [frame(Kind::Output(b"out".to_vec())), frame(end.clone())]
        .iter()
        .flat_map(StreamFrame::encode_length_delimited_to_vec)
        .collect();
    let stolen = guest.call("POST", "/guest/v1/streams/unknown", Body::empty()).await;
    assert_eq!(stolen.status(), 404);
    let response = guest.call("POST", &format!("/guest/v1/streams/{stream_id}"), Body::from(sent)).await;
    let mut received = response.into_body().collect().await.unwrap().to_bytes();
    let first = StreamFrame::decode_length_delimited(&mut received).unwrap();
    assert_eq!(first, frame(Kind::Input(b"in".to_vec())));
    let second = StreamFrame::decode_length_delimited(&mut received).unwrap();
    assert_eq!(second, frame(Kind::InputEnd(true)), "a caller that has said all ends the input");
    let kinds = tokio::time::timeout(Duration::from_secs(10), calling).await.unwrap().unwrap();
    assert_eq!(kinds, [Kind::Output(b"out".to_vec()), end]);
}

#[tokio::test]
async fn children_are_made_once_and_not_without_end() {
    let endpoint = Endpoint::start().await;
    let mut guest = endpoint.greeted().await;
    let (status, first) = guest.post("machines", &json!({"key": "k0"})).await;
    assert_eq!(status, 200, "{first}");
    assert_eq!(guest.post("machines", &json!({"key": "k0"})).await.1, first);
    let id = first["machineId"].as_str().unwrap();
    let child = endpoint.test.hub.database().require::<Machine>(id).await.unwrap();
    assert_eq!(child.parent_id.as_deref(), Some(endpoint.machine_id.as_str()));
    assert_eq!(
        (child.project_id.as_str(), child.name.as_str()),
        (endpoint.project_id.as_str(), "worker-child-1")
    );
    for number in 1..16 {
        let (status, made) = guest.post("machines", &json!({"key": format!("k{number}")})).await;
        assert_eq!(status, 200, "{made}");
    }
    assert_eq!(guest.post("machines", &json!({"key": "k16"})).await.1["reason"], "TOO_MANY_CHILDREN");
    assert_eq!(guest.post("machines", &json!({"key": "k15"})).await.0, 200, "one that exists is no new one");
}

#[tokio::test]
async fn a_family_of_machines_has_one_limit_and_its_image_holds_the_coding_agent() {
    let endpoint = Endpoint::start().await;
    let mut guest = endpoint.greeted().await;
    let mut parent = endpoint.machine_id.to_string();
    for number in 0..31 {
        let row = Machine {
            id: MachineId::generate().into_string(),
            project_id: endpoint.project_id.clone(),
            parent_id: Some(parent.clone()),
            name: format!("deep-{number}"),
            ..Machine::default()
        };
        endpoint.test.hub.commit(CommitBuilder::new().insert(&row)).await.unwrap();
        parent = if number % 10 == 0 { row.id } else { parent };
    }
    assert_eq!(guest.post("machines", &json!({"key": "k1"})).await.0, 200, "the last one");
    assert_eq!(guest.post("machines", &json!({"key": "k2"})).await.1["reason"], "TOO_MANY_DESCENDANTS");
    let endpoint = Endpoint::start().await;
    let mut guest = endpoint.greeted().await;
    let row =
        Machine { id: endpoint.machine_id.to_string(), coding_agent: "hal".to_owned(), ..Machine::default() };
    let commit = CommitBuilder::new().lease(endpoint.test.hub.leases().token(0).unwrap());
    endpoint.test.hub.commit(commit.update(&row, &["coding_agent"])).await.unwrap();
    assert_eq!(guest.post("machines", &json!({"key": "k1"})).await.1["reason"], "CODING_AGENT_UNKNOWN");
}

#[tokio::test]
async fn a_fork_greets_with_a_token_of_its_parent_only() {
    use autovibe_proto::CheckpointId;
    use autovibe_proto::v1::{Checkpoint, CheckpointState};
    let mut endpoint = Endpoint::start().await;
    let parent = endpoint.machine_id.clone();
    let checkpoint = Checkpoint {
        id: CheckpointId::generate().into_string(),
        project_id: endpoint.project_id.clone(),
        machine_id: parent.to_string(),
        state: CheckpointState::Ready.into(),
        ..Checkpoint::default()
    };
    let fork = MachineId::generate();
    endpoint.put_machine(&fork, "fork", 1).await;
    let row = Machine {
        id: fork.to_string(),
        origin_checkpoint_id: Some(checkpoint.id.clone()),
        ..Machine::default()
    };
    let commit = CommitBuilder::new().lease(endpoint.test.hub.leases().token(0).unwrap());
    let commit = commit.insert(&checkpoint).update(&row, &["origin_checkpoint_id"]);
    endpoint.test.hub.commit(commit).await.unwrap();
    endpoint.machine_id = fork.clone();
    let secrets = endpoint.test.hub.guest_secrets().clone();
    let mut guest = endpoint.connect(1).await;
    let stranger = secrets.token(&MachineId::generate(), 2);
    assert_eq!(guest.post("hello", &json!({"token": stranger, "incarnation": "2"})).await.0, 401);
    let (status, hello) =
        guest.post("hello", &json!({"token": secrets.token(&parent, 2), "incarnation": "2"})).await;
    assert_eq!((status, &hello["machineId"]), (200, &json!(fork.as_str())), "{hello}");
    assert_eq!(hello["token"], secrets.token(&fork, 1));
}

#[tokio::test]
async fn a_guest_learns_placeholders_and_whom_to_trust() {
    let endpoint = Endpoint::start().await;
    let set = json!({"name": "api-token", "value": "very-secret", "hosts": ["api.test"]}).to_string();
    let (status, made) = endpoint.test.rest("POST", "/v1/projects/shop/secrets", &set).await;
    assert_eq!(status, 200, "{made}");
    let mut guest = endpoint.connect(2).await;
    let secret = endpoint.test.hub.guest_secrets().bootstrap(&endpoint.machine_id, 2);
    let (status, hello) = guest.post("hello", &json!({"bootstrapSecret": secret})).await;
    assert_eq!(status, 200, "{hello}");
    assert_eq!(hello["environment"], json!({"API_TOKEN": made["placeholder"]}));
    let pem = hello["egressCaPem"].as_str().unwrap();
    assert!(pem.starts_with("-----BEGIN CERTIFICATE-----") && !pem.contains("PRIVATE"), "{pem}");
    guest.token = hello["token"].as_str().unwrap().to_owned();
    endpoint.test.rest("DELETE", "/v1/projects/shop/secrets/api-token", "").await;
    let set = json!({"name": "other", "value": "very-secret", "hosts": ["api.test"]}).to_string();
    let made = endpoint.test.rest("POST", "/v1/projects/shop/secrets", &set).await.1;
    let (status, beat) = guest.post("heartbeat", &json!({})).await;
    assert_eq!((status, &beat["environment"]), (200, &json!({"OTHER": made["placeholder"]})), "{beat}");
    assert!(!format!("{hello} {beat}").contains("very-secret"));
}
