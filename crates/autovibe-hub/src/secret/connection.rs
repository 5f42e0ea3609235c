//! One connection that is opened up: TLS on both sides, HTTP/1.1 in between, placeholders ▸ values ▸ placeholders.

use std::collections::BTreeSet;
use std::convert::Infallible;
use std::io;
use std::pin::pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use autovibe_proto::Failure;
use http::{HeaderMap, HeaderValue, Method, Request, Response, StatusCode, header};
use hyper::body::{Body as _, Incoming};
use hyper::client::conn::http1::SendRequest;
use hyper_util::rt::{TokioIo, TokioTimer};
use rustls::ClientConfig;
use rustls::pki_types::ServerName;
use tokio::net::TcpStream;
use tokio::task::JoinHandle;
use tokio_rustls::{TlsAcceptor, TlsConnector};

use super::audit::{self, FillDecision};
use super::body::{PassedBody, passed_body, scrubbed_body, whole_body};
use super::fill::{FillDenied, FillableSecret, Filled, fill};
use super::host::is_matched;
use super::scrub::{ScrubStream, Scrubber, is_readable_text};
use super::store::secrets_of;
use crate::egress::ByteStream;
use crate::hub::Hub;

/// Machines under software emulation take seconds for a handshake.
const HANDSHAKE_TIME_MAX: Duration = Duration::from_secs(20);
/// Also the time that a connection may lie idle between requests.
const HEAD_TIME_MAX: Duration = Duration::from_secs(120);
/// Calls that work before they answer, such as long polls, are given up after this.
const ANSWER_TIME_MAX: Duration = Duration::from_secs(600);
const HEAD_LENGTH_MAX: usize = 64 * 1024;
const HEADER_COUNT_MAX: usize = 128;
/// Headers that belong to one connection. Source: RFC 9110, section 7.6.1.
const HOP_BY_HOP: [&str; 9] = [
    "connection",
    "keep-alive",
    "proxy-authenticate",
    "proxy-authorization",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
];

/// Both sides, before anything was agreed on.
pub(super) struct Ends {
    pub(super) client: Box<dyn ByteStream>,
    pub(super) upstream: TcpStream,
    pub(super) tls: Arc<ClientConfig>,
}

/// A connection of one Machine to one host.
pub(super) struct Intercepted {
    hub: Arc<Hub>,
    project_id: String,
    machine_id: String,
    host: String,
    port: u16,
    /// Decisions that are recorded already: once per connection says it.
    noted: Mutex<BTreeSet<(String, Option<FillDenied>)>>,
}

type Sender = tokio::sync::Mutex<Result<SendRequest<PassedBody>, String>>;

impl Intercepted {
    pub(super) fn new(
        hub: Arc<Hub>,
        project_id: &str,
        machine_id: &str,
        host: &str,
        port: u16,
    ) -> Intercepted {
        Intercepted {
            hub,
            project_id: project_id.to_owned(),
            machine_id: machine_id.to_owned(),
            host: host.to_owned(),
            port,
            noted: Mutex::default(),
        }
    }

