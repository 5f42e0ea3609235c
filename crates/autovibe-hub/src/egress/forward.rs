//! Requests of plain HTTP: each one is checked, written anew and sent to where the check said.

use std::convert::Infallible;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::header::{self, HeaderMap, HeaderName};
use http::{HeaderValue, Request, Response};
use http_body_util::combinators::BoxBody;
use http_body_util::{BodyExt as _, Full};
use hyper::body::Incoming;
use hyper::client::conn::http1::SendRequest;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::sync::Mutex;
use tokio_util::task::AbortOnDropHandle;

use super::asked::Asked;
use super::denied::EgressDenied;
use super::destination::Destination;
use super::interception::ByteStream;
use super::request_head::HEAD_BYTES_MAX;
use super::session::{HEAD_TIME_MAX, Session};

/// Longest wait for the head of an answer.
const ANSWER_TIME_MAX: Duration = Duration::from_secs(120);
/// Heads of answers; some servers send long cookies.
const ANSWER_HEAD_BYTES_MAX: usize = 64 * 1024;
const HEADER_COUNT_MAX: usize = 100;

/// Headers that belong to one hop. Source: RFC 9110, section 7.6.1.
const HOP_HEADERS: [&str; 10] = [
    "connection",
    "keep-alive",
    "proxy-authenticate",
    "proxy-authorization",
    "proxy-authentication-info",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
];

type Answer = Response<BoxBody<Bytes, hyper::Error>>;

/// The connection to a server, kept for the next request to the same one.
struct Upstream {
    destination: Destination,
    sender: SendRequest<Incoming>,
    _driver: AbortOnDropHandle<()>,
}

/// What the requests of one connection share.
struct Forward {
    session: Arc<Session>,
    /// The connection is a tunnel to this plain port.
    tunnel: Option<Destination>,
    /// The first request was counted with the connection.
    is_counted: std::sync::atomic::AtomicBool,
    upstream: Mutex<Option<Upstream>>,
}

/// Serves requests until the connection ends.
pub(super) async fn forward(
    session: Arc<Session>,
    client: impl ByteStream + 'static,
    tunnel: Option<Destination>,
) -> io::Result<()> {
    let forward = Arc::new(Forward {
        session: Arc::clone(&session),
        tunnel,
        is_counted: false.into(),
        upstream: Mutex::default(),
    });
    let service = service_fn(move |request| {
        let forward = Arc::clone(&forward);
        async move { Ok::<_, Infallible>(Box::pin(forward.handle(request)).await) }
    });
    let serving = hyper::server::conn::http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_TIME_MAX)
        .max_buf_size(HEAD_BYTES_MAX)
        .max_headers(HEADER_COUNT_MAX)
        .half_close(true)
        .serve_connection(TokioIo::new(client), service);
    let Err(error) = serving.await else { return Ok(()) };
    if error.is_parse() {
        // The answer has been written.
        session.record_refusal(String::new(), &EgressDenied::Malformed("a later request is no HTTP")).await;
        return Ok(());
    }
    Err(io::Error::other(error))
}

impl Forward {
    async fn handle(&self, request: Request<Incoming>) -> Answer {
        match self.pass_on(request).await {
            Ok(answer) => answer,
            Err(denied) => {
                let text = denied.text(self.session.project_name().await);
                let body = Full::new(Bytes::from(text)).map_err(|never| match never {}).boxed();
                let mut answer = Response::new(body);
                *answer.status_mut() = denied.status();
                let headers = answer.headers_mut();
                headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
                headers.insert("x-autovibe-reason", HeaderValue::from_static(denied.reason()));
                // What follows a request that was not understood cannot be trusted to be a request.
                headers.insert(header::CONNECTION, HeaderValue::from_static("close"));
                answer
            }
        }
    }

