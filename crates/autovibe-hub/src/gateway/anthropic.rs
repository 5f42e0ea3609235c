//! The Anthropic provider: passes requests on with the Hub's key, and answers back byte for byte.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::uri::{Authority, Scheme};
use http::{HeaderName, HeaderValue, Method, Request, Response, StatusCode, Uri, header};
use http_body_util::Full;
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioTimer};

use super::api_error::error_response;
use super::body::{BoxBody, boxed_body, read_body, unpack_body};
use super::caller::ModelCaller;
use super::charge::{Charge, RequestHead};
use super::error::GatewayError;
use super::gate::SpendGate;
use super::headers::{passed_answer_headers, passed_request_headers};
use super::limits::GatewayLimits;
use super::meter::{Pricing, UsageMeter};
use super::secret::Secret;
use super::service::{ProviderAnswer, denied_answer};

/// How long an idle connection to the provider is kept for the next request.
const IDLE_MAX: Duration = Duration::from_secs(90);

/// A provider that speaks the Messages interface.
pub(crate) struct AnthropicUpstream {
    client: Client<HttpsConnector<HttpConnector>, Full<Bytes>>,
    scheme: Scheme,
    authority: Authority,
    /// The path of the base address, without a slash at its end.
    path_prefix: String,
    key: HeaderValue,
}

/// What a request may ask for. Everything else that the key could reach is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Route {
    /// A sign of life, answered here.
    Root,
    /// A message: the only request that costs.
    Messages,
    /// Counting tokens and listing models.
    Free,
}

impl AnthropicUpstream {
    pub(crate) fn new(base_url: &str, key: &Secret, limits: &GatewayLimits) -> Result<Self, GatewayError> {
        let base: Uri = base_url.parse().map_err(GatewayError::BaseUrl)?;
        let (Some(scheme), Some(authority)) = (base.scheme().cloned(), base.authority().cloned()) else {
            return Err(GatewayError::Unprotected);
        };
        if scheme != Scheme::HTTPS && !(scheme == Scheme::HTTP && is_loopback(authority.host())) {
            return Err(GatewayError::Unprotected);
        }
        let mut http = HttpConnector::new();
        http.enforce_http(false);
        http.set_nodelay(true);
        http.set_connect_timeout(Some(limits.connect_time_max));
        let connector = HttpsConnectorBuilder::new()
            .with_provider_and_webpki_roots(rustls::crypto::ring::default_provider())
            .map_err(GatewayError::Tls)?
            .https_or_http()
            .enable_all_versions()
            .wrap_connector(http);
        let client = Client::builder(TokioExecutor::new())
            .pool_idle_timeout(IDLE_MAX)
            .pool_timer(TokioTimer::new())
            .build(connector);
        let path_prefix = base.path().trim_end_matches('/').to_owned();
        Ok(Self { client, scheme, authority, path_prefix, key: key.header_value().ok_or(GatewayError::Key)? })
    }

    /// Passes a request on and returns the answer as it begins to come.
    pub(crate) async fn forward(
        &self,
        caller: &ModelCaller,
        gate: &Arc<dyn SpendGate>,
        request: Request<BoxBody>,
        limits: &GatewayLimits,
    ) -> ProviderAnswer {
        let (head, body) = request.into_parts();
        let route = match route(&head.method, head.uri.path()) {
            Some(Route::Root) => return Response::new(boxed_body(Full::default())).into(),
            Some(route) => route,
            None => {
                let message = "the gateway does not pass this request on to the model provider";
                return error_response(StatusCode::NOT_FOUND, message).into();
            }
        };
        let body = match read_body(body, limits.request_bytes_max, limits.request_time_max).await {
            Ok(body) => body,
            Err(denied) => return denied_answer(denied),
        };
        let plain = match unpack_body(&head.headers, body.clone(), limits.request_bytes_max) {
            Ok(plain) => plain,
            // What cannot be read cannot be bounded.
            Err(denied) => return denied_answer(denied),
        };
        let (asked, length) = (RequestHead::read(&plain), plain.len());
        let passed = match self.passed_request(&head, body) {
            Ok(passed) => passed,
            Err(_malformed) => {
                return error_response(StatusCode::BAD_REQUEST, "the address cannot be used").into();
            }
        };
        let mut charge = None;
        if route == Route::Messages {
            match Charge::reserve(gate, caller, asked.bound(length)).await {
                Ok(reserved) => charge.insert(reserved).sent(asked.estimate(length)),
                Err(denied) => return denied.response().into(),
            }
        }
        let answer = match tokio::time::timeout(limits.head_time_max, self.client.request(passed)).await {
            Ok(Ok(answer)) => answer,
            Ok(Err(error)) => {
                if error.is_connect()
                    && let Some(charge) = charge.take()
                {
                    charge.release();
                }
                let error: &dyn std::error::Error = &error;
                tracing::warn!(error, "the model provider cannot be reached");
                return error_response(StatusCode::BAD_GATEWAY, "the model provider cannot be reached")
                    .into();
            }
            Err(_elapsed) => {
                let message = "the model provider did not answer in time";
                return error_response(StatusCode::GATEWAY_TIMEOUT, message).into();
            }
        };
        if !answer.status().is_success()
            && let Some(charge) = charge.take()
        {
            // Requests that the provider refuses cost nothing.
            charge.release();
        }
        if let Some(refused) = refused_answer(answer.status()) {
            return refused.into();
        }
        let meter = charge.map(|charge| {
            (UsageMeter::new(Pricing::List, is_event_stream(&answer), asked.model, length), charge)
        });
        let (mut head, body) = answer.into_parts();
        head.headers = passed_answer_headers(&head.headers);
        ProviderAnswer { response: Response::from_parts(clean(head), boxed_body(body)), meter }
    }

