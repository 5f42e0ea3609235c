//! Machines that are held, and letting them go on once every Budget allows it.

use std::sync::PoisonError;
use std::time::Duration;

use autovibe_proto::v1::message_body::Kind;
use autovibe_proto::v1::{BudgetRaisedMessage, BudgetScope, Machine};
use autovibe_proto::{ErrorKind, Failure};
use tokio::time::Instant;

use super::announcement::stop;
use super::book::{Budgets, open_account};
use super::ledger::Reached;
use crate::actor::machine::{hold, is_held};
use crate::api::machine_id;
use crate::hub::Hub;
use crate::mailbox::NewMessage;

/// An actor that has not held its Machine after this is told again.
const TELL_AGAIN: Duration = Duration::from_secs(10);

impl Budgets {
    /// The Machine is to be told now; false when it was a moment ago.
    fn note_told(&self, machine_id: &str) -> bool {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        let is_due = held.get(machine_id).is_none_or(|told| now.duration_since(*told) >= TELL_AGAIN);
        if is_due {
            held.insert(machine_id.to_owned(), now);
        }
        is_due
    }

    /// The Machine is known to be held, or was.
    pub(super) fn note_held(&self, machine_id: &str) {
        self.held
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .entry(machine_id.to_owned())
            .or_insert_with(Instant::now);
    }

    /// Machines that may be held.
    fn maybe_held(&self) -> Vec<(String, Instant)> {
        let held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        held.iter().map(|(id, told)| (id.clone(), *told)).collect()
    }

    fn forget_held(&self, machine_id: &str) {
        self.held.lock().unwrap_or_else(PoisonError::into_inner).remove(machine_id);
    }
}

/// Has the actor hold a Machine for a Budget, unless it was asked a moment ago.
pub(super) async fn hold_machine(hub: &Hub, machine: &Machine, reached: &Reached) -> Result<(), Failure> {
    if !is_held(machine) && hub.budgets().note_told(&machine.id) {
        stop(hub, machine, reached).await?;
    }
    Ok(())
}

/// Lets every held Machine go on that no Budget holds any more.
///
/// # Errors
/// What the database answered; the others are looked at all the same the next time.
pub(crate) async fn release_held(hub: &Hub) -> Result<(), Failure> {
    let books = hub.budgets();
    for (id, told) in books.maybe_held() {
        let Some(machine) = hub.database().get::<Machine>(&id).await? else {
            books.forget_held(&id);
            continue;
        };
        if is_held(&machine) {
            release(hub, &machine).await?;
        } else if machine.delete_time.is_some() || told.elapsed() >= TELL_AGAIN {
            books.forget_held(&id);
        }
    }
    Ok(())
}

/// Lets one Machine go on.
///
/// # Errors
/// `WrongState` with reason `BUDGET_REACHED` while a Budget still holds it.
pub(crate) async fn release_machine(hub: &Hub, machine: &Machine) -> Result<(), Failure> {
    if !is_held(machine) || release(hub, machine).await? {
        return Ok(());
    }
    let text = hold(machine).text.clone();
    Err(Failure::new(ErrorKind::WrongState, "BUDGET_REACHED", text).with("machine_id", machine.id.clone()))
}

/// Tells the actor of a held Machine when it may go on.
async fn release(hub: &Hub, machine: &Machine) -> Result<bool, Failure> {
    open_account(hub, machine).await?;
    // What one Turn may spend holds nobody any more when the Turn has ended.
    let has_turn = machine.turn_id.is_some();
    let holds = |reached: &Reached| has_turn || reached.budget.scope() != BudgetScope::Turn;
    if hub.budgets().all_used_up(&machine.id).iter().any(holds) {
        return Ok(false);
    }
    // The hold of one moment is ended by one Message, however often this is found.
    let key = format!(
        "budget raised {}",
        hold(machine).start_time.as_ref().map_or(0, autovibe_proto::timestamp_micros)
    );
    let body = Kind::BudgetRaised(BudgetRaisedMessage {});
    hub.post(NewMessage::new(machine_id(machine)?, "hub", body).with_request_id(key)).await?;
    Ok(true)
}