    async fn pass_on(&self, request: Request<Incoming>) -> Result<Answer, EgressDenied> {
        if self.is_counted.swap(true, std::sync::atomic::Ordering::Relaxed) {
            self.session.pace().await?;
        }
        let (parts, body) = request.into_parts();
        let target = parts.uri.to_string();
        let asked = match Asked::of(&parts.method, &target, &parts.headers, self.tunnel.as_ref()) {
            Ok(asked) => asked,
            Err(denied) => {
                self.session.record_refusal(String::new(), &denied).await;
                return Err(denied);
            }
        };
        let Asked::Forward { destination, path_and_query } = asked else {
            let denied = EgressDenied::Malformed("a tunnel is asked for with a connection's first request");
            self.session.record_refusal(String::new(), &denied).await;
            return Err(denied);
        };
        let addresses = self.session.admit(&destination).await?;
        self.session.show(&destination, &parts).await;
        let mut passed = Request::new(body);
        *passed.method_mut() = parts.method;
        *passed.uri_mut() =
            path_and_query.parse().map_err(|_| EgressDenied::Malformed("the path cannot be read"))?;
        *passed.headers_mut() = end_to_end(&parts.headers);
        let host = match destination.port {
            80 => destination.host.to_string(),
            _ => destination.to_string(),
        };
        let host =
            HeaderValue::try_from(host).map_err(|_| EgressDenied::Malformed("the host cannot be written"))?;
        passed.headers_mut().insert(header::HOST, host);
        let answering = self.send(&destination, &addresses, passed);
        let answer = tokio::time::timeout(ANSWER_TIME_MAX, answering)
            .await
            .map_err(|_| EgressDenied::Late(destination.clone()))??;
        let (mut parts, body) = answer.into_parts();
        parts.version = http::Version::HTTP_11;
        parts.headers = end_to_end(&parts.headers);
        Ok(Response::from_parts(parts, body.boxed()))
    }

    async fn send(
        &self,
        destination: &Destination,
        addresses: &[std::net::SocketAddr],
        mut request: Request<Incoming>,
    ) -> Result<Response<Incoming>, EgressDenied> {
        let mut upstream = self.upstream.lock().await;
        if let Some(kept) = upstream.take().filter(|kept| kept.destination == *destination)
            && let Some(mut kept) = ready(kept).await
        {
            match kept.sender.try_send_request(request).await {
                Ok(answer) => {
                    *upstream = Some(kept);
                    return Ok(answer);
                }
                // The server closed the connection between two requests; this one has not left.
                Err(mut failed) => match failed.take_message() {
                    Some(unsent) => request = unsent,
                    None => return Err(EgressDenied::Unreachable(destination.clone())),
                },
            }
        }
        let stream = self.session.connect(destination, addresses).await?;
        let unreachable = |error: hyper::Error| {
            tracing::debug!(%destination, %error, "plain request");
            EgressDenied::Unreachable(destination.clone())
        };
        let (mut sender, connection) = hyper::client::conn::http1::Builder::new()
            .max_buf_size(ANSWER_HEAD_BYTES_MAX)
            .handshake(TokioIo::new(stream))
            .await
            .map_err(unreachable)?;
        let driver = AbortOnDropHandle::new(tokio::spawn(async move {
            // Its failures come out at the request.
            let _ = connection.await;
        }));
        let answer = sender.send_request(request).await.map_err(unreachable)?;
        *upstream = Some(Upstream { destination: destination.clone(), sender, _driver: driver });
        Ok(answer)
    }
}

/// A kept connection that takes another request; `None` when the server has closed it.
async fn ready(mut kept: Upstream) -> Option<Upstream> {
    kept.sender.ready().await.ok().map(|()| kept)
}

/// The headers that are not for this hop, neither by their own kind nor because `Connection` names them.
fn end_to_end(headers: &HeaderMap) -> HeaderMap {
    let named: Vec<HeaderName> = headers
        .get_all(header::CONNECTION)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|text| text.split(','))
        .filter_map(|name| name.trim().parse().ok())
        .collect();
    let is_kept = |name: &HeaderName| {
        !HOP_HEADERS.contains(&name.as_str()) && !name.as_str().starts_with("proxy-") && !named.contains(name)
    };
    headers
        .iter()
        .filter(|(name, _)| is_kept(name))
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_for_this_hop_stays_here() {
        let mut headers = HeaderMap::new();
        for (name, value) in [
            ("connection", "close, X-Hop"),
            ("x-hop", "1"),
            ("proxy-authorization", "Basic eDp5"),
            ("proxy-anything", "1"),
            ("te", "trailers"),
            ("upgrade", "websocket"),
            ("accept", "*/*"),
            ("accept", "text/plain"),
        ] {
            headers.append(HeaderName::from_static(name), HeaderValue::from_static(value));
        }
        let kept = end_to_end(&headers);
        assert_eq!(kept.keys().collect::<Vec<_>>(), ["accept"]);
        assert_eq!(kept.get_all("accept").iter().count(), 2);
    }
}
