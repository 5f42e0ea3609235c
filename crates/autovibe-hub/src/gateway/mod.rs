//! The model gateway: the only way from a Machine to a model, with the key put on here and all use counted.
//!
//! ```text
//! coding agent ─▶ guest ─▶ [Gateway::handle] ─┬▶ scripted   plays the model from the prompt itself
//!                              │              └▶ anthropic  passes on, with the Hub's key
//!                              ▼
//!                          UsageSink   one record for each answered request
//! ```
//!
//! In front of each request that costs stands the [`SpendGate`].
//!
//! The caller has been authenticated before, and the prefix of the path is gone: `/v1/messages` arrives here.

mod anthropic;
mod api_error;
mod body;
mod caller;
mod charge;
mod error;
mod gate;
mod headers;
mod limits;
mod meter;
mod price;
mod provider;
mod scripted;
mod secret;
mod service;
mod slot;
mod stream;
mod usage;

#[cfg(test)]
mod gate_tests;
#[cfg(test)]
mod tests;

pub use body::{BodyError, BoxBody, boxed_body};
pub use caller::ModelCaller;
pub use error::GatewayError;
pub use gate::{Bound, GateDenied, SpendGate};
pub use limits::GatewayLimits;
pub use provider::{GatewayConfig, ProviderConfig};
pub use secret::Secret;
pub use service::Gateway;
pub use usage::{Usage, UsageSink};

pub(crate) use slot::Slots;
