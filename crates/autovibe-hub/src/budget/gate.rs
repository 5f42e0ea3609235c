//! The gate of the model gateway: lets a request through, has it wait, or refuses it in the end.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use autovibe_proto::Failure;
use autovibe_proto::v1::Machine;
use tokio::time::Instant;

use super::amount::Amount;
use super::book::open_account;
use super::hold::hold_machine;
use super::ledger::Verdict;
use crate::gateway::{Bound, GateDenied, ModelCaller, SpendGate, Usage};
use crate::hub::Hub;

/// A request is held for this long at most. Its Machine is paused long before, and the guest's connection is
/// given up half a minute later; the coding agent asks again when the Machine goes on.
const HOLD_MAX: Duration = Duration::from_secs(120);
/// The Machine's row is read anew after this: its Turn and whether it is held.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// The gate over the Hub's ledger.
#[derive(Debug)]
pub struct BudgetGate {
    hub: Arc<Hub>,
}

impl BudgetGate {
    /// A gate that counts for this Hub.
    #[must_use]
    pub fn new(hub: Arc<Hub>) -> BudgetGate {
        BudgetGate { hub }
    }

    async fn look(&self, caller: &ModelCaller) -> Result<Machine, Failure> {
        let machine = self.hub.database().require::<Machine>(&caller.machine_id).await?;
        open_account(&self.hub, &machine).await?;
        Ok(machine)
    }
}

#[async_trait]
impl SpendGate for BudgetGate {
    async fn reserve(&self, caller: &ModelCaller, bound: Bound) -> Result<u64, GateDenied> {
        let deadline = Instant::now() + HOLD_MAX;
        let bound = Amount { tokens: bound.tokens, cost_micros: bound.cost_micros, time_ms: 0 };
        let books = self.hub.budgets();
        // Subscribed before the first look, so that no change falls in between.
        let mut changes = books.changes();
        loop {
            let machine = self.look(caller).await.map_err(|failure| unavailable(caller, &failure))?;
            let look_again = Instant::now() + LOOK_EVERY;
            while Instant::now() < look_again {
                changes.borrow_and_update();
                let message = match books.reserve(&machine.id, bound) {
                    Verdict::Admitted(reservation) => return Ok(reservation),
                    Verdict::UsedUp(reached) => {
                        let told = hold_machine(&self.hub, &machine, &reached).await;
                        told.map_err(|failure| unavailable(caller, &failure))?;
                        "a budget of this machine is used up"
                    }
                    Verdict::Busy => "other requests may use up what is left of a budget",
                    Verdict::Unwritten | Verdict::Unknown => {
                        "what the last request used could not be stored yet"
                    }
                };
                let now = Instant::now();
                if now >= deadline {
                    return Err(GateDenied { message: message.to_owned(), retry_after: HOLD_MAX / 4 });
                }
                let _ = tokio::time::timeout_at(look_again.min(deadline), changes.changed()).await;
            }
        }
    }

    fn settle(&self, reservation: u64, used: Option<&Usage>) {
        let used = used.map(|used| autovibe_proto::v1::Usage {
            input_tokens: used.input_tokens,
            output_tokens: used.output_tokens,
            cache_read_tokens: used.cache_read_tokens,
            cache_write_tokens: used.cache_write_tokens,
            cost_micros: used.cost_micros,
            request_count: 1,
        });
        self.hub.budgets().settle(reservation, used.as_ref());
    }
}

fn unavailable(caller: &ModelCaller, failure: &Failure) -> GateDenied {
    tracing::warn!(machine.id = caller.machine_id, error = %failure, "a request was refused: spend cannot be read");
    GateDenied {
        message: "what this machine may spend cannot be read now".to_owned(),
        retry_after: LOOK_EVERY,
    }
}
