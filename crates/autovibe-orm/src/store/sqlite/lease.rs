//! Leases, by the database's own clock.
//!
//! A Lease without an owner is free. Renewals only move the end and stay out of the change feed:
//! 64 of them each second would push everything else out of it.

use autovibe_proto::v1::{Lease, LeaseToken};
use autovibe_proto::{LeaseId, timestamp_from_micros};
use bytes::Bytes;
use prost::Message as _;
use rusqlite::{Connection, OptionalExtension as _, params};

use super::transaction::Transaction;
use crate::DatabaseError;
use crate::plan::decode;

/// Full name of the entity.
const ENTITY: &str = "autovibe.v1.Lease";

/// What a Hub asks for.
#[derive(Debug, Clone)]
pub(crate) struct AcquireOrder {
    /// The Hub process.
    pub(crate) owner: String,
    /// Where it can be reached.
    pub(crate) address: String,
    /// The wanted partitions.
    pub(crate) partitions: Vec<i32>,
    /// How long in microseconds; nothing means without end, whoever held it.
    pub(crate) duration_micros: Option<i64>,
}

/// Whether a token still gives the right to write.
pub(crate) fn is_held(connection: &Connection, token: &LeaseToken, now: i64) -> Result<bool, DatabaseError> {
    let fail = || DatabaseError::sqlite("read a lease");
    let mut statement = connection
        .prepare_cached(
            "SELECT 1 FROM leases WHERE partition = ?1 AND owner = ?2 AND owner <> '' AND epoch = ?3
             AND (expire_time IS NULL OR expire_time > ?4)",
        )
        .map_err(fail())?;
    let found = statement.query_row(params![token.partition, token.owner, token.epoch, now], |_| Ok(()));
    Ok(found.optional().map_err(fail())?.is_some())
}

impl Transaction<'_> {
    /// Takes the wanted Leases that are free, over, or, without a duration, anyone's.
    pub(crate) fn acquire_leases(&mut self, order: &AcquireOrder) -> Result<Vec<LeaseToken>, DatabaseError> {
        let now = self.clock.now_micros();
        let entity = self.catalog.schema.entity_of(ENTITY)?;
        let mut tokens = Vec::new();
        for &partition in &order.partitions {
            let id = LeaseId::derive(&["partition", &partition.to_string()]).into_string();
            let stored = match self.row(entity, &id)? {
                Some(values) => {
                    let bytes = super::row::encoded(self.entity(entity).0, &values)?;
                    Some(Lease::decode(bytes).map_err(|_| DatabaseError::DamagedRow {
                        entity: "Lease".to_owned(),
                        field: String::new(),
                    })?)
                }
                None => None,
            };
            let is_free = stored.as_ref().is_none_or(|lease| {
                let end = lease.expire_time.as_ref().map(autovibe_proto::timestamp_micros);
                lease.owner.is_empty() || end.is_some_and(|end| end <= now)
            });
            if !is_free && order.duration_micros.is_some() {
                continue;
            }
            let epoch = stored.as_ref().map_or(0, |lease| lease.epoch) + 1;
            let lease = Lease {
                id,
                partition,
                owner: order.owner.clone(),
                epoch,
                expire_time: order.duration_micros.map(|duration| timestamp_from_micros(now + duration)),
                address: order.address.clone(),
                ..Lease::default()
            };
            self.put_lease(entity, &lease, stored.is_some())?;
            tokens.push(LeaseToken { partition, epoch, owner: order.owner.clone() });
        }
        self.finish_changes()?;
        Ok(tokens)
    }

    /// Moves the end of the Leases that are still held; the others are left out of the answer.
    pub(crate) fn renew_leases(
        &mut self,
        tokens: Vec<LeaseToken>,
        duration_micros: i64,
    ) -> Result<Vec<LeaseToken>, DatabaseError> {
        let now = self.clock.now_micros();
        let fail = || DatabaseError::sqlite("renew a lease");
        let mut statement = self
            .connection
            .prepare_cached(
                "UPDATE leases SET expire_time = ?1, update_time = ?2
                 WHERE partition = ?3 AND owner = ?4 AND owner <> '' AND epoch = ?5
                 AND (expire_time IS NULL OR expire_time > ?2)",
            )
            .map_err(fail())?;
        let mut held = Vec::new();
        for token in tokens {
            let changed = statement
                .execute(params![now + duration_micros, now, token.partition, token.owner, token.epoch])
                .map_err(fail())?;
            if changed > 0 {
                held.push(token);
            }
        }
        Ok(held)
    }

    /// Gives Leases back; the epoch stays, so that the next owner gets a higher one.
    pub(crate) fn release_leases(&mut self, tokens: &[LeaseToken]) -> Result<(), DatabaseError> {
        let now = self.clock.now_micros();
        let entity = self.catalog.schema.entity_of(ENTITY)?;
        for token in tokens {
            if !is_held(self.connection, token, now)? {
                continue;
            }
            let lease = Lease {
                id: LeaseId::derive(&["partition", &token.partition.to_string()]).into_string(),
                partition: token.partition,
                epoch: token.epoch,
                expire_time: Some(timestamp_from_micros(now)),
                ..Lease::default()
            };
            self.put_lease(entity, &lease, true)?;
        }
        self.finish_changes()
    }

    fn put_lease(&mut self, entity: usize, lease: &Lease, exists: bool) -> Result<(), DatabaseError> {
        let described = &self.catalog.schema.entities[entity];
        let values = decode(&self.catalog.schema, described, &Bytes::from(lease.encode_to_vec()))?;
        if exists {
            let columns: Vec<usize> =
                (0..described.columns.len()).filter(|&place| !described.is_given_by_service(place)).collect();
            self.update(entity, values, &columns, false, 0)?;
        } else {
            self.insert(entity, values, false)?;
        }
        Ok(())
    }
}
