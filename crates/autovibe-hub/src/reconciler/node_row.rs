//! Keeps the Node row of a node that answers.

use autovibe_proto::Failure;
use autovibe_proto::node::v1::GreetResponse;
use autovibe_proto::v1::Node;

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
        seen_time: Some(clock::now()),
        ..Node::default()
    };
    let commit = match hub.database().get::<Node>(&node.node_id).await? {
        None => CommitBuilder::new().insert(&row),
        Some(_) => CommitBuilder::new().update(&row, &["name", "capabilities", "seen_time"]),
    };
    hub.commit(commit).await.map(|_| ())
}

/// Notes that the node still answers.
pub(super) async fn seen(hub: &Hub, node: &GreetResponse) -> Result<(), Failure> {
    let stored = hub.database().get::<Node>(&node.node_id).await?;
    let last = stored.and_then(|row| row.seen_time).map_or(0, |time| autovibe_proto::timestamp_micros(&time));
    if clock::now_micros() - last < SEEN_EVERY_MICROS {
        return Ok(());
    }
    keep(hub, node).await
}
