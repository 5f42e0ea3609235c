//! Counts an attempt before a Message is handled, so that a crash while handling it counts as well.

use autovibe_proto::Failure;
use autovibe_proto::v1::{LeaseToken, MailboxEntry};

use crate::database::CommitBuilder;
use crate::hub::Hub;

/// Attempts at one Message; then it is given up and the mailbox moves on.
pub(super) const ATTEMPTS_MAX: i32 = 8;

/// Raises the counters of the entries that are about to be handled, in one Commit.
pub(super) async fn claim(
    hub: &Hub,
    token: &LeaseToken,
    entries: &mut [MailboxEntry],
) -> Result<(), Failure> {
    let mut commit = CommitBuilder::new().lease(token.clone());
    for entry in entries.iter_mut().filter(|entry| entry.attempt_count <= ATTEMPTS_MAX) {
        entry.attempt_count += 1;
        commit = commit.exists::<MailboxEntry>(&entry.id).update(entry, &["attempt_count"]);
    }
    if commit.is_empty() {
        return Ok(());
    }
    // Not announced: nothing changed for those who wait.
    hub.database().commit(commit).await?;
    Ok(())
}
