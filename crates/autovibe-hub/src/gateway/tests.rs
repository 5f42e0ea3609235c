//! The gateway from request to answer: scripted, and against a stand-in provider on the loopback.

use std::io::Write;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Body as AxumBody;
use axum::extract::State;
use bytes::Bytes;
use http::{HeaderMap, Request, Response, StatusCode, Uri};
use http_body_util::{BodyExt, Full};
use serde_json::{Value, json};

use super::*;

/// Remembers what it is told.
#[derive(Default)]
struct Ledger(Mutex<Vec<(ModelCaller, Usage)>>);

impl UsageSink for Ledger {
    fn record(&self, caller: &ModelCaller, usage: Usage) {
        self.0.lock().unwrap().push((caller.clone(), usage));
    }
}

impl Ledger {
    fn only(&self) -> Usage {
        let records = self.0.lock().unwrap();
        assert_eq!(records.len(), 1, "{records:?}");
        assert_eq!(records[0].0, caller("mch_1"));
        records[0].1.clone()
    }

    fn is_empty(&self) -> bool {
        self.0.lock().unwrap().is_empty()
    }
}

pub(super) fn caller(machine_id: &str) -> ModelCaller {
    ModelCaller { machine_id: machine_id.to_owned(), project_id: "prj_1".to_owned(), incarnation: 3 }
}

fn gateway(config: GatewayConfig) -> (Gateway, Arc<Ledger>) {
    let ledger = Arc::new(Ledger::default());
    (Gateway::new(config, ledger.clone()).unwrap(), ledger)
}

pub(super) fn post(path: &str, body: impl Into<Bytes>) -> Request<Full<Bytes>> {
    let request = Request::post(path).header("x-api-key", "dummy").header("authorization", "Bearer dummy");
    request.header("accept-encoding", "gzip, br").body(Full::new(body.into())).unwrap()
}

pub(super) fn message(prompt: &str) -> String {
    let messages = json!([{"role": "user", "content": prompt}]);
    json!({"model": "claude-opus-5-5", "stream": true, "messages": messages}).to_string()
}

async fn text(response: Response<BoxBody>) -> String {
    String::from_utf8(response.into_body().collect().await.unwrap().to_bytes().to_vec()).unwrap()
}

/// What the stand-in provider was sent.
#[derive(Clone, Default)]
pub(super) struct Seen(Arc<Mutex<Vec<(Uri, HeaderMap, Bytes)>>>);

impl Seen {
    pub(super) fn is_empty(&self) -> bool {
        self.0.lock().unwrap().is_empty()
    }
}

/// Starts a stand-in provider that answers everything with what `respond` makes.
pub(super) async fn provider<F>(respond: F) -> (GatewayConfig, Seen)
where
    F: Fn() -> Response<AxumBody> + Clone + Send + Sync + 'static,
{
    let seen = Seen::default();
    let handler = move |State(seen): State<Seen>, request: Request<AxumBody>| async move {
        let (head, body) = request.into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        seen.0.lock().unwrap().push((head.uri, head.headers, body));
        respond()
    };
    let router = Router::new().fallback(handler).with_state(seen.clone());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    (GatewayConfig::anthropic(&format!("http://{address}/base/"), Secret::new("sk-of-the-hub")), seen)
}

const STREAM: &str = "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"model\":\"claude-opus-5-5\",\
    \"usage\":{\"input_tokens\":1000,\"output_tokens\":1}}}\n\n\
    event: message_delta\ndata: {\"type\":\"message_delta\",\"usage\":{\"output_tokens\":10}}\n\n";

fn stream_response(body: AxumBody) -> Response<AxumBody> {
    let response = Response::builder().header("content-type", "text/event-stream; charset=utf-8");
    let response = response.header("request-id", "req_1").header("anthropic-organization-id", "org");
    response.header("set-cookie", "a=b").body(body).unwrap()
}

#[tokio::test]
async fn the_key_of_the_hub_replaces_that_of_the_machine() {
    let (config, seen) = provider(|| stream_response(STREAM.into())).await;
    let (gateway, ledger) = gateway(config);
    let request = post("/v1/messages?beta=true", message("hi"));
    let response = gateway.handle(caller("mch_1"), request).await;
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(response.headers()["request-id"], "req_1");
    assert!(!response.headers().contains_key("anthropic-organization-id"));
    assert!(!response.headers().contains_key("set-cookie"));
    assert_eq!(text(response).await, STREAM);
    let (uri, headers, body) = seen.0.lock().unwrap().pop().unwrap();
    assert_eq!(uri, "/base/v1/messages?beta=true");
    assert_eq!(headers["x-api-key"], "sk-of-the-hub");
    assert_eq!(headers["accept-encoding"], "identity");
    assert!(!headers.contains_key("authorization"));
    assert_eq!(body, message("hi"));
    let usage = ledger.only();
    assert_eq!((usage.input_tokens, usage.output_tokens, usage.cost_micros), (1000, 10, 4_200));
    assert!(!usage.is_estimated);
}

