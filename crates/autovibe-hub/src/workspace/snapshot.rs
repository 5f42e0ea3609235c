//! The bundle of the workspace at a Checkpoint: accepted once, from the guest of the Checkpoint's own Machine.

use autovibe_proto::v1::{Blob, Checkpoint, CheckpointState, WorkspaceSnapshot};
use autovibe_proto::{ErrorKind, Failure, MachineId};

use crate::database::CommitBuilder;
use crate::hub::Hub;

/// Races with the Checkpoint's own actor.
const COMMIT_TRIES: u32 = 8;

/// The Checkpoint whose bundle a guest may send; `None` when it is here already.
///
/// # Errors
/// `NotFound` for a Checkpoint of another Machine, `WrongState` for one that takes no bundle.
pub(crate) async fn waiting_snapshot(
    hub: &Hub,
    machine: &MachineId,
    id: &str,
) -> Result<Option<Checkpoint>, Failure> {
    let found = hub.database().get::<Checkpoint>(id).await?;
    let own = found.filter(|row| row.machine_id == machine.as_str() && row.delete_time.is_none());
    let Some(checkpoint) = own else {
        let text = "this machine has no such checkpoint";
        return Err(Failure::new(ErrorKind::NotFound, "CHECKPOINT_NOT_FOUND", text));
    };
    match (checkpoint.state(), &checkpoint.workspace) {
        (CheckpointState::Creating | CheckpointState::Ready, Some(workspace)) => {
            Ok(workspace.blob_id.is_empty().then_some(checkpoint))
        }
        _ => {
            let text = "the checkpoint takes no workspace";
            Err(Failure::new(ErrorKind::WrongState, "CHECKPOINT_NOT_READY", text))
        }
    }
}

/// Puts a stored bundle on record.
///
/// # Errors
/// As [`waiting_snapshot`]; `Unavailable` when this Hub does not act for the Machine now.
pub(crate) async fn keep_snapshot(
    hub: &Hub,
    machine: &MachineId,
    id: &str,
    base_commit: &str,
    blob: &Blob,
) -> Result<(), Failure> {
    for _ in 0..COMMIT_TRIES {
        let token = hub.leases().token_for(machine)?;
        let Some(mut checkpoint) = waiting_snapshot(hub, machine, id).await? else { return Ok(()) };
        let workspace: &mut WorkspaceSnapshot = checkpoint.workspace.get_or_insert_default();
        workspace.base_commit = base_commit.to_owned();
        workspace.blob_id.clone_from(&blob.id);
        workspace.size_bytes = blob.size_bytes;
        let revision = checkpoint.revision;
        // Written anew, the Blob is young again.
        let commit =
            CommitBuilder::new().lease(token.clone()).delete::<Blob>(&blob.id, "").insert_if_absent(blob);
        match hub.commit(commit.update_at(&checkpoint, &["workspace"], revision)).await {
            Ok(_) => return Ok(()),
            Err(failure) if failure.reason == "LEASE_FENCED" => {
                hub.leases().fenced(&token);
                return Err(Failure::new(ErrorKind::Unavailable, "NOT_OWNER", "try again"));
            }
            // The actor wrote the row in between; the next look tells whether it still takes the bundle.
            Err(failure) if failure.kind == ErrorKind::Conflict => {}
            Err(failure) => return Err(failure),
        }
    }
    Err(Failure::new(ErrorKind::Unavailable, "BUSY", "the checkpoint changes too often; try again"))
}
