//! The Hub's ledger: opened Project by Project as Machines ask, and shared by all that count or look.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use autovibe_proto::v1::{Budget, Machine, Spend, Turn};
use autovibe_proto::{Failure, v1::Usage};
use tokio::sync::{Notify, watch};
use tokio::time::Instant;

use super::amount::Amount;
use super::ledger::{Ledger, Reached, Verdict};
use super::lineage::{first_spend, spend_id};
use super::scope::Scope;
use crate::api::quoted;
use crate::database::CommitBuilder;
use crate::hub::Hub;

/// Accounts of one Project, deleted Machines included; at a few hundred bytes each.
const SPENDS_MAX: usize = 200_000;
/// Budgets of one Project.
pub(crate) const BUDGETS_MAX: usize = 10_000;

/// What the Hub knows of spend and Budgets.
#[derive(Debug)]
pub(crate) struct Budgets {
    ledger: Mutex<Ledger>,
    /// Grows when room may have come: something ended, was stored, or a Budget changed.
    version: watch::Sender<u64>,
    /// There is something to store or to tell.
    pub(super) work: Notify,
    opening: tokio::sync::Mutex<()>,
    /// One write at a time.
    pub(super) writing: tokio::sync::Mutex<()>,
    /// Machines that were told of a used up Budget, and when.
    pub(super) held: Mutex<HashMap<String, Instant>>,
}

impl Default for Budgets {
    fn default() -> Budgets {
        Budgets {
            ledger: Mutex::default(),
            version: watch::channel(0).0,
            work: Notify::new(),
            opening: tokio::sync::Mutex::default(),
            writing: tokio::sync::Mutex::default(),
            held: Mutex::default(),
        }
    }
}

impl Budgets {
    pub(super) fn ledger(&self) -> MutexGuard<'_, Ledger> {
        self.ledger.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Tells when room may have come.
    pub(super) fn changes(&self) -> watch::Receiver<u64> {
        self.version.subscribe()
    }

    pub(super) fn announce_change(&self) {
        self.version.send_modify(|version| *version = version.wrapping_add(1));
    }

    pub(super) fn reserve(&self, machine_id: &str, bound: Amount) -> Verdict {
        self.ledger().reserve(machine_id, bound)
    }

    /// A request ended; its use is stored by the writer.
    pub(super) fn settle(&self, flight: u64, used: Option<&Usage>) {
        self.ledger().settle(flight, used);
        self.announce_change();
        self.work.notify_one();
    }

    /// A Turn worked for some time.
    pub(super) fn add_work(&self, machine_id: &str, turn_id: &str, time_ms: i64) {
        self.ledger().work(machine_id, turn_id, time_ms);
        self.work.notify_one();
    }

    /// All Budgets of which nothing is left for a Machine.
    pub(super) fn all_used_up(&self, machine_id: &str) -> Vec<Reached> {
        self.ledger().all_used_up(machine_id)
    }

    pub(super) fn out_of_time(&self, machine_id: &str) -> Option<Reached> {
        self.ledger().out_of_time(machine_id)
    }

    /// The Budgets of an opened Project.
    pub(crate) fn budgets(&self, project_id: &str) -> Vec<Budget> {
        self.ledger().budgets(project_id).to_vec()
    }

    /// What an opened account has.
    pub(crate) fn account(&self, machine_id: &str) -> Option<Spend> {
        self.ledger().account(machine_id).cloned()
    }

    /// What was spent within a scope of an opened Project.
    pub(crate) fn spent(&self, scope: &Scope) -> Amount {
        self.ledger().spent(scope)
    }

    /// The sum of the opened accounts that are wanted.
    pub(crate) fn sum(&self, is_wanted: impl Fn(&Spend) -> bool) -> (Usage, i64) {
        self.ledger().sum(is_wanted)
    }

    /// Reads the Budgets of a Project anew.
    pub(crate) async fn reload(&self, hub: &Hub, project_id: &str) -> Result<(), Failure> {
        open_project(hub, project_id).await?;
        let budgets = read_budgets(hub, project_id).await?;
        self.ledger().set_budgets(project_id, budgets);
        self.announce_change();
        Ok(())
    }
}

/// Reads what the database has of a Project, unless that was done.
pub(crate) async fn open_project(hub: &Hub, project_id: &str) -> Result<(), Failure> {
    let books = hub.budgets();
    if books.ledger().is_open(project_id) {
        return Ok(());
    }
    let _opening = books.opening.lock().await;
    if books.ledger().is_open(project_id) {
        return Ok(());
    }
    let budgets = read_budgets(hub, project_id).await?;
    let filter = format!("project_id = {}", quoted(project_id));
    let spends = hub.database().list_all::<Spend>(&filter, "", SPENDS_MAX).await?;
    if spends.len() >= SPENDS_MAX {
        // Guessing a lower sum than was spent would let the limits be passed.
        return Err(Failure::internal(format!("project {project_id} has more than {SPENDS_MAX} accounts")));
    }
    books.ledger().open(project_id, budgets, spends);
    Ok(())
}

/// Opens the account of a Machine and has it stand at the Turn that runs.
pub(crate) async fn open_account(hub: &Hub, machine: &Machine) -> Result<(), Failure> {
    open_project(hub, &machine.project_id).await?;
    let books = hub.budgets();
    let turn_id = books.ledger().account(&machine.id).map(|spend| spend.turn_id.clone());
    let turn_id = match turn_id {
        Some(turn_id) => turn_id,
        None => {
            let spend = stored_spend(hub, machine).await?;
            let turn_id = spend.turn_id.clone();
            books.ledger().add_account(spend);
            turn_id
        }
    };
    if let Some(running) = machine.turn_id.as_ref().filter(|running| **running != turn_id) {
        let turn = hub.database().get::<Turn>(running).await?;
        let continues = !turn_id.is_empty()
            && turn.is_some_and(|turn| turn.resumed_from.as_deref() == Some(turn_id.as_str()));
        books.ledger().enter_turn(&machine.id, running, continues);
        books.work.notify_one();
    }
    Ok(())
}

async fn stored_spend(hub: &Hub, machine: &Machine) -> Result<Spend, Failure> {
    let id = spend_id(&machine.id);
    if let Some(spend) = hub.database().get::<Spend>(&id).await? {
        return Ok(spend);
    }
    let spend = first_spend(hub.database(), machine).await?;
    hub.database().commit(CommitBuilder::new().insert_if_absent(&spend)).await?;
    hub.database().require::<Spend>(&id).await
}

async fn read_budgets(hub: &Hub, project_id: &str) -> Result<Vec<Budget>, Failure> {
    let filter = format!("project_id = {}", quoted(project_id));
    hub.database().list_all::<Budget>(&filter, "", BUDGETS_MAX).await
}
