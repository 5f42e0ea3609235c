//! In-process wake-ups: what this Hub's Commits changed, for those who wait.
//!
//! A hint and never the truth: a reader that lags or meets another Hub's change must read the database again.

use tokio::sync::broadcast;

/// A reader that falls behind by more than this reads the database anew.
const CAPACITY: usize = 4096;

/// A row was written by this Hub.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Full name of the entity.
    pub entity: &'static str,
    /// Identifier of the row.
    pub id: String,
    /// The Machine that it belongs to; empty when to none.
    pub machine_id: String,
    /// The row was removed.
    pub deleted: bool,
}

/// Tells those who wait what was written.
#[derive(Debug, Clone)]
pub struct Changes {
    sender: broadcast::Sender<Change>,
}

impl Changes {
    /// Makes a channel without readers.
    #[must_use]
    pub fn new() -> Changes {
        Changes { sender: broadcast::channel(CAPACITY).0 }
    }

    /// Tells every reader of a change.
    pub fn publish(&self, change: Change) {
        // Without readers nobody waits.
        let _ = self.sender.send(change);
    }

    /// Starts to read; only later changes are seen, so subscribe before reading the database.
    #[must_use]
    pub fn subscribe(&self) -> broadcast::Receiver<Change> {
        self.sender.subscribe()
    }

    /// Waits until something of the Machine changed, or it may have.
    ///
    /// # Cancel safety
    /// Safe.
    pub async fn of_machine(receiver: &mut broadcast::Receiver<Change>, machine_id: &str) {
        loop {
            match receiver.recv().await {
                Ok(change) if change.machine_id == machine_id => return,
                Ok(_) => {}
                Err(broadcast::error::RecvError::Lagged(_)) => return,
                // The Hub is going away: the caller's own time limit ends the wait.
                Err(broadcast::error::RecvError::Closed) => std::future::pending::<()>().await,
            }
        }
    }
}

impl Default for Changes {
    fn default() -> Changes {
        Changes::new()
    }
}
