//! Applies one Commit: guards, writes, references, change feed, first answer.

use autovibe_proto::db::v1::{ChangeKind, CommitResponse, Row, WatchPosition};

use super::transaction::{Check, Transaction};
use super::write::{PreparedCommit, PreparedGuard, PreparedWrite};
use super::{change_log, idempotency, lease};
use crate::DatabaseError;
use crate::plan::{Plan, Value};
use crate::schema::Entity;

/// The only shard for now.
pub(crate) const SHARD: &str = "global";

impl Transaction<'_> {
    /// Applies a Commit; on an error the caller rolls everything back.
    pub(crate) fn commit(&mut self, commit: PreparedCommit) -> Result<CommitResponse, DatabaseError> {
        let key = commit.idempotency_key;
        if !key.is_empty()
            && let Some(first) = idempotency::find(self.connection, &key, self.now)?
        {
            return Ok(first);
        }
        for guard in &commit.guards {
            self.check_guard(guard)?;
            if let PreparedGuard::Lease(token) = guard {
                self.leased.push(token.partition);
            }
        }
        let mut rows = Vec::new();
        for write in commit.writes {
            rows.extend(self.write(write)?);
        }
        self.finish_checks()?;
        self.finish_changes()?;
        let response = CommitResponse { rows, position: Some(self.position()), repeated_call: false };
        if !key.is_empty() {
            idempotency::keep(self.connection, &key, &response, self.now)?;
        }
        Ok(response)
    }

    /// The position after what was done so far.
    pub(super) fn position(&self) -> WatchPosition {
        WatchPosition {
            database: self.incarnation.to_owned(),
            shard: SHARD.to_owned(),
            counter: self.counter,
        }
    }

    /// Gives the noted changes the next number and writes them.
    pub(super) fn finish_changes(&mut self) -> Result<(), DatabaseError> {
        if self.changes.is_empty() {
            return Ok(());
        }
        self.counter += 1;
        change_log::append(self.connection, self.counter, &self.changes)
    }

    fn check_guard(&self, guard: &PreparedGuard) -> Result<(), DatabaseError> {
        let failed = |entity: usize, id: &str, problem| {
            let entity = self.entity(entity).0.name.clone();
            Err(DatabaseError::GuardFailed { entity, id: id.to_owned(), problem })
        };
        match guard {
            PreparedGuard::Exists { entity, id } => match self.live_row(*entity, id)? {
                Some(_) => Ok(()),
                None => failed(*entity, id, "does not exist"),
            },
            PreparedGuard::Absent { entity, id } => match self.live_row(*entity, id)? {
                None => Ok(()),
                Some(_) => failed(*entity, id, "exists"),
            },
            PreparedGuard::Revision { entity, id, revision } => match self.row(*entity, id)? {
                None => failed(*entity, id, "does not exist"),
                Some(values) => self.check_revision(*entity, id, &values, *revision),
            },
            PreparedGuard::Lease(token) => {
                if lease::is_held(self.connection, token, self.clock.now_micros())? {
                    return Ok(());
                }
                Err(DatabaseError::LeaseFenced { partition: token.partition })
            }
        }
    }

    /// Refuses to change a stored row that is guarded by Leases without the one of its partition.
    pub(super) fn check_lease(&self, entity: usize, stored: &[Value]) -> Result<(), DatabaseError> {
        let described = self.entity(entity).0;
        if !described.lease_guarded {
            return Ok(());
        }
        let partition = described.partition.and_then(|place| stored[place].as_integer());
        let is_leased = match partition {
            Some(partition) => self.leased.iter().any(|leased| i64::from(*leased) == partition),
            None => !self.leased.is_empty(),
        };
        if is_leased {
            return Ok(());
        }
        Err(DatabaseError::LeaseRequired { entity: described.name.clone() })
    }

    fn check_revision(
        &self,
        entity: usize,
        id: &str,
        values: &[Value],
        expected: i64,
    ) -> Result<(), DatabaseError> {
        let described = self.entity(entity).0;
        let found = described.revision.and_then(|place| values[place].as_integer()).unwrap_or(0);
        if expected == 0 || found == expected {
            return Ok(());
        }
        let entity = described.name.clone();
        Err(DatabaseError::StaleRevision { entity, id: id.to_owned(), expected, found })
    }

    /// Applies one write and returns the stored row, if the write has one.
    fn write(&mut self, write: PreparedWrite) -> Result<Option<Row>, DatabaseError> {
        let (entity, value) = match write {
            PreparedWrite::Insert { entity, values, if_absent } => {
                (entity, self.insert(entity, values, if_absent)?)
            }
            PreparedWrite::Update { entity, values, columns, strict, revision } => {
                (entity, self.update(entity, values, &columns, strict, revision)?)
            }
            PreparedWrite::Delete { entity, id, revision, must_exist } => {
                self.delete(entity, &id, revision, must_exist)?;
                return Ok(None);
            }
        };
        Ok(Some(Row { entity: self.entity(entity).0.full_name.clone(), value: value.into() }))
    }

    /// Stores a new row.
    pub(super) fn insert(
        &mut self,
        entity: usize,
        mut values: Vec<Value>,
        if_absent: bool,
    ) -> Result<bytes::Bytes, DatabaseError> {
        let described = &self.catalog.schema.entities[entity];
        if if_absent {
            let id = values[described.key].as_text().unwrap_or_default();
            if let Some(found) = self.row(entity, id)? {
                return super::row::encoded(described, &found);
            }
        }
        values[described.create_time] = Value::Integer(self.now);
        if let Some(place) = described.update_time {
            values[place] = Value::Integer(self.now);
        }
        if let Some(place) = described.revision {
            values[place] = Value::Integer(1);
        }
        if let Some(place) = described.delete_time {
            values[place] = Value::Null;
        }
        for (place, (column, value)) in described.columns.iter().zip(&mut values).enumerate() {
            if column.is_sequence {
                *value = Value::Integer(self.next_number(entity)?);
            }
            self.note_reference(entity, place, value);
        }
        self.execute(entity, &self.catalog.plans[entity].insert, &values)?;
        self.changed(entity, ChangeKind::Insert, &values)
    }

    /// Changes named columns of a stored row.
    pub(super) fn update(
        &mut self,
        entity: usize,
        mut values: Vec<Value>,
        columns: &[usize],
        strict: bool,
        revision: i64,
    ) -> Result<bytes::Bytes, DatabaseError> {
        let described = &self.catalog.schema.entities[entity];
        let id = values[described.key].as_text().unwrap_or_default().to_owned();
        let Some(mut stored) = self.row(entity, &id)? else {
            return Err(DatabaseError::NotFound { entity: described.name.clone(), id });
        };
        self.check_lease(entity, &stored)?;
        self.check_revision(entity, &id, &stored, revision)?;
        let mut changed = Vec::with_capacity(columns.len() + 2);
        for &place in columns {
            if stored[place] == values[place] {
                continue;
            }
            if described.columns[place].immutable {
                if !strict {
                    continue;
                }
                return Err(DatabaseError::InvalidField {
                    entity: described.name.clone(),
                    field: described.columns[place].name.clone(),
                    problem: "cannot change after the insert".to_owned(),
                });
            }
            stored[place] = std::mem::replace(&mut values[place], Value::Null);
            self.note_reference(entity, place, &stored[place]);
            changed.push(place);
        }
        self.store_changed(entity, &id, &mut stored, changed)?;
        self.changed(entity, ChangeKind::Update, &stored)
    }

    /// Writes changed columns together with the new time and revision.
    pub(super) fn store_changed(
        &self,
        entity: usize,
        id: &str,
        stored: &mut [Value],
        mut changed: Vec<usize>,
    ) -> Result<(), DatabaseError> {
        let described: &Entity = self.entity(entity).0;
        if let Some(place) = described.update_time {
            stored[place] = Value::Integer(self.now);
            changed.push(place);
        }
        if let Some(place) = described.revision {
            stored[place] = Value::Integer(stored[place].as_integer().unwrap_or(0) + 1);
            changed.push(place);
        }
        changed.sort_unstable();
        changed.dedup();
        let sql = Plan::update(described, &changed);
        let key = Value::text(id);
        self.execute(entity, &sql, changed.iter().map(|&place| &stored[place]).chain([&key]))?;
        Ok(())
    }

    fn note_reference(&mut self, entity: usize, column: usize, value: &Value) {
        let described = &self.catalog.schema.entities[entity].columns[column];
        if described.reference.is_some() && *value != Value::Null {
            let id = value.as_text().unwrap_or_default().to_owned();
            self.checks.push(Check::Refers { entity, column, id });
        }
    }
}
