//! The one thread that writes a file: it commits what is queued in groups and answers after the COMMIT.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::thread::JoinHandle;

use autovibe_proto::db::v1::CommitResponse;
use autovibe_proto::v1::LeaseToken;
use rusqlite::Connection;
use tokio::sync::{oneshot, watch};

use super::transaction::{Transaction, sequence_name};
use super::{change_log, fault, idempotency, meta};
use crate::DatabaseError;
use crate::catalog::Catalog;
use crate::clock::Clock;

/// Requests that wait; more are refused, so that callers feel the pressure.
const QUEUE_LENGTH: usize = 1024;
/// Requests of one COMMIT.
const GROUP_SIZE_MAX: usize = 256;
/// Time between two looks for first answers that nobody can ask for any more.
const LOOK_EVERY_MICROS: i64 = 60 * 1_000_000;
/// Commits between two looks for what is too old.
const PRUNE_EVERY: i64 = 1000;

/// What a request answers.
#[derive(Debug)]
pub(crate) enum Reply {
    /// Of a Commit.
    Committed(CommitResponse),
    /// Of acquired or renewed Leases.
    Tokens(Vec<LeaseToken>),
    /// Of everything else.
    Done,
}

type Answer = oneshot::Sender<Result<Reply, DatabaseError>>;
type Work = Box<dyn FnOnce(&mut Transaction<'_>) -> Result<Reply, DatabaseError> + Send>;

struct Request {
    work: Work,
    answer: Answer,
}

/// The queue of the thread; when it is dropped, the thread finishes what is queued and ends.
#[derive(Debug)]
pub(super) struct Writer {
    queue: Option<SyncSender<Request>>,
    thread: Option<JoinHandle<()>>,
}

/// What the thread works with.
#[derive(Debug)]
pub(super) struct WriterSetup {
    pub(super) connection: Connection,
    pub(super) catalog: Arc<Catalog>,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) incarnation: String,
    /// Tells watchers the number of the newest durable Commit.
    pub(super) committed: watch::Sender<i64>,
    pub(super) kept_commits: i64,
}

impl Writer {
    pub(super) fn start(setup: WriterSetup) -> Result<Writer, DatabaseError> {
        let (queue, requests) = sync_channel(QUEUE_LENGTH);
        let counter = meta::counter(&setup.connection, change_log::COUNTER)?;
        setup.committed.send_replace(counter);
        let mut state =
            WriterThread { setup, counter, sequences: HashMap::new(), pruned: counter, next_look: 0 };
        let thread = std::thread::Builder::new()
            .name("autovibe-writer".to_owned())
            .spawn(move || state.run(&requests))
            .map_err(|error| DatabaseError::System {
                operation: "start the thread that writes",
                cause: error.to_string(),
            })?;
        Ok(Writer { queue: Some(queue), thread: Some(thread) })
    }

    /// Queues a request and waits until it is durable.
    ///
    /// # Cancel safety
    /// A request whose caller went away before its turn is not carried out.
    pub(super) async fn submit(&self, work: Work) -> Result<Reply, DatabaseError> {
        let (answer, answered) = oneshot::channel();
        let queue = self.queue.as_ref().ok_or(DatabaseError::Closed)?;
        match queue.try_send(Request { work, answer }) {
            Ok(()) => {}
            Err(TrySendError::Full(_)) => {
                return Err(DatabaseError::LimitExceeded { limit: "the queue of writes" });
            }
            Err(TrySendError::Disconnected(_)) => return Err(DatabaseError::Closed),
        }
        answered.await.map_err(|_| DatabaseError::Closed)?
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        drop(self.queue.take());
        if let Some(thread) = self.thread.take() {
            // The folder must not be unlocked while the thread still writes.
            let _ = thread.join();
        }
    }
}

struct WriterThread {
    setup: WriterSetup,
    counter: i64,
    sequences: HashMap<usize, i64>,
    pruned: i64,
    next_look: i64,
}

impl WriterThread {
    fn run(&mut self, requests: &Receiver<Request>) {
        while let Ok(first) = requests.recv() {
            let mut group = vec![first];
            while group.len() < GROUP_SIZE_MAX
                && let Ok(next) = requests.try_recv()
            {
                group.push(next);
            }
            // Nobody waits for an answer any more, so nothing may happen.
            group.retain(|request| !request.answer.is_closed());
            if !group.is_empty() {
                self.commit_group(group);
            }
        }
    }

