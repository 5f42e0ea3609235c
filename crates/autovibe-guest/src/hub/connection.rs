//! Keeps one connection to the Hub: dial, greet, adopt, receive commands, and again after any loss.

use std::sync::Arc;
use std::time::{Duration, Instant};

use autovibe_proto::guest::v1::{GuestCommand, HelloRequest, HelloResponse};
use http::Method;
use http_body_util::BodyExt as _;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use rustls::ClientConfig;
use rustls::pki_types::ServerName;
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;
use tokio_rustls::TlsConnector;

use super::dial::dial;
use super::event_stream::EventStream;
use super::link::{Body, HubLink, Session, empty_body};
use crate::config::DialAddress;
use crate::error::GuestError;
use crate::rebirth::Adoption;

const BACKOFF_MIN: Duration = Duration::from_millis(50);
const BACKOFF_MAX: Duration = Duration::from_secs(2);
/// Generous, because machines under software emulation take seconds for a handshake.
const GREETING_LIMIT: Duration = Duration::from_secs(20);
/// A connection that carries nothing for this long is probed; without an answer it is dropped.
const PROBE_INTERVAL: Duration = Duration::from_secs(10);
const PROBE_LIMIT: Duration = Duration::from_secs(10);

/// A stream whose program is slow to read holds this much. The connection has room for all ways out, model answers and
/// streams to be slow at once: a stalled download must not hold up commands.
const STREAM_WINDOW_BYTES: u32 = 256 * 1024;
const CONNECTION_WINDOW_BYTES: u32 = 128 * 1024 * 1024;

/// Keeps the connection.
#[derive(Debug)]
pub(crate) struct Connection {
    /// Where the Hub is.
    pub(crate) address: DialAddress,
    /// The Hub's name.
    pub(crate) hub_name: Arc<str>,
    /// Whom to trust.
    pub(crate) tls: Arc<ClientConfig>,
    /// Where the connection is published.
    pub(crate) link: Arc<HubLink>,
    /// Takes on what the Hub says at the greeting.
    pub(crate) adoption: Arc<Adoption>,
    /// Where commands go.
    pub(crate) commands: mpsc::Sender<GuestCommand>,
}

impl Connection {
    /// Connects again and again; ends never.
    pub(crate) async fn run(self) {
        let mut backoff = BACKOFF_MIN;
        let mut number = 0;
        loop {
            number += 1;
            let mut greeted = false;
            let was_rung = tokio::select! {
                ended = Box::pin(self.connect_once(number, &mut greeted)) => {
                    if let Err(error) = ended {
                        tracing::warn!(error = error.chain(), "connection to the hub");
                    }
                    false
                }
                () = self.link.reconnect_wanted() => true,
            };
            self.link.publish(None);
            if greeted || was_rung {
                backoff = BACKOFF_MIN;
            }
            if !was_rung {
                tokio::select! {
                    () = tokio::time::sleep(backoff) => backoff = (backoff * 2).min(BACKOFF_MAX),
                    () = self.link.reconnect_wanted() => backoff = BACKOFF_MIN,
                }
            }
        }
    }

    async fn connect_once(&self, number: u64, greeted: &mut bool) -> Result<(), GuestError> {
        let begin = Instant::now();
        let (sender, mut driver) = self.open().await?;
        let opened = begin.elapsed();
        let mut session =
            Session { sender, hub_name: Arc::clone(&self.hub_name), token: Arc::from(""), incarnation: 0 };
        let hello = self.greet(&session).await?;
        let answered = begin.elapsed();
        session.token = Arc::from(hello.token.as_str());
        session.incarnation = hello.incarnation;
        // A task of its own: a half-done rebirth must not be cut off by the next ring of the doorbell.
        let adoption = Arc::clone(&self.adoption);
        let link = Arc::clone(&self.link);
        let for_everybody = session.clone();
        let (publishing, published) = oneshot::channel();
        let mut adopting = tokio::spawn(async move {
            let publish = || {
                link.publish(Some(for_everybody));
                // Nobody listens when the connection is given up meanwhile.
                let _ = publishing.send(());
            };
            adoption.adopt(hello, publish).await
        });
        // Commands are asked for while the coding agent is let go on; a fork's first program waits for them.
        if published.await.is_err() {
            adopting.await.map_err(GuestError::unreachable)??;
            return Err(GuestError::unreachable("the rebirth ended before its time"));
        }
        *greeted = true;
        tracing::info!(
            connection = number,
            incarnation = session.incarnation,
            opened_ms = millis(opened),
            answered_ms = millis(answered),
            adopted_ms = millis(begin.elapsed()),
            "greeted the hub"
        );
        let commands = self.receive_commands(&session);
        tokio::pin!(commands);
        let mut is_adopted = false;
        loop {
            tokio::select! {
                ended = &mut commands => return ended,
                adopted = &mut adopting, if !is_adopted => {
                    adopted.map_err(GuestError::unreachable)??;
                    is_adopted = true;
                }
                ended = &mut driver.0 => return match ended {
                    Ok(Err(error)) => Err(GuestError::unreachable(error)),
                    _ => Err(GuestError::unreachable("the connection was closed")),
                },
            }
        }
    }

