//! The ledger that all parts of the node share.

use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use autovibe_proto::v1::LeaseToken;

use crate::error::NodeError;
use crate::ledger::file::LedgerFile;
use crate::ledger::record::{LedgerMachine, LedgerRecord};
use crate::ledger::state::{LedgerState, TokenVerdict};

/// The ledger. Decisions and their records are made under one lock; readers do not wait for the disk.
#[derive(Debug, Clone)]
pub(crate) struct Ledger {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    /// Taken first, and held while a record is written.
    file: Mutex<LedgerFile>,
    /// Taken for moments only.
    state: Mutex<LedgerState>,
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Ledger {
    pub(crate) fn open(path: &Path) -> Result<Ledger, NodeError> {
        let (file, state) = LedgerFile::open(path)?;
        Ok(Ledger { inner: Arc::new(Inner { file: Mutex::new(file), state: Mutex::new(state) }) })
    }

    pub(crate) fn read<T>(&self, look: impl FnOnce(&LedgerState) -> T) -> T {
        look(&held(&self.inner.state))
    }

    pub(crate) fn machine(&self, id: &str) -> Option<LedgerMachine> {
        self.read(|state| state.machines.get(id).cloned())
    }

    /// Decides by the state, and writes what was decided before anybody sees it.
    ///
    /// # Cancel safety
    /// Safe: once begun it is carried to its end, whoever waits for it.
    pub(crate) async fn decide(
        &self,
        decide: impl FnOnce(&LedgerState) -> Result<Vec<LedgerRecord>, NodeError> + Send + 'static,
    ) -> Result<(), NodeError> {
        let inner = self.inner.clone();
        let written = tokio::task::spawn_blocking(move || inner.decide(decide)).await;
        written.unwrap_or(Err(NodeError::Panicked))
    }

    /// Accepts a token, durably when it is newer than those before.
    pub(crate) async fn admit(&self, token: LeaseToken) -> Result<(), NodeError> {
        if self.read(|state| state.judge(&token))? == TokenVerdict::Known {
            return Ok(());
        }
        self.decide(move |state| match state.judge(&token)? {
            TokenVerdict::Known => Ok(Vec::new()),
            TokenVerdict::Newer => Ok(vec![LedgerRecord::Token { token }]),
        })
        .await
    }

    /// Lets nothing more be written.
    pub(crate) fn close(&self) {
        held(&self.inner.file).close();
    }
}

impl Inner {
    fn decide(
        &self,
        decide: impl FnOnce(&LedgerState) -> Result<Vec<LedgerRecord>, NodeError>,
    ) -> Result<(), NodeError> {
        let mut file = held(&self.file);
        let records = decide(&held(&self.state))?;
        if records.is_empty() {
            return Ok(());
        }
        file.append(&records).map_err(NodeError::io("write the ledger"))?;
        let snapshot = {
            let mut state = held(&self.state);
            for record in records {
                state.apply(record);
            }
            file.is_large().then(|| state.clone())
        };
        if let Some(state) = snapshot
            && let Err(error) = file.compact(&state)
        {
            // The records are durable in the old file; a file that cannot be used refuses the next write.
            tracing::error!(%error, "the ledger could not be compacted");
        }
        Ok(())
    }
}
