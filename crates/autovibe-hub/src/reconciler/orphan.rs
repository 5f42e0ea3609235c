//! Finds virtual machines at a node that belong to no Machine of ours.

use std::collections::HashSet;

use autovibe_proto::hub::v1::Orphan;
use autovibe_proto::node::v1::{CommandHeader, DestroyMachineRequest, ListMachinesRequest};
use autovibe_proto::v1::{Machine, MachineState};
use autovibe_proto::{EffectId, Failure, MachineId};

use super::follow::limited;
use crate::hub::Hub;
use crate::node::NodeClient;

const MACHINES_MAX: usize = 100_000;

/// Removes what is left of deleted Machines; others are only told, since they may belong to another Hub's data.
pub(super) async fn remove(
    hub: &Hub,
    client: &mut NodeClient,
    node_id: &str,
) -> Result<Vec<Orphan>, Failure> {
    let seen = limited(client.list_machines(ListMachinesRequest {})).await?.machines;
    // Read after the node was asked, so a Machine that was made in between is known.
    let filter = format!("node_id = \"{node_id}\"");
    let machines = hub.database().list_all::<Machine>(&filter, "", MACHINES_MAX).await?;
    let live: HashSet<&str> = machines
        .iter()
        .filter(|machine| machine.state() != MachineState::Deleted)
        .map(|machine| machine.id.as_str())
        .collect();
    let mut orphans = Vec::new();
    for observation in seen.iter().filter(|observation| !live.contains(observation.machine_id.as_str())) {
        let Ok(id) = observation.machine_id.parse::<MachineId>() else { continue };
        let Ok(token) = hub.leases().token_for(&id) else { continue };
        let row = hub.database().get::<Machine>(id.as_str()).await?;
        let Some(row) = row.filter(|row| row.state() == MachineState::Deleted) else {
            orphans.push(Orphan { node_id: node_id.to_owned(), id: id.into_string(), ..Orphan::default() });
            continue;
        };
        tracing::info!(machine.id = %id, "what is left of a deleted machine is removed");
        let header = CommandHeader {
            token: Some(token),
            // A node answers a repeated Effect without acting, so each life that turns up needs its own.
            effect_id: EffectId::derive(&["orphan", id.as_str(), &observation.incarnation.to_string()])
                .into_string(),
            machine_id: id.to_string(),
            incarnation: row.incarnation.max(observation.incarnation),
        };
        limited(client.destroy_machine(DestroyMachineRequest { header: Some(header) })).await?;
    }
    Ok(orphans)
}
