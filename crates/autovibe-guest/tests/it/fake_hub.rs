//! A Hub with the real wire and scripted answers.

use std::collections::{BTreeMap, HashMap};
use std::convert::Infallible;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use autovibe_proto::guest::v1::{
    AwaitTurnResponse, CommandResult, GuestCommand, HeartbeatRequest, HeartbeatResponse, HelloRequest,
    HelloResponse, IngestAgentEventsRequest, ReportTurnRequest, SpawnMachineRequest, SpawnMachineResponse,
    StreamEnd, StreamFrame, StreamOpen, TellMachineRequest, TellMachineResponse, guest_command, stream_frame,
};
use autovibe_proto::node::v1::GuestSeed;
use autovibe_proto::timestamp_from_micros;
use autovibe_proto::v1::{AgentEvent, Turn, TurnOutcome, TurnResult};
use bytes::{Bytes, BytesMut};
use http::{Request, Response, StatusCode};
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt as _, Full, StreamBody};
use hyper::body::{Frame, Incoming};
use hyper_util::rt::{TokioExecutor, TokioIo};
use prost::Message as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use serde::Serialize;
use tokio::net::TcpListener;
use tokio::sync::{Notify, mpsc};
use tokio::task::JoinHandle;
use tokio_stream::StreamExt as _;
use tokio_stream::wrappers::ReceiverStream;

pub type Body = UnsyncBoxBody<Bytes, Infallible>;

pub const SECRET: &str = "one-time";
/// Far above what any step takes, so that only a hang meets it.
const LIMIT: Duration = Duration::from_secs(240);

/// What the Hub saw and what it answers.
#[derive(Default)]
pub struct Seen {
    pub machine_id: String,
    pub incarnation: i64,
    pub continued_turn_id: String,
    pub refuses_events: bool,
    pub refused_count: usize,
    /// Added to the time that greetings tell.
    pub time_offset_seconds: i64,
    pub environment: BTreeMap<String, String>,
    pub egress_ca_pem: String,
    pub hellos: Vec<HelloRequest>,
    pub events: Vec<AgentEvent>,
    /// Turn results, each with the number of events that had arrived before it.
    pub results: Vec<(ReportTurnRequest, usize)>,
    pub answers: Vec<CommandResult>,
    pub heartbeats: Vec<HeartbeatRequest>,
    pub spawns: Vec<SpawnMachineRequest>,
    pub tells: Vec<TellMachineRequest>,
    pub model_requests: Vec<(String, Option<String>, Vec<u8>)>,
    /// Bundles that guests may read.
    pub blobs: HashMap<String, Vec<u8>>,
    pub blob_reads: Vec<String>,
    /// Bundles of Checkpoints: id, query and body of those that were taken.
    pub bundles: Vec<(String, String, Vec<u8>)>,
    /// So many bundles are refused before one is taken.
    pub refused_bundles: usize,
    /// Checkpoints that the Hub does not know.
    pub unknown_checkpoints: Vec<String>,
    /// Questions whether a bundle is wanted.
    pub bundle_questions: Vec<String>,
    /// How connections to the way out ended: true in order.
    pub egress_ends: Vec<bool>,
    pub egress_count: usize,
    commands: Option<mpsc::Sender<Bytes>>,
    streams: HashMap<String, (mpsc::Receiver<Bytes>, mpsc::Sender<Bytes>)>,
    stream_count: usize,
    effect_count: usize,
}

pub struct FakeHub {
    pub address: String,
    ca_certificate: Vec<u8>,
    seen: Mutex<Seen>,
    changed: Notify,
    connections: Mutex<Vec<JoinHandle<()>>>,
}

