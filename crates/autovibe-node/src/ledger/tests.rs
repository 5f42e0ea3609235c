//! Torn writes, damage, compaction and the rules of fencing.

use autovibe_proto::v1::LeaseToken;

use super::record::Answer;
use super::{Ledger, LedgerRecord, LedgerState, Life};
use crate::error::NodeError;

fn token(partition: i32, epoch: i64, owner: &str) -> LeaseToken {
    LeaseToken { partition, epoch, owner: owner.to_owned() }
}

fn begun(machine: &str, incarnation: i64) -> LedgerRecord {
    LedgerRecord::Begun {
        machine_id: machine.to_owned(),
        effect_id: format!("eff-{incarnation}"),
        incarnation,
        life: Some(Life { guest_ticket: format!("ticket-{incarnation}"), spec_digest: "d".to_owned() }),
    }
}

fn done(machine: &str, effect: &str, destroyed: bool) -> LedgerRecord {
    let answer = Answer { effect_id: effect.to_owned(), verb: "create".to_owned(), reply: vec![0, 10, 255] };
    LedgerRecord::Done { machine_id: machine.to_owned(), answer, handle: Some(vec![1, 2]), destroyed }
}

async fn write(ledger: &Ledger, record: LedgerRecord) {
    ledger.decide(move |_| Ok(vec![record])).await.unwrap();
}

fn state(ledger: &Ledger) -> LedgerState {
    ledger.read(Clone::clone)
}

#[tokio::test]
async fn every_cut_of_the_file_gives_a_state_that_once_was() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger");
    let ledger = Ledger::open(&path).unwrap();
    let mut states = vec![state(&ledger)];
    ledger.admit(token(3, 1, "a")).await.unwrap();
    states.push(state(&ledger));
    for record in [begun("m", 1), done("m", "e1", false), begun("m", 2), done("m", "e2", true)] {
        write(&ledger, record).await;
        states.push(state(&ledger));
    }
    let bytes = std::fs::read(&path).unwrap();
    let mut seen = Vec::new();
    // Every fifth length meets each part of a line; the last one is the whole file.
    for length in (0..=bytes.len()).rev().step_by(5).collect::<Vec<_>>().into_iter().rev() {
        let torn = folder.path().join("torn");
        std::fs::write(&torn, &bytes[..length]).unwrap();
        let reopened = Ledger::open(&torn).unwrap();
        let index =
            states.iter().position(|known| *known == state(&reopened)).expect("a state that once was");
        assert!(seen.last().is_none_or(|last| *last <= index));
        seen.push(index);
        // It can be written to after the cut, and read again.
        write(&reopened, begun("after", 7)).await;
        let again = Ledger::open(&torn).unwrap();
        assert_eq!(again.machine("after").unwrap().incarnation, 7);
    }
    assert_eq!(seen.last(), Some(&(states.len() - 1)));
}

#[tokio::test]
async fn damage_before_sound_lines_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger");
    let ledger = Ledger::open(&path).unwrap();
    write(&ledger, begun("m", 1)).await;
    write(&ledger, begun("m", 2)).await;
    let mut bytes = std::fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&path, &bytes).unwrap();
    assert!(matches!(Ledger::open(&path), Err(NodeError::Damaged { .. })));
}

#[tokio::test]
async fn tokens_fence_by_epoch_and_owner() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger");
    let ledger = Ledger::open(&path).unwrap();
    ledger.admit(token(5, 4, "a")).await.unwrap();
    ledger.admit(token(5, 4, "a")).await.unwrap();
    for stale in [token(5, 3, "a"), token(5, 4, "b")] {
        let refused = ledger.admit(stale).await;
        assert!(matches!(refused, Err(NodeError::Fenced(ref newest)) if newest.epoch == 4), "{refused:?}");
    }
    ledger.admit(token(6, 1, "b")).await.unwrap();
    ledger.admit(token(5, 5, "b")).await.unwrap();
    let reopened = Ledger::open(&path).unwrap();
    assert!(reopened.admit(token(5, 4, "a")).await.is_err());
    assert_eq!(reopened.read(|state| state.tokens.len()), 2);
}

#[tokio::test]
async fn compaction_keeps_the_state_and_bounds_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger");
    let ledger = Ledger::open(&path).unwrap();
    ledger.admit(token(1, 1, "a")).await.unwrap();
    let large = |round: usize| -> Vec<LedgerRecord> {
        (0..500).map(|index| done(&format!("m{}", index % 20), &format!("e{round}-{index}"), false)).collect()
    };
    let mut length_max = 0;
    for round in 0..40 {
        let records = large(round);
        ledger.decide(move |_| Ok(records)).await.unwrap();
        length_max = length_max.max(std::fs::metadata(&path).unwrap().len());
    }
    assert!(length_max < 2 << 20, "{length_max}");
    let reopened = Ledger::open(&path).unwrap();
    assert_eq!(state(&reopened), state(&ledger));
    assert!(state(&ledger).machines.values().all(|machine| machine.answers.len() == 32));
}

#[test]
fn a_lower_incarnation_is_refused_even_after_destroy() {
    let mut state = LedgerState::default();
    for record in [begun("m", 3), done("m", "e", true)] {
        state.apply(record);
    }
    assert!(matches!(state.judge_incarnation("m", 2), Err(NodeError::StaleIncarnation { newest: 3, .. })));
    assert!(state.judge_incarnation("m", 3).is_ok());
    assert!(state.machines["m"].guest_ticket.is_empty());
    for index in 0..2000 {
        state.apply(done(&format!("gone-{index}"), "e", true));
    }
    for index in 0..2000 {
        state.apply(begun(&format!("refused-{index}"), 1));
    }
    state.apply(done("lives", "e", false));
    for index in 0..2000 {
        state.apply(begun(&format!("refused-again-{index}"), 1));
    }
    assert_eq!(state.machines.len(), 1025);
    assert!(state.machines.contains_key("lives"));
}

#[tokio::test]
async fn a_closed_ledger_takes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let ledger = Ledger::open(&folder.path().join("ledger")).unwrap();
    ledger.close();
    assert!(ledger.admit(token(1, 1, "a")).await.is_err());
    assert_eq!(state(&ledger), LedgerState::default());
}
