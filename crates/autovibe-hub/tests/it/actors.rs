//! The actors at work: mailbox, steps, Effects, node and guest together.

use std::collections::BTreeSet;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use autovibe_hub::database::{CommitBuilder, Page};
use autovibe_hub::mailbox::{NewMessage, dead_letter_id};
use autovibe_proto::guest::v1::guest_command::Kind as CommandKind;
use autovibe_proto::hub::v1::{DeleteCheckpointRequest, RestoreCheckpointRequest, SetMachineGoalRequest};
use autovibe_proto::v1::message_body::Kind;
use autovibe_proto::v1::{
    Checkpoint, CheckpointMessage, CheckpointState, DeadLetter, DeadLetterReason, Effect, EffectFailure,
    EffectOutcome, GoalMessage, Hub as HubRow, Machine, MachineEvent, MachineGoal, MachineState,
    MailboxEntry, Message, PromptMessage, RestoreMessage, TimerKind, TimerMessage, Turn, TurnState,
};
use autovibe_proto::{
    CheckpointId, EffectId, ErrorKind, Failure, MachineId, MessageId, TurnId, timestamp_from_micros,
};
use tonic::Status;

use crate::fleet::Fleet;

fn prompt(text: &str) -> Kind {
    Kind::Prompt(PromptMessage { text: text.to_owned(), ..PromptMessage::default() })
}

async fn post(fleet: &Fleet, machine: &MachineId, kind: Kind) -> Message {
    fleet.hub.post(NewMessage::new(machine.clone(), "user/tok_a", kind)).await.unwrap()
}

fn turn_of(message: &Message) -> String {
    TurnId::derive(&[&message.id]).into_string()
}

/// Sends a prompt and lets the guest take it.
async fn begin_turn(fleet: &Fleet, machine: &MachineId, text: &str) -> String {
    let message = post(fleet, machine, prompt(text)).await;
    let CommandKind::Prompt(command) = fleet.obey(machine).await else { panic!("a prompt was expected") };
    assert_eq!((command.text.as_str(), command.turn_id.clone()), (text, turn_of(&message)));
    command.turn_id
}

async fn make_checkpoint(fleet: &Fleet, machine: &MachineId) -> CheckpointId {
    let id = CheckpointId::generate();
    let body = CheckpointMessage { checkpoint_id: id.to_string(), label: "here".to_owned() };
    post(fleet, machine, Kind::Checkpoint(body)).await;
    assert!(matches!(fleet.obey(machine).await, CommandKind::Freeze(_)));
    assert!(matches!(fleet.obey(machine).await, CommandKind::Thaw(_)));
    let ready = |row: Option<&Checkpoint>| row.is_some_and(|row| row.state() == CheckpointState::Ready);
    fleet.wait_for::<Checkpoint>(id.as_str(), ready).await;
    id
}

#[tokio::test]
async fn prompts_become_turns_one_after_the_other() {
    let fleet = Fleet::start().await;
    let machine = fleet.machine("worker").await;
    let first = post(&fleet, &machine, prompt("one")).await;
    let second = post(&fleet, &machine, prompt("two")).await;
    for (message, text) in [(first, "one"), (second, "two")] {
        let CommandKind::Prompt(command) = fleet.obey(&machine).await else {
            panic!("a prompt was expected")
        };
        assert_eq!((command.text.as_str(), command.turn_id.clone()), (text, turn_of(&message)));
        fleet.end_turn(&machine, &command.turn_id).await;
        let ended = |turn: Option<&Turn>| turn.is_some_and(|turn| turn.state() == TurnState::Ended);
        let turn = fleet.wait_for::<Turn>(&command.turn_id, ended).await.unwrap();
        assert_eq!(turn.result.unwrap().text, "done");
    }
    let row = fleet.wait_for_state(&machine, MachineState::Ready).await;
    let events =
        fleet.hub.database().list::<MachineEvent>("", "sequence", Page::first(1000)).await.unwrap().rows;
    let sequences: Vec<i64> = events.iter().map(|event| event.sequence).collect();
    assert_eq!(sequences, (1..=row.event_sequence).collect::<Vec<i64>>());
    assert_eq!(row.handle, b"handle", "what a guest says about handles is not believed");
    fleet.hub.shutdown().await;
}

