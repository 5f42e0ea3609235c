//! Budgets: a Machine that has used one up is saved, then held until the Budget allows it to go on.

use autovibe_proto::v1::machine_event_body::Kind;
use autovibe_proto::v1::{
    BudgetHold, BudgetLevel, BudgetRaisedEvent, BudgetReachedEvent, BudgetReachedMessage, BudgetWarnedEvent,
    CheckpointQueuedEvent, EffectFailure, Machine, MachineState,
};
use autovibe_proto::{CheckpointId, timestamp_from_micros, timestamp_micros};

use super::checkpointing;
use super::memory::{hold, is_held, memory};
use super::progress::Progress;

/// What the user sees as the label of the Checkpoint.
const LABEL: &str = "budget";

/// A Budget is used up, or nearly.
pub(super) fn reached(progress: &mut Progress<'_>, body: &BudgetReachedMessage) {
    match body.level() {
        BudgetLevel::Soft => progress.emit(Kind::BudgetWarned(BudgetWarnedEvent {
            budget_id: body.budget_id.clone(),
            text: body.text.clone(),
        })),
        BudgetLevel::Hard => begin_hold(progress, body),
        BudgetLevel::Unspecified => {}
    }
}

/// No Budget holds the Machine any more; it goes on where it stopped.
pub(super) fn raised(progress: &mut Progress<'_>) {
    if !is_held(&progress.machine) {
        return;
    }
    let begin = hold(&progress.machine).start_time.as_ref().map_or(0, timestamp_micros);
    let held_ms = progress.env.now_micros.saturating_sub(begin).max(0) / 1000;
    progress.emit(Kind::BudgetRaised(BudgetRaisedEvent { held_ms }));
}

/// The node could not pause the virtual machine. It runs on, but gets no answers of a model.
pub(super) fn runs_on(progress: &mut Progress<'_>, failure: &EffectFailure) {
    let mut hold = hold(&progress.machine).clone();
    hold.runs_on = true;
    hold.text = format!("{}; the machine could not be paused: {}", hold.text, failure.text);
    progress.emit(Kind::BudgetReached(BudgetReachedEvent { hold: Some(hold) }));
}

/// The virtual machine is to stand still for a Budget.
pub(super) fn wants_pause(machine: &Machine) -> bool {
    is_held(machine) && !hold(machine).runs_on
}

fn begin_hold(progress: &mut Progress<'_>, body: &BudgetReachedMessage) {
    let machine = &progress.machine;
    // A Machine whose processors do not run asks for nothing; it is told when it asks again.
    let saves = match machine.state() {
        MachineState::Ready
        | MachineState::Working
        | MachineState::Checkpointing
        | MachineState::Starting
        | MachineState::Restoring => true,
        MachineState::Paused => false,
        MachineState::Unspecified
        | MachineState::Pending
        | MachineState::Stopping
        | MachineState::Stopped
        | MachineState::Failed
        | MachineState::Deleting
        | MachineState::Deleted => return,
    };
    if is_held(machine) || body.budget_id.is_empty() {
        return;
    }
    let held_ms = hold(machine).held_ms;
    let queue_length = memory(machine).queued_checkpoints.len();
    progress.emit(Kind::BudgetReached(BudgetReachedEvent {
        hold: Some(BudgetHold {
            budget_id: body.budget_id.clone(),
            text: body.text.clone(),
            start_time: Some(timestamp_from_micros(progress.env.now_micros)),
            runs_on: false,
            held_ms,
        }),
    }));
    if saves && queue_length < checkpointing::QUEUE_MAX {
        let sequence = progress.machine.event_sequence.to_string();
        let checkpoint_id = CheckpointId::derive(&[&progress.machine.id, LABEL, &sequence]).into_string();
        progress
            .emit(Kind::CheckpointQueued(CheckpointQueuedEvent { checkpoint_id, label: LABEL.to_owned() }));
    }
}
