//! Renders a failure as RFC 9457 `application/problem+json`.

use autovibe_proto::{ErrorKind, Failure, Retry};
use axum::body::Body;
use axum::response::Response;
use http::{HeaderValue, StatusCode, header};
use serde_json::{Value, json};

const MEDIA_TYPE: HeaderValue = HeaderValue::from_static("application/problem+json");

/// The members of a problem document.
pub(crate) fn problem_document(failure: &Failure) -> Value {
    document(failure, failure.kind.http_status())
}

/// The answer for a failure.
pub(crate) fn problem(failure: &Failure) -> Response {
    let status =
        StatusCode::from_u16(failure.kind.http_status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    problem_with_status(failure, status)
}

/// The answer for a failure of HTTP itself, whose status the error table does not know.
pub(crate) fn problem_with_status(failure: &Failure, status: StatusCode) -> Response {
    let text = document(failure, status.as_u16()).to_string();
    let mut response = Response::new(Body::from(text));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, MEDIA_TYPE);
    match failure.kind {
        ErrorKind::Unauthenticated => {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        ErrorKind::LimitExceeded | ErrorKind::Unavailable => {
            // Whole seconds are the finest that this header can say.
            if let Retry::After(after) = failure.retry() {
                headers.insert(header::RETRY_AFTER, HeaderValue::from(after.as_secs().max(1)));
            }
        }
        _ => {}
    }
    response
}

fn document(failure: &Failure, status: u16) -> Value {
    json!({
        "type": format!("urn:autovibe:error:{}", failure.reason),
        "title": title(&failure.reason),
        "status": status,
        "detail": failure.message,
        "kind": failure.kind.as_str(),
        "reason": failure.reason,
        "metadata": failure.metadata,
    })
}

/// The fixed title of a reason: its words in lower case with a capital at the front.
fn title(reason: &str) -> String {
    let words = reason.to_ascii_lowercase().replace('_', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_ascii_uppercase().to_string() + letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_says_type_title_status_and_detail() {
        let failure =
            Failure::new(ErrorKind::NotFound, "MACHINE_NOT_FOUND", "no machine x").with("machine", "x");
        let document = problem_document(&failure);
        assert_eq!(document["type"], "urn:autovibe:error:MACHINE_NOT_FOUND");
        assert_eq!(document["title"], "Machine not found");
        assert_eq!(document["status"], 404);
        assert_eq!(document["detail"], "no machine x");
        assert_eq!(document["metadata"]["machine"], "x");
        let response = problem(&failure);
        assert_eq!(response.headers()[header::CONTENT_TYPE], "application/problem+json");
    }

    #[test]
    fn a_limit_says_when_to_come_again() {
        let response = problem(&Failure::new(ErrorKind::LimitExceeded, "MAILBOX_FULL", "full"));
        assert_eq!(
            (response.status().as_u16(), &response.headers()[header::RETRY_AFTER]),
            (429, &"1".parse().unwrap())
        );
    }
}
