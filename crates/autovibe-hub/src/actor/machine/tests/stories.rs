//! Told stories: what happens to a Machine in the usual cases.

use autovibe_proto::TurnId;
use autovibe_proto::v1::effect_body::Kind as EffectKind;
use autovibe_proto::v1::message_body::Kind;
use autovibe_proto::v1::{
    Checkpoint, CheckpointMessage, CheckpointState, CreateMessage, ForgetMessage, GoalMessage,
    InterruptMessage, MachineGoal, MachineState, PromptMessage, RestartPolicy, RestoreMessage, TurnOutcome,
    TurnState, VmObservedMessage,
};

use super::world::World;
use crate::actor::machine::{Refusal, takes_prompts};

pub(super) fn prompt() -> Kind {
    Kind::Prompt(PromptMessage { text: "do it".to_owned(), ..PromptMessage::default() })
}

pub(super) fn goal(goal: MachineGoal) -> Kind {
    Kind::Goal(GoalMessage { goal: goal.into(), grace_ms: 0 })
}

pub(super) fn checkpoint(id: &str) -> Kind {
    Kind::Checkpoint(CheckpointMessage { checkpoint_id: id.to_owned(), label: "here".to_owned() })
}

pub(super) fn lost(incarnation: i64) -> Kind {
    Kind::VmObserved(VmObservedMessage { incarnation, lost: true, detail: "gone".to_owned() })
}

/// A Machine whose first guest has greeted.
pub(super) fn ready() -> World {
    let mut world = World::new(None);
    world.send(Kind::Create(CreateMessage::default())).unwrap();
    assert_eq!(world.machine.state(), MachineState::Starting);
    world.finish_kind(|kind| matches!(kind, EffectKind::CreateVm(_)));
    world.greet(1, None);
    assert_eq!(world.machine.state(), MachineState::Ready);
    world
}

/// Makes a Checkpoint and lets it go well.
pub(super) fn make_checkpoint(world: &mut World, id: &str) {
    world.send(checkpoint(id)).unwrap();
    assert_eq!(world.machine.state(), MachineState::Checkpointing);
    world.finish_kind(|kind| matches!(kind, EffectKind::Freeze(_)));
    assert_eq!(world.checkpoints[id].state(), CheckpointState::Creating);
    world.finish_kind(|kind| matches!(kind, EffectKind::CheckpointVm(_)));
    assert_eq!(world.checkpoints[id].state(), CheckpointState::Ready);
    world.finish_kind(|kind| matches!(kind, EffectKind::Thaw(_)));
}

#[test]
fn a_prompt_becomes_a_turn_whose_id_follows_from_the_message() {
    let mut world = ready();
    world.send(prompt()).unwrap();
    let turn_id = TurnId::derive(&[&world.messages.last_mut().unwrap().id]);
    // The newest Message is the Turn's timer; the prompt came before it.
    let asked = world.messages[world.messages.len() - 2].id.clone();
    assert_eq!(world.machine.turn_id, Some(TurnId::derive(&[&asked]).into_string()));
    assert_ne!(world.machine.turn_id, Some(turn_id.into_string()));
    assert_eq!(world.machine.state(), MachineState::Working);
    assert_eq!(world.send(prompt()), Err(Refusal::Held));
    let turn = world.machine.turn_id.clone().unwrap();
    world.end_turn(&turn, 1);
    assert_eq!(world.machine.state(), MachineState::Ready);
    assert!(takes_prompts(&world.machine));
    assert_eq!(world.machine.usage.unwrap().cost_micros, 7);
}

#[test]
fn a_restore_into_a_running_turn_continues_it_as_a_new_one() {
    let mut world = ready();
    world.send(prompt()).unwrap();
    let first = world.machine.turn_id.clone().unwrap();
    make_checkpoint(&mut world, "chk_a");
    assert_eq!(world.machine.state(), MachineState::Working);
    world.end_turn(&first, 1);

    world.send(Kind::Restore(RestoreMessage { checkpoint_id: "chk_a".to_owned() })).unwrap();
    assert_eq!((world.machine.state(), world.machine.incarnation), (MachineState::Restoring, 2));
    world.finish_kind(|kind| matches!(kind, EffectKind::RestoreVm(_)));
    world.greet(1, Some(first.clone()));
    assert_eq!(world.machine.state(), MachineState::Restoring, "an old guest is not heard");
    world.greet(2, Some(first.clone()));
    assert_eq!(world.machine.state(), MachineState::Working);
    let second = world.machine.turn_id.clone().unwrap();
    assert_ne!(second, first);
    let turn = &world.turns[&second];
    assert_eq!((turn.resumed_from.as_ref(), turn.prompt.as_str()), (Some(&first), "do it"));
    assert_eq!(
        world.turns[&first].result.as_ref().unwrap().outcome(),
        TurnOutcome::Ok,
        "the old one keeps its result"
    );
    assert_eq!(world.machine.usage.unwrap().cost_micros, 7, "spend is not lowered");
}