impl FakeHub {
    pub async fn start() -> Arc<FakeHub> {
        let key = rcgen::KeyPair::generate().unwrap();
        let mut params = rcgen::CertificateParams::new(Vec::<String>::new()).unwrap();
        params.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
        let authority = params.self_signed(&key).unwrap();
        let issuer = rcgen::Issuer::new(params, key);
        let server_key = rcgen::KeyPair::generate().unwrap();
        let params = rcgen::CertificateParams::new(vec!["hub.test".to_owned()]).unwrap();
        let server = params.signed_by(&server_key, &issuer).unwrap();
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let mut tls = rustls::ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(
                vec![CertificateDer::from(server.der().to_vec())],
                PrivateKeyDer::try_from(server_key.serialize_der()).unwrap(),
            )
            .unwrap();
        tls.alpn_protocols = vec![b"h2".to_vec()];
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let hub = Arc::new(FakeHub {
            address: listener.local_addr().unwrap().to_string(),
            ca_certificate: authority.der().to_vec(),
            seen: Mutex::new(Seen { machine_id: "mch_a".into(), incarnation: 1, ..Seen::default() }),
            changed: Notify::new(),
            connections: Mutex::default(),
        });
        tokio::spawn(Arc::clone(&hub).accept(listener, Arc::new(tls)));
        hub
    }

    pub fn seed(&self) -> GuestSeed {
        GuestSeed {
            machine_id: "mch_a".into(),
            incarnation: 1,
            bootstrap_secret: SECRET.into(),
            ca_certificate: self.ca_certificate.clone(),
            hub_name: "hub.test".into(),
            hub_address: self.address.clone(),
            coding_agent: "claude-code".into(),
        }
    }

    pub fn with<T>(&self, change: impl FnOnce(&mut Seen) -> T) -> T {
        let value = change(&mut self.seen.lock().unwrap());
        self.changed.notify_waiters();
        value
    }

    /// Waits until the Hub has seen what is wanted.
    pub async fn wait_for<T>(&self, what: &str, mut find: impl FnMut(&Seen) -> Option<T>) -> T {
        let waiting = async {
            loop {
                let changed = self.changed.notified();
                tokio::pin!(changed);
                // Registered before looking, so that no change is missed.
                changed.as_mut().enable();
                if let Some(found) = find(&self.seen.lock().unwrap()) {
                    return found;
                }
                changed.await;
            }
        };
        match tokio::time::timeout(LIMIT, waiting).await {
            Ok(found) => found,
            Err(_) => panic!("the guest did not come to: {what}"),
        }
    }

    /// Cuts every connection off.
    pub fn drop_connections(&self) {
        self.with(|seen| seen.commands = None);
        for connection in self.connections.lock().unwrap().drain(..) {
            connection.abort();
        }
    }

    /// Sends a command and returns its effect id.
    pub async fn send(&self, kind: guest_command::Kind) -> String {
        let effect_id = self.with(|seen| {
            seen.effect_count += 1;
            format!("eff_{}", seen.effect_count)
        });
        self.send_again(&effect_id, kind).await;
        effect_id
    }

    /// Sends a command under a known effect id.
    pub async fn send_again(&self, effect_id: &str, kind: guest_command::Kind) {
        let commands = self.wait_for("listening for commands", |seen| seen.commands.clone()).await;
        let incarnation = self.with(|seen| seen.incarnation);
        let command = GuestCommand { effect_id: effect_id.to_owned(), incarnation, kind: Some(kind) };
        let text = format!("data: {}\n\n", serde_json::to_string(&command).unwrap());
        commands.send(Bytes::from(text)).await.unwrap();
    }

    /// Waits for a command's answer.
    pub async fn answer(&self, effect_id: &str) -> CommandResult {
        self.wait_for("answering a command", |seen| {
            seen.answers.iter().find(|answer| answer.effect_id == effect_id).cloned()
        })
        .await
    }

