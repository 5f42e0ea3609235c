//! What becomes of a Message that cannot be handled.

use autovibe_proto::v1::{DeadLetter, DeadLetterReason, MailboxEntry, Message};
use autovibe_proto::{DeadLetterId, MessageId};

/// The DeadLetter that a Message becomes if it dies; whoever sent it can look for this row.
#[must_use]
pub fn dead_letter_id(message: &MessageId) -> DeadLetterId {
    DeadLetterId::derive(&[message.as_str()])
}

/// Makes the row of a Message that died.
pub(crate) fn dead_letter(
    message: &Message,
    entry: &MailboxEntry,
    reason: DeadLetterReason,
    error: &str,
) -> DeadLetter {
    DeadLetter {
        id: DeadLetterId::derive(&[&message.id]).into_string(),
        project_id: message.project_id.clone(),
        machine_id: message.machine_id.clone(),
        message_id: message.id.clone(),
        body: message.body.clone(),
        reason: reason.into(),
        error: error.to_owned(),
        attempt_count: entry.attempt_count,
        sender: message.sender.clone(),
        ..DeadLetter::default()
    }
}
