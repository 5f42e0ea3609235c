//! What can be told from a Machine's row and its actor's memory.

use autovibe_proto::v1::effect_body::Kind as EffectKind;
use autovibe_proto::v1::{
    AwaitedEffect, BudgetHold, EffectBody, Machine, MachineActor, MachineGoal, MachineState,
};

static NOTHING: MachineActor = MachineActor {
    awaited: Vec::new(),
    mailbox_position: 0,
    active_checkpoint: None,
    queued_checkpoints: Vec::new(),
    restart_times: Vec::new(),
    guest_version: String::new(),
    greeted_incarnation: 0,
    continued_turn: None,
    restart_pending: false,
    turn_limit_ms: 0,
    source_checkpoint_id: None,
    grace_ms: 0,
    failed_restore: None,
    former_session_id: String::new(),
    workspace_ready: false,
    budget_hold: None,
};

static NO_HOLD: BudgetHold = BudgetHold {
    budget_id: String::new(),
    text: String::new(),
    start_time: None,
    runs_on: false,
    held_ms: 0,
};

/// The actor's memory.
pub(super) fn memory(machine: &Machine) -> &MachineActor {
    machine.actor.as_ref().unwrap_or(&NOTHING)
}

/// The actor's memory, to be changed.
pub(super) fn memory_mut(machine: &mut Machine) -> &mut MachineActor {
    machine.actor.get_or_insert_default()
}

/// The Machine takes its next prompt now.
#[must_use]
pub fn takes_prompts(machine: &Machine) -> bool {
    machine.state() == MachineState::Ready
        && machine.goal() == MachineGoal::Running
        && machine.turn_id.is_none()
        && is_greeted(machine)
        && !is_held(machine)
        && memory(machine).queued_checkpoints.is_empty()
}

/// Whether and why a Budget holds the Machine.
pub(crate) fn hold(machine: &Machine) -> &BudgetHold {
    memory(machine).budget_hold.as_ref().unwrap_or(&NO_HOLD)
}

/// A Budget holds the Machine.
pub(crate) fn is_held(machine: &Machine) -> bool {
    !hold(machine).budget_id.is_empty()
}

/// The guest of the present incarnation has greeted.
pub(super) fn is_greeted(machine: &Machine) -> bool {
    machine.incarnation > 0 && memory(machine).greeted_incarnation == machine.incarnation
}

/// An operation on the virtual machine is under way, so no second one begins.
pub(crate) fn awaits_node(machine: &Machine) -> bool {
    memory(machine).awaited.iter().any(|awaited| is_for_machine(awaited.body.as_ref()))
}

/// The guest is about to be let go on.
pub(super) fn awaits_thaw(machine: &Machine) -> bool {
    memory(machine).awaited.iter().any(|awaited| matches!(kind_of(awaited), Some(EffectKind::Thaw(_))))
}

/// What an awaited Effect does.
pub(super) fn kind_of(awaited: &AwaitedEffect) -> Option<&EffectKind> {
    awaited.body.as_ref().and_then(|body| body.kind.as_ref())
}

/// READY or WORKING, by whether a Turn runs.
pub(super) fn awake_state(machine: &Machine) -> MachineState {
    if machine.turn_id.is_some() { MachineState::Working } else { MachineState::Ready }
}

fn is_for_machine(body: Option<&EffectBody>) -> bool {
    match body.and_then(|body| body.kind.as_ref()) {
        Some(
            EffectKind::CreateVm(_)
            | EffectKind::ForkVm(_)
            | EffectKind::RestoreVm(_)
            | EffectKind::PowerVm(_)
            | EffectKind::DestroyVm(_)
            | EffectKind::CheckpointVm(_),
        ) => true,
        Some(
            EffectKind::ForgetCheckpoint(_)
            | EffectKind::Prompt(_)
            | EffectKind::Interrupt(_)
            | EffectKind::Freeze(_)
            | EffectKind::Thaw(_)
            | EffectKind::PrepareWorkspace(_),
        )
        | None => false,
    }
}
