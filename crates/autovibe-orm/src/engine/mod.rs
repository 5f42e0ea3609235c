//! The database without a transport: rows in, rows out.

mod commit;
mod config;
mod database;
mod folder;
mod lease;
mod list;
mod watch;

pub use config::EngineConfig;
pub use database::Engine;
pub use list::{ListOrder, ListPage};
pub use watch::Watcher;
