//! The HypervisorDriver trait, capabilities, layers, the fake driver and the contract suite.
//!
//! - [`driver`]: the trait and what its verbs take and give
//! - [`error`]: what can go wrong
//! - `layer`: wrappers with the same trait
//! - `fake`: an in-memory driver with a fault plan
//! - `contract`: the cases that every driver keeps

pub mod driver;
pub mod error;

pub use driver::{
    BootSeed, CheckpointHandle, CheckpointReport, Forked, HypervisorDriver, MachineHandle, MachineSample,
    ObservationStream,
};
pub use error::DriverError;
