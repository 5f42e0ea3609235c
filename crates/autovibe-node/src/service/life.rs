//! Commands that begin, change or end a Machine's life.
//!
//! Each waits for a former life's connections to be cut and listens for the guest before the driver starts it.

use std::sync::Arc;
use std::time::Duration;

use autovibe_proto::node::v1::{
    CreateMachineRequest, CreateMachineResponse, DestroyMachineRequest, DestroyMachineResponse,
    ForkMachineRequest, ForkMachineResponse, MachineObservation, PowerGoal, PowerState,
    RestoreMachineRequest, RestoreMachineResponse, SetPowerRequest, SetPowerResponse,
};
use autovibe_proto::{Failure, MachineId};
use futures::FutureExt as _;

use crate::command::{self, Command, Outcome};
use crate::error::NodeError;
use crate::ledger::Life;
use crate::node::Node;
use crate::service::request;

/// Longest grace of an orderly stop.
const GRACE_MAX: Duration = Duration::from_secs(600);

pub(super) async fn create_machine(
    node: &Arc<Node>,
    request: CreateMachineRequest,
) -> Result<CreateMachineResponse, Failure> {
    let read = || -> Result<_, NodeError> {
        let mut command = Command::read("create", request.header)?;
        let seed = request::seed(request.seed, &command)?;
        let why = || NodeError::Invalid { field: "spec", why: "it is not set".to_owned() };
        let spec = request.spec.ok_or_else(why)?;
        let spec_digest = request::spec_digest(&request.image_digest, &spec);
        command.life = Some(Life { guest_ticket: request::ticket(request.guest_ticket)?, spec_digest });
        Ok((command, seed, spec))
    };
    let (command, seed, spec) = read().map_err(|error| error.failure())?;
    let (machine, digest) = (command.machine.clone(), request.image_digest);
    let act = move |node: Arc<Node>| {
        async move {
            let start = async {
                node.open_guest(&machine)?;
                Ok(node.driver.create(&machine, &digest, &spec, &seed).await?)
            };
            let (handle, seen) = live(&node, &machine, start).await?;
            Ok(Outcome {
                reply: CreateMachineResponse { machine: Some(seen) },
                handle: Some(handle.0),
                destroyed: false,
            })
        }
        .boxed()
    };
    command::run(node, command, act).await
}

pub(super) async fn fork_machine(
    node: &Arc<Node>,
    request: ForkMachineRequest,
) -> Result<ForkMachineResponse, Failure> {
    let read = || -> Result<_, NodeError> {
        let mut command = Command::read("fork", request.header)?;
        let seed = request::seed(request.seed, &command)?;
        let (checkpoint, handle) = request::checkpoint(&request.checkpoint_id, &request.checkpoint_handle)?;
        let guest_ticket = request::ticket(request.guest_ticket)?;
        command.life = Some(Life { guest_ticket, spec_digest: String::new() });
        Ok((command, seed, checkpoint, handle))
    };
    let (command, seed, checkpoint, handle) = read().map_err(|error| error.failure())?;
    let machine = command.machine.clone();
    let act = move |node: Arc<Node>| {
        async move {
            let start = async {
                node.open_guest(&machine)?;
                Ok(node.driver.fork(&checkpoint, &handle, &machine, &seed).await?)
            };
            let (forked, seen) = live(&node, &machine, start).await?;
            let reply = ForkMachineResponse { machine: Some(seen), level: forked.level as i32 };
            Ok(Outcome { reply, handle: Some(forked.handle.0), destroyed: false })
        }
        .boxed()
    };
    command::run(node, command, act).await
}

pub(super) async fn restore_machine(
    node: &Arc<Node>,
    request: RestoreMachineRequest,
) -> Result<RestoreMachineResponse, Failure> {
    let read = || -> Result<_, NodeError> {
        let mut command = Command::read("restore", request.header)?;
        let seed = request::seed(request.seed, &command)?;
        let (checkpoint, handle) = request::checkpoint(&request.checkpoint_id, &request.checkpoint_handle)?;
        let guest_ticket = request::ticket(request.guest_ticket)?;
        command.life = Some(Life { guest_ticket, spec_digest: String::new() });
        Ok((command, seed, checkpoint, handle))
    };
    let (command, seed, checkpoint, handle) = read().map_err(|error| error.failure())?;
    let machine = command.machine.clone();
    let act = move |node: Arc<Node>| {
        async move {
            let start = async {
                node.shut_guest(&machine)?;
                Ok(node.driver.restore(&machine, &checkpoint, &handle, &seed).await?)
            };
            let (handle, seen) = live(&node, &machine, start).await?;
            let reply = RestoreMachineResponse { machine: Some(seen) };
            Ok(Outcome { reply, handle: Some(handle.0), destroyed: false })
        }
        .boxed()
    };
    command::run(node, command, act).await
}

