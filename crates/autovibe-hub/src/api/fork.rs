//! Forks: new Machines from a Checkpoint, or from a Machine by way of a Checkpoint made now.

use std::time::Duration;

use autovibe_proto::hub::v1::{ForkMachineRequest, ForkMachineResponse, ForkMailbox};
use autovibe_proto::v1::message_body::Kind;
use autovibe_proto::v1::{Checkpoint, Machine, MailboxEntry, Message, MessageLane};
use autovibe_proto::{CheckpointId, ErrorKind, Failure, MachineId, MessageId};
use tokio::time::Instant;

use super::access::{Access, Caller};
use super::checkpoint::check_ready;
use super::control::ControlApi;
use super::creation::{WantedName, accept_machine};
use super::machine::{checked_request_id, machine_id};
use super::name::{check_name, quoted};
use super::wait::deadline;
use crate::mailbox::NewMessage;

const COUNT_MAX: i32 = 64;
/// A Checkpoint of a large Machine on a slow disk takes this long at most.
const CHECKPOINT_TIME_MAX: Duration = Duration::from_secs(300);
/// Pending prompts that are copied to each fork.
const COPY_COUNT_MAX: usize = 1000;

impl ControlApi {
    pub(super) async fn fork_machine(
        &self,
        caller: &Caller,
        request: ForkMachineRequest,
    ) -> Result<ForkMachineResponse, Failure> {
        let deadline = deadline(request.wait.as_ref());
        let count = match request.count {
            0 => 1,
            1..=COUNT_MAX => request.count,
            _ => return Err(Failure::invalid(format!("count is 1 to {COUNT_MAX}")).with("field", "count")),
        };
        if !request.name_prefix.is_empty() {
            check_name("name prefix", &request.name_prefix)?;
        }
        let key = match checked_request_id(&request.request_id)? {
            "" => MessageId::generate().into_string(),
            key => key.to_owned(),
        };
        let checkpoint = self.fork_source(caller, &request.source, &key).await?;
        let source = self.database().require::<Machine>(&checkpoint.machine_id).await?;
        let pending = match request.mailbox() {
            ForkMailbox::CopyPending => self.pending_prompts(&source.id).await?,
            ForkMailbox::Unspecified | ForkMailbox::Empty => Vec::new(),
        };
        let mut ids = Vec::new();
        for index in 0..count {
            let id = MachineId::derive(&[&source.id, &key, &index.to_string()]);
            let prefix = if request.name_prefix.is_empty() { &source.name } else { &request.name_prefix };
            let draft = draft_of(&source, &checkpoint, &id);
            let name = WantedName::Numbered(prefix);
            let machine = Box::pin(accept_machine(self.hub(), draft, name, &caller.sender())).await?;
            self.copy_prompts(&machine, &pending).await?;
            ids.push(machine.id);
        }
        let mut machines = Vec::new();
        for id in &ids {
            machines.push(self.settled(id, deadline).await?);
        }
        Ok(ForkMachineResponse { machines, checkpoint: Some(checkpoint) })
    }

    /// The Checkpoint that the forks start from.
    async fn fork_source(&self, caller: &Caller, source: &str, key: &str) -> Result<Checkpoint, Failure> {
        if source.parse::<CheckpointId>().is_ok() {
            let checkpoint = self.checkpoint(caller, Access::Change, source).await?;
            check_ready(&checkpoint)?;
            return Ok(checkpoint);
        }
        let machine = self.machine(caller, Access::Change, source).await?;
        let key = format!("fork {key}");
        let deadline = Instant::now() + CHECKPOINT_TIME_MAX;
        let checkpoint = self.make_checkpoint(caller, &machine, "fork", &key, deadline).await?;
        check_ready(&checkpoint)?;
        Ok(checkpoint)
    }

    /// The prompts that a Machine has not begun, oldest first.
    async fn pending_prompts(&self, machine_id: &str) -> Result<Vec<Message>, Failure> {
        let lane = i32::from(MessageLane::Normal);
        let filter = format!("machine_id = {} AND lane = {lane}", quoted(machine_id));
        let entries =
            self.database().list_all::<MailboxEntry>(&filter, "sequence", COPY_COUNT_MAX + 1).await?;
        if entries.len() > COPY_COUNT_MAX {
            let text = format!("more than {COPY_COUNT_MAX} prompts are pending; fork with an empty mailbox");
            return Err(Failure::new(ErrorKind::LimitExceeded, "TOO_MANY_PENDING", text));
        }
        let mut messages = Vec::new();
        for entry in entries {
            messages.extend(self.database().get::<Message>(&entry.id).await?);
        }
        Ok(messages)
    }

    async fn copy_prompts(&self, machine: &Machine, pending: &[Message]) -> Result<(), Failure> {
        for message in pending {
            let Some(Kind::Prompt(prompt)) = message.body.as_ref().and_then(|body| body.kind.clone()) else {
                continue;
            };
            // The key is the original's id: a repeated fork copies nothing twice.
            let new = NewMessage::new(machine_id(machine)?, message.sender.clone(), Kind::Prompt(prompt))
                .with_request_id(format!("copy {}", message.id))
                .with_cause(message.id.clone());
            self.hub().post(new).await?;
        }
        Ok(())
    }
}

fn draft_of(source: &Machine, checkpoint: &Checkpoint, id: &MachineId) -> Machine {
    Machine {
        id: id.to_string(),
        project_id: source.project_id.clone(),
        origin_checkpoint_id: Some(checkpoint.id.clone()),
        image_id: source.image_id.clone(),
        template: source.template.clone(),
        coding_agent: source.coding_agent.clone(),
        spec: source.spec,
        node_id: checkpoint.node_id.clone(),
        restart_policy: source.restart_policy,
        ..Machine::default()
    }
}
