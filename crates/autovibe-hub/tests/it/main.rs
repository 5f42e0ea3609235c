//! The Hub from outside: its actors, its control API and its guest endpoint, over a database in memory.
#![expect(clippy::unwrap_used, reason = "in a test, a missing value is a failure")]

mod actors;
mod blobs;
mod budget;
mod checkpoints;
mod control;
mod database;
mod egress;
mod egress_rules;
mod egress_way;
mod fleet;
mod guest;
mod hub;
mod node;
mod rest_table;
mod secret;
mod secret_call;
mod workspace;
