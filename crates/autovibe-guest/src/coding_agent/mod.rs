//! The coding agent's process: started, told, listened to, stopped, frozen and thawed.

mod cgroup;
mod escalation;
mod handle;
mod line_reader;
mod process;
mod runner;
mod session;

pub(crate) use handle::{CodingAgent, Refusal};