    /// Serves the connection until it ends.
    pub(super) async fn run(self, ends: Ends) -> io::Result<()> {
        let authority = self.hub.secrets().authority().ok_or(io::ErrorKind::Unsupported)?;
        let config = authority.server_config(&self.host).map_err(io::Error::other)?;
        let accepting =
            tokio::time::timeout(HANDSHAKE_TIME_MAX, TlsAcceptor::from(config).accept(ends.client));
        let client = accepting.await.map_err(|_| io::ErrorKind::TimedOut)??;
        if client.get_ref().1.server_name().is_none_or(|name| !name.eq_ignore_ascii_case(&self.host)) {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "the server name is not the host"));
        }
        // A host that cannot be reached is told in words, as the client has a connection by now.
        let (sender, mut driver) = match connect(&self.host, ends.upstream, ends.tls).await {
            Ok((sender, driver)) => (Ok(sender), Some(driver)),
            Err(error) => (Err(format!("no protected connection to {}: {error}", self.host)), None),
        };
        let sender: Arc<Sender> = Arc::new(tokio::sync::Mutex::new(sender));
        let this = Arc::new(self);
        let service = hyper::service::service_fn(move |request| {
            let (this, sender) = (Arc::clone(&this), Arc::clone(&sender));
            async move { Ok::<_, Infallible>(Box::pin(this.answer(request, &sender)).await) }
        });
        let mut serving = pin!(
            hyper::server::conn::http1::Builder::new()
                .timer(TokioTimer::new())
                .header_read_timeout(HEAD_TIME_MAX)
                .max_buf_size(HEAD_LENGTH_MAX)
                .max_headers(HEADER_COUNT_MAX)
                .serve_connection(TokioIo::new(client), service)
        );
        if let Some(driver) = &mut driver {
            tokio::select! {
                ended = serving.as_mut() => return ended.map_err(io::Error::other),
                // The host has gone: what is under way is finished, and nothing more is asked.
                _ = &mut driver.0 => serving.as_mut().graceful_shutdown(),
            }
        }
        serving.await.map_err(io::Error::other)
    }

    async fn answer(&self, request: Request<Incoming>, sender: &Sender) -> Response<PassedBody> {
        match self.pass(request, sender).await {
            Ok(response) => response,
            Err((status, text)) => {
                let mut response = Response::new(whole_body(format!("autovibe: {text}\n")));
                *response.status_mut() = status;
                let plain = HeaderValue::from_static("text/plain; charset=utf-8");
                response.headers_mut().insert(header::CONTENT_TYPE, plain);
                response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
                response
            }
        }
    }

    async fn pass(
        &self,
        request: Request<Incoming>,
        sender: &Sender,
    ) -> Result<Response<PassedBody>, Refused> {
        let (mut head, body) = request.into_parts();
        self.check(&head)?;
        let secrets = self.secrets().await.map_err(|failure| {
            tracing::warn!(
                error = failure.message,
                error.reason = failure.reason,
                "secrets cannot be filled in"
            );
            (StatusCode::SERVICE_UNAVAILABLE, format!("{} ({})", failure.message, failure.reason))
        })?;
        drop_hop_by_hop(&mut head.headers);
        // Answered by the server above, as soon as the body is wanted.
        head.headers.remove(header::EXPECT);
        let filled = fill(&mut head, &secrets)
            .map_err(|error| (StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE, error.to_string()))?;
        self.note(&secrets, &filled).await;
        if !filled.filled.is_empty() {
            // Only an answer that nobody packs can be searched for the value.
            head.headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static("identity"));
        }
        let scrubber = scrubber_of(&secrets, filled);
        head.version = http::Version::HTTP_11;
        let answer = self.send(Request::from_parts(head, passed_body(body)), sender).await?;
        Ok(scrubbed(answer, scrubber))
    }

    /// The request is for the host that the connection is for, and of a form that has one meaning.
    fn check(&self, head: &http::request::Parts) -> Result<(), Refused> {
        // An answer to TRACE is the request itself, with the values in it.
        if head.method == Method::TRACE {
            return Err((
                StatusCode::METHOD_NOT_ALLOWED,
                "a host with a secret is not asked to TRACE".to_owned(),
            ));
        }
        if head.method == Method::CONNECT || head.uri.authority().is_some() {
            let text = "inside a connection, a request names a path alone".to_owned();
            return Err((StatusCode::BAD_REQUEST, text));
        }
        let headers = &head.headers;
        if headers.contains_key(header::TRANSFER_ENCODING) && headers.contains_key(header::CONTENT_LENGTH) {
            return Err((StatusCode::BAD_REQUEST, "the request states its length in two ways".to_owned()));
        }
        let mut hosts = head.headers.get_all(header::HOST).iter();
        let host = hosts.next().and_then(|value| value.to_str().ok()).unwrap_or_default();
        let (name, port) = host.rsplit_once(':').map_or((host, None), |(name, port)| (name, Some(port)));
        let is_port = match port {
            None => true,
            Some(port) => port == self.port.to_string(),
        };
        // Another host behind the same door must not get the value.
        if hosts.next().is_some() || !name.eq_ignore_ascii_case(&self.host) || !is_port {
            let text = format!("the connection is for {}, the request is for another host", self.host);
            return Err((StatusCode::MISDIRECTED_REQUEST, text));
        }
        Ok(())
    }

    /// The Project's Secrets as they are now, with the values that this host may have.
    async fn secrets(&self) -> Result<Vec<FillableSecret>, Failure> {
        let mut fillable = Vec::new();
        for secret in secrets_of(self.hub.database(), &self.project_id).await? {
            let value = match is_matched(&secret.hosts, &self.host) {
                true => Some(self.hub.secrets().open(&secret).await?),
                false => None,
            };
            let autovibe_proto::v1::Secret { id, name, placeholder, .. } = secret;
            fillable.push(FillableSecret { id, name, placeholder, value });
        }
        Ok(fillable)
    }

    async fn note(&self, secrets: &[FillableSecret], filled: &Filled) {
        let all = filled.filled.iter().map(|place| (*place, None));
        let all = all.chain(filled.denied.iter().map(|(place, denied)| (*place, Some(*denied))));
        let fresh: Vec<(usize, Option<FillDenied>)> = {
            let mut noted = self.noted.lock().unwrap_or_else(PoisonError::into_inner);
            all.filter(|(place, denied)| noted.insert((secrets[*place].id.clone(), *denied))).collect()
        };
        let decisions: Vec<FillDecision<'_>> = fresh
            .into_iter()
            .map(|(place, denied)| FillDecision {
                project_id: &self.project_id,
                machine_id: &self.machine_id,
                secret_id: &secrets[place].id,
                secret_name: &secrets[place].name,
                host: &self.host,
                denied: denied.map(FillDenied::text),
            })
            .collect();
        audit::record(self.hub.database(), &decisions).await;
    }

    async fn send(
        &self,
        request: Request<PassedBody>,
        sender: &Sender,
    ) -> Result<Response<Incoming>, Refused> {
        let mut sender = sender.lock().await;
        let sender = sender.as_mut().map_err(|text| (StatusCode::BAD_GATEWAY, text.clone()))?;
        let sending = async {
            sender.ready().await?;
            sender.send_request(request).await
        };
        let broken = |text: &str| (StatusCode::BAD_GATEWAY, format!("{}: {text}", self.host));
        let answer = match tokio::time::timeout(ANSWER_TIME_MAX, sending).await {
            Ok(Ok(answer)) => answer,
            // What went wrong may quote bytes of either side.
            Ok(Err(_)) => return Err(broken("the connection broke off")),
            Err(_) => {
                return Err((StatusCode::GATEWAY_TIMEOUT, format!("{} did not answer in time", self.host)));
            }
        };
        if answer.status() == StatusCode::SWITCHING_PROTOCOLS {
            return Err(broken("it wants to leave HTTP, which cannot be looked into"));
        }
        Ok(answer)
    }
}

