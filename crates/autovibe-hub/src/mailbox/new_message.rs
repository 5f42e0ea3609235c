//! A Message before it is accepted, and the rows that it becomes.

use autovibe_proto::v1::message_body::Kind;
use autovibe_proto::v1::{MailboxEntry, Message, MessageBody, MessageLane};
use autovibe_proto::{
    MachineId, MessageId, ProjectId, partition_of, timestamp_from_micros, timestamp_micros,
};
use pbjson_types::Timestamp;

/// A Message to be accepted.
#[derive(Debug, Clone, PartialEq)]
pub struct NewMessage {
    /// The Machine that gets it.
    pub machine_id: MachineId,
    /// Who sends it: "user/tok_…", "machine/mch_…" or "hub".
    pub sender: String,
    /// What it says.
    pub body: Kind,
    /// The sender's key: the same key is delivered once; without one each call is a new Message.
    pub request_id: Option<String>,
    /// Not delivered before this time.
    pub not_before_time: Option<Timestamp>,
    /// Not delivered after this time.
    pub expire_time: Option<Timestamp>,
    /// The Message or Effect that caused this one; empty without one.
    pub cause_id: String,
}

impl NewMessage {
    /// A Message that is delivered as soon as possible.
    #[must_use]
    pub fn new(machine_id: MachineId, sender: impl Into<String>, body: Kind) -> NewMessage {
        NewMessage {
            machine_id,
            sender: sender.into(),
            body,
            request_id: None,
            not_before_time: None,
            expire_time: None,
            cause_id: String::new(),
        }
    }

    /// Gives it the sender's key; an empty one means none.
    #[must_use]
    pub fn with_request_id(mut self, request_id: impl Into<String>) -> NewMessage {
        self.request_id = Some(request_id.into()).filter(|key| !key.is_empty());
        self
    }

    /// Names what caused it.
    #[must_use]
    pub fn with_cause(mut self, cause_id: impl Into<String>) -> NewMessage {
        self.cause_id = cause_id.into();
        self
    }

    /// Puts its delivery off.
    #[must_use]
    pub fn not_before_micros(mut self, micros: i64) -> NewMessage {
        self.not_before_time = Some(timestamp_from_micros(micros));
        self
    }

    /// The identifier: always the same for one Machine, sender and key.
    #[must_use]
    pub fn id(&self) -> MessageId {
        match &self.request_id {
            Some(key) => MessageId::derive(&[self.machine_id.as_str(), &self.sender, key]),
            None => MessageId::generate(),
        }
    }

    /// The lane: prompts wait until the Machine takes them, everything else overtakes them.
    #[must_use]
    pub fn lane(&self) -> MessageLane {
        match self.body {
            Kind::Prompt(_) => MessageLane::Normal,
            Kind::Create(_)
            | Kind::Interrupt(_)
            | Kind::Goal(_)
            | Kind::Checkpoint(_)
            | Kind::Restore(_)
            | Kind::EffectDone(_)
            | Kind::GuestGreeted(_)
            | Kind::TurnEnded(_)
            | Kind::VmObserved(_)
            | Kind::Forget(_)
            | Kind::Timer(_)
            | Kind::BudgetReached(_)
            | Kind::BudgetRaised(_)
            | Kind::CheckpointLost(_) => MessageLane::Control,
        }
    }

    /// The rows to insert, for a Commit that holds more than this Message.
    #[must_use]
    pub fn rows(&self, project_id: &ProjectId, now_micros: i64) -> (Message, MailboxEntry) {
        let id = self.id().into_string();
        let due_micros = self.not_before_time.as_ref().map_or(now_micros, timestamp_micros);
        let message = Message {
            id: id.clone(),
            project_id: project_id.to_string(),
            machine_id: self.machine_id.to_string(),
            sender: self.sender.clone(),
            lane: self.lane().into(),
            body: Some(MessageBody { kind: Some(self.body.clone()) }),
            not_before_time: self.not_before_time,
            expire_time: self.expire_time,
            cause_id: self.cause_id.clone(),
            create_time: None,
        };
        let entry = MailboxEntry {
            id,
            project_id: project_id.to_string(),
            machine_id: self.machine_id.to_string(),
            partition: partition_of(&self.machine_id),
            lane: self.lane().into(),
            due_time: Some(timestamp_from_micros(due_micros)),
            expire_time: self.expire_time,
            ..MailboxEntry::default()
        };
        (message, entry)
    }
}
