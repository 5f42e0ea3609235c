//! What the node must not forget: newest tokens, incarnations, guest tickets, recent answers.
//!
//! A file of checksummed lines, fsync'd before anything is acknowledged; a torn last line is cut off.

mod file;
mod frame;
mod record;
mod state;
mod store;

pub(crate) use record::{LedgerRecord, Life};
pub(crate) use state::LedgerState;
pub(crate) use store::Ledger;

#[cfg(test)]
mod tests;
