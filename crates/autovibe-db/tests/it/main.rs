//! The database service as its callers meet it: over an in-memory gRPC connection.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod commit;
mod crud;
mod database;
mod lease;
mod list;
mod policy;
mod reopen;
mod watch;
