//! What is wanted of a Machine, and how it gets there.

use autovibe_proto::v1::effect_body::Kind as EffectKind;
use autovibe_proto::v1::machine_event_body::Kind;
use autovibe_proto::v1::{
    CheckpointState, DeletedEvent, DestroyVmEffect, EffectFailure, GoalChangedEvent, GoalMessage,
    MachineGoal, MachineState, PowerVmEffect, TurnOutcome, VmPlacedEvent,
};

use super::memory::{awaits_node, awaits_thaw, awake_state, hold, is_greeted, is_held, memory};
use super::progress::Progress;
use super::{Refusal, budget, checkpointing, lifecycle, turns};

/// Time for an orderly shutdown when nobody said how much.
const GRACE_MS: i64 = 10_000;
/// Checkpoints that are removed in one step; each takes four writes of its Commit.
const FORGET_BATCH: usize = 100;

/// Somebody says what is wanted.
pub(super) fn set_goal(progress: &mut Progress<'_>, body: &GoalMessage) -> Result<(), Refusal> {
    let goal = body.goal();
    if goal == MachineGoal::Unspecified {
        return Err(Refusal::Denied { reason: "INVALID_ARGUMENT", text: "the goal is not known".to_owned() });
    }
    if progress.machine.goal() == MachineGoal::Deleted && goal != MachineGoal::Deleted {
        return Err(Refusal::wrong_state("the machine is being deleted"));
    }
    if goal == MachineGoal::Running && is_held(&progress.machine) {
        let text = hold(&progress.machine).text.clone();
        return Err(Refusal::Denied { reason: "BUDGET_REACHED", text });
    }
    if progress.machine.goal() != goal {
        progress.emit(Kind::GoalChanged(GoalChangedEvent {
            goal: goal.into(),
            grace_ms: body.grace_ms,
            failure: String::new(),
        }));
    }
    match (goal, progress.machine.state()) {
        (MachineGoal::Deleted, MachineState::Deleting | MachineState::Deleted) => {}
        (MachineGoal::Deleted, _) => remove(progress),
        (MachineGoal::Running, MachineState::Failed) => revive(progress),
        // A Machine that failed may still run. Only an order does this: a stop that fails is not repeated by itself.
        (MachineGoal::Stopped, MachineState::Failed) if !progress.machine.handle.is_empty() => {
            stop(progress, "the machine was stopped");
        }
        _ => {}
    }
    Ok(())
}

/// Concludes the state from what is known.
pub(super) fn settle(progress: &mut Progress<'_>) {
    let machine = &progress.machine;
    match machine.state() {
        MachineState::Starting | MachineState::Restoring => {
            let memory = memory(machine);
            let is_able = memory.workspace_ready && !memory.restart_pending;
            if is_greeted(machine) && !awaits_node(machine) && is_able {
                progress.state(awake_state(machine));
            }
        }
        MachineState::Ready | MachineState::Working => progress.state(awake_state(machine)),
        MachineState::Checkpointing => {
            if memory(machine).active_checkpoint.is_none() && !awaits_thaw(machine) {
                progress.state(awake_state(machine));
            }
        }
        MachineState::Deleting => {
            if memory(machine).awaited.is_empty() && !forget_some(progress) {
                progress.emit(Kind::Deleted(DeletedEvent {}));
            }
        }
        MachineState::Unspecified
        | MachineState::Pending
        | MachineState::Paused
        | MachineState::Stopping
        | MachineState::Stopped
        | MachineState::Failed
        | MachineState::Deleted => {}
    }
}

/// Takes the next step towards the goal, unless an operation is under way.
pub(super) fn pursue(progress: &mut Progress<'_>) {
    if awaits_node(&progress.machine) {
        return;
    }
    match (progress.machine.goal(), progress.machine.state()) {
        // What was asked for before the goal changed comes first.
        (_, MachineState::Ready | MachineState::Working | MachineState::Paused | MachineState::Stopped)
            if checkpointing::start_next(progress) => {}
        (MachineGoal::Paused, MachineState::Ready | MachineState::Working) => {
            power(progress, MachineGoal::Paused);
        }
        (MachineGoal::Running, MachineState::Ready | MachineState::Working)
            if budget::wants_pause(&progress.machine) =>
        {
            power(progress, MachineGoal::Paused);
        }
        (
            MachineGoal::Stopped,
            MachineState::Ready
            | MachineState::Working
            | MachineState::Paused
            | MachineState::Starting
            | MachineState::Restoring,
        ) => stop(progress, "the machine was stopped"),
        (MachineGoal::Running, MachineState::Paused) if !is_held(&progress.machine) => {
            power(progress, MachineGoal::Running);
        }
        (MachineGoal::Running, MachineState::Stopped) => lifecycle::boot(progress),
        _ => {}
    }
}

