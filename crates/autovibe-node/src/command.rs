//! The life of one command: fence, remembered answer, intent, driver, answer.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use autovibe_hypervisor::DriverError;
use autovibe_proto::node::v1::CommandHeader;
use autovibe_proto::v1::LeaseToken;
use autovibe_proto::{Failure, MachineId, partition_of};
use futures::FutureExt as _;
use futures::future::{BoxFuture, Shared};
use prost::Message;
use tokio_util::task::TaskTracker;

use crate::error::NodeError;
use crate::ledger::{LedgerRecord, Life};
use crate::node::Node;

/// Commands that run or wait at the same time.
const COMMANDS_MAX: usize = 256;
/// Longest id of an Effect.
const EFFECT_ID_BYTES_MAX: usize = 128;

type Running = Shared<BoxFuture<'static, Result<Vec<u8>, Failure>>>;

/// The commands that run now, by Effect.
#[derive(Debug, Default)]
pub(crate) struct Commands {
    running: Mutex<HashMap<String, InFlight>>,
    machines: Mutex<HashMap<MachineId, Arc<tokio::sync::Mutex<()>>>>,
    pub(crate) tasks: TaskTracker,
}

#[derive(Debug)]
struct InFlight {
    machine: MachineId,
    verb: &'static str,
    result: Running,
}

/// A validated command.
#[derive(Debug, Clone)]
pub(crate) struct Command {
    pub(crate) verb: &'static str,
    pub(crate) token: LeaseToken,
    pub(crate) effect_id: String,
    pub(crate) machine: MachineId,
    pub(crate) incarnation: i64,
    /// Set when it begins a life.
    pub(crate) life: Option<Life>,
    /// It concerns one incarnation, and is refused for an older one.
    pub(crate) of_incarnation: bool,
}

/// What a command did.
#[derive(Debug)]
pub(crate) struct Outcome<R> {
    pub(crate) reply: R,
    /// The driver's handle of the Machine, when it gave one.
    pub(crate) handle: Option<Vec<u8>>,
    /// Nothing of the Machine is left.
    pub(crate) destroyed: bool,
}

impl<R> Outcome<R> {
    pub(crate) fn of(reply: R) -> Outcome<R> {
        Outcome { reply, handle: None, destroyed: false }
    }
}

impl Command {
    /// Reads the header of a command.
    pub(crate) fn read(verb: &'static str, header: Option<CommandHeader>) -> Result<Command, NodeError> {
        let invalid = |field, why: &str| NodeError::Invalid { field, why: why.to_owned() };
        let header = header.ok_or_else(|| invalid("header", "it is not set"))?;
        let token = header.token.ok_or_else(|| invalid("header.token", "it is not set"))?;
        let machine: MachineId = header.machine_id.parse().map_err(|error: autovibe_proto::IdError| {
            NodeError::Invalid { field: "header.machine_id", why: error.to_string() }
        })?;
        if token.partition != partition_of(&machine) {
            return Err(invalid("header.token", "it is for another partition than the machine's"));
        }
        if token.epoch < 1 || token.owner.is_empty() {
            return Err(invalid("header.token", "it has no epoch or no owner"));
        }
        if header.effect_id.is_empty() || header.effect_id.len() > EFFECT_ID_BYTES_MAX {
            return Err(invalid("header.effect_id", "it is empty or too long"));
        }
        if header.incarnation < 1 {
            return Err(invalid("header.incarnation", "it is not 1 or more"));
        }
        Ok(Command {
            verb,
            token,
            effect_id: header.effect_id,
            machine,
            incarnation: header.incarnation,
            life: None,
            of_incarnation: true,
        })
    }
}

impl Commands {
    fn running(&self) -> MutexGuard<'_, HashMap<String, InFlight>> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn machine(&self, id: &MachineId) -> Arc<tokio::sync::Mutex<()>> {
        let mut machines = self.machines.lock().unwrap_or_else(PoisonError::into_inner);
        machines.retain(|_, lock| Arc::strong_count(lock) > 1);
        machines.entry(id.clone()).or_default().clone()
    }
}

/// Takes the command off the list, however it ended.
struct Listed {
    node: Arc<Node>,
    effect_id: String,
}

impl Drop for Listed {
    fn drop(&mut self) {
        self.node.commands.running().remove(&self.effect_id);
    }
}

