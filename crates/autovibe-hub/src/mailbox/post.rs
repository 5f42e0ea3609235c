//! Accepting a Message: its body for ever, its entry until it is handled.

use autovibe_proto::v1::{Machine, MachineState, Message};
use autovibe_proto::{ErrorKind, Failure, MachineId};

use super::NewMessage;
use super::depth::Depths;
use crate::changes::Changes;
use crate::clock;
use crate::database::{CommitBuilder, Database};

/// The largest body of a Message in bytes; longer prompts lie in a Blob.
const BODY_BYTES_MAX: usize = 64 * 1024 + 1024;

/// The mailboxes of all Machines.
#[derive(Debug)]
pub struct Mailboxes {
    database: Database,
    changes: Changes,
    depths: Depths,
}

impl Mailboxes {
    pub(crate) fn new(database: Database, changes: Changes) -> Mailboxes {
        Mailboxes { database, changes, depths: Depths::default() }
    }

    /// Accepts a Message: when this returns, it is durable.
    ///
    /// The same Machine, sender and request id give the first Message again.
    ///
    /// # Errors
    /// `NotFound` without such a Machine, `WrongState` for one that is deleted, `LimitExceeded` when 10 000
    /// Messages wait, `AlreadyExists` when the request id was used for another body.
    pub async fn post(&self, new: NewMessage) -> Result<Message, Failure> {
        let machine = self.database.require::<Machine>(new.machine_id.as_str()).await?;
        if machine.state() == MachineState::Deleted || machine.delete_time.is_some() {
            return Err(deleted(&new.machine_id));
        }
        let project = machine
            .project_id
            .parse()
            .map_err(|error| Failure::internal(format!("machine {}: {error}", machine.id)))?;
        let (message, entry) = new.rows(&project, clock::now_micros());
        if prost::Message::encoded_len(&message) > BODY_BYTES_MAX {
            return Err(Failure::invalid(format!("a message holds at most {BODY_BYTES_MAX} bytes")));
        }
        // What the Hub itself reports must not be lost when users fill a mailbox.
        if new.sender != "hub" {
            self.depths.admit(&self.database, &new.machine_id).await?;
        }
        // Once the Machine is deleted, nobody looks into its mailbox.
        let commit =
            CommitBuilder::new().exists::<Machine>(new.machine_id.as_str()).insert(&message).insert(&entry);
        let changes = commit.changes().to_vec();
        match self.database.commit(commit).await {
            Ok(_) => {
                changes.into_iter().for_each(|change| self.changes.publish(change));
                Ok(message)
            }
            Err(failure) if failure.kind == ErrorKind::AlreadyExists => self.accepted_before(&message).await,
            Err(failure) if failure.reason == "GUARD_FAILED" => Err(deleted(&new.machine_id)),
            Err(failure) => Err(failure),
        }
    }

    async fn accepted_before(&self, message: &Message) -> Result<Message, Failure> {
        let first = self.database.require::<Message>(&message.id).await?;
        if first.body == message.body || first.sender == "hub" {
            return Ok(first);
        }
        Err(Failure::new(
            ErrorKind::AlreadyExists,
            "REQUEST_ID_REUSED",
            "the request id was used for another message; choose a new one",
        )
        .with("message_id", first.id))
    }
}

fn deleted(machine: &MachineId) -> Failure {
    Failure::new(ErrorKind::WrongState, "MACHINE_DELETED", format!("machine {machine} is deleted"))
}