#[tokio::test]
async fn a_clock_that_was_set_back_lets_no_prompt_overtake_another() {
    let fleet = Fleet::start().await;
    let machine = fleet.machine("worker").await;
    let first =
        NewMessage::new(machine.clone(), "user/tok_a", prompt("one")).rows(&fleet.project_id, 2_000_000);
    let second =
        NewMessage::new(machine.clone(), "user/tok_a", prompt("two")).rows(&fleet.project_id, 1_000_000);
    let commit = CommitBuilder::new().insert(&first.0).insert(&first.1).insert(&second.0).insert(&second.1);
    fleet.hub.commit(commit).await.unwrap();
    for text in ["one", "two"] {
        let CommandKind::Prompt(command) = fleet.obey(&machine).await else {
            panic!("a prompt was expected")
        };
        assert_eq!(command.text, text);
        fleet.end_turn(&machine, &command.turn_id).await;
    }
    fleet.hub.shutdown().await;
}

#[tokio::test]
async fn the_same_request_id_is_delivered_once_and_another_body_is_refused() {
    let fleet = Fleet::start().await;
    let machine = fleet.machine("worker").await;
    let send = |text: &str| {
        fleet.hub.post(NewMessage::new(machine.clone(), "user/tok_a", prompt(text)).with_request_id("key"))
    };
    let first = send("one").await.unwrap();
    assert_eq!(send("one").await.unwrap().id, first.id);
    let refused = send("two").await.unwrap_err();
    assert_eq!((refused.kind, refused.reason.as_str()), (ErrorKind::AlreadyExists, "REQUEST_ID_REUSED"));
    fleet.hub.shutdown().await;
}

#[tokio::test]
async fn a_restore_continues_the_turn_that_was_cut() {
    let fleet = Fleet::start().await;
    let machine = fleet.machine("worker").await;
    let first = begin_turn(&fleet, &machine, "long work").await;
    let checkpoint = make_checkpoint(&fleet, &machine).await;
    let row = fleet.hub.database().require::<Checkpoint>(checkpoint.as_str()).await.unwrap();
    assert_eq!(row.cut.unwrap().turn_id, Some(first.clone()));
    assert_eq!((row.size_bytes, row.handle.as_slice()), (10, checkpoint.as_str().as_bytes()));

    post(&fleet, &machine, Kind::Restore(RestoreMessage { checkpoint_id: checkpoint.to_string() })).await;
    fleet.wait_for_state(&machine, MachineState::Restoring).await;
    let continued = fleet.greet(&machine).await.expect("the guest is told which Turn goes on");
    let row = fleet.wait_for_state(&machine, MachineState::Working).await;
    assert_eq!((row.turn_id.as_deref(), row.incarnation), (Some(continued.as_str()), 2));
    let turn = fleet.hub.database().require::<Turn>(&continued).await.unwrap();
    assert_eq!((turn.resumed_from, turn.prompt.as_str()), (Some(first), "long work"));
    fleet.hub.shutdown().await;
}

#[tokio::test]
async fn a_new_hub_goes_on_where_the_former_one_ended() {
    let fleet = Fleet::start().await;
    let machine = fleet.machine("worker").await;
    // The guest is gone with the former Hub's connections, so the prompt is stored but not delivered.
    let fleet = fleet.restart().await;
    let message = post(&fleet, &machine, prompt("after the crash")).await;
    let begun = |turn: Option<&Turn>| turn.is_some();
    fleet.wait_for::<Turn>(&turn_of(&message), begun).await;
    let fleet = fleet.restart().await;
    fleet.greet(&machine).await;
    let CommandKind::Prompt(command) = fleet.obey(&machine).await else { panic!("a prompt was expected") };
    assert_eq!(command.turn_id, turn_of(&message));
    fleet.end_turn(&machine, &command.turn_id).await;
    fleet.wait_for_state(&machine, MachineState::Ready).await;
    assert_eq!(fleet.node.calls("create").len(), 1, "nothing is made twice");
    fleet.hub.shutdown().await;
}

#[tokio::test]
async fn a_node_that_is_away_is_tried_again_under_the_same_effect() {
    let fleet = Fleet::start().await;
    fleet.node.fail_next(Status::unavailable("away"));
    fleet.machine("worker").await;
    let calls = fleet.node.calls("create");
    assert_eq!((calls.len(), &calls[0]), (2, &calls[1]));
    fleet.hub.shutdown().await;
}

