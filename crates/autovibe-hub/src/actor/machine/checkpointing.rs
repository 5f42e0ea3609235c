//! Checkpoints: asked for, frozen, saved, thawed, forgotten.

use autovibe_proto::v1::effect_body::Kind as EffectKind;
use autovibe_proto::v1::machine_event_body::Kind;
use autovibe_proto::v1::{
    CheckpointCut, CheckpointFailedEvent, CheckpointForgettingEvent, CheckpointForgottenEvent,
    CheckpointFrozenEvent, CheckpointLostEvent, CheckpointLostMessage, CheckpointMessage,
    CheckpointQueuedEvent, CheckpointReadyEvent, CheckpointStartedEvent, CheckpointState, CheckpointVmEffect,
    EffectFailure, EffectOutcome, ForgetCheckpointEffect, ForgetMessage, FreezeEffect, MachineState,
    ThawEffect,
};

use super::Refusal;
use super::memory::{kind_of, memory};
use super::progress::Progress;

/// Checkpoints that may wait for one Machine.
pub(super) const QUEUE_MAX: usize = 16;

/// Somebody wants a Checkpoint: it is queued, or its row says why not.
pub(super) fn ask(progress: &mut Progress<'_>, body: &CheckpointMessage) {
    if progress.env.checkpoint.is_some() {
        return;
    }
    let refusal = match progress.machine.state() {
        MachineState::Ready
        | MachineState::Working
        | MachineState::Checkpointing
        | MachineState::Starting
        | MachineState::Restoring
        | MachineState::Paused
        | MachineState::Stopped => {
            if memory(&progress.machine).queued_checkpoints.len() < QUEUE_MAX {
                progress.emit(Kind::CheckpointQueued(CheckpointQueuedEvent {
                    checkpoint_id: body.checkpoint_id.clone(),
                    label: body.label.clone(),
                }));
                return;
            }
            format!("{QUEUE_MAX} checkpoints wait already")
        }
        MachineState::Stopping => "the machine is being stopped; ask again when it is off".to_owned(),
        MachineState::Unspecified
        | MachineState::Pending
        | MachineState::Failed
        | MachineState::Deleting
        | MachineState::Deleted => "the machine has no virtual machine that could be saved".to_owned(),
    };
    progress.emit(Kind::CheckpointFailed(CheckpointFailedEvent {
        checkpoint_id: body.checkpoint_id.clone(),
        failure: refusal,
        label: body.label.clone(),
    }));
}

/// The next queued Checkpoint begins, if there is one.
///
/// A Machine that runs is asked to stand still. One that is paused or off does: its processors are halted,
/// so nothing moves between the cut and the save, and its state stays what it is.
pub(super) fn start_next(progress: &mut Progress<'_>) -> bool {
    let memory = memory(&progress.machine);
    let Some(next) = memory.queued_checkpoints.first().cloned() else { return false };
    let mailbox_position = memory.mailbox_position;
    let still = matches!(progress.machine.state(), MachineState::Paused | MachineState::Stopped);
    let checkpoint_id = next.checkpoint_id;
    progress.emit(Kind::CheckpointStarted(CheckpointStartedEvent {
        checkpoint_id: checkpoint_id.clone(),
        mailbox_position,
        label: next.label,
        still,
    }));
    if still {
        let cut = Some(still_cut(progress));
        progress.emit(Kind::CheckpointFrozen(CheckpointFrozenEvent {
            checkpoint_id: checkpoint_id.clone(),
            cut,
        }));
        progress.effect(EffectKind::CheckpointVm(CheckpointVmEffect { checkpoint_id }));
    } else {
        progress.effect(EffectKind::Freeze(FreezeEffect { checkpoint_id }));
    }
    true
}

/// Where a Machine stands whose guest cannot be asked: what the actor knows, and what the guest said last.
fn still_cut(progress: &Progress<'_>) -> CheckpointCut {
    let machine = &progress.machine;
    let last = progress.env.last_cut.clone().filter(|cut| cut.incarnation == machine.incarnation);
    CheckpointCut {
        mailbox_position: memory(machine).mailbox_position,
        session_id: machine.session_id.clone(),
        // A Machine that is off has none: its Turn ended when it was stopped.
        turn_id: machine.turn_id.clone(),
        incarnation: machine.incarnation,
        // It may be older than the files by a heartbeat.
        workspace_commit: String::new(),
        ..last.unwrap_or_default()
    }
}

/// The guest stands still, or could not.
pub(super) fn frozen(progress: &mut Progress<'_>, checkpoint_id: &str, outcome: &EffectOutcome) {
    if !is_active(progress, checkpoint_id) {
        return;
    }
    match (&outcome.failure, &outcome.cut) {
        (None, Some(cut)) => {
            let mut cut = cut.clone();
            // What the actor knows better than the guest.
            cut.mailbox_position = memory(&progress.machine).mailbox_position;
            cut.incarnation = progress.machine.incarnation;
            cut.turn_id = cut.turn_id.filter(|turn| progress.machine.turn_id.as_ref() == Some(turn));
            let checkpoint_id = checkpoint_id.to_owned();
            progress.emit(Kind::CheckpointFrozen(CheckpointFrozenEvent {
                checkpoint_id: checkpoint_id.clone(),
                cut: Some(cut),
            }));
            progress.effect(EffectKind::CheckpointVm(CheckpointVmEffect { checkpoint_id }));
        }
        (failure, _) => {
            let text =
                failure.as_ref().map_or("the guest did not say where it stands", |failure| &failure.text);
            fail_active(progress, text);
            thaw(progress, checkpoint_id);
        }
    }
}

