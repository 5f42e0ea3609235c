//! Measures the host and its Machines once.

use std::sync::Arc;

use autovibe_proto::node::v1::{GetStatsRequest, GetStatsResponse, MachineStats, PowerState};
use autovibe_proto::{Failure, MachineId};
use futures::StreamExt as _;

use crate::host;
use crate::node::Node;

/// Machines that are measured at the same time.
const SAMPLES_MAX: usize = 8;

pub(super) async fn get_stats(
    node: &Arc<Node>,
    _request: GetStatsRequest,
) -> Result<GetStatsResponse, Failure> {
    let running = node.observations.all().into_iter().filter(|seen| match seen.power() {
        PowerState::Running | PowerState::Paused => true,
        PowerState::Off | PowerState::Absent | PowerState::Unspecified => false,
    });
    let ids = running.filter_map(|seen| seen.machine_id.parse::<MachineId>().ok());
    let samples = futures::stream::iter(ids).map(|id| measure(node.clone(), id)).buffered(SAMPLES_MAX);
    let machines: Vec<Option<MachineStats>> = samples.collect().await;
    Ok(GetStatsResponse {
        memory_available_bytes: host::memory_available_bytes(),
        disk_available_bytes: host::disk_available_bytes(&node.folder),
        // A Machine that ended meanwhile has no measurement.
        machines: machines.into_iter().flatten().collect(),
    })
}

async fn measure(node: Arc<Node>, id: MachineId) -> Option<MachineStats> {
    let sample = node.driver.sample(&id).await.ok()?;
    Some(MachineStats {
        machine_id: id.into_string(),
        cpu_time_ms: i64::try_from(sample.cpu_time.as_millis()).unwrap_or(i64::MAX),
        memory_bytes: i64::try_from(sample.memory_bytes).unwrap_or(i64::MAX),
        disk_bytes: i64::try_from(sample.disk_bytes).unwrap_or(i64::MAX),
    })
}