#[tokio::test]
async fn a_refusal_of_the_node_fails_the_machine_with_its_text() {
    let fleet = Fleet::start().await;
    fleet.node.fail_next(Status::resource_exhausted("the disk is full"));
    let machine = fleet.ask_for_machine("worker").await;
    let row = fleet.wait_for_state(&machine, MachineState::Failed).await;
    assert_eq!(row.failure, "the disk is full");
    fleet.hub.shutdown().await;
}

#[tokio::test]
async fn a_lost_virtual_machine_is_started_again() {
    let fleet = Fleet::start().await;
    let machine = fleet.machine("worker").await;
    let checkpoint = make_checkpoint(&fleet, &machine).await;
    fleet.wait_for_state(&machine, MachineState::Ready).await;
    fleet.node.lose(machine.as_str());
    let row = fleet.wait_for_state(&machine, MachineState::Restoring).await;
    assert_eq!((row.incarnation, row.checkpoint_id), (2, Some(checkpoint.into_string())));
    fleet.greet(&machine).await;
    fleet.wait_for_state(&machine, MachineState::Ready).await;
    fleet.hub.shutdown().await;
}

#[tokio::test]
async fn a_machine_that_is_lost_after_a_restore_goes_back_to_what_was_restored() {
    let fleet = Fleet::start().await;
    let machine = fleet.machine("worker").await;
    let first = make_checkpoint(&fleet, &machine).await;
    fleet.wait_for_state(&machine, MachineState::Ready).await;
    make_checkpoint(&fleet, &machine).await;
    fleet.wait_for_state(&machine, MachineState::Ready).await;
    post(&fleet, &machine, Kind::Restore(RestoreMessage { checkpoint_id: first.to_string() })).await;
    fleet.wait_for_state(&machine, MachineState::Restoring).await;
    fleet.greet(&machine).await;
    fleet.wait_for_state(&machine, MachineState::Ready).await;
    fleet.node.lose(machine.as_str());
    let row = fleet.wait_for_state(&machine, MachineState::Restoring).await;
    assert_eq!((row.incarnation, row.actor.unwrap().source_checkpoint_id), (3, Some(first.to_string())));
    fleet.greet(&machine).await;
    fleet.wait_for_state(&machine, MachineState::Ready).await;
    let third = make_checkpoint(&fleet, &machine).await;
    let third = fleet.hub.database().require::<Checkpoint>(third.as_str()).await.unwrap();
    assert_eq!(third.parent_id, Some(first.into_string()));
    fleet.hub.shutdown().await;
}

#[tokio::test]
async fn a_failed_machine_whose_virtual_machine_runs_is_stopped() {
    let fleet = Fleet::start().await;
    let machine = fleet.ask_for_machine("worker").await;
    let placed = |row: Option<&Machine>| row.is_some_and(|row| !row.handle.is_empty());
    fleet.wait_for::<Machine>(machine.as_str(), placed).await;
    let timer = TimerMessage { kind: TimerKind::Greeting.into(), incarnation: 1, ..TimerMessage::default() };
    fleet.hub.post(NewMessage::new(machine.clone(), "hub", Kind::Timer(timer))).await.unwrap();
    fleet.wait_for_state(&machine, MachineState::Failed).await;
    assert_eq!(fleet.node.running().len(), 1);
    let request = SetMachineGoalRequest {
        machine: machine.to_string(),
        goal: MachineGoal::Stopped.into(),
        wait: Some(pbjson_types::Duration { seconds: 20, nanos: 0 }),
        ..SetMachineGoalRequest::default()
    };
    let row = fleet.client().await.set_machine_goal(request).await.unwrap().into_inner();
    assert_eq!((row.state(), fleet.node.running().len()), (MachineState::Stopped, 0));
    fleet.hub.shutdown().await;
}

