//! The fake keeps the contract, and the layers do what they promise.

mod fake_contract;
mod fault;
mod layer;
