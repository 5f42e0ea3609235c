//! Told stories of Checkpoints: of Machines that stand still, lost ones, and of the timers of Turns.

use autovibe_proto::v1::effect_body::Kind as EffectKind;
use autovibe_proto::v1::message_body::Kind;
use autovibe_proto::v1::{
    CheckpointCut, CheckpointLostMessage, CheckpointMessage, CheckpointState, CreateMessage, ForgetMessage,
    GoalMessage, MachineGoal, MachineState, PromptMessage, RestoreMessage, TimerKind,
};

use super::world::World;

fn goal(goal: MachineGoal) -> Kind {
    Kind::Goal(GoalMessage { goal: goal.into(), grace_ms: 0 })
}

fn checkpoint(id: &str) -> Kind {
    Kind::Checkpoint(CheckpointMessage { checkpoint_id: id.to_owned(), label: "here".to_owned() })
}

/// A Machine with this goal, reached.
fn settled(wanted: MachineGoal) -> World {
    let mut world = World::new(None);
    world.send(Kind::Create(CreateMessage::default())).unwrap();
    world.calm_down();
    world.send(goal(wanted)).unwrap();
    world.calm_down();
    world
}

/// Saves a Machine that stands still; only the node is asked.
fn save(world: &mut World, id: &str) {
    let state = world.machine.state();
    world.send(checkpoint(id)).unwrap();
    assert_eq!(world.awaited().len(), 1, "nobody is asked to stand still: {:?}", world.awaited());
    world.finish_kind(|kind| matches!(kind, EffectKind::CheckpointVm(_)));
    assert_eq!((world.machine.state(), world.awaited().len()), (state, 0), "it stays as it was");
    assert_eq!(world.checkpoints[id].state(), CheckpointState::Ready);
    assert_eq!(world.machine.checkpoint_id.as_deref(), Some(id));
    world.check_replay();
}

#[test]
fn a_paused_machine_is_saved_where_its_turn_stands() {
    let mut world = World::new(None);
    world.send(Kind::Create(CreateMessage::default())).unwrap();
    world.calm_down();
    world.send(Kind::Prompt(PromptMessage::default())).unwrap();
    let turn = world.machine.turn_id.clone().unwrap();
    world.finish_kind(|kind| matches!(kind, EffectKind::Prompt(_)));
    world.send(goal(MachineGoal::Paused)).unwrap();
    world.finish_kind(|kind| matches!(kind, EffectKind::PowerVm(_)));
    assert_eq!(world.machine.state(), MachineState::Paused);
    world.last_cut = Some(CheckpointCut {
        incarnation: 1,
        transcript_offset: 7,
        git_head: "c0ffee".to_owned(),
        turn_id: Some("trn_forged".to_owned()),
        workspace_commit: "older".to_owned(),
        ..CheckpointCut::default()
    });
    save(&mut world, "chk_a");
    let cut = world.checkpoints["chk_a"].cut.clone().unwrap();
    assert_eq!((cut.turn_id.as_ref(), cut.transcript_offset, cut.incarnation), (Some(&turn), 7, 1));
    assert_eq!((cut.git_head.as_str(), cut.workspace_commit.as_str()), ("c0ffee", ""));

    // Going back to it runs again, in the Turn that was cut.
    world.send(Kind::Restore(RestoreMessage { checkpoint_id: "chk_a".to_owned() })).unwrap();
    world.finish_kind(|kind| matches!(kind, EffectKind::RestoreVm(_)));
    world.greet(2, Some(turn.clone()));
    assert_eq!(world.machine.state(), MachineState::Working);
    let resumed = world.machine.turn_id.clone().unwrap();
    assert_eq!(world.turns[&resumed].resumed_from, Some(turn));
}

#[test]
fn a_heartbeat_of_a_former_life_says_nothing() {
    let mut world = settled(MachineGoal::Stopped);
    world.last_cut = Some(CheckpointCut { incarnation: 7, transcript_offset: 7, ..CheckpointCut::default() });
    save(&mut world, "chk_a");
    let cut = world.checkpoints["chk_a"].cut.clone().unwrap();
    assert_eq!((cut.incarnation, cut.transcript_offset, cut.turn_id), (1, 0, None));
}

