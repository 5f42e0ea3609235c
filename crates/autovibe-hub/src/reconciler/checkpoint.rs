//! Compares the Checkpoints that a node holds with their rows.
//!
//! - ready without anything at the node: it is lost, and its row says so
//! - at the node without a live row: an orphan, reported and never removed unasked
//! - left at the deletion of its Machine because a fork needed it: removed once none does
//! - being removed, but nobody does it any more: finished

use std::collections::{HashMap, HashSet};

use autovibe_proto::hub::v1::Orphan;
use autovibe_proto::node::v1::{CheckpointObservation, ListCheckpointsRequest};
use autovibe_proto::v1::message_body::Kind;
use autovibe_proto::v1::{
    Checkpoint, CheckpointLostMessage, CheckpointState, ForgetMessage, Machine, MachineState,
};
use autovibe_proto::{ErrorKind, Failure, MachineId, timestamp_micros};

use super::follow::limited;
use super::removal;
use crate::actor;
use crate::clock;
use crate::database::Database;
use crate::hub::Hub;
use crate::mailbox::NewMessage;
use crate::node::NodeClient;

const CHECKPOINTS_MAX: usize = 200_000;
const MACHINES_MAX: usize = 100_000;
/// Deleted Machines whose Checkpoints are looked at in one comparison.
const DELETED_MAX: usize = 500;
/// Removals in one comparison: meanwhile nobody looks for lost Machines.
const REMOVALS_MAX: usize = 10;
/// What is younger may belong to a row that is about to be written.
const ORPHAN_GRACE_MICROS: i64 = 3600 * 1_000_000;
/// An actor's own removal is tried for ten minutes; after this nobody tries any more.
const STUCK_AFTER_MICROS: i64 = 15 * 60 * 1_000_000;
const LOST: &str = "the node has nothing of this checkpoint any more";

/// Compares once; gives what the node holds without a live row.
pub(super) async fn compare(
    hub: &Hub,
    client: &mut NodeClient,
    node_id: &str,
) -> Result<Vec<Orphan>, Failure> {
    // The rows come first: one that is ready by then was at the node before it was asked.
    let rows = rows_of(hub.database(), node_id).await?;
    let seen = match limited(client.list_checkpoints(ListCheckpointsRequest {})).await {
        Ok(listed) => listed.checkpoints,
        // A node of an older version: nothing can be concluded.
        Err(failure) if failure.kind == ErrorKind::Unsupported => return Ok(Vec::new()),
        Err(failure) => return Err(failure),
    };
    let present: HashSet<&str> = seen.iter().map(|seen| seen.checkpoint_id.as_str()).collect();
    let deleted = deleted_machines(hub.database(), node_id, &rows).await?;
    let forking = actor::forking(hub.database()).await?;
    let now = clock::now_micros();
    let mut removals = 0;
    for row in &rows {
        let machine = deleted.get(row.machine_id.as_str());
        let done = match row.state() {
            CheckpointState::Ready if !present.contains(row.id.as_str()) => lose(hub, row, machine).await,
            CheckpointState::Ready | CheckpointState::Deleting
                if machine.is_some() && removals >= REMOVALS_MAX =>
            {
                Ok(())
            }
            CheckpointState::Ready if row.failure.is_empty() && !forking.contains(&row.id) => {
                removals += usize::from(machine.is_some());
                remove(hub, row, machine).await
            }
            CheckpointState::Deleting => match machine {
                Some(_) => {
                    removals += 1;
                    remove(hub, row, machine).await
                }
                None if is_stuck(row, now) => remind(hub, row).await,
                None => Ok(()),
            },
            _ => Ok(()),
        };
        // One that cannot be dealt with must not keep the others from it.
        if let Err(failure) = done {
            tracing::warn!(checkpoint.id = row.id, error = %failure, "a checkpoint could not be reconciled");
        }
    }
    // Read again: a Checkpoint may have been completed since.
    let rows = rows_of(hub.database(), node_id).await?;
    Ok(orphans(node_id, &rows, &seen, now))
}

async fn rows_of(database: &Database, node_id: &str) -> Result<Vec<Checkpoint>, Failure> {
    database.list_all::<Checkpoint>(&format!("node_id = \"{node_id}\""), "", CHECKPOINTS_MAX).await
}

/// The Machines of these rows that are deleted.
async fn deleted_machines(
    database: &Database,
    node_id: &str,
    rows: &[Checkpoint],
) -> Result<HashMap<String, Machine>, Failure> {
    let filter = format!("node_id = \"{node_id}\"");
    let live = database.list_all::<Machine>(&filter, "", MACHINES_MAX).await?;
    let live: HashSet<&str> = live.iter().map(|machine| machine.id.as_str()).collect();
    let gone: HashSet<&str> =
        rows.iter().map(|row| row.machine_id.as_str()).filter(|id| !live.contains(id)).collect();
    let mut deleted = HashMap::new();
    for id in gone.into_iter().take(DELETED_MAX) {
        let machine = database.get::<Machine>(id).await?;
        if let Some(machine) = machine.filter(|machine| machine.state() == MachineState::Deleted) {
            deleted.insert(id.to_owned(), machine);
        }
    }
    Ok(deleted)
}

