//! From annotated Protobuf types to SQL: schema, plans and stores.
//!
//! - [`schema`]: entities and columns, read from the descriptor set
//! - [`plan`]: wire bytes ⇄ cells of a row

pub mod plan;
pub mod schema;
mod error;

pub use error::DatabaseError;
