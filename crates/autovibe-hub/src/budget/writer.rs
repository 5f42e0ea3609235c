//! Stores what was spent, many accounts in one Commit, and then gives the warnings that follow from it.

use std::sync::Arc;
use std::time::Duration;

use autovibe_proto::v1::Spend;
use autovibe_proto::{ErrorKind, Failure};
use prost::Message as _;

use super::announcement::warn;
use crate::database::CommitBuilder;
use crate::hub::Hub;

/// Accounts of one Commit.
const BATCH: usize = 100;
/// A database that does not answer is asked again after this.
const PAUSE: Duration = Duration::from_millis(500);
/// What is counted; all else stays as it was made.
const FIELDS: &[&str] = &["usage", "working_ms", "turn_id", "turn_usage", "turn_working_ms"];

/// Runs until the task is cancelled.
pub(crate) async fn write(hub: Arc<Hub>) {
    loop {
        hub.budgets().work.notified().await;
        while let Err(failure) = write_all(&hub).await {
            tracing::warn!(error = %failure, "what was spent could not be stored; it is tried again");
            tokio::time::sleep(PAUSE).await;
        }
        let crossings = hub.budgets().ledger().take_crossings();
        for reached in crossings {
            if let Err(failure) = warn(&hub, &reached).await {
                tracing::warn!(error = %failure, budget.id = reached.budget.id, "a warning could not be given");
            }
        }
    }
}

/// Stores everything that is not stored yet.
///
/// # Errors
/// What the database answered; some may be stored.
pub(crate) async fn write_all(hub: &Hub) -> Result<(), Failure> {
    let _writing = hub.budgets().writing.lock().await;
    loop {
        let rows = hub.budgets().ledger().unwritten(BATCH);
        if rows.is_empty() {
            return Ok(());
        }
        match write_rows(hub, &rows).await {
            Ok(()) => {}
            Err(failure) if is_about_one(&failure) => {
                // One of them was changed by another Hub or is gone: each for itself shows which.
                for row in rows {
                    write_row(hub, &row).await?;
                }
            }
            Err(failure) => return Err(failure),
        }
    }
}

async fn write_row(hub: &Hub, row: &Spend) -> Result<(), Failure> {
    match write_rows(hub, std::slice::from_ref(row)).await {
        Err(failure) if is_about_one(&failure) => rebase(hub, row).await,
        written => written,
    }
}

/// Nothing was written, because of the state of one row.
fn is_about_one(failure: &Failure) -> bool {
    matches!(failure.kind, ErrorKind::Conflict | ErrorKind::NotFound)
}

async fn write_rows(hub: &Hub, rows: &[Spend]) -> Result<(), Failure> {
    let commit =
        rows.iter().fold(CommitBuilder::new(), |commit, row| commit.update_at(row, FIELDS, row.revision));
    let books = hub.budgets();
    match hub.database().commit(commit).await {
        Ok(response) => {
            for answered in response.rows {
                let row = Spend::decode(answered.value.as_slice())
                    .map_err(|error| Failure::internal(format!("a stored spend cannot be read: {error}")))?;
                let machine_id = row.machine_id.clone();
                books.ledger().with_account(&machine_id, |account| account.written(row));
            }
            books.announce_change();
            Ok(())
        }
        Err(failure) => {
            for row in rows.iter().filter(|_| !is_about_one(&failure)) {
                books.ledger().with_account(&row.machine_id, |account| account.doubt(row.clone()));
            }
            Err(failure)
        }
    }
}

/// The row in the database is another one than was thought.
async fn rebase(hub: &Hub, row: &Spend) -> Result<(), Failure> {
    let found = hub.database().get::<Spend>(&row.id).await?;
    hub.budgets().ledger().with_account(&row.machine_id, |account| match found {
        Some(found) => account.rebase(found),
        // The account went with its Project: there is nobody left to count for.
        None => account.written(row.clone()),
    });
    Ok(())
}
