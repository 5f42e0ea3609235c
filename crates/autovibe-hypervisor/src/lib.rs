//! The HypervisorDriver trait, capabilities, layers, the fake driver and the contract suite.
//!
//! - [`driver`]: the trait and what its verbs take and give
//! - [`verb`]: the names of the verbs
//! - [`error`]: what can go wrong
//! - [`layer`]: wrappers with the same trait
//! - [`fake`]: an in-memory driver with a fault plan
//! - [`contract`]: the cases that every driver keeps

pub mod contract;
pub mod driver;
pub mod error;
pub mod fake;
pub mod layer;
pub mod verb;

pub use driver::{
    BootSeed, CheckpointHandle, CheckpointReport, Forked, HypervisorDriver, MachineHandle, MachineSample,
    ObservationStream, Verification,
};
pub use error::DriverError;
pub use verb::Verb;
