//! Removes Checkpoints of Machines that are deleted: their actors handle no Message any more.

use std::time::Duration;

use autovibe_proto::hub::v1::Orphan;
use autovibe_proto::node::v1::{CommandHeader, DeleteCheckpointRequest, ListCheckpointsRequest};
use autovibe_proto::v1::{Checkpoint, CheckpointState, LeaseToken, Machine};
use autovibe_proto::{EffectId, ErrorKind, Failure, MachineId, Retry};

use super::follow::limited;
use crate::actor;
use crate::database::CommitBuilder;
use crate::hub::Hub;

/// The node ends a template process and removes files; a large file on a slow disk takes seconds.
const CALL_LIMIT: Duration = Duration::from_secs(60);

/// Has a Checkpoint of a deleted Machine removed.
///
/// The order is durable first: should the node be away, the reconciler finishes it.
///
/// # Errors
/// `WrongState` while a Machine is being forked from it, or what the node answered.
pub(crate) async fn remove_checkpoint(
    hub: &Hub,
    machine: &Machine,
    checkpoint: &Checkpoint,
) -> Result<(), Failure> {
    let token = hub.leases().token_for(&machine_id(checkpoint)?)?;
    if checkpoint.state() == CheckpointState::Deleting {
        return finish(hub, token, machine, checkpoint).await;
    }
    if actor::forking(hub.database()).await?.contains(&checkpoint.id) {
        let text = "a machine is being forked from the checkpoint; wait until it runs";
        return Err(Failure::new(ErrorKind::WrongState, "WRONG_STATE", text));
    }
    let deleting = stated(checkpoint, CheckpointState::Deleting, "");
    let commit =
        CommitBuilder::new().lease(token.clone()).update_at(&deleting, &["state"], checkpoint.revision);
    hub.commit(commit).await?;
    finish(hub, token, machine, checkpoint).await
}

/// Writes down that the node lost a Checkpoint of a deleted Machine.
pub(super) async fn note_loss(hub: &Hub, checkpoint: &Checkpoint, detail: &str) -> Result<(), Failure> {
    let token = hub.leases().token_for(&machine_id(checkpoint)?)?;
    let failed = stated(checkpoint, CheckpointState::Failed, detail);
    let mask: &[&str] = &["state", "failure"];
    let commit = CommitBuilder::new().lease(token).update_at(&failed, mask, checkpoint.revision);
    hub.commit(commit).await.map(|_| ())
}

/// Has the node remove it, then the row goes; one that the node will never remove is ready again.
async fn finish(
    hub: &Hub,
    token: LeaseToken,
    machine: &Machine,
    checkpoint: &Checkpoint,
) -> Result<(), Failure> {
    // Without a handle no node ever completed it.
    let removed = if checkpoint.handle.is_empty() {
        Ok(())
    } else {
        ask_node(hub, token.clone(), machine, checkpoint).await
    };
    match removed {
        Ok(()) => {
            let commit = CommitBuilder::new().lease(token).delete::<Checkpoint>(&checkpoint.id, &machine.id);
            hub.commit(commit).await?;
            tracing::info!(checkpoint.id = checkpoint.id, "a checkpoint of a deleted machine was removed");
            Ok(())
        }
        Err(failure) if is_passing(&failure) => Err(failure),
        Err(failure) => {
            let kept = stated(checkpoint, CheckpointState::Ready, &failure.message);
            let commit = CommitBuilder::new().lease(token).update(&kept, &["state", "failure"]);
            hub.commit(commit).await?;
            Err(failure)
        }
    }
}

/// Has a node remove a Checkpoint that has no row here, because somebody asked for it.
///
/// # Errors
/// `WrongState` for one whose Machine is not known, or what the node answered.
pub(crate) async fn remove_orphan(hub: &Hub, orphan: &Orphan) -> Result<(), Failure> {
    let refused = |text: &str| Failure::new(ErrorKind::WrongState, "WRONG_STATE", text);
    let machine: MachineId = orphan.machine_id.parse().map_err(|_| {
        refused("what the node keeps of this checkpoint cannot be read; remove its folder at the node")
    })?;
    let token = hub.leases().token_for(&machine)?;
    let mut node = hub.nodes().client(&orphan.node_id)?;
    let listed = limited(node.list_checkpoints(ListCheckpointsRequest {})).await?.checkpoints;
    let seen = listed.into_iter().find(|seen| seen.checkpoint_id == orphan.id);
    if let Some(seen) = seen {
        let gone = Machine { id: machine.into_string(), ..Machine::default() };
        let checkpoint = Checkpoint {
            id: seen.checkpoint_id,
            node_id: orphan.node_id.clone(),
            handle: seen.handle,
            ..Checkpoint::default()
        };
        ask_node(hub, token, &gone, &checkpoint).await?;
    }
    hub.nodes().forget_orphan(orphan);
    tracing::info!(checkpoint.id = orphan.id, node.id = orphan.node_id, "an orphan was removed as asked for");
    Ok(())
}

async fn ask_node(
    hub: &Hub,
    token: LeaseToken,
    machine: &Machine,
    checkpoint: &Checkpoint,
) -> Result<(), Failure> {
    let mut node = hub.nodes().client(&checkpoint.node_id)?;
    let header = CommandHeader {
        token: Some(token),
        effect_id: EffectId::derive(&["remove", &checkpoint.id]).into_string(),
        machine_id: machine.id.clone(),
        incarnation: machine.incarnation.max(1),
    };
    let request = DeleteCheckpointRequest {
        header: Some(header),
        checkpoint_id: checkpoint.id.clone(),
        checkpoint_handle: checkpoint.handle.clone(),
    };
    match tokio::time::timeout(CALL_LIMIT, node.delete_checkpoint(request)).await {
        Ok(answer) => answer.map(|_| ()).map_err(Failure::from),
        Err(_) => Err(tonic::Status::deadline_exceeded("the node did not answer in time").into()),
    }
}

/// The same call may go well later.
fn is_passing(failure: &Failure) -> bool {
    failure.reason == "LEASE_FENCED" || !matches!(failure.retry(), Retry::Never)
}

fn stated(checkpoint: &Checkpoint, state: CheckpointState, failure: &str) -> Checkpoint {
    Checkpoint { state: state.into(), failure: failure.to_owned(), ..checkpoint.clone() }
}

fn machine_id(checkpoint: &Checkpoint) -> Result<MachineId, Failure> {
    let id = checkpoint.machine_id.parse();
    id.map_err(|error| Failure::internal(format!("checkpoint {}: {error}", checkpoint.id)))
}
