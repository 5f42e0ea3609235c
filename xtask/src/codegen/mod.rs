//! Generates what is derived from the Protobuf schemas: CRUD services, Rust types, the descriptor set.

mod crud;
mod run;
mod rust;

pub(crate) use run::{CodegenArguments, check, run};