#[test]
fn a_goal_waits_until_the_still_machine_is_saved() {
    for (wanted, reached) in
        [(MachineGoal::Running, MachineState::Ready), (MachineGoal::Stopped, MachineState::Stopped)]
    {
        let mut world = settled(MachineGoal::Paused);
        world.send(checkpoint("chk_a")).unwrap();
        world.send(checkpoint("chk_b")).unwrap();
        world.send(goal(wanted)).unwrap();
        assert_eq!((world.machine.state(), world.awaited().len()), (MachineState::Paused, 1));
        world.finish_kind(|kind| matches!(kind, EffectKind::CheckpointVm(_)));
        world.finish_kind(|kind| matches!(kind, EffectKind::CheckpointVm(_)));
        world.calm_down();
        assert_eq!(world.machine.state(), reached);
        assert!(world.checkpoints.values().all(|row| row.state() == CheckpointState::Ready));
    }
}

#[test]
fn a_still_machine_that_cannot_be_saved_stays_as_it_was() {
    let mut world = settled(MachineGoal::Stopped);
    world.send(checkpoint("chk_a")).unwrap();
    world.break_only("the disk is full");
    assert_eq!((world.machine.state(), world.awaited().len()), (MachineState::Stopped, 0));
    assert_eq!(world.checkpoints["chk_a"].failure, "the disk is full");
}

#[test]
fn a_checkpoint_that_the_node_lost_is_failed_and_nothing_goes_back_to_it() {
    let mut world = settled(MachineGoal::Stopped);
    save(&mut world, "chk_a");
    let lost = || {
        Kind::CheckpointLost(CheckpointLostMessage {
            checkpoint_id: "chk_a".to_owned(),
            detail: "nothing is there".to_owned(),
        })
    };
    world.send(lost()).unwrap();
    let row = world.checkpoints["chk_a"].clone();
    assert_eq!((row.state(), row.failure.as_str()), (CheckpointState::Failed, "nothing is there"));
    assert_eq!(world.machine.checkpoint_id, None);
    assert!(world.send(Kind::Restore(RestoreMessage { checkpoint_id: "chk_a".to_owned() })).is_err());
    // It might come back, so the node is asked to remove it as well.
    world.send(Kind::Forget(ForgetMessage { checkpoint_id: "chk_a".to_owned() })).unwrap();
    world.finish_kind(|kind| matches!(kind, EffectKind::ForgetCheckpoint(_)));
    assert!(world.checkpoints.is_empty());
    world.send(lost()).unwrap();
    world.check_replay();
}

#[test]
fn a_removal_that_nobody_does_any_more_is_asked_for_again() {
    let mut world = settled(MachineGoal::Stopped);
    save(&mut world, "chk_a");
    let forget = || Kind::Forget(ForgetMessage { checkpoint_id: "chk_a".to_owned() });
    world.send(forget()).unwrap();
    world.send(forget()).unwrap();
    assert_eq!(world.awaited().len(), 1, "one that is under way is not begun again");
    world.finish_kind(|kind| matches!(kind, EffectKind::ForgetCheckpoint(_)));
    save(&mut world, "chk_b");
    world.checkpoints.get_mut("chk_b").unwrap().set_state(CheckpointState::Deleting);
    world.send(Kind::Forget(ForgetMessage { checkpoint_id: "chk_b".to_owned() })).unwrap();
    world.finish_kind(|kind| matches!(kind, EffectKind::ForgetCheckpoint(_)));
    assert!(world.checkpoints.is_empty());
}

#[test]
fn the_timer_of_a_turn_goes_with_it() {
    let mut world = settled(MachineGoal::Running);
    world.send(Kind::Prompt(PromptMessage::default())).unwrap();
    let turn = world.machine.turn_id.clone().unwrap();
    let timers: Vec<String> = world
        .messages
        .iter()
        .filter(|message| {
            matches!(message.body.as_ref().and_then(|body| body.kind.as_ref()),
                Some(Kind::Timer(timer)) if timer.kind() == TimerKind::TurnLimit)
        })
        .map(|message| message.id.clone())
        .collect();
    assert_eq!((timers.len(), world.dropped.len()), (1, 0));
    world.end_turn(&turn, 1);
    assert_eq!(world.dropped, timers);
}
