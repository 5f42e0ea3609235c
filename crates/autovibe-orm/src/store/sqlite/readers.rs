//! Connections that read: some for single rows on the calling thread, some for lists apart from it.

use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};
use std::time::{Duration, Instant};

use rusqlite::Connection;
use tokio::sync::Semaphore;

use super::connection::open_reader;
use crate::DatabaseError;

/// Connections for single rows; a read takes microseconds, so few are enough.
const POINT_CONNECTIONS: usize = 4;
/// Connections for lists and the change feed.
const LIST_CONNECTIONS: usize = 4;
/// A list that takes longer is cut off: it would hold the write-ahead log back.
const LIST_TIME_MAX: Duration = Duration::from_secs(10);
/// Steps of SQLite's machine between two looks at the clock, well under a millisecond.
const PROGRESS_STEPS: i32 = 10_000;

/// The connections of one file that read.
#[derive(Debug)]
pub(super) struct Readers {
    points: Vec<Mutex<Connection>>,
    next: AtomicUsize,
    lists: Arc<Vec<Mutex<Connection>>>,
    free_lists: Arc<Semaphore>,
}

impl Readers {
    pub(super) fn open(path: &Path) -> Result<Readers, DatabaseError> {
        let open = |count: usize| {
            (0..count).map(|_| open_reader(path).map(Mutex::new)).collect::<Result<Vec<_>, _>>()
        };
        Ok(Readers {
            points: open(POINT_CONNECTIONS)?,
            next: AtomicUsize::new(0),
            lists: Arc::new(open(LIST_CONNECTIONS)?),
            free_lists: Arc::new(Semaphore::new(LIST_CONNECTIONS)),
        })
    }

    /// Reads on the calling thread; only for reads of single rows.
    pub(super) fn point<T>(
        &self,
        read: impl FnOnce(&Connection) -> Result<T, DatabaseError>,
    ) -> Result<T, DatabaseError> {
        let start = self.next.fetch_add(1, Ordering::Relaxed);
        for offset in 0..self.points.len() {
            if let Some(connection) = try_lock(&self.points[(start + offset) % self.points.len()]) {
                return read(&connection);
            }
        }
        let connection =
            self.points[start % self.points.len()].lock().unwrap_or_else(PoisonError::into_inner);
        read(&connection)
    }

    /// Reads on another thread, for a limited time.
    pub(super) async fn list<T: Send + 'static>(
        &self,
        read: impl FnOnce(&Connection) -> Result<T, DatabaseError> + Send + 'static,
    ) -> Result<T, DatabaseError> {
        let late =
            || DatabaseError::DeadlineExceeded { operation: "reading many rows", limit: LIST_TIME_MAX };
        let permit = tokio::time::timeout(LIST_TIME_MAX, self.free_lists.clone().acquire_owned())
            .await
            .map_err(|_| late())?
            .map_err(|_| DatabaseError::Closed)?;
        let lists = self.lists.clone();
        let gone = Arc::new(AtomicBool::new(false));
        // A caller that went away must not keep the connection busy.
        let _tell_on_drop = TellOnDrop(gone.clone());
        let task = tokio::task::spawn_blocking(move || {
            // The permit leaves with the connection, so one is always free here.
            let _permit = permit;
            let mut connection = lists.iter().find_map(try_lock).ok_or(DatabaseError::Closed)?;
            let deadline = Instant::now() + LIST_TIME_MAX;
            let stop = move || gone.load(Ordering::Relaxed) || Instant::now() > deadline;
            connection
                .progress_handler(PROGRESS_STEPS, Some(stop))
                .map_err(DatabaseError::sqlite("limit the time of a read"))?;
            let done = read(&connection);
            let _ = connection.progress_handler(PROGRESS_STEPS, None::<fn() -> bool>);
            match done {
                Err(DatabaseError::Sqlite { source, .. })
                    if source.sqlite_error_code() == Some(rusqlite::ErrorCode::OperationInterrupted) =>
                {
                    Err(DatabaseError::DeadlineExceeded {
                        operation: "reading many rows",
                        limit: LIST_TIME_MAX,
                    })
                }
                done => done,
            }
        });
        task.await.map_err(|error| DatabaseError::System {
            operation: "read many rows",
            cause: error.to_string(),
        })?
    }
}

struct TellOnDrop(Arc<AtomicBool>);

impl Drop for TellOnDrop {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// The connection if nobody uses it; one whose user panicked is still whole, as it only reads.
fn try_lock(connection: &Mutex<Connection>) -> Option<MutexGuard<'_, Connection>> {
    match connection.try_lock() {
        Ok(guard) => Some(guard),
        Err(TryLockError::Poisoned(poisoned)) => Some(poisoned.into_inner()),
        Err(TryLockError::WouldBlock) => None,
    }
}