#[test]
fn a_restore_ends_the_running_turn_as_superseded() {
    let mut world = ready();
    make_checkpoint(&mut world, "chk_a");
    world.send(prompt()).unwrap();
    let turn = world.machine.turn_id.clone().unwrap();
    world.send(Kind::Restore(RestoreMessage { checkpoint_id: "chk_a".to_owned() })).unwrap();
    assert_eq!(world.turns[&turn].result.as_ref().unwrap().outcome(), TurnOutcome::Superseded);
    world.finish_kind(|kind| matches!(kind, EffectKind::RestoreVm(_)));
    world.greet(2, None);
    assert_eq!(world.machine.state(), MachineState::Ready);
}

#[test]
fn a_restore_need_not_wait_until_the_guest_goes_on_after_its_checkpoint() {
    let mut world = ready();
    world.send(checkpoint("chk_a")).unwrap();
    let restore = || Kind::Restore(RestoreMessage { checkpoint_id: "chk_a".to_owned() });
    assert!(world.send(restore()).is_err(), "the checkpoint is not ready");
    world.finish_kind(|kind| matches!(kind, EffectKind::Freeze(_)));
    world.finish_kind(|kind| matches!(kind, EffectKind::CheckpointVm(_)));
    assert_eq!(world.machine.state(), MachineState::Checkpointing, "the guest stands still");
    world.send(restore()).unwrap();
    world.finish_kind(|kind| matches!(kind, EffectKind::RestoreVm(_)));
    world.greet(2, None);
    assert_eq!(world.machine.state(), MachineState::Ready);
}

#[test]
fn a_failed_freeze_thaws_and_leaves_no_checkpoint() {
    let mut world = ready();
    world.send(checkpoint("chk_a")).unwrap();
    let freeze = world.awaited()[0].effect_id.clone();
    world.finish(&freeze, Some("the guest is silent")).unwrap();
    assert_eq!(world.checkpoints["chk_a"].state(), CheckpointState::Failed);
    world.finish_kind(|kind| matches!(kind, EffectKind::Thaw(_)));
    assert_eq!(world.machine.state(), MachineState::Ready);
    assert_eq!(world.machine.checkpoint_id, None);
}

#[test]
fn a_stopped_machine_boots_into_a_new_incarnation() {
    let mut world = ready();
    world.send(goal(MachineGoal::Stopped)).unwrap();
    assert_eq!(world.machine.state(), MachineState::Stopping);
    world.calm_down();
    assert_eq!(world.machine.state(), MachineState::Stopped);
    world.send(goal(MachineGoal::Running)).unwrap();
    assert_eq!((world.machine.state(), world.machine.incarnation), (MachineState::Starting, 2));
    world.calm_down();
    assert_eq!(world.machine.state(), MachineState::Ready);
}

#[test]
fn a_lost_machine_goes_back_to_its_newest_checkpoint_and_gives_up_after_five_times() {
    let mut world = ready();
    make_checkpoint(&mut world, "chk_a");
    for life in 1..=5 {
        assert_eq!(world.machine.incarnation, life);
        world.send(lost(life)).unwrap();
        world.calm_down();
        assert_eq!(world.machine.state(), MachineState::Ready);
    }
    world.send(lost(6)).unwrap();
    assert_eq!(world.machine.state(), MachineState::Failed);
    assert!(world.machine.failure.contains("5 times"), "{}", world.machine.failure);
    let restores =
        world.events.iter().filter(|event| format!("{event:?}").contains("RestoreVm(RestoreVmEffect"));
    assert_eq!(restores.count(), 5);
}

#[test]
fn a_loss_of_an_older_incarnation_changes_nothing() {
    let mut world = ready();
    world.send(goal(MachineGoal::Stopped)).unwrap();
    world.calm_down();
    world.send(goal(MachineGoal::Running)).unwrap();
    world.calm_down();
    let before = world.events.len();
    world.send(lost(1)).unwrap();
    assert_eq!(world.events.len(), before);
}

#[test]
fn a_machine_that_never_restarts_fails_when_it_is_lost() {
    let mut world = World::new(None);
    world.machine.set_restart_policy(RestartPolicy::Never);
    world.initial.set_restart_policy(RestartPolicy::Never);
    world.send(Kind::Create(CreateMessage::default())).unwrap();
    world.calm_down();
    world.send(prompt()).unwrap();
    world.send(lost(1)).unwrap();
    assert_eq!(world.machine.state(), MachineState::Failed);
    assert!(world.turns.values().all(|turn| turn.state() == TurnState::Ended));
}

