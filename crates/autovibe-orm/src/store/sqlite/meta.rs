//! What a database file says about itself: format, identity, secret, counters.

use rusqlite::{Connection, OptionalExtension as _, params};

use crate::DatabaseError;

/// The layout of our own tables; another number means another program version.
const FORMAT: &str = "1";

const TABLES: &str = "
CREATE TABLE IF NOT EXISTS autovibe_meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS autovibe_counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS autovibe_tables (entity TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS autovibe_columns (
  entity TEXT NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL, nullable INTEGER NOT NULL,
  PRIMARY KEY (entity, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS autovibe_changes (
  key INTEGER PRIMARY KEY, entity TEXT NOT NULL, id TEXT NOT NULL, kind INTEGER NOT NULL, value BLOB NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS autovibe_idempotency (
  key TEXT PRIMARY KEY, response BLOB NOT NULL, expire_time INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS autovibe_idempotency_expire ON autovibe_idempotency (expire_time);
";

/// What stays the same while a file is open.
#[derive(Debug, Clone)]
pub(crate) struct Meta {
    /// Identity of the database: another one after it was made anew.
    pub(crate) incarnation: String,
    /// Signs page tokens.
    pub(crate) secret: Vec<u8>,
}

impl Meta {
    /// Creates our own tables where they are missing and reads what they say.
    pub(super) fn open(connection: &Connection) -> Result<Meta, DatabaseError> {
        connection
            .execute_batch(TABLES)
            .map_err(DatabaseError::sqlite("create the tables of the service"))?;
        let format = value_or(connection, "format", || Ok(FORMAT.to_owned()))?;
        if format != FORMAT {
            return Err(DatabaseError::SchemaDrift {
                table: "autovibe_meta".to_owned(),
                problem: format!("the file has format {format}, this program reads format {FORMAT}"),
            });
        }
        let incarnation = value_or(connection, "incarnation", random_hex::<16>)?;
        let secret = value_or(connection, "secret", random_hex::<32>)?;
        Ok(Meta { incarnation, secret: secret.into_bytes() })
    }
}

/// Reads a counter; one that was never written is 0.
pub(super) fn counter(connection: &Connection, name: &str) -> Result<i64, DatabaseError> {
    let mut statement = connection
        .prepare_cached("SELECT value FROM autovibe_counters WHERE name = ?1")
        .map_err(DatabaseError::sqlite("read a counter"))?;
    let value = statement.query_row([name], |row| row.get(0)).optional();
    Ok(value.map_err(DatabaseError::sqlite("read a counter"))?.unwrap_or(0))
}

/// Writes a counter.
pub(super) fn set_counter(connection: &Connection, name: &str, value: i64) -> Result<(), DatabaseError> {
    connection
        .prepare_cached(
            "INSERT INTO autovibe_counters (name, value) VALUES (?1, ?2)
             ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        )
        .and_then(|mut statement| statement.execute(params![name, value]))
        .map(|_| ())
        .map_err(DatabaseError::sqlite("write a counter"))
}

fn value_or(
    connection: &Connection,
    name: &str,
    new: impl FnOnce() -> Result<String, DatabaseError>,
) -> Result<String, DatabaseError> {
    let found: Option<String> = connection
        .query_row("SELECT value FROM autovibe_meta WHERE name = ?1", [name], |row| row.get(0))
        .optional()
        .map_err(DatabaseError::sqlite("read what the file says about itself"))?;
    if let Some(found) = found {
        return Ok(found);
    }
    let value = new()?;
    connection
        .execute("INSERT INTO autovibe_meta (name, value) VALUES (?1, ?2)", [name, &value])
        .map_err(DatabaseError::sqlite("write what the file says about itself"))?;
    Ok(value)
}

fn random_hex<const LENGTH: usize>() -> Result<String, DatabaseError> {
    let mut bytes = [0_u8; LENGTH];
    getrandom::fill(&mut bytes).map_err(|error| DatabaseError::System {
        operation: "take random numbers",
        cause: error.to_string(),
    })?;
    Ok(data_encoding::HEXLOWER.encode(&bytes))
}
