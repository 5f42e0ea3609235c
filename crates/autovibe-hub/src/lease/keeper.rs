//! Acquires, renews and re-acquires the Hub's Leases.

use std::time::{Duration, Instant};

use autovibe_proto::db::v1::{AcquireLeasesRequest, RenewLeasesRequest};
use autovibe_proto::{Failure, duration_from_std};

use super::{LeaseMode, Leases};
use crate::database::Database;

/// Length of a Lease: short, since the tokens and not the time give safety.
const LEASE: Duration = Duration::from_secs(3);
const RENEW_EVERY: Duration = Duration::from_secs(1);
/// The Hub stops acting on its own when it could not renew for this long.
const SELF_FENCE: Duration = Duration::from_secs(2);
const CALL_LIMIT: Duration = Duration::from_secs(2);

/// Takes every Lease that is free.
///
/// # Errors
/// What the database service answered.
pub(crate) async fn acquire(database: &Database, leases: &Leases, mode: &LeaseMode) -> Result<(), Failure> {
    // The time before the call counts: the Lease may begin as early as that.
    let asked = Instant::now();
    let (address, duration, until) = match mode {
        LeaseMode::Embedded => (String::new(), None, None),
        LeaseMode::Timed { address } => {
            (address.clone(), Some(duration_from_std(LEASE)), Some(asked + SELF_FENCE))
        }
    };
    let request =
        AcquireLeasesRequest { owner: leases.owner().to_owned(), address, partitions: Vec::new(), duration };
    let answer = limited(database.service().acquire_leases(request)).await?;
    leases.acquired(answer.tokens, until);
    Ok(())
}

/// Keeps the Leases until the task is cancelled.
pub(crate) async fn keep(database: Database, leases: &Leases, mode: LeaseMode) {
    loop {
        match mode {
            // Nobody else may take them, so only a fence makes it necessary to acquire again.
            LeaseMode::Embedded => leases.lost().await,
            LeaseMode::Timed { .. } => {
                tokio::time::sleep(RENEW_EVERY).await;
                if let Err(failure) = renew(&database, leases).await {
                    tracing::warn!(error = %failure, "leases were not renewed");
                    continue;
                }
            }
        }
        if let Err(failure) = acquire(&database, leases, &mode).await {
            tracing::warn!(error = %failure, "leases were not acquired");
            tokio::time::sleep(RENEW_EVERY).await;
        }
    }
}

async fn renew(database: &Database, leases: &Leases) -> Result<(), Failure> {
    let tokens = leases.every();
    if tokens.is_empty() {
        return Ok(());
    }
    let asked = Instant::now();
    let request = RenewLeasesRequest { tokens: tokens.clone(), duration: Some(duration_from_std(LEASE)) };
    let answer = limited(database.service().renew_leases(request)).await?;
    leases.renewed(&tokens, &answer.tokens, asked + SELF_FENCE);
    Ok(())
}

async fn limited<A>(
    call: impl Future<Output = Result<tonic::Response<A>, tonic::Status>>,
) -> Result<A, Failure> {
    match tokio::time::timeout(CALL_LIMIT, call).await {
        Ok(answer) => Ok(answer.map_err(Failure::from)?.into_inner()),
        Err(_) => Err(tonic::Status::deadline_exceeded("the database did not answer in time").into()),
    }
}
