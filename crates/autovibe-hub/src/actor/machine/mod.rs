//! The actor of a Machine, as pure functions: no I/O, no clock, no randomness.
//!
//! ```text
//!             create                 guest greets            prompt
//!  PENDING ───────────▶ STARTING ─────────────────▶ READY ◀──────────▶ WORKING
//!                          ▲  ▲                      │  ▲   turn ended    │
//!                          │  └── vm lost, boot ─────┤  └────────┐        │
//!                          │                         ▼           │        ▼
//!  STOPPED ── running ─────┘                    CHECKPOINTING ───┴─ (freeze, save, thaw)
//!     ▲                                              
//!     └── STOPPING ◀── stopped ── READY, WORKING, PAUSED, STARTING
//!
//!  READY, WORKING ── paused, or halted by the host ──▶ PAUSED ── running ──▶ READY, WORKING
//!  READY, WORKING, PAUSED, STOPPED, FAILED ── restore ──▶ RESTORING ── guest greets ──▶ READY, WORKING
//!  any ── deleted ──▶ DELETING ──▶ DELETED            any ── no way on ──▶ FAILED
//! ```
//!
//! - [`decide`] turns one Message into MachineEvents, [`evolve`] folds an event into the row, [`project`] gives
//!   the rows of Turns, Checkpoints, Effects and timers that an event stands for.
//! - Each boot, restore and fork is a new incarnation; results and greetings of older ones change nothing.
//! - The goal is pursued after every Message; while an operation on the virtual machine is under way it waits.
//! - The first guest of a Machine has the Project's repository to clone; until then the Machine is STARTING.
//! - A restore or fork never delivers again what was handled after the cut; prompts not yet begun stay.
//! - A Budget that is used up makes a Checkpoint and then PAUSED, whatever the goal; raising it goes the way back.
//! - A Machine that is paused or stopped stands still already: it is saved without asking its guest, and its
//!   state stays.

mod budget;
mod checkpointing;
mod decide;
mod effect_result;
mod env;
mod evolve;
mod guest;
mod lifecycle;
mod memory;
mod power;
mod progress;
mod project;
mod refusal;
mod turns;
mod workspace;

#[cfg(test)]
mod tests;

pub use decide::{Decision, decide};
pub use env::{Env, Lookup, lookup};
pub use evolve::evolve;
pub use memory::takes_prompts;
pub use project::{Projection, project};
pub use refusal::Refusal;

pub(crate) use memory::{awaits_node, hold, is_held};
