//! Told stories of a Machine's line of Checkpoints: what it goes back to, and what comes after what.

use autovibe_proto::v1::effect_body::Kind as EffectKind;
use autovibe_proto::v1::message_body::Kind;
use autovibe_proto::v1::{
    CheckpointCut, EffectDoneMessage, EffectOutcome, ForgetMessage, MachineState, RestoreMessage,
};

use super::stories::{checkpoint, lost, make_checkpoint, ready};
use super::world::World;
use crate::actor::machine::memory::{kind_of, memory};

fn restore(id: &str) -> Kind {
    Kind::Restore(RestoreMessage { checkpoint_id: id.to_owned() })
}

fn forget(id: &str) -> Kind {
    Kind::Forget(ForgetMessage { checkpoint_id: id.to_owned() })
}

/// The Checkpoint that the Machine is going back to now.
fn goes_back_to(world: &World) -> Option<String> {
    let mut wanted = world.awaited().into_iter().filter_map(|awaited| match kind_of(&awaited) {
        Some(EffectKind::RestoreVm(effect)) => Some(effect.checkpoint_id.clone()),
        _ => None,
    });
    wanted.next()
}

#[test]
fn a_machine_that_went_back_goes_on_from_there_and_not_from_what_it_left() {
    let mut world = ready();
    make_checkpoint(&mut world, "chk_a");
    make_checkpoint(&mut world, "chk_b");
    world.send(restore("chk_a")).unwrap();
    world.finish_kind(|kind| matches!(kind, EffectKind::RestoreVm(_)));
    assert_eq!(world.machine.checkpoint_id.as_deref(), Some("chk_b"), "the life has not begun");
    world.greet(2, None);
    assert_eq!(world.machine.checkpoint_id.as_deref(), Some("chk_a"));
    world.send(lost(2)).unwrap();
    assert_eq!(goes_back_to(&world).as_deref(), Some("chk_a"));
    world.calm_down();
    make_checkpoint(&mut world, "chk_c");
    assert_eq!(world.checkpoints["chk_c"].parent_id.as_deref(), Some("chk_a"));
    // A second greeting of the same life, as after a broken connection, changes nothing.
    world.greet(3, None);
    assert_eq!(world.machine.checkpoint_id.as_deref(), Some("chk_c"));
    world.check_replay();
}

#[test]
fn the_checkpoint_before_a_removed_one_is_the_newest() {
    let mut world = ready();
    make_checkpoint(&mut world, "chk_a");
    make_checkpoint(&mut world, "chk_b");
    world.send(forget("chk_b")).unwrap();
    // Lost while the newest is being removed: the one before it is as good.
    world.send(lost(1)).unwrap();
    assert_eq!(goes_back_to(&world).as_deref(), Some("chk_a"));
    world.calm_down();
    assert_eq!((world.checkpoints.len(), world.machine.state()), (1, MachineState::Ready));
    assert_eq!(world.machine.checkpoint_id.as_deref(), Some("chk_a"));

    make_checkpoint(&mut world, "chk_c");
    world.send(forget("chk_c")).unwrap();
    world.calm_down();
    assert_eq!(world.machine.checkpoint_id.as_deref(), Some("chk_a"), "the one before it is named again");
    world.send(forget("chk_a")).unwrap();
    world.calm_down();
    assert_eq!(world.machine.checkpoint_id, None);
    assert!(memory(&world.machine).awaited.is_empty());
    world.check_replay();
}

#[test]
fn a_fork_has_no_checkpoint_of_its_own_yet() {
    let mut parent = ready();
    make_checkpoint(&mut parent, "chk_a");
    let mut child = World::new(Some(parent.checkpoints["chk_a"].clone()));
    let create = autovibe_proto::v1::CreateMessage { checkpoint_id: Some("chk_a".to_owned()) };
    child.send(Kind::Create(create)).unwrap();
    child.calm_down();
    assert_eq!(child.machine.checkpoint_id, None);
}

#[test]
fn a_guest_cannot_have_the_turn_of_another_machine_continued() {
    let mut world = ready();
    world.send(checkpoint("chk_a")).unwrap();
    let freeze = world.awaited()[0].effect_id.clone();
    world.effects.remove(&freeze);
    let cut = CheckpointCut { turn_id: Some("trn_of_another".to_owned()), ..CheckpointCut::default() };
    let outcome = EffectOutcome { cut: Some(cut), ..EffectOutcome::default() };
    let done = EffectDoneMessage { effect_id: freeze, outcome: Some(outcome) };
    world.send(Kind::EffectDone(done)).unwrap();
    let cut = world.checkpoints["chk_a"].cut.clone().unwrap();
    assert_eq!((cut.turn_id, cut.incarnation), (None, 1));
}
