//! The command line: one file per command group.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "this module speaks to people")]

mod arguments;
mod cert;
mod checkpoint;
mod context;
mod copy;
mod dead_letter;
mod error;
mod event;
mod exec;
mod fork;
mod image;
mod machine;
mod mailbox;
mod output;
mod port_forward;
mod project;
mod run;
mod serve;
mod status;
mod terminal;
mod token;

pub use arguments::{Arguments, dispatch};
pub use context::Context;
pub use error::CliError;
