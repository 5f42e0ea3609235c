//! Opens connections with the settings that durability rests on, and binds values.

use std::path::Path;
use std::time::Duration;

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, OpenFlags, Statement, ToSql};

use crate::DatabaseError;
use crate::plan::{Cell, Value};

/// Entities times operations, with room for the statements of lists.
const STATEMENT_CACHE: usize = 512;
/// Only a checkpoint of the log can hold a connection back, and only shortly.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// Opens the connection that writes.
pub(super) fn open_writer(path: &Path) -> Result<Connection, DatabaseError> {
    let connection = Connection::open(path).map_err(DatabaseError::sqlite("open the database file"))?;
    prepare(&connection)?;
    let set = |name: &str, value: &str| {
        connection
            .pragma_update(None, name, value)
            .map_err(DatabaseError::sqlite("set up the connection that writes"))
    };
    set("journal_mode", "WAL")?;
    // Acknowledged means durable.
    set("synchronous", "FULL")?;
    set("journal_size_limit", "67108864")?;
    Ok(connection)
}

/// Opens a connection that cannot write.
pub(super) fn open_reader(path: &Path) -> Result<Connection, DatabaseError> {
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
    let connection =
        Connection::open_with_flags(path, flags).map_err(DatabaseError::sqlite("open the database file"))?;
    prepare(&connection)?;
    connection
        .pragma_update(None, "query_only", "ON")
        .map_err(DatabaseError::sqlite("set up a connection that reads"))?;
    Ok(connection)
}

fn prepare(connection: &Connection) -> Result<(), DatabaseError> {
    connection.busy_timeout(BUSY_TIMEOUT).map_err(DatabaseError::sqlite("set the busy timeout"))?;
    connection.set_prepared_statement_cache_capacity(STATEMENT_CACHE);
    connection
        .pragma_update(None, "temp_store", "MEMORY")
        .map_err(DatabaseError::sqlite("set up a connection"))
}

struct Bound<'a>(&'a Value);

impl ToSql for Bound<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self.0 {
            Value::Null => ValueRef::Null,
            Value::Integer(number) => ValueRef::Integer(*number),
            Value::Real(number) => ValueRef::Real(*number),
            Value::Text(text) => ValueRef::Text(text),
            Value::Blob(blob) => ValueRef::Blob(blob),
        }))
    }
}

/// Binds values in order, without copies.
pub(crate) fn bind<'a>(
    statement: &mut Statement<'_>,
    values: impl IntoIterator<Item = &'a Value>,
) -> rusqlite::Result<()> {
    for (index, value) in values.into_iter().enumerate() {
        statement.raw_bind_parameter(index + 1, Bound(value))?;
    }
    Ok(())
}

/// Borrows a cell from a row.
pub(crate) fn cell_of<'a>(row: &'a rusqlite::Row<'_>, place: usize) -> rusqlite::Result<Cell<'a>> {
    Ok(match row.get_ref(place)? {
        ValueRef::Null => Cell::Null,
        ValueRef::Integer(number) => Cell::Integer(number),
        ValueRef::Real(number) => Cell::Real(number),
        ValueRef::Text(text) => Cell::Text(text),
        ValueRef::Blob(blob) => Cell::Blob(blob),
    })
}
