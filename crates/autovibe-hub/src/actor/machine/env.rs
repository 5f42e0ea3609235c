//! What a step knows beside the Machine and the Message, and which rows have to be read for that.

use autovibe_proto::v1::effect_body::Kind as EffectKind;
use autovibe_proto::v1::message_body::Kind;
use autovibe_proto::v1::{
    Checkpoint, CheckpointCut, Machine, MachineGoal, MachineState, Message, Turn, WorkspaceSource,
};

use super::memory::{kind_of, memory};

/// What a step knows beside the Machine and the Message, all of it data.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Env {
    /// The step's time in microseconds since the epoch.
    pub now_micros: i64,
    /// Sequence of the Message's mailbox entry.
    pub position: i64,
    /// The Checkpoint that [`lookup`] names, if it exists.
    pub checkpoint: Option<Checkpoint>,
    /// The Turn that was running at that Checkpoint's cut, if it exists.
    pub turn: Option<Turn>,
    /// The Machine's Checkpoints, when [`lookup`] asks for them.
    pub checkpoints: Vec<Checkpoint>,
    /// Checkpoints among these that a Machine is being forked from.
    pub forking: Vec<String>,
    /// The repository that the Project's Machines start from, when [`lookup`] asks for it.
    pub source: Option<WorkspaceSource>,
    /// Where the guest would have cut at its newest heartbeat; known only to the Hub that it is connected to.
    pub last_cut: Option<CheckpointCut>,
}

/// What has to be read for a step.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lookup {
    /// The Checkpoint, with the Turn of its cut.
    pub checkpoint_id: Option<String>,
    /// Not that Checkpoint itself is wanted, but the newest one from it backwards that is ready.
    pub lineage: bool,
    /// All Checkpoints of the Machine.
    pub checkpoints: bool,
    /// Which Checkpoints are being forked.
    pub forking: bool,
    /// The Project's repository.
    pub source: bool,
}

/// Tells what has to be read before a Message can be decided.
#[must_use]
pub fn lookup(machine: &Machine, message: &Message) -> Lookup {
    let Some(kind) = message.body.as_ref().and_then(|body| body.kind.as_ref()) else {
        return Lookup::default();
    };
    let checkpoint = |id: &str| Lookup { checkpoint_id: Some(id.to_owned()), ..Lookup::default() };
    match kind {
        Kind::Create(create) => Lookup { checkpoint_id: create.checkpoint_id.clone(), ..Lookup::default() },
        Kind::Checkpoint(body) => checkpoint(&body.checkpoint_id),
        Kind::Restore(body) => checkpoint(&body.checkpoint_id),
        Kind::CheckpointLost(body) => checkpoint(&body.checkpoint_id),
        Kind::Forget(body) => Lookup { forking: true, ..checkpoint(&body.checkpoint_id) },
        Kind::Goal(body) if body.goal() == MachineGoal::Deleted => {
            Lookup { checkpoints: true, forking: true, ..Lookup::default() }
        }
        // Setting a failed fork running again makes it from its origin.
        Kind::Goal(_) => Lookup { checkpoint_id: machine.origin_checkpoint_id.clone(), ..Lookup::default() },
        // A loss goes back to the newest Checkpoint.
        Kind::VmObserved(_) | Kind::Timer(_) => newest(machine),
        // The end of one batch of removals begins the next one.
        Kind::EffectDone(_)
            if machine.state() == MachineState::Deleting && memory(machine).awaited.len() <= 1 =>
        {
            Lookup { checkpoints: true, forking: true, ..Lookup::default() }
        }
        Kind::GuestGreeted(_) => Lookup { source: !memory(machine).workspace_ready, ..Lookup::default() },
        // When the newest Checkpoint is gone, the one before it is the newest.
        Kind::EffectDone(body) if removes_newest(machine, &body.effect_id) => newest(machine),
        Kind::Prompt(_)
        | Kind::Interrupt(_)
        | Kind::EffectDone(_)
        | Kind::TurnEnded(_)
        | Kind::BudgetReached(_)
        | Kind::BudgetRaised(_) => Lookup::default(),
    }
}

fn newest(machine: &Machine) -> Lookup {
    Lookup { checkpoint_id: machine.checkpoint_id.clone(), lineage: true, ..Lookup::default() }
}

fn removes_newest(machine: &Machine, effect_id: &str) -> bool {
    let awaited = memory(machine).awaited.iter().find(|awaited| awaited.effect_id == effect_id);
    matches!(awaited.and_then(kind_of), Some(EffectKind::ForgetCheckpoint(effect))
        if machine.checkpoint_id.as_ref() == Some(&effect.checkpoint_id))
}
