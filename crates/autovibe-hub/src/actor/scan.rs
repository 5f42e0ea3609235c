//! The safety net below the wake-ups: looks for entries that are due and wakes their actors.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use autovibe_proto::v1::{MailboxEntry, MessageLane};
use autovibe_proto::{Failure, MachineId, timestamp_micros};

use crate::clock;
use crate::database::Page;
use crate::hub::Hub;

/// Control entries are looked for this often: timers fire by it.
const CONTROL_EVERY: Duration = Duration::from_secs(1);
/// Everything is looked at this often, since held prompts only become due by a change of their Machine.
const EVERYTHING_EVERY: u32 = 30;
const CONTROL_MAX: i32 = 500;
const ENTRIES_MAX: usize = 200_000;

/// Runs until the task is cancelled.
pub(crate) async fn scan(hub: Arc<Hub>) {
    let mut acquisitions = hub.leases().acquisitions();
    let mut rounds = 0_u32;
    loop {
        let everything = rounds.is_multiple_of(EVERYTHING_EVERY);
        if let Err(failure) = look(&hub, everything).await {
            tracing::warn!(error = %failure, "the mailboxes could not be read");
        }
        rounds = rounds.wrapping_add(1);
        tokio::select! {
            () = tokio::time::sleep(CONTROL_EVERY) => {}
            // New partitions bring their backlog.
            Ok(()) = acquisitions.changed() => rounds = 0,
        }
    }
}

async fn look(hub: &Arc<Hub>, everything: bool) -> Result<(), Failure> {
    for machine in hub.actors().take_broken() {
        hub.wake(&machine);
    }
    let database = hub.database();
    let entries = if everything {
        database.list_all::<MailboxEntry>("", "", ENTRIES_MAX).await?
    } else {
        let filter = format!("lane = {}", MessageLane::Control as i32);
        database.list::<MailboxEntry>(&filter, "due_time", Page::first(CONTROL_MAX)).await?.rows
    };
    let now = clock::now_micros();
    let due: BTreeSet<MachineId> = entries
        .into_iter()
        .filter(|entry| entry.due_time.as_ref().is_none_or(|due| timestamp_micros(due) <= now))
        .filter(|entry| hub.leases().token(entry.partition).is_some())
        .filter_map(|entry| entry.machine_id.parse().ok())
        .collect();
    for machine in due {
        hub.wake(&machine);
    }
    Ok(())
}
