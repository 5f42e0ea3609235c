//! Keeps the Node row of a node that answers.

use autovibe_proto::Failure;
use autovibe_proto::node::v1::GreetResponse;
use autovibe_proto::v1::{Image, Node};

use crate::clock;
use crate::database::CommitBuilder;
use crate::hub::Hub;

/// The row changes at most this often for a sign of life.
const SEEN_EVERY_MICROS: i64 = 30_000_000;

/// Makes or refreshes the row of a node that was greeted.
pub(super) async fn keep(hub: &Hub, node: &GreetResponse) -> Result<(), Failure> {
    let row = Node {
        id: node.node_id.clone(),
        name: node.name.clone(),
        capabilities: node.capabilities.clone(),
        image_digests: digests(&node.images),
        seen_time: Some(clock::now()),
        ..Node::default()
    };
    let commit = match hub.database().get::<Node>(&node.node_id).await? {
        None => CommitBuilder::new().insert(&row),
        Some(_) => CommitBuilder::new().update(&row, &["name", "capabilities", "image_digests", "seen_time"]),
    };
    hub.commit(commit).await.map(|_| ())
}

/// Notes that the node still answers, and which Images it has by now.
pub(super) async fn seen(hub: &Hub, node: &GreetResponse) -> Result<(), Failure> {
    let stored = hub.database().get::<Node>(&node.node_id).await?.unwrap_or_default();
    let last = stored.seen_time.as_ref().map_or(0, autovibe_proto::timestamp_micros);
    let is_fresh = clock::now_micros() - last < SEEN_EVERY_MICROS;
    if is_fresh && stored.image_digests == digests(&node.images) {
        return Ok(());
    }
    keep(hub, node).await
}

/// In an order of their own, so that the same Images give the same row.
fn digests(images: &[Image]) -> Vec<String> {
    let mut digests: Vec<String> = images.iter().map(|image| image.digest.clone()).collect();
    digests.sort();
    digests
}
