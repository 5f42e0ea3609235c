//! The nodes that this Hub reaches.

mod link;
mod registry;

pub use link::NodeLink;
pub use registry::{NodeClient, Nodes};
