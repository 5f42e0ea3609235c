//! What the rest of the guest asks of the coding agent's runner.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use autovibe_proto::guest::v1::PromptCommand;
use autovibe_proto::v1::CheckpointCut;
use tokio::sync::{mpsc, oneshot};

use super::runner::Runner;
use crate::config::GuestConfig;
use crate::spool::Spool;
use crate::state::StateStore;
use crate::workspace::Errands;

/// Why a command was not carried out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Refusal {
    /// Stable reason.
    pub(crate) reason: &'static str,
    /// What happened, for people.
    pub(crate) text: String,
    /// Trying again may help.
    pub(crate) is_transient: bool,
}

impl Refusal {
    /// A refusal that stays.
    pub(crate) fn lasting(reason: &'static str, text: impl Into<String>) -> Refusal {
        Refusal { reason, text: text.into(), is_transient: false }
    }

    /// A refusal that may pass.
    pub(crate) fn passing(reason: &'static str, text: impl Into<String>) -> Refusal {
        Refusal { reason, text: text.into(), is_transient: true }
    }
}

/// What the runner is asked.
#[derive(Debug)]
pub(super) enum Request {
    Prompt(PromptCommand, oneshot::Sender<Result<(), Refusal>>),
    Interrupt(String, oneshot::Sender<Result<(), Refusal>>),
    Freeze(oneshot::Sender<Result<(), Refusal>>),
    Thaw(oneshot::Sender<Result<(), Refusal>>),
    Cut(oneshot::Sender<CheckpointCut>),
    BeReborn(String, oneshot::Sender<()>),
    CloseLostTurn(oneshot::Sender<()>),
}

/// Asks the runner; cheap to clone.
#[derive(Debug, Clone)]
pub(crate) struct CodingAgent {
    requests: mpsc::Sender<Request>,
    is_frozen: Arc<AtomicBool>,
}

impl CodingAgent {
    /// Starts the runner; the coding agent itself starts with the first prompt.
    pub(crate) fn start(
        config: GuestConfig,
        state: StateStore,
        spool: Spool,
        errands: Errands,
    ) -> CodingAgent {
        let (sender, requests) = mpsc::channel(16);
        let is_frozen = Arc::new(AtomicBool::new(false));
        let runner = Runner::new(config, state, spool, errands, Arc::clone(&is_frozen));
        tokio::spawn(runner.run(requests));
        CodingAgent { requests: sender, is_frozen }
    }

    /// Whether the coding agent stands still for a Checkpoint.
    pub(crate) fn is_frozen(&self) -> bool {
        self.is_frozen.load(Ordering::Relaxed)
    }

    /// Gives it a prompt.
    pub(crate) async fn prompt(&self, command: PromptCommand) -> Result<(), Refusal> {
        self.ask(|reply| Request::Prompt(command, reply)).await.unwrap_or_else(gone)
    }

    /// Stops a Turn; an empty id means whichever runs.
    pub(crate) async fn interrupt(&self, turn_id: String) -> Result<(), Refusal> {
        self.ask(|reply| Request::Interrupt(turn_id, reply)).await.unwrap_or_else(gone)
    }

    /// Freezes it and takes in what it had written.
    pub(crate) async fn freeze(&self) -> Result<(), Refusal> {
        self.ask(Request::Freeze).await.unwrap_or_else(gone)
    }

    /// Lets it go on.
    pub(crate) async fn thaw(&self) -> Result<(), Refusal> {
        self.ask(Request::Thaw).await.unwrap_or_else(gone)
    }

    /// Where a Checkpoint would cut now.
    pub(crate) async fn cut(&self) -> CheckpointCut {
        self.ask(Request::Cut).await.unwrap_or_default()
    }

    /// Continues the open Turn under another id, if one is given, and thaws.
    pub(crate) async fn be_reborn(&self, turn_id: String) {
        let _ = self.ask(|reply| Request::BeReborn(turn_id, reply)).await;
    }

    /// Ends a Turn whose coding agent died with an earlier run of this program.
    pub(crate) async fn close_lost_turn(&self) {
        let _ = self.ask(Request::CloseLostTurn).await;
    }

    /// Asks and waits; `None` when the runner is gone.
    async fn ask<T>(&self, request: impl FnOnce(oneshot::Sender<T>) -> Request) -> Option<T> {
        let (reply, answer) = oneshot::channel();
        self.requests.send(request(reply)).await.ok()?;
        answer.await.ok()
    }
}

fn gone() -> Result<(), Refusal> {
    Err(Refusal::passing("GUEST_STOPPING", "the guest is stopping"))
}
