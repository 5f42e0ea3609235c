//! The database over its two files, and what it answers about itself.

use std::sync::Arc;

use autovibe_proto::db::v1::{GetSchemaResponse, WatchPosition};
use autovibe_proto::orm::v1::Store;
use bytes::Bytes;
use tokio::sync::{Semaphore, watch};

use super::config::EngineConfig;
use super::folder::FolderLock;
use crate::DatabaseError;
use crate::catalog::Catalog;
use crate::clock::Clock;
use crate::schema::{Entity, Schema};
use crate::store::sqlite::{SqliteFile, SqliteFileConfig};

/// Watchers at the same time.
const WATCHERS_MAX: usize = 1024;

/// The database: every method may be called from many tasks at once.
///
/// Dropping it finishes the queued writes and frees the folder.
#[derive(Debug)]
pub struct Engine {
    pub(super) catalog: Arc<Catalog>,
    pub(super) clock: Arc<dyn Clock>,
    // The files are dropped before the lock that guards them.
    pub(super) state: SqliteFile,
    pub(super) telemetry: SqliteFile,
    pub(super) watchers: Arc<Semaphore>,
    pub(super) closing: watch::Sender<bool>,
    _lock: FolderLock,
}

impl Engine {
    /// Opens the database of a folder and brings its tables to the schema.
    ///
    /// Blocks the calling thread for the time of some file operations.
    ///
    /// # Errors
    /// [`DatabaseError::FolderInUse`] while another process or engine holds the folder;
    /// [`DatabaseError::SchemaDrift`] when the tables need more than additions.
    pub fn open(config: EngineConfig) -> Result<Engine, DatabaseError> {
        let catalog = Arc::new(Catalog::read(&config.descriptor_set)?);
        let lock = FolderLock::take(&config.folder)?;
        let open = |name: &str, store: Store| {
            let entities = catalog.schema.entities.iter().enumerate();
            SqliteFile::open(SqliteFileConfig {
                path: config.folder.join(name),
                catalog: catalog.clone(),
                entities: entities
                    .filter(|(_, entity)| entity.store == store)
                    .map(|(place, _)| place)
                    .collect(),
                clock: config.clock.clone(),
                kept_commits: config.kept_commits,
            })
        };
        let state = open("state.db", Store::Unspecified)?;
        let telemetry = open("telemetry.db", Store::Telemetry)?;
        let watchers = Arc::new(Semaphore::new(WATCHERS_MAX));
        Ok(Engine {
            catalog,
            clock: config.clock.clone(),
            state,
            telemetry,
            watchers,
            closing: watch::Sender::new(false),
            _lock: lock,
        })
    }

    /// Ends every watch and refuses further writes, so that a server can wait for its last calls.
    ///
    /// Reads go on; the folder becomes free when the engine is dropped.
    pub fn close(&self) {
        self.closing.send_replace(true);
    }

    pub(super) fn check_open(&self) -> Result<(), DatabaseError> {
        if *self.closing.borrow() { Err(DatabaseError::Closed) } else { Ok(()) }
    }

    /// The schema.
    #[must_use]
    pub fn schema(&self) -> &Schema {
        &self.catalog.schema
    }

    /// Tells the schema and the identity of the database.
    #[must_use]
    pub fn describe(&self) -> GetSchemaResponse {
        GetSchemaResponse {
            database: self.state.meta().incarnation.clone(),
            descriptor_digest: self.catalog.schema.digest.clone(),
            entities: self.catalog.schema.entities.iter().map(|entity| entity.full_name.clone()).collect(),
        }
    }

    /// Returns one row as wire bytes; soft-deleted rows are returned too.
    ///
    /// Reads on the calling thread, for some microseconds.
    ///
    /// # Errors
    /// [`DatabaseError::NotFound`].
    pub fn get(&self, entity: usize, id: &str) -> Result<Bytes, DatabaseError> {
        let described = self.described(entity)?;
        self.file_of(described).get(entity, id)?.ok_or_else(|| DatabaseError::NotFound {
            entity: described.name.clone(),
            id: id.chars().take(64).collect(),
        })
    }

    /// The newest position of the change feed.
    #[must_use]
    pub fn position(&self) -> WatchPosition {
        WatchPosition {
            database: self.state.meta().incarnation.clone(),
            shard: crate::store::sqlite::SHARD.to_owned(),
            counter: *self.state.committed().borrow(),
        }
    }

    pub(super) fn described(&self, entity: usize) -> Result<&Entity, DatabaseError> {
        self.catalog
            .schema
            .entities
            .get(entity)
            .ok_or_else(|| DatabaseError::request("there is no such entity"))
    }

    pub(super) fn file_of(&self, entity: &Entity) -> &SqliteFile {
        match entity.store {
            Store::Unspecified => &self.state,
            Store::Telemetry => &self.telemetry,
        }
    }
}
