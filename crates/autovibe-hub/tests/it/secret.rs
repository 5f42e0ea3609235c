//! Secrets on their way out: a client in a Machine, the interception, and a host with a certificate of its own.

use std::cell::Cell;
use std::convert::Infallible;
use std::io::Write;
use std::sync::{Arc, Mutex};

use autovibe_hub::database::Page;
use autovibe_hub::egress::Interception as _;
use autovibe_hub::secret::{SecretInterception, UpstreamTrust};
use autovibe_proto::v1::{AuditRecord, Project};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::{HeaderMap, Request, Response};
use http_body_util::{BodyExt as _, Full};
use hyper::body::Incoming;
use hyper::client::conn::http1::SendRequest;
use hyper_util::rt::TokioIo;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName};
use rustls::{ClientConfig, RootCertStore, ServerConfig};
use serde_json::json;
use tokio::io::AsyncWriteExt as _;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio_rustls::{TlsAcceptor, TlsConnector};
use tracing_subscriber::Layer as _;
use tracing_subscriber::filter::dynamic_filter_fn;
use tracing_subscriber::layer::SubscriberExt as _;

use crate::hub::TestHub;

const VALUE: &str = "very-secret-value";
const HOST: &str = "api.test";
const MACHINE: &str = "mch_test";

/// What a host saw of one request.
type Seen = Arc<Mutex<Vec<(HeaderMap, Bytes)>>>;

/// A host that echoes the headers and the body of each request.
struct Upstream {
    address: std::net::SocketAddr,
    trust: UpstreamTrust,
    seen: Seen,
}

impl Upstream {
    async fn start() -> Upstream {
        let made = rcgen::generate_simple_self_signed(vec![HOST.to_owned()]).unwrap();
        let certificate = made.cert.der().clone();
        let key = PrivateKeyDer::try_from(made.signing_key.serialize_der()).unwrap();
        let config = ServerConfig::builder_with_provider(provider())
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![certificate.clone()], key)
            .unwrap();
        let mut roots = RootCertStore::empty();
        roots.add(certificate).unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let seen = Seen::default();
        let acceptor = TlsAcceptor::from(Arc::new(config));
        tokio::spawn(serve(listener, acceptor, Arc::clone(&seen)));
        Upstream { address, trust: UpstreamTrust::only(roots), seen }
    }

    fn header(&self, name: &str) -> String {
        let seen = self.seen.lock().unwrap();
        seen.last().unwrap().0[name].to_str().unwrap().to_owned()
    }
}

async fn serve(listener: TcpListener, acceptor: TlsAcceptor, seen: Seen) {
    while let Ok((stream, _)) = listener.accept().await {
        let (acceptor, seen) = (acceptor.clone(), Arc::clone(&seen));
        tokio::spawn(async move {
            let Ok(stream) = acceptor.accept(stream).await else { return };
            let service = hyper::service::service_fn(move |request: Request<Incoming>| {
                let seen = Arc::clone(&seen);
                async move { Ok::<_, Infallible>(echo(request, &seen).await) }
            });
            let _ = hyper::server::conn::http1::Builder::new()
                .serve_connection(TokioIo::new(stream), service)
                .await;
        });
    }
}

async fn echo(request: Request<Incoming>, seen: &Seen) -> Response<Full<Bytes>> {
    let (head, body) = request.into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    let mut text = format!("{} {}\n", head.method, head.uri);
    for (name, value) in &head.headers {
        text.push_str(&format!("{name}: {}\n", String::from_utf8_lossy(value.as_bytes())));
    }
    text.push_str(&String::from_utf8_lossy(&body));
    let mut response = Response::new(Full::new(Bytes::from(text)));
    let kind = if head.uri.path() == "/binary" { "application/octet-stream" } else { "text/plain" };
    response.headers_mut().insert("content-type", kind.parse().unwrap());
    if let Some(value) = head.headers.get("x-key") {
        response.headers_mut().insert("x-echo", value.clone());
    }
    seen.lock().unwrap().push((head.headers, body));
    response
}