    /// Opens a stream and returns both directions.
    pub async fn open_stream(&self, kind: autovibe_proto::guest::v1::stream_open::Kind) -> OpenedStream {
        let stream_id = self.with(|seen| {
            seen.stream_count += 1;
            format!("str_{}", seen.stream_count)
        });
        let open = autovibe_proto::guest::v1::OpenStreamCommand {
            stream_id: stream_id.clone(),
            open: Some(StreamOpen { kind: Some(kind) }),
        };
        self.send(guest_command::Kind::OpenStream(open)).await;
        loop {
            if let Some((from_guest, to_guest)) = self.with(|seen| seen.streams.remove(&stream_id)) {
                return OpenedStream { from_guest, to_guest: Some(to_guest), held: BytesMut::new() };
            }
            self.wait_for("opening a stream", |seen| seen.streams.contains_key(&stream_id).then_some(()))
                .await;
        }
    }

    async fn accept(self: Arc<Self>, listener: TcpListener, tls: Arc<rustls::ServerConfig>) {
        let acceptor = tokio_rustls::TlsAcceptor::from(tls);
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            let (hub, acceptor) = (Arc::clone(&self), acceptor.clone());
            let connection = tokio::spawn(async move {
                let Ok(stream) = acceptor.accept(stream).await else { return };
                let service = hyper::service::service_fn(move |request| {
                    let hub = Arc::clone(&hub);
                    async move { Ok::<_, Infallible>(hub.handle(request).await) }
                });
                let _ = hyper::server::conn::http2::Builder::new(TokioExecutor::new())
                    // As the Hub has it.
                    .max_concurrent_streams(512)
                    .serve_connection(TokioIo::new(stream), service)
                    .await;
            });
            self.connections.lock().unwrap().push(connection);
        }
    }

    async fn handle(self: &Arc<Self>, request: Request<Incoming>) -> Response<Body> {
        let path = request.uri().path().to_owned();
        let query = request.uri().query().unwrap_or_default().to_owned();
        let header = |name: &str| request.headers().get(name).map(|value| value.to_str().unwrap().to_owned());
        if path != "/guest/v1/hello" {
            let (token, incarnation) = self.with(|seen| (token_of(seen), seen.incarnation.to_string()));
            let is_ours = header("authorization") == Some(format!("Bearer {token}"))
                && header("autovibe-incarnation") == Some(incarnation);
            if !is_ours {
                return status(StatusCode::UNAUTHORIZED);
            }
        }
        if let Some(rest) = path.strip_prefix("/model") {
            let key = header("x-api-key");
            let rest = rest.to_owned();
            let body = request.into_body().collect().await.unwrap().to_bytes().to_vec();
            let answer = streamed_model_answer(&body);
            self.with(|seen| seen.model_requests.push((rest, key, body)));
            return answer;
        }
        if let Some(stream_id) = path.strip_prefix("/guest/v1/streams/") {
            return self.take_stream(stream_id.to_owned(), request.into_body());
        }
        if path == "/guest/v1/egress" {
            return stream_body_answer(crate::egress::echo(self, request.into_body()));
        }
        if path == "/guest/v1/commands" {
            let (sender, receiver) = mpsc::channel(16);
            self.with(|seen| seen.commands = Some(sender));
            return Response::new(stream_body(receiver));
        }
        let bytes = match request.into_body().collect().await {
            Ok(collected) => collected.to_bytes(),
            Err(_) => return status(StatusCode::BAD_REQUEST),
        };
        if let Some(response) = self.handle_bundle(&path, &query, &bytes) {
            return response;
        }
        self.handle_call(&path, &bytes)
    }

    fn handle_call(&self, path: &str, body: &[u8]) -> Response<Body> {
        fn read<T: serde::de::DeserializeOwned>(body: &[u8]) -> T {
            serde_json::from_slice(body).unwrap()
        }
        self.with(|seen| match path {
            "/guest/v1/hello" => {
                let hello: HelloRequest = read(body);
                let is_known = hello.bootstrap_secret == SECRET || hello.token.starts_with("token-");
                seen.hellos.push(hello);
                // Commands go over the connection that is greeted on from now on.
                seen.commands = None;
                if !is_known {
                    return status(StatusCode::UNAUTHORIZED);
                }
                json(&HelloResponse {
                    machine_id: seen.machine_id.clone(),
                    incarnation: seen.incarnation,
                    token: token_of(seen),
                    machine_name: "Box".into(),
                    time: Some(timestamp_from_micros(now_micros() + seen.time_offset_seconds * 1_000_000)),
                    entropy: entropy(),
                    coding_agent: "claude-code".into(),
                    turn_id: seen.continued_turn_id.clone(),
                    stored_sequence: seen
                        .events
                        .iter()
                        .filter(|event| event.incarnation == seen.incarnation)
                        .map(|event| event.sequence)
                        .max()
                        .unwrap_or(0),
                    environment: seen.environment.clone(),
                    egress_ca_pem: seen.egress_ca_pem.clone(),
                })
            }
            "/guest/v1/agent-events" if seen.refuses_events => {
                seen.refused_count += 1;
                status(StatusCode::SERVICE_UNAVAILABLE)
            }
            "/guest/v1/agent-events" => {
                let request: IngestAgentEventsRequest = read(body);
                seen.events.extend(request.events);
                json(&())
            }
            "/guest/v1/turn-results" => {
                let count = seen.events.len();
                seen.results.push((read(body), count));
                json(&())
            }
            "/guest/v1/command-results" => {
                seen.answers.push(read(body));
                json(&())
            }
            "/guest/v1/heartbeat" => {
                seen.heartbeats.push(read(body));
                json(&HeartbeatResponse {
                    environment: seen.environment.clone(),
                    ..HeartbeatResponse::default()
                })
            }
            "/guest/v1/machines" => {
                seen.spawns.push(read(body));
                json(&SpawnMachineResponse { machine_id: "mch_child".into() })
            }
            "/guest/v1/messages" => {
                seen.tells.push(read(body));
                json(&TellMachineResponse { message_id: "msg_1".into(), turn_id: "trn_child".into() })
            }
            "/guest/v1/turns/trn_child" => json(&AwaitTurnResponse { turn: Some(failed_turn()) }),
            "/guest/v1/turns/trn_open" => json(&AwaitTurnResponse::default()),
            _ => status(StatusCode::NOT_FOUND),
        })
    }

    fn take_stream(&self, stream_id: String, mut body: Incoming) -> Response<Body> {
        let (to_test, from_guest) = mpsc::channel(64);
        let (to_guest, receiver) = mpsc::channel(64);
        tokio::spawn(async move {
            while let Some(Ok(frame)) = body.frame().await {
                if let Ok(data) = frame.into_data()
                    && to_test.send(data).await.is_err()
                {
                    return;
                }
            }
        });
        self.with(|seen| seen.streams.insert(stream_id, (from_guest, to_guest)));
        Response::new(stream_body(receiver))
    }
}

