//! Prompts, results, interrupts and losses.

use autovibe_proto::guest::v1::{InterruptCommand, PromptCommand, guest_command};
use autovibe_proto::v1::TurnOutcome;
use autovibe_proto::v1::agent_event_body::Kind;

use crate::fake_hub::FakeHub;
use crate::guest_process::{GuestProcess, prompt};

#[tokio::test]
async fn a_prompt_becomes_events_and_one_result() {
    let hub = FakeHub::start().await;
    let guest = GuestProcess::start(&hub);
    let effect_id = hub.send(prompt("trn_1", "write hello.py")).await;
    assert_eq!(hub.answer(&effect_id).await.outcome.unwrap().failure, None);
    let (report, event_count) = hub.wait_for("turn result", |seen| seen.results.first().cloned()).await;
    let result = report.result.unwrap();
    assert_eq!((result.outcome(), result.text.as_str()), (TurnOutcome::Ok, "Done: hello.py prints: hello"));
    assert_eq!(report.session_id, "50bc8acd-cd45-4135-bec2-0b8a213a1ca9");
    let events = hub.with(|seen| seen.events.clone());
    assert_eq!(events.len(), event_count, "events came after the result");
    assert_eq!(events.last().unwrap().sequence, report.sequence);
    assert!(events.iter().zip(1..).all(|(event, number)| event.sequence == number));
    assert!(events.iter().all(|event| event.turn_id == "trn_1" && event.incarnation == 1));
    let kinds = |wanted: fn(&Kind) -> bool| {
        events
            .iter()
            .filter(|event| event.body.as_ref().and_then(|b| b.kind.as_ref()).is_some_and(wanted))
            .count()
    };
    assert_eq!(kinds(|kind| matches!(kind, Kind::ToolCall(_))), 2);
    assert_eq!(kinds(|kind| matches!(kind, Kind::TurnResult(_))), 1);
    let recorded = fs_err::read(guest.place("home/agent/recorded.jsonl")).unwrap();
    let first_line = recorded.split(|byte| *byte == b'\n').next().unwrap();
    assert_eq!(events[0].raw, first_line);

    // The next prompt goes to the same process, and a repeated one to none.
    hub.send_again(&effect_id, prompt("trn_1", "write hello.py")).await;
    hub.send(prompt("trn_2", "again")).await;
    hub.wait_for("second result", |seen| seen.results.get(1).cloned()).await;
    hub.wait_for("repeated answer", |seen| {
        (seen.answers.iter().filter(|answer| answer.effect_id == effect_id).count() == 2).then_some(())
    })
    .await;
    assert_eq!(guest.launches().len(), 1);
    assert_eq!(hub.with(|seen| seen.results.len()), 2);
}

#[tokio::test]
async fn an_interrupt_ends_the_turn_and_the_process_lives_on() {
    let hub = FakeHub::start().await;
    let guest = GuestProcess::start(&hub);
    hub.send(prompt("trn_1", "SLOW")).await;
    hub.wait_for("events", |seen| (!seen.events.is_empty()).then_some(())).await;
    let interrupt = InterruptCommand { turn_id: "trn_1".into() };
    hub.send(guest_command::Kind::Interrupt(interrupt)).await;
    let (report, _) = hub.wait_for("turn result", |seen| seen.results.first().cloned()).await;
    assert_eq!(report.result.unwrap().outcome(), TurnOutcome::Interrupted);
    hub.send(prompt("trn_2", "more")).await;
    let (report, _) = hub.wait_for("second result", |seen| seen.results.get(1).cloned()).await;
    assert_eq!(report.result.unwrap().outcome(), TurnOutcome::Ok);
    assert_eq!(guest.launches().len(), 1);
}

#[tokio::test]
async fn a_turn_beyond_its_limit_is_ended_by_force() {
    let hub = FakeHub::start().await;
    let _guest = GuestProcess::start(&hub);
    let command =
        PromptCommand { turn_id: "trn_1".into(), text: "DEAF".into(), limit_ms: 200, ..Default::default() };
    hub.send(guest_command::Kind::Prompt(command)).await;
    let (report, _) = hub.wait_for("turn result", |seen| seen.results.first().cloned()).await;
    let result = report.result.unwrap();
    assert_eq!(result.outcome(), TurnOutcome::TimedOut);
    assert!(result.synthesised);
}

