//! Renders a stream of messages as server-sent events.

use std::convert::Infallible;
use std::pin::Pin;
use std::time::Duration;

use autovibe_proto::Failure;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse as _, Response};
use futures::{Stream, StreamExt as _};
use serde::Serialize;

use super::problem::{problem, problem_document};

/// Proxies drop connections that are silent for half a minute or more.
const KEEP_ALIVE: Duration = Duration::from_secs(10);

/// Messages as a call streams them.
pub(crate) type MessageStream<T> = Pin<Box<dyn Stream<Item = Result<T, Failure>> + Send>>;

/// The answer of a streaming call: one event per message; a failure is the last event, named `error`.
pub(crate) fn event_stream<T: Serialize + 'static>(outcome: Result<MessageStream<T>, Failure>) -> Response {
    match outcome {
        Ok(stream) => {
            let events = stream.map(|item| Ok::<_, Infallible>(event(item)));
            Sse::new(events).keep_alive(KeepAlive::new().interval(KEEP_ALIVE)).into_response()
        }
        Err(failure) => problem(&failure),
    }
}

fn event<T: Serialize>(item: Result<T, Failure>) -> Event {
    match item.map(|message| serde_json::to_string(&message)) {
        Ok(Ok(text)) => Event::default().data(text),
        Ok(Err(_)) => {
            let failure = Failure::internal("the message cannot be written as JSON");
            Event::default().event("error").data(problem_document(&failure).to_string())
        }
        Err(failure) => Event::default().event("error").data(problem_document(&failure).to_string()),
    }
}
