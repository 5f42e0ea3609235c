//! Random stories: whatever comes in whatever order, what must hold holds, and afterwards all calms down.

use autovibe_proto::v1::message_body::Kind;
use autovibe_proto::v1::{
    BudgetLevel, BudgetRaisedMessage, BudgetReachedMessage, CheckpointLostMessage, CheckpointMessage,
    CheckpointState, CreateMessage, ForgetMessage, GoalMessage, GuestGreetedMessage, InterruptMessage,
    MachineGoal, MachineState, PromptMessage, RestoreMessage, TimerKind, TimerMessage, VmObservedMessage,
    WorkspaceSource,
};
use proptest::prelude::*;

use super::world::World;
use crate::actor::machine::memory::{hold, is_held};
use crate::actor::machine::takes_prompts;

/// Something that happens.
#[derive(Debug, Clone)]
enum Happening {
    Prompt,
    Interrupt,
    Goal(MachineGoal),
    Checkpoint(u8),
    Restore(u8),
    Forget(u8),
    Forking(u8),
    LoseCheckpoint(u8),
    Finish { index: usize, fails: bool },
    UnknownResult,
    Greet { behind: i64, open: bool, frozen: bool },
    EndTurn { behind: i64, of: usize },
    Lost { behind: i64 },
    Halted { behind: i64 },
    Timer { kind: TimerKind, behind: i64 },
    Again(usize),
    BudgetReached(BudgetLevel),
    BudgetRaised,
    Wait(i64),
}

fn happening() -> impl Strategy<Value = Happening> {
    let goal = prop_oneof![
        6 => Just(MachineGoal::Running),
        2 => Just(MachineGoal::Paused),
        2 => Just(MachineGoal::Stopped),
        1 => Just(MachineGoal::Deleted),
    ];
    let timer = prop_oneof![Just(TimerKind::Greeting), Just(TimerKind::Restart), Just(TimerKind::TurnLimit)];
    prop_oneof![
        4 => Just(Happening::Prompt),
        1 => Just(Happening::Interrupt),
        2 => goal.prop_map(Happening::Goal),
        3 => (0..3_u8).prop_map(Happening::Checkpoint),
        2 => (0..3_u8).prop_map(Happening::Restore),
        1 => (0..3_u8).prop_map(Happening::Forget),
        1 => (0..3_u8).prop_map(Happening::Forking),
        1 => (0..3_u8).prop_map(Happening::LoseCheckpoint),
        12 => (0..4_usize, prop::bool::weighted(0.15))
            .prop_map(|(index, fails)| Happening::Finish { index, fails }),
        1 => Just(Happening::UnknownResult),
        6 => (0..3_i64, any::<bool>(), any::<bool>())
            .prop_map(|(behind, open, frozen)| Happening::Greet { behind: behind / 2, open, frozen }),
        4 => (0..3_i64, 0..4_usize).prop_map(|(behind, of)| Happening::EndTurn { behind: behind / 2, of }),
        2 => (0..2_i64).prop_map(|behind| Happening::Lost { behind }),
        1 => (0..2_i64).prop_map(|behind| Happening::Halted { behind }),
        1 => (timer, 0..2_i64).prop_map(|(kind, behind)| Happening::Timer { kind, behind }),
        2 => any::<usize>().prop_map(Happening::Again),
        3 => prop_oneof![1 => Just(BudgetLevel::Soft), 3 => Just(BudgetLevel::Hard)]
            .prop_map(Happening::BudgetReached),
        2 => Just(Happening::BudgetRaised),
        1 => (0..90_000_000_i64).prop_map(Happening::Wait),
    ]
}

/// The node saw the virtual machine gone, or halted.
fn observed(incarnation: i64, lost: bool) -> Kind {
    Kind::VmObserved(VmObservedMessage { incarnation, lost, detail: "seen".to_owned() })
}

