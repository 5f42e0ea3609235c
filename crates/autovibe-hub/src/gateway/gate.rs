//! Who decides whether a request may be sent to the provider: asked before, told after.

use std::time::Duration;

use async_trait::async_trait;
use http::{HeaderValue, Response, StatusCode, header};

use super::api_error::error_response;
use super::body::BoxBody;
use super::caller::ModelCaller;
use super::usage::Usage;

/// The most that one request can use.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Bound {
    /// Tokens of all kinds.
    pub tokens: i64,
    /// Cost in millionths of a US dollar.
    pub cost_micros: i64,
}

/// A request that is not sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GateDenied {
    /// What the coding agent is told; it says nothing about other Machines.
    pub message: String,
    /// When trying again may help.
    pub retry_after: Duration,
}

/// Decides about each request that costs.
#[async_trait]
pub trait SpendGate: std::fmt::Debug + Send + Sync + 'static {
    /// Waits until the request may be sent, and reserves the most that it can use.
    ///
    /// # Errors
    /// [`GateDenied`] when it may not be sent within a bounded time.
    ///
    /// # Cancel safety
    /// Dropping the future reserves nothing.
    async fn reserve(&self, caller: &ModelCaller, bound: Bound) -> Result<u64, GateDenied>;

    /// Ends a reservation with what was used; `None` when the request cost nothing. It must not block.
    fn settle(&self, reservation: u64, used: Option<&Usage>);
}

/// Lets everything through.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OpenGate;

#[async_trait]
impl SpendGate for OpenGate {
    async fn reserve(&self, _caller: &ModelCaller, _bound: Bound) -> Result<u64, GateDenied> {
        Ok(0)
    }

    fn settle(&self, _reservation: u64, _used: Option<&Usage>) {}
}

impl GateDenied {
    /// The answer to a request that is not sent: coding agents try again after the stated time.
    pub(crate) fn response(&self) -> Response<BoxBody> {
        let mut response = error_response(StatusCode::TOO_MANY_REQUESTS, &self.message);
        let seconds = self.retry_after.as_secs().max(1);
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        response
    }
}
