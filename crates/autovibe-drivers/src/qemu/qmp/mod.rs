//! A small asynchronous client of the QEMU machine protocol.

mod client;
mod error;
mod frame;

pub(crate) use client::QmpClient;
pub(crate) use error::QmpError;
pub(crate) use frame::QmpEvent;
