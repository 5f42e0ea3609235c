//! Follows one node: greeting, what it has, what it runs.

use std::sync::Arc;
use std::time::Duration;

use autovibe_proto::Failure;
use autovibe_proto::node::v1::{
    GreetRequest, GreetResponse, ListMachinesRequest, WatchMachinesRequest, WatchMachinesResponse,
};
use autovibe_proto::v1::{Machine, MachineState};
use tonic::Streaming;

use super::{checkpoint, image, loss, node_row, orphan};
use crate::hub::Hub;
use crate::node::{NodeClient, NodeLink};

/// A node is compared this often even when it reports no change.
const COMPARE_EVERY: Duration = Duration::from_secs(5);
/// Many changes in a row are compared once.
const SETTLE: Duration = Duration::from_millis(100);
/// Orphans are rare: they are looked for at the greeting and once in so many comparisons.
const ORPHANS_EVERY: u32 = 12;
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
    let mut node: GreetResponse = limited(client.greet(greeting)).await?;
    image::keep(hub, &node.images).await?;
    node_row::keep(hub, &node).await?;
    hub.nodes().greeted(&node.node_id, link.channel.clone(), node.capabilities.clone().unwrap_or_default());
    tracing::info!(
        node.id = node.node_id,
        node.name = node.name,
        machines = node.machines.len(),
        "a node answered"
    );
    let mut observations = limited(client.watch_machines(WatchMachinesRequest {})).await?;
    look_around(hub, &mut client, &node.node_id).await?;
    let mut rounds = 0_u32;
    loop {
        compare(hub, &mut client, &node.node_id).await?;
        tokio::select! {
            () = tokio::time::sleep(COMPARE_EVERY) => {
                node.images = image::refresh(hub, &mut client).await?;
                node_row::seen(hub, &node).await?;
                rounds = rounds.wrapping_add(1);
                if rounds.is_multiple_of(ORPHANS_EVERY) {
                    look_around(hub, &mut client, &node.node_id).await?;
                }
            }
            seen = next(&mut observations) => {
                seen?;
                let more = async { loop { next(&mut observations).await?; } };
                // Everything that comes at once is compared once.
                if let Ok(ended) = tokio::time::timeout(SETTLE, more).await {
                    return ended;
                }
            }
            Ok(()) = acquisitions.changed() => return Ok(()),
        }
    }
}

/// Compares what changes seldom: what the node holds without a row here, and its Checkpoints.
async fn look_around(hub: &Hub, client: &mut NodeClient, node_id: &str) -> Result<(), Failure> {
    let mut orphans = orphan::remove(hub, client, node_id).await?;
    orphans.extend(checkpoint::compare(hub, client, node_id).await?);
    for orphan in hub.nodes().set_orphans(node_id, orphans) {
        tracing::warn!(
            node.id = orphan.node_id,
            orphan.id = orphan.id,
            orphan.size_bytes = orphan.size_bytes,
            "a node holds something that has no row here; it stays until somebody removes it"
        );
    }
    Ok(())
}

async fn next(observations: &mut Streaming<WatchMachinesResponse>) -> Result<(), Failure> {
    let seen = observations.message().await.map_err(Failure::from)?;
    seen.map(|_| ()).ok_or_else(|| Failure::internal("the node ended its stream"))
}

/// Compares the Machines that should run at the node with those that do.
async fn compare(hub: &Hub, client: &mut NodeClient, node_id: &str) -> Result<(), Failure> {
    // The rows are read first: an observation older than the row could show a loss that is none.
    // States in which a virtual machine exists stand together.
    let (first, last) = (MachineState::Starting as i32, MachineState::Paused as i32);
    let filter = format!("node_id = \"{node_id}\" AND state >= {first} AND state <= {last}");
    let machines = hub.database().list_all::<Machine>(&filter, "", MACHINES_MAX).await?;
    let seen = limited(client.list_machines(ListMachinesRequest {})).await?.machines;
    loss::report(hub, &machines, &seen).await
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
