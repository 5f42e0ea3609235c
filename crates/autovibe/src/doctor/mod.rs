//! Tells what this host can do, what is missing and the command that adds it.

mod check;
mod distribution;
mod host;
mod program;

