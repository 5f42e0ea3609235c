//! The guest as a process, against a Hub that the tests play.

#![expect(clippy::unwrap_used, reason = "a test ends where something unexpected happens")]
#![allow(unreachable_pub, missing_docs, missing_debug_implementations, reason = "nothing outside sees it")]

mod egress;
mod environment;
mod fake_bundles;
mod fake_hub;
mod forward;
mod greeting;
mod guest_process;
mod in_machine;
mod machines;
mod streams;
mod turns;
mod workspace;
mod workspace_git;
mod workspace_program;
