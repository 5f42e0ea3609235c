//! The first Machine of a lineage: found once, when a Machine's account is opened.

use autovibe_proto::v1::{Checkpoint, Machine, Spend, Usage};
use autovibe_proto::{Failure, SpendId};

use crate::database::Database;

/// Forks of forks of forks; more are taken for a circle.
const GENERATIONS_MAX: usize = 1000;

/// The account of a Machine that has spent nothing.
pub(crate) async fn first_spend(database: &Database, machine: &Machine) -> Result<Spend, Failure> {
    Ok(Spend {
        id: spend_id(&machine.id),
        project_id: machine.project_id.clone(),
        machine_id: machine.id.clone(),
        lineage_id: first_of(database, machine).await?,
        usage: Some(Usage::default()),
        ..Spend::default()
    })
}

/// The identifier of a Machine's account.
pub(super) fn spend_id(machine_id: &str) -> String {
    SpendId::derive(&[machine_id]).into_string()
}

async fn first_of(database: &Database, machine: &Machine) -> Result<String, Failure> {
    let mut machine = machine.clone();
    for _ in 0..GENERATIONS_MAX {
        let Some(parent_id) = parent_of(database, &machine).await? else { return Ok(machine.id) };
        // The parent's account knows; it stays when its Machine is gone.
        if let Some(spend) = database.get::<Spend>(&spend_id(&parent_id)).await? {
            return Ok(spend.lineage_id);
        }
        match database.get::<Machine>(&parent_id).await? {
            Some(parent) => machine = parent,
            None => return Ok(parent_id),
        }
    }
    Ok(machine.id)
}

async fn parent_of(database: &Database, machine: &Machine) -> Result<Option<String>, Failure> {
    if let Some(parent_id) = &machine.parent_id {
        return Ok(Some(parent_id.clone()));
    }
    let Some(checkpoint_id) = &machine.origin_checkpoint_id else { return Ok(None) };
    let checkpoint = database.get::<Checkpoint>(checkpoint_id).await?;
    Ok(checkpoint.map(|checkpoint| checkpoint.machine_id))
}