    fn commit_group(&mut self, group: Vec<Request>) {
        let (counter, sequences) = (self.counter, self.sequences.clone());
        let mut answers: Vec<(Answer, Result<Reply, DatabaseError>)> = Vec::with_capacity(group.len());
        let mut waiting = group.into_iter();
        let outcome = self.execute("BEGIN IMMEDIATE").and_then(|()| {
            for request in waiting.by_ref() {
                let result = self.apply(request.work);
                let is_lost =
                    self.setup.connection.is_autocommit() || result.as_ref().is_err_and(fault::is_fatal);
                answers.push((request.answer, result));
                if is_lost {
                    return Err(DatabaseError::CommitFailed {
                        cause: "the transaction ended early".to_owned(),
                    });
                }
            }
            self.finish_group(counter)
        });
        if let Err(error) = &outcome {
            tracing::error!(error.kind = ?error.kind(), error = %chain(error), "a group of commits failed");
            if !self.setup.connection.is_autocommit() {
                let _ = self.execute("ROLLBACK");
            }
            self.counter = counter;
            self.sequences = sequences;
        } else if self.counter != counter {
            self.setup.committed.send_replace(self.counter);
        }
        let failed = outcome.err().map(|error| error.to_string());
        for (answer, result) in answers {
            let result = match (&failed, result) {
                (Some(cause), Ok(_)) => Err(DatabaseError::CommitFailed { cause: cause.clone() }),
                (_, result) => result,
            };
            let _ = answer.send(result);
        }
        for request in waiting {
            let cause = failed.clone().unwrap_or_default();
            let _ = request.answer.send(Err(DatabaseError::CommitFailed { cause }));
        }
    }

    /// Carries out one request so that its failure leaves nothing behind.
    fn apply(&mut self, work: Work) -> Result<Reply, DatabaseError> {
        self.execute("SAVEPOINT request")?;
        let sequences = self.sequences.clone();
        let mut transaction = Transaction {
            connection: &self.setup.connection,
            catalog: &self.setup.catalog,
            incarnation: &self.setup.incarnation,
            clock: self.setup.clock.as_ref(),
            now: self.setup.clock.now_micros(),
            counter: self.counter,
            sequences: &mut self.sequences,
            changes: Vec::new(),
            checks: Vec::new(),
            changed_rows: 0,
            leased: Vec::new(),
        };
        let done = catch_unwind(AssertUnwindSafe(|| work(&mut transaction)));
        let counter = transaction.counter;
        let result = done.unwrap_or_else(|_| {
            Err(DatabaseError::System { operation: "apply a request", cause: "it panicked".to_owned() })
        });
        if result.is_ok() {
            self.counter = counter;
            self.execute("RELEASE request")?;
        } else {
            self.sequences = sequences;
            if !self.setup.connection.is_autocommit() {
                self.execute("ROLLBACK TO request")?;
                self.execute("RELEASE request")?;
            }
        }
        result
    }

    /// Writes the counters last and makes the group durable.
    fn finish_group(&mut self, before: i64) -> Result<(), DatabaseError> {
        let connection = &self.setup.connection;
        for (&entity, &number) in &self.sequences {
            let name = sequence_name(&self.setup.catalog.schema.entities[entity]);
            meta::set_counter(connection, &name, number)?;
        }
        let now = self.setup.clock.now_micros();
        if now >= self.next_look {
            idempotency::prune(connection, now)?;
            self.next_look = now.saturating_add(LOOK_EVERY_MICROS);
        }
        if self.counter != before {
            if self.counter - self.pruned >= PRUNE_EVERY.min(self.setup.kept_commits.max(1)) {
                change_log::prune(connection, self.counter, self.setup.kept_commits)?;
                self.pruned = self.counter;
            }
            meta::set_counter(connection, change_log::COUNTER, self.counter)?;
        }
        self.execute("COMMIT")
    }

    fn execute(&self, sql: &str) -> Result<(), DatabaseError> {
        self.setup
            .connection
            .prepare_cached(sql)
            .and_then(|mut statement| statement.execute([]))
            .map(|_| ())
            .map_err(DatabaseError::sqlite("steer the transaction"))
    }
}

/// The error with its causes.
fn chain(error: &DatabaseError) -> String {
    let mut text = error.to_string();
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        source = cause.source();
    }
    text
}