#[test]
fn a_failed_create_can_be_tried_again() {
    let mut world = World::new(None);
    world.send(Kind::Create(CreateMessage::default())).unwrap();
    let create = world.awaited()[0].effect_id.clone();
    world.finish(&create, Some("no space")).unwrap();
    assert_eq!((world.machine.state(), world.machine.failure.as_str()), (MachineState::Failed, "no space"));
    world.send(goal(MachineGoal::Running)).unwrap();
    world.calm_down();
    assert_eq!(world.machine.state(), MachineState::Ready);
    assert_eq!(world.machine.failure, "");
}

#[test]
fn deleting_removes_checkpoints_and_the_virtual_machine_whatever_is_under_way() {
    let mut world = ready();
    make_checkpoint(&mut world, "chk_a");
    make_checkpoint(&mut world, "chk_b");
    world.forking = vec!["chk_b".to_owned()];
    world.send(prompt()).unwrap();
    world.send(goal(MachineGoal::Deleted)).unwrap();
    assert_eq!(world.machine.state(), MachineState::Deleting);
    assert!(world.turns.values().all(|turn| turn.state() == TurnState::Ended));
    world.calm_down();
    assert_eq!(world.machine.state(), MachineState::Deleted);
    assert!(!world.checkpoints.contains_key("chk_a"));
    assert!(world.checkpoints.contains_key("chk_b"), "a machine is being forked from it");
    assert!(matches!(world.send(prompt()), Err(Refusal::Denied { .. })));
}

#[test]
fn a_checkpoint_that_is_being_forked_is_not_forgotten() {
    let mut world = ready();
    make_checkpoint(&mut world, "chk_a");
    let forget = || Kind::Forget(ForgetMessage { checkpoint_id: "chk_a".to_owned() });
    world.forking = vec!["chk_a".to_owned()];
    assert!(matches!(world.send(forget()), Err(Refusal::Denied { reason: "WRONG_STATE", .. })));
    world.forking.clear();
    world.send(forget()).unwrap();
    world.calm_down();
    assert!(world.checkpoints.is_empty());
    assert_eq!(world.machine.checkpoint_id, None);
}

#[test]
fn a_fork_begins_from_its_checkpoint_and_continues_the_turn_of_its_parent() {
    let mut parent = ready();
    parent.send(prompt()).unwrap();
    let open = parent.machine.turn_id.clone().unwrap();
    make_checkpoint(&mut parent, "chk_a");
    let mut child = World::new(Some(parent.checkpoints["chk_a"].clone()));
    child.send(Kind::Create(CreateMessage { checkpoint_id: Some("chk_a".to_owned()) })).unwrap();
    child.finish_kind(|kind| matches!(kind, EffectKind::ForkVm(_)));
    child.greet(1, Some(open.clone()));
    assert_eq!(child.machine.state(), MachineState::Working);
    let turn = child.machine.turn_id.clone().unwrap();
    assert_eq!(child.turns[&turn].resumed_from, Some(open));
}

#[test]
fn a_restore_that_fails_boots_from_the_disk_and_says_why() {
    let mut world = ready();
    world.machine.session_id = "now".to_owned();
    world.initial.session_id = "now".to_owned();
    make_checkpoint(&mut world, "chk_a");
    world.send(prompt()).unwrap();
    world.send(Kind::Restore(RestoreMessage { checkpoint_id: "chk_a".to_owned() })).unwrap();
    assert_eq!(world.machine.session_id, "session", "the Checkpoint's session would go on");
    world.break_only("the file is damaged");
    assert_eq!((world.machine.state(), world.machine.session_id.as_str()), (MachineState::Stopping, "now"));
    world.greet(1, None);
    assert_eq!(world.machine.state(), MachineState::Stopping, "the former life is not heard");
    world.finish_kind(|kind| matches!(kind, EffectKind::PowerVm(_)));
    assert_eq!((world.machine.state(), world.machine.incarnation), (MachineState::Starting, 3));
    world.calm_down();
    assert_eq!(world.machine.state(), MachineState::Ready);
    assert!(world.machine.failure.contains("chk_a") && world.machine.failure.contains("damaged"));
    let failed = world.machine.actor.clone().unwrap().failed_restore.unwrap();
    assert_eq!((failed.checkpoint_id.as_str(), failed.incarnation), ("chk_a", 2));
    assert_eq!(world.checkpoints["chk_a"].state(), CheckpointState::Ready);

    // A restore that goes well later leaves nothing of it.
    world.send(Kind::Restore(RestoreMessage { checkpoint_id: "chk_a".to_owned() })).unwrap();
    world.calm_down();
    assert_eq!((world.machine.failure.as_str(), world.machine.incarnation), ("", 4));
    assert_eq!(world.machine.actor.clone().unwrap().failed_restore, None);
    world.check_replay();
}

