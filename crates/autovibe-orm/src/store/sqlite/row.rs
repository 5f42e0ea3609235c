//! Reads whole rows as values and as wire bytes.

use bytes::{Bytes, BytesMut};
use rusqlite::Connection;

use super::connection::cell_of;
use crate::DatabaseError;
use crate::plan::{Plan, Value, encode};
use crate::schema::Entity;

/// The row with an id as values, or nothing.
pub(super) fn values(
    connection: &Connection,
    entity: &Entity,
    plan: &Plan,
    id: &str,
) -> Result<Option<Vec<Value>>, DatabaseError> {
    let fail = || DatabaseError::sqlite("read a row");
    let mut statement = connection.prepare_cached(&plan.select).map_err(fail())?;
    let mut rows = statement.query([id]).map_err(fail())?;
    let Some(row) = rows.next().map_err(fail())? else {
        return Ok(None);
    };
    let read = |place| cell_of(row, place).map(|cell| cell.to_value());
    (0..entity.columns.len()).map(read).collect::<Result<_, _>>().map(Some).map_err(fail())
}

/// The row with an id as wire bytes, or nothing.
pub(super) fn bytes(
    connection: &Connection,
    entity: &Entity,
    plan: &Plan,
    id: &str,
) -> Result<Option<Bytes>, DatabaseError> {
    let fail = || DatabaseError::sqlite("read a row");
    let mut statement = connection.prepare_cached(&plan.select).map_err(fail())?;
    let mut rows = statement.query([id]).map_err(fail())?;
    let Some(row) = rows.next().map_err(fail())? else {
        return Ok(None);
    };
    let mut out = BytesMut::with_capacity(512);
    encode(entity, |place| cell_of(row, place).map_err(fail()), &mut out)?;
    Ok(Some(out.freeze()))
}

/// The wire bytes of values.
pub(super) fn encoded(entity: &Entity, values: &[Value]) -> Result<Bytes, DatabaseError> {
    let mut out = BytesMut::with_capacity(512);
    encode(entity, |place| Ok(values[place].cell()), &mut out)?;
    Ok(out.freeze())
}
