//! Lives of the virtual machine: made, forked, restored, lost and started again.

use autovibe_proto::v1::effect_body::Kind as EffectKind;
use autovibe_proto::v1::machine_event_body::Kind;
use autovibe_proto::v1::{
    Checkpoint, CheckpointState, ContinuedTurn, CreateVmEffect, CreatedEvent, FailedEvent, ForkVmEffect,
    GoalChangedEvent, IncarnationStartedEvent, Machine, MachineGoal, MachineState, PowerVmEffect,
    RestartPlannedEvent, RestartPolicy, RestoreFailedEvent, RestoreMessage, RestoreVmEffect, TimerKind,
    TimerMessage, TurnOutcome, VmLostEvent, VmObservedMessage,
};
use autovibe_proto::{timestamp_from_micros, timestamp_micros};

use super::memory::{awaits_node, is_greeted, memory};
use super::progress::Progress;
use super::{Refusal, checkpointing, power, turns};

/// Restarts are counted within this time.
pub(super) const RESTART_WINDOW_MICROS: i64 = 60_000_000;
/// A virtual machine that is lost more often than this within the window needs a person.
const RESTARTS_MAX: usize = 5;
/// The first restart comes at once, later ones after this and its doubles.
const RESTART_PAUSE_MICROS: i64 = 1_000_000;
/// A boot under emulation takes up to a minute; a guest that is silent for this long will stay so.
const GREETING_LIMIT_MICROS: i64 = 600_000_000;

/// The first Message of a Machine.
pub(super) fn create(progress: &mut Progress<'_>) {
    if progress.machine.state() != MachineState::Pending || progress.machine.incarnation != 0 {
        return;
    }
    let checkpoint_id = progress.machine.origin_checkpoint_id.clone();
    progress.emit(Kind::Created(CreatedEvent { checkpoint_id }));
    make(progress);
}

/// Makes the virtual machine from its Image or from the Checkpoint it is forked from.
pub(super) fn make(progress: &mut Progress<'_>) {
    match progress.machine.origin_checkpoint_id.clone() {
        None => {
            begin_life(progress, None, MachineState::Starting);
            progress.effect(EffectKind::CreateVm(CreateVmEffect {}));
        }
        Some(checkpoint_id) => {
            let ready = ready_checkpoint(progress).filter(|checkpoint| checkpoint.id == checkpoint_id);
            let Some(checkpoint) = ready else {
                return fail(progress, "the checkpoint to fork from is gone");
            };
            begin_life(progress, Some(&checkpoint), MachineState::Starting);
            progress.effect(EffectKind::ForkVm(ForkVmEffect { checkpoint_id }));
        }
    }
    progress.timer(TimerKind::Greeting, None, GREETING_LIMIT_MICROS);
}

/// Boots the virtual machine from its disk.
pub(super) fn boot(progress: &mut Progress<'_>) {
    begin_life(progress, None, MachineState::Starting);
    progress.effect(EffectKind::PowerVm(PowerVmEffect { goal: MachineGoal::Running.into(), grace_ms: 0 }));
    progress.timer(TimerKind::Greeting, None, GREETING_LIMIT_MICROS);
}

/// Somebody wants the Machine back at a Checkpoint.
pub(super) fn restore(progress: &mut Progress<'_>, body: &RestoreMessage) -> Result<(), Refusal> {
    let ready = ready_checkpoint(progress)
        .filter(|found| found.id == body.checkpoint_id && found.machine_id == progress.machine.id);
    let Some(checkpoint) = ready else {
        return Err(Refusal::wrong_state("the machine has no such checkpoint that is ready"));
    };
    match progress.machine.state() {
        MachineState::Ready
        | MachineState::Working
        | MachineState::Paused
        | MachineState::Stopped
        | MachineState::Failed
        | MachineState::Starting
        | MachineState::Restoring
            if !awaits_node(&progress.machine) => {}
        // The Checkpoint is ready, and the guest that has not gone on yet ends here.
        MachineState::Checkpointing
            if memory(&progress.machine).active_checkpoint.is_none() && !awaits_node(&progress.machine) => {}
        _ => return Err(Refusal::wrong_state("the machine is busy; try again when it is settled")),
    }
    end_life(progress, "the machine went back to a checkpoint");
    if progress.machine.goal() != MachineGoal::Running {
        progress.emit(Kind::GoalChanged(GoalChangedEvent {
            goal: MachineGoal::Running.into(),
            ..GoalChangedEvent::default()
        }));
    }
    go_back(progress, &checkpoint);
    Ok(())
}

/// The node saw the virtual machine.
pub(super) fn observe(progress: &mut Progress<'_>, body: &VmObservedMessage) {
    let machine = &progress.machine;
    let expected = matches!(
        machine.state(),
        MachineState::Starting
            | MachineState::Ready
            | MachineState::Working
            | MachineState::Checkpointing
            | MachineState::Restoring
            | MachineState::Paused
    );
    let under_way = awaits_node(machine) || memory(machine).restart_pending;
    if body.incarnation != machine.incarnation || under_way {
        return;
    }
    if body.lost {
        if expected {
            lose(progress, &body.detail);
        }
    } else if is_to_work(machine) {
        halted(progress, &body.detail);
    }
}

fn is_to_work(machine: &Machine) -> bool {
    matches!(machine.state(), MachineState::Ready | MachineState::Working)
        && machine.goal() == MachineGoal::Running
}

/// The host halted the Machine: it is PAUSED, with the reason, until somebody has mended that and resumes it.
fn halted(progress: &mut Progress<'_>, detail: &str) {
    progress.emit(Kind::GoalChanged(GoalChangedEvent {
        goal: MachineGoal::Paused.into(),
        grace_ms: memory(&progress.machine).grace_ms,
        failure: format!("the host paused the machine: {detail}"),
    }));
    progress.state(MachineState::Paused);
}

