//! First answers by the caller's key, kept so that a repeated call writes nothing.

use autovibe_proto::db::v1::CommitResponse;
use prost::Message as _;
use rusqlite::{Connection, OptionalExtension as _, params};

use crate::DatabaseError;

/// Longer than any retry.
const KEPT_MICROS: i64 = 7 * 24 * 3600 * 1_000_000;
/// Rows dropped at once, so that no group of Commits waits long.
const DROPPED_AT_ONCE: i64 = 1000;

/// The first answer under a key.
pub(super) fn find(
    connection: &Connection,
    key: &str,
    now: i64,
) -> Result<Option<CommitResponse>, DatabaseError> {
    let fail = || DatabaseError::sqlite("read a first answer");
    let bytes: Option<Vec<u8>> = connection
        .prepare_cached("SELECT response FROM autovibe_idempotency WHERE key = ?1 AND expire_time > ?2")
        .map_err(fail())?
        .query_row(params![key, now], |row| row.get(0))
        .optional()
        .map_err(fail())?;
    let Some(bytes) = bytes else {
        return Ok(None);
    };
    let mut response = CommitResponse::decode(bytes.as_slice()).map_err(|_| DatabaseError::DamagedRow {
        entity: "CommitResponse".to_owned(),
        field: "response".to_owned(),
    })?;
    response.repeated_call = true;
    Ok(Some(response))
}

/// Keeps the first answer under a key.
pub(super) fn keep(
    connection: &Connection,
    key: &str,
    response: &CommitResponse,
    now: i64,
) -> Result<(), DatabaseError> {
    connection
        .prepare_cached(
            "INSERT OR REPLACE INTO autovibe_idempotency (key, response, expire_time) VALUES (?1, ?2, ?3)",
        )
        .and_then(|mut statement| {
            statement.execute(params![key, response.encode_to_vec(), now.saturating_add(KEPT_MICROS)])
        })
        .map(|_| ())
        .map_err(DatabaseError::sqlite("keep a first answer"))
}

/// Drops some answers whose time is over.
pub(super) fn prune(connection: &Connection, now: i64) -> Result<(), DatabaseError> {
    connection
        .prepare_cached(
            "DELETE FROM autovibe_idempotency WHERE key IN
             (SELECT key FROM autovibe_idempotency WHERE expire_time <= ?1 LIMIT ?2)",
        )
        .and_then(|mut statement| statement.execute([now, DROPPED_AT_ONCE]))
        .map(|_| ())
        .map_err(DatabaseError::sqlite("drop first answers"))
}
