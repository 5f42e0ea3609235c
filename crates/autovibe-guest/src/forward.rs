//! The model endpoint on loopback: every request goes to the Hub's gateway with this Machine's token.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use http::header::{self, HeaderMap, HeaderName};
use http::{Request, Response, StatusCode};
use http_body_util::BodyExt as _;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::TcpListener;
use tokio::sync::Semaphore;

use crate::config::GuestConfig;
use crate::error::GuestError;
use crate::hub::{Body, HubLink, full_body};

/// The coding agent's own patience is longer; after a restore the connection is back within this.
const CONNECTION_WAIT: Duration = Duration::from_secs(30);
/// Coding agents use a handful of connections.
const MAX_CONNECTIONS: usize = 64;
const HEADER_LIMIT: Duration = Duration::from_secs(30);

/// Headers that belong to one hop. Source: RFC 9110, section 7.6.1.
const HOP_HEADERS: [HeaderName; 8] = [
    header::CONNECTION,
    header::HOST,
    header::PROXY_AUTHENTICATE,
    header::PROXY_AUTHORIZATION,
    header::TE,
    header::TRAILER,
    header::TRANSFER_ENCODING,
    header::UPGRADE,
];

/// Listens on the configured address; ends never once it listens.
///
/// # Errors
/// [`GuestError::File`] when the address is taken.
pub(crate) async fn run_forward(config: &GuestConfig, link: Arc<HubLink>) -> Result<Infallible, GuestError> {
    let address = config.forward_address;
    let listener =
        TcpListener::bind(address).await.map_err(GuestError::file(format!("listen on {address}")))?;
    let places = Arc::new(Semaphore::new(MAX_CONNECTIONS));
    loop {
        let Ok(place) = Arc::clone(&places).acquire_owned().await else { continue };
        let Ok((stream, _)) = listener.accept().await else {
            // Out of file descriptors, most likely; some will come back.
            tokio::time::sleep(Duration::from_millis(100)).await;
            continue;
        };
        let link = Arc::clone(&link);
        tokio::spawn(async move {
            let service = service_fn(|request| forward(Arc::clone(&link), request));
            // An error means that one side went away in mid-answer: the coding agent sees the cut and tries again.
            let _ = http1::Builder::new()
                .timer(TokioTimer::new())
                .header_read_timeout(HEADER_LIMIT)
                .serve_connection(TokioIo::new(stream), service)
                .await;
            drop(place);
        });
    }
}

async fn forward(link: Arc<HubLink>, request: Request<Incoming>) -> Result<Response<Body>, Infallible> {
    Ok(match pass_on(&link, request).await {
        Ok(response) => response,
        Err(error) => {
            tracing::warn!(error = error.chain(), "model request");
            unavailable()
        }
    })
}

async fn pass_on(link: &HubLink, request: Request<Incoming>) -> Result<Response<Body>, GuestError> {
    let session = link.session(CONNECTION_WAIT).await?;
    let (parts, body) = request.into_parts();
    let path = parts.uri.path_and_query().map_or("/", http::uri::PathAndQuery::as_str);
    let mut passed = session
        .request(parts.method, &format!("/model{path}"))
        .body(body.map_err(Into::into).boxed_unsync())
        .map_err(GuestError::unreachable)?;
    // Our own headers stay: the coding agent has no say in who it is.
    for (name, value) in end_to_end(&parts.headers) {
        if name != header::AUTHORIZATION && !name.as_str().starts_with("autovibe-") {
            passed.headers_mut().append(name, value.clone());
        }
    }
    let (mut parts, body) = session.send(passed).await?.into_parts();
    parts.version = http::Version::HTTP_11;
    parts.headers = end_to_end(&parts.headers).map(|(name, value)| (name.clone(), value.clone())).collect();
    Ok(Response::from_parts(parts, body.map_err(Into::into).boxed_unsync()))
}

fn end_to_end(headers: &HeaderMap) -> impl Iterator<Item = (&HeaderName, &http::HeaderValue)> {
    headers.iter().filter(|(name, _)| {
        !HOP_HEADERS.contains(name) && !matches!(name.as_str(), "keep-alive" | "proxy-connection")
    })
}

fn unavailable() -> Response<Body> {
    let text = r#"{"type":"error","error":{"type":"overloaded_error","message":"the hub is not connected"}}"#;
    let mut response = Response::new(full_body(text));
    *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
    response.headers_mut().insert(header::CONTENT_TYPE, http::HeaderValue::from_static("application/json"));
    response.headers_mut().insert(header::RETRY_AFTER, http::HeaderValue::from_static("1"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_end_to_end_headers_pass() {
        let mut headers = HeaderMap::new();
        for name in ["host", "connection", "keep-alive", "x-api-key", "transfer-encoding", "content-type"] {
            headers.insert(HeaderName::from_static(name), http::HeaderValue::from_static("x"));
        }
        let passed: Vec<&str> = end_to_end(&headers).map(|(name, _)| name.as_str()).collect();
        assert_eq!(passed, ["x-api-key", "content-type"]);
    }
}
