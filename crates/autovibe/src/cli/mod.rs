//! The command line: one file per command group.

#![expect(clippy::print_stderr, reason = "this module speaks to people")]

/// Prints a line; a reader that has gone away, as `head` does, ends the program quietly instead of a panic.
macro_rules! println {
    ($($text:tt)*) => { $crate::cli::output::print_line(format_args!($($text)*)) };
}

mod arguments;
mod attach;
mod cert;
mod chat;
mod checkpoint;
mod context;
mod copy;
mod dead_letter;
mod error;
mod event;
mod exec;
mod follow;
mod fork;
mod image;
mod live_line;
mod machine;
mod mailbox;
mod output;
mod plain_text;
mod port_forward;
mod progress;
mod project;
mod run;
mod serve;
mod status;
mod terminal;
mod token;

pub use arguments::{Arguments, dispatch};
pub use context::Context;
pub use error::CliError;
pub(crate) use output::{print_json, print_table};
