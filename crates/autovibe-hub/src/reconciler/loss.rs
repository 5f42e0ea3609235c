//! Finds Machines whose virtual machine is gone, or halted by its host, and tells their actors.

use std::collections::HashMap;

use autovibe_proto::node::v1::{MachineObservation, PowerState};
use autovibe_proto::v1::message_body::Kind;
use autovibe_proto::v1::{Machine, MachineGoal, MachineState, VmObservedMessage};
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
        let Some(body) = news(machine, seen.get(machine.id.as_str()).copied()) else { continue };
        let Ok(id) = machine.id.parse::<MachineId>() else { continue };
        // Another Hub acts for it, or the actor has moved on since the row was read.
        if hub.leases().token_for(&id).is_err() {
            continue;
        }
        let now = hub.database().get::<Machine>(&machine.id).await?;
        if now.is_none_or(|now| now.revision != machine.revision) {
            continue;
        }
        // The same state of the Machine is reported once.
        let word = if body.lost { "lost" } else { "halted" };
        let key = format!("{word} {} {}", machine.incarnation, machine.event_sequence);
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

/// What the actor does not know of its virtual machine; `None` when all is as it should be.
fn news(machine: &Machine, observation: Option<&MachineObservation>) -> Option<VmObservedMessage> {
    let incarnation = machine.incarnation;
    if let Some(detail) = lost(observation) {
        return Some(VmObservedMessage { incarnation, lost: true, detail });
    }
    let halted = observation.filter(|seen| {
        seen.power() == PowerState::Paused
            && seen.incarnation == machine.incarnation
            && machine.goal() == MachineGoal::Running
            && matches!(machine.state(), MachineState::Ready | MachineState::Working)
    })?;
    let detail = match halted.detail.as_str() {
        "" => "it stands still".to_owned(),
        detail => detail.to_owned(),
    };
    Some(VmObservedMessage { incarnation, lost: false, detail })
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
