//! Set-ups for tests: whole systems in one process or in three.
//!
//! - [`System`]: daemons as real processes in a folder of their own, ended by pid
//! - [`Fleet`]: what tests do with Machines, in few words
//! - [`Program`]: the command line as a user calls it
//! - [`process`]: finding and ending processes that a test started

mod daemon;
mod fleet;
pub mod process;
mod program;
mod system;

pub use fleet::{Fleet, Outcome};
pub use program::{Program, RunningProgram, autovibe_program};
pub use system::{Layout, System};
