//! The change feed on disk: a row per changed row, in commit order.
//!
//! The key of an entry is the number of its Commit with the place inside it below, so one tree gives the order.

use autovibe_proto::db::v1::ChangeKind;
use bytes::Bytes;
use rusqlite::{Connection, params};

use super::meta;
use crate::DatabaseError;

/// Name of the counter of Commits.
pub(super) const COUNTER: &str = "changes";
/// Name of the counter that says up to which Commit entries were dropped.
const FLOOR: &str = "changes_dropped";
/// Bits of the key below the number of the Commit; a Commit changes fewer rows than they count.
const PLACE_BITS: u32 = 20;

/// One change of one row.
#[derive(Debug, Clone)]
pub(crate) struct Change {
    /// Full name of the entity.
    pub(crate) entity: String,
    /// Identifier.
    pub(crate) id: String,
    /// What was done.
    pub(crate) kind: ChangeKind,
    /// The row afterwards; empty after a delete.
    pub(crate) value: Bytes,
    /// Number of the Commit.
    pub(crate) counter: i64,
}

/// Writes the changes of one Commit.
pub(super) fn append(connection: &Connection, counter: i64, changes: &[Change]) -> Result<(), DatabaseError> {
    let fail = || DatabaseError::sqlite("write the change feed");
    let mut statement = connection
        .prepare_cached(
            "INSERT INTO autovibe_changes (key, entity, id, kind, value) VALUES (?1, ?2, ?3, ?4, ?5)",
        )
        .map_err(fail())?;
    for (place, change) in (0_i64..).zip(changes) {
        let key = (counter << PLACE_BITS) | place;
        statement
            .execute(params![key, change.entity, change.id, change.kind as i32, change.value.as_ref()])
            .map_err(fail())?;
    }
    Ok(())
}

/// Drops what is older than the newest `keep` Commits.
pub(super) fn prune(connection: &Connection, counter: i64, keep: i64) -> Result<(), DatabaseError> {
    let floor = counter - keep;
    if floor <= meta::counter(connection, FLOOR)? {
        return Ok(());
    }
    connection
        .prepare_cached("DELETE FROM autovibe_changes WHERE key < ?1")
        .and_then(|mut statement| statement.execute([(floor + 1) << PLACE_BITS]))
        .map_err(DatabaseError::sqlite("drop old changes"))?;
    meta::set_counter(connection, FLOOR, floor)
}

/// Changes after a Commit in order; at least one whole Commit, and about `limit` entries.
///
/// # Errors
/// [`DatabaseError::PositionTooOld`] when entries after the position were dropped.
pub(super) fn read(connection: &Connection, after: i64, limit: usize) -> Result<Vec<Change>, DatabaseError> {
    let fail = || DatabaseError::sqlite("read the change feed");
    // One transaction, so that nothing is dropped between the look at the floor and the read.
    let transaction = connection.unchecked_transaction().map_err(fail())?;
    if after < meta::counter(&transaction, FLOOR)? {
        return Err(DatabaseError::PositionTooOld);
    }
    let mut statement = transaction
        .prepare_cached(
            "SELECT key, entity, id, kind, value FROM autovibe_changes WHERE key >= ?1 ORDER BY key",
        )
        .map_err(fail())?;
    let mut rows = statement.query([(after + 1) << PLACE_BITS]).map_err(fail())?;
    let mut changes: Vec<Change> = Vec::new();
    while let Some(row) = rows.next().map_err(fail())? {
        let counter = row.get::<_, i64>(0).map_err(fail())? >> PLACE_BITS;
        if changes.len() >= limit && changes.last().is_some_and(|last| last.counter != counter) {
            break;
        }
        changes.push(Change {
            counter,
            entity: row.get(1).map_err(fail())?,
            id: row.get(2).map_err(fail())?,
            kind: ChangeKind::try_from(row.get::<_, i32>(3).map_err(fail())?).unwrap_or_default(),
            value: Bytes::from(row.get::<_, Vec<u8>>(4).map_err(fail())?),
        });
    }
    Ok(changes)
}
