//! Turns what SQLite refuses into errors that name the fields.

use rusqlite::ErrorCode;
use rusqlite::ffi::{SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_UNIQUE};

use crate::DatabaseError;
use crate::schema::Entity;

/// The error of a write to one entity.
pub(super) fn of_write(entity: &Entity, source: rusqlite::Error) -> DatabaseError {
    if let rusqlite::Error::SqliteFailure(failure, text) = &source
        && [SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_PRIMARYKEY].contains(&failure.extended_code)
    {
        return DatabaseError::AlreadyExists {
            entity: entity.name.clone(),
            fields: fields(text.as_deref().unwrap_or_default()),
        };
    }
    DatabaseError::Sqlite { operation: "write a row", source }
}

/// The transaction may be gone as a whole.
pub(super) fn is_fatal(error: &DatabaseError) -> bool {
    matches!(
        error,
        DatabaseError::Sqlite { source: rusqlite::Error::SqliteFailure(failure, _), .. }
            if matches!(
                failure.code,
                ErrorCode::DiskFull | ErrorCode::SystemIoFailure | ErrorCode::OutOfMemory | ErrorCode::DatabaseCorrupt
            )
    )
}

/// Reads the fields from "UNIQUE constraint failed: machines.project_id, machines.name".
fn fields(text: &str) -> String {
    let list = text.split_once(": ").map_or("", |(_, list)| list);
    let names: Vec<&str> =
        list.split(", ").map(|name| name.split_once('.').map_or(name, |(_, field)| field)).collect();
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_lose_their_table() {
        assert_eq!(
            fields("UNIQUE constraint failed: machines.project_id, machines.name"),
            "project_id, name"
        );
        assert_eq!(fields("UNIQUE constraint failed: machines.id"), "id");
    }
}
