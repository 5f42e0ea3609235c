//! Keeps the row of this Hub process.

use std::sync::Arc;
use std::time::Duration;

use autovibe_proto::v1::Hub as HubRow;

use crate::clock;
use crate::database::CommitBuilder;
use crate::hub::Hub;

/// The row tells people that the process lives; nothing is decided by it.
const SEEN_EVERY: Duration = Duration::from_secs(30);

/// Runs until the task is cancelled.
pub(crate) async fn keep(hub: Arc<Hub>) {
    loop {
        let config = hub.config();
        let row = HubRow {
            id: config.hub_id.to_string(),
            name: config.name.clone(),
            address: config.address.clone(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            seen_time: Some(clock::now()),
            ..HubRow::default()
        };
        let commit = CommitBuilder::new().insert_if_absent(&row).update(&row, &["seen_time"]);
        if let Err(failure) = hub.commit(commit).await {
            tracing::warn!(error = %failure, "the Hub's row was not written");
        }
        tokio::time::sleep(SEEN_EVERY).await;
    }
}
