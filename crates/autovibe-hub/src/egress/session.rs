//! One connection of a Machine: what it may ask for, and where it is connected.

use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use autovibe_proto::v1::Project;
use bytes::BytesMut;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::sync::{OnceCell, watch};

use super::asked::Asked;
use super::audit::Decision;
use super::denied::EgressDenied;
use super::destination::Destination;
use super::forward::forward;
use super::interception::ByteStream;
use super::prefixed::Prefixed;
use super::proxy::{Egress, EgressCaller};
use super::request_head::{HEAD_BYTES_MAX, RequestHead, parse_request_head};
use super::rule_set::RuleSet;
use super::tunnel::tunnel;

/// A program sends its request at once; a slow one has this long.
pub(super) const HEAD_TIME_MAX: Duration = Duration::from_secs(10);
/// For one address, of which there may be four.
const CONNECT_TIME_MAX: Duration = Duration::from_secs(10);
/// Requests beyond the rate wait, as the requests of a package tool come in bursts.
const RATE_WAIT: Duration = Duration::from_millis(100);
const RATE_WAIT_COUNT_MAX: usize = 50;

/// What the requests of one connection share.
#[derive(Debug)]
pub(super) struct Session {
    egress: Arc<Egress>,
    caller: EgressCaller,
    rules: watch::Receiver<RuleSet>,
    /// Where the connection leads now.
    present: Mutex<Option<Destination>>,
    project_name: OnceCell<String>,
}

impl Session {
    pub(super) fn new(egress: Arc<Egress>, caller: EgressCaller) -> Session {
        // Before the first decision, so that no change after it is missed.
        let rules = egress.rules.subscribe(&caller.project_id);
        Session { egress, caller, rules, present: Mutex::default(), project_name: OnceCell::new() }
    }

    /// Serves the connection: the first head decides what it is.
    pub(super) async fn run(self: Arc<Self>, mut client: impl ByteStream + 'static) -> io::Result<()> {
        let mut bytes = BytesMut::with_capacity(1024);
        let waited = tokio::time::timeout(HEAD_TIME_MAX, read_head(&mut client, &mut bytes)).await;
        let read = match waited {
            Ok(read) => read?,
            // Opened ahead of need, and not needed.
            Err(_) if bytes.is_empty() => Ok(None),
            Err(_) => Err(EgressDenied::HeadLate),
        };
        let asked = match read {
            // Opened and closed without a word, as browsers do.
            Ok(None) => return client.shutdown().await,
            Ok(Some(head)) => {
                Asked::of(&head.method, &head.target, &head.headers, None).map(|asked| (asked, head))
            }
            Err(denied) => Err(denied),
        };
        match asked {
            Ok((Asked::Tunnel(destination), head)) => {
                let rest = bytes.split_off(head.length);
                tunnel(&self, destination, Prefixed::new(rest, client)).await
            }
            // Read again there, with every later request of the connection.
            Ok((Asked::Forward { .. }, _)) => forward(self, Prefixed::new(bytes, client), None).await,
            Err(denied) => {
                self.record_refusal(String::new(), &denied).await;
                self.refuse(client, &denied).await
            }
        }
    }

    /// Decides about a destination, records the decision and finds where it is.
    pub(super) async fn admit(&self, destination: &Destination) -> Result<Vec<SocketAddr>, EgressDenied> {
        match self.decide(destination).await {
            Ok((addresses, rule)) => {
                self.record(destination.to_string(), true, rule).await?;
                Ok(addresses)
            }
            Err(denied) => {
                self.set_present(None);
                self.record_refusal(destination.to_string(), &denied).await;
                Err(denied)
            }
        }
    }

    async fn decide(&self, destination: &Destination) -> Result<(Vec<SocketAddr>, String), EgressDenied> {
        let rules = self.egress.rules.read(&self.caller.project_id).await.map_err(|failure| {
            tracing::warn!(machine.id = self.caller.machine_id, %failure, "read egress rules");
            EgressDenied::Undecided
        })?;
        let Some(rule) = rules.allows(destination) else {
            return Err(EgressDenied::NotAllowed(destination.clone()));
        };
        // With nothing awaited since the rules were read: whatever is told from now on, `rule_gone` looks at this.
        self.set_present(Some(destination.clone()));
        Ok((self.egress.resolver.resolve(destination).await?, rule))
    }

    fn set_present(&self, destination: Option<Destination>) {
        *self.present.lock().unwrap_or_else(PoisonError::into_inner) = destination;
    }

    /// Waits for the Machine's rate; a connection's first request has been counted with the connection.
    pub(super) async fn pace(&self) -> Result<(), EgressDenied> {
        for _ in 0..RATE_WAIT_COUNT_MAX {
            if self.caller.allowance.egress.take().is_ok() {
                return Ok(());
            }
            tokio::time::sleep(RATE_WAIT).await;
        }
        Err(EgressDenied::TooMany)
    }