/// Runs a command, or waits for the same one that runs already, or gives the answer it had.
///
/// # Cancel safety
/// Safe: the command goes on without its caller, and a repetition finds it or its answer.
pub(crate) async fn run<R, F>(node: &Arc<Node>, command: Command, act: F) -> Result<R, Failure>
where
    R: Message + Default + 'static,
    F: FnOnce(Arc<Node>) -> BoxFuture<'static, Result<Outcome<R>, NodeError>> + Send + 'static,
{
    if node.is_stopping() {
        return Err(NodeError::Stopping.failure());
    }
    node.ledger.admit(command.token.clone()).await.map_err(|error| refused(&command, &error))?;
    let running = join_or_start(node, &command, act).map_err(|error| refused(&command, &error))?;
    let bytes = running.await?;
    R::decode(bytes.as_slice()).map_err(|_| Failure::internal("a remembered answer cannot be read"))
}

fn join_or_start<R, F>(node: &Arc<Node>, command: &Command, act: F) -> Result<Running, NodeError>
where
    R: Message + Default + 'static,
    F: FnOnce(Arc<Node>) -> BoxFuture<'static, Result<Outcome<R>, NodeError>> + Send + 'static,
{
    let mut running = node.commands.running();
    if let Some(same) = running.get(&command.effect_id) {
        if same.machine != command.machine || same.verb != command.verb {
            return Err(NodeError::Reused(format!("effect {} is another command", command.effect_id)));
        }
        return Ok(same.result.clone());
    }
    if running.len() >= COMMANDS_MAX {
        return Err(NodeError::Busy(running.len()));
    }
    let listed = Listed { node: node.clone(), effect_id: command.effect_id.clone() };
    let task = node.commands.tasks.spawn({
        let (node, command) = (node.clone(), command.clone());
        async move {
            let result = execute(&node, &command, act).await.map_err(|error| refused(&command, &error));
            drop(listed);
            result
        }
    });
    let result = async { task.await.unwrap_or_else(|_| Err(NodeError::Panicked.failure())) }.boxed().shared();
    let entry = InFlight { machine: command.machine.clone(), verb: command.verb, result: result.clone() };
    running.insert(command.effect_id.clone(), entry);
    Ok(result)
}

async fn execute<R, F>(node: &Arc<Node>, command: &Command, act: F) -> Result<Vec<u8>, NodeError>
where
    R: Message + Default + 'static,
    F: FnOnce(Arc<Node>) -> BoxFuture<'static, Result<Outcome<R>, NodeError>>,
{
    let machine = command.machine.as_str();
    let lock = node.commands.machine(&command.machine);
    let _alone = lock.lock().await;
    if let Some(answer) = node.ledger.read(|state| state.answer(machine, &command.effect_id).cloned()) {
        if answer.verb != command.verb {
            return Err(NodeError::Reused(format!("effect {} is another command", command.effect_id)));
        }
        return Ok(answer.reply);
    }
    let _working = Working::begin(node, machine);
    node.ledger.decide(intent(command)).await?;
    let outcome = {
        let node = node.clone();
        act(node).await?
    };
    let reply = outcome.reply.encode_to_vec();
    let record = LedgerRecord::answered(command, reply.clone(), outcome.handle, outcome.destroyed);
    node.ledger.decide(move |_| Ok(vec![record])).await?;
    Ok(reply)
}

/// Keeps others from reporting of a Machine while a command works on it, also when the command is dropped.
struct Working<'a> {
    node: &'a Arc<Node>,
    machine: &'a str,
}

impl<'a> Working<'a> {
    fn begin(node: &'a Arc<Node>, machine: &'a str) -> Working<'a> {
        node.observations.begin(machine);
        Working { node, machine }
    }
}

impl Drop for Working<'_> {
    fn drop(&mut self) {
        self.node.observations.end(self.machine);
    }
}

/// Checks once more and writes what is about to happen, since much may have changed while the command waited.
fn intent(
    command: &Command,
) -> impl FnOnce(&crate::ledger::LedgerState) -> Result<Vec<LedgerRecord>, NodeError> + Send + 'static {
    let command = command.clone();
    move |state| {
        let machine = command.machine.as_str();
        state.judge(&command.token)?;
        if command.of_incarnation {
            state.judge_incarnation(machine, command.incarnation)?;
        }
        if let (Some(life), Some(known)) = (&command.life, state.machines.get(machine)) {
            let other = !life.spec_digest.is_empty() && life.spec_digest != known.spec_digest;
            if other && !known.handle.is_empty() {
                let text = format!("{machine} exists with another image or size");
                return Err(NodeError::Driver(DriverError::Conflict(text)));
            }
        }
        Ok(vec![LedgerRecord::Begun {
            machine_id: machine.to_owned(),
            effect_id: command.effect_id,
            incarnation: command.incarnation,
            life: command.life,
        }])
    }
}

fn refused(command: &Command, error: &NodeError) -> Failure {
    tracing::warn!(
        machine.id = %command.machine,
        effect.id = command.effect_id,
        verb = command.verb,
        error.reason = error.reason(),
        error = error as &dyn std::error::Error,
        "command failed"
    );
    error.failure()
}
