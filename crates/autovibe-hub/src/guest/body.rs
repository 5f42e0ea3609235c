//! Reads the JSON that guests send and writes the answers; everything that comes in has a limit.

use std::time::Duration;

use autovibe_proto::{ErrorKind, Failure};
use axum::body::{Body, to_bytes};
use axum::response::{IntoResponse as _, Response};
use http::{HeaderValue, Request, StatusCode, header};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::connection::GuestConnection;
use super::rate::Rate;
use crate::api::{is_json, problem, problem_with_status};

/// Slower than this, a body is not sent but held open.
const BODY_TIME_MAX: Duration = Duration::from_secs(60);

/// Answers a call with a JSON body: its rate first, then one of the connection's places for bodies, then the
/// body, so that a guest that sends too much costs no memory.
pub(crate) async fn serve_json<T, A, F>(
    connection: &GuestConnection,
    rate: &Rate,
    request: Request<Body>,
    length_max: usize,
    handle: impl FnOnce(T) -> F,
) -> Response
where
    T: DeserializeOwned,
    A: Serialize,
    F: Future<Output = Result<A, Failure>>,
{
    if let Err(failure) = rate.take() {
        return problem(&failure);
    }
    // Held until the answer: what was read takes as much memory as what is being read.
    let Ok(_place) = connection.bodies.acquire().await else {
        return problem(&Failure::internal("the connection takes no bodies"));
    };
    match read_json(request, length_max).await {
        Ok(message) => answer(handle(message).await),
        Err(refused) => refused,
    }
}

/// Reads a body of at most `length_max` bytes; JSON deeper than 128 levels is refused by the parser.
///
/// # Errors
/// The finished `application/problem+json` answer.
async fn read_json<T: DeserializeOwned>(request: Request<Body>, length_max: usize) -> Result<T, Response> {
    let (parts, body) = request.into_parts();
    let media_type = parts.headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    if !media_type.is_some_and(is_json) {
        let text = "send the body as content-type: application/json";
        let failure = Failure::new(ErrorKind::InvalidArgument, "MEDIA_TYPE_NOT_SUPPORTED", text);
        return Err(problem_with_status(&failure, StatusCode::UNSUPPORTED_MEDIA_TYPE));
    }
    let bytes = match tokio::time::timeout(BODY_TIME_MAX, to_bytes(body, length_max)).await {
        Ok(Ok(bytes)) => bytes,
        Ok(Err(_)) => {
            let text = format!("the body is larger than {length_max} bytes or broke off");
            let failure = Failure::new(ErrorKind::InvalidArgument, "BODY_TOO_LARGE", text);
            return Err(problem_with_status(&failure, StatusCode::PAYLOAD_TOO_LARGE));
        }
        Err(_) => {
            let failure =
                Failure::new(ErrorKind::DeadlineExceeded, "BODY_LATE", "the body did not come in time");
            return Err(problem(&failure));
        }
    };
    serde_json::from_slice(&bytes).map_err(|error| {
        let text = format!("the body does not fit: {error}");
        problem(&Failure::new(ErrorKind::InvalidArgument, "JSON_MALFORMED", text))
    })
}

/// The answer message, or the problem.
pub(crate) fn answer<T: Serialize>(outcome: Result<T, Failure>) -> Response {
    match outcome.map(|message| serde_json::to_string(&message)) {
        Ok(Ok(text)) => {
            ([(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))], text).into_response()
        }
        Ok(Err(_)) => problem(&Failure::internal("the answer cannot be written as JSON")),
        Err(failure) => problem(&failure),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use autovibe_proto::MachineId;
    use serde_json::Value;

    use super::*;

    fn call() -> Request<Body> {
        let request = Request::builder().header(header::CONTENT_TYPE, "application/json");
        request.body(Body::from("{}")).unwrap()
    }

    #[tokio::test(start_paused = true)]
    async fn a_fifth_body_waits_and_one_beyond_the_rate_is_not_read() {
        let connection = GuestConnection::new(MachineId::generate(), 1, 1, String::new(), Arc::default());
        let rate = Rate::new(1, 5);
        let held = connection.bodies.acquire_many(4).await.unwrap();
        let handle = async |body: Value| Ok::<_, Failure>(body);
        let waiting = serve_json(&connection, &rate, call(), 64, handle);
        assert!(tokio::time::timeout(Duration::from_secs(1), waiting).await.is_err());
        drop(held);
        for _ in 0..5 {
            assert_eq!(serve_json(&connection, &rate, call(), 64, handle).await.status(), StatusCode::OK);
        }
        let unread = Body::from_stream(futures::stream::pending::<Result<Vec<u8>, std::io::Error>>());
        let refused = serve_json(&connection, &rate, Request::new(unread), 64, handle).await;
        assert_eq!(refused.status(), StatusCode::TOO_MANY_REQUESTS);
    }
}
