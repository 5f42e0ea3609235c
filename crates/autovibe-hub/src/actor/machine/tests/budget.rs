//! Told stories of Budgets: a Machine is saved, held, and goes on where it stopped.

use autovibe_proto::v1::effect_body::Kind as EffectKind;
use autovibe_proto::v1::message_body::Kind;
use autovibe_proto::v1::{
    BudgetLevel, BudgetRaisedMessage, BudgetReachedMessage, CheckpointState, GoalMessage, InterruptMessage,
    MachineGoal, MachineState, Message, PromptMessage, RestoreMessage, TimerKind, TurnOutcome, TurnState,
};

use super::stories::{goal, make_checkpoint, prompt, ready};
use super::world::World;
use crate::actor::machine::memory::{hold, is_held};
use crate::actor::machine::{Refusal, takes_prompts};

const TEXT: &str = "the budget is used up";

fn reached(level: BudgetLevel) -> Kind {
    Kind::BudgetReached(BudgetReachedMessage {
        budget_id: "bdg_a".to_owned(),
        level: level.into(),
        text: TEXT.to_owned(),
    })
}

fn raised() -> Kind {
    Kind::BudgetRaised(BudgetRaisedMessage {})
}

fn is_power(kind: &EffectKind) -> bool {
    matches!(kind, EffectKind::PowerVm(_))
}

/// A Machine that works on a Turn and reached its Budget; its Checkpoint is made and it stands still.
fn held() -> (World, String) {
    let mut world = ready();
    world.send(prompt()).unwrap();
    world.finish_kind(|kind| matches!(kind, EffectKind::Prompt(_)));
    let turn = world.machine.turn_id.clone().unwrap();
    world.send(reached(BudgetLevel::Hard)).unwrap();
    assert_eq!(world.machine.state(), MachineState::Checkpointing);
    world.finish_kind(|kind| matches!(kind, EffectKind::Freeze(_)));
    world.finish_kind(|kind| matches!(kind, EffectKind::CheckpointVm(_)));
    world.finish_kind(|kind| matches!(kind, EffectKind::Thaw(_)));
    world.finish_kind(is_power);
    assert_eq!(world.machine.state(), MachineState::Paused);
    (world, turn)
}

#[test]
fn a_used_up_budget_saves_the_machine_and_pauses_it_in_the_middle_of_its_turn() {
    let (world, turn) = held();
    assert_eq!(world.machine.goal(), MachineGoal::Running, "what the user wants stays");
    assert_eq!(world.machine.failure, TEXT);
    assert_eq!(world.machine.turn_id, Some(turn.clone()));
    assert_eq!(world.turns[&turn].state(), TurnState::Running);
    let checkpoint = world.checkpoints.values().next().unwrap();
    assert_eq!((checkpoint.label.as_str(), checkpoint.state()), ("budget", CheckpointState::Ready));
    world.check_replay();
}

#[test]
fn raising_the_budget_goes_on_with_the_same_turn() {
    let (mut world, turn) = held();
    assert_eq!(world.send(prompt()), Err(Refusal::Held), "prompts wait meanwhile");
    world.send(raised()).unwrap();
    world.finish_kind(is_power);
    assert_eq!((world.machine.state(), world.machine.incarnation), (MachineState::Working, 1));
    assert_eq!((world.machine.turn_id.as_ref(), world.machine.failure.as_str()), (Some(&turn), ""));
    world.end_turn(&turn, 1);
    assert!(takes_prompts(&world.machine));
    world.check_replay();
}

#[test]
fn a_second_notice_changes_nothing_and_a_warning_only_tells() {
    let (mut world, _) = held();
    let before = world.machine.clone();
    world.send(reached(BudgetLevel::Hard)).unwrap();
    assert_eq!(world.machine, before);
    let mut world = ready();
    world.send(reached(BudgetLevel::Soft)).unwrap();
    assert_eq!(world.machine.state(), MachineState::Ready);
    assert!(takes_prompts(&world.machine) && !is_held(&world.machine));
}

#[test]
fn resuming_by_hand_is_refused_in_words_while_the_budget_is_used_up() {
    let (mut world, _) = held();
    let refused = Err(Refusal::Denied { reason: "BUDGET_REACHED", text: TEXT.to_owned() });
    assert_eq!(world.send(goal(MachineGoal::Running)), refused);
    // Nor does the way over another goal lead around it.
    world.send(goal(MachineGoal::Paused)).unwrap();
    assert_eq!(world.machine.failure, TEXT);
    assert_eq!(world.send(goal(MachineGoal::Running)), refused);
    world.send(goal(MachineGoal::Stopped)).unwrap();
    world.calm_down();
    assert_eq!(world.send(goal(MachineGoal::Running)), refused);
    world.send(raised()).unwrap();
    world.send(goal(MachineGoal::Running)).unwrap();
    world.calm_down();
    assert_eq!(world.machine.state(), MachineState::Ready);
}

#[test]
fn a_user_who_paused_meanwhile_finds_the_machine_paused_after_the_raise() {
    let (mut world, _) = held();
    world.send(Kind::Goal(GoalMessage { goal: MachineGoal::Paused.into(), grace_ms: 0 })).unwrap();
    world.send(raised()).unwrap();
    world.calm_down_but_turns();
    assert_eq!(world.machine.state(), MachineState::Paused);
}

