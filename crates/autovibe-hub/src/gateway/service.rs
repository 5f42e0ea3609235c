//! The gateway itself: takes a call of a model, lets the configured provider answer, and reports the use.

use std::sync::Arc;

use bytes::Bytes;
use http::{Request, Response, StatusCode, header};
use http_body::Body;
use serde_json::Value;

use super::anthropic::AnthropicUpstream;
use super::api_error::error_response;
use super::body::{BodyDenied, BodyError, BoxBody, boxed_body, read_body, unpack_body};
use super::caller::ModelCaller;
use super::charge::{Charge, RequestHead};
use super::error::GatewayError;
use super::gate::{Bound, OpenGate, SpendGate};
use super::limits::GatewayLimits;
use super::meter::{Pricing, UsageMeter};
use super::provider::{GatewayConfig, ProviderConfig};
use super::scripted::{self, AnthropicRequest};
use super::slot::Slots;
use super::stream::{MeteredBody, UsageReport, timed_body};
use super::usage::UsageSink;

/// Answers the calls that coding agents make to their model.
pub struct Gateway {
    provider: Provider,
    limits: GatewayLimits,
    slots: Arc<Slots>,
    gate: Arc<dyn SpendGate>,
    sink: Arc<dyn UsageSink>,
}

enum Provider {
    Scripted,
    Anthropic(Box<AnthropicUpstream>),
}

/// An answer of a provider, before it is metered.
pub(crate) struct ProviderAnswer {
    /// What the Machine gets.
    pub(crate) response: Response<BoxBody>,
    /// Counts the use for a reservation; `None` when the request is free.
    pub(crate) meter: Option<(UsageMeter, Charge)>,
}

impl From<Response<BoxBody>> for ProviderAnswer {
    fn from(response: Response<BoxBody>) -> Self {
        Self { response, meter: None }
    }
}

impl Gateway {
    /// Sets up a gateway that reports all use to `sink`.
    ///
    /// # Errors
    /// [`GatewayError`] when the address or the key of the provider cannot be used. Nothing is sent yet.
    pub fn new(config: GatewayConfig, sink: Arc<dyn UsageSink>) -> Result<Self, GatewayError> {
        let GatewayConfig { provider, limits } = config;
        let provider = match provider {
            ProviderConfig::Scripted => Provider::Scripted,
            ProviderConfig::Anthropic { base_url, key } => {
                Provider::Anthropic(Box::new(AnthropicUpstream::new(&base_url, &key, &limits)?))
            }
        };
        let slots = Slots::new(limits.requests_max, limits.requests_per_machine_max);
        Ok(Self { provider, limits, slots, gate: Arc::new(OpenGate), sink })
    }

    /// Puts a gate in front of every request that costs; without one all are let through.
    #[must_use]
    pub fn with_gate(mut self, gate: Arc<dyn SpendGate>) -> Self {
        self.gate = gate;
        self
    }

    /// Answers one request of a Machine, whose path has had its prefix removed.
    ///
    /// Every failure is an answer that agents understand. The use is reported when the answer's body has
    /// ended or is dropped.
    ///
    /// # Cancel safety
    /// Dropping the future or the answer's body ends the call to the provider.
    pub fn handle<B>(
        &self,
        caller: ModelCaller,
        request: Request<B>,
    ) -> impl Future<Output = Response<BoxBody>> + Send
    where
        B: Body<Data = Bytes> + Send + 'static,
        B::Error: Into<BodyError>,
    {
        self.handle_boxed(caller, request.map(boxed_body))
    }

    async fn handle_boxed(&self, caller: ModelCaller, request: Request<BoxBody>) -> Response<BoxBody> {
        let machine_id = caller.machine_id.clone();
        let (method, path) = (request.method().clone(), request.uri().path().to_owned());
        let Some(slot) = self.slots.take(&caller.machine_id) else {
            let mut busy =
                error_response(StatusCode::TOO_MANY_REQUESTS, "too many calls of models are under way");
            busy.headers_mut().insert(header::RETRY_AFTER, header::HeaderValue::from_static("1"));
            return busy;
        };
        let answer = match &self.provider {
            Provider::Scripted => self.play(&caller, request).await,
            Provider::Anthropic(upstream) => {
                upstream.forward(&caller, &self.gate, request, &self.limits).await
            }
        };
        let status = answer.response.status();
        tracing::debug!(machine.id = machine_id, %method, path, status = status.as_u16(), "model call");
        let report = answer
            .meter
            .map(|(meter, charge)| UsageReport::new(meter, charge, caller, Arc::clone(&self.sink)));
        answer.response.map(|body| boxed_body(MeteredBody::new(body, report, slot, &self.limits)))
    }

    /// Lets the scripted provider answer.
    async fn play(&self, caller: &ModelCaller, request: Request<BoxBody>) -> ProviderAnswer {
        let (head, body) = request.into_parts();
        let length_max = self.limits.request_bytes_max;
        let body = match read_body(body, length_max, self.limits.request_time_max).await {
            Ok(body) => unpack_body(&head.headers, body, length_max),
            Err(denied) => Err(denied),
        };
        let body = match body {
            Ok(body) => body,
            Err(denied) => return denied_answer(denied),
        };
        let document = if body.is_empty() { Ok(Value::Null) } else { serde_json::from_slice(&body) };
        let Ok(document) = document else { return denied_answer(BodyDenied::Broken) };
        let path = head.uri.path().to_owned();
        let request = AnthropicRequest { method: head.method, path, body: document };
        let answer = scripted::answer(&request);
        let is_charged = answer.status.is_success() && request.path == "/v1/messages";
        let meter = if is_charged {
            let head = RequestHead::read(&body);
            let bound = Bound { cost_micros: answer.cost_micros, ..head.bound(body.len()) };
            let charge = match Charge::reserve(&self.gate, caller, bound).await {
                Ok(charge) => charge,
                Err(denied) => return denied.response().into(),
            };
            let pricing = Pricing::Fixed(answer.cost_micros);
            Some((UsageMeter::new(pricing, answer.is_stream(), head.model, body.len()), charge))
        } else {
            None
        };
        let mut response = Response::new(timed_body(answer.body));
        *response.status_mut() = answer.status;
        *response.headers_mut() = answer.headers;
        ProviderAnswer { response, meter }
    }
}

impl std::fmt::Debug for Gateway {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let provider = match &self.provider {
            Provider::Scripted => "scripted",
            Provider::Anthropic(_) => "anthropic",
        };
        formatter.debug_struct("Gateway").field("provider", &provider).finish_non_exhaustive()
    }
}

/// The answer to a request whose body is not accepted.
pub(crate) fn denied_answer(denied: BodyDenied) -> ProviderAnswer {
    error_response(denied.status(), denied.message()).into()
}
