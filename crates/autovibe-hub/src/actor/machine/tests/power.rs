//! Told stories of Machines that do not run as they should, and how a person gets them right again.

use autovibe_proto::v1::effect_body::Kind as EffectKind;
use autovibe_proto::v1::message_body::Kind;
use autovibe_proto::v1::{
    CreateMessage, MachineGoal, MachineState, TimerKind, TimerMessage, TurnOutcome, VmObservedMessage,
};

use super::stories::{goal, prompt, ready};
use super::world::World;

/// A Machine whose virtual machine runs, but whose guest never greeted.
fn silent() -> World {
    let mut world = World::new(None);
    world.send(Kind::Create(CreateMessage::default())).unwrap();
    world.finish_kind(|kind| matches!(kind, EffectKind::CreateVm(_)));
    let timer = TimerMessage { kind: TimerKind::Greeting.into(), incarnation: 1, ..TimerMessage::default() };
    world.send(Kind::Timer(timer)).unwrap();
    assert_eq!(world.machine.state(), MachineState::Failed);
    world
}

#[test]
fn a_failed_machine_that_may_still_run_can_be_stopped() {
    let mut world = silent();
    world.send(goal(MachineGoal::Stopped)).unwrap();
    assert_eq!(world.machine.state(), MachineState::Stopping);
    world.finish_kind(|kind| matches!(kind, EffectKind::PowerVm(_)));
    assert_eq!(world.machine.state(), MachineState::Stopped);
    world.check_replay();
}

#[test]
fn a_stop_that_fails_is_tried_again_only_when_it_is_asked_for() {
    let mut world = silent();
    world.send(goal(MachineGoal::Stopped)).unwrap();
    world.break_only("it hangs");
    assert_eq!((world.machine.state(), world.machine.failure.as_str()), (MachineState::Failed, "it hangs"));
    assert!(world.awaited().is_empty(), "{:?}", world.awaited());
    world.send(goal(MachineGoal::Stopped)).unwrap();
    world.calm_down();
    assert_eq!(world.machine.state(), MachineState::Stopped);
}

#[test]
fn a_machine_that_its_host_halted_is_paused_with_the_reason_until_it_is_resumed() {
    let mut world = ready();
    world.send(prompt()).unwrap();
    let turn = world.machine.turn_id.clone();
    let halted = |incarnation| {
        let detail = "the disk is full".to_owned();
        Kind::VmObserved(VmObservedMessage { incarnation, lost: false, detail })
    };
    world.send(halted(0)).unwrap();
    assert_eq!(world.machine.state(), MachineState::Working, "that is of a former life");
    world.send(halted(1)).unwrap();
    assert_eq!((world.machine.state(), world.machine.goal()), (MachineState::Paused, MachineGoal::Paused));
    assert_eq!(world.machine.failure, "the host paused the machine: the disk is full");
    world.send(goal(MachineGoal::Running)).unwrap();
    world.finish_kind(|kind| matches!(kind, EffectKind::PowerVm(_)));
    assert_eq!((world.machine.state(), world.machine.failure.as_str()), (MachineState::Working, ""));
    assert_eq!((world.machine.turn_id.clone(), world.machine.incarnation), (turn, 1), "its work goes on");
    // One that was asked for is no news.
    world.send(goal(MachineGoal::Paused)).unwrap();
    world.send(halted(1)).unwrap();
    assert_eq!(world.machine.failure, "");
    world.check_replay();
}

#[test]
fn a_turn_that_reached_its_limit_takes_its_prompt_back() {
    let mut world = ready();
    world.send(prompt()).unwrap();
    let turn_id = world.machine.turn_id.clone().unwrap();
    let timer = world.messages.last().unwrap().clone();
    assert!(matches!(timer.body.as_ref().and_then(|body| body.kind.as_ref()), Some(Kind::Timer(_))));
    world.deliver(&timer).unwrap();
    assert_eq!(world.turns[&turn_id].result.as_ref().unwrap().outcome(), TurnOutcome::TimedOut);
    // Only the Interrupt is left: a guest that was away is not given the prompt.
    world.finish_kind(|kind| matches!(kind, EffectKind::Interrupt(_)));
    assert!(world.awaited().is_empty(), "{:?}", world.awaited());
    world.check_replay();
}