pub(super) async fn set_power(
    node: &Arc<Node>,
    request: SetPowerRequest,
) -> Result<SetPowerResponse, Failure> {
    let read = || -> Result<_, NodeError> {
        let goal = request.goal();
        let mut command = Command::read("power", request.header)?;
        let grace = Duration::from_millis(u64::try_from(request.grace_ms).unwrap_or(0)).min(GRACE_MAX);
        // Only a boot carries a seed; a paused Machine is resumed without.
        let seed = match (goal, request.seed) {
            (PowerGoal::Running, Some(seed)) => Some(request::seed(Some(seed), &command)?),
            (PowerGoal::Unspecified, _) => {
                return Err(NodeError::Invalid { field: "goal", why: "it is not set".to_owned() });
            }
            (PowerGoal::Running | PowerGoal::Paused | PowerGoal::Off, _) => None,
        };
        if seed.is_some() {
            let guest_ticket = request::ticket(request.guest_ticket)?;
            command.life = Some(Life { guest_ticket, spec_digest: String::new() });
        }
        Ok((command, goal, grace, seed))
    };
    let (command, goal, grace, seed) = read().map_err(|error| error.failure())?;
    let machine = command.machine.clone();
    let before = node.ledger.machine(machine.as_str()).map_or(0, |known| known.incarnation);
    let begins = seed.is_some() && command.incarnation > before;
    let act = move |node: Arc<Node>| {
        async move {
            let change = async {
                match goal {
                    PowerGoal::Running if begins => node.shut_guest(&machine)?,
                    PowerGoal::Running => node.open_guest(&machine)?,
                    PowerGoal::Paused | PowerGoal::Off | PowerGoal::Unspecified => {}
                }
                Ok(node.driver.power(&machine, goal, grace, seed.as_ref()).await?)
            };
            let (handle, seen) = live(&node, &machine, change).await?;
            let reply = SetPowerResponse { machine: Some(seen) };
            Ok(Outcome { reply, handle: Some(handle.0), destroyed: false })
        }
        .boxed()
    };
    command::run(node, command, act).await
}

pub(super) async fn destroy_machine(
    node: &Arc<Node>,
    request: DestroyMachineRequest,
) -> Result<DestroyMachineResponse, Failure> {
    let command = Command::read("destroy", request.header).map_err(|error| error.failure())?;
    let machine = command.machine.clone();
    let act = move |node: Arc<Node>| {
        async move {
            let end = async {
                node.splices.close(&machine);
                Ok(node.driver.destroy(&machine).await?)
            };
            live(&node, &machine, end).await?;
            Ok(Outcome { reply: DestroyMachineResponse {}, handle: None, destroyed: true })
        }
        .boxed()
    };
    command::run(node, command, act).await
}

/// Runs a verb on a Machine, then looks at what became of it and sets its guest endpoint accordingly.
pub(super) async fn live<T>(
    node: &Arc<Node>,
    machine: &MachineId,
    verb: impl Future<Output = Result<T, NodeError>>,
) -> Result<(T, MachineObservation), NodeError> {
    let result = verb.await;
    let seen = node.look_at(machine).await;
    let settled = match &seen {
        Ok(seen) => settle(node, machine, seen.power()),
        // Whether it lives is unknown: its guest may at least try.
        Err(_) => node.open_guest(machine),
    };
    if let Ok(seen) = &seen {
        node.observations.saw(seen.clone());
    }
    let value = result?;
    settled?;
    Ok((value, seen?))
}

fn settle(node: &Arc<Node>, machine: &MachineId, power: PowerState) -> Result<(), NodeError> {
    match power {
        PowerState::Running | PowerState::Paused => node.open_guest(machine),
        PowerState::Off => {
            node.splices.cut(machine);
            Ok(())
        }
        PowerState::Absent | PowerState::Unspecified => {
            node.splices.close(machine);
            Ok(())
        }
    }
}