/// Both directions of a stream.
pub struct OpenedStream {
    from_guest: mpsc::Receiver<Bytes>,
    to_guest: Option<mpsc::Sender<Bytes>>,
    held: BytesMut,
}

/// Everything that a stream brought.
#[derive(Debug, Default)]
pub struct StreamOutput {
    pub output: Vec<u8>,
    pub errors: Vec<u8>,
    pub end: StreamEnd,
}

impl OpenedStream {
    pub async fn send(&self, kind: stream_frame::Kind) {
        let bytes = StreamFrame { kind: Some(kind) }.encode_length_delimited_to_vec();
        self.to_guest.as_ref().unwrap().send(Bytes::from(bytes)).await.unwrap();
    }

    /// Goes away, as a client does whose connection breaks.
    pub fn hang_up(&mut self) {
        self.to_guest = None;
    }

    pub async fn next(&mut self) -> Option<stream_frame::Kind> {
        loop {
            let mut cursor = &self.held[..];
            if let Ok(frame) = StreamFrame::decode_length_delimited(&mut cursor) {
                let used = self.held.len() - cursor.len();
                let _ = self.held.split_to(used);
                return frame.kind;
            }
            let piece =
                tokio::time::timeout(LIMIT, self.from_guest.recv()).await.expect("the stream hangs")?;
            self.held.extend_from_slice(&piece);
        }
    }

