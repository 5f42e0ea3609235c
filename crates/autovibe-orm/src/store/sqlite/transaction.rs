//! What one request does inside the writer's transaction, and what it leaves to its end.

use std::collections::HashMap;

use autovibe_proto::db::v1::ChangeKind;
use bytes::Bytes;
use rusqlite::Connection;

use super::change_log::Change;
use super::{fault, meta, row};
use crate::DatabaseError;
use crate::catalog::Catalog;
use crate::clock::Clock;
use crate::plan::{Plan, Value};
use crate::schema::Entity;

/// Rows that one request may change, cascades included.
const CHANGED_ROWS_MAX: usize = 100_000;

/// Looked at when every write of a request was done, so that their order does not matter.
#[derive(Debug)]
pub(super) enum Check {
    /// The row that a column points to exists.
    Refers {
        /// Place of the referring entity.
        entity: usize,
        /// Place of its column.
        column: usize,
        /// The id it points to.
        id: String,
    },
    /// Nothing that restricts deletes points to the row any more.
    Unreferenced {
        /// Place of the entity.
        entity: usize,
        /// Identifier.
        id: String,
    },
}

/// One request inside the writer's transaction.
pub(crate) struct Transaction<'a> {
    pub(super) connection: &'a Connection,
    pub(super) catalog: &'a Catalog,
    pub(super) incarnation: &'a str,
    pub(super) clock: &'a dyn Clock,
    /// Time of the request in microseconds.
    pub(super) now: i64,
    /// Number of the newest Commit that changed watched rows.
    pub(super) counter: i64,
    pub(super) sequences: &'a mut HashMap<usize, i64>,
    pub(super) changes: Vec<Change>,
    pub(super) checks: Vec<Check>,
    pub(super) changed_rows: usize,
    /// Partitions whose Lease the Commit is guarded by.
    pub(super) leased: Vec<i32>,
}

impl Transaction<'_> {
    pub(super) fn entity(&self, entity: usize) -> (&'_ Entity, &'_ Plan) {
        (&self.catalog.schema.entities[entity], &self.catalog.plans[entity])
    }

    /// The stored row with an id.
    pub(super) fn row(&self, entity: usize, id: &str) -> Result<Option<Vec<Value>>, DatabaseError> {
        let (entity, plan) = self.entity(entity);
        row::values(self.connection, entity, plan, id)
    }

    /// The stored row with an id, unless it is soft-deleted.
    pub(super) fn live_row(&self, entity: usize, id: &str) -> Result<Option<Vec<Value>>, DatabaseError> {
        let deleted = self.entity(entity).0.delete_time;
        let found = self.row(entity, id)?;
        Ok(found.filter(|values| deleted.is_none_or(|place| values[place] == Value::Null)))
    }

    /// Notes a changed row for the change feed; returns its bytes.
    pub(super) fn changed(
        &mut self,
        entity: usize,
        kind: ChangeKind,
        values: &[Value],
    ) -> Result<Bytes, DatabaseError> {
        self.count_row()?;
        let described = &self.catalog.schema.entities[entity];
        let value = row::encoded(described, values)?;
        if described.watched {
            self.changes.push(Change {
                entity: described.full_name.clone(),
                id: values[described.key].as_text().unwrap_or_default().to_owned(),
                kind,
                value: if kind == ChangeKind::Delete { Bytes::new() } else { value.clone() },
                counter: 0,
            });
        }
        Ok(value)
    }

    fn count_row(&mut self) -> Result<(), DatabaseError> {
        self.changed_rows += 1;
        if self.changed_rows > CHANGED_ROWS_MAX {
            return Err(DatabaseError::LimitExceeded {
                limit: "the number of rows that one request changes",
            });
        }
        Ok(())
    }

    /// The next number of an entity's sequence.
    pub(super) fn next_number(&mut self, entity: usize) -> Result<i64, DatabaseError> {
        let number = match self.sequences.get(&entity) {
            Some(number) => *number,
            None => meta::counter(self.connection, &sequence_name(self.entity(entity).0))?,
        } + 1;
        self.sequences.insert(entity, number);
        Ok(number)
    }

    /// Runs one statement over an entity.
    pub(super) fn execute<'v>(
        &self,
        entity: usize,
        sql: &str,
        values: impl IntoIterator<Item = &'v Value>,
    ) -> Result<usize, DatabaseError> {
        let described = &self.catalog.schema.entities[entity];
        let mut statement =
            self.connection.prepare_cached(sql).map_err(DatabaseError::sqlite("prepare a write"))?;
        super::bind(&mut statement, values).map_err(DatabaseError::sqlite("bind a write"))?;
        statement.raw_execute().map_err(|source| fault::of_write(described, source))
    }
}

/// The counter that holds the last number of an entity's sequence.
pub(super) fn sequence_name(entity: &Entity) -> String {
    format!("sequence:{}", entity.full_name)
}
