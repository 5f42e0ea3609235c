//! The library as its users meet it: schemas, plans, and tables that grow with the schema.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod on_delete;
mod plan;
mod random;
mod schema;
mod sources;
mod sync;
