//! A sign of life with measurements, every few seconds.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use autovibe_proto::guest::v1::{HeartbeatRequest, HeartbeatResponse};

use crate::account::Account;
use crate::coding_agent::CodingAgent;
use crate::config::GuestConfig;
use crate::error::GuestError;
use crate::hub::HubLink;
use crate::measure;

const INTERVAL: Duration = Duration::from_secs(5);
/// Counting changes starts a program; once in this many heartbeats is enough.
const GIT_EVERY: u32 = 6;
const CALL_LIMIT: Duration = Duration::from_secs(15);

/// Sends heartbeats; ends never.
pub(crate) async fn run_heartbeat(config: GuestConfig, link: Arc<HubLink>, coding_agent: CodingAgent) {
    let mut ticks = tokio::time::interval(INTERVAL);
    // After a freeze there is nothing to catch up with.
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    let mut count = 0_u32;
    let mut changed_count = 0;
    loop {
        ticks.tick().await;
        let Ok(session) = link.session(INTERVAL).await else { continue };
        if count.is_multiple_of(GIT_EVERY)
            && let Ok(account) = Account::find(&config, "")
        {
            changed_count = measure::git_changed_count(&config, &account).await.unwrap_or(0);
        }
        count = count.wrapping_add(1);
        let request = measured(&config, changed_count, &coding_agent).await;
        let answer = session
            .call::<HeartbeatResponse>(http::Method::POST, "/guest/v1/heartbeat", Some(&request), CALL_LIMIT)
            .await;
        match answer {
            Ok(answer) => config.environment.set_placeholders(answer.environment),
            Err(GuestError::Refused { status: status @ (401 | 403), .. }) => {
                // We may have become another life without the doorbell: a new greeting tells.
                tracing::warn!(status, "the hub does not know this life");
                link.reconnect();
            }
            Err(error) => tracing::warn!(error = error.chain(), "heartbeat"),
        }
    }
}

async fn measured(
    config: &GuestConfig,
    git_changed_count: i32,
    coding_agent: &CodingAgent,
) -> HeartbeatRequest {
    let (memory_used, memory_total) = measure::memory_bytes().unwrap_or_default();
    let (disk_used, disk_total) = measure::disk_bytes(Path::new("/")).unwrap_or_default();
    let (git_head, git_branch) = measure::git_head(&config.workspace());
    let signed = |bytes: u64| i64::try_from(bytes).unwrap_or(i64::MAX);
    HeartbeatRequest {
        memory_used_bytes: signed(memory_used),
        memory_total_bytes: signed(memory_total),
        disk_used_bytes: signed(disk_used),
        disk_total_bytes: signed(disk_total),
        load: measure::load().unwrap_or_default(),
        git_head,
        git_branch,
        git_changed_count,
        cut: Some(coding_agent.cut().await),
    }
}
