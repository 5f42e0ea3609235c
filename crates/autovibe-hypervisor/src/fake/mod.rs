//! An in-memory driver: the reference model of the trait, with faults on demand.
//!
//! [`FakeHypervisor`] is the host that lives on; a [`FakeDriver`] is one process that speaks to it, so a
//! restart is a second driver on the same hypervisor. A Machine's whole content is two counters,
//! [`Content::memory`] and [`Content::disk`].

mod config;
mod driver;
mod fault_plan;
mod handle;
mod hypervisor;
mod world;

pub use config::FakeConfig;
pub use driver::FakeDriver;
pub use fault_plan::{FaultAction, FaultPlan, FaultPlanError, FaultPoint, FaultRule};
pub use hypervisor::{FakeCall, FakeHypervisor};
pub use world::Content;
