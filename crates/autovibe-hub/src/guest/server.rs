//! Serves the connections of guests: preamble, TLS, then HTTP/2 with the guest API and nothing else.

use std::sync::Arc;
use std::time::Duration;

use autovibe_proto::v1::{Machine, MachineState};
use autovibe_proto::{ErrorKind, Failure};
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use rustls::ServerConfig;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::Semaphore;
use tokio_rustls::TlsAcceptor;

use super::connection::{GuestConnection, stale_incarnation};
use super::preamble::{Preamble, PreambleDenied, read_preamble};
use super::registry::GuestRegistry;
use super::router::guest_router;
use crate::egress::{Egress, EgressConfig};
use crate::gateway::Gateway;
use crate::hub::Hub;

/// A TLS handshake takes milliseconds; under software emulation up to a second.
const HANDSHAKE_TIME_MAX: Duration = Duration::from_secs(20);
/// A guest greets at once; the actor's answer may take ten seconds.
const GREETING_TIME_MAX: Duration = Duration::from_secs(30);
/// A dead connection is noticed after this and the next one together.
const PING_INTERVAL: Duration = Duration::from_secs(10);
const PING_TIME_MAX: Duration = Duration::from_secs(20);
/// Calls of one guest at a time: 256 ways out, its agent's model calls, streams and its own reports.
const STREAM_COUNT_MAX: u32 = 512;
/// A stream whose receiver is slow holds this much. The connection has room for all ways out to be slow at once, and
/// as much again for the rest: a stalled download must not hold up the Machine's commands.
const STREAM_WINDOW_BYTES: u32 = 128 * 1024;
const CONNECTION_WINDOW_BYTES: u32 = 64 * 1024 * 1024;
/// Connections at a time, one per Machine and some that are being replaced.
const CONNECTION_COUNT_MAX: usize = 12_000;

/// Why a guest's connection was not served.
#[derive(Debug, thiserror::Error)]
pub enum GuestConnectionError {
    /// The first line is wrong.
    #[error("the preamble was refused: {0}")]
    Preamble(String),
    /// The ticket is wrong, or its life is over.
    #[error("the ticket was refused: {0}")]
    Ticket(Failure),
    /// TLS was not agreed on.
    #[error("agree on TLS")]
    Handshake(#[source] std::io::Error),
    /// Too many connections.
    #[error("too many connections")]
    TooMany,
}

/// What every call of a guest may use.
#[derive(Debug)]
pub(crate) struct GuestParts {
    pub(crate) hub: Arc<Hub>,
    pub(crate) registry: Arc<GuestRegistry>,
    pub(crate) gateway: Arc<Gateway>,
    pub(crate) egress: Arc<Egress>,
}

/// Serves guests.
#[derive(Clone)]
pub struct GuestServer {
    parts: Arc<GuestParts>,
    acceptor: TlsAcceptor,
    slots: Arc<Semaphore>,
}

impl std::fmt::Debug for GuestServer {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("GuestServer").finish_non_exhaustive()
    }
}

impl GuestServer {
    /// Serves with this identity; `tls` must offer ALPN `h2` alone.
    #[must_use]
    pub fn new(
        hub: Arc<Hub>,
        registry: Arc<GuestRegistry>,
        tls: Arc<ServerConfig>,
        gateway: Arc<Gateway>,
    ) -> GuestServer {
        let egress = Egress::start(&hub, EgressConfig::default());
        GuestServer {
            parts: Arc::new(GuestParts { hub, registry, gateway, egress }),
            acceptor: TlsAcceptor::from(tls),
            slots: Arc::new(Semaphore::new(CONNECTION_COUNT_MAX)),
        }
    }

    /// Serves with another way out than the plain one.
    #[must_use]
    pub fn with_egress(mut self, egress: Arc<Egress>) -> GuestServer {
        let GuestParts { hub, registry, gateway, .. } = &*self.parts;
        let (hub, registry, gateway) = (Arc::clone(hub), Arc::clone(registry), Arc::clone(gateway));
        self.parts = Arc::new(GuestParts { hub, registry, gateway, egress });
        self
    }