#[test]
fn a_raise_that_comes_while_the_pause_is_under_way_is_not_lost() {
    let mut world = ready();
    world.send(reached(BudgetLevel::Hard)).unwrap();
    world.finish_kind(|kind| matches!(kind, EffectKind::Freeze(_)));
    world.finish_kind(|kind| matches!(kind, EffectKind::CheckpointVm(_)));
    world.finish_kind(|kind| matches!(kind, EffectKind::Thaw(_)));
    world.send(raised()).unwrap();
    world.finish_kind(is_power);
    assert_eq!(world.machine.state(), MachineState::Paused);
    world.finish_kind(is_power);
    assert_eq!(world.machine.state(), MachineState::Ready);
}

#[test]
fn a_restore_does_not_end_the_hold() {
    let mut world = ready();
    make_checkpoint(&mut world, "chk_a");
    world.send(reached(BudgetLevel::Hard)).unwrap();
    world.calm_down();
    assert_eq!(world.machine.state(), MachineState::Paused);
    world.send(Kind::Restore(RestoreMessage { checkpoint_id: "chk_a".to_owned() })).unwrap();
    world.calm_down();
    assert_eq!((world.machine.state(), world.machine.incarnation), (MachineState::Paused, 2));
    assert_eq!(world.machine.failure, TEXT);
    world.send(raised()).unwrap();
    world.calm_down();
    assert_eq!(world.machine.state(), MachineState::Ready);
}

#[test]
fn a_held_machine_can_be_deleted() {
    let (mut world, turn) = held();
    world.send(goal(MachineGoal::Deleted)).unwrap();
    world.calm_down();
    assert_eq!(world.machine.state(), MachineState::Deleted);
    assert_eq!(world.turns[&turn].state(), TurnState::Ended);
}

#[test]
fn a_machine_that_cannot_be_paused_runs_on_and_is_not_asked_for_ever() {
    let mut world = ready();
    world.send(reached(BudgetLevel::Hard)).unwrap();
    world.break_only("the guest does not answer");
    world.finish_kind(|kind| matches!(kind, EffectKind::Thaw(_)));
    world.break_only("no such command");
    assert_eq!((world.machine.state(), world.awaited().len()), (MachineState::Ready, 0));
    assert!(world.machine.failure.starts_with(TEXT) && world.machine.failure.contains("no such command"));
    assert!(!takes_prompts(&world.machine));
    world.send(raised()).unwrap();
    assert!(takes_prompts(&world.machine) && world.machine.failure.is_empty());
}

/// The newest timer of the running Turn.
fn limit_timer(world: &World) -> Message {
    let is_limit = |message: &&Message| {
        matches!(message.body.as_ref().and_then(|body| body.kind.as_ref()),
            Some(Kind::Timer(timer)) if timer.kind() == TimerKind::TurnLimit)
    };
    world.messages.iter().rev().find(is_limit).unwrap().clone()
}

#[test]
fn the_time_of_a_hold_does_not_count_against_the_limit_of_the_turn() {
    let mut world = ready();
    world.send(Kind::Prompt(PromptMessage { limit_ms: 5000, ..PromptMessage::default() })).unwrap();
    let turn = world.machine.turn_id.clone().unwrap();
    let first = limit_timer(&world);
    world.send(reached(BudgetLevel::Hard)).unwrap();
    world.now_micros += 600_000_000;
    // The limit comes while the Machine is held.
    world.calm_down_but_turns();
    assert_eq!(world.machine.state(), MachineState::Paused);
    world.deliver(&first).unwrap();
    assert_eq!(world.turns[&turn].state(), TurnState::Running);
    world.send(raised()).unwrap();
    world.calm_down_but_turns();
    assert!(hold(&world.machine).held_ms >= 600_000);
    // The old limit comes once more after the hold: the Turn gets what it lost.
    world.deliver(&first).unwrap();
    assert_eq!(world.turns[&turn].state(), TurnState::Running);
    let extended = limit_timer(&world);
    world.deliver(&extended).unwrap();
    let result = world.turns[&turn].result.clone().unwrap();
    assert_eq!(result.outcome(), TurnOutcome::TimedOut);
}

#[test]
fn a_held_turn_can_be_given_up_and_the_machine_goes_on_without_it() {
    let (mut world, turn) = held();
    world.send(Kind::Interrupt(InterruptMessage::default())).unwrap();
    let result = world.turns[&turn].result.clone().unwrap();
    assert_eq!(result.outcome(), TurnOutcome::Interrupted);
    assert_eq!((world.machine.state(), world.machine.turn_id.clone()), (MachineState::Paused, None));
    // With the Turn its Budget has nobody to hold; the coding agent hears of it when it goes on.
    world.send(raised()).unwrap();
    world.finish_kind(is_power);
    assert!(world.awaited().iter().any(|awaited| matches!(
        awaited.body.as_ref().and_then(|body| body.kind.as_ref()),
        Some(EffectKind::Interrupt(_))
    )));
    assert!(takes_prompts(&world.machine));
    world.check_replay();
}
