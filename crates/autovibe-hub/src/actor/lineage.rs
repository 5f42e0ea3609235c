//! The line of Checkpoints that a Machine's present life goes on from.

use autovibe_proto::Failure;
use autovibe_proto::v1::{Checkpoint, CheckpointState, Machine};

use crate::database::Database;

/// Removed Checkpoints that are passed over before a Machine boots from its disk.
const LENGTH_MAX: usize = 256;

/// The newest Checkpoint of a Machine that is ready, from the named one backwards.
pub(super) async fn newest_ready(
    database: &Database,
    machine: &Machine,
    from: Option<String>,
) -> Result<Option<Checkpoint>, Failure> {
    let mut next = from;
    for _ in 0..LENGTH_MAX {
        let Some(id) = next else { break };
        // Rows of removed Checkpoints stay for a while, so the line goes on behind them.
        let Some(found) = database.get::<Checkpoint>(&id).await? else { break };
        if found.machine_id != machine.id {
            break;
        }
        if found.delete_time.is_none() && found.state() == CheckpointState::Ready {
            return Ok(Some(found));
        }
        next = found.parent_id;
    }
    Ok(None)
}
