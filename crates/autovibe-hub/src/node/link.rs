//! How a node is reached.

use tonic::transport::Channel;

/// A node by name and the channel to its service.
#[derive(Debug, Clone)]
pub struct NodeLink {
    /// Name, for logs.
    pub name: String,
    /// Channel to the node's service.
    pub channel: Channel,
}