/// The node saved memory and disk, or could not.
pub(super) fn saved(progress: &mut Progress<'_>, checkpoint_id: &str, outcome: &EffectOutcome) {
    if !is_active(progress, checkpoint_id) {
        return;
    }
    match &outcome.failure {
        None => progress.emit(Kind::CheckpointReady(CheckpointReadyEvent {
            checkpoint_id: checkpoint_id.to_owned(),
            outcome: Some(outcome.clone()),
        })),
        Some(failure) => fail_active(progress, &failure.text),
    }
    thaw(progress, checkpoint_id);
}

/// Gives up the Checkpoint that is being made.
pub(super) fn fail_active(progress: &mut Progress<'_>, text: &str) {
    let Some(active) = memory(&progress.machine).active_checkpoint.clone() else { return };
    progress.emit(Kind::CheckpointFailed(CheckpointFailedEvent {
        checkpoint_id: active.checkpoint_id,
        failure: text.to_owned(),
        label: active.label,
    }));
}

/// Gives up every Checkpoint that was asked for.
pub(super) fn fail_all(progress: &mut Progress<'_>, text: &str) {
    fail_active(progress, text);
    for queued in memory(&progress.machine).queued_checkpoints.clone() {
        progress.emit(Kind::CheckpointFailed(CheckpointFailedEvent {
            checkpoint_id: queued.checkpoint_id,
            failure: text.to_owned(),
            label: queued.label,
        }));
    }
}

/// Somebody wants a Checkpoint removed.
pub(super) fn forget(progress: &mut Progress<'_>, body: &ForgetMessage) -> Result<(), Refusal> {
    let Some(checkpoint) = &progress.env.checkpoint else { return Ok(()) };
    if checkpoint.machine_id != progress.machine.id {
        return Err(Refusal::wrong_state("the checkpoint belongs to another machine"));
    }
    if progress.env.forking.contains(&body.checkpoint_id) {
        return Err(Refusal::wrong_state(
            "a machine is being forked from the checkpoint; wait until it runs",
        ));
    }
    let source = memory(&progress.machine).source_checkpoint_id.as_ref();
    if progress.machine.state() == MachineState::Restoring && source == Some(&body.checkpoint_id) {
        return Err(Refusal::wrong_state("the machine is going back to the checkpoint; wait until it runs"));
    }
    let checkpoint_id = body.checkpoint_id.clone();
    match checkpoint.state() {
        CheckpointState::Ready => forget_at_node(progress, checkpoint_id),
        // The node may have had it once: what it lost could have come back.
        CheckpointState::Failed if !checkpoint.handle.is_empty() => forget_at_node(progress, checkpoint_id),
        CheckpointState::Failed => {
            let former_checkpoint_id = None;
            progress.emit(Kind::CheckpointForgotten(CheckpointForgottenEvent {
                checkpoint_id,
                former_checkpoint_id,
            }));
        }
        CheckpointState::Deleting => {
            if !awaits_removal(progress, &checkpoint_id) {
                forget_at_node(progress, checkpoint_id);
            }
        }
        CheckpointState::Creating | CheckpointState::Unspecified => {
            return Err(Refusal::wrong_state("the checkpoint is being made; wait until it is ready"));
        }
    }
    Ok(())
}

/// Has the node remove what it keeps of a Checkpoint.
pub(super) fn forget_at_node(progress: &mut Progress<'_>, checkpoint_id: String) {
    progress
        .emit(Kind::CheckpointForgetting(CheckpointForgettingEvent { checkpoint_id: checkpoint_id.clone() }));
    progress.effect(EffectKind::ForgetCheckpoint(ForgetCheckpointEffect { checkpoint_id }));
}

/// The node removed a Checkpoint, or could not.
pub(super) fn forgotten(progress: &mut Progress<'_>, checkpoint_id: &str, failure: Option<&EffectFailure>) {
    let checkpoint_id = checkpoint_id.to_owned();
    match failure {
        None => {
            let former = progress.env.checkpoint.as_ref().map(|former| former.id.clone());
            let former_checkpoint_id = former.filter(|former| *former != checkpoint_id);
            progress.emit(Kind::CheckpointForgotten(CheckpointForgottenEvent {
                checkpoint_id,
                former_checkpoint_id,
            }));
        }
        Some(failure) => progress.emit(Kind::CheckpointKept(autovibe_proto::v1::CheckpointKeptEvent {
            checkpoint_id,
            failure: failure.text.clone(),
        })),
    }
}

/// The node has nothing of a Checkpoint any more; only one that was ready can be lost.
pub(super) fn lost(progress: &mut Progress<'_>, body: &CheckpointLostMessage) {
    let Some(checkpoint) = &progress.env.checkpoint else { return };
    if checkpoint.machine_id != progress.machine.id || checkpoint.state() != CheckpointState::Ready {
        return;
    }
    progress.emit(Kind::CheckpointLost(CheckpointLostEvent {
        checkpoint_id: body.checkpoint_id.clone(),
        failure: body.detail.clone(),
    }));
}

fn awaits_removal(progress: &Progress<'_>, checkpoint_id: &str) -> bool {
    memory(&progress.machine).awaited.iter().any(|awaited| {
        matches!(kind_of(awaited), Some(EffectKind::ForgetCheckpoint(effect))
            if effect.checkpoint_id == checkpoint_id)
    })
}

fn thaw(progress: &mut Progress<'_>, checkpoint_id: &str) {
    // Nobody was asked to stand still in a Machine that did.
    if progress.machine.state() != MachineState::Checkpointing {
        return;
    }
    progress.effect(EffectKind::Thaw(ThawEffect { checkpoint_id: checkpoint_id.to_owned() }));
}

fn is_active(progress: &Progress<'_>, checkpoint_id: &str) -> bool {
    memory(&progress.machine)
        .active_checkpoint
        .as_ref()
        .is_some_and(|active| active.checkpoint_id == checkpoint_id)
}
