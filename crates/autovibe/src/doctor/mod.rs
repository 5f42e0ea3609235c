//! Tells what this host can do, what is missing and the command that adds it.

mod check;
mod command;
mod distribution;
mod host;
mod program;
mod requirement;

pub(crate) use command::{DoctorArguments, doctor};
