//! Greetings, reconnection and rebirth.

use autovibe_proto::guest::v1::{FreezeCommand, ThawCommand, guest_command};
use autovibe_proto::v1::TurnOutcome;

use crate::fake_hub::{FakeHub, SECRET};
use crate::guest_process::{GuestProcess, prompt};

#[tokio::test]
async fn the_secret_is_used_once_and_the_token_afterwards() {
    let hub = FakeHub::start().await;
    let mut guest = GuestProcess::start(&hub);
    hub.wait_for("heartbeat", |seen| (!seen.heartbeats.is_empty()).then_some(())).await;
    hub.drop_connections();
    let hello = hub.wait_for("second greeting", |seen| seen.hellos.get(1).cloned()).await;
    let first = hub.with(|seen| seen.hellos[0].clone());
    assert_eq!((first.bootstrap_secret.as_str(), first.token.as_str()), (SECRET, ""));
    assert_eq!((hello.bootstrap_secret.as_str(), hello.token.as_str()), ("", "token-mch_a-1"));
    assert_eq!(hello.process_id, first.process_id);
    guest.restart();
    let hello = hub
        .wait_for("greeting of a new process", |seen| {
            seen.hellos.iter().find(|hello| hello.process_id != first.process_id).cloned()
        })
        .await;
    assert_eq!((hello.bootstrap_secret.as_str(), hello.token.as_str()), ("", "token-mch_a-1"));
    assert!(!guest.folder.path().join("etc/machine-id").metadata().unwrap().permissions().readonly());
}

#[tokio::test]
async fn a_fork_takes_on_its_new_identity_and_continues_its_turn() {
    let hub = FakeHub::start().await;
    let guest = GuestProcess::start(&hub);
    let effect_id = hub.send(prompt("trn_old", "SLOW")).await;
    assert_eq!(hub.answer(&effect_id).await.outcome.unwrap().failure, None);
    hub.wait_for("first events", |seen| (!seen.events.is_empty()).then_some(())).await;

    let freeze = guest_command::Kind::Freeze(FreezeCommand { checkpoint_id: "chk_1".into() });
    let effect_id = hub.send(freeze).await;
    let cut = hub.answer(&effect_id).await.outcome.unwrap().cut.unwrap();
    let sent = hub.with(|seen| seen.events.last().unwrap().sequence);
    assert_eq!((cut.turn_id.as_deref(), cut.out_sequence, cut.incarnation), (Some("trn_old"), sent, 1));
    let machine_id = fs_err::read_to_string(guest.place("etc/machine-id")).unwrap();

    // As after a fork: the connection is dead and the Hub knows us under another name.
    hub.with(|seen| {
        seen.machine_id = "mch_b".into();
        seen.incarnation = 7;
        seen.continued_turn_id = "trn_new".into();
    });
    hub.drop_connections();
    let hello = hub.wait_for("greeting again", |seen| seen.hellos.get(1).cloned()).await;
    assert!(hello.frozen);
    assert_eq!(hello.open_turn_id, "trn_old");

    // Only a coding agent that was thawed can answer the interrupt.
    hub.send(guest_command::Kind::Interrupt(autovibe_proto::guest::v1::InterruptCommand {
        turn_id: "trn_new".into(),
    }))
    .await;
    let (result, _) = hub.wait_for("turn result", |seen| seen.results.first().cloned()).await;
    assert_eq!(result.turn_id, "trn_new");
    assert_eq!(result.result.unwrap().outcome(), TurnOutcome::Interrupted);
    let event = hub.with(|seen| seen.events.last().cloned().unwrap());
    assert_eq!(
        (event.machine_id.as_str(), event.incarnation, event.turn_id.as_str()),
        ("mch_b", 7, "trn_new")
    );
    let first = hub.with(|seen| seen.events.iter().find(|event| event.incarnation == 7).cloned().unwrap());
    assert_eq!(first.sequence, 1);
    assert_ne!(fs_err::read_to_string(guest.place("etc/machine-id")).unwrap(), machine_id);
    assert_eq!(fs_err::read_to_string(guest.place("etc/hostname")).unwrap(), "box\n");
}

#[tokio::test]
async fn a_freeze_without_a_hub_that_takes_events_is_given_up() {
    let hub = FakeHub::start().await;
    let _guest = GuestProcess::start(&hub);
    hub.with(|seen| seen.refuses_events = true);
    hub.send(prompt("trn_1", "SLOW")).await;
    hub.wait_for("events that are refused", |seen| (seen.refused_count > 0).then_some(())).await;
    let effect_id = hub.send(guest_command::Kind::Freeze(FreezeCommand::default())).await;
    let failure = hub.answer(&effect_id).await.outcome.unwrap().failure.unwrap();
    assert!(failure.transient);
    hub.with(|seen| seen.refuses_events = false);
    let effect_id = hub.send(guest_command::Kind::Freeze(FreezeCommand::default())).await;
    assert!(hub.answer(&effect_id).await.outcome.unwrap().cut.is_some());
    let effect_id = hub.send(guest_command::Kind::Thaw(ThawCommand::default())).await;
    assert_eq!(hub.answer(&effect_id).await.outcome.unwrap().failure, None);
}

#[tokio::test]
async fn a_command_for_another_incarnation_is_refused() {
    let hub = FakeHub::start().await;
    let guest = GuestProcess::start(&hub);
    hub.wait_for("heartbeat", |seen| (!seen.heartbeats.is_empty()).then_some(())).await;
    // The command says 2, while the guest was greeted as 1.
    hub.with(|seen| seen.incarnation = 2);
    hub.send(prompt("trn_1", "hello")).await;
    hub.drop_connections();
    hub.wait_for("greeting again", |seen| (seen.hellos.len() > 1).then_some(())).await;
    let effect_id = hub.send(prompt("trn_2", "hello")).await;
    assert_eq!(hub.answer(&effect_id).await.outcome.unwrap().failure, None);
    hub.wait_for("turn result", |seen| seen.results.first().cloned()).await;
    assert_eq!(guest.launches().len(), 1);
    assert!(hub.with(|seen| seen.results.iter().all(|(result, _)| result.turn_id == "trn_2")));
}
