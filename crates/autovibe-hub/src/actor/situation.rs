//! Reads what a decision needs beside the Machine and the Message.

use autovibe_proto::Failure;
use autovibe_proto::v1::{Checkpoint, Machine, MachineState, Message, Project, Turn};

use super::lineage::newest_ready;
use super::machine::{Env, lookup};
use crate::clock;
use crate::database::Database;
use crate::hub::Hub;

/// Checkpoints of one Machine that are considered when it is deleted.
const CHECKPOINTS_MAX: usize = 900;
/// Machines that may be starting at once.
const STARTING_MAX: usize = 20_000;

/// Reads the rows that the decision about a Message looks at.
pub(super) async fn read(
    hub: &Hub,
    machine: &Machine,
    message: &Message,
    position: i64,
) -> Result<Env, Failure> {
    let database = hub.database();
    let wanted = lookup(machine, message);
    let last_cut = machine.id.parse().ok().and_then(|id| hub.guest_link().last_cut(&id));
    let mut env = Env { now_micros: clock::now_micros(), position, last_cut, ..Env::default() };
    if wanted.lineage {
        env.checkpoint = newest_ready(database, machine, wanted.checkpoint_id).await?;
    } else if let Some(id) = wanted.checkpoint_id {
        env.checkpoint = database.get::<Checkpoint>(&id).await?.filter(|found| found.delete_time.is_none());
    }
    let open_turn = env
        .checkpoint
        .as_ref()
        .and_then(|checkpoint| checkpoint.cut.as_ref())
        .and_then(|cut| cut.turn_id.as_ref());
    if let Some(id) = open_turn {
        // What a guest said of another Machine's Turn is worth nothing.
        let maker = env.checkpoint.as_ref().map(|checkpoint| checkpoint.machine_id.clone());
        env.turn = database.get::<Turn>(id).await?.filter(|turn| Some(&turn.machine_id) == maker.as_ref());
    }
    if wanted.checkpoints {
        let filter = format!("machine_id = \"{}\"", machine.id);
        env.checkpoints = database.list_all(&filter, "", CHECKPOINTS_MAX).await?;
    }
    if wanted.forking {
        env.forking = forking(database).await?;
    }
    if wanted.source {
        env.source = database.get::<Project>(&machine.project_id).await?.and_then(|project| project.source);
    }
    Ok(env)
}

/// The Checkpoints from which a Machine is to be made that does not exist yet.
pub(crate) async fn forking(database: &Database) -> Result<Vec<String>, Failure> {
    let mut checkpoints = Vec::new();
    for state in [MachineState::Pending, MachineState::Starting] {
        let filter = format!("state = {}", state as i32);
        let machines = database.list_all::<Machine>(&filter, "", STARTING_MAX).await?;
        let unmade = machines.into_iter().filter(|machine| machine.handle.is_empty());
        checkpoints.extend(unmade.filter_map(|machine| machine.origin_checkpoint_id));
    }
    Ok(checkpoints)
}