/// A refusal: status and text.
type Refused = (StatusCode, String);

/// Ends the upstream connection when dropped.
struct Driver(JoinHandle<()>);

impl Drop for Driver {
    fn drop(&mut self) {
        self.0.abort();
    }
}

async fn connect(
    host: &str,
    upstream: TcpStream,
    tls: Arc<ClientConfig>,
) -> io::Result<(SendRequest<PassedBody>, Driver)> {
    let name = ServerName::try_from(host.to_owned()).map_err(io::Error::other)?;
    let connecting =
        tokio::time::timeout(HANDSHAKE_TIME_MAX, TlsConnector::from(tls).connect(name, upstream));
    let stream = connecting.await.map_err(|_| io::ErrorKind::TimedOut)??;
    let (sender, connection) = hyper::client::conn::http1::Builder::new()
        .max_buf_size(4 * HEAD_LENGTH_MAX)
        .max_headers(HEADER_COUNT_MAX)
        .handshake(TokioIo::new(stream))
        .await
        .map_err(io::Error::other)?;
    // How it ends shows in the request under way.
    Ok((sender, Driver(tokio::spawn(async move { drop(connection.await) }))))
}

fn drop_hop_by_hop(headers: &mut HeaderMap) {
    let named: Vec<String> = headers
        .get_all(header::CONNECTION)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(|name| name.trim().to_ascii_lowercase())
        .collect();
    for name in named.iter().map(String::as_str).chain(HOP_BY_HOP) {
        // Whoever names these as hop-by-hop wants to have them lost on the way.
        if !["host", "authorization", "content-length"].contains(&name) {
            headers.remove(name);
        }
    }
}

/// What must not come back: every value that this host may have, and the credentials that were made.
fn scrubber_of(secrets: &[FillableSecret], filled: Filled) -> Scrubber {
    let mut scrubber = Scrubber::default();
    for secret in secrets {
        if let Some(value) = &secret.value {
            scrubber.add(value, secret.placeholder.as_bytes());
        }
    }
    for (credentials, before) in filled.credentials {
        scrubber.add(&credentials, &before);
    }
    scrubber
}

fn scrubbed(answer: Response<Incoming>, scrubber: Scrubber) -> Response<PassedBody> {
    let (mut head, body) = answer.into_parts();
    head.version = http::Version::HTTP_11;
    head.extensions = http::Extensions::new();
    drop_hop_by_hop(&mut head.headers);
    // Another way to the same host would not lead through here.
    head.headers.remove(header::ALT_SVC);
    scrubber.scrub_headers(&mut head.headers);
    if scrubber.is_empty() || body.is_end_stream() || !is_readable_text(&head.headers) {
        return Response::from_parts(head, passed_body(body));
    }
    head.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(head, scrubbed_body(body, ScrubStream::new(scrubber)))
}
