//! Calls about Checkpoints.

use std::time::Duration;

use autovibe_proto::hub::v1::{
    CreateCheckpointRequest, DeleteCheckpointRequest, DeleteCheckpointResponse, GetCheckpointRequest,
    ListCheckpointsRequest, ListCheckpointsResponse, RestoreCheckpointRequest,
};
use autovibe_proto::v1::message_body::Kind;
use autovibe_proto::v1::{
    Checkpoint, CheckpointMessage, CheckpointState, ForgetMessage, Machine, MachineState, MailboxEntry,
    RestoreMessage,
};
use autovibe_proto::{CheckpointId, ErrorKind, Failure, MachineExt as _};
use tokio::time::Instant;

use super::access::{Access, Caller};
use super::control::ControlApi;
use super::locate::find_checkpoint;
use super::machine::{checked_request_id, machine_id};
use super::name::quoted;
use super::page::page;
use super::wait::{deadline, refusal, wait_until};
use crate::mailbox::NewMessage;
use crate::reconciler::{remove_checkpoint, remove_orphan};

/// An actor decides in milliseconds; a busy database may take longer.
const ACTOR_TIME_MAX: Duration = Duration::from_secs(10);
const LABEL_LENGTH_MAX: usize = 256;

impl ControlApi {
    pub(super) async fn create_checkpoint(
        &self,
        caller: &Caller,
        request: CreateCheckpointRequest,
    ) -> Result<Checkpoint, Failure> {
        let deadline = deadline(request.wait.as_ref());
        let machine = self.machine(caller, Access::Change, &request.machine).await?;
        if request.label.len() > LABEL_LENGTH_MAX {
            let text = format!("a label has at most {LABEL_LENGTH_MAX} bytes");
            return Err(Failure::invalid(text).with("field", "label"));
        }
        let key = checked_request_id(&request.request_id)?;
        let checkpoint = self.make_checkpoint(caller, &machine, &request.label, key, deadline).await?;
        // The coding agent goes on a moment after the Checkpoint is ready; who waited may order the next thing.
        self.settled(&machine.id, deadline).await?;
        Ok(checkpoint)
    }

    /// Orders a Checkpoint and waits for it; before its row exists, the answer says that it is being made.
    pub(super) async fn make_checkpoint(
        &self,
        caller: &Caller,
        machine: &Machine,
        label: &str,
        key: &str,
        deadline: Instant,
    ) -> Result<Checkpoint, Failure> {
        let id = match key {
            "" => CheckpointId::generate(),
            key => CheckpointId::derive(&[&machine.id, key]),
        };
        let body =
            Kind::Checkpoint(CheckpointMessage { checkpoint_id: id.to_string(), label: label.to_owned() });
        let new = NewMessage::new(machine_id(machine)?, caller.sender(), body).with_request_id(key);
        let message = self.hub().post(new).await?;
        let (database, message_id, id) = (self.database(), &message.id, id.as_str());
        let read = || async move {
            let checkpoint = database.get::<Checkpoint>(id).await?;
            let refused = if checkpoint.is_some() { None } else { refusal(database, message_id).await? };
            Ok((checkpoint, refused))
        };
        let is_done = |(checkpoint, refused): &(Option<Checkpoint>, Option<Failure>)| {
            let is_made = |checkpoint: &Checkpoint| {
                matches!(checkpoint.state(), CheckpointState::Ready | CheckpointState::Failed)
            };
            refused.is_some() || checkpoint.as_ref().is_some_and(is_made)
        };
        match wait_until(self.changes(), &machine.id, deadline, read, is_done).await? {
            (_, Some(refused)) => Err(refused),
            (Some(checkpoint), None) => Ok(checkpoint),
            (None, None) => Ok(Checkpoint {
                id: id.to_owned(),
                project_id: machine.project_id.clone(),
                machine_id: machine.id.clone(),
                label: label.to_owned(),
                state: CheckpointState::Creating.into(),
                ..Checkpoint::default()
            }),
        }
    }

    pub(super) async fn get_checkpoint(
        &self,
        caller: &Caller,
        request: GetCheckpointRequest,
    ) -> Result<Checkpoint, Failure> {
        self.checkpoint(caller, Access::View, &request.checkpoint_id).await
    }

    pub(super) async fn list_checkpoints(
        &self,
        caller: &Caller,
        request: ListCheckpointsRequest,
    ) -> Result<ListCheckpointsResponse, Failure> {
        let mut conditions = Vec::new();
        if let Some(project_id) = self.listed_project(caller, &request.project).await? {
            conditions.push(format!("project_id = {}", quoted(&project_id)));
        }
        if !request.machine.is_empty() {
            let machine = self.machine(caller, Access::View, &request.machine).await?;
            conditions.push(format!("machine_id = {}", quoted(&machine.id)));
        }
        let page = page(request.page_size, &request.page_token)?;
        let listed = self.database().list(&conditions.join(" AND "), "create_time", page).await?;
        Ok(ListCheckpointsResponse { checkpoints: listed.rows, next_page_token: listed.next_page_token })
    }

