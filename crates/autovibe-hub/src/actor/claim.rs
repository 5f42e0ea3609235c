//! Counts an attempt before a Message is handled, so that a crash while handling it counts as well.

use std::collections::HashSet;

use autovibe_proto::v1::{LeaseToken, MailboxEntry};
use autovibe_proto::{ErrorKind, Failure};

use crate::database::CommitBuilder;
use crate::hub::Hub;

/// Attempts at one Message; then it is given up and the mailbox moves on.
pub(super) const ATTEMPTS_MAX: i32 = 8;

/// Entries whose newest attempt failed through no fault of theirs, so that the next one is not counted.
///
/// They are forgotten with the activation: an attempt that ends it counts.
#[derive(Debug, Default)]
pub(super) struct Excused(HashSet<String>);

impl Excused {
    /// Takes note of how an attempt at entries ended.
    pub(super) fn attempted(&mut self, entries: &[MailboxEntry], outcome: &Result<(), Failure>) {
        let is_excused = outcome.as_ref().is_err_and(passes);
        for entry in entries {
            if is_excused {
                self.0.insert(entry.id.clone());
            } else {
                self.0.remove(&entry.id);
            }
        }
    }

    /// Nothing is left to be handled.
    pub(super) fn clear(&mut self) {
        self.0.clear();
    }
}

/// The database was away, slow, full of work, or faster for somebody else: no Message is to blame for that.
fn passes(failure: &Failure) -> bool {
    match failure.kind {
        ErrorKind::Unavailable
        | ErrorKind::DeadlineExceeded
        | ErrorKind::Conflict
        | ErrorKind::LimitExceeded => true,
        ErrorKind::InvalidArgument
        | ErrorKind::Unauthenticated
        | ErrorKind::PermissionDenied
        | ErrorKind::NotFound
        | ErrorKind::AlreadyExists
        | ErrorKind::WrongState
        | ErrorKind::Unsupported
        | ErrorKind::Internal => false,
    }
}

/// Raises the counters of the entries that are about to be handled, in one Commit.
pub(super) async fn claim(
    hub: &Hub,
    token: &LeaseToken,
    entries: &mut [MailboxEntry],
    excused: &Excused,
) -> Result<(), Failure> {
    let mut commit = CommitBuilder::new().lease(token.clone());
    let counted =
        |entry: &&mut MailboxEntry| entry.attempt_count <= ATTEMPTS_MAX && !excused.0.contains(&entry.id);
    for entry in entries.iter_mut().filter(counted) {
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