/// A timer fired; one of an older incarnation means nothing any more.
pub(super) fn fire(progress: &mut Progress<'_>, timer: &TimerMessage) {
    if timer.incarnation != progress.machine.incarnation {
        return;
    }
    match timer.kind() {
        TimerKind::Greeting => {
            let starting =
                matches!(progress.machine.state(), MachineState::Starting | MachineState::Restoring);
            if !starting || is_greeted(&progress.machine) || memory(&progress.machine).restart_pending {
                return;
            }
            if awaits_node(&progress.machine) {
                return progress.timer(TimerKind::Greeting, None, GREETING_LIMIT_MICROS);
            }
            fail(progress, "the guest did not greet within ten minutes; its console may tell why");
        }
        TimerKind::Restart if memory(&progress.machine).restart_pending => restart(progress),
        TimerKind::TurnLimit => turns::limit(progress, timer),
        TimerKind::Restart | TimerKind::Unspecified => {}
    }
}

/// The Machine cannot go on without a person.
pub(super) fn fail(progress: &mut Progress<'_>, text: &str) {
    end_life(progress, text);
    checkpointing::fail_all(progress, text);
    progress.emit(Kind::Failed(FailedEvent { failure: text.to_owned() }));
}

/// The Machine could not go back to a Checkpoint: its disk is as it was, so it goes on from there.
///
/// Whatever still runs is of a life that is over, so it is switched off first.
pub(super) fn fall_back(progress: &mut Progress<'_>, checkpoint_id: &str, text: &str) {
    progress.emit(Kind::RestoreFailed(RestoreFailedEvent {
        checkpoint_id: checkpoint_id.to_owned(),
        failure: text.to_owned(),
    }));
    power::stop(progress, "the machine could not go back to a checkpoint");
}

/// Everything that belongs to the present life ends.
pub(super) fn end_life(progress: &mut Progress<'_>, why: &str) {
    turns::give_up(progress, TurnOutcome::Superseded, why);
    checkpointing::fail_active(progress, why);
    progress.drop_effects();
}

fn lose(progress: &mut Progress<'_>, detail: &str) {
    progress.emit(Kind::VmLost(VmLostEvent { detail: detail.to_owned() }));
    end_life(progress, "the virtual machine was lost");
    if progress.machine.goal() == MachineGoal::Stopped {
        checkpointing::fail_all(progress, "the machine was stopped");
        return progress.state(MachineState::Stopped);
    }
    if progress.machine.restart_policy() == RestartPolicy::Never {
        return fail(progress, &format!("the virtual machine was lost: {detail}"));
    }
    let window = progress.env.now_micros - RESTART_WINDOW_MICROS;
    let restarts =
        memory(&progress.machine).restart_times.iter().filter(|time| timestamp_micros(time) > window).count();
    if restarts >= RESTARTS_MAX {
        return fail(
            progress,
            &format!("the virtual machine was lost {RESTARTS_MAX} times within a minute: {detail}"),
        );
    }
    let loss_time = Some(timestamp_from_micros(progress.env.now_micros));
    progress.emit(Kind::RestartPlanned(RestartPlannedEvent { loss_time }));
    match restarts.checked_sub(1) {
        None => restart(progress),
        Some(doubles) => {
            progress.state(MachineState::Starting);
            progress.timer(TimerKind::Restart, None, RESTART_PAUSE_MICROS << doubles);
        }
    }
}

fn restart(progress: &mut Progress<'_>) {
    let checkpoint = match progress.machine.restart_policy() {
        RestartPolicy::Unspecified | RestartPolicy::LastCheckpoint => ready_checkpoint(progress),
        RestartPolicy::Disk | RestartPolicy::Never => None,
    };
    match checkpoint {
        Some(checkpoint) => go_back(progress, &checkpoint),
        None => boot(progress),
    }
}

fn go_back(progress: &mut Progress<'_>, checkpoint: &Checkpoint) {
    begin_life(progress, Some(checkpoint), MachineState::Restoring);
    progress.effect(EffectKind::RestoreVm(RestoreVmEffect { checkpoint_id: checkpoint.id.clone() }));
    progress.timer(TimerKind::Greeting, None, GREETING_LIMIT_MICROS);
}

fn begin_life(progress: &mut Progress<'_>, checkpoint: Option<&Checkpoint>, state: MachineState) {
    let cut = checkpoint.and_then(|checkpoint| checkpoint.cut.as_ref());
    let continued_turn = cut.and_then(|cut| cut.turn_id.clone()).map(|turn_id| {
        let turn = progress.env.turn.as_ref().filter(|turn| turn.id == turn_id);
        ContinuedTurn {
            message_id: turn.map(|turn| turn.message_id.clone()).unwrap_or_default(),
            prompt: turn.map(|turn| turn.prompt.clone()).unwrap_or_default(),
            limit_ms: turn.map_or(0, |turn| turn.limit_ms),
            turn_id,
        }
    });
    progress.emit(Kind::IncarnationStarted(IncarnationStartedEvent {
        incarnation: progress.machine.incarnation + 1,
        checkpoint_id: checkpoint.map(|checkpoint| checkpoint.id.clone()),
        state: state.into(),
        continued_turn,
        session_id: cut.map(|cut| cut.session_id.clone()).unwrap_or_default(),
    }));
}

fn ready_checkpoint(progress: &Progress<'_>) -> Option<Checkpoint> {
    progress.env.checkpoint.clone().filter(|checkpoint| checkpoint.state() == CheckpointState::Ready)
}
