//! Machine actors, supervision, projects, the model gateway and the control API.
//!
//! - [`hub`]: the Hub, which puts the parts together
//! - [`database`], [`changes`]: typed access to what is stored, and wake-ups
//! - [`mailbox`]: accepting Messages
//! - [`lease`], [`node`]: the right to act, and the nodes that act
//! - [`guest_link`], [`guest_secret`]: how guests are reached and how they prove themselves
//! - [`api`]: the control API, gRPC and REST
//! - [`guest`]: the endpoint that guests call
//! - [`gateway`]: the only way from a Machine to a model
//! - [`budget`]: what may be spent, and exactly where it stops
//! - [`egress`]: the only way from a Machine to anything else
//! - [`secret`]: values that Machines use without holding them

mod clock;
mod dispatcher;
mod error;
mod reconciler;
mod router;
mod task_set;
mod wakeups;
mod workspace;

pub mod actor;
pub mod api;
pub mod budget;
pub mod changes;
pub mod database;
pub mod egress;
pub mod gateway;
pub mod guest;
pub mod guest_link;
pub mod guest_report;
pub mod guest_secret;
pub mod hub;
pub mod lease;
pub mod mailbox;
pub mod node;
pub mod secret;

pub use error::HubError;
pub use hub::{Hub, HubConfig};
pub use workspace::UPLOADS_FOLDER;
