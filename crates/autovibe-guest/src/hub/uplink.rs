//! Sends the spool to the Hub, in order, until it is accepted.

use std::sync::Arc;
use std::time::Duration;

use autovibe_proto::guest::v1::{Accepted, IngestAgentEventsRequest};

use super::link::HubLink;
use crate::error::GuestError;
use crate::spool::{Batch, Spool};

/// Events gather for this long before they are sent together; people still see them as they happen.
const GATHER: Duration = Duration::from_millis(20);
const CALL_LIMIT: Duration = Duration::from_secs(30);
const BACKOFF_MIN: Duration = Duration::from_millis(50);
const BACKOFF_MAX: Duration = Duration::from_secs(2);
/// A batch that the Hub refuses this often, over fresh connections, will never be accepted.
const MAX_REFUSALS: u32 = 5;

/// Sends; ends never.
pub(crate) async fn run_uplink(link: Arc<HubLink>, spool: Spool) {
    let mut length = spool.watch_length();
    let mut backoff = BACKOFF_MIN;
    let mut refusals = 0;
    loop {
        if length.wait_for(|length| *length > 0).await.is_err() {
            return;
        }
        tokio::time::sleep(GATHER).await;
        let Some(batch) = spool.next_batch() else { continue };
        match send(&link, &batch).await {
            Ok(()) => {
                spool.acknowledge(ordinal_of(&batch));
                backoff = BACKOFF_MIN;
                refusals = 0;
                continue;
            }
            Err(GuestError::NoConnection(_)) => continue,
            Err(GuestError::Refused { path, status, text }) if is_final(status) => {
                refusals += 1;
                tracing::warn!(path, status, text, refusals, "the hub refuses what was spooled");
                if refusals >= MAX_REFUSALS {
                    spool.acknowledge(ordinal_of(&batch));
                    refusals = 0;
                } else if matches!(status, 401 | 403) {
                    // The token may be of a former life: a new greeting brings a new one.
                    link.reconnect();
                }
            }
            Err(error) => tracing::warn!(error = error.chain(), "spool is sent again"),
        }
        tokio::time::sleep(backoff).await;
        backoff = (backoff * 2).min(BACKOFF_MAX);
    }
}

async fn send(link: &HubLink, batch: &Batch) -> Result<(), GuestError> {
    let _: Accepted = match batch {
        Batch::Events { events, .. } => {
            let request = IngestAgentEventsRequest { events: events.clone() };
            link.call("/guest/v1/agent-events", &request, CALL_LIMIT).await?
        }
        Batch::TurnEnd { request, .. } => link.call("/guest/v1/turn-results", request, CALL_LIMIT).await?,
    };
    Ok(())
}

fn ordinal_of(batch: &Batch) -> u64 {
    match batch {
        Batch::Events { last_ordinal, .. } | Batch::TurnEnd { last_ordinal, .. } => *last_ordinal,
    }
}

/// True when sending the same again cannot be expected to help; timeouts and overload pass.
fn is_final(status: u16) -> bool {
    (400..500).contains(&status) && !matches!(status, 408 | 429)
}
