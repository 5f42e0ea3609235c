//! How many Messages wait for each Machine, as an upper bound that is counted anew when it reaches the limit.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use autovibe_proto::v1::MailboxEntry;
use autovibe_proto::{ErrorKind, Failure, MachineId};

use crate::database::Database;

/// Messages that may wait for one Machine; from the promise of `RESOURCE_EXHAUSTED` instead of a silent drop.
const DEPTH_MAX: usize = 10_000;
/// Bounds that are kept; forgetting one only costs a count.
const MACHINES_MAX: usize = 20_000;

/// Upper bounds of the mailboxes' depths.
#[derive(Debug, Default)]
pub(crate) struct Depths {
    bounds: Mutex<HashMap<String, usize>>,
}

impl Depths {
    /// Makes room for one more Message, or refuses it.
    pub(crate) async fn admit(&self, database: &Database, machine: &MachineId) -> Result<(), Failure> {
        if self.raise(machine) {
            return Ok(());
        }
        let filter = format!("machine_id = \"{machine}\"");
        let depth = database.list_all::<MailboxEntry>(&filter, "", DEPTH_MAX).await?.len();
        if depth >= DEPTH_MAX {
            return Err(Failure::new(
                ErrorKind::LimitExceeded,
                "MAILBOX_FULL",
                format!(
                    "{DEPTH_MAX} messages wait for {machine} already; try again when it has worked on some"
                ),
            )
            .with("machine_id", machine.as_str()));
        }
        self.bounds().insert(machine.to_string(), depth + 1);
        Ok(())
    }

    /// Raises a known bound that is below the limit.
    fn raise(&self, machine: &MachineId) -> bool {
        let mut bounds = self.bounds();
        if bounds.len() > MACHINES_MAX {
            bounds.clear();
        }
        match bounds.get_mut(machine.as_str()) {
            Some(bound) if *bound < DEPTH_MAX => {
                *bound += 1;
                true
            }
            _ => false,
        }
    }

    fn bounds(&self) -> std::sync::MutexGuard<'_, HashMap<String, usize>> {
        self.bounds.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
