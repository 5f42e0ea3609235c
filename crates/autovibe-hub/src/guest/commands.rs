//! Sends a guest its commands as server-sent events.

use std::convert::Infallible;
use std::time::Duration;

use autovibe_proto::{ErrorKind, Failure};
use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse as _, Response};
use futures::StreamExt as _;
use tokio_stream::wrappers::ReceiverStream;

use super::router::GuestCall;
use crate::api::problem;

/// Shows both ends that the other one is there.
const KEEP_ALIVE: Duration = Duration::from_secs(10);

pub(crate) async fn commands(State(call): State<GuestCall>) -> Response {
    let Some(commands) = call.parts.registry.take_commands(&call.connection) else {
        let text = "another connection of this machine took the place of this one";
        return problem(&Failure::new(ErrorKind::Conflict, "CONNECTION_REPLACED", text));
    };
    let events = ReceiverStream::new(commands).filter_map(|command| async move {
        match serde_json::to_string(&command) {
            Ok(text) => Some(Ok::<_, Infallible>(Event::default().data(text))),
            Err(error) => {
                tracing::error!(%error, effect.id = command.effect_id, "a command cannot be written as JSON");
                None
            }
        }
    });
    Sse::new(events).keep_alive(KeepAlive::new().interval(KEEP_ALIVE)).into_response()
}
