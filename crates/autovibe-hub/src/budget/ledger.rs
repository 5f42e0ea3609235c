//! Who spent what, what is reserved for requests in flight, and whether there is room for one more: pure.

use std::collections::HashMap;

use autovibe_proto::v1::{Budget, BudgetScope, Spend, Usage};

use super::account::Account;
use super::amount::{Amount, Dimension, add_usage};
use super::scope::{Scope, holding};

/// Everything that is known of the Projects that were looked at.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    projects: HashMap<String, Vec<Budget>>,
    accounts: HashMap<String, Account>,
    spent: HashMap<Scope, Amount>,
    reserved: HashMap<Scope, Amount>,
    flights: HashMap<u64, Flight>,
    newest_flight: u64,
    crossings: Vec<Reached>,
}

/// A request that is under way.
#[derive(Debug)]
struct Flight {
    machine_id: String,
    turn_id: String,
    bound: Amount,
    scopes: [Scope; 4],
}

/// A Budget that is used up, or nearly.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Reached {
    /// The Budget.
    pub(super) budget: Budget,
    /// What was spent within it.
    pub(super) spent: Amount,
    /// The limit that it is about.
    pub(super) dimension: Dimension,
    /// The Machine that reached it.
    pub(super) machine_id: String,
}

/// Whether there is room for a request.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Verdict {
    /// Yes; this is its reservation.
    Admitted(u64),
    /// Requests in flight may use up what is left.
    Busy,
    /// The last answer of the Machine is not in the database yet.
    Unwritten,
    /// Nothing is left of a Budget.
    UsedUp(Box<Reached>),
    /// The account was not opened.
    Unknown,
}

impl Ledger {
    /// The Project's Budgets and Spend have been read.
    pub(super) fn is_open(&self, project_id: &str) -> bool {
        self.projects.contains_key(project_id)
    }

    /// Takes in what the database has of a Project.
    pub(super) fn open(&mut self, project_id: &str, budgets: Vec<Budget>, spends: Vec<Spend>) {
        self.projects.insert(project_id.to_owned(), budgets);
        spends.into_iter().for_each(|spend| self.add_account(spend));
    }

    /// Takes in the account of a Machine, unless it is there.
    pub(super) fn add_account(&mut self, spend: Spend) {
        if self.accounts.contains_key(&spend.machine_id) {
            return;
        }
        let whole = Amount::new(spend.usage.as_ref(), spend.working_ms);
        let turn = Amount::new(spend.turn_usage.as_ref(), spend.turn_working_ms);
        for scope in Scope::all_of(&spend) {
            let amount = if matches!(scope, Scope::Turn(_)) { turn } else { whole };
            let sum = self.spent.entry(scope).or_default();
            *sum = sum.plus(amount);
        }
        self.accounts.insert(spend.machine_id.clone(), Account::new(spend));
    }

    /// The Budgets of a Project changed.
    pub(super) fn set_budgets(&mut self, project_id: &str, budgets: Vec<Budget>) {
        self.projects.insert(project_id.to_owned(), budgets);
    }

    /// The Budgets of a Project.
    pub(super) fn budgets(&self, project_id: &str) -> &[Budget] {
        self.projects.get(project_id).map_or(&[], Vec::as_slice)
    }

    /// What a Machine spent.
    pub(super) fn account(&self, machine_id: &str) -> Option<&Spend> {
        self.accounts.get(machine_id).map(|account| &account.row)
    }

    /// What was spent within a scope.
    pub(super) fn spent(&self, scope: &Scope) -> Amount {
        self.spent.get(scope).copied().unwrap_or_default()
    }

    /// The sum of the accounts that are wanted.
    pub(super) fn sum(&self, is_wanted: impl Fn(&Spend) -> bool) -> (Usage, i64) {
        let rows = self.accounts.values().map(|account| &account.row).filter(|row| is_wanted(row));
        rows.fold((Usage::default(), 0), |(mut usage, time_ms), row| {
            add_usage(&mut usage, &row.usage.unwrap_or_default());
            (usage, time_ms.saturating_add(row.working_ms))
        })
    }

    /// The Machine works on this Turn; one that continues the former one takes over what that spent.
    pub(super) fn enter_turn(&mut self, machine_id: &str, turn_id: &str, continues: bool) {
        let Some(account) = self.accounts.get_mut(machine_id) else { return };
        if account.row.turn_id == turn_id {
            return;
        }
        turn_id.clone_into(&mut account.row.turn_id);
        if !continues {
            account.warned.clear();
            account.row.turn_usage = None;
            account.row.turn_working_ms = 0;
            self.spent.insert(Scope::Turn(machine_id.to_owned()), Amount::default());
        }
    }

    /// Looks for room for a request that uses at most `bound`, and reserves it.
    ///
    /// There is room while spent and reserved together are below each limit. The request itself is not counted
    /// there, so that the last one may cross the limit, and it alone.
    pub(super) fn reserve(&mut self, machine_id: &str, bound: Amount) -> Verdict {
        let Some(account) = self.accounts.get(machine_id) else { return Verdict::Unknown };
        if let Some(reached) = self.used_up(machine_id) {
            return Verdict::UsedUp(Box::new(reached));
        }
        if !account.is_stored() {
            return Verdict::Unwritten;
        }
        let spend = &account.row;
        for (budget, scope) in holding(self.budgets(&spend.project_id), spend) {
            let reserved = self.reserved.get(&scope).copied().unwrap_or_default();
            if self.spent(&scope).plus(reserved).used_up(budget).is_some() {
                return Verdict::Busy;
            }
        }
        let flight = Flight {
            machine_id: machine_id.to_owned(),
            turn_id: spend.turn_id.clone(),
            bound,
            scopes: Scope::all_of(spend),
        };
        for scope in &flight.scopes {
            let sum = self.reserved.entry(scope.clone()).or_default();
            *sum = sum.plus(bound);
        }
        self.newest_flight += 1;
        self.flights.insert(self.newest_flight, flight);
        Verdict::Admitted(self.newest_flight)
    }