    fn passed_request(
        &self,
        head: &http::request::Parts,
        body: Bytes,
    ) -> Result<Request<Full<Bytes>>, http::Error> {
        let path = head.uri.path_and_query().map_or("/", |path| path.as_str());
        let uri = Uri::builder()
            .scheme(self.scheme.clone())
            .authority(self.authority.clone())
            .path_and_query(format!("{}{path}", self.path_prefix))
            .build()?;
        let mut request = Request::builder().method(head.method.clone()).uri(uri).body(Full::new(body))?;
        *request.headers_mut() = passed_request_headers(&head.headers);
        // The counts in the answer can only be read when nobody packs it.
        request.headers_mut().insert(header::ACCEPT_ENCODING, HeaderValue::from_static("identity"));
        request.headers_mut().insert(HeaderName::from_static("x-api-key"), self.key.clone());
        Ok(request)
    }
}

/// The version and extensions of the connection to the provider are not those of the connection to the Machine.
fn clean(head: http::response::Parts) -> http::response::Parts {
    let (mut clean, ()) = Response::new(()).into_parts();
    clean.status = head.status;
    clean.headers = head.headers;
    clean
}

fn route(method: &Method, path: &str) -> Option<Route> {
    match (method, path) {
        (&Method::HEAD | &Method::GET, "/") => Some(Route::Root),
        (&Method::POST, "/v1/messages") => Some(Route::Messages),
        (&Method::POST, "/v1/messages/count_tokens") | (&Method::GET, "/v1/models") => Some(Route::Free),
        (&Method::GET, path) => {
            let id = path.strip_prefix("/v1/models/")?;
            let is_id = id.starts_with(|c: char| c.is_ascii_alphanumeric())
                && id.chars().all(|c| c.is_ascii_alphanumeric() || "-_.:".contains(c));
            is_id.then_some(Route::Free)
        }
        _ => None,
    }
}

/// Answers of the provider that concern the Hub and not the Machine.
///
/// A refused key keeps its status, so that the Turn says what happened, but not the provider's words about the
/// account. A redirection could carry the key elsewhere.
fn refused_answer(status: StatusCode) -> Option<Response<BoxBody>> {
    let (status, message) = match status {
        StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => {
            tracing::error!(status = status.as_u16(), "the model provider refuses the key of the Hub");
            (status, "the model provider refuses the key that the Hub has for it")
        }
        status if status.is_redirection() || status.is_informational() => {
            tracing::warn!(status = status.as_u16(), "the model provider redirects");
            (StatusCode::BAD_GATEWAY, "the model provider redirects, which the gateway does not follow")
        }
        _ => return None,
    };
    let mut response = error_response(status, message);
    response.headers_mut().insert("x-should-retry", HeaderValue::from_static("false"));
    Some(response)
}

fn is_event_stream<B>(answer: &Response<B>) -> bool {
    let kind = answer.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("text/event-stream"))
}

fn is_loopback(host: &str) -> bool {
    let address = host.trim_start_matches('[').trim_end_matches(']').parse::<std::net::IpAddr>();
    host == "localhost" || address.is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_agents_need_is_passed_on() {
        assert_eq!(route(&Method::POST, "/v1/messages"), Some(Route::Messages));
        assert_eq!(route(&Method::GET, "/v1/models/claude-opus-5-5"), Some(Route::Free));
        for (method, path) in [
            (Method::POST, "/v1/messages/batches"),
            (Method::GET, "/v1/files"),
            (Method::GET, "/v1/models/../files"),
            (Method::GET, "/v1/models/.."),
            (Method::GET, "/v1/models/a%2f..%2ffiles"),
            (Method::DELETE, "/v1/messages"),
            (Method::POST, "//v1/messages"),
        ] {
            assert_eq!(route(&method, path), None, "{method} {path}");
        }
    }

    #[test]
    fn a_key_does_not_travel_unprotected() {
        let made = |url: &str| AnthropicUpstream::new(url, &Secret::new("k"), &GatewayLimits::default());
        for url in
            ["http://example.com", "http://127.0.0.1.example.com", "ftp://localhost", "example.com", "/x"]
        {
            assert!(matches!(made(url), Err(GatewayError::Unprotected)), "{url}");
        }
        for url in ["https://example.com/base/", "http://127.0.0.1:1", "http://[::1]:1", "http://localhost"] {
            assert!(made(url).is_ok(), "{url}");
        }
        let empty =
            AnthropicUpstream::new("https://example.com", &Secret::new(""), &GatewayLimits::default());
        assert!(matches!(empty, Err(GatewayError::Key)));
    }
}
