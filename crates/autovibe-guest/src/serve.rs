//! `autovibe-guest serve`: puts the parts of the guest together and keeps them running.

use std::sync::Arc;

use tokio::sync::mpsc;

use crate::coding_agent::CodingAgent;
use crate::commands::Commands;
use crate::config::{DialAddress, GuestConfig};
use crate::doorbell;
use crate::egress::run_egress;
use crate::error::GuestError;
use crate::forward::run_forward;
use crate::heartbeat::run_heartbeat;
use crate::hub::{Connection, HubLink, client_config, run_uplink};
use crate::local::run_local;
use crate::rebirth::Adoption;
use crate::seed::read_seed;
use crate::spool::Spool;
use crate::state::StateStore;
use crate::stream::Streams;
use crate::workspace::{Errands, Outbox};

/// Commands that wait for their turn; beyond it the Hub waits.
const QUEUED_COMMANDS: usize = 64;

/// Serves until a part fails that the guest cannot be without.
///
/// | task | ends | then |
/// |---|---|---|
/// | connection, uplink, heartbeat, commands, outbox | never | |
/// | model endpoint, proxy, local socket | when it cannot listen | the guest ends and systemd starts it again |
/// | doorbell | without a port | the guest goes on without |
///
/// # Errors
/// [`GuestError`] of the part that failed.
pub(crate) async fn run_serve(config: GuestConfig) -> Result<(), GuestError> {
    let seed = read_seed(&config).await?;
    let state = StateStore::open(&config)?;
    if state.get().coding_agent.is_empty() {
        state.update(|state| state.coding_agent.clone_from(&seed.coding_agent));
    }
    let spool = Spool::open(&config.spool_folder())?;
    let link = HubLink::new();
    let (errands, outbox) = (Errands::new(config.clone()), Outbox::default());
    let coding_agent = CodingAgent::start(config.clone(), state.clone(), spool.clone(), errands.clone());
    let adoption = Adoption::new(
        config.clone(),
        state.clone(),
        spool.clone(),
        coding_agent.clone(),
        seed.bootstrap_secret.clone(),
    );
    let (sender, commands) = mpsc::channel(QUEUED_COMMANDS);
    let connection = Connection {
        address: config.dial.clone().unwrap_or(DialAddress::Tcp(seed.hub_address)),
        hub_name: Arc::from(seed.hub_name),
        tls: client_config(&seed.ca_certificate)?,
        link: Arc::clone(&link),
        adoption: Arc::new(adoption),
        commands: sender,
    };
    if config.owns_system() {
        doorbell::listen(Arc::clone(&link));
    }
    let taking = Commands {
        state,
        spool: spool.clone(),
        coding_agent: coding_agent.clone(),
        streams: Streams::new(config.clone(), Arc::clone(&link)),
        errands: errands.clone(),
        outbox: outbox.clone(),
        link: Arc::clone(&link),
    };
    tokio::spawn(connection.run());
    tokio::spawn(run_uplink(Arc::clone(&link), spool));
    tokio::spawn(run_heartbeat(config.clone(), Arc::clone(&link), coding_agent));
    tokio::spawn(taking.run(commands));
    tokio::spawn(outbox.run(config.clone(), errands, Arc::clone(&link)));
    tokio::select! {
        ended = run_forward(&config, Arc::clone(&link)) => ended.map(|never| match never {}),
        ended = run_egress(&config, Arc::clone(&link)) => ended.map(|never| match never {}),
        ended = run_local(&config, Arc::clone(&link)) => ended.map(|never| match never {}),
    }
}