    pub async fn collect(mut self) -> StreamOutput {
        let mut all = StreamOutput::default();
        while let Some(kind) = self.next().await {
            match kind {
                stream_frame::Kind::Output(bytes) => all.output.extend(bytes),
                stream_frame::Kind::ErrorOutput(bytes) => all.errors.extend(bytes),
                stream_frame::Kind::End(end) => {
                    all.end = end;
                    return all;
                }
                other => panic!("unexpected frame {other:?}"),
            }
        }
        panic!("the stream ended without an end frame")
    }
}

fn token_of(seen: &Seen) -> String {
    format!("token-{}-{}", seen.machine_id, seen.incarnation)
}

fn failed_turn() -> Turn {
    let result =
        TurnResult { outcome: TurnOutcome::Failed.into(), text: "no".into(), ..TurnResult::default() };
    Turn { id: "trn_child".into(), result: Some(result), ..Turn::default() }
}

pub fn status(status: StatusCode) -> Response<Body> {
    let mut response = Response::new(Full::new(Bytes::from_static(b"{}")).boxed_unsync());
    *response.status_mut() = status;
    response
}

pub fn json(value: &impl Serialize) -> Response<Body> {
    let bytes = match serde_json::to_vec(value).unwrap() {
        bytes if bytes == b"null" => b"{}".to_vec(),
        bytes => bytes,
    };
    Response::new(Full::new(Bytes::from(bytes)).boxed_unsync())
}

fn stream_body_answer(receiver: mpsc::Receiver<Bytes>) -> Response<Body> {
    Response::new(stream_body(receiver))
}

fn stream_body(receiver: mpsc::Receiver<Bytes>) -> Body {
    StreamBody::new(ReceiverStream::new(receiver).map(|piece| Ok(Frame::data(piece)))).boxed_unsync()
}

/// A short answer of the model; `SLOW` in the request makes it take half a minute.
fn streamed_model_answer(request: &[u8]) -> Response<Body> {
    let is_slow = request.windows(4).any(|window| window == b"SLOW");
    let (sender, receiver) = mpsc::channel(1);
    tokio::spawn(async move {
        let usage = r#"{"input_tokens":10,"output_tokens":1}"#;
        let start = format!(
            r#"{{"type":"message_start","message":{{"id":"msg_1","type":"message","role":"assistant","model":"m","content":[],"stop_reason":null,"stop_sequence":null,"usage":{usage}}}}}"#
        );
        let mut events = vec![
            start,
            r#"{"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}"#
                .to_owned(),
        ];
        let delta =
            r#"{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"tick "}}"#;
        events.extend(std::iter::repeat_n(delta.to_owned(), if is_slow { 60 } else { 1 }));
        events.push(r#"{"type":"content_block_stop","index":0}"#.to_owned());
        events.push(format!(
            r#"{{"type":"message_delta","delta":{{"stop_reason":"end_turn","stop_sequence":null}},"usage":{usage}}}"#
        ));
        events.push(r#"{"type":"message_stop"}"#.to_owned());
        for event in events {
            let kind = serde_json::from_str::<serde_json::Value>(&event).unwrap()["type"].clone();
            let text = format!("event: {}\ndata: {event}\n\n", kind.as_str().unwrap());
            if sender.send(Bytes::from(text)).await.is_err() {
                return;
            }
            if is_slow {
                tokio::time::sleep(Duration::from_millis(500)).await;
            }
        }
    });
    let mut response = Response::new(stream_body(receiver));
    response.headers_mut().insert("content-type", http::HeaderValue::from_static("text/event-stream"));
    response
}

pub fn now_micros() -> i64 {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
    i64::try_from(now.as_micros()).unwrap()
}

/// Random enough for a test.
fn entropy() -> Vec<u8> {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
    now.as_nanos().to_le_bytes().repeat(2)
}
