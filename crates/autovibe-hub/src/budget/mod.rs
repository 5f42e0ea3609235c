//! Budgets: what may be spent, what was, and the gate in front of every request to a model.
//!
//! ```text
//! gateway ─▶ [gate] room in every Budget that holds for the Machine? ─┬▶ provider ─▶ answer is metered
//!               │ no: the request waits, the Machine is saved and     │                 │
//!               ▼ held                                                ▼                 ▼
//!         [announcement] Message to the actor              [ledger] a reservation ─▶ Spend row, [writer]
//! ```
//!
//! - The [`ledger`] is pure: a reservation is an upper bound of a request in flight, and a request is let through
//!   while spent and reserved together are below each limit. So a limit is passed by one request at most.
//! - A Machine's next request waits until the Spend of its last one is in the database.
//! - Working time comes from the [`clock`], which looks at the Turns that run.

mod account;
mod amount;
mod announcement;
mod book;
mod clock;
mod gate;
mod hold;
mod ledger;
mod lineage;
mod scope;
mod text;
mod writer;

#[cfg(test)]
mod tests;

pub use gate::BudgetGate;

pub(crate) use amount::Amount;
pub(crate) use book::{BUDGETS_MAX, Budgets, open_account, open_project};
pub(crate) use clock::keep;
pub(crate) use hold::{release_held, release_machine};
pub(crate) use lineage::first_spend;
pub(crate) use scope::{Scope, is_of};
pub(crate) use text::scope_name;
pub(crate) use writer::{write, write_all};
