//! Keeps every decision as an AuditRecord: in batches, off the path of the connections, and none is dropped unsaid.

use std::time::Duration;

use autovibe_proto::AuditRecordId;
use autovibe_proto::v1::AuditRecord;
use tokio::sync::mpsc;

use super::denied::EgressDenied;
use crate::database::{CommitBuilder, Database};

/// Records that wait for the database; when as many do, connections wait too.
const WAITING_COUNT_MAX: usize = 1024;
const BATCH_COUNT_MAX: usize = 128;
/// A connection whose decision cannot be recorded in this time is not let out.
const WAIT_MAX: Duration = Duration::from_secs(5);
/// Tries before a batch is given up, which is logged.
const TRIES: u32 = 5;
const PAUSE: Duration = Duration::from_millis(500);

/// Takes records down.
#[derive(Debug, Clone)]
pub(super) struct Audit {
    records: mpsc::Sender<AuditRecord>,
}

/// A decision about one connection or request.
#[derive(Debug)]
pub(super) struct Decision<'a> {
    pub(super) project_id: &'a str,
    pub(super) machine_id: &'a str,
    /// Host and port; empty when they could not be read.
    pub(super) subject: String,
    pub(super) allowed: bool,
    pub(super) reason: String,
}

impl Audit {
    /// Gives the recorder and what it writes; the writer ends when every recorder is gone.
    pub(super) fn new(database: Database) -> (Audit, impl Future<Output = ()> + Send + 'static) {
        let (records, queue) = mpsc::channel(WAITING_COUNT_MAX);
        (Audit { records }, write(queue, database))
    }

    /// Records a decision, and waits for room to do so.
    ///
    /// # Errors
    /// [`EgressDenied::Undecided`] when there was none in time: what is not recorded does not happen.
    pub(super) async fn record(&self, decision: Decision<'_>) -> Result<(), EgressDenied> {
        let record = AuditRecord {
            id: AuditRecordId::generate().into_string(),
            project_id: decision.project_id.to_owned(),
            actor: format!("machine/{}", decision.machine_id),
            action: "egress.connect".to_owned(),
            subject_id: decision.subject,
            allowed: decision.allowed,
            reason: decision.reason,
            ..AuditRecord::default()
        };
        self.records.send_timeout(record, WAIT_MAX).await.map_err(|_| {
            tracing::error!(
                machine.id = decision.machine_id,
                "a decision could not be recorded: the database does not keep up"
            );
            EgressDenied::Undecided
        })
    }
}

async fn write(mut queue: mpsc::Receiver<AuditRecord>, database: Database) {
    let mut batch = Vec::with_capacity(BATCH_COUNT_MAX);
    let mut lost_count = 0_usize;
    while queue.recv_many(&mut batch, BATCH_COUNT_MAX).await > 0 {
        if !store(&database, &batch).await {
            lost_count += batch.len();
            tracing::error!(records = batch.len(), in_all = lost_count, "egress decisions were not stored");
        }
        batch.clear();
    }
}

/// The same ids each time, so a batch whose answer was lost is not written twice.
async fn store(database: &Database, batch: &[AuditRecord]) -> bool {
    for tried in 1..=TRIES {
        let commit =
            batch.iter().fold(CommitBuilder::new(), |commit, record| commit.insert_if_absent(record));
        match database.commit(commit).await {
            Ok(_) => return true,
            Err(failure) => tracing::warn!(%failure, tried, "store egress decisions"),
        }
        tokio::time::sleep(PAUSE * tried).await;
    }
    false
}