#[tokio::test]
async fn a_lost_coding_agent_is_a_crash_and_the_next_prompt_starts_another() {
    let hub = FakeHub::start().await;
    let guest = GuestProcess::start(&hub);
    hub.send(prompt("trn_0", "hello")).await;
    hub.wait_for("turn result", |seen| seen.results.first().cloned()).await;
    hub.send(prompt("trn_1", "CRASH")).await;
    let (report, _) = hub.wait_for("second result", |seen| seen.results.get(1).cloned()).await;
    let result = report.result.unwrap();
    assert_eq!((report.turn_id.as_str(), result.outcome()), ("trn_1", TurnOutcome::Crashed));
    assert!(result.text.contains("exit code 3"));
    hub.send(prompt("trn_2", "hello")).await;
    let (report, _) = hub.wait_for("third result", |seen| seen.results.get(2).cloned()).await;
    assert_eq!(report.result.unwrap().outcome(), TurnOutcome::Ok);
    let launches = guest.launches();
    assert_eq!(launches.len(), 2);
    // The second process continues the session that the first one reported.
    assert!(launches[1].contains("50bc8acd-cd45-4135-bec2-0b8a213a1ca9"), "{launches:?}");
}

#[tokio::test]
async fn what_the_hub_does_not_take_survives_a_killed_guest() {
    let hub = FakeHub::start().await;
    let mut guest = GuestProcess::start(&hub);
    hub.with(|seen| seen.refuses_events = true);
    let effect_id = hub.send(prompt("trn_1", "hello")).await;
    hub.answer(&effect_id).await;
    let spool = guest.place("var/lib/autovibe/spool/events");
    let state = guest.place("run/autovibe/private/state.json");
    let started = std::time::Instant::now();
    // The result is on the disk when the state says that the Turn is over.
    while !fs_err::read_to_string(&state).is_ok_and(|text| text.contains(r#""ended_turn_id":"trn_1""#)) {
        assert!(started.elapsed().as_secs() < 60, "the turn does not end");
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    guest.kill();
    assert!(fs_err::metadata(&spool).unwrap().len() > 0);
    assert_eq!(hub.with(|seen| (seen.events.len(), seen.results.len())), (0, 0));
    hub.with(|seen| seen.refuses_events = false);
    guest.restart();
    let (report, event_count) = hub.wait_for("turn result", |seen| seen.results.first().cloned()).await;
    assert_eq!(report.turn_id, "trn_1");
    let events = hub.with(|seen| seen.events.clone());
    assert!(event_count > 5 && events.iter().zip(1..).all(|(event, number)| event.sequence == number));
    // A prompt that is repeated after the restart is still known.
    hub.send_again(&effect_id, prompt("trn_1", "hello")).await;
    hub.wait_for("repeated answer", |seen| (seen.answers.len() == 2).then_some(())).await;
    assert_eq!(guest.launches().len(), 1);
}

#[tokio::test]
async fn a_turn_that_dies_with_the_guest_gets_a_result() {
    let hub = FakeHub::start().await;
    let mut guest = GuestProcess::start(&hub);
    hub.send(prompt("trn_1", "SLOW")).await;
    hub.wait_for("events", |seen| (!seen.events.is_empty()).then_some(())).await;
    guest.restart();
    let (report, _) = hub.wait_for("turn result", |seen| seen.results.first().cloned()).await;
    let result = report.result.unwrap();
    assert_eq!((report.turn_id.as_str(), result.outcome()), ("trn_1", TurnOutcome::Crashed));
    assert!(result.synthesised);
}

#[tokio::test]
async fn a_prompt_during_another_turn_is_put_off() {
    let hub = FakeHub::start().await;
    let _guest = GuestProcess::start(&hub);
    hub.send(prompt("trn_1", "SLOW")).await;
    let effect_id = hub.send(prompt("trn_2", "hello")).await;
    let failure = hub.answer(&effect_id).await.outcome.unwrap().failure.unwrap();
    assert_eq!((failure.reason.as_str(), failure.transient), ("TURN_OPEN", true));
}
