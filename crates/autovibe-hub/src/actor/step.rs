//! One step: the handling of one mailbox entry, in exactly one Commit.

use autovibe_proto::v1::{
    DeadLetter, DeadLetterReason, LeaseToken, Machine, MachineEvent, MailboxEntry, Message,
};
use autovibe_proto::{Failure, timestamp_micros};

use super::claim::ATTEMPTS_MAX;
use super::machine::{Projection, Refusal, decide, evolve, project};
use super::situation;
use crate::clock;
use crate::database::CommitBuilder;
use crate::hub::Hub;
use crate::mailbox::dead_letter;

/// The fields of a Machine that its actor writes; the others belong to whoever made it.
const ACTOR_FIELDS: &[&str] = &[
    "state",
    "goal",
    "incarnation",
    "handle",
    "turn_id",
    "session_id",
    "checkpoint_id",
    "failure",
    "usage",
    "event_sequence",
    "actor",
];

/// What came of a step.
#[derive(Debug)]
pub(super) enum Step {
    /// The entry is gone; the Machine is as it was.
    Handled,
    /// The entry is gone; this is the Machine now.
    Changed(Box<Machine>),
    /// The entry stays for later.
    Held,
}

/// Handles one claimed entry.
///
/// # Errors
/// What the database answered; the step did not happen, or nobody knows and the next look will tell.
pub(super) async fn step(
    hub: &Hub,
    token: &LeaseToken,
    machine: &Machine,
    entry: &MailboxEntry,
) -> Result<Step, Failure> {
    let taken = CommitBuilder::new()
        .lease(token.clone())
        .exists::<MailboxEntry>(&entry.id)
        .delete::<MailboxEntry>(&entry.id, &entry.machine_id);
    let Some(message) = hub.database().get::<Message>(&entry.id).await? else {
        hub.commit(taken).await?;
        return Ok(Step::Handled);
    };
    if let Some((reason, error)) = dead_already(entry) {
        return bury(hub, taken, &message, entry, reason, &error).await;
    }
    let env = situation::read(hub, machine, &message, entry.sequence).await?;
    match decide(machine, &message, &env) {
        Ok(decision) if decision.events.is_empty() => {
            hub.commit(taken).await?;
            Ok(Step::Handled)
        }
        Ok(decision) => record(hub, taken, machine, &decision.events).await,
        Err(Refusal::Held) => Ok(Step::Held),
        Err(Refusal::Denied { reason, text }) if message.sender == "hub" => {
            tracing::info!(
                machine.id = machine.id,
                message.id = message.id,
                reason,
                text,
                "a report was refused"
            );
            hub.commit(taken).await?;
            Ok(Step::Handled)
        }
        Err(Refusal::Denied { text, .. }) => {
            bury(hub, taken, &message, entry, DeadLetterReason::Refused, &text).await
        }
    }
}

/// Writes the events, the Machine and every row that they stand for.
async fn record(
    hub: &Hub,
    taken: CommitBuilder,
    machine: &Machine,
    events: &[MachineEvent],
) -> Result<Step, Failure> {
    let mut after = machine.clone();
    let mut projections = Vec::new();
    for event in events {
        projections.extend(project(&after, event));
        evolve(&mut after, event);
    }
    // The Machine comes first, so the first answered row is its new one.
    let mut commit = taken.update_at(&after, ACTOR_FIELDS, machine.revision);
    for event in events {
        commit = commit.insert(event);
    }
    for projection in projections {
        commit = write(commit, &after, projection);
    }
    let response = hub.commit(commit).await?;
    let row = response.rows.first().ok_or_else(|| Failure::internal("the database answered no rows"))?;
    let stored = <Machine as prost::Message>::decode(row.value.as_slice())
        .map_err(|error| Failure::internal(format!("the stored machine cannot be read: {error}")))?;
    tracing::debug!(machine.id = stored.id, state = ?stored.state(), sequence = stored.event_sequence, "step");
    Ok(Step::Changed(Box::new(stored)))
}

fn write(commit: CommitBuilder, machine: &Machine, projection: Projection) -> CommitBuilder {
    match projection {
        Projection::InsertTurn(turn) => commit.insert(&turn),
        Projection::UpdateTurn(turn, mask) => commit.update(&turn, mask),
        Projection::InsertCheckpoint(checkpoint) => commit.insert_if_absent(&checkpoint),
        Projection::UpdateCheckpoint(checkpoint, mask) => commit.update(&checkpoint, mask),
        Projection::DeleteCheckpoint(id) => commit.delete::<autovibe_proto::v1::Checkpoint>(&id, &machine.id),
        Projection::InsertEffect(effect) => commit.insert(&effect),
        Projection::DeleteEffect(id) => commit.delete::<autovibe_proto::v1::Effect>(&id, &machine.id),
        Projection::InsertMessage(rows) => commit.insert_if_absent(&rows.0).insert_if_absent(&rows.1),
        Projection::DropMessage(id) => commit.delete::<MailboxEntry>(&id, &machine.id),
        Projection::DeleteMachine => commit.delete::<Machine>(&machine.id, &machine.id),
    }
}

fn dead_already(entry: &MailboxEntry) -> Option<(DeadLetterReason, String)> {
    let now = clock::now_micros();
    if entry.expire_time.as_ref().is_some_and(|expire| timestamp_micros(expire) <= now) {
        return Some((DeadLetterReason::Expired, "it was not handled before it expired".to_owned()));
    }
    // The claim that would be one too many leaves the counter above the limit.
    (entry.attempt_count > ATTEMPTS_MAX)
        .then(|| (DeadLetterReason::Poison, "handling it failed too often".to_owned()))
}

async fn bury(
    hub: &Hub,
    taken: CommitBuilder,
    message: &Message,
    entry: &MailboxEntry,
    reason: DeadLetterReason,
    error: &str,
) -> Result<Step, Failure> {
    tracing::warn!(machine.id = entry.machine_id, message.id = entry.id, ?reason, error, "a message died");
    let row: DeadLetter = dead_letter(message, entry, reason, error);
    hub.commit(taken.insert_if_absent(&row)).await?;
    Ok(Step::Handled)
}
