//! One atomic set of writes under guards, and which changes it announces.

use autovibe_proto::db::v1::guard::Condition;
use autovibe_proto::db::v1::write::Operation;
use autovibe_proto::db::v1::{CommitRequest, Guard, Key, RevisionGuard, Row, Update, Write};
use autovibe_proto::v1::LeaseToken;

use super::Entity;
use crate::changes::Change;

/// Collects the guards and writes of one Commit, in order.
#[derive(Debug, Clone, Default)]
#[must_use]
pub struct CommitBuilder {
    request: CommitRequest,
    changes: Vec<Change>,
}

impl CommitBuilder {
    /// A Commit without guards and writes.
    pub fn new() -> CommitBuilder {
        CommitBuilder::default()
    }

    /// Adds a new row; the Commit fails with `AlreadyExists` if it is there.
    pub fn insert<E: Entity>(self, row: &E) -> CommitBuilder {
        self.announce(row).write(Operation::Insert(encode(row)))
    }

    /// Adds a new row, or nothing if its id is there.
    pub fn insert_if_absent<E: Entity>(self, row: &E) -> CommitBuilder {
        self.announce(row).write(Operation::InsertIfAbsent(encode(row)))
    }

    /// Changes the named fields of a row, whatever its revision.
    pub fn update<E: Entity>(self, row: &E, mask: &[&str]) -> CommitBuilder {
        self.update_at(row, mask, 0)
    }

    /// Changes the named fields of a row that must have this revision; 0 means any.
    pub fn update_at<E: Entity>(self, row: &E, mask: &[&str], revision: i64) -> CommitBuilder {
        let update = Update {
            row: Some(encode(row)),
            mask: Some(pbjson_types::FieldMask {
                paths: mask.iter().map(|path| (*path).to_owned()).collect(),
            }),
            revision,
        };
        self.announce(row).write(Operation::Update(update))
    }

    /// Removes a row that belongs to a Machine (empty when to none); one that is gone is no error.
    pub fn delete<E: Entity>(mut self, id: &str, machine_id: &str) -> CommitBuilder {
        self.changes.push(Change {
            entity: E::NAME,
            id: id.to_owned(),
            machine_id: machine_id.to_owned(),
            deleted: true,
        });
        self.write(Operation::Delete(key::<E>(id)))
    }

    /// The row must exist.
    pub fn exists<E: Entity>(self, id: &str) -> CommitBuilder {
        self.guard(Condition::Exists(key::<E>(id)))
    }

    /// The row must not exist.
    pub fn absent<E: Entity>(self, id: &str) -> CommitBuilder {
        self.guard(Condition::Absent(key::<E>(id)))
    }

    /// The row must have this revision.
    pub fn revision<E: Entity>(self, id: &str, revision: i64) -> CommitBuilder {
        self.guard(Condition::Revision(RevisionGuard { key: Some(key::<E>(id)), revision }))
    }

    /// The Lease must still be held.
    pub fn lease(self, token: LeaseToken) -> CommitBuilder {
        self.guard(Condition::Lease(token))
    }

    /// The same key returns the first answer and writes nothing again.
    pub fn idempotency_key(mut self, key: impl Into<String>) -> CommitBuilder {
        self.request.idempotency_key = key.into();
        self
    }

    /// There is nothing to write.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.request.writes.is_empty()
    }

    /// What changes when this Commit succeeds.
    pub(crate) fn changes(&self) -> &[Change] {
        &self.changes
    }

    pub(crate) fn into_request(self) -> CommitRequest {
        self.request
    }

    fn announce<E: Entity>(mut self, row: &E) -> CommitBuilder {
        self.changes.push(Change {
            entity: E::NAME,
            id: row.id().to_owned(),
            machine_id: row.machine_id().to_owned(),
            deleted: false,
        });
        self
    }

    fn write(mut self, operation: Operation) -> CommitBuilder {
        self.request.writes.push(Write { operation: Some(operation) });
        self
    }

    fn guard(mut self, condition: Condition) -> CommitBuilder {
        self.request.guards.push(Guard { condition: Some(condition) });
        self
    }
}

fn encode<E: Entity>(row: &E) -> Row {
    Row { entity: E::NAME.to_owned(), value: row.encode_to_vec() }
}

fn key<E: Entity>(id: &str) -> Key {
    Key { entity: E::NAME.to_owned(), id: id.to_owned() }
}