    pub(super) async fn delete_checkpoint(
        &self,
        caller: &Caller,
        request: DeleteCheckpointRequest,
    ) -> Result<DeleteCheckpointResponse, Failure> {
        let checkpoint = match self.checkpoint(caller, Access::Change, &request.checkpoint_id).await {
            Ok(checkpoint) => checkpoint,
            Err(failure) if failure.kind == ErrorKind::NotFound => {
                return self.delete_orphan(caller, &request.checkpoint_id, failure).await;
            }
            Err(failure) => return Err(failure),
        };
        let machine = self.database().require::<Machine>(&checkpoint.machine_id).await?;
        if machine.state() == MachineState::Deleted {
            // Its actor handles no Message any more.
            remove_checkpoint(self.hub(), &machine, &checkpoint).await?;
            return Ok(DeleteCheckpointResponse {});
        }
        let body = Kind::Forget(ForgetMessage { checkpoint_id: checkpoint.id });
        let new = NewMessage::new(machine_id(&machine)?, caller.sender(), body);
        let message = self.hub().post(new).await?;
        self.handled(&machine.id, &message.id, Instant::now() + ACTOR_TIME_MAX, |_| true).await?;
        if self.database().get::<MailboxEntry>(&message.id).await?.is_some() {
            let text = "the machine's actor did not answer in time; the order stands";
            return Err(Failure::new(ErrorKind::Unavailable, "ACTOR_BUSY", text));
        }
        Ok(DeleteCheckpointResponse {})
    }

    /// Removes what a node holds of a Checkpoint without a row; nobody knows whose it is, so it takes an administrator.
    async fn delete_orphan(
        &self,
        caller: &Caller,
        id: &str,
        not_found: Failure,
    ) -> Result<DeleteCheckpointResponse, Failure> {
        let orphan = self.hub().nodes().orphans().into_iter().find(|orphan| orphan.id == id);
        let Some(orphan) = orphan.filter(|_| caller.check_global(Access::Administer).is_ok()) else {
            return Err(not_found);
        };
        remove_orphan(self.hub(), &orphan).await?;
        Ok(DeleteCheckpointResponse {})
    }

    pub(super) async fn restore_checkpoint(
        &self,
        caller: &Caller,
        request: RestoreCheckpointRequest,
    ) -> Result<Machine, Failure> {
        let deadline = deadline(request.wait.as_ref());
        let checkpoint = self.checkpoint(caller, Access::Change, &request.checkpoint_id).await?;
        check_ready(&checkpoint)?;
        let before = self.settled(&checkpoint.machine_id, deadline).await?;
        let body = Kind::Restore(RestoreMessage { checkpoint_id: checkpoint.id.clone() });
        let message = self.hub().post(NewMessage::new(machine_id(&before)?, caller.sender(), body)).await?;
        let is_done = |machine: &Machine| machine.incarnation > before.incarnation && machine.is_settled();
        let machine = self.handled(&before.id, &message.id, deadline, is_done).await?;
        match restore_failure(&machine, before.incarnation, &checkpoint.id) {
            None => Ok(machine),
            Some(failure) => Err(failure),
        }
    }

    /// The Checkpoint with this id, when the caller has this access to it.
    pub(super) async fn checkpoint(
        &self,
        caller: &Caller,
        access: Access,
        id: &str,
    ) -> Result<Checkpoint, Failure> {
        let checkpoint = find_checkpoint(self.database(), id).await?;
        caller.check(access, &checkpoint.project_id)?;
        Ok(checkpoint)
    }
}

/// Why a restore that was asked for after an incarnation failed, if it did.
fn restore_failure(machine: &Machine, after: i64, checkpoint_id: &str) -> Option<Failure> {
    let failed = machine.actor.as_ref()?.failed_restore.as_ref()?;
    if failed.incarnation <= after || failed.checkpoint_id != checkpoint_id {
        return None;
    }
    let text = format!(
        "checkpoint {checkpoint_id} could not be restored: {}; machine {} goes on from its disk",
        failed.failure, machine.name
    );
    let failure = Failure::new(ErrorKind::WrongState, "RESTORE_FAILED", text);
    Some(failure.with("checkpoint_id", checkpoint_id).with("machine_id", machine.id.clone()))
}

/// Refuses a Checkpoint that nothing can be made from.
pub(crate) fn check_ready(checkpoint: &Checkpoint) -> Result<(), Failure> {
    let why = match checkpoint.state() {
        CheckpointState::Ready => return Ok(()),
        CheckpointState::Creating => "it is still being made".to_owned(),
        CheckpointState::Failed => format!("it could not be made: {}", checkpoint.failure),
        CheckpointState::Deleting | CheckpointState::Unspecified => "it is being removed".to_owned(),
    };
    let text = format!("checkpoint {} cannot be used: {why}", checkpoint.id);
    Err(Failure::new(ErrorKind::WrongState, "CHECKPOINT_NOT_READY", text)
        .with("checkpoint_id", checkpoint.id.clone()))
}
