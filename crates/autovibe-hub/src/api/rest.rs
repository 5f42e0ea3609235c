//! Turns an HTTP request into a request message: path, query and JSON body become its fields.

use autovibe_proto::{ErrorKind, Failure};
use axum::body::{Body, to_bytes};
use axum::extract::{FromRequestParts as _, Query, RawPathParams};
use axum::response::{IntoResponse as _, Response};
use http::{HeaderMap, HeaderValue, Method, Request, StatusCode, Uri, header};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::access::Caller;
use super::problem::{problem, problem_with_status};

/// A prompt of 1 MiB may take six times as much as JSON; larger ones are still refused in words.
const BODY_LENGTH_MAX: usize = 16 * 1024 * 1024;
/// Parameters of a query; no request message has half as many fields.
const PARAMETER_COUNT_MAX: usize = 32;
/// Fields that are true or false; in a query everything is text, so they have to be known.
pub const REST_FLAGS: [&str; 3] = ["stored_only", "storedOnly", "follow"];

/// The request message of an HTTP request, with its caller.
///
/// # Errors
/// The finished `application/problem+json` answer.
pub(crate) async fn read_request<T: DeserializeOwned>(
    request: Request<Body>,
) -> Result<(Caller, T), Response> {
    let (mut parts, body) = request.into_parts();
    let Some(caller) = parts.extensions.get::<Caller>().cloned() else {
        return Err(problem(&Failure::internal("the caller was not authenticated")));
    };
    let mut fields =
        if has_body(&parts.method) { read_body(&parts.headers, body).await? } else { Map::new() };
    read_query(&parts.uri, &mut fields).map_err(|failure| problem(&failure))?;
    let path = RawPathParams::from_request_parts(&mut parts, &()).await.map_err(|rejection| {
        problem(&Failure::invalid(format!("the path cannot be read: {}", rejection.body_text())))
    })?;
    for (name, value) in &path {
        fields.insert(name.to_owned(), Value::String(value.to_owned()));
    }
    match serde_json::from_value(Value::Object(fields)) {
        Ok(message) => Ok((caller, message)),
        Err(error) => Err(problem(&Failure::invalid(format!("the request does not fit: {error}")))),
    }
}

/// The answer message, or the problem, of a call.
pub(crate) fn answer<T: Serialize>(outcome: Result<T, Failure>) -> Response {
    match outcome.map(|message| serde_json::to_string(&message)) {
        Ok(Ok(text)) => {
            ([(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))], text).into_response()
        }
        Ok(Err(error)) => {
            tracing::error!(%error, "an answer cannot be written as JSON");
            problem(&Failure::internal("the answer cannot be written as JSON"))
        }
        Err(failure) => problem(&failure),
    }
}

/// The answer to a path that is not served.
pub(crate) fn unknown_path() -> Response {
    problem(&Failure::new(ErrorKind::NotFound, "PATH_NOT_FOUND", "nothing is served at this path"))
}

/// The answer to a path that is served, but not with this method.
pub(crate) fn unknown_method() -> Response {
    let failure =
        Failure::new(ErrorKind::InvalidArgument, "METHOD_NOT_ALLOWED", "this path takes another HTTP method");
    problem_with_status(&failure, StatusCode::METHOD_NOT_ALLOWED)
}

fn has_body(method: &Method) -> bool {
    method != Method::GET && method != Method::HEAD && method != Method::DELETE
}

async fn read_body(headers: &HeaderMap, body: Body) -> Result<Map<String, Value>, Response> {
    let bytes = to_bytes(body, BODY_LENGTH_MAX).await.map_err(|_| {
        let text = format!("the body is larger than {} MiB or broke off", BODY_LENGTH_MAX / 1024 / 1024);
        let failure = Failure::new(ErrorKind::InvalidArgument, "BODY_TOO_LARGE", text);
        problem_with_status(&failure, StatusCode::PAYLOAD_TOO_LARGE)
    })?;
    if bytes.is_empty() {
        return Ok(Map::new());
    }
    let media_type =
        headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if !is_json(media_type) {
        let failure = Failure::new(
            ErrorKind::InvalidArgument,
            "MEDIA_TYPE_NOT_SUPPORTED",
            "send the body as content-type: application/json",
        );
        return Err(problem_with_status(&failure, StatusCode::UNSUPPORTED_MEDIA_TYPE));
    }
    match serde_json::from_slice(&bytes) {
        Ok(Value::Object(fields)) => Ok(fields),
        Ok(_) => Err(problem(&bad_json("the body is not a JSON object"))),
        Err(error) => Err(problem(&bad_json(format!("the body is not JSON: {error}")))),
    }
}

fn bad_json(text: impl Into<String>) -> Failure {
    Failure::new(ErrorKind::InvalidArgument, "JSON_MALFORMED", text)
}

/// True for `application/json` with or without parameters.
pub(crate) fn is_json(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    essence.eq_ignore_ascii_case("application/json")
}

fn read_query(uri: &Uri, fields: &mut Map<String, Value>) -> Result<(), Failure> {
    let Query(parameters) = Query::<Vec<(String, String)>>::try_from_uri(uri).map_err(|rejection| {
        Failure::invalid(format!("the query cannot be read: {}", rejection.body_text()))
    })?;
    if parameters.len() > PARAMETER_COUNT_MAX {
        return Err(Failure::invalid(format!("a query has at most {PARAMETER_COUNT_MAX} parameters")));
    }
    for (name, value) in parameters {
        let value = match (REST_FLAGS.contains(&name.as_str()), value.as_str()) {
            (true, "true" | "1" | "") => Value::Bool(true),
            (true, "false" | "0") => Value::Bool(false),
            (true, _) => return Err(Failure::invalid(format!("{name} is true or false"))),
            (false, text) => Value::String(text.to_owned()),
        };
        if fields.insert(name.clone(), value).is_some() {
            return Err(Failure::invalid(format!("{name} is given twice")));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn uri(query: &str) -> Uri {
        format!("/v1/x?{query}").parse().unwrap()
    }

    #[test]
    fn a_query_becomes_fields() {
        let mut fields = Map::new();
        read_query(&uri("page_size=7&wait=5s&follow=true&project=a%2Fb+c"), &mut fields).unwrap();
        assert_eq!(fields["page_size"], "7");
        assert_eq!(fields["follow"], true);
        assert_eq!(fields["project"], "a/b c");
        assert!(read_query(&uri("follow=perhaps"), &mut Map::new()).is_err());
        assert!(read_query(&uri("a=1&a=2"), &mut Map::new()).is_err());
    }

    #[test]
    fn text_of_a_query_reads_as_numbers_and_durations() {
        let mut fields = Map::new();
        read_query(&uri("machine=x&tail_bytes=12&follow=1"), &mut fields).unwrap();
        let request: autovibe_proto::hub::v1::ReadConsoleRequest =
            serde_json::from_value(Value::Object(fields)).unwrap();
        assert_eq!((request.tail_bytes, request.follow), (12, true));
        let request: autovibe_proto::hub::v1::GetTurnRequest =
            serde_json::from_str(r#"{"turn_id":"t","wait":"5s"}"#).unwrap();
        assert_eq!(request.wait.unwrap().seconds, 5);
    }

    #[test]
    fn json_is_known_by_its_media_type() {
        assert!(is_json("application/json") && is_json("Application/JSON; charset=utf-8"));
        assert!(!is_json("text/plain") && !is_json(""));
    }
}
