//! Writes and guards that are checked as far as that needs no row.

use autovibe_proto::v1::LeaseToken;

use crate::plan::Value;

/// One write.
#[derive(Debug, Clone)]
pub(crate) enum PreparedWrite {
    /// A new row.
    Insert {
        /// Place of the entity.
        entity: usize,
        /// The values of all columns.
        values: Vec<Value>,
        /// An existing row is left as it is.
        if_absent: bool,
    },
    /// Changed columns of an existing row.
    Update {
        /// Place of the entity.
        entity: usize,
        /// The values of all columns; those that are not named are ignored.
        values: Vec<Value>,
        /// The columns to write.
        columns: Vec<usize>,
        /// Naming a column that cannot change is an error; else it is passed over.
        strict: bool,
        /// Expected revision; 0 means any.
        revision: i64,
    },
    /// A removed row.
    Delete {
        /// Place of the entity.
        entity: usize,
        /// Identifier.
        id: String,
        /// Expected revision; 0 means any.
        revision: i64,
        /// A missing row is an error.
        must_exist: bool,
    },
}

/// One condition.
#[derive(Debug, Clone)]
pub(crate) enum PreparedGuard {
    /// The row exists and is not deleted.
    Exists {
        /// Place of the entity.
        entity: usize,
        /// Identifier.
        id: String,
    },
    /// The row does not exist, or is deleted.
    Absent {
        /// Place of the entity.
        entity: usize,
        /// Identifier.
        id: String,
    },
    /// The row has this revision.
    Revision {
        /// Place of the entity.
        entity: usize,
        /// Identifier.
        id: String,
        /// The expected revision.
        revision: i64,
    },
    /// The Lease is held.
    Lease(LeaseToken),
}

/// A whole Commit.
#[derive(Debug, Clone, Default)]
pub(crate) struct PreparedCommit {
    /// Conditions.
    pub(crate) guards: Vec<PreparedGuard>,
    /// Writes in order.
    pub(crate) writes: Vec<PreparedWrite>,
    /// Empty means none.
    pub(crate) idempotency_key: String,
}
