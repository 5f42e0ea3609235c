//! Finds Machines whose virtual machine is gone and tells their actors.

use std::collections::HashMap;

use autovibe_proto::node::v1::{MachineObservation, PowerState};
use autovibe_proto::v1::message_body::Kind;
use autovibe_proto::v1::{Machine, MachineState, VmObservedMessage};
use autovibe_proto::{Failure, MachineId};

use crate::actor::machine::awaits_node;
use crate::hub::Hub;
use crate::mailbox::NewMessage;

/// Tells the actor of each Machine that should run and does not.
pub(super) async fn report(
    hub: &Hub,
    machines: &[Machine],
    seen: &[MachineObservation],
) -> Result<(), Failure> {
    let seen: HashMap<&str, &MachineObservation> =
        seen.iter().map(|observation| (observation.machine_id.as_str(), observation)).collect();
    for machine in machines.iter().filter(|machine| should_exist(machine)) {
        let Some(detail) = lost(seen.get(machine.id.as_str()).copied()) else { continue };
        let Ok(id) = machine.id.parse::<MachineId>() else { continue };
        // Another Hub acts for it, or the actor has moved on since the row was read.
        if hub.leases().token_for(&id).is_err() {
            continue;
        }
        let now = hub.database().get::<Machine>(&machine.id).await?;
        if now.is_none_or(|now| now.revision != machine.revision) {
            continue;
        }
        let body = VmObservedMessage { incarnation: machine.incarnation, lost: true, detail };
        // The same state of the Machine is reported once.
        let key = format!("lost {} {}", machine.incarnation, machine.event_sequence);
        hub.post(NewMessage::new(id, "hub", Kind::VmObserved(body)).with_request_id(key)).await?;
    }
    Ok(())
}

fn should_exist(machine: &Machine) -> bool {
    let state = matches!(
        machine.state(),
        MachineState::Starting
            | MachineState::Ready
            | MachineState::Working
            | MachineState::Checkpointing
            | MachineState::Restoring
            | MachineState::Paused
    );
    let restarts = machine.actor.as_ref().is_some_and(|actor| actor.restart_pending);
    state && machine.incarnation > 0 && !awaits_node(machine) && !restarts
}

/// Why the virtual machine counts as lost; `None` when it does not.
fn lost(observation: Option<&MachineObservation>) -> Option<String> {
    let Some(observation) = observation else {
        return Some("the node has no such machine".to_owned());
    };
    match observation.power() {
        PowerState::Off | PowerState::Absent if observation.detail.is_empty() => Some("it is off".to_owned()),
        PowerState::Off | PowerState::Absent => Some(observation.detail.clone()),
        // Unknown numbers come from a newer node; nothing is concluded from them.
        PowerState::Running | PowerState::Paused | PowerState::Unspecified => None,
    }
}
