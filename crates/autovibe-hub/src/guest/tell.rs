//! A Machine tells another one of its Project something.

use autovibe_proto::Failure;
use autovibe_proto::guest::v1::{TellMachineRequest, TellMachineResponse};
use axum::body::Body;
use axum::extract::State;
use axum::response::Response;
use http::Request;

use super::body::serve_json;
use super::router::GuestCall;
use crate::api::{checked_request_id, find_machine, post_prompt};

/// A prompt of 1 MiB may take six times as much as JSON with every character escaped.
const BODY_LENGTH_MAX: usize = 8 * 1024 * 1024;

pub(crate) async fn tell_machine(State(call): State<GuestCall>, request: Request<Body>) -> Response {
    let (connection, rate) = (&call.connection, &call.connection.allowance.orders);
    serve_json(connection, rate, request, BODY_LENGTH_MAX, |order: TellMachineRequest| {
        Box::pin(tell(&call, order))
    })
    .await
}

async fn tell(call: &GuestCall, order: TellMachineRequest) -> Result<TellMachineResponse, Failure> {
    let (hub, own) = (&call.parts.hub, &call.connection.project_id);
    let found = find_machine(hub.database(), &order.machine, Some(own)).await;
    // A Machine of another Project is as good as none: not even its existence is told.
    let receiver = found.ok().filter(|machine| machine.project_id == *own).ok_or_else(|| {
        Failure::not_found("there is no such machine in this project").with("field", "machine")
    })?;
    let key = checked_request_id(&order.key)?;
    let sent = post_prompt(hub, &receiver, &call.connection.sender(), order.text, key, 0).await?;
    Ok(TellMachineResponse { message_id: sent.message_id, turn_id: sent.turn_id })
}
