//! The greeting's two halves: what we say of ourselves, and taking on what the Hub answers.
//!
//! Order: incarnation, random pool, clock, identity, token, and the coding agent goes on last.

use std::sync::atomic::{AtomicBool, Ordering};

use autovibe_proto::guest::v1::{HelloRequest, HelloResponse};
use autovibe_proto::timestamp_micros;
use tokio::sync::Mutex;

use super::clock::set_clock;
use super::entropy::mix_entropy;
use super::identity::set_identity;
use crate::coding_agent::CodingAgent;
use crate::config::GuestConfig;
use crate::egress::configure_apt;
use crate::error::GuestError;
use crate::spool::Spool;
use crate::state::StateStore;
use crate::trust::trust_egress;

/// Adopts what the Hub says.
#[derive(Debug)]
pub(crate) struct Adoption {
    config: GuestConfig,
    state: StateStore,
    spool: Spool,
    coding_agent: CodingAgent,
    bootstrap_secret: String,
    process_id: String,
    /// One adoption at a time, even when connections follow each other quickly.
    turnstile: Mutex<()>,
    has_adopted: AtomicBool,
}

impl Adoption {
    /// Prepares for the first greeting.
    pub(crate) fn new(
        config: GuestConfig,
        state: StateStore,
        spool: Spool,
        coding_agent: CodingAgent,
        bootstrap_secret: String,
    ) -> Adoption {
        let mut process_id = [0_u8; 8];
        // Only tells runs of this program apart; nothing secret depends on it.
        if getrandom::fill(&mut process_id).is_err() {
            process_id = u64::from(std::process::id()).to_be_bytes();
        }
        let process_id = process_id.iter().map(|byte| format!("{byte:02x}")).collect();
        Adoption {
            config,
            state,
            spool,
            coding_agent,
            bootstrap_secret,
            process_id,
            turnstile: Mutex::new(()),
            has_adopted: AtomicBool::new(false),
        }
    }

    /// What the guest says first on each connection.
    pub(crate) fn greeting(&self) -> HelloRequest {
        let state = self.state.get();
        let bootstrap_secret =
            if state.token.is_empty() { self.bootstrap_secret.clone() } else { String::new() };
        HelloRequest {
            bootstrap_secret,
            token: state.token,
            incarnation: state.incarnation,
            guest_version: env!("CARGO_PKG_VERSION").to_owned(),
            process_id: self.process_id.clone(),
            session_id: state.session_id,
            open_turn_id: state.open_turn_id,
            frozen: self.coding_agent.is_frozen(),
        }
    }

    /// Takes on an answer; `publish` opens the connection to everybody else, before the coding agent goes on.
    ///
    /// # Errors
    /// [`GuestError::File`] when a step fails: the Machine must not go on with another's identity.
    pub(crate) async fn adopt(&self, hello: HelloResponse, publish: impl FnOnce()) -> Result<(), GuestError> {
        let _turn = self.turnstile.lock().await;
        let before = self.state.get();
        let is_first = before.incarnation == 0;
        let is_other_machine = before.machine_id != hello.machine_id;
        let is_reborn = !is_first && (is_other_machine || before.incarnation != hello.incarnation);
        if is_reborn {
            tracing::info!(from = before.incarnation, to = hello.incarnation, "reborn");
        }
        self.spool.begin(&hello.machine_id, hello.incarnation, hello.stored_sequence, is_reborn);
        if self.config.owns_system() {
            if !hello.entropy.is_empty() {
                mix_entropy(&hello.entropy).map_err(GuestError::file("feed the random pool"))?;
            }
            if let Some(time) = &hello.time
                && set_clock(timestamp_micros(time)).map_err(GuestError::file("set the clock"))?
            {
                tracing::info!("clock was set by the hub's");
            }
        }
        if is_first || is_other_machine {
            set_identity(&self.config, &hello.machine_id, &hello.machine_name)?;
            configure_apt(&self.config)?;
        }
        self.config.environment.set_placeholders(hello.environment.clone());
        trust_egress(&self.config, &hello.egress_ca_pem);
        // Last in the state: until here a failed step is done again at the next greeting.
        self.state.update(|state| {
            state.machine_id.clone_from(&hello.machine_id);
            state.incarnation = hello.incarnation;
            state.token.clone_from(&hello.token);
            if !hello.coding_agent.is_empty() {
                state.coding_agent.clone_from(&hello.coding_agent);
            }
        });
        publish();
        if is_reborn {
            self.coding_agent.be_reborn(hello.turn_id).await;
        }
        if !self.has_adopted.swap(true, Ordering::Relaxed) {
            // An earlier run of this program may have left a Turn whose coding agent is gone.
            self.coding_agent.close_lost_turn().await;
        }
        Ok(())
    }
}
