//! Calls about mailboxes and dead letters.

use autovibe_proto::hub::v1::{
    DropDeadLetterRequest, DropDeadLetterResponse, ListDeadLettersRequest, ListDeadLettersResponse,
    ListMailboxRequest, ListMailboxResponse, MailboxItem, ReplayDeadLetterRequest,
};
use autovibe_proto::v1::{DeadLetter, MailboxEntry, Message};
use autovibe_proto::{DeadLetterId, ErrorKind, Failure};

use super::access::{Access, Caller};
use super::control::ControlApi;
use super::name::quoted;
use super::page::page;
use crate::database::CommitBuilder;
use crate::mailbox::NewMessage;

/// The front of a mailbox; what is further back is not shown.
const ITEM_COUNT_MAX: usize = 200;

impl ControlApi {
    pub(super) async fn list_mailbox(
        &self,
        caller: &Caller,
        request: ListMailboxRequest,
    ) -> Result<ListMailboxResponse, Failure> {
        let machine = self.machine(caller, Access::View, &request.machine).await?;
        let filter = format!("machine_id = {}", quoted(&machine.id));
        let entries = self.database().list_all::<MailboxEntry>(&filter, "sequence", ITEM_COUNT_MAX).await?;
        let mut items = Vec::with_capacity(entries.len());
        for entry in entries {
            let message = self.database().get::<Message>(&entry.id).await?;
            items.push(MailboxItem { entry: Some(entry), message });
        }
        Ok(ListMailboxResponse { items })
    }

    pub(super) async fn list_dead_letters(
        &self,
        caller: &Caller,
        request: ListDeadLettersRequest,
    ) -> Result<ListDeadLettersResponse, Failure> {
        let filter = if request.machine.is_empty() {
            let project_id = self.listed_project(caller, "").await?;
            project_id.map(|id| format!("project_id = {}", quoted(&id))).unwrap_or_default()
        } else {
            let machine = self.machine(caller, Access::View, &request.machine).await?;
            format!("machine_id = {}", quoted(&machine.id))
        };
        let page = page(request.page_size, &request.page_token)?;
        let listed = self.database().list(&filter, "create_time", page).await?;
        Ok(ListDeadLettersResponse { dead_letters: listed.rows, next_page_token: listed.next_page_token })
    }

    pub(super) async fn replay_dead_letter(
        &self,
        caller: &Caller,
        request: ReplayDeadLetterRequest,
    ) -> Result<Message, Failure> {
        let mut letter = self.dead_letter(caller, &request.dead_letter_id).await?;
        if let Some(replay) = &letter.replay_message_id {
            let text = format!("dead letter {} was sent again already, as {replay}", letter.id);
            return Err(Failure::new(ErrorKind::AlreadyExists, "REPLAYED_ALREADY", text));
        }
        let kind = letter.body.as_ref().and_then(|body| body.kind.clone());
        let kind = kind.ok_or_else(|| Failure::internal("the dead letter holds no message"))?;
        let machine_id = letter.machine_id.parse().map_err(|error| Failure::internal(format!("{error}")))?;
        // The key is the letter's id: a call that is repeated after a lost answer sends it once.
        let new = NewMessage::new(machine_id, letter.sender.clone(), kind)
            .with_request_id(format!("replay {}", letter.id))
            .with_cause(letter.message_id.clone());
        let message = self.hub().post(new).await?;
        letter.replay_message_id = Some(message.id.clone());
        self.hub().commit(CommitBuilder::new().update(&letter, &["replay_message_id"])).await?;
        Ok(message)
    }

    pub(super) async fn drop_dead_letter(
        &self,
        caller: &Caller,
        request: DropDeadLetterRequest,
    ) -> Result<DropDeadLetterResponse, Failure> {
        let letter = self.dead_letter(caller, &request.dead_letter_id).await?;
        self.hub().commit(CommitBuilder::new().delete::<DeadLetter>(&letter.id, &letter.machine_id)).await?;
        Ok(DropDeadLetterResponse {})
    }

    async fn dead_letter(&self, caller: &Caller, id: &str) -> Result<DeadLetter, Failure> {
        id.parse::<DeadLetterId>()
            .map_err(|error| Failure::invalid(error.to_string()).with("field", "dead_letter_id"))?;
        let letter = self.database().get::<DeadLetter>(id).await?;
        let letter = letter.ok_or_else(|| Failure::not_found(format!("there is no dead letter {id}")))?;
        caller.check(Access::Change, &letter.project_id)?;
        Ok(letter)
    }
}
