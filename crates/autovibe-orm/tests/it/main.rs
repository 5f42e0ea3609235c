//! The library as its users meet it: schemas, plans, and tables that grow with the schema.

mod on_delete;
mod plan;
mod random;
mod schema;
mod sources;
mod sync;
