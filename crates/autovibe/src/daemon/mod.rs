//! The daemon's roles and how they are put together.
//!
//! `up` runs database service, node and Hub in one process over memory pipes; `db`, `node` and `hub` run each of
//! them alone over TCP with mutual TLS. The parts cannot tell the difference.

mod data_folder;
mod database;
mod hub;
mod log;
mod node;
mod role;
mod settings;
mod up;
mod usage;

pub use database::DbRole;
pub use hub::HubRole;
pub use node::{NodeRole, open_driver};
pub use role::{Role, run_until_signal};
pub use settings::{
    AcceleratorChoice, EgressSettings, ModelProvider, ModelSettings, NodeSettings, RetentionSettings,
    SecretSettings,
};
pub use up::Up;
