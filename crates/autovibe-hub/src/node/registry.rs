//! The nodes that have answered a greeting, by id.

use std::collections::BTreeMap;
use std::sync::{PoisonError, RwLock};
use std::time::Duration;

use autovibe_proto::hub::v1::Orphan;
use autovibe_proto::node::v1::node_service_client::NodeServiceClient;
use autovibe_proto::v1::Capabilities;
use autovibe_proto::{ErrorKind, Failure};
use tonic::transport::Channel;

/// How often a Hub that just started looks for its first node.
const LOOK_EVERY: Duration = Duration::from_millis(50);

/// Orphans that are remembered of a node, and told at once.
const ORPHANS_MAX: usize = 1000;

/// The client of a node's service.
pub type NodeClient = NodeServiceClient<Channel>;

/// The nodes that have answered.
#[derive(Debug, Default)]
pub struct Nodes {
    known: RwLock<BTreeMap<String, Known>>,
    orphans: RwLock<BTreeMap<String, Vec<Orphan>>>,
}

#[derive(Debug, Clone)]
struct Known {
    channel: Channel,
    capabilities: Capabilities,
}

impl Nodes {
    /// The client of a node.
    ///
    /// # Errors
    /// `Unavailable` for a node that has not answered since the Hub started.
    pub fn client(&self, node_id: &str) -> Result<NodeClient, Failure> {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        let node = known.get(node_id).ok_or_else(|| {
            Failure::new(
                ErrorKind::Unavailable,
                "NODE_UNAVAILABLE",
                format!("node {node_id} has not answered yet"),
            )
            .with("node_id", node_id)
        })?;
        Ok(NodeServiceClient::new(node.channel.clone()))
    }

    /// Id and capabilities of every node that has answered.
    #[must_use]
    pub fn all(&self) -> Vec<(String, Capabilities)> {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        known.iter().map(|(id, node)| (id.clone(), node.capabilities.clone())).collect()
    }

    /// What the nodes held without a row here when they were compared last.
    #[must_use]
    pub fn orphans(&self) -> Vec<Orphan> {
        let orphans = self.orphans.read().unwrap_or_else(PoisonError::into_inner);
        orphans.values().flatten().take(ORPHANS_MAX).cloned().collect()
    }

    /// Replaces what one node holds; gives those that were not known before.
    pub(crate) fn set_orphans(&self, node_id: &str, mut found: Vec<Orphan>) -> Vec<Orphan> {
        found.truncate(ORPHANS_MAX);
        let mut orphans = self.orphans.write().unwrap_or_else(PoisonError::into_inner);
        let before = orphans.insert(node_id.to_owned(), found.clone()).unwrap_or_default();
        found.retain(|orphan| before.iter().all(|known| known.id != orphan.id));
        found
    }

    /// One orphan is gone.
    pub(crate) fn forget_orphan(&self, gone: &Orphan) {
        let mut orphans = self.orphans.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(of_node) = orphans.get_mut(&gone.node_id) {
            of_node.retain(|orphan| orphan.id != gone.id);
        }
    }

    /// Waits until a node has answered, but not for longer than `limit`.
    pub(crate) async fn wait_for_one(&self, limit: Duration) {
        let begin = tokio::time::Instant::now();
        while self.known.read().unwrap_or_else(PoisonError::into_inner).is_empty() && begin.elapsed() < limit
        {
            tokio::time::sleep(LOOK_EVERY).await;
        }
    }

    /// Remembers a node that answered.
    pub(crate) fn greeted(&self, node_id: &str, channel: Channel, capabilities: Capabilities) {
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        known.insert(node_id.to_owned(), Known { channel, capabilities });
    }
}
