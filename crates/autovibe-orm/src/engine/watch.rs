//! The change feed: read from the file, woken by the writer, so that nothing is lost.

use std::collections::{HashSet, VecDeque};
use std::sync::Arc;

use autovibe_proto::db::v1::{ChangeKind, Key, WatchPosition, WatchRequest, WatchResponse};
use tokio::sync::{OwnedSemaphorePermit, watch};

use super::Engine;
use crate::DatabaseError;
use crate::store::sqlite::{Change, SHARD};

/// Changes read at once.
const CHANGES_AT_ONCE: usize = 256;

/// Gives changes in commit order; drop it to end the watch.
#[derive(Debug)]
pub struct Watcher {
    engine: Arc<Engine>,
    database: String,
    entities: HashSet<String>,
    committed: watch::Receiver<i64>,
    closing: watch::Receiver<bool>,
    /// Number of the last Commit that was read.
    read: i64,
    waiting: VecDeque<WatchResponse>,
    _permit: OwnedSemaphorePermit,
}

impl Engine {
    /// Starts a watch; the first answer only gives the position.
    ///
    /// # Errors
    /// [`DatabaseError::PositionTooOld`] when changes after the position are gone, or it is of another database.
    pub async fn watch(self: &Arc<Engine>, request: WatchRequest) -> Result<Watcher, DatabaseError> {
        self.check_open()?;
        let permit = self
            .watchers
            .clone()
            .try_acquire_owned()
            .map_err(|_| DatabaseError::LimitExceeded { limit: "the number of watchers" })?;
        for name in &request.entities {
            let entity = self.described(self.catalog.schema.entity_of(name)?)?;
            if !entity.watched {
                return Err(DatabaseError::request(format!("{} is not in the change feed", entity.name)));
            }
        }
        let committed = self.state.committed();
        let newest = *committed.borrow();
        let database = self.state.meta().incarnation.clone();
        let read = match request.after {
            None => newest,
            Some(after) => {
                if after.database != database {
                    return Err(DatabaseError::PositionTooOld);
                }
                if after.shard != SHARD || !(0..=newest).contains(&after.counter) {
                    return Err(DatabaseError::request("the position was never given"));
                }
                // Reading nothing still looks whether the changes are there.
                self.state.changes(after.counter, 0).await?;
                after.counter
            }
        };
        let mut watcher = Watcher {
            engine: self.clone(),
            database,
            entities: request.entities.into_iter().collect(),
            committed,
            closing: self.closing.subscribe(),
            read,
            waiting: VecDeque::new(),
            _permit: permit,
        };
        watcher.waiting.push_back(watcher.bare_position(read));
        Ok(watcher)
    }
}

impl Watcher {
    /// Waits for the next change.
    ///
    /// The position of an answer is one to resume from: it reaches the number of a Commit with its last change.
    ///
    /// # Errors
    /// [`DatabaseError::PositionTooOld`] when the watcher is so slow that changes were dropped;
    /// [`DatabaseError::Closed`] when the database ends.
    ///
    /// # Cancel safety
    /// Safe: nothing is lost when the call is dropped.
    pub async fn next(&mut self) -> Result<WatchResponse, DatabaseError> {
        loop {
            if let Some(response) = self.waiting.pop_front() {
                return Ok(response);
            }
            let newest = *self.committed.borrow_and_update();
            if newest <= self.read {
                tokio::select! {
                    changed = self.committed.changed() => changed.map_err(|_| DatabaseError::Closed)?,
                    _ = self.closing.wait_for(|closing| *closing) => return Err(DatabaseError::Closed),
                }
                continue;
            }
            let changes = self.engine.state.changes(self.read, CHANGES_AT_ONCE).await?;
            let last = changes.last().map_or(newest, |change| change.counter);
            let matching: Vec<Change> = changes
                .into_iter()
                .filter(|change| self.entities.is_empty() || self.entities.contains(&change.entity))
                .collect();
            if matching.last().is_none_or(|change| change.counter != last) {
                // Even changes that nobody asked for move the position, else it would grow too old.
                self.queue(matching);
                self.waiting.push_back(self.bare_position(last));
            } else {
                self.queue(matching);
            }
            self.read = last;
        }
    }

    fn queue(&mut self, changes: Vec<Change>) {
        let counters: Vec<i64> = changes.iter().map(|change| change.counter).collect();
        for (place, change) in changes.into_iter().enumerate() {
            let is_last = counters.get(place + 1) != Some(&change.counter);
            let mut response = self.bare_position(if is_last { change.counter } else { change.counter - 1 });
            response.set_kind(change.kind);
            response.key = Some(Key { entity: change.entity, id: change.id });
            response.value = change.value.into();
            self.waiting.push_back(response);
        }
    }

    fn bare_position(&self, counter: i64) -> WatchResponse {
        WatchResponse {
            position: Some(WatchPosition {
                database: self.database.clone(),
                shard: SHARD.to_owned(),
                counter,
            }),
            kind: ChangeKind::Unspecified as i32,
            key: None,
            value: Vec::new(),
        }
    }
}