#[tokio::test]
async fn a_document_is_counted_and_free_requests_are_not() {
    let answer = || {
        let document = json!({"model": "m", "usage": {"input_tokens": 2, "output_tokens": 3}});
        Response::builder()
            .header("content-type", "application/json")
            .body(document.to_string().into())
            .unwrap()
    };
    let (config, _seen) = provider(answer).await;
    let (gateway, ledger) = gateway(config);
    let count = post("/v1/messages/count_tokens", message("hi"));
    text(gateway.handle(caller("mch_1"), count).await).await;
    assert!(ledger.is_empty());
    text(gateway.handle(caller("mch_1"), post("/v1/messages", message("hi"))).await).await;
    let usage = ledger.only();
    assert_eq!((usage.model.as_str(), usage.input_tokens, usage.output_tokens), ("m", 2, 3));
}

#[tokio::test]
async fn a_refused_key_is_told_without_the_words_of_the_provider() {
    let answer =
        || Response::builder().status(401).body("{\"error\":\"key sk-of-the-hub of org\"}".into()).unwrap();
    let (config, _seen) = provider(answer).await;
    let (gateway, ledger) = gateway(config);
    let response = gateway.handle(caller("mch_1"), post("/v1/messages", message("hi"))).await;
    assert_eq!(
        (response.status().as_u16(), response.headers()["x-should-retry"].as_bytes()),
        (401, b"false".as_slice())
    );
    let body: Value = serde_json::from_str(&text(response).await).unwrap();
    assert_eq!(body["error"]["type"], "authentication_error");
    assert!(!body.to_string().contains("sk-of-the-hub") && ledger.is_empty());
}

#[tokio::test]
async fn other_errors_of_the_provider_pass_unchanged() {
    let answer = || Response::builder().status(529).header("retry-after", "7").body("busy".into()).unwrap();
    let (config, _seen) = provider(answer).await;
    let (gateway, ledger) = gateway(config);
    let response = gateway.handle(caller("mch_1"), post("/v1/messages", message("hi"))).await;
    assert_eq!(
        (response.status().as_u16(), response.headers()["retry-after"].as_bytes()),
        (529, b"7".as_slice())
    );
    assert_eq!(text(response).await, "busy");
    assert!(ledger.is_empty());
}

#[tokio::test]
async fn a_redirection_is_not_followed() {
    let answer =
        || Response::builder().status(307).header("location", "http://x").body(AxumBody::empty()).unwrap();
    let (config, _seen) = provider(answer).await;
    let response = gateway(config).0.handle(caller("mch_1"), post("/v1/messages", message("hi"))).await;
    assert_eq!(response.status(), StatusCode::BAD_GATEWAY);
    assert!(!response.headers().contains_key("location"));
}

#[tokio::test]
async fn the_key_reaches_nothing_but_models() {
    let (config, seen) = provider(|| stream_response(STREAM.into())).await;
    let (gateway, _ledger) = gateway(config);
    for path in ["/v1/files", "/v1/messages/batches", "/v1/organizations/me"] {
        let response = gateway.handle(caller("mch_1"), post(path, "{}")).await;
        assert_eq!(response.status(), StatusCode::NOT_FOUND, "{path}");
    }
    let head = Request::head("/").body(Full::default()).unwrap();
    assert_eq!(gateway.handle(caller("mch_1"), head).await.status(), StatusCode::OK);
    assert!(seen.0.lock().unwrap().is_empty());
}

#[tokio::test]
async fn a_provider_that_cannot_be_reached_is_a_bad_gateway() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let config = GatewayConfig::anthropic(&format!("http://{address}"), Secret::new("k"));
    let response = gateway(config).0.handle(caller("mch_1"), post("/v1/messages", message("hi"))).await;
    assert_eq!(response.status(), StatusCode::BAD_GATEWAY);
}

/// Tells when it is dropped.
struct OnDrop(tokio::sync::mpsc::Sender<()>);

impl Drop for OnDrop {
    fn drop(&mut self) {
        self.0.try_send(()).ok();
    }
}

/// A stream that begins and then says nothing; `ended` is told when the provider drops it.
fn stalled(ended: tokio::sync::mpsc::Sender<()>) -> Response<AxumBody> {
    let half = STREAM.find("event: message_delta").unwrap();
    let state = (Some(Bytes::from(&STREAM[..half])), OnDrop(ended));
    stream_response(AxumBody::from_stream(futures::stream::unfold(state, |(bytes, on_drop)| async {
        match bytes {
            Some(bytes) => Some((Ok::<_, std::io::Error>(bytes), (None, on_drop))),
            None => std::future::pending().await,
        }
    })))
}

