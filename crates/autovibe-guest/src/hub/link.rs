//! Calls to the Hub over whichever connection is alive.

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{Method, Request, Response};
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt as _, Empty, Full, Limited};
use hyper::body::Incoming;
use hyper::client::conn::http2::SendRequest;
use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio::sync::{Notify, watch};

use crate::error::GuestError;

/// Answers of the Hub's calls are small.
const MAX_ANSWER_BYTES: usize = 1024 * 1024;

/// A request body of any kind.
pub(crate) type Body = UnsyncBoxBody<Bytes, Box<dyn StdError + Send + Sync>>;

/// A body without content.
pub(crate) fn empty_body() -> Body {
    Empty::new().map_err(|never| match never {}).boxed_unsync()
}

/// A body that is known in whole.
pub(crate) fn full_body(bytes: impl Into<Bytes>) -> Body {
    Full::new(bytes.into()).map_err(|never| match never {}).boxed_unsync()
}

/// A greeted connection.
#[derive(Clone)]
pub(crate) struct Session {
    /// Sends requests over the connection.
    pub(crate) sender: SendRequest<Body>,
    /// Host part of the addresses.
    pub(crate) hub_name: Arc<str>,
    /// The token of this incarnation.
    pub(crate) token: Arc<str>,
    /// The incarnation.
    pub(crate) incarnation: i64,
}

impl fmt::Debug for Session {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The token is a secret.
        formatter.debug_struct("Session").field("incarnation", &self.incarnation).finish_non_exhaustive()
    }
}

impl Session {
    /// Begins a request with address, token and incarnation.
    pub(crate) fn request(&self, method: Method, path_and_query: &str) -> http::request::Builder {
        Request::builder()
            .method(method)
            .uri(format!("https://{}{path_and_query}", self.hub_name))
            .header(http::header::AUTHORIZATION, format!("Bearer {}", self.token))
            .header("autovibe-incarnation", self.incarnation)
    }

    /// Sends a request.
    ///
    /// # Errors
    /// [`GuestError::Unreachable`] when the connection ends first.
    pub(crate) async fn send(&self, request: Request<Body>) -> Result<Response<Incoming>, GuestError> {
        self.sender.clone().send_request(request).await.map_err(GuestError::unreachable)
    }

    /// Calls with a JSON body and reads a JSON answer.
    ///
    /// # Errors
    /// [`GuestError::Unreachable`] or [`GuestError::Refused`] or [`GuestError::Answer`].
    pub(crate) async fn call<Answer: DeserializeOwned>(
        &self,
        method: Method,
        path: &str,
        body: Option<&impl Serialize>,
        limit: Duration,
    ) -> Result<Answer, GuestError> {
        let bytes = match body {
            Some(body) => serde_json::to_vec(body).map_err(GuestError::unreachable)?,
            None => Vec::new(),
        };
        let request = self
            .request(method, path)
            .header(http::header::CONTENT_TYPE, "application/json")
            .body(full_body(bytes))
            .map_err(GuestError::unreachable)?;
        let exchange = async {
            let (parts, body) = self.send(request).await?.into_parts();
            let bytes = Limited::new(body, MAX_ANSWER_BYTES)
                .collect()
                .await
                .map_err(GuestError::unreachable)?
                .to_bytes();
            Ok::<_, GuestError>((parts.status, bytes))
        };
        let (status, bytes) = tokio::time::timeout(limit, exchange)
            .await
            .map_err(|_| GuestError::unreachable(format!("{path} was not answered within {limit:?}")))??;
        if !status.is_success() {
            let text = String::from_utf8_lossy(&bytes).chars().take(300).collect();
            return Err(GuestError::Refused { path: path.to_owned(), status: status.as_u16(), text });
        }
        let text: &[u8] = if bytes.is_empty() { b"{}" } else { &bytes };
        serde_json::from_slice(text).map_err(|source| GuestError::Answer { path: path.to_owned(), source })
    }
}

/// Hands out the newest connection.
#[derive(Debug)]
pub(crate) struct HubLink {
    session: watch::Sender<Option<Session>>,
    reconnect: Notify,
}

impl HubLink {
    /// A link without a connection.
    pub(crate) fn new() -> Arc<HubLink> {
        Arc::new(HubLink { session: watch::Sender::new(None), reconnect: Notify::new() })
    }

    /// Replaces the connection.
    pub(crate) fn publish(&self, session: Option<Session>) {
        self.session.send_replace(session);
    }

    /// Tells of each connection that comes or goes.
    pub(crate) fn sessions(&self) -> watch::Receiver<Option<Session>> {
        self.session.subscribe()
    }

    /// Waits for a connection.
    ///
    /// # Errors
    /// [`GuestError::NoConnection`] when none comes up in time.
    ///
    /// # Cancel safety
    /// Safe.
    pub(crate) async fn session(&self, limit: Duration) -> Result<Session, GuestError> {
        let mut sessions = self.session.subscribe();
        let waiting = sessions.wait_for(|session| session.as_ref().is_some_and(|s| !s.sender.is_closed()));
        match tokio::time::timeout(limit, waiting).await {
            Ok(Ok(session)) => session.clone().ok_or(GuestError::NoConnection(limit)),
            _ => Err(GuestError::NoConnection(limit)),
        }
    }

    /// Calls over the connection, waiting for one first.
    ///
    /// # Errors
    /// As [`HubLink::session`] and [`Session::call`].
    pub(crate) async fn call<Answer: DeserializeOwned>(
        &self,
        path: &str,
        body: &impl Serialize,
        limit: Duration,
    ) -> Result<Answer, GuestError> {
        self.session(limit).await?.call(Method::POST, path, Some(body), limit).await
    }

    /// Drops the connection and makes a new one at once.
    pub(crate) fn reconnect(&self) {
        self.reconnect.notify_one();
    }

    /// Waits until somebody wants a new connection.
    pub(crate) async fn reconnect_wanted(&self) {
        self.reconnect.notified().await;
    }
}
