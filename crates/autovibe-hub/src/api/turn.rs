//! Calls about Turns.

use autovibe_proto::hub::v1::{GetTurnRequest, ListTurnsRequest, ListTurnsResponse};
use autovibe_proto::v1::{Turn, TurnState};
use autovibe_proto::{ErrorKind, Failure};
use tokio::time::Instant;

use super::access::{Access, Caller};
use super::control::ControlApi;
use super::locate::find_turn;
use super::name::quoted;
use super::page::page;
use super::wait::{deadline, wait_until};
use crate::hub::Hub;

impl ControlApi {
    pub(super) async fn get_turn(&self, caller: &Caller, request: GetTurnRequest) -> Result<Turn, Failure> {
        let deadline = deadline(request.wait.as_ref());
        let turn = await_turn(self.hub(), &request.turn_id, deadline).await?;
        let turn = turn.ok_or_else(|| {
            let text = format!("turn {} does not exist or has not begun yet", request.turn_id);
            Failure::new(ErrorKind::NotFound, "TURN_NOT_FOUND", text).with("turn_id", request.turn_id.clone())
        })?;
        caller.check(Access::View, &turn.project_id)?;
        Ok(turn)
    }

    pub(super) async fn list_turns(
        &self,
        caller: &Caller,
        request: ListTurnsRequest,
    ) -> Result<ListTurnsResponse, Failure> {
        let machine = self.machine(caller, Access::View, &request.machine).await?;
        let page = page(request.page_size, &request.page_token)?;
        let filter = format!("machine_id = {}", quoted(&machine.id));
        let listed = self.database().list(&filter, "create_time", page).await?;
        Ok(ListTurnsResponse { turns: listed.rows, next_page_token: listed.next_page_token })
    }
}

/// The Turn once it has ended, or as it is at the deadline; `None` while it has not begun.
pub(crate) async fn await_turn(hub: &Hub, id: &str, deadline: Instant) -> Result<Option<Turn>, Failure> {
    let read = || find_turn(hub.database(), id);
    let is_ended = |turn: &Option<Turn>| turn.as_ref().is_some_and(|turn| turn.state() == TurnState::Ended);
    // The Machine of a Turn that has not begun is not known, so until then only the poll finds it.
    let begun = wait_until(hub.changes(), "", deadline, read, Option::is_some).await?;
    match &begun {
        Some(turn) if !is_ended(&begun) => {
            wait_until(hub.changes(), &turn.machine_id, deadline, read, is_ended).await
        }
        _ => Ok(begun),
    }
}
