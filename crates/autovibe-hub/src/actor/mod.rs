//! Actors: pure decisions, and the activations that run them.
//!
//! An activation is a task and a disposable cache of one Machine's row. It leaves when the Machine is idle, and a
//! panic or a lost Lease drops it; the next one starts from the database.

mod activation;
mod claim;
mod lineage;
mod scan;
mod situation;
mod step;

pub mod machine;

pub(crate) use activation::run;
pub(crate) use scan::scan;
pub(crate) use situation::forking;