#[tokio::test]
async fn a_machine_that_its_host_halted_says_why_and_is_resumed() {
    let fleet = Fleet::start().await;
    let machine = fleet.machine("worker").await;
    let turn_id = begin_turn(&fleet, &machine, "write much").await;
    fleet.node.halt(machine.as_str(), "the disk could not be written");
    let row = fleet.wait_for_state(&machine, MachineState::Paused).await;
    assert_eq!(row.failure, "the host paused the machine: the disk could not be written");
    let request = SetMachineGoalRequest {
        machine: machine.to_string(),
        goal: MachineGoal::Running.into(),
        wait: Some(pbjson_types::Duration { seconds: 20, nanos: 0 }),
        ..SetMachineGoalRequest::default()
    };
    let row = fleet.client().await.set_machine_goal(request).await.unwrap().into_inner();
    assert_eq!((row.state(), row.failure.as_str()), (MachineState::Working, ""));
    assert_eq!((row.turn_id, row.incarnation), (Some(turn_id), 1));
    assert_eq!(fleet.node.running().len(), 1);
    fleet.hub.shutdown().await;
}

#[tokio::test]
async fn a_removal_that_is_refused_is_told() {
    let fleet = Fleet::start().await;
    let machine = fleet.machine("worker").await;
    let id = CheckpointId::generate();
    let body = CheckpointMessage { checkpoint_id: id.to_string(), label: String::new() };
    post(&fleet, &machine, Kind::Checkpoint(body)).await;
    // Its guest has not been asked yet where it stands.
    fleet.wait_for::<Checkpoint>(id.as_str(), |row| row.is_some()).await;
    let mut client = fleet.client().await;
    let request = DeleteCheckpointRequest { checkpoint_id: id.to_string() };
    let refused = Failure::from(client.delete_checkpoint(request.clone()).await.unwrap_err());
    assert_eq!((refused.kind, refused.reason.as_str()), (ErrorKind::WrongState, "MESSAGE_REFUSED"));
    assert!(refused.message.contains("is being made"), "{}", refused.message);
    assert!(matches!(fleet.obey(&machine).await, CommandKind::Freeze(_)));
    assert!(matches!(fleet.obey(&machine).await, CommandKind::Thaw(_)));
    client.delete_checkpoint(request).await.unwrap();
    let gone = |row: Option<&Checkpoint>| row.is_none_or(|row| row.delete_time.is_some());
    fleet.wait_for::<Checkpoint>(id.as_str(), gone).await;
    fleet.hub.shutdown().await;
}

#[tokio::test]
async fn a_damaged_checkpoint_is_told_and_the_machine_goes_on_from_its_disk() {
    let fleet = Fleet::start().await;
    let machine = fleet.machine("worker").await;
    let checkpoint = make_checkpoint(&fleet, &machine).await;
    let row = fleet.hub.database().require::<Checkpoint>(checkpoint.as_str()).await.unwrap();
    assert_eq!((row.guest_version.as_str(), row.image_id.is_empty()), ("1", false));
    fleet.wait_for_state(&machine, MachineState::Ready).await;
    fleet.node.fail_next(Status::failed_precondition("the saved memory is damaged"));

    let mut client = fleet.client().await;
    let request = RestoreCheckpointRequest {
        checkpoint_id: checkpoint.to_string(),
        wait: Some(pbjson_types::Duration { seconds: 20, nanos: 0 }),
    };
    let asked = tokio::spawn(async move { client.restore_checkpoint(request).await });
    let booted = |row: Option<&Machine>| row.is_some_and(|row| row.incarnation == 3);
    fleet.wait_for::<Machine>(machine.as_str(), booted).await;
    fleet.greet(&machine).await;
    let row = fleet.wait_for_state(&machine, MachineState::Ready).await;
    assert!(row.failure.contains("the saved memory is damaged"), "{}", row.failure);
    let refused = Failure::from(asked.await.unwrap().unwrap_err());
    assert_eq!((refused.kind, refused.reason.as_str()), (ErrorKind::WrongState, "RESTORE_FAILED"));
    assert!(refused.message.contains("the saved memory is damaged"), "{}", refused.message);
    assert_eq!(fleet.node.calls("power").len(), 2, "what still ran was switched off, then it booted");
    fleet.hub.shutdown().await;
}