    /// Serves one connection that a node passes on, until it ends.
    ///
    /// # Errors
    /// [`GuestConnectionError`] when the connection never got so far that calls were served. Later trouble
    /// ends the connection without an error: the guest connects again.
    ///
    /// # Cancel safety
    /// Dropping the future ends the connection.
    pub async fn serve_connection<IO>(&self, mut io: IO) -> Result<(), GuestConnectionError>
    where
        IO: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    {
        let _slot = self.slots.try_acquire().map_err(|_| GuestConnectionError::TooMany)?;
        let preamble = read_preamble(&mut io)
            .await
            .map_err(|denied: PreambleDenied| GuestConnectionError::Preamble(denied.to_string()))?;
        let connection = Arc::new(self.admit(preamble).await.map_err(GuestConnectionError::Ticket)?);
        let accepting = tokio::time::timeout(HANDSHAKE_TIME_MAX, self.acceptor.accept(io)).await;
        let tls = accepting
            .unwrap_or_else(|_| Err(std::io::Error::from(std::io::ErrorKind::TimedOut)))
            .map_err(GuestConnectionError::Handshake)?;
        let service = TowerToHyperService::new(guest_router(&self.parts, &connection));
        let mut builder = hyper::server::conn::http2::Builder::new(TokioExecutor::new());
        builder
            .timer(TokioTimer::new())
            .keep_alive_interval(PING_INTERVAL)
            .keep_alive_timeout(PING_TIME_MAX)
            .initial_stream_window_size(STREAM_WINDOW_BYTES)
            .initial_connection_window_size(CONNECTION_WINDOW_BYTES)
            .max_concurrent_streams(STREAM_COUNT_MAX)
            .max_header_list_size(64 * 1024);
        let serving = builder.serve_connection(TokioIo::new(tls), service);
        let _leaving = Leaving { registry: &self.parts.registry, connection: &connection };
        tokio::select! {
            () = connection.closing.cancelled() => {}
            () = not_greeting(&connection) => {
                tracing::info!(machine.id = %connection.machine_id, "a guest connected and did not greet");
            }
            ended = serving => {
                if let Err(error) = ended {
                    tracing::debug!(machine.id = %connection.machine_id, %error, "a guest's connection broke");
                }
            }
        }
        Ok(())
    }

    /// Checks the ticket and whether its life is the present one.
    async fn admit(&self, preamble: Preamble) -> Result<GuestConnection, Failure> {
        let Preamble { machine_id, incarnation, ticket } = preamble;
        if !self.parts.hub.guest_secrets().verify_ticket(&machine_id, incarnation, &ticket) {
            return Err(Failure::new(ErrorKind::Unauthenticated, "TICKET_WRONG", "the ticket is wrong"));
        }
        let machine = self.parts.hub.database().require::<Machine>(machine_id.as_str()).await?;
        if machine.incarnation != incarnation || machine.state() == MachineState::Deleted {
            return Err(stale_incarnation());
        }
        let registry = &self.parts.registry;
        let (serial, allowance) = (registry.next_serial(), registry.allowance(&machine_id));
        Ok(GuestConnection::new(machine_id, incarnation, serial, machine.project_id, allowance))
    }
}

/// Returns when the guest has not greeted in time, and never once it has.
async fn not_greeting(connection: &GuestConnection) {
    tokio::time::sleep(GREETING_TIME_MAX).await;
    if connection.is_greeted() {
        std::future::pending::<()>().await;
    }
}

/// Takes a connection out of the registry, however it ends.
#[derive(Debug)]
struct Leaving<'a> {
    registry: &'a GuestRegistry,
    connection: &'a GuestConnection,
}

impl Drop for Leaving<'_> {
    fn drop(&mut self) {
        self.connection.closing.cancel();
        self.registry.leave(self.connection);
    }
}

#[cfg(test)]
mod tests {
    use autovibe_proto::MachineId;

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn only_a_guest_that_does_not_greet_is_sent_away() {
        let connection = || GuestConnection::new(MachineId::generate(), 1, 1, String::new(), Arc::default());
        let (silent, greeted) = (connection(), connection());
        greeted.set_greeted();
        let begin = tokio::time::Instant::now();
        not_greeting(&silent).await;
        assert_eq!(begin.elapsed(), GREETING_TIME_MAX);
        assert!(tokio::time::timeout(GREETING_TIME_MAX * 10, not_greeting(&greeted)).await.is_err());
    }
}
