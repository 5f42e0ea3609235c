//! Guests' connections, joined to the Hub byte by byte.
//!
//! ```text
//! guest ── hypervisor ──▶ guest socket of the Machine ──▶ this node ── AVG1 line, then bytes ──▶ Hub
//! ```
//!
//! The node vouches for (Machine, incarnation) by the ticket in the first line and reads nothing after it:
//! TLS goes from guest to Hub.

mod connection;
mod gate;
mod listener;
mod socket;
mod splices;
mod uplink;

pub(crate) use gate::Vouched;
pub(crate) use splices::Splices;
pub use uplink::{GuestStream, GuestUplink};
