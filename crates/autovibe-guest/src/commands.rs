//! Carries out the Hub's commands, one after the other; a known one is answered again, not done again.

use std::sync::Arc;
use std::time::Duration;

use autovibe_proto::guest::v1::guest_command::Kind;
use autovibe_proto::guest::v1::{Accepted, CommandResult, GuestCommand};
use autovibe_proto::v1::{CheckpointCut, EffectFailure, EffectOutcome};
use tokio::sync::mpsc;

use crate::coding_agent::{CodingAgent, Refusal};
use crate::hub::HubLink;
use crate::spool::Spool;
use crate::state::StateStore;
use crate::stream::Streams;

/// A freeze that takes longer is given up, so that the coding agent never stands still without a Checkpoint.
const FREEZE_LIMIT: Duration = Duration::from_secs(10);
/// Of that, the time for the spool to reach the Hub.
const FLUSH_LIMIT: Duration = Duration::from_secs(8);
const ANSWER_LIMIT: Duration = Duration::from_secs(10);
/// The Hub sends the command again when no answer arrives.
const MAX_ANSWERS: u32 = 5;

/// Carries out commands.
#[derive(Debug)]
pub(crate) struct Commands {
    /// Remembers answers.
    pub(crate) state: StateStore,
    /// Must be empty for a freeze.
    pub(crate) spool: Spool,
    /// Takes prompts.
    pub(crate) coding_agent: CodingAgent,
    /// Opens streams.
    pub(crate) streams: Streams,
    /// Where answers go.
    pub(crate) link: Arc<HubLink>,
}

impl Commands {
    /// Takes commands until the queue closes.
    pub(crate) async fn run(self, mut commands: mpsc::Receiver<GuestCommand>) {
        // Answers wait here while the connection is away; a full queue stops commands, not answers.
        let (answers, queue) = mpsc::channel(64);
        let answering = tokio::spawn(run_answers(Arc::clone(&self.link), queue));
        while let Some(command) = commands.recv().await {
            if let Some(result) = self.take(command).await
                && answers.send(result).await.is_err()
            {
                break;
            }
        }
        answering.abort();
    }

    async fn take(&self, command: GuestCommand) -> Option<CommandResult> {
        let effect_id = command.effect_id.clone();
        if let Some(result) = self.state.result_of(&effect_id) {
            return Some(result);
        }
        let incarnation = self.state.get().incarnation;
        if command.incarnation != 0 && command.incarnation != incarnation {
            let text =
                format!("the command is for incarnation {}, this is {incarnation}", command.incarnation);
            return Some(result_of(effect_id, Err(Refusal::lasting("STALE_INCARNATION", text))));
        }
        let outcome = match command.kind {
            Some(Kind::OpenStream(open)) => {
                self.streams.open(open);
                return None;
            }
            Some(Kind::Prompt(prompt)) => self.coding_agent.prompt(prompt).await.map(|()| None),
            Some(Kind::Interrupt(interrupt)) => {
                self.coding_agent.interrupt(interrupt.turn_id).await.map(|()| None)
            }
            Some(Kind::Freeze(_)) => self.freeze().await.map(Some),
            Some(Kind::Thaw(_)) => self.coding_agent.thaw().await.map(|()| None),
            Some(Kind::PrepareWorkspace(_)) | None => {
                Err(Refusal::lasting("UNKNOWN_COMMAND", "this guest does not know the command"))
            }
        };
        let is_passing = matches!(&outcome, Err(refusal) if refusal.is_transient);
        let result = result_of(effect_id, outcome);
        // What may pass is tried anew when the command comes again.
        if !is_passing {
            self.state.keep_result(result.clone());
        }
        Some(result)
    }

    async fn freeze(&self) -> Result<CheckpointCut, Refusal> {
        let attempt = async {
            self.coding_agent.freeze().await?;
            let mut length = self.spool.watch_length();
            // The borrow inside the answer must not live on.
            let emptied = async { length.wait_for(|length| *length == 0).await.is_ok() };
            if !tokio::time::timeout(FLUSH_LIMIT, emptied).await.unwrap_or(false) {
                return Err(Refusal::passing("SPOOL_NOT_FLUSHED", "the hub did not take all events in time"));
            }
            // A Checkpoint without memory only has what is on the disk.
            let _ = tokio::task::spawn_blocking(rustix::fs::sync).await;
            Ok(self.coding_agent.cut().await)
        };
        let frozen = tokio::time::timeout(FREEZE_LIMIT, attempt)
            .await
            .unwrap_or_else(|_| Err(Refusal::passing("FREEZE_TIMEOUT", "the freeze took too long")));
        if frozen.is_err() {
            self.coding_agent.thaw().await?;
        }
        frozen
    }
}

fn result_of(effect_id: String, outcome: Result<Option<CheckpointCut>, Refusal>) -> CommandResult {
    let outcome = match outcome {
        Ok(cut) => EffectOutcome { cut, ..EffectOutcome::default() },
        Err(refusal) => EffectOutcome {
            failure: Some(EffectFailure {
                reason: refusal.reason.to_owned(),
                text: refusal.text,
                transient: refusal.is_transient,
            }),
            ..EffectOutcome::default()
        },
    };
    CommandResult { effect_id, outcome: Some(outcome) }
}

async fn run_answers(link: Arc<HubLink>, mut queue: mpsc::Receiver<CommandResult>) {
    while let Some(result) = queue.recv().await {
        for attempt in 1..=MAX_ANSWERS {
            match link.call::<Accepted>("/guest/v1/command-results", &result, ANSWER_LIMIT).await {
                Ok(Accepted {}) => break,
                Err(error) => {
                    tracing::warn!(error = error.chain(), effect.id = result.effect_id, attempt, "answer");
                    tokio::time::sleep(Duration::from_millis(200)).await;
                }
            }
        }
    }
}
