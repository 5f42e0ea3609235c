//! Errors in the form that the Anthropic interface gives them, so that agents understand them.

use bytes::Bytes;
use http::{HeaderValue, Response, StatusCode, header};
use http_body_util::Full;
use serde_json::{Value, json};

use super::body::{BoxBody, boxed_body};

/// The body of an error answer.
///
/// Source: the list of HTTP errors in the public description of the Anthropic interface.
pub(crate) fn error_document(status: u16, message: &str) -> Value {
    let kind = match status {
        401 => "authentication_error",
        402 => "billing_error",
        403 => "permission_error",
        404 => "not_found_error",
        413 => "request_too_large",
        429 => "rate_limit_error",
        504 => "timeout_error",
        529 => "overloaded_error",
        500.. => "api_error",
        _ => "invalid_request_error",
    };
    json!({"type": "error", "error": {"type": kind, "message": message}, "request_id": "req_autovibe"})
}

/// An error answer of the gateway itself.
pub(crate) fn error_response(status: StatusCode, message: &str) -> Response<BoxBody> {
    let document = error_document(status.as_u16(), message).to_string();
    let mut response = Response::new(boxed_body(Full::new(Bytes::from(document))));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}
