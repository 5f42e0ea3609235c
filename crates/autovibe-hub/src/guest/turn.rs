//! A Machine waits for a Turn of its Project.

use std::time::Duration;

use autovibe_proto::Failure;
use autovibe_proto::guest::v1::AwaitTurnResponse;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use serde::Deserialize;
use tokio::time::Instant;

use super::body::answer;
use super::router::GuestCall;
use crate::api;

/// Longer waits are cut: the guest repeats the call.
const WAIT_MS_MAX: u64 = 60_000;

/// The query of the call.
#[derive(Debug, Deserialize)]
pub(crate) struct AwaitQuery {
    #[serde(default)]
    wait_ms: u64,
}

pub(crate) async fn await_turn(
    State(call): State<GuestCall>,
    Path(turn_id): Path<String>,
    query: Result<Query<AwaitQuery>, QueryRejection>,
) -> Response {
    let Ok(Query(query)) = query else {
        return answer::<AwaitTurnResponse>(Err(Failure::invalid("wait_ms is a number of milliseconds")));
    };
    let wait = Duration::from_millis(query.wait_ms.min(WAIT_MS_MAX));
    answer(read(&call, &turn_id, wait).await)
}

async fn read(call: &GuestCall, turn_id: &str, wait: Duration) -> Result<AwaitTurnResponse, Failure> {
    call.connection.allowance.orders.take()?;
    let turn = Box::pin(api::await_turn(&call.parts.hub, turn_id, Instant::now() + wait)).await?;
    if turn.as_ref().is_some_and(|turn| turn.project_id != call.connection.project_id) {
        return Err(Failure::not_found("there is no such turn in this project"));
    }
    Ok(AwaitTurnResponse { turn })
}
