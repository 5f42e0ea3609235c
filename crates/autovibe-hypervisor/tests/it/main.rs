//! The fake keeps the contract, and the layers do what they promise.

#![expect(clippy::unwrap_used, reason = "a panic is how a test fails")]

mod fake_contract;
mod fault;
mod layer;
