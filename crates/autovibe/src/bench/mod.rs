//! `autovibe bench`: what our system takes, beside what bare QEMU takes on the same computer in the same run.
//!
//! ```text
//! run ─▶ subject  our daemon in a temporary folder, through the control API
//!     ─▶ floor    bare QEMU with a trivial responder as its guest
//!     ─▶ report   medians, their ratio, percentiles: a table or one JSON object
//! ```

#![expect(clippy::print_stderr, reason = "the bench tells people what it is doing")]

mod command;
mod computer;
mod error;
mod floor;
mod measure;
mod process;
mod report;
mod run;
mod scratch;
mod shape;
mod statistics;
mod subject;

pub use command::{BenchArguments, bench};
pub use error::BenchError;