    /// Connects to one of the addresses that were checked.
    pub(super) async fn connect(
        &self,
        destination: &Destination,
        addresses: &[SocketAddr],
    ) -> Result<TcpStream, EgressDenied> {
        for address in addresses {
            match tokio::time::timeout(CONNECT_TIME_MAX, TcpStream::connect(address)).await {
                Ok(Ok(stream)) => {
                    // A failure only makes it slower.
                    let _ = stream.set_nodelay(true);
                    return Ok(stream);
                }
                Ok(Err(error)) => tracing::debug!(%destination, %address, %error, "connect"),
                Err(_) => tracing::debug!(%destination, %address, "connect: no answer"),
            }
        }
        Err(EgressDenied::Unreachable(destination.clone()))
    }

    /// Returns once no rule allows any more what the connection leads to.
    pub(super) async fn rule_gone(&self) {
        let mut rules = self.rules.clone();
        loop {
            if rules.changed().await.is_err() {
                // The Hub ends, and with it the connection.
                std::future::pending::<()>().await;
            }
            let present = self.present.lock().unwrap_or_else(PoisonError::into_inner).clone();
            let is_allowed = {
                let rules = rules.borrow_and_update();
                present.as_ref().is_none_or(|present| rules.allows(present).is_some())
            };
            if let Some(present) = present.filter(|_| !is_allowed) {
                let subject = present.to_string();
                self.record_refusal(subject, &EgressDenied::RuleGone(present)).await;
                return;
            }
        }
    }

    /// Tells the program why, and closes the connection.
    pub(super) async fn refuse(&self, mut client: impl ByteStream, denied: &EgressDenied) -> io::Result<()> {
        client.write_all(&denied.answer(self.project_name().await)).await?;
        client.shutdown().await
    }

    /// Records a refusal; it stands even if the record does not.
    pub(super) async fn record_refusal(&self, subject: String, denied: &EgressDenied) {
        // Nothing was let out, so the refusal needs no record to be right; the recorder logs that it is missing.
        let _ = self.record(subject, false, format!("{}: {denied}", denied.reason())).await;
    }

    async fn record(&self, subject: String, allowed: bool, reason: String) -> Result<(), EgressDenied> {
        let (project_id, machine_id) = (self.caller.project_id.as_str(), self.caller.machine_id.as_str());
        self.egress.audit.record(Decision { project_id, machine_id, subject, allowed, reason }).await
    }

    /// True when tunnels to the host are looked into.
    pub(super) async fn is_intercepted(&self, destination: &Destination) -> bool {
        let host = destination.host.to_string();
        self.egress.config.interception.wanted(&self.caller.project_id, &host).await
    }

    /// Shows a request of plain HTTP to whoever looks into tunnels.
    pub(super) async fn show(&self, destination: &Destination, head: &http::request::Parts) {
        let (project_id, machine_id) = (&self.caller.project_id, &self.caller.machine_id);
        let host = destination.host.to_string();
        self.egress.config.interception.plain_request(project_id, machine_id, &host, head).await;
    }

    /// Hands a tunnel over to whoever looks into it.
    pub(super) async fn intercept(
        &self,
        destination: &Destination,
        client: Box<dyn ByteStream>,
        upstream: TcpStream,
    ) -> io::Result<()> {
        let (project_id, machine_id) = (&self.caller.project_id, &self.caller.machine_id);
        let host = destination.host.to_string();
        let interception = &self.egress.config.interception;
        interception.run(project_id, machine_id, &host, destination.port, client, upstream).await
    }

    /// The Project as a person calls it.
    pub(super) async fn project_name(&self) -> &str {
        let id = &self.caller.project_id;
        let reading = self.project_name.get_or_init(async || {
            let project = self.egress.hub.database().get::<Project>(id).await;
            project.ok().flatten().map_or_else(|| id.clone(), |project| project.name)
        });
        reading.await
    }
}

/// Reads until the head is there; `None` when the connection ended before its first byte.
async fn read_head(
    client: &mut impl ByteStream,
    bytes: &mut BytesMut,
) -> io::Result<Result<Option<RequestHead>, EgressDenied>> {
    loop {
        match parse_request_head(bytes) {
            Ok(Some(head)) => return Ok(Ok(Some(head))),
            Ok(None) => {}
            Err(denied) => return Ok(Err(denied)),
        }
        // One byte more than the longest head, so that a longer one is noticed.
        let room = (HEAD_BYTES_MAX + 4).saturating_sub(bytes.len()).max(1);
        if client.take(room as u64).read_buf(bytes).await? == 0 {
            let ended =
                if bytes.is_empty() { Ok(None) } else { Err(EgressDenied::Malformed("the head breaks off")) };
            return Ok(ended);
        }
    }
}
