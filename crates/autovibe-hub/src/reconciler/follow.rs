//! Follows one node: greeting, what it has, what it runs.

use std::sync::Arc;
use std::time::Duration;

use autovibe_proto::Failure;
use autovibe_proto::node::v1::{GreetRequest, GreetResponse, ListMachinesRequest, WatchMachinesRequest};
use autovibe_proto::v1::Machine;

use super::{image, loss, node_row, orphan};
use crate::hub::Hub;
use crate::node::{NodeClient, NodeLink};

/// A node is compared this often even when it reports no change.
const COMPARE_EVERY: Duration = Duration::from_secs(5);
/// Many changes in a row are compared once.
const SETTLE: Duration = Duration::from_millis(100);
const PAUSE_MIN: Duration = Duration::from_millis(250);
const PAUSE_MAX: Duration = Duration::from_secs(5);
const CALL_LIMIT: Duration = Duration::from_secs(10);
const MACHINES_MAX: usize = 100_000;

/// Runs until the task is cancelled.
pub(crate) async fn follow(hub: Arc<Hub>, link: NodeLink) {
    let mut pause = PAUSE_MIN;
    loop {
        match meet(&hub, &link).await {
            Ok(()) => pause = PAUSE_MIN,
            Err(failure) => {
                tracing::warn!(node.name = link.name, error = %failure, "the node does not answer");
                tokio::time::sleep(pause).await;
                pause = (pause * 2).min(PAUSE_MAX);
            }
        }
    }
}

/// Greets the node and compares until the connection fails or the Leases change.
async fn meet(hub: &Arc<Hub>, link: &NodeLink) -> Result<(), Failure> {
    let mut acquisitions = hub.leases().acquisitions();
    let mut client = NodeClient::new(link.channel.clone());
    let greeting = GreetRequest { tokens: hub.leases().all() };
    let node: GreetResponse = limited(client.greet(greeting)).await?;
    node_row::keep(hub, &node).await?;
    image::keep(hub, &node.images).await?;
    hub.nodes().greeted(&node.node_id, link.channel.clone(), node.capabilities.clone().unwrap_or_default());
    tracing::info!(
        node.id = node.node_id,
        node.name = node.name,
        machines = node.machines.len(),
        "a node answered"
    );
    let mut observations = limited(client.watch_machines(WatchMachinesRequest {})).await?;
    loop {
        compare(hub, &mut client, &node.node_id).await?;
        tokio::select! {
            () = tokio::time::sleep(COMPARE_EVERY) => {
                node_row::seen(hub, &node).await?;
                image::refresh(hub, &mut client).await?;
            }
            seen = observations.message() => {
                seen.map_err(Failure::from)?.ok_or_else(|| Failure::internal("the node ended its stream"))?;
                tokio::time::sleep(SETTLE).await;
            }
            Ok(()) = acquisitions.changed() => return Ok(()),
        }
    }
}

/// Compares the Machines that should run at the node with those that do.
async fn compare(hub: &Hub, client: &mut NodeClient, node_id: &str) -> Result<(), Failure> {
    // The rows are read first: an observation older than the row could show a loss that is none.
    let filter = format!("node_id = \"{node_id}\"");
    let machines = hub.database().list_all::<Machine>(&filter, "", MACHINES_MAX).await?;
    let seen = limited(client.list_machines(ListMachinesRequest {})).await?.machines;
    loss::report(hub, &machines, &seen).await?;
    orphan::remove(hub, client, &machines, &seen).await
}

/// Gives a call to a node its time limit.
pub(super) async fn limited<A>(
    call: impl Future<Output = Result<tonic::Response<A>, tonic::Status>>,
) -> Result<A, Failure> {
    match tokio::time::timeout(CALL_LIMIT, call).await {
        Ok(answer) => Ok(answer.map_err(Failure::from)?.into_inner()),
        Err(_) => Err(tonic::Status::deadline_exceeded("the node did not answer in time").into()),
    }
}
