//! Keeps the row of this Hub process, and removes those of processes that ended.

use std::sync::Arc;
use std::time::Duration;

use autovibe_proto::v1::Hub as HubRow;
use autovibe_proto::{Failure, timestamp_micros};

use crate::clock;
use crate::database::CommitBuilder;
use crate::hub::Hub;

/// The row tells people that the process lives; nothing is decided by it.
const SEEN_EVERY: Duration = Duration::from_secs(30);
/// A process that was not seen for so long will not be seen again: each start has its own row.
const GONE_AFTER_MICROS: i64 = 24 * 3600 * 1_000_000;
/// Rows that are removed at one start.
const GONE_MAX: usize = 500;
const REMOVAL_LIMIT: Duration = Duration::from_secs(2);

/// Runs until the task is cancelled.
pub(crate) async fn keep(hub: Arc<Hub>) {
    if let Err(failure) = sweep(&hub).await {
        tracing::warn!(error = %failure, "the rows of former Hubs were not removed");
    }
    loop {
        let config = hub.config();
        let row = HubRow {
            id: config.hub_id.to_string(),
            name: config.name.clone(),
            address: config.address.clone(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            seen_time: Some(clock::now()),
            ..HubRow::default()
        };
        let commit = CommitBuilder::new().insert_if_absent(&row).update(&row, &["seen_time"]);
        if let Err(failure) = hub.commit(commit).await {
            tracing::warn!(error = %failure, "the Hub's row was not written");
        }
        tokio::time::sleep(SEEN_EVERY).await;
    }
}

/// Removes this process's row: it ends now.
pub(crate) async fn remove(hub: &Hub) {
    let commit = CommitBuilder::new().delete::<HubRow>(hub.id().as_str(), "");
    match tokio::time::timeout(REMOVAL_LIMIT, hub.commit(commit)).await {
        Ok(Ok(_)) => {}
        Ok(Err(failure)) => tracing::warn!(error = %failure, "the Hub's row was not removed"),
        Err(_) => tracing::warn!("the Hub's row was not removed in time"),
    }
}

/// Removes the rows of processes that ended without doing so themselves.
async fn sweep(hub: &Hub) -> Result<(), Failure> {
    let rows = hub.database().list_all::<HubRow>("", "seen_time", GONE_MAX).await?;
    let commit = gone(&rows, clock::now_micros())
        .fold(CommitBuilder::new(), |commit, row| commit.delete::<HubRow>(&row.id, ""));
    if commit.is_empty() {
        return Ok(());
    }
    hub.commit(commit).await.map(|_| ())
}

fn gone(rows: &[HubRow], now_micros: i64) -> impl Iterator<Item = &HubRow> {
    let is_gone = move |row: &&HubRow| {
        row.seen_time.as_ref().map_or(0, timestamp_micros) < now_micros - GONE_AFTER_MICROS
    };
    rows.iter().filter(is_gone)
}

#[cfg(test)]
mod tests {
    use autovibe_proto::timestamp_from_micros;

    use super::*;

    #[test]
    fn a_row_is_gone_after_a_day_without_a_sign() {
        let now = 10 * GONE_AFTER_MICROS;
        let row = |id: &str, seen: i64| HubRow {
            id: id.to_owned(),
            seen_time: Some(timestamp_from_micros(seen)),
            ..HubRow::default()
        };
        let rows = [row("old", now - GONE_AFTER_MICROS - 1), row("new", now - GONE_AFTER_MICROS + 1)];
        let found: Vec<&str> = gone(&rows, now).map(|row| row.id.as_str()).collect();
        assert_eq!(found, ["old"]);
    }
}