#[tokio::test]
async fn hanging_up_ends_the_call_to_the_provider_and_is_still_counted() {
    let (ended_sender, mut ended) = tokio::sync::mpsc::channel(1);
    let (config, _seen) = provider(move || stalled(ended_sender.clone())).await;
    let (gateway, ledger) = gateway(config);
    let mut response = gateway.handle(caller("mch_1"), post("/v1/messages", message("hi"))).await;
    response.body_mut().frame().await.unwrap().unwrap();
    drop(response);
    let usage = ledger.only();
    assert!(usage.is_estimated && usage.input_tokens == 1000);
    let told = tokio::time::timeout(Duration::from_secs(10), ended.recv()).await;
    assert_eq!(told, Ok(Some(())), "the provider goes on");
}

#[tokio::test]
async fn a_silent_provider_is_given_up() {
    let (ended_sender, _ended) = tokio::sync::mpsc::channel(1);
    let (mut config, _seen) = provider(move || stalled(ended_sender.clone())).await;
    config.limits.silence_max = Duration::from_millis(50);
    let (gateway, ledger) = gateway(config);
    let response = gateway.handle(caller("mch_1"), post("/v1/messages", message("hi"))).await;
    let error = response.into_body().collect().await.unwrap_err();
    assert_eq!(error.to_string(), "the model provider was silent for too long");
    assert!(ledger.only().is_estimated);
}

#[tokio::test]
async fn an_answer_without_end_is_cut() {
    let answer = || {
        stream_response(AxumBody::from_stream(futures::stream::repeat_with(|| {
            Ok::<_, std::io::Error>(Bytes::from_static(&[b'\n'; 1000]))
        })))
    };
    let (mut config, _seen) = provider(answer).await;
    config.limits.answer_bytes_max = 10_000;
    let response = gateway(config).0.handle(caller("mch_1"), post("/v1/messages", message("hi"))).await;
    let error = response.into_body().collect().await.unwrap_err();
    assert_eq!(error.to_string(), "the answer of the model provider is too large");
}

#[tokio::test]
async fn a_packed_request_is_played_and_its_cost_is_reported() {
    let (gateway, ledger) = gateway(GatewayConfig::scripted());
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(message("script: cost 0.25\nscript: say hello").as_bytes()).unwrap();
    let mut request = post("/v1/messages?beta=true", encoder.finish().unwrap());
    request.headers_mut().insert("content-encoding", "gzip".parse().unwrap());
    let response = gateway.handle(caller("mch_1"), request).await;
    assert_eq!(response.headers()["content-type"], "text/event-stream; charset=utf-8");
    assert!(text(response).await.contains("\"text\":\"hello\""));
    let usage = ledger.only();
    assert_eq!((usage.model.as_str(), usage.cost_micros), ("claude-opus-5-5", 250_000));
    assert!(usage.input_tokens > 0 && usage.output_tokens > 0 && !usage.is_estimated);
}

#[tokio::test(start_paused = true)]
async fn a_slow_script_streams_at_its_pace_and_a_hang_up_stops_it() {
    let (gateway, ledger) = gateway(GatewayConfig::scripted());
    let begin = tokio::time::Instant::now();
    let whole = gateway.handle(caller("mch_1"), post("/v1/messages", message("script: slow 30"))).await;
    assert!(text(whole).await.contains("tick 59 "));
    assert_eq!(begin.elapsed().as_secs(), 30);
    ledger.0.lock().unwrap().clear();
    let mut part = gateway.handle(caller("mch_1"), post("/v1/messages", message("script: slow 30"))).await;
    for _ in 0..3 {
        part.body_mut().frame().await.unwrap().unwrap();
    }
    assert_eq!(begin.elapsed().as_secs(), 31);
    drop(part);
    assert!(ledger.only().is_estimated);
}

#[tokio::test]
async fn a_scripted_cut_breaks_the_body() {
    let (gateway, _ledger) = gateway(GatewayConfig::scripted());
    let response = gateway.handle(caller("mch_1"), post("/v1/messages", message("script: cut"))).await;
    assert!(response.into_body().collect().await.is_err());
}

#[tokio::test]
async fn what_cannot_be_read_is_refused() {
    let mut config = GatewayConfig::scripted();
    config.limits.request_bytes_max = 1_000;
    let (gateway, _ledger) = gateway(config);
    let large = gateway.handle(caller("mch_1"), post("/v1/messages", message(&"x".repeat(1_000)))).await;
    assert_eq!(large.status(), StatusCode::PAYLOAD_TOO_LARGE);
    let broken = gateway.handle(caller("mch_1"), post("/v1/messages", "{")).await;
    assert_eq!(broken.status(), StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_machine_with_too_many_calls_has_to_wait_and_others_do_not() {
    let mut config = GatewayConfig::scripted();
    config.limits.requests_per_machine_max = 1;
    let (gateway, _ledger) = gateway(config);
    let ask = |machine| gateway.handle(caller(machine), post("/v1/messages", message("script: say x")));
    let first = ask("mch_1").await;
    assert_eq!(ask("mch_1").await.status(), StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(ask("mch_2").await.status(), StatusCode::OK);
    text(first).await;
    assert_eq!(ask("mch_1").await.status(), StatusCode::OK);
}
