//! The Hub from outside: its control API and its guest endpoint, over a database in memory.
#![expect(clippy::unwrap_used, reason = "in a test, a missing value is a failure")]

mod control;
mod database;
mod guest;
mod hub;
mod rest_table;
