//! The command line: one file per command group.

#![expect(clippy::print_stderr, reason = "this module speaks to people")]

/// Prints a line; a reader that has gone away, as `head` does, ends the program quietly instead of a panic.
macro_rules! println {
    ($($text:tt)*) => { $crate::cli::output::print_line(format_args!($($text)*)) };
}

mod amount;
mod arguments;
mod attach;
mod budget;
mod cert;
mod chat;
mod checkpoint;
mod checkpoint_diff;
mod config_file;
mod context;
mod copy;
mod dead_letter;
mod deliver;
mod delivery_report;
mod diff;
mod egress;
mod error;
mod event;
mod exec;
mod follow;
mod fork;
mod guest_program;
mod image;
mod lineage;
mod live_line;
mod machine;
mod mailbox;
mod output;
mod plain_text;
mod port_forward;
mod progress;
mod project;
mod run;
mod secret;
mod serve;
mod sheet;
mod source;
mod stats;
mod status;
mod terminal;
mod token;
mod transfer;

pub use arguments::{Arguments, dispatch};
pub use context::Context;
pub use error::CliError;
pub(crate) use output::{print_json, print_table};
