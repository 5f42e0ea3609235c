//! Told stories about the workspace: cloned once, before the first prompt.

use autovibe_proto::v1::effect_body::Kind as EffectKind;
use autovibe_proto::v1::message_body::Kind;
use autovibe_proto::v1::{
    CheckpointMessage, CheckpointState, CreateMessage, GoalMessage, MachineGoal, MachineState, PromptMessage,
    RestoreMessage, VmObservedMessage, WorkspaceSource,
};

use super::world::World;
use crate::actor::machine::memory::{kind_of, memory};
use crate::actor::machine::{Refusal, takes_prompts};

fn is_prepare(kind: &EffectKind) -> bool {
    matches!(kind, EffectKind::PrepareWorkspace(_))
}

/// A Machine of a Project with a repository, whose first guest has just greeted.
fn greeted() -> World {
    let mut world = World::new(None);
    world.source = Some(WorkspaceSource {
        blob_id: "blb_a".to_owned(),
        base_commit: "b0".to_owned(),
        ..WorkspaceSource::default()
    });
    world.initial.name = "box".to_owned();
    world.machine.name = "box".to_owned();
    world.send(Kind::Create(CreateMessage::default())).unwrap();
    world.finish_kind(|kind| matches!(kind, EffectKind::CreateVm(_)));
    world.greet(1, None);
    world
}

#[test]
fn a_machine_is_ready_once_its_workspace_is() {
    let mut world = greeted();
    assert_eq!(world.machine.state(), MachineState::Starting);
    assert_eq!(world.send(Kind::Prompt(PromptMessage::default())), Err(Refusal::Held));
    world.greet(1, None);
    let awaited = world.awaited();
    assert_eq!(awaited.len(), 1, "a second greeting asks for nothing more");
    let Some(EffectKind::PrepareWorkspace(effect)) = kind_of(&awaited[0]) else { panic!("{awaited:?}") };
    let wanted = (effect.blob_id.as_str(), effect.base_commit.as_str(), effect.branch.as_str());
    assert_eq!(wanted, ("blb_a", "b0", "autovibe/box"));
    world.finish_kind(is_prepare);
    assert_eq!(world.machine.state(), MachineState::Ready);
    assert!(takes_prompts(&world.machine));
    world.check_replay();
}

#[test]
fn a_workspace_that_cannot_be_prepared_fails_the_machine_and_is_tried_again_when_it_is_revived() {
    let mut world = greeted();
    world.break_only("the bundle is broken");
    assert_eq!(world.machine.state(), MachineState::Failed);
    assert_eq!(world.machine.failure, "the workspace could not be prepared: the bundle is broken");
    let running = GoalMessage { goal: MachineGoal::Running.into(), grace_ms: 0 };
    world.send(Kind::Goal(running)).unwrap();
    world.finish_kind(|kind| matches!(kind, EffectKind::PowerVm(_)));
    world.finish_kind(|kind| matches!(kind, EffectKind::PowerVm(_)));
    world.greet(2, None);
    world.finish_kind(is_prepare);
    assert_eq!(world.machine.state(), MachineState::Ready);
}

#[test]
fn a_machine_that_is_lost_while_it_is_prepared_is_prepared_in_its_next_life() {
    let mut world = greeted();
    let lost = VmObservedMessage { incarnation: 1, lost: true, detail: "gone".to_owned() };
    world.send(Kind::VmObserved(lost)).unwrap();
    assert!(!world.awaited().iter().filter_map(kind_of).any(is_prepare));
    world.calm_down();
    assert_eq!(world.machine.state(), MachineState::Ready);
    assert!(memory(&world.machine).workspace_ready);
    world.check_replay();
}

#[test]
fn a_checkpoint_waits_for_the_workspace_and_a_restore_and_a_fork_keep_it() {
    let mut world = greeted();
    let asked = CheckpointMessage { checkpoint_id: "chk_a".to_owned(), label: String::new() };
    world.send(Kind::Checkpoint(asked)).unwrap();
    assert_eq!(world.machine.state(), MachineState::Starting);
    world.calm_down();
    let checkpoint = world.checkpoints["chk_a"].clone();
    assert_eq!(checkpoint.state(), CheckpointState::Ready);
    let workspace = checkpoint.workspace.clone().unwrap();
    assert_eq!((workspace.commit, workspace.head_commit), ("c1".to_owned(), "c0".repeat(20)));

    world.send(Kind::Restore(RestoreMessage { checkpoint_id: "chk_a".to_owned() })).unwrap();
    world.finish_kind(|kind| matches!(kind, EffectKind::RestoreVm(_)));
    world.greet(2, None);
    assert_eq!(world.machine.state(), MachineState::Ready);

    let mut fork = World::new(Some(checkpoint));
    fork.source = world.source.clone();
    let create = CreateMessage { checkpoint_id: Some("chk_a".to_owned()) };
    fork.send(Kind::Create(create)).unwrap();
    fork.finish_kind(|kind| matches!(kind, EffectKind::ForkVm(_)));
    fork.greet(1, None);
    assert_eq!(fork.machine.state(), MachineState::Ready, "a fork has its parent's workspace");
}

#[test]
fn a_turn_keeps_the_commits_between_which_it_worked() {
    let mut world = greeted();
    world.finish_kind(is_prepare);
    world.send(Kind::Prompt(PromptMessage::default())).unwrap();
    let turn_id = world.machine.turn_id.clone().unwrap();
    world.end_turn(&turn_id, 1);
    let turn = &world.turns[&turn_id];
    assert_eq!((turn.start_commit.as_str(), turn.end_commit.as_str()), ("c0", "c1"));
}
