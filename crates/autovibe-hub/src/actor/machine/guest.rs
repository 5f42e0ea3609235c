//! Greetings of guests: the sign that a life has begun.

use autovibe_proto::v1::effect_body::Kind as EffectKind;
use autovibe_proto::v1::machine_event_body::Kind;
use autovibe_proto::v1::{GuestGreetedEvent, GuestGreetedMessage, MachineState, ThawEffect};

use super::memory::{awaits_thaw, is_greeted, memory};
use super::progress::Progress;
use super::{turns, workspace};

/// A guest greets; those of other incarnations are not heard.
pub(super) fn greet(progress: &mut Progress<'_>, body: &GuestGreetedMessage) {
    let machine = &progress.machine;
    if body.incarnation != machine.incarnation
        || memory(machine).restart_pending
        || !expects_guest(machine.state())
    {
        return;
    }
    let first = !is_greeted(machine);
    let known = memory(machine).guest_version == body.guest_version
        && (body.session_id.is_empty() || machine.session_id == body.session_id);
    if first || !known {
        progress.emit(Kind::GuestGreeted(GuestGreetedEvent {
            incarnation: body.incarnation,
            guest_version: body.guest_version.clone(),
            session_id: body.session_id.clone(),
        }));
    }
    if first
        && let Some(open) = body.open_turn_id.as_deref().filter(|open| !open.is_empty())
        && progress.machine.turn_id.is_none()
        && memory(&progress.machine).source_checkpoint_id.is_some()
    {
        turns::resume(progress, open);
    }
    workspace::prepare(progress);
    // A Thaw was lost with the connection; a guest that was reborn lets its coding agent go on by itself.
    let machine = &progress.machine;
    if body.frozen && !body.reborn && memory(machine).active_checkpoint.is_none() && !awaits_thaw(machine) {
        let checkpoint_id = machine.checkpoint_id.clone().unwrap_or_default();
        progress.effect(EffectKind::Thaw(ThawEffect { checkpoint_id }));
    }
}

fn expects_guest(state: MachineState) -> bool {
    match state {
        MachineState::Starting
        | MachineState::Restoring
        | MachineState::Ready
        | MachineState::Working
        | MachineState::Checkpointing
        | MachineState::Paused => true,
        MachineState::Unspecified
        | MachineState::Pending
        | MachineState::Stopping
        | MachineState::Stopped
        | MachineState::Failed
        | MachineState::Deleting
        | MachineState::Deleted => false,
    }
}