    /// A request has ended: what it used takes the place of what was reserved for it.
    pub(super) fn settle(&mut self, flight: u64, used: Option<&Usage>) {
        let Some(flight) = self.flights.remove(&flight) else { return };
        for scope in &flight.scopes {
            if let Some(sum) = self.reserved.get_mut(scope) {
                *sum = sum.minus(flight.bound);
                if *sum == Amount::default() {
                    self.reserved.remove(scope);
                }
            }
        }
        if let Some(used) = used {
            self.spend(&flight.machine_id, &flight.turn_id, used, 0);
        }
    }

    /// A Turn worked for some time.
    pub(super) fn work(&mut self, machine_id: &str, turn_id: &str, time_ms: i64) {
        self.spend(machine_id, turn_id, &Usage::default(), time_ms);
    }

    fn spend(&mut self, machine_id: &str, turn_id: &str, used: &Usage, time_ms: i64) {
        let Some(account) = self.accounts.get_mut(machine_id) else { return };
        let time_ms = time_ms.max(0);
        add_usage(account.row.usage.get_or_insert_default(), used);
        account.row.working_ms = account.row.working_ms.saturating_add(time_ms);
        let is_of_turn = !turn_id.is_empty() && account.row.turn_id == turn_id;
        if is_of_turn {
            add_usage(account.row.turn_usage.get_or_insert_default(), used);
            account.row.turn_working_ms = account.row.turn_working_ms.saturating_add(time_ms);
        }
        let amount = Amount::new(Some(used), time_ms);
        for scope in Scope::all_of(&account.row) {
            if is_of_turn || !matches!(scope, Scope::Turn(_)) {
                let sum = self.spent.entry(scope).or_default();
                *sum = sum.plus(amount);
            }
        }
        self.note_crossings(machine_id);
    }

    /// The first Budget of which nothing is left for a Machine.
    pub(super) fn used_up(&self, machine_id: &str) -> Option<Reached> {
        self.reached(machine_id, Amount::used_up).next()
    }

    /// All Budgets of which nothing is left for a Machine.
    pub(super) fn all_used_up(&self, machine_id: &str) -> Vec<Reached> {
        self.reached(machine_id, Amount::used_up).collect()
    }

    /// The first Budget whose time is over for a Machine.
    pub(super) fn out_of_time(&self, machine_id: &str) -> Option<Reached> {
        self.reached(machine_id, Amount::out_of_time).next()
    }

    fn reached(
        &self,
        machine_id: &str,
        test: fn(&Amount, &Budget) -> Option<Dimension>,
    ) -> impl Iterator<Item = Reached> + '_ {
        let spend = self.accounts.get(machine_id).map(|account| &account.row);
        spend.into_iter().flat_map(move |spend| {
            holding(self.budgets(&spend.project_id), spend).filter_map(move |(budget, scope)| {
                let spent = self.spent(&scope);
                let dimension = test(&spent, budget)?;
                Some(Reached {
                    budget: budget.clone(),
                    spent,
                    dimension,
                    machine_id: spend.machine_id.clone(),
                })
            })
        })
    }

    /// Remembers which Budgets are to give their warning, each once.
    fn note_crossings(&mut self, machine_id: &str) {
        let reached: Vec<Reached> = self.reached(machine_id, Amount::nearly_used_up).collect();
        for reached in reached {
            let Some(account) = self.accounts.get_mut(machine_id) else { return };
            let is_new = if reached.budget.scope() == BudgetScope::Turn {
                account.warned.insert(reached.budget.id.clone())
            } else {
                let budgets = self.projects.get_mut(&reached.budget.project_id);
                let budget = budgets
                    .and_then(|budgets| budgets.iter_mut().find(|budget| budget.id == reached.budget.id));
                budget.is_some_and(|budget| !std::mem::replace(&mut budget.warned, true))
            };
            if is_new {
                self.crossings.push(reached);
            }
        }
    }

    /// The warnings that are to be given.
    pub(super) fn take_crossings(&mut self) -> Vec<Reached> {
        std::mem::take(&mut self.crossings)
    }

    /// Rows that the database does not have yet, some of them.
    pub(super) fn unwritten(&self, count_max: usize) -> Vec<Spend> {
        self.accounts.values().filter_map(Account::unwritten).take(count_max).collect()
    }

    /// The account of a Machine, for what the database said about it.
    pub(super) fn with_account(&mut self, machine_id: &str, change: impl FnOnce(&mut Account)) {
        let Some(account) = self.accounts.get_mut(machine_id) else { return };
        let amounts = |spend: &Spend| {
            (
                Amount::new(spend.usage.as_ref(), spend.working_ms),
                Amount::new(spend.turn_usage.as_ref(), spend.turn_working_ms),
            )
        };
        let (whole, turn) = amounts(&account.row);
        change(account);
        let (whole_now, turn_now) = amounts(&account.row);
        for scope in Scope::all_of(&account.row) {
            let more =
                if matches!(scope, Scope::Turn(_)) { turn_now.minus(turn) } else { whole_now.minus(whole) };
            let sum = self.spent.entry(scope).or_default();
            *sum = sum.plus(more);
        }
    }

    /// Requests in flight.
    #[cfg(test)]
    pub(super) fn flight_count(&self) -> usize {
        self.flights.len()
    }

    /// Nothing is reserved.
    #[cfg(test)]
    pub(super) fn is_unreserved(&self) -> bool {
        self.reserved.is_empty()
    }
}
