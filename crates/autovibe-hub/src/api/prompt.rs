//! Sends prompts: from people by the control API, and from one Machine to another.

use autovibe_proto::hub::v1::{SendPromptRequest, SendPromptResponse};
use autovibe_proto::v1::message_body::Kind;
use autovibe_proto::v1::{Machine, MachineState, PromptMessage};
use autovibe_proto::{ErrorKind, Failure, TurnId, std_duration};

use super::access::{Access, Caller};
use super::blob::store_blob;
use super::control::ControlApi;
use super::machine::{checked_request_id, machine_id};
use crate::hub::Hub;
use crate::mailbox::NewMessage;

/// A prompt is words; whole files belong into the workspace.
const PROMPT_LENGTH_MAX: usize = 1024 * 1024;
/// Longer prompts lie in a Blob, so that a row stays small.
const INLINE_LENGTH_MAX: usize = 64 * 1024;
/// A Turn may take a day at most.
const LIMIT_MS_MAX: i64 = 24 * 60 * 60 * 1000;

impl ControlApi {
    pub(super) async fn send_prompt(
        &self,
        caller: &Caller,
        request: SendPromptRequest,
    ) -> Result<SendPromptResponse, Failure> {
        let machine = self.machine(caller, Access::Change, &request.machine).await?;
        let limit_ms = match request.limit.as_ref().map(std_duration) {
            None => 0,
            Some(limit) => i64::try_from(limit.as_millis())
                .ok()
                .filter(|limit_ms| (1..=LIMIT_MS_MAX).contains(limit_ms))
                .ok_or_else(|| {
                    Failure::invalid("a limit is above zero and at most a day").with("field", "limit")
                })?,
        };
        let key = checked_request_id(&request.request_id)?;
        let sent = post_prompt(self.hub(), &machine, &caller.sender(), request.text, key, limit_ms).await?;
        Ok(SendPromptResponse { message_id: sent.message_id, turn_id: sent.turn_id, machine_id: machine.id })
    }
}

/// A prompt that was accepted.
#[derive(Debug)]
pub(crate) struct SentPrompt {
    /// The Message.
    pub(crate) message_id: String,
    /// The Turn that it will become.
    pub(crate) turn_id: String,
}

/// Accepts a prompt for a Machine.
pub(crate) async fn post_prompt(
    hub: &Hub,
    machine: &Machine,
    sender: &str,
    text: String,
    request_id: &str,
    limit_ms: i64,
) -> Result<SentPrompt, Failure> {
    check_prompt(&text)?;
    if matches!(machine.state(), MachineState::Deleting | MachineState::Deleted) {
        let message = format!("machine {} is deleted", machine.name);
        let failure = Failure::new(ErrorKind::WrongState, "MACHINE_DELETED", message);
        return Err(failure.with("machine_id", machine.id.clone()));
    }
    let prompt = if text.len() > INLINE_LENGTH_MAX {
        let blob_id = store_blob(hub, &machine.project_id, text.into(), "text/plain; charset=utf-8").await?;
        PromptMessage { blob_id: Some(blob_id), limit_ms, ..PromptMessage::default() }
    } else {
        PromptMessage { text, blob_id: None, limit_ms }
    };
    let new = NewMessage::new(machine_id(machine)?, sender, Kind::Prompt(prompt)).with_request_id(request_id);
    let message = hub.post(new).await?;
    Ok(SentPrompt { turn_id: TurnId::derive(&[&message.id]).into_string(), message_id: message.id })
}

fn check_prompt(text: &str) -> Result<(), Failure> {
    if text.trim().is_empty() {
        return Err(Failure::invalid("the prompt is empty").with("field", "text"));
    }
    if text.contains('\0') {
        return Err(Failure::invalid("the prompt holds a zero character").with("field", "text"));
    }
    if text.len() > PROMPT_LENGTH_MAX {
        let message = format!(
            "the prompt has {} bytes, the most is {PROMPT_LENGTH_MAX} (1 MiB): copy large content into the workspace \
             and name the file in the prompt",
            text.len()
        );
        return Err(
            Failure::new(ErrorKind::InvalidArgument, "PROMPT_TOO_LARGE", message).with("field", "text")
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prompts_have_a_largest_size() {
        assert!(check_prompt("do it").is_ok());
        assert!(check_prompt(&"x".repeat(PROMPT_LENGTH_MAX)).is_ok());
        assert_eq!(check_prompt(&"x".repeat(PROMPT_LENGTH_MAX + 1)).unwrap_err().reason, "PROMPT_TOO_LARGE");
        assert!(check_prompt(" \n").is_err());
        assert!(check_prompt("a\0b").is_err());
    }
}
