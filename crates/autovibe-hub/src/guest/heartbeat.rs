//! Keeps the measurements of a guest's heartbeats, not more often than is useful.

use autovibe_proto::guest::v1::{HeartbeatRequest, HeartbeatResponse};
use autovibe_proto::v1::TelemetrySample;
use autovibe_proto::{Failure, TelemetrySampleId};
use axum::body::Body;
use axum::extract::State;
use axum::response::Response;
use http::Request;

use super::body::serve_json;
use super::last_heartbeat::LastHeartbeat;
use super::router::GuestCall;
use crate::clock::now;
use crate::database::CommitBuilder;
use crate::secret::environment_of;

const BODY_LENGTH_MAX: usize = 64 * 1024;

pub(crate) async fn heartbeat(State(call): State<GuestCall>, request: Request<Body>) -> Response {
    let (connection, rate) = (&call.connection, &call.connection.allowance.ingest);
    serve_json(connection, rate, request, BODY_LENGTH_MAX, |heartbeat: HeartbeatRequest| {
        keep(&call, heartbeat)
    })
    .await
}

async fn keep(call: &GuestCall, heartbeat: HeartbeatRequest) -> Result<HeartbeatResponse, Failure> {
    let time = now();
    if call.connection.takes_sample() {
        let mut commit = CommitBuilder::new();
        for (metric, value, unit) in measurements(&heartbeat) {
            commit = commit.insert(&TelemetrySample {
                id: TelemetrySampleId::generate().into_string(),
                project_id: call.connection.project_id.clone(),
                subject_id: call.connection.machine_id.to_string(),
                metric: metric.to_owned(),
                value,
                unit: unit.to_owned(),
                sample_time: Some(time),
                ..TelemetrySample::default()
            });
        }
        call.parts.hub.commit(commit).await?;
    }
    let (machine_id, incarnation) = (&call.connection.machine_id, call.connection.incarnation);
    call.parts.registry.heartbeats().keep(machine_id, LastHeartbeat { incarnation, time, heartbeat });
    let environment = environment_of(call.parts.hub.database(), &call.connection.project_id).await?;
    Ok(HeartbeatResponse { time: Some(time), environment })
}

/// What a heartbeat measures; a guest may send any number, a row holds only those that are one.
fn measurements(heartbeat: &HeartbeatRequest) -> Vec<(&'static str, f64, &'static str)> {
    // No Machine has 2^53 bytes, above which a float skips numbers.
    #[expect(clippy::cast_precision_loss, reason = "measurements are far below 2^53")]
    let float = |count: i64| count.max(0) as f64;
    let all = vec![
        ("memory_used", float(heartbeat.memory_used_bytes), "bytes"),
        ("memory_total", float(heartbeat.memory_total_bytes), "bytes"),
        ("disk_used", float(heartbeat.disk_used_bytes), "bytes"),
        ("disk_total", float(heartbeat.disk_total_bytes), "bytes"),
        ("load", heartbeat.load.max(0.0), "processes"),
        ("git_changed", f64::from(heartbeat.git_changed_count.max(0)), "files"),
    ];
    all.into_iter().filter(|(_, value, _)| value.is_finite()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_numbers_are_kept() {
        let heartbeat = HeartbeatRequest {
            memory_used_bytes: 5,
            disk_used_bytes: -1,
            load: f64::INFINITY,
            ..HeartbeatRequest::default()
        };
        let kept = measurements(&heartbeat);
        assert!(kept.contains(&("memory_used", 5.0, "bytes")) && kept.contains(&("disk_used", 0.0, "bytes")));
        assert!(kept.iter().all(|(metric, _, _)| *metric != "load"));
    }
}
