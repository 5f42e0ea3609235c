//! The workspace as a git repository: cloned once, kept as commits at each Turn and Checkpoint, given out as bundles.
//!
//! ```text
//! guest, root ── runs itself as ──▶ autovibe-guest workspace …, user agent ──▶ git
//! ```
//!
//! - [`errand`]: the guest's side, which never touches the workspace itself: whatever the coding agent put there
//!   is met with the coding agent's rights alone
//! - [`outbox`]: sends the bundles of Checkpoints to the Hub
//! - [`program`]: the command line, for the guest and for the user's own commands
//! - [`git`], [`repository`], [`snapshot`], [`clone`]: what the command line does

mod clone;
mod download;
mod errand;
mod git;
mod options;
mod outbox;
mod program;
mod repository;
mod snapshot;

pub(crate) use errand::Errands;
pub(crate) use outbox::Outbox;
pub(crate) use program::{USAGE, run_workspace};
