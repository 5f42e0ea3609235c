//! The cases that every driver keeps, the fake included.
//!
//! A driver's tests implement [`ContractTarget`] and instantiate
//! [`driver_contract_suite!`](crate::driver_contract_suite).
//! What the capabilities deny is not skipped: the case then demands `Unsupported`.

mod bench;
mod case_access;
mod case_checkpoint;
mod case_fork;
mod case_life;
mod case_refusal;
mod failure;
mod suite;
mod target;

pub use bench::ContractBench;
pub use failure::{ContractFailure, ContractResult};
pub use suite::{CASES, Case, run_all, run_one};
pub use target::{ContractTarget, Place};
