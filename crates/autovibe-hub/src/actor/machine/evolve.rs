//! Folds a MachineEvent into the Machine's row.

use autovibe_proto::timestamp_micros;
use autovibe_proto::v1::machine_event_body::Kind;
use autovibe_proto::v1::{
    ActiveCheckpoint, AwaitedEffect, BudgetHold, BudgetRaisedEvent, FailedRestore, IncarnationStartedEvent,
    Machine, MachineEvent, MachineState, RestoreFailedEvent, TimerKind, TurnEndedEvent, Usage,
};

use super::lifecycle::RESTART_WINDOW_MICROS;
use super::memory::{hold, is_held, memory_mut};

/// Folds one event into the row; the fold of all events gives the row.
pub fn evolve(machine: &mut Machine, event: &MachineEvent) {
    machine.event_sequence = event.sequence;
    let Some(kind) = event.body.as_ref().and_then(|body| body.kind.as_ref()) else {
        return;
    };
    match kind {
        Kind::IncarnationStarted(body) => start_incarnation(machine, body),
        Kind::VmPlaced(body) if !body.handle.is_empty() => machine.handle.clone_from(&body.handle),
        Kind::GuestGreeted(body) => {
            keep_session(machine, &body.session_id);
            continue_line(machine, body.incarnation);
            let memory = memory_mut(machine);
            memory.greeted_incarnation = body.incarnation;
            memory.guest_version.clone_from(&body.guest_version);
        }
        Kind::TurnStarted(body) => {
            machine.turn_id = Some(body.turn_id.clone());
            memory_mut(machine).turn_limit_ms = body.limit_ms;
            forget_held_time(machine);
        }
        Kind::TurnEnded(body) => end_turn(machine, body),
        // From here on only later holds are to be made up for.
        Kind::TimerSet(body) => {
            if body.timer.as_ref().is_some_and(|timer| timer.kind() == TimerKind::TurnLimit) {
                forget_held_time(machine);
            }
        }
        Kind::GoalChanged(body) => {
            machine.goal = body.goal;
            machine.failure.clone_from(&body.failure);
            keep_hold_told(machine);
            memory_mut(machine).grace_ms = body.grace_ms;
        }
        Kind::StateChanged(body) => {
            machine.state = body.state;
            // Only a Machine that is starting can still be waiting for its restart.
            memory_mut(machine).restart_pending &= body.state() == MachineState::Starting;
        }
        Kind::Failed(body) => {
            machine.set_state(MachineState::Failed);
            machine.failure.clone_from(&body.failure);
            memory_mut(machine).restart_pending = false;
        }
        Kind::Deleted(_) => machine.set_state(MachineState::Deleted),
        Kind::WorkspacePrepared(_) => memory_mut(machine).workspace_ready = true,
        Kind::MailboxAdvanced(body) => memory_mut(machine).mailbox_position = body.position,
        Kind::RestartPlanned(body) => {
            let Some(loss) = &body.loss_time else { return };
            let memory = memory_mut(machine);
            let window = timestamp_micros(loss) - RESTART_WINDOW_MICROS;
            memory.restart_times.retain(|time| timestamp_micros(time) > window);
            memory.restart_times.push(*loss);
            memory.restart_pending = true;
        }
        Kind::EffectAwaited(body) => memory_mut(machine).awaited.push(AwaitedEffect {
            effect_id: body.effect_id.clone(),
            body: body.body.clone(),
            incarnation: body.incarnation,
        }),
        Kind::EffectDone(body) => forget_effect(machine, &body.effect_id),
        Kind::EffectDropped(body) => forget_effect(machine, &body.effect_id),
        Kind::RestoreFailed(body) => fall_back(machine, body),
        Kind::BudgetReached(body) => {
            memory_mut(machine).budget_hold.clone_from(&body.hold);
            machine.failure = hold(machine).text.clone();
        }
        Kind::BudgetRaised(body) => end_hold(machine, body),
        Kind::CheckpointQueued(_)
        | Kind::CheckpointStarted(_)
        | Kind::CheckpointFrozen(_)
        | Kind::CheckpointReady(_)
        | Kind::CheckpointFailed(_)
        | Kind::CheckpointLost(_)
        | Kind::CheckpointForgotten(_) => evolve_checkpoint(machine, kind),
        Kind::Created(_)
        | Kind::VmPlaced(_)
        | Kind::VmLost(_)
        | Kind::CheckpointForgetting(_)
        | Kind::CheckpointKept(_)
        | Kind::BudgetWarned(_) => {}
    }
}

fn start_incarnation(machine: &mut Machine, body: &IncarnationStartedEvent) {
    let former = machine.incarnation;
    machine.incarnation = body.incarnation;
    machine.state = body.state;
    machine.failure.clear();
    let former_session_id = machine.session_id.clone();
    keep_session(machine, &body.session_id);
    let memory = memory_mut(machine);
    if body.checkpoint_id.is_some() {
        // Only a Machine that was prepared makes Checkpoints.
        memory.workspace_ready = true;
        memory.failed_restore = None;
        memory.former_session_id = former_session_id;
    } else {
        memory.former_session_id.clear();
        // The life that takes the place of a restore says why.
        let failure = memory.failed_restore.as_ref().filter(|failed| failed.incarnation == former);
        let failure = failure.map(failure_of_restore).unwrap_or_default();
        machine.failure = failure;
    }
    keep_hold_told(machine);
    let memory = memory_mut(machine);
    memory.continued_turn.clone_from(&body.continued_turn);
    memory.source_checkpoint_id.clone_from(&body.checkpoint_id);
    memory.restart_pending = false;
}

