//! SQLite: one file per store, inline readers and one writer that commits in groups.

mod cascade;
mod change_log;
mod commit;
mod connection;
mod fault;
mod file;
mod idempotency;
mod lease;
mod meta;
mod readers;
mod row;
mod sync;
mod transaction;
mod write;
mod writer;

pub(crate) use change_log::Change;
pub(crate) use commit::SHARD;
pub(crate) use connection::{bind, cell_of};
pub(crate) use file::{SqliteFile, SqliteFileConfig};
pub(crate) use lease::{AcquireOrder, is_held};
pub(crate) use transaction::Transaction;
pub(crate) use write::{PreparedCommit, PreparedGuard, PreparedWrite};
pub(crate) use writer::Reply;
