//! Lets one verb at a time change a Machine, and only so many verbs at once change anything.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::{OwnedRwLockReadGuard, OwnedRwLockWriteGuard, RwLock, Semaphore};

use crate::error::DriverError;
use crate::layer::around::{Around, Attempt, VerbCall};
use crate::verb::Verb;

/// The layer that queues verbs.
///
/// A Machine is held alone. A Checkpoint is held alone while it is made or removed and shared while
/// Machines are made from it. The Checkpoint is always taken first, so two verbs cannot wait for each other.
#[derive(Debug)]
pub struct Serialised {
    subjects: Mutex<HashMap<String, Arc<RwLock<()>>>>,
    slots: Semaphore,
    wait_max: Duration,
}

#[expect(dead_code, reason = "held only for its drop")]
enum Hold {
    Shared(OwnedRwLockReadGuard<()>),
    Alone(OwnedRwLockWriteGuard<()>),
}

impl Serialised {
    /// Allows `writes_max` verbs at once; a verb that waits longer than `wait_max` is refused as busy.
    #[must_use]
    pub fn new(writes_max: usize, wait_max: Duration) -> Serialised {
        Serialised {
            subjects: Mutex::new(HashMap::new()),
            slots: Semaphore::new(writes_max.clamp(1, Semaphore::MAX_PERMITS)),
            wait_max,
        }
    }

    fn subject(&self, name: &str) -> Arc<RwLock<()>> {
        let mut subjects = self.subjects.lock().unwrap_or_else(PoisonError::into_inner);
        // Only subjects that a verb holds or waits for stay.
        subjects.retain(|_, lock| Arc::strong_count(lock) > 1);
        subjects.entry(name.to_owned()).or_default().clone()
    }

    async fn hold(&self, call: &VerbCall<'_>) -> (Option<Hold>, Option<Hold>) {
        let checkpoint = match call.checkpoint {
            Some(id) if matches!(call.verb, Verb::Fork | Verb::Restore) => {
                Some(Hold::Shared(self.subject(id.as_str()).read_owned().await))
            }
            Some(id) => Some(Hold::Alone(self.subject(id.as_str()).write_owned().await)),
            None => None,
        };
        let machine = match call.machine {
            Some(id) => Some(Hold::Alone(self.subject(id.as_str()).write_owned().await)),
            None => None,
        };
        (checkpoint, machine)
    }
}

impl Around for Serialised {
    async fn around<'a, T: Send + 'a>(
        &'a self,
        call: &'a VerbCall<'a>,
        attempt: Attempt<'a, T>,
    ) -> Result<T, DriverError> {
        if !call.verb.is_write() {
            return attempt().await;
        }
        let busy = |what: &str| DriverError::Busy { what: what.to_owned(), after: Duration::from_secs(1) };
        // The slot comes last: a verb that waits for its Machine takes none.
        let waited = tokio::time::timeout(self.wait_max, async {
            let held = self.hold(call).await;
            self.slots.acquire().await.map(|slot| (held, slot))
        });
        match waited.await {
            Ok(Ok(_held)) => attempt().await,
            Ok(Err(_)) => Err(busy("the driver")),
            Err(_) => Err(busy(call.subject())),
        }
    }
}
