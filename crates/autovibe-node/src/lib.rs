//! The node service: ledger, limits, drivers and the guest endpoint splice.
//!
//! - [`NodeServer`]: one node, put together from a [`NodeConfig`]
//! - [`GuestUplink`]: how the node reaches the Hub for a guest
//! - `service`: what `autovibe.node.v1.NodeService` answers
//! - `command`: the life of one command: fence, remembered answer, intent, driver, answer
//! - `ledger`: what must survive a crash
//! - `splice`: guests' connections, joined to the Hub byte by byte
//! - `observation`: what the driver sees, labelled with incarnations

mod caller;
mod command;
mod config;
mod error;
mod folder;
mod host;
mod ledger;
mod node;
mod observation;
mod server;
mod service;
mod splice;

pub use config::NodeConfig;
pub use error::NodeError;
pub use server::NodeServer;
pub use splice::{GuestStream, GuestUplink};
