//! One Machine's activation: handles what may be handled, then waits, then leaves.

use std::time::Duration;

use autovibe_proto::v1::{
    DeadLetterReason, LeaseToken, Machine, MachineState, MailboxEntry, Message, MessageLane,
};
use autovibe_proto::{ErrorKind, Failure, MachineId, timestamp_micros};

use super::claim::{Excused, claim};
use super::machine::takes_prompts;
use super::step::{Step, step};
use crate::clock;
use crate::database::{CommitBuilder, Page};
use crate::hub::Hub;
use crate::mailbox::dead_letter;
use crate::wakeups::Signal;

/// An activation without work leaves after this.
const IDLE_LIMIT: Duration = Duration::from_secs(60);
/// Pauses after failures of the database grow from the first to the second.
const PAUSE_MIN: Duration = Duration::from_millis(100);
const PAUSE_MAX: Duration = Duration::from_secs(5);
/// Entries that are read at once; more are read afterwards.
const BATCH: i32 = 32;
/// Entries of a deleted Machine that go with one Commit, which holds their letters too.
const DROP_BATCH: i32 = 100;

/// What the mailbox gives now.
struct Due {
    entries: Vec<MailboxEntry>,
    /// When the next entry is due, if one waits for its time.
    next_micros: Option<i64>,
}

/// Runs until there is nothing to do for a while, or this Hub may not act for the Machine.
pub(crate) async fn run(hub: &Hub, machine_id: &MachineId, signal: &Signal) {
    let mut pause = PAUSE_MIN;
    let mut excused = Excused::default();
    loop {
        // A wake-up before this look is answered by it.
        signal.take();
        let wait = match handle_due(hub, machine_id, &mut excused).await {
            Ok(Some(next_micros)) => {
                pause = PAUSE_MIN;
                next_micros.map_or(IDLE_LIMIT, clock::until_micros)
            }
            Ok(None) => return,
            Err(failure) => {
                tracing::warn!(machine.id = %machine_id, error = %failure, error.reason = failure.reason,
                    "an actor could not go on; it tries again");
                tokio::time::sleep(pause).await;
                pause = (pause * 2).min(PAUSE_MAX);
                continue;
            }
        };
        let woken = tokio::time::timeout(wait.min(IDLE_LIMIT), signal.woken()).await.is_ok();
        // What is due later than that is found by the scan.
        if !woken && wait >= IDLE_LIMIT {
            return;
        }
    }
}

/// Handles everything that may be handled; `None` when there is no reason to stay.
async fn handle_due(
    hub: &Hub,
    machine_id: &MachineId,
    excused: &mut Excused,
) -> Result<Option<Option<i64>>, Failure> {
    let Ok(token) = hub.leases().token_for(machine_id) else { return Ok(None) };
    let Some(mut machine) = hub.database().get::<Machine>(machine_id.as_str()).await? else {
        drop_entries(hub, &token, machine_id, false).await?;
        return Ok(None);
    };
    // The first entry after a crash may be the one that caused it, so its neighbours are not claimed with it.
    let mut fresh = true;
    loop {
        if machine.state() == MachineState::Deleted {
            drop_entries(hub, &token, machine_id, true).await?;
            return Ok(None);
        }
        let mut due = read(hub, machine_id, MessageLane::Control, BATCH).await?;
        if due.entries.is_empty() && takes_prompts(&machine) {
            let prompts = read(hub, machine_id, MessageLane::Normal, 1).await?;
            due.entries = prompts.entries;
            due.next_micros = due.next_micros.into_iter().chain(prompts.next_micros).min();
        }
        if due.entries.is_empty() {
            excused.clear();
            return Ok(Some(due.next_micros));
        }
        if fresh && due.entries.iter().any(|entry| entry.attempt_count > 0) {
            due.entries.truncate(1);
        }
        fresh = false;
        let outcome = handle_batch(hub, &token, &mut machine, &mut due.entries, excused).await;
        excused.attempted(&due.entries, &outcome);
        match outcome {
            Ok(()) => {}
            Err(failure) if failure.reason == "LEASE_FENCED" => {
                hub.leases().fenced(&token);
                return Ok(None);
            }
            Err(failure) => return Err(failure),
        }
    }
}

async fn handle_batch(
    hub: &Hub,
    token: &LeaseToken,
    machine: &mut Machine,
    entries: &mut [MailboxEntry],
    excused: &Excused,
) -> Result<(), Failure> {
    claim(hub, token, entries, excused).await?;
    for entry in &*entries {
        match step(hub, token, machine, entry).await? {
            Step::Handled => {}
            Step::Changed(after) => *machine = *after,
            Step::Held => return Ok(()),
        }
        if machine.state() == MachineState::Deleted {
            return Ok(());
        }
    }
    Ok(())
}

/// Reads what is due on a lane, in the order in which the database accepted it: clocks of Hubs differ.
async fn read(hub: &Hub, machine: &MachineId, lane: MessageLane, size: i32) -> Result<Due, Failure> {
    let database = hub.database();
    let filter = format!("machine_id = \"{machine}\" AND lane = {}", lane as i32);
    let now = clock::text_of(clock::now_micros());
    let due = format!("{filter} AND due_time <= \"{now}\"");
    let entries = database.list::<MailboxEntry>(&due, "sequence", Page::first(size)).await?.rows;
    if !entries.is_empty() {
        return Ok(Due { entries, next_micros: None });
    }
    let later = format!("{filter} AND due_time > \"{now}\"");
    let next = database.list::<MailboxEntry>(&later, "due_time", Page::first(1)).await?.rows;
    let next_micros = next.first().and_then(|entry| entry.due_time.as_ref()).map(timestamp_micros);
    Ok(Due { entries, next_micros })
}

/// Nobody will handle what still waits for a deleted Machine; who sent it finds a DeadLetter.
async fn drop_entries(
    hub: &Hub,
    token: &LeaseToken,
    machine: &MachineId,
    is_known: bool,
) -> Result<(), Failure> {
    loop {
        let filter = format!("machine_id = \"{machine}\"");
        let page = hub.database().list::<MailboxEntry>(&filter, "", Page::first(DROP_BATCH)).await?;
        if page.rows.is_empty() {
            return Ok(());
        }
        let mut commit = CommitBuilder::new().lease(token.clone());
        for entry in &page.rows {
            commit = commit.delete::<MailboxEntry>(&entry.id, &entry.machine_id);
            let message = hub.database().get::<Message>(&entry.id).await?;
            // A letter belongs to a Machine, and what the Hub told itself interests nobody any more.
            if let Some(message) = message.filter(|message| is_known && message.sender != "hub") {
                let why = "the machine was deleted before it was handled";
                commit =
                    commit.insert_if_absent(&dead_letter(&message, entry, DeadLetterReason::Refused, why));
            }
        }
        match hub.commit(commit).await {
            Ok(_) => {}
            Err(failure) if failure.kind == ErrorKind::WrongState => return Ok(()),
            Err(failure) => return Err(failure),
        }
    }
}
