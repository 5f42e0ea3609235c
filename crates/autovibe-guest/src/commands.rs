//! Carries out the Hub's commands, one after the other; a known one is answered again, not done again.

use std::sync::Arc;
use std::time::Duration;

use autovibe_proto::guest::v1::guest_command::Kind;
use autovibe_proto::guest::v1::{
    Accepted, CommandResult, GuestCommand, PrepareWorkspaceCommand, PromptCommand,
};
use autovibe_proto::v1::{CheckpointCut, EffectFailure, EffectOutcome};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

use crate::coding_agent::{CodingAgent, Refusal};
use crate::hub::HubLink;
use crate::spool::Spool;
use crate::state::StateStore;
use crate::stream::Streams;
use crate::workspace::{Errands, Outbox};

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
    /// Knows the workspace.
    pub(crate) errands: Errands,
    /// Sends the workspaces of Checkpoints.
    pub(crate) outbox: Outbox,
    /// Where answers go.
    pub(crate) link: Arc<HubLink>,
}

impl Commands {
    /// Takes commands until the queue closes.
    pub(crate) async fn run(self, mut commands: mpsc::Receiver<GuestCommand>) {
        // Answers wait here while the connection is away; a full queue stops commands, not answers.
        let (answers, queue) = mpsc::channel(64);
        let answering = tokio::spawn(run_answers(Arc::clone(&self.link), queue));
        let mut cloning: Option<JoinHandle<()>> = None;
        while let Some(command) = commands.recv().await {
            if let Some(Kind::PrepareWorkspace(order)) = &command.kind
                && self.is_new(&command)
            {
                // It takes minutes, in which other commands go on; the Hub asks again and again meanwhile.
                if cloning.as_ref().is_none_or(JoinHandle::is_finished) {
                    cloning = Some(self.clone_workspace(command.effect_id.clone(), order.clone(), &answers));
                }
                continue;
            }
            if let Some(result) = self.take(command).await
                && answers.send(result).await.is_err()
            {
                break;
            }
        }
        answering.abort();
    }

    /// True for a command that is meant for this life and has no answer yet.
    fn is_new(&self, command: &GuestCommand) -> bool {
        let is_ours = command.incarnation == 0 || command.incarnation == self.state.get().incarnation;
        is_ours && self.state.result_of(&command.effect_id).is_none()
    }

    fn clone_workspace(
        &self,
        effect_id: String,
        order: PrepareWorkspaceCommand,
        answers: &mpsc::Sender<CommandResult>,
    ) -> JoinHandle<()> {
        let (errands, link, state) = (self.errands.clone(), Arc::clone(&self.link), self.state.clone());
        let answers = answers.clone();
        tokio::spawn(async move {
            let outcome = Box::pin(errands.prepare(&link, &order)).await.map(|()| None);
            // Nobody takes answers of a guest that is stopping.
            let _ = answers.send(kept(&state, effect_id, outcome)).await;
        })
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
            Some(Kind::Prompt(prompt)) => self.prompt(prompt).await.map(|()| None),
            Some(Kind::Interrupt(interrupt)) => {
                self.coding_agent.interrupt(interrupt.turn_id).await.map(|()| None)
            }
            Some(Kind::Freeze(freeze)) => self.freeze(&freeze.checkpoint_id).await.map(Some),
            Some(Kind::Thaw(_)) => {
                let thawed = self.coding_agent.thaw().await;
                self.outbox.wake();
                thawed.map(|()| None)
            }
            // Taken before, unless it is for another life, which was answered above.
            Some(Kind::PrepareWorkspace(_)) => return None,
            None => Err(Refusal::lasting("UNKNOWN_COMMAND", "this guest does not know the command")),
        };
        Some(kept(&self.state, effect_id, outcome))
    }

    /// Gives the coding agent a prompt, after the workspace was kept as it is; a Turn that is known keeps its begin.
    async fn prompt(&self, prompt: PromptCommand) -> Result<(), Refusal> {
        let state = self.state.get();
        let is_known = state.open_turn_id == prompt.turn_id || state.ended_turn_id == prompt.turn_id;
        if !is_known && state.open_turn_id.is_empty() {
            let start_commit = self.errands.turn_commit(&prompt.turn_id, "start").await;
            self.state.update(|state| state.start_commit = start_commit);
        }
        self.coding_agent.prompt(prompt).await
    }

    async fn freeze(&self, checkpoint_id: &str) -> Result<CheckpointCut, Refusal> {
        let attempt = async {
            self.coding_agent.freeze().await?;
            let mut length = self.spool.watch_length();
            // The borrow inside the answer must not live on.
            let emptied = async { length.wait_for(|length| *length == 0).await.is_ok() };
            if !tokio::time::timeout(FLUSH_LIMIT, emptied).await.unwrap_or(false) {
                return Err(Refusal::passing("SPOOL_NOT_FLUSHED", "the hub did not take all events in time"));
            }
            Ok(())
        };
        let frozen = tokio::time::timeout(FREEZE_LIMIT, attempt)
            .await
            .unwrap_or_else(|_| Err(Refusal::passing("FREEZE_TIMEOUT", "the freeze took too long")));
        if let Err(refusal) = frozen {
            self.coding_agent.thaw().await?;
            return Err(refusal);
        }
        let workspace_commit = self.errands.checkpoint_commit(checkpoint_id).await;
        // A Checkpoint without memory only has what is on the disk.
        let _ = tokio::task::spawn_blocking(rustix::fs::sync).await;
        Ok(CheckpointCut { workspace_commit, ..self.coding_agent.cut().await })
    }
}

/// The answer, remembered unless it may pass: then the command is tried anew when it comes again.
fn kept(
    state: &StateStore,
    effect_id: String,
    outcome: Result<Option<CheckpointCut>, Refusal>,
) -> CommandResult {
    let is_passing = matches!(&outcome, Err(refusal) if refusal.is_transient);
    let result = result_of(effect_id, outcome);
    if !is_passing {
        state.keep_result(result.clone());
    }
    result
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