    async fn open(&self) -> Result<(hyper::client::conn::http2::SendRequest<Body>, Driver), GuestError> {
        let stream = dial(&self.address).await?;
        let name = ServerName::try_from(self.hub_name.to_string())
            .map_err(|_| GuestError::Config(format!("{:?} is no server name", self.hub_name)))?;
        let handshake = TlsConnector::from(Arc::clone(&self.tls)).connect(name, stream);
        let stream = tokio::time::timeout(GREETING_LIMIT, handshake)
            .await
            .map_err(|_| GuestError::unreachable("no TLS handshake in time"))?
            .map_err(GuestError::unreachable)?;
        if stream.get_ref().1.alpn_protocol() != Some(b"h2") {
            return Err(GuestError::unreachable("the hub does not speak HTTP/2"));
        }
        let (sender, connection) = hyper::client::conn::http2::Builder::new(TokioExecutor::new())
            .timer(TokioTimer::new())
            .keep_alive_interval(PROBE_INTERVAL)
            .keep_alive_timeout(PROBE_LIMIT)
            .keep_alive_while_idle(true)
            .initial_stream_window_size(STREAM_WINDOW_BYTES)
            .initial_connection_window_size(CONNECTION_WINDOW_BYTES)
            .handshake(TokioIo::new(stream))
            .await
            .map_err(GuestError::unreachable)?;
        Ok((sender, Driver(tokio::spawn(connection))))
    }

    async fn greet(&self, session: &Session) -> Result<HelloResponse, GuestError> {
        let request: HelloRequest = self.adoption.greeting();
        let hello: HelloResponse =
            session.call(Method::POST, "/guest/v1/hello", Some(&request), GREETING_LIMIT).await?;
        if hello.machine_id.is_empty() || hello.token.is_empty() || hello.incarnation <= 0 {
            return Err(GuestError::unreachable(
                "the greeting was answered without machine, token or incarnation",
            ));
        }
        Ok(hello)
    }

    async fn receive_commands(&self, session: &Session) -> Result<(), GuestError> {
        let path = "/guest/v1/commands";
        let request = session
            .request(Method::GET, path)
            .header(http::header::ACCEPT, "text/event-stream")
            .body(empty_body())
            .map_err(GuestError::unreachable)?;
        let response = session.send(request).await?;
        if !response.status().is_success() {
            let status = response.status().as_u16();
            return Err(GuestError::Refused { path: path.to_owned(), status, text: String::new() });
        }
        let mut body = response.into_body();
        let mut events = EventStream::default();
        while let Some(frame) = body.frame().await {
            let Ok(piece) = frame.map_err(GuestError::unreachable)?.into_data() else { continue };
            let completed =
                events.feed(&piece).map_err(|_| GuestError::unreachable("a command was too long"))?;
            for event in completed {
                match serde_json::from_slice::<GuestCommand>(&event) {
                    // A full queue makes the Hub wait, by flow control.
                    Ok(command) => self.commands.send(command).await.map_err(GuestError::unreachable)?,
                    // A newer Hub may say what this guest does not know; the Hub's deadline handles it.
                    Err(error) => tracing::warn!(%error, "command cannot be read"),
                }
            }
        }
        Err(GuestError::unreachable("the hub ended the commands"))
    }
}

/// For the log.
fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

/// Drives a connection as long as it is held.
struct Driver(JoinHandle<Result<(), hyper::Error>>);

impl Drop for Driver {
    fn drop(&mut self) {
        self.0.abort();
    }
}