#[tokio::test]
async fn a_guest_that_cannot_yet_is_asked_again() {
    let fleet = Fleet::start().await;
    let machine = fleet.machine("worker").await;
    let message = post(&fleet, &machine, prompt("work")).await;
    let (first, _) = fleet.next_command().await;
    let effect: EffectId = first.parse().unwrap();
    let failure = EffectFailure {
        reason: "TURN_OPEN".to_owned(),
        text: "it still works on another prompt".to_owned(),
        transient: true,
    };
    let outcome = EffectOutcome { failure: Some(failure), ..EffectOutcome::default() };
    fleet.hub.effect_done(&machine, &effect, outcome).await.unwrap();
    let row = fleet.hub.database().require::<Effect>(&first).await.unwrap();
    assert_eq!((row.attempt_count, row.last_error.as_str()), (1, "it still works on another prompt"));
    let (again, _) = fleet.next_command().await;
    assert_eq!(again, first);
    fleet.hub.effect_done(&machine, &effect, EffectOutcome::default()).await.unwrap();
    fleet.end_turn(&machine, &turn_of(&message)).await;
    fleet.wait_for_state(&machine, MachineState::Ready).await;
    fleet.hub.shutdown().await;
}

#[tokio::test]
async fn ends_of_turns_that_do_not_run_fill_no_mailbox() {
    let fleet = Fleet::start().await;
    let machine = fleet.machine("worker").await;
    let count = async || {
        let filter = format!("machine_id = \"{machine}\"");
        fleet.hub.database().list::<Message>(&filter, "", Page::first(1000)).await.unwrap().rows.len()
    };
    let before = count().await;
    for _ in 0..10 {
        fleet.end_turn(&machine, TurnId::generate().as_str()).await;
    }
    assert_eq!(count().await, before);
    fleet.hub.shutdown().await;
}

#[tokio::test]
async fn a_hub_that_ended_leaves_no_row() {
    let fleet = Fleet::start().await;
    let id = fleet.hub.id().clone();
    fleet.wait_for::<HubRow>(id.as_str(), |row| row.is_some()).await;
    fleet.hub.shutdown().await;
    assert_eq!(fleet.hub.database().get::<HubRow>(id.as_str()).await.unwrap(), None);
}

#[tokio::test]
async fn deleting_leaves_nothing_behind() {
    let fleet = Fleet::start().await;
    let machine = fleet.machine("worker").await;
    let checkpoint = make_checkpoint(&fleet, &machine).await;
    begin_turn(&fleet, &machine, "work").await;
    let waiting = post(&fleet, &machine, prompt("never begun")).await;
    let goal = GoalMessage { goal: MachineGoal::Deleted.into(), grace_ms: 0 };
    post(&fleet, &machine, Kind::Goal(goal)).await;
    let gone = |row: Option<&Machine>| {
        row.is_some_and(|row| row.state() == MachineState::Deleted && row.delete_time.is_some())
    };
    fleet.wait_for::<Machine>(machine.as_str(), gone).await;
    assert!(fleet.node.running().is_empty());
    fleet.wait_for::<MailboxEntry>(&waiting.id, |entry| entry.is_none()).await;
    let id: MessageId = waiting.id.parse().unwrap();
    let letter = fleet.hub.database().require::<DeadLetter>(dead_letter_id(&id).as_str()).await.unwrap();
    assert_eq!((letter.reason(), letter.body), (DeadLetterReason::Refused, Some(waiting.body.unwrap())));
    let letters = fleet.hub.database().list::<DeadLetter>("", "", Page::first(10)).await.unwrap().rows;
    assert_eq!(letters.len(), 1, "what the Hub told itself is no loss: {letters:?}");
    assert_eq!(fleet.node.calls("forget").len(), 1);
    let row = fleet.hub.database().get::<Checkpoint>(checkpoint.as_str()).await.unwrap();
    assert!(row.is_none_or(|row| row.delete_time.is_some()));
    let refused = fleet.hub.post(NewMessage::new(machine, "user/tok_a", prompt("late"))).await.unwrap_err();
    assert_eq!(refused.reason, "MACHINE_DELETED");
    fleet.hub.shutdown().await;
}

