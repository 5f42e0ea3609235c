//! The spool keeps order, survives restarts and stays within its bounds.

use super::*;
use autovibe_proto::v1::{AgentText, AgentTextDelta};

fn text(text: &str) -> AgentEventBody {
    AgentEventBody { kind: Some(Kind::Text(AgentText { text: text.into(), ..AgentText::default() })) }
}

fn delta(text: &str) -> AgentEventBody {
    AgentEventBody { kind: Some(Kind::TextDelta(AgentTextDelta { text: text.into() })) }
}

fn end(turn_id: &str) -> ReportTurnRequest {
    ReportTurnRequest { turn_id: turn_id.into(), ..ReportTurnRequest::default() }
}

fn events_of(batch: Option<Batch>) -> (Vec<AgentEvent>, u64) {
    match batch {
        Some(Batch::Events { events, last_ordinal }) => (events, last_ordinal),
        other => panic!("not events: {other:?}"),
    }
}

#[test]
fn a_result_comes_after_the_events_of_its_turn() {
    let folder = tempfile::tempdir().unwrap();
    let spool = Spool::open(folder.path()).unwrap();
    spool.begin("mch_a", 1, 0, false);
    assert_eq!(spool.append_event("trn_a", text("one"), b"raw"), 1);
    spool.append_turn_end(end("trn_a"));
    assert_eq!(spool.append_event("trn_b", text("two"), b""), 2);
    let (events, ordinal) = events_of(spool.next_batch());
    assert_eq!(events.len(), 1);
    assert_eq!((events[0].sequence, events[0].raw.as_slice()), (1, &b"raw"[..]));
    spool.acknowledge(ordinal);
    assert!(matches!(spool.next_batch(), Some(Batch::TurnEnd { request, .. }) if request.turn_id == "trn_a"));
    assert!(spool.has_turn_end("trn_a"));
}

#[test]
fn what_was_not_acknowledged_is_there_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let spool = Spool::open(folder.path()).unwrap();
    spool.begin("mch_a", 3, 0, false);
    for number in 0..4 {
        spool.append_event("trn_a", text(&number.to_string()), b"");
    }
    spool.append_turn_end(end("trn_a"));
    drop(spool);
    // A crash in the middle of a record.
    let path = folder.path().join("events");
    let mut bytes = fs_err::read(&path).unwrap();
    bytes.extend_from_slice(&[9, 0, 0, 0, 1, 7]);
    fs_err::write(&path, bytes).unwrap();
    let spool = Spool::open(folder.path()).unwrap();
    spool.begin("mch_a", 3, 2, false);
    let (events, _) = events_of(spool.next_batch());
    assert_eq!(events.iter().map(|event| event.sequence).collect::<Vec<_>>(), [3, 4]);
    assert_eq!(spool.append_event("trn_b", text("next"), b""), 5);
    drop(spool);
    let spool = Spool::open(folder.path()).unwrap();
    assert_eq!(*spool.watch_length().borrow(), 6);
}

#[test]
fn a_reborn_machine_starts_with_an_empty_spool() {
    let folder = tempfile::tempdir().unwrap();
    let spool = Spool::open(folder.path()).unwrap();
    spool.begin("mch_a", 1, 0, false);
    spool.append_event("trn_a", text("x"), b"");
    spool.begin("mch_b", 1, 0, true);
    assert!(spool.next_batch().is_none());
    assert_eq!(spool.append_event("trn_b", text("y"), b""), 1);
    drop(spool);
    // A copied disk that another Machine boots from.
    let spool = Spool::open(folder.path()).unwrap();
    spool.begin("mch_c", 1, 0, false);
    assert!(spool.next_batch().is_none());
}

#[test]
fn a_full_spool_drops_deltas_first_and_results_never() {
    let folder = tempfile::tempdir().unwrap();
    let spool = Spool::open_with_limit(folder.path(), 20_000).unwrap();
    spool.begin("mch_a", 1, 0, false);
    spool.append_turn_end(end("trn_a"));
    spool.append_event("trn_b", text("kept"), b"");
    for _ in 0..100 {
        spool.append_event("trn_b", delta(&"d".repeat(500)), b"");
    }
    assert!(spool.has_turn_end("trn_a"));
    let queue = spool.lock();
    assert!(queue.bytes <= 20_000);
    assert!(queue.file_bytes <= 3 * 20_000);
    assert!(queue.dropped_count > 0);
    let kept = queue.entries.iter().any(|entry| is_event(&entry.record) && !is_text_delta(&entry.record));
    assert!(kept, "the text event was dropped before the deltas");
}

#[test]
fn a_long_raw_line_is_kept_whole_also_over_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let spool = Spool::open(folder.path()).unwrap();
    spool.begin("mch_a", 1, 0, false);
    let line: Vec<u8> = (0..200 * 1024_usize).map(|index| b'a' + u8::try_from(index % 26).unwrap()).collect();
    spool.append_event("trn_a", text("long"), &line);
    spool.append_event("trn_a", text("short"), b"raw");
    drop(spool);
    let spool = Spool::open(folder.path()).unwrap();
    let (events, _) = events_of(spool.next_batch());
    assert_eq!(events.len(), 2);
    assert!(events[0].raw == line, "{} of {} bytes were kept", events[0].raw.len(), line.len());
}

#[test]
fn a_line_over_the_limit_is_cut_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let spool = Spool::open(folder.path()).unwrap();
    spool.begin("mch_a", 1, 0, false);
    spool.append_event("trn_a", text("fits"), &vec![b'x'; MAX_RAW_BYTES]);
    spool.append_event("trn_a", text("long"), &vec![b'x'; MAX_RAW_BYTES + 1]);
    // Each fills a batch of its own.
    let (events, ordinal) = events_of(spool.next_batch());
    assert_eq!(events.len(), 1);
    assert!(events[0].raw.iter().all(|byte| *byte == b'x') && events[0].raw.len() == MAX_RAW_BYTES);
    spool.acknowledge(ordinal);
    let (events, _) = events_of(spool.next_batch());
    assert_eq!(events[0].raw.len(), MAX_RAW_BYTES);
    let end = String::from_utf8_lossy(&events[0].raw[MAX_RAW_BYTES - 60..]).into_owned();
    assert!(end.ends_with(&format!("[cut by autovibe: the line has {} bytes]", MAX_RAW_BYTES + 1)), "{end}");
}