fn happen(world: &mut World, happening: Happening) {
    let incarnation = world.machine.incarnation;
    let checkpoint = |number: u8| format!("chk_{number}");
    // A refusal is an answer like any other.
    let _ = match happening {
        Happening::Prompt => world.send(Kind::Prompt(PromptMessage::default())),
        Happening::Interrupt => world.send(Kind::Interrupt(InterruptMessage::default())),
        Happening::Goal(goal) => world.send(Kind::Goal(GoalMessage { goal: goal.into(), grace_ms: 5 })),
        Happening::Checkpoint(number) => world.send(Kind::Checkpoint(CheckpointMessage {
            checkpoint_id: checkpoint(number),
            label: String::new(),
        })),
        Happening::Restore(number) => {
            world.send(Kind::Restore(RestoreMessage { checkpoint_id: checkpoint(number) }))
        }
        Happening::Forget(number) => {
            world.send(Kind::Forget(ForgetMessage { checkpoint_id: checkpoint(number) }))
        }
        Happening::Forking(number) => {
            world.forking = vec![checkpoint(number)];
            Ok(())
        }
        Happening::LoseCheckpoint(number) => world.send(Kind::CheckpointLost(CheckpointLostMessage {
            checkpoint_id: checkpoint(number),
            detail: "nothing is there".to_owned(),
        })),
        Happening::Finish { index, fails } => match world.awaited().get(index) {
            Some(awaited) => world.finish(&awaited.effect_id, fails.then_some("it broke")),
            None => Ok(()),
        },
        Happening::UnknownResult => world.finish("eff_unknown", None),
        Happening::Greet { behind, open, frozen } => {
            let open_turn_id = world.turns.keys().next().cloned().filter(|_| open);
            world.send(Kind::GuestGreeted(GuestGreetedMessage {
                incarnation: incarnation - behind,
                open_turn_id,
                frozen,
                ..GuestGreetedMessage::default()
            }))
        }
        Happening::EndTurn { behind, of } => {
            let turn = match of {
                0 | 1 => world.machine.turn_id.clone(),
                of => world.turns.keys().nth(of).cloned(),
            };
            world.end_turn(&turn.unwrap_or_default(), incarnation - behind);
            Ok(())
        }
        Happening::Lost { behind } => world.send(observed(incarnation - behind, true)),
        Happening::Halted { behind } => world.send(observed(incarnation - behind, false)),
        Happening::Timer { kind, behind } => world.send(Kind::Timer(TimerMessage {
            kind: kind.into(),
            incarnation: incarnation - behind,
            turn_id: world.machine.turn_id.clone(),
        })),
        Happening::Again(index) => {
            let message = world.messages[index % world.messages.len()].clone();
            // A prompt goes with its entry in the Commit of its step; senders repeat everything else.
            if matches!(message.body.as_ref().and_then(|body| body.kind.as_ref()), Some(Kind::Prompt(_))) {
                return;
            }
            world.deliver(&message)
        }
        Happening::BudgetReached(level) => {
            let budget_id = "bdg_test".to_owned();
            world.send(Kind::BudgetReached(BudgetReachedMessage {
                budget_id,
                level: level.into(),
                text: "used up".to_owned(),
            }))
        }
        Happening::BudgetRaised => world.send(Kind::BudgetRaised(BudgetRaisedMessage {})),
        Happening::Wait(micros) => {
            world.now_micros += micros;
            Ok(())
        }
    };
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_the_rules_hold_and_the_machine_calms_down(
        happenings in prop::collection::vec(happening(), 1..80),
        has_source in any::<bool>(),
    ) {
        let mut world = World::new(None);
        world.source = has_source.then(WorkspaceSource::default);
        world.send(Kind::Create(CreateMessage::default())).unwrap();
        for happening in happenings {
            happen(&mut world, happening);
            world.check_replay();
        }
        world.calm_down();
        world.check_replay();
        if is_held(&world.machine) && world.machine.goal() == MachineGoal::Running {
            let held = &[MachineState::Paused, MachineState::Failed];
            let runs_on = hold(&world.machine).runs_on && world.machine.state() == MachineState::Ready;
            prop_assert!(runs_on || held.contains(&world.machine.state()), "{:?}", world.machine);
            prop_assert!(!takes_prompts(&world.machine), "a held Machine begins nothing");
            world.send(Kind::BudgetRaised(BudgetRaisedMessage {})).unwrap();
            world.calm_down();
            world.check_replay();
        }
        let waiting = world.checkpoints.values().filter(|row| row.state() == CheckpointState::Creating);
        prop_assert_eq!(waiting.count(), 0, "every Checkpoint that was asked for is ready or failed");
        let expected: &[MachineState] = match world.machine.goal() {
            MachineGoal::Running => &[MachineState::Ready, MachineState::Failed],
            // A Machine that is off has no processors to halt.
            MachineGoal::Paused => &[MachineState::Paused, MachineState::Stopped, MachineState::Failed],
            MachineGoal::Stopped => &[MachineState::Stopped, MachineState::Failed],
            MachineGoal::Deleted => &[MachineState::Deleted, MachineState::Failed],
            MachineGoal::Unspecified => &[],
        };
        prop_assert!(expected.contains(&world.machine.state()), "{:?}", world.machine);
    }
}