#[tokio::test]
async fn what_turns_up_again_of_a_deleted_machine_is_removed_again() {
    let mut fleet = Fleet::start().await;
    let machine = fleet.machine("worker").await;
    let goal = GoalMessage { goal: MachineGoal::Deleted.into(), grace_ms: 0 };
    post(&fleet, &machine, Kind::Goal(goal)).await;
    fleet.wait_for_state(&machine, MachineState::Deleted).await;
    for incarnation in [1, 2] {
        fleet.node.appear(machine.as_str(), incarnation);
        // Orphans are looked for at the greeting.
        fleet = fleet.restart().await;
        let removed = async {
            while !fleet.node.running().is_empty() {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(20), removed).await.expect("it is removed");
    }
    let effects: BTreeSet<String> = fleet.node.calls("destroy").into_iter().collect();
    assert_eq!(effects.len(), 3, "a node does nothing for an effect that it knows: {effects:?}");
    fleet.hub.shutdown().await;
}

#[tokio::test]
async fn what_cannot_be_handled_becomes_a_dead_letter() {
    let fleet = Fleet::start().await;
    let machine = fleet.machine("worker").await;
    let body = Kind::Restore(RestoreMessage { checkpoint_id: CheckpointId::generate().into_string() });
    let refused = post(&fleet, &machine, body).await;
    let mut expired = NewMessage::new(machine.clone(), "user/tok_a", prompt("too late"));
    expired.expire_time = Some(timestamp_from_micros(1));
    let expired = fleet.hub.post(expired).await.unwrap();
    for (message, reason) in [(refused, DeadLetterReason::Refused), (expired, DeadLetterReason::Expired)] {
        let id: MessageId = message.id.parse().unwrap();
        let found = |row: Option<&DeadLetter>| row.is_some();
        let row = fleet.wait_for::<DeadLetter>(dead_letter_id(&id).as_str(), found).await.unwrap();
        assert_eq!(row.reason(), reason);
        fleet.wait_for::<MailboxEntry>(&message.id, |entry| entry.is_none()).await;
    }
    fleet.hub.shutdown().await;
}

#[tokio::test]
async fn a_database_that_was_away_buries_no_message() {
    let fleet = Fleet::start().await;
    let machine = fleet.machine("worker").await;
    let mut new = NewMessage::new(machine.clone(), "user/tok_a", prompt("work"));
    let soon = SystemTime::now().duration_since(UNIX_EPOCH).unwrap() + Duration::from_millis(500);
    new = new.not_before_micros(i64::try_from(soon.as_micros()).unwrap());
    let message = fleet.hub.post(new).await.unwrap();
    // As if it had been tried often before.
    let mut entry = fleet.hub.database().require::<MailboxEntry>(&message.id).await.unwrap();
    entry.attempt_count = 7;
    let token = fleet.hub.leases().token_for(&machine).unwrap();
    let commit = CommitBuilder::new().lease(token).update(&entry, &["attempt_count"]);
    fleet.hub.commit(commit).await.unwrap();
    fleet.database.fail_steps(4);
    let begun = |turn: Option<&Turn>| turn.is_some();
    fleet.wait_for::<Turn>(&turn_of(&message), begun).await;
    let id: MessageId = message.id.parse().unwrap();
    let letter = fleet.hub.database().get::<DeadLetter>(dead_letter_id(&id).as_str()).await.unwrap();
    assert_eq!(letter, None);
    fleet.hub.shutdown().await;
}

#[tokio::test]
async fn a_guest_cannot_end_effects_that_are_not_its_own() {
    let fleet = Fleet::start().await;
    let (one, other) = (fleet.machine("one").await, fleet.machine("other").await);
    post(&fleet, &one, prompt("work")).await;
    let (effect_id, _) = fleet.next_command().await;
    let effect: EffectId = effect_id.parse().unwrap();
    let refused = fleet.hub.effect_done(&other, &effect, EffectOutcome::default()).await.unwrap_err();
    assert_eq!(refused.kind, ErrorKind::PermissionDenied);
    assert!(fleet.hub.database().get::<Effect>(&effect_id).await.unwrap().is_some());
    fleet.hub.shutdown().await;
}

#[tokio::test]
async fn a_guest_of_an_older_incarnation_is_refused() {
    let fleet = Fleet::start().await;
    let machine = fleet.machine("worker").await;
    let hello = autovibe_proto::guest::v1::HelloRequest::default();
    let refused = fleet.hub.guest_greeted(&machine, 0, &hello).await.unwrap_err();
    assert_eq!((refused.kind, refused.reason.as_str()), (ErrorKind::WrongState, "STALE_INCARNATION"));
    fleet.hub.shutdown().await;
}