/// The node has nothing of it: whoever wants to go back to it is told so.
async fn lose(hub: &Hub, row: &Checkpoint, deleted: Option<&Machine>) -> Result<(), Failure> {
    // It may have been removed, or its removal begun, since the rows were read.
    let now = hub.database().get::<Checkpoint>(&row.id).await?;
    if now.is_none_or(|now| now.revision != row.revision || now.delete_time.is_some()) {
        return Ok(());
    }
    let Some(machine) = ours(hub, row) else { return Ok(()) };
    tracing::error!(checkpoint.id = row.id, machine.id = row.machine_id, "a node lost a checkpoint");
    if deleted.is_some() {
        return removal::note_loss(hub, row, LOST).await;
    }
    let body = CheckpointLostMessage { checkpoint_id: row.id.clone(), detail: LOST.to_owned() };
    // The same row is reported once.
    let key = format!("lost {} {}", row.id, row.revision);
    let new = NewMessage::new(machine, "hub", Kind::CheckpointLost(body)).with_request_id(key);
    hub.post(new).await.map(|_| ())
}

/// The Machine is deleted and no fork needs it: it goes as all the others went.
async fn remove(hub: &Hub, row: &Checkpoint, deleted: Option<&Machine>) -> Result<(), Failure> {
    match (deleted, ours(hub, row)) {
        (Some(machine), Some(_)) => removal::remove_checkpoint(hub, machine, row).await,
        _ => Ok(()),
    }
}

/// The actor is told once more to have it removed.
async fn remind(hub: &Hub, row: &Checkpoint) -> Result<(), Failure> {
    let Some(machine) = ours(hub, row) else { return Ok(()) };
    let body = ForgetMessage { checkpoint_id: row.id.clone() };
    let key = format!("stuck {} {}", row.id, row.revision);
    hub.post(NewMessage::new(machine, "hub", Kind::Forget(body)).with_request_id(key)).await.map(|_| ())
}

/// The Machine, if this Hub acts for it.
fn ours(hub: &Hub, row: &Checkpoint) -> Option<MachineId> {
    let machine: MachineId = row.machine_id.parse().ok()?;
    hub.leases().token_for(&machine).ok().map(|_| machine)
}

fn is_stuck(row: &Checkpoint, now_micros: i64) -> bool {
    row.update_time.as_ref().map_or(0, timestamp_micros) < now_micros - STUCK_AFTER_MICROS
}

/// What is at the node, has no live row and is old enough to never get one.
fn orphans(
    node_id: &str,
    rows: &[Checkpoint],
    seen: &[CheckpointObservation],
    now_micros: i64,
) -> Vec<Orphan> {
    let live: HashSet<&str> =
        rows.iter().filter(|row| row.state() != CheckpointState::Failed).map(|row| row.id.as_str()).collect();
    let is_old = |seen: &&CheckpointObservation| {
        seen.create_time.as_ref().map_or(0, timestamp_micros) < now_micros - ORPHAN_GRACE_MICROS
    };
    seen.iter()
        .filter(|seen| !live.contains(seen.checkpoint_id.as_str()))
        .filter(is_old)
        .map(|seen| Orphan {
            node_id: node_id.to_owned(),
            id: seen.checkpoint_id.clone(),
            machine_id: seen.machine_id.clone(),
            size_bytes: seen.size_bytes,
            create_time: seen.create_time,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use autovibe_proto::timestamp_from_micros;

    use super::*;

    #[test]
    fn only_what_is_old_and_has_no_live_row_is_an_orphan() {
        let now = 10 * ORPHAN_GRACE_MICROS;
        let seen = |id: &str, age: i64| CheckpointObservation {
            checkpoint_id: id.to_owned(),
            create_time: Some(timestamp_from_micros(now - age)),
            ..CheckpointObservation::default()
        };
        let row = |id: &str, state: CheckpointState| Checkpoint {
            id: id.to_owned(),
            state: state.into(),
            ..Checkpoint::default()
        };
        let old = ORPHAN_GRACE_MICROS + 1;
        let seen = [seen("young", 5), seen("unknown", old), seen("failed", old), seen("live", old)];
        let rows = [row("live", CheckpointState::Deleting), row("failed", CheckpointState::Failed)];
        let found: Vec<String> =
            orphans("nod_a", &rows, &seen, now).into_iter().map(|orphan| orphan.id).collect();
        assert_eq!(found, ["unknown", "failed"]);
    }
}
