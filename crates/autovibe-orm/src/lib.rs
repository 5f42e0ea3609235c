//! From annotated Protobuf types to SQL: schema, plans and stores.
//!
//! - [`schema`]: entities and columns, read from the descriptor set
//! - [`plan`]: wire bytes ⇄ cells of a row
//! - [`Engine`]: Get, List, Create, Update, Delete, Commit, Leases and Watch over SQLite, without a transport
//!
//! ```
//! use autovibe_orm::{Engine, EngineConfig};
//! use autovibe_proto::ProjectId;
//! use autovibe_proto::db::v1::{CommitRequest, Row, Write, write::Operation};
//! use autovibe_proto::v1::Project;
//! use prost::Message as _;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let folder = tempfile::tempdir()?;
//! # tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
//! let engine = Engine::open(EngineConfig::new(folder.path().join("data")))?;
//! let project = Project { id: ProjectId::generate().into_string(), name: "demo".into(), ..Project::default() };
//! let row = Row { entity: "autovibe.v1.Project".into(), value: project.encode_to_vec() };
//! let write = Write { operation: Some(Operation::Insert(row)) };
//! engine.commit(CommitRequest { writes: vec![write], ..CommitRequest::default() }).await?;
//!
//! let projects = engine.schema().entity_of("autovibe.v1.Project")?;
//! let stored = Project::decode(engine.get(projects, &project.id)?)?;
//! assert_eq!((stored.name.as_str(), stored.revision), ("demo", 1));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! # })?;
//! # Ok(())
//! # }
//! ```

mod catalog;
mod clock;
mod engine;
mod error;
pub mod plan;
mod query;
pub mod schema;
mod store;

pub use clock::{Clock, SystemClock};
pub use engine::{Engine, EngineConfig, ListOrder, ListPage, Watcher};
pub use error::DatabaseError;
