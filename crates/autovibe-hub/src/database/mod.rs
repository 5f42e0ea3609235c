//! Typed access to the database service, over gRPC only.
//!
//! - [`Database`]: reads, pages and Commits
//! - [`CommitBuilder`]: one atomic set of writes under guards
//! - [`Entity`]: what every stored Protobuf message has in common

mod client;
mod commit;
mod entity;
mod page;

pub use client::Database;
pub use commit::CommitBuilder;
pub use entity::Entity;
pub use page::{Listed, Page};
