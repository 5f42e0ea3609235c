//! The database service: generated CRUD, Commit, Watch and leases over gRPC.
//!
//! - [`routes`]: every service of the database, to be served over any transport
//! - [`policy`]: which role may do what
//!
//! The generated services of all entities are one piece of code that works on wire bytes,
//! so a new entity needs no line here.
//!
//! ```
//! use std::sync::Arc;
//! use autovibe_db::{Engine, EngineConfig};
//!
//! # let folder = tempfile::tempdir().unwrap();
//! # tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
//! let engine = Arc::new(Engine::open(EngineConfig::new(folder.path().join("data")))?);
//! // The transport puts a `CallerIdentity` into the extensions of every request; without one nothing is served.
//! let server = tonic::transport::Server::builder().add_routes(autovibe_db::routes(engine));
//! # drop(server);
//! # Ok::<(), autovibe_db::DatabaseError>(())
//! # }).unwrap();
//! ```

mod caller;
mod codec;
mod database_service;
mod entity_service;
mod fault;
mod form;
mod method;
pub mod policy;
mod routes;

pub use autovibe_orm::{Clock, DatabaseError, Engine, EngineConfig, SystemClock};
pub use routes::{MESSAGE_BYTES_MAX, routes};