/// From its first greeting on, a life that went back to a Checkpoint goes on from there and not from newer ones.
fn continue_line(machine: &mut Machine, greeted: i64) {
    let memory = memory_mut(machine);
    if memory.greeted_incarnation == greeted {
        return;
    }
    let source = memory.source_checkpoint_id.clone();
    // What a fork began with belongs to another Machine.
    if source.is_some() && source != machine.origin_checkpoint_id {
        machine.checkpoint_id = source;
    }
}

/// The life that was to begin at a Checkpoint never does.
fn fall_back(machine: &mut Machine, body: &RestoreFailedEvent) {
    let failed = FailedRestore {
        checkpoint_id: body.checkpoint_id.clone(),
        failure: body.failure.clone(),
        incarnation: machine.incarnation,
    };
    machine.failure = failure_of_restore(&failed);
    let memory = memory_mut(machine);
    memory.failed_restore = Some(failed);
    memory.continued_turn = None;
    memory.source_checkpoint_id = None;
    machine.session_id = std::mem::take(&mut memory.former_session_id);
}

/// A hold outlasts restores and changes of the goal, so everyone goes on seeing why.
fn keep_hold_told(machine: &mut Machine) {
    if machine.failure.is_empty() && is_held(machine) {
        machine.failure = hold(machine).text.clone();
    }
}

fn end_hold(machine: &mut Machine, body: &BudgetRaisedEvent) {
    if machine.failure == hold(machine).text {
        machine.failure.clear();
    }
    // Only a running Turn has a limit that the hold must not count against.
    let held_ms =
        if machine.turn_id.is_some() { hold(machine).held_ms.saturating_add(body.held_ms) } else { 0 };
    memory_mut(machine).budget_hold = Some(BudgetHold { held_ms, ..BudgetHold::default() });
}

fn forget_held_time(machine: &mut Machine) {
    if let Some(hold) = memory_mut(machine).budget_hold.as_mut() {
        hold.held_ms = 0;
    }
}

fn failure_of_restore(failed: &FailedRestore) -> String {
    format!("checkpoint {} could not be restored: {}", failed.checkpoint_id, failed.failure)
}

fn end_turn(machine: &mut Machine, body: &TurnEndedEvent) {
    machine.turn_id = None;
    keep_session(machine, &body.session_id);
    memory_mut(machine).turn_limit_ms = 0;
    forget_held_time(machine);
    if let Some(spent) = body.result.as_ref().and_then(|result| result.usage) {
        let usage = machine.usage.get_or_insert_default();
        *usage = add(*usage, spent);
    }
}

fn evolve_checkpoint(machine: &mut Machine, kind: &Kind) {
    match kind {
        Kind::CheckpointQueued(body) => memory_mut(machine).queued_checkpoints.push(ActiveCheckpoint {
            checkpoint_id: body.checkpoint_id.clone(),
            label: body.label.clone(),
            cut: None,
        }),
        Kind::CheckpointStarted(body) => {
            if !body.still {
                machine.set_state(MachineState::Checkpointing);
            }
            let memory = memory_mut(machine);
            memory.queued_checkpoints.retain(|queued| queued.checkpoint_id != body.checkpoint_id);
            memory.active_checkpoint = Some(ActiveCheckpoint {
                checkpoint_id: body.checkpoint_id.clone(),
                label: body.label.clone(),
                cut: None,
            });
        }
        Kind::CheckpointFrozen(body) => {
            if let Some(active) = memory_mut(machine).active_checkpoint.as_mut() {
                active.cut.clone_from(&body.cut);
            }
        }
        Kind::CheckpointReady(body) => {
            machine.checkpoint_id = Some(body.checkpoint_id.clone());
            memory_mut(machine).active_checkpoint = None;
        }
        Kind::CheckpointFailed(body) => {
            let memory = memory_mut(machine);
            memory.queued_checkpoints.retain(|queued| queued.checkpoint_id != body.checkpoint_id);
            memory.active_checkpoint.take_if(|active| active.checkpoint_id == body.checkpoint_id);
        }
        Kind::CheckpointForgotten(body) if machine.checkpoint_id.as_ref() == Some(&body.checkpoint_id) => {
            machine.checkpoint_id.clone_from(&body.former_checkpoint_id);
        }
        Kind::CheckpointLost(body) => {
            machine.checkpoint_id.take_if(|id| *id == body.checkpoint_id);
        }
        // The caller passes no other kind.
        _ => {}
    }
}

fn forget_effect(machine: &mut Machine, effect_id: &str) {
    memory_mut(machine).awaited.retain(|awaited| awaited.effect_id != effect_id);
}

fn keep_session(machine: &mut Machine, session_id: &str) {
    if !session_id.is_empty() {
        session_id.clone_into(&mut machine.session_id);
    }
}

/// Adds what was spent; a guest's report cannot lower it.
fn add(sum: Usage, spent: Usage) -> Usage {
    let plus = |sum: i64, spent: i64| sum.saturating_add(spent.max(0));
    Usage {
        input_tokens: plus(sum.input_tokens, spent.input_tokens),
        output_tokens: plus(sum.output_tokens, spent.output_tokens),
        cache_read_tokens: plus(sum.cache_read_tokens, spent.cache_read_tokens),
        cache_write_tokens: plus(sum.cache_write_tokens, spent.cache_write_tokens),
        cost_micros: plus(sum.cost_micros, spent.cost_micros),
        request_count: plus(sum.request_count, spent.request_count),
    }
}
