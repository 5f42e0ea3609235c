//! Deletes rows with all that depends on them, and checks references when a request is done.

use autovibe_proto::db::v1::ChangeKind;
use autovibe_proto::orm::v1::OnDelete;
use rusqlite::OptionalExtension as _;

use super::transaction::{Check, Transaction};
use crate::DatabaseError;
use crate::plan::Value;

impl Transaction<'_> {
    /// Deletes a row, or marks it where its entity says so; references only count when a row really goes.
    pub(super) fn delete(
        &mut self,
        entity: usize,
        id: &str,
        revision: i64,
        must_exist: bool,
    ) -> Result<(), DatabaseError> {
        let described = &self.catalog.schema.entities[entity];
        let Some(mut stored) = self.live_row(entity, id)? else {
            if must_exist {
                return Err(DatabaseError::NotFound { entity: described.name.clone(), id: id.to_owned() });
            }
            return Ok(());
        };
        self.check_lease(entity, &stored)?;
        let found = described.revision.and_then(|place| stored[place].as_integer()).unwrap_or(0);
        if revision != 0 && revision != found {
            return Err(DatabaseError::StaleRevision {
                entity: described.name.clone(),
                id: id.to_owned(),
                expected: revision,
                found,
            });
        }
        if let Some(place) = described.delete_time {
            stored[place] = Value::Integer(self.now);
            self.store_changed(entity, id, &mut stored, vec![place])?;
            self.changed(entity, ChangeKind::Update, &stored)?;
            return Ok(());
        }
        self.remove(entity, id, &stored)
    }

    /// Removes a row after those that depend on it.
    fn remove(&mut self, entity: usize, id: &str, stored: &[Value]) -> Result<(), DatabaseError> {
        let catalog = self.catalog;
        let mut restricted = false;
        for back in &catalog.schema.entities[entity].referenced_by {
            match back.on_delete {
                OnDelete::Cascade => {
                    for child in self.referring(back.entity, back.column, id)? {
                        if let Some(values) = self.row(back.entity, &child)? {
                            self.remove(back.entity, &child, &values)?;
                        }
                    }
                }
                OnDelete::SetNull => {
                    for child in self.referring(back.entity, back.column, id)? {
                        if let Some(mut values) = self.row(back.entity, &child)? {
                            values[back.column] = Value::Null;
                            self.store_changed(back.entity, &child, &mut values, vec![back.column])?;
                            self.changed(back.entity, ChangeKind::Update, &values)?;
                        }
                    }
                }
                OnDelete::Restrict | OnDelete::Unspecified => restricted = true,
            }
        }
        if restricted {
            self.checks.push(Check::Unreferenced { entity, id: id.to_owned() });
        }
        self.execute(entity, &catalog.plans[entity].delete, [&Value::text(id)])?;
        self.changed(entity, ChangeKind::Delete, stored)?;
        Ok(())
    }

    /// Ids of the rows whose column points to an id.
    fn referring(&self, entity: usize, column: usize, id: &str) -> Result<Vec<String>, DatabaseError> {
        let fail = || DatabaseError::sqlite("read referring rows");
        let Some(sql) = &self.catalog.plans[entity].referring[column] else {
            return Ok(Vec::new());
        };
        let mut statement = self.connection.prepare_cached(sql).map_err(fail())?;
        let rows = statement.query_map([id], |row| row.get(0)).map_err(fail())?;
        rows.collect::<Result<_, _>>().map_err(fail())
    }

    /// Looks at every reference that the request touched.
    pub(super) fn finish_checks(&mut self) -> Result<(), DatabaseError> {
        for check in std::mem::take(&mut self.checks) {
            match check {
                Check::Refers { entity, column, id } => self.check_refers(entity, column, &id)?,
                Check::Unreferenced { entity, id } => self.check_unreferenced(entity, id)?,
            }
        }
        Ok(())
    }

    fn check_refers(&self, entity: usize, column: usize, id: &str) -> Result<(), DatabaseError> {
        let described = self.entity(entity).0;
        let Some(reference) = described.columns[column].reference else {
            return Ok(());
        };
        let (target, plan) = self.entity(reference.entity);
        let found = self
            .connection
            .prepare_cached(&plan.exists)
            .and_then(|mut statement| statement.query_row([id], |_| Ok(())).optional())
            .map_err(DatabaseError::sqlite("look for a referred row"))?;
        match found {
            Some(()) => Ok(()),
            None => Err(DatabaseError::ReferenceMissing {
                entity: described.name.clone(),
                field: described.columns[column].name.clone(),
                target: target.name.clone(),
            }),
        }
    }

    fn check_unreferenced(&self, entity: usize, id: String) -> Result<(), DatabaseError> {
        let described = self.entity(entity).0;
        for back in &described.referenced_by {
            let restricts = matches!(back.on_delete, OnDelete::Restrict | OnDelete::Unspecified);
            if restricts && !self.referring(back.entity, back.column, &id)?.is_empty() {
                let source = self.entity(back.entity).0;
                return Err(DatabaseError::StillReferenced {
                    entity: described.name.clone(),
                    id,
                    source_entity: source.name.clone(),
                    source_field: source.columns[back.column].name.clone(),
                });
            }
        }
        Ok(())
    }
}
