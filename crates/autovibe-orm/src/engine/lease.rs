//! Leases: the right of one Hub to act for a partition.

use std::collections::BTreeSet;

use autovibe_proto::db::v1::{
    AcquireLeasesRequest, AcquireLeasesResponse, ReleaseLeasesRequest, ReleaseLeasesResponse,
    RenewLeasesRequest, RenewLeasesResponse,
};
use autovibe_proto::v1::LeaseToken;
use autovibe_proto::{PARTITION_COUNT, std_duration};

use super::Engine;
use crate::DatabaseError;
use crate::store::sqlite::{AcquireOrder, Reply};

/// A Lease for longer would hold its partitions for too long after a crash.
const DURATION_MAX_MICROS: i64 = 3600 * 1_000_000;

impl Engine {
    /// Takes Leases; the epoch of each grows with every owner.
    ///
    /// With a duration only Leases that are free or over are taken, whoever asks;
    /// without one every wanted Lease is taken and never ends.
    ///
    /// # Errors
    /// [`DatabaseError::InvalidRequest`] for an empty owner, an unknown partition or a duration outside an hour.
    pub async fn acquire_leases(
        &self,
        request: AcquireLeasesRequest,
    ) -> Result<AcquireLeasesResponse, DatabaseError> {
        if request.owner.is_empty() || request.owner.len() > 200 || request.address.len() > 1000 {
            return Err(DatabaseError::request("the owner is empty, or owner or address are too long"));
        }
        let wanted: BTreeSet<i32> = if request.partitions.is_empty() {
            (0..PARTITION_COUNT).collect()
        } else {
            request.partitions.into_iter().collect()
        };
        if let Some(partition) = wanted.iter().find(|partition| !(0..PARTITION_COUNT).contains(*partition)) {
            return Err(DatabaseError::request(format!("there is no partition {partition}")));
        }
        let order = AcquireOrder {
            owner: request.owner,
            address: request.address,
            partitions: wanted.into_iter().collect(),
            duration_micros: request.duration.as_ref().map(micros).transpose()?,
        };
        let reply = self.state.write(move |tx| tx.acquire_leases(&order).map(Reply::Tokens)).await?;
        Ok(AcquireLeasesResponse { tokens: tokens(reply) })
    }

    /// Prolongs Leases; those that are lost are missing in the answer.
    ///
    /// # Errors
    /// [`DatabaseError::InvalidRequest`] for a missing duration or one outside an hour.
    pub async fn renew_leases(
        &self,
        request: RenewLeasesRequest,
    ) -> Result<RenewLeasesResponse, DatabaseError> {
        let duration =
            request.duration.as_ref().ok_or_else(|| DatabaseError::request("the duration is missing"))?;
        let duration = micros(duration)?;
        let held = bounded(request.tokens)?;
        let reply = self.state.write(move |tx| tx.renew_leases(held, duration).map(Reply::Tokens)).await?;
        Ok(RenewLeasesResponse { tokens: tokens(reply) })
    }

    /// Gives Leases back, so that others need not wait for their end.
    ///
    /// # Errors
    /// [`DatabaseError::InvalidRequest`] for too many tokens.
    pub async fn release_leases(
        &self,
        request: ReleaseLeasesRequest,
    ) -> Result<ReleaseLeasesResponse, DatabaseError> {
        let held = bounded(request.tokens)?;
        self.state.write(move |tx| tx.release_leases(&held).map(|()| Reply::Done)).await?;
        Ok(ReleaseLeasesResponse {})
    }
}

fn tokens(reply: Reply) -> Vec<LeaseToken> {
    match reply {
        Reply::Tokens(tokens) => tokens,
        Reply::Committed(_) | Reply::Done => Vec::new(),
    }
}

fn bounded(tokens: Vec<LeaseToken>) -> Result<Vec<LeaseToken>, DatabaseError> {
    if tokens.len() > usize::try_from(PARTITION_COUNT).unwrap_or(64) {
        return Err(DatabaseError::request("there are more tokens than partitions"));
    }
    Ok(tokens)
}

fn micros(duration: &pbjson_types::Duration) -> Result<i64, DatabaseError> {
    match i64::try_from(std_duration(duration).as_micros()) {
        Ok(micros @ 1..=DURATION_MAX_MICROS) => Ok(micros),
        Ok(_) | Err(_) => Err(DatabaseError::request("the duration must be above zero and at most an hour")),
    }
}
