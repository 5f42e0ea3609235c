//! One node, as the composition root holds it.

use std::sync::Arc;

use autovibe_proto::NodeId;
use autovibe_proto::node::v1::node_service_server::NodeServiceServer;
use tonic::service::Routes;

use crate::config::NodeConfig;
use crate::error::NodeError;
use crate::node::Node;
use crate::service::Service;

/// A running node.
///
/// Machines do not depend on it: they go on when it stops, and the next process adopts them.
/// It runs until [`NodeServer::shutdown`], even when the last clone is dropped.
#[derive(Debug, Clone)]
pub struct NodeServer {
    node: Arc<Node>,
}

impl NodeServer {
    /// Takes the folder, reads the ledger, adopts what runs and opens its guest endpoints.
    ///
    /// Must be called inside a Tokio runtime.
    ///
    /// # Errors
    /// [`NodeError::FolderInUse`] while another process has the folder, [`NodeError::Damaged`] when the
    /// ledger was changed by something else, [`NodeError::Driver`] when the driver cannot list its Machines.
    pub async fn start(config: NodeConfig) -> Result<NodeServer, NodeError> {
        Ok(NodeServer { node: Node::start(config).await? })
    }

    /// The node's id, the same at each start.
    #[must_use]
    pub fn id(&self) -> &NodeId {
        &self.node.id
    }

    /// The services; each request must carry a `CallerIdentity` in its extensions.
    #[must_use]
    pub fn routes(&self) -> Routes {
        Routes::new(NodeServiceServer::new(Service::new(self.node.clone())))
    }

    /// Ends streams, waits for running commands for 5 seconds, and gives the folder free.
    pub async fn shutdown(&self) {
        self.node.shutdown().await;
    }
}