#[test]
fn a_restore_that_fails_ends_where_the_goal_is_by_then() {
    let mut world = ready();
    make_checkpoint(&mut world, "chk_a");
    world.send(Kind::Restore(RestoreMessage { checkpoint_id: "chk_a".to_owned() })).unwrap();
    world.send(goal(MachineGoal::Stopped)).unwrap();
    world.break_only("damaged");
    world.calm_down();
    assert_eq!((world.machine.state(), world.machine.incarnation), (MachineState::Stopped, 2));
}

#[test]
fn a_lost_machine_with_a_damaged_checkpoint_boots_from_its_disk() {
    let mut world = ready();
    make_checkpoint(&mut world, "chk_a");
    world.send(lost(1)).unwrap();
    assert_eq!(world.machine.state(), MachineState::Restoring);
    world.break_only("damaged");
    world.calm_down();
    assert_eq!((world.machine.state(), world.machine.incarnation), (MachineState::Ready, 3));
    assert!(world.machine.failure.contains("damaged"));
}

#[test]
fn a_fork_that_fails_is_failed_with_its_text() {
    let mut parent = ready();
    make_checkpoint(&mut parent, "chk_a");
    let mut child = World::new(Some(parent.checkpoints["chk_a"].clone()));
    child.send(Kind::Create(CreateMessage { checkpoint_id: Some("chk_a".to_owned()) })).unwrap();
    child.break_only("damaged");
    assert_eq!((child.machine.state(), child.machine.failure.as_str()), (MachineState::Failed, "damaged"));
}

#[test]
fn a_fork_without_its_checkpoint_can_be_deleted() {
    let mut parent = ready();
    make_checkpoint(&mut parent, "chk_a");
    let mut child = World::new(Some(parent.checkpoints["chk_a"].clone()));
    child.checkpoints.clear();
    child.send(Kind::Create(CreateMessage { checkpoint_id: Some("chk_a".to_owned()) })).unwrap();
    assert_eq!((child.machine.state(), child.machine.incarnation), (MachineState::Failed, 0));
    child.send(goal(MachineGoal::Deleted)).unwrap();
    assert_eq!(child.machine.state(), MachineState::Deleted, "no node knows of it");
}

#[test]
fn a_resumed_turn_keeps_its_own_limit() {
    let mut world = ready();
    world.send(Kind::Prompt(PromptMessage { limit_ms: 5000, ..PromptMessage::default() })).unwrap();
    let first = world.machine.turn_id.clone().unwrap();
    make_checkpoint(&mut world, "chk_a");
    world.send(Kind::Restore(RestoreMessage { checkpoint_id: "chk_a".to_owned() })).unwrap();
    world.finish_kind(|kind| matches!(kind, EffectKind::RestoreVm(_)));
    world.greet(2, Some(first.clone()));
    let second = world.machine.turn_id.clone().unwrap();
    assert_eq!((world.turns[&first].limit_ms, world.turns[&second].limit_ms), (5000, 5000));
}

#[test]
fn an_interrupt_does_not_wait_behind_a_prompt_that_nobody_took() {
    let mut world = ready();
    world.send(prompt()).unwrap();
    let turn = world.machine.turn_id.clone().unwrap();
    world.send(Kind::Interrupt(InterruptMessage::default())).unwrap();
    assert_eq!(world.machine.state(), MachineState::Ready);
    assert_eq!(world.turns[&turn].result.as_ref().unwrap().outcome(), TurnOutcome::Interrupted);
    world.finish_kind(|kind| matches!(kind, EffectKind::Interrupt(_)));
    // Once the guest has taken the prompt, it says itself how the Turn ended.
    world.send(prompt()).unwrap();
    world.finish_kind(|kind| matches!(kind, EffectKind::Prompt(_)));
    world.send(Kind::Interrupt(InterruptMessage::default())).unwrap();
    assert_eq!(world.machine.state(), MachineState::Working);
}

#[test]
fn many_checkpoints_are_removed_in_batches() {
    let mut world = ready();
    make_checkpoint(&mut world, "chk_0");
    for number in 1..250 {
        let id = format!("chk_{number}");
        let checkpoint = Checkpoint { id: id.clone(), ..world.checkpoints["chk_0"].clone() };
        world.checkpoints.insert(id, checkpoint);
    }
    world.send(goal(MachineGoal::Deleted)).unwrap();
    assert_eq!(world.awaited().len(), 101, "some removals and that of the virtual machine");
    // One cannot be removed; it is not tried for ever.
    let first = world.awaited()[0].effect_id.clone();
    world.finish(&first, Some("in use")).unwrap();
    for _ in 0..300 {
        let Some(awaited) = world.awaited().first().cloned() else { break };
        world.finish(&awaited.effect_id, None).unwrap();
    }
    assert_eq!((world.machine.state(), world.checkpoints.len()), (MachineState::Deleted, 1));
}