fn provider() -> Arc<rustls::crypto::CryptoProvider> {
    Arc::new(rustls::crypto::ring::default_provider())
}

/// A Project with one Secret for the host and one for another host.
struct World {
    hub: TestHub,
    upstream: Upstream,
    project_id: String,
    mark: String,
    other_mark: String,
}

impl World {
    async fn start() -> World {
        let (hub, upstream) = (TestHub::start().await, Upstream::start().await);
        let project = hub.rest("POST", "/v1/projects", r#"{"name": "shop"}"#).await.1;
        let set = async |name: &str, value: &str, host: &str| {
            let body = json!({"name": name, "value": value, "hosts": [host]}).to_string();
            let made = hub.rest("POST", "/v1/projects/shop/secrets", &body).await.1;
            made["placeholder"].as_str().unwrap().to_owned()
        };
        let mark = set("token", VALUE, HOST).await;
        let other_mark = set("other", "very-secret-other", "elsewhere.test").await;
        World { project_id: project["id"].as_str().unwrap().to_owned(), hub, upstream, mark, other_mark }
    }

    fn interception(&self) -> SecretInterception {
        SecretInterception::new(self.hub.hub.clone(), &self.upstream.trust).unwrap()
    }

    /// Opens a connection as a program in a Machine does, through the interception.
    async fn connect(&self, interception: SecretInterception) -> (Client, JoinHandle<std::io::Result<()>>) {
        let (near, far) = tokio::io::duplex(64 * 1024);
        let upstream = TcpStream::connect(self.upstream.address).await.unwrap();
        let project_id = self.project_id.clone();
        let running = tokio::spawn(async move {
            interception.run(&project_id, MACHINE, HOST, 443, Box::new(far), upstream).await
        });
        let pem = self.hub.hub.secrets().authority().unwrap().certificate_pem().to_owned();
        let mut roots = RootCertStore::empty();
        roots.add(CertificateDer::from_pem_slice(pem.as_bytes()).unwrap()).unwrap();
        let config = ClientConfig::builder_with_provider(provider())
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_root_certificates(roots)
            .with_no_client_auth();
        let name = ServerName::try_from(HOST).unwrap();
        let tls = TlsConnector::from(Arc::new(config)).connect(name, near).await.unwrap();
        let (sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(tls)).await.unwrap();
        tokio::spawn(connection);
        (Client(sender), running)
    }

    async fn audit(&self) -> Vec<AuditRecord> {
        let page = Page::first(50);
        self.hub.hub.database().list::<AuditRecord>("action = \"secret.fill\"", "", page).await.unwrap().rows
    }
}

struct Client(SendRequest<Full<Bytes>>);

impl Client {
    async fn send(&mut self, request: http::request::Builder, body: &str) -> (u16, HeaderMap, String) {
        let mut request = request.body(Full::new(Bytes::from(body.to_owned()))).unwrap();
        request.headers_mut().entry("host").or_insert(HOST.parse().unwrap());
        self.0.ready().await.unwrap();
        let (head, body) = self.0.send_request(request).await.unwrap().into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        (head.status.as_u16(), head.headers, String::from_utf8(bytes.to_vec()).unwrap())
    }

