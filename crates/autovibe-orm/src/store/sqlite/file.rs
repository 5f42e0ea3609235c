//! One database file with its readers and its writer.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use bytes::Bytes;
use rusqlite::Connection;
use tokio::sync::watch;

use super::connection::open_writer;
use super::meta::Meta;
use super::readers::Readers;
use super::writer::{Reply, Writer, WriterSetup};
use super::{Change, Transaction, change_log, row, sync};
use crate::DatabaseError;
use crate::catalog::Catalog;
use crate::clock::Clock;
use crate::schema::Entity;

/// What a file is opened with.
#[derive(Debug)]
pub(crate) struct SqliteFileConfig {
    /// Where the file lies.
    pub(crate) path: PathBuf,
    /// The schema.
    pub(crate) catalog: Arc<Catalog>,
    /// Places of the entities that live in the file.
    pub(crate) entities: Vec<usize>,
    /// The clock.
    pub(crate) clock: Arc<dyn Clock>,
    /// Commits that the change feed keeps.
    pub(crate) kept_commits: i64,
}

/// One database file with its readers and its writer.
#[derive(Debug)]
pub(crate) struct SqliteFile {
    catalog: Arc<Catalog>,
    readers: Readers,
    writer: Writer,
    meta: Meta,
    committed: watch::Receiver<i64>,
}

impl SqliteFile {
    /// Opens a file and brings its tables to the schema.
    pub(crate) fn open(config: SqliteFileConfig) -> Result<SqliteFile, DatabaseError> {
        let SqliteFileConfig { path, catalog, entities, clock, kept_commits } = config;
        let connection = open_writer(&path)?;
        let meta = Meta::open(&connection)?;
        let described: Vec<&Entity> = entities.iter().map(|&place| &catalog.schema.entities[place]).collect();
        sync::sync(&connection, &described)?;
        check_plans(&connection, &catalog, &entities)?;
        let readers = Readers::open(Path::new(&path))?;
        let (committed, receiver) = watch::channel(0);
        let setup = WriterSetup {
            connection,
            catalog: catalog.clone(),
            clock,
            incarnation: meta.incarnation.clone(),
            committed,
            kept_commits,
        };
        Ok(SqliteFile { catalog, readers, writer: Writer::start(setup)?, meta, committed: receiver })
    }

    /// What the file says about itself.
    pub(crate) fn meta(&self) -> &Meta {
        &self.meta
    }

    /// Tells the number of the newest durable Commit.
    pub(crate) fn committed(&self) -> watch::Receiver<i64> {
        self.committed.clone()
    }

    /// Reads one row on the calling thread.
    pub(crate) fn get(&self, entity: usize, id: &str) -> Result<Option<Bytes>, DatabaseError> {
        let (described, plan) = (&self.catalog.schema.entities[entity], &self.catalog.plans[entity]);
        self.readers.point(|connection| row::bytes(connection, described, plan, id))
    }

    /// Looks at something small on the calling thread.
    pub(crate) fn read<T>(
        &self,
        read: impl FnOnce(&Connection) -> Result<T, DatabaseError>,
    ) -> Result<T, DatabaseError> {
        self.readers.point(read)
    }

    /// Reads many rows on another thread, for a limited time.
    pub(crate) async fn list<T: Send + 'static>(
        &self,
        read: impl FnOnce(&Connection) -> Result<T, DatabaseError> + Send + 'static,
    ) -> Result<T, DatabaseError> {
        self.readers.list(read).await
    }

    /// Reads the change feed after a Commit.
    pub(crate) async fn changes(&self, after: i64, limit: usize) -> Result<Vec<Change>, DatabaseError> {
        self.readers.list(move |connection| change_log::read(connection, after, limit)).await
    }

    /// Writes; the answer comes after the COMMIT.
    pub(crate) async fn write(
        &self,
        work: impl FnOnce(&mut Transaction<'_>) -> Result<Reply, DatabaseError> + Send + 'static,
    ) -> Result<Reply, DatabaseError> {
        self.writer.submit(Box::new(work)).await
    }
}

/// Prepares every statement once, so that a plan that does not fit the tables fails at the start.
fn check_plans(connection: &Connection, catalog: &Catalog, entities: &[usize]) -> Result<(), DatabaseError> {
    for &place in entities {
        let plan = &catalog.plans[place];
        let referring = plan.referring.iter().flatten();
        for sql in [&plan.select, &plan.insert, &plan.delete, &plan.exists].into_iter().chain(referring) {
            connection
                .prepare_cached(sql)
                .map_err(DatabaseError::sqlite("check a plan against the tables"))?;
        }
    }
    Ok(())
}