/// The node changed the power, or could not.
pub(super) fn changed(
    progress: &mut Progress<'_>,
    goal: MachineGoal,
    handle: &[u8],
    failure: Option<&EffectFailure>,
) {
    match (goal, failure) {
        (MachineGoal::Running, None) => {
            placed(progress, handle);
            if progress.machine.state() == MachineState::Paused {
                progress.state(awake_state(&progress.machine));
            }
        }
        (MachineGoal::Paused, None) => {
            if matches!(progress.machine.state(), MachineState::Ready | MachineState::Working) {
                progress.state(MachineState::Paused);
            }
        }
        (MachineGoal::Stopped, None) => {
            turns::give_up(progress, TurnOutcome::Superseded, "the machine was stopped");
            progress.drop_effects();
            progress.state(MachineState::Stopped);
        }
        (MachineGoal::Paused, Some(failure))
            if progress.machine.goal() == MachineGoal::Running && is_held(&progress.machine) =>
        {
            budget::runs_on(progress, failure);
        }
        // The Machine runs on; saying so is better than trying for ever.
        (MachineGoal::Paused, Some(failure)) => progress.emit(Kind::GoalChanged(GoalChangedEvent {
            goal: MachineGoal::Running.into(),
            failure: format!("the machine could not be paused: {}", failure.text),
            ..GoalChangedEvent::default()
        })),
        (_, Some(failure)) => lifecycle::fail(progress, &failure.text),
        (MachineGoal::Unspecified | MachineGoal::Deleted, None) => {}
    }
}

/// The node made or found the virtual machine.
pub(super) fn placed(progress: &mut Progress<'_>, handle: &[u8]) {
    progress.emit(Kind::VmPlaced(VmPlacedEvent { handle: handle.to_vec() }));
}

fn remove(progress: &mut Progress<'_>) {
    let why = "the machine was deleted";
    turns::give_up(progress, TurnOutcome::Superseded, why);
    checkpointing::fail_all(progress, why);
    progress.drop_effects();
    progress.state(MachineState::Deleting);
    forget_some(progress);
    // Without a life no node ever heard of the Machine.
    if progress.machine.incarnation > 0 {
        progress.effect(EffectKind::DestroyVm(DestroyVmEffect {}));
    }
}

/// Has some Checkpoints of a Machine that is being deleted removed; false when none is left to try.
fn forget_some(progress: &mut Progress<'_>) -> bool {
    let env = progress.env;
    let wanted: Vec<String> = env
        .checkpoints
        .iter()
        // One that the node could not remove once is left where it is, else this would never end.
        .filter(|checkpoint| checkpoint.state() == CheckpointState::Ready && checkpoint.failure.is_empty())
        .filter(|checkpoint| !env.forking.contains(&checkpoint.id))
        .map(|checkpoint| checkpoint.id.clone())
        .take(FORGET_BATCH)
        .collect();
    let is_any = !wanted.is_empty();
    for checkpoint_id in wanted {
        checkpointing::forget_at_node(progress, checkpoint_id);
    }
    is_any
}

/// A failed Machine is tried again: made anew if it never was, else switched off and booted.
fn revive(progress: &mut Progress<'_>) {
    if progress.machine.handle.is_empty() {
        lifecycle::make(progress);
    } else {
        stop(progress, "the machine was stopped");
    }
}

/// Switches the virtual machine off; Checkpoints that were asked for fail for this reason.
pub(super) fn stop(progress: &mut Progress<'_>, why: &str) {
    checkpointing::fail_all(progress, why);
    progress.state(MachineState::Stopping);
    power(progress, MachineGoal::Stopped);
}

fn power(progress: &mut Progress<'_>, goal: MachineGoal) {
    let grace_ms = match memory(&progress.machine).grace_ms {
        0 => GRACE_MS,
        grace => grace,
    };
    progress.effect(EffectKind::PowerVm(PowerVmEffect { goal: goal.into(), grace_ms }));
}