    async fn get(&mut self, headers: &[(&str, &str)]) -> (u16, HeaderMap, String) {
        let mut request = Request::get("/path?q=1");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.send(request, "").await
    }
}

#[tokio::test]
async fn the_host_gets_the_value_and_the_machine_the_placeholder() {
    let world = World::start().await;
    let interception = world.interception();
    assert!(interception.wanted(&world.project_id, HOST).await);
    assert!(!interception.wanted(&world.project_id, "other.test").await);
    assert!(!interception.wanted("prj_other", HOST).await);
    let (mut client, _running) = world.connect(interception).await;
    let bearer = format!("Bearer {}", world.mark);
    let (status, headers, text) = client.get(&[("authorization", &bearer), ("x-key", &world.mark)]).await;
    assert_eq!(status, 200, "{text}");
    assert_eq!(world.upstream.header("authorization"), format!("Bearer {VALUE}"));
    assert_eq!(world.upstream.header("x-key"), VALUE);
    assert_eq!(headers["x-echo"], world.mark);
    assert!(text.starts_with("GET /path?q=1\n") && text.contains(&bearer), "{text}");
    assert!(!text.contains("very-secret"), "{text}");

    let basic = format!("Basic {}", STANDARD.encode(format!("me:{}", world.mark)));
    let (_, _, text) = client.get(&[("authorization", &basic)]).await;
    assert_eq!(
        world.upstream.header("authorization"),
        format!("Basic {}", STANDARD.encode(format!("me:{VALUE}")))
    );
    assert!(text.contains(&format!("authorization: {basic}\n")), "the credentials are put back: {text}");

    let body = "x".repeat(100_000);
    let request = Request::post("/upload").header("x-key", &world.mark);
    let (status, _, text) = client.send(request, &body).await;
    assert_eq!((status, world.upstream.header("content-length").as_str()), (200, "100000"));
    assert!(text.ends_with(&body) && !text.contains("very-secret"));

    let audit = world.audit().await;
    assert_eq!(audit.len(), 1, "once per connection: {audit:?}");
    assert!(audit[0].allowed && audit[0].reason == "token for api.test", "{audit:?}");
    assert_eq!(
        (audit[0].actor.as_str(), audit[0].project_id.as_str()),
        ("machine/mch_test", world.project_id.as_str())
    );
}

#[tokio::test]
async fn another_hosts_placeholder_is_not_filled_and_is_recorded() {
    let world = World::start().await;
    let (mut client, _running) = world.connect(world.interception()).await;
    let (status, _, _) = client.get(&[("x-key", &world.other_mark)]).await;
    assert_eq!((status, world.upstream.header("x-key")), (200, world.other_mark.clone()));
    let audit = world.audit().await;
    assert_eq!(audit.len(), 1);
    assert!(!audit[0].allowed && audit[0].reason.contains("not one of the secret's"), "{audit:?}");
    assert!(!format!("{audit:?}").contains("very-secret"));
}

#[tokio::test]
async fn changes_count_from_the_next_request() {
    let world = World::start().await;
    let (mut client, _running) = world.connect(world.interception()).await;
    let set = json!({"name": "token", "value": "very-secret-new"}).to_string();
    world.hub.rest("POST", "/v1/projects/shop/secrets", &set).await;
    client.get(&[("x-key", &world.mark)]).await;
    assert_eq!(world.upstream.header("x-key"), "very-secret-new");
    world.hub.rest("DELETE", "/v1/projects/shop/secrets/token", "").await;
    client.get(&[("x-key", &world.mark)]).await;
    assert_eq!(world.upstream.header("x-key"), world.mark);
}

#[tokio::test]
async fn a_request_for_another_host_does_not_get_through() {
    let world = World::start().await;
    for (host, is_served) in
        [(HOST, true), ("API.test:443", true), ("evil.test", false), ("api.test:444", false), ("", false)]
    {
        let (mut client, _running) = world.connect(world.interception()).await;
        let request = Request::get("/").header("host", host).header("x-key", &world.mark);
        let (status, _, text) = client.send(request, "").await;
        assert_eq!(status, if is_served { 200 } else { 421 }, "{host}: {text}");
    }
    let before = world.upstream.seen.lock().unwrap().len();
    let (mut client, _running) = world.connect(world.interception()).await;
    let request = Request::get("https://evil.test/").header("x-key", &world.mark);
    assert_eq!(client.send(request, "").await.0, 400);
    assert_eq!(world.upstream.seen.lock().unwrap().len(), before);
}

#[tokio::test]
async fn a_host_without_a_true_certificate_gets_nothing() {
    let mut world = World::start().await;
    world.upstream.trust = UpstreamTrust::only(RootCertStore::empty());
    let (mut client, _running) = world.connect(world.interception()).await;
    let (status, _, text) = client.get(&[("x-key", &world.mark)]).await;
    assert_eq!(status, 502, "{text}");
    assert!(text.contains("certificate") && !text.contains("very-secret"), "{text}");
    assert!(world.upstream.seen.lock().unwrap().is_empty());
}

#[tokio::test]
async fn what_is_no_tls_is_cut_off() {
    let world = World::start().await;
    let (mut near, far) = tokio::io::duplex(1024);
    let upstream = TcpStream::connect(world.upstream.address).await.unwrap();
    near.write_all(b"GET / HTTP/1.1\r\nHost: api.test\r\n\r\n").await.unwrap();
    let interception = world.interception();
    interception.run(&world.project_id, MACHINE, HOST, 80, Box::new(far), upstream).await.unwrap_err();
    assert!(world.upstream.seen.lock().unwrap().is_empty());
}

#[tokio::test]
async fn a_placeholder_without_tls_is_recorded() {
    let world = World::start().await;
    let request = Request::get("http://api.test/").header("authorization", format!("Bearer {}", world.mark));
    let (head, ()) = request.body(()).unwrap().into_parts();
    world.interception().plain_request(&world.project_id, MACHINE, HOST, &head).await;
    let audit = world.audit().await;
    assert_eq!(audit.len(), 1);
    assert!(!audit[0].allowed && audit[0].reason.contains("TLS"), "{audit:?}");
}

#[tokio::test]
async fn a_wrong_key_is_told_in_words_and_nothing_is_sent() {
    let world = World::start().await;
    let mut secret = autovibe_proto::v1::Secret {
        id: "sec_foreign".into(),
        project_id: world.project_id.clone(),
        name: "foreign".into(),
        environment_name: "FOREIGN".into(),
        placeholder: format!("avp_{}", "z".repeat(32)),
        hosts: vec![HOST.into()],
        ..autovibe_proto::v1::Secret::default()
    };
    let other = autovibe_hub::secret::SecretVault::with_key([1; 32], None);
    secret.sealed = other.seal(&secret, &autovibe_hub::secret::SecretValue::new(VALUE.into())).await.unwrap();
    world.hub.hub.commit(autovibe_hub::database::CommitBuilder::new().insert(&secret)).await.unwrap();
    let (mut client, _running) = world.connect(world.interception()).await;
    let (status, _, text) = client.get(&[("x-key", &world.mark)]).await;
    assert_eq!(status, 503);
    assert!(text.contains("SECRETS_KEY_WRONG") && text.contains("foreign"), "{text}");
    assert!(world.upstream.seen.lock().unwrap().is_empty());
}

/// Collects what is logged.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

thread_local! {
    /// The runtime of a test has one thread, so this covers everything that is under way in it.
    static IS_RECORDED: Cell<bool> = const { Cell::new(false) };
}

#[tokio::test]
async fn no_log_holds_the_value() {
    let log = Log::default();
    let writer = log.clone();
    // For the whole program, as one that comes and goes would miss what other tests were the first to log.
    let layer = tracing_subscriber::fmt::layer()
        .with_ansi(false)
        .with_writer(move || writer.clone())
        .with_filter(dynamic_filter_fn(|_, _| IS_RECORDED.get()));
    tracing::subscriber::set_global_default(tracing_subscriber::registry().with(layer)).unwrap();
    IS_RECORDED.set(true);
    let world = World::start().await;
    let (mut client, running) = world.connect(world.interception()).await;
    let basic = format!("Basic {}", STANDARD.encode(format!("me:{}", world.mark)));
    client.get(&[("authorization", &basic), ("x-key", &world.mark), ("x-other", &world.other_mark)]).await;
    let project = world.hub.hub.database().require::<Project>(&world.project_id).await.unwrap();
    tracing::info!(?project, "the log works");
    drop(client);
    let _ = running.await;
    assert_eq!(world.upstream.header("x-key"), VALUE, "the value was on its way");
    let text = String::from_utf8_lossy(&log.0.lock().unwrap()).into_owned();
    assert!(text.contains("the log works") && text.len() > 1000, "{} bytes", text.len());
    let encoded = STANDARD.encode(format!("me:{VALUE}"));
    for secret in ["very-secret", &encoded, &hex::encode(VALUE), &format!("{:?}", VALUE.as_bytes())] {
        assert!(!text.contains(secret), "the log holds {secret}");
    }
}
