//! The gate in front of the provider: what is reserved is always ended, with the right use.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use axum::body::Body as AxumBody;
use http::{Response, StatusCode};
use http_body_util::BodyExt;
use serde_json::json;

use super::tests::{caller, message, post, provider};
use super::*;

/// Remembers reservations and their ends.
#[derive(Debug, Default)]
struct Book {
    bounds: Mutex<Vec<Bound>>,
    ends: Mutex<Vec<Option<Usage>>>,
    denies: bool,
}

#[async_trait]
impl SpendGate for Book {
    async fn reserve(&self, _caller: &ModelCaller, bound: Bound) -> Result<u64, GateDenied> {
        if self.denies {
            let message = "a budget of this machine is used up".to_owned();
            return Err(GateDenied { message, retry_after: Duration::from_secs(30) });
        }
        self.bounds.lock().unwrap().push(bound);
        Ok(7)
    }

    fn settle(&self, reservation: u64, used: Option<&Usage>) {
        assert_eq!(reservation, 7);
        self.ends.lock().unwrap().push(used.cloned());
    }
}

struct NoSink;

impl UsageSink for NoSink {
    fn record(&self, _caller: &ModelCaller, _usage: Usage) {}
}

fn gated(config: GatewayConfig) -> (Gateway, Arc<Book>) {
    let book = Arc::new(Book::default());
    (Gateway::new(config, Arc::new(NoSink)).unwrap().with_gate(book.clone()), book)
}

async fn answer(gateway: &Gateway, path: &str) -> StatusCode {
    let response = gateway.handle(caller("mch_1"), post(path, message("script: cost 0.25"))).await;
    let status = response.status();
    let _ = response.into_body().collect().await;
    status
}

#[tokio::test]
async fn a_request_is_reserved_before_it_is_sent_and_ends_with_what_it_used() {
    let document = || {
        let text = json!({"model": "m", "usage": {"input_tokens": 2, "output_tokens": 3}}).to_string();
        Response::builder().header("content-type", "application/json").body(AxumBody::from(text)).unwrap()
    };
    let (config, _seen) = provider(document).await;
    let (gateway, book) = gated(config);
    answer(&gateway, "/v1/messages").await;
    let (bounds, ends) = (book.bounds.lock().unwrap().clone(), book.ends.lock().unwrap().clone());
    let used = ends[0].clone().unwrap();
    assert_eq!((ends.len(), used.input_tokens, used.output_tokens), (1, 2, 3));
    assert!(bounds[0].cost_micros > used.cost_micros && bounds[0].tokens > 5);
}

#[tokio::test]
async fn free_requests_pass_no_gate() {
    let (config, _seen) = provider(|| Response::new(AxumBody::from("{}"))).await;
    let (gateway, book) = gated(config);
    assert_eq!(answer(&gateway, "/v1/messages/count_tokens").await, StatusCode::OK);
    assert!(book.bounds.lock().unwrap().is_empty());
}

#[tokio::test]
async fn a_request_that_the_provider_refuses_or_never_gets_costs_nothing() {
    let (config, _seen) =
        provider(|| Response::builder().status(529).body(AxumBody::from("busy")).unwrap()).await;
    let (gateway, book) = gated(config);
    assert_eq!(answer(&gateway, "/v1/messages").await.as_u16(), 529);
    assert_eq!(*book.ends.lock().unwrap(), [None]);
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let (gateway, book) = gated(GatewayConfig::anthropic(&format!("http://{address}"), Secret::new("k")));
    assert_eq!(answer(&gateway, "/v1/messages").await, StatusCode::BAD_GATEWAY);
    assert_eq!(*book.ends.lock().unwrap(), [None]);
}

#[tokio::test]
async fn a_request_without_an_answer_is_charged_by_its_input() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let mut config = GatewayConfig::anthropic(&url, Secret::new("k"));
    config.limits.head_time_max = Duration::from_millis(100);
    let (gateway, book) = gated(config);
    // The provider takes the connection and says nothing; once the Machine waits, once it hangs up.
    assert_eq!(answer(&gateway, "/v1/messages").await, StatusCode::GATEWAY_TIMEOUT);
    let waiting = answer(&gateway, "/v1/messages");
    assert!(tokio::time::timeout(Duration::from_millis(50), waiting).await.is_err());
    let ends = book.ends.lock().unwrap().clone();
    assert_eq!(ends.len(), 2);
    for end in ends {
        let used = end.expect("it may have cost something");
        assert!(used.is_estimated && used.input_tokens > 0 && used.cost_micros > 0, "{used:?}");
    }
}

#[tokio::test]
async fn a_request_that_is_not_let_through_is_to_be_tried_again_later() {
    let book = Arc::new(Book { denies: true, ..Book::default() });
    let gateway = Gateway::new(GatewayConfig::scripted(), Arc::new(NoSink)).unwrap().with_gate(book);
    let response = gateway.handle(caller("mch_1"), post("/v1/messages", message("hi"))).await;
    assert_eq!(response.status(), StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(response.headers()["retry-after"], "30");
}

#[tokio::test]
async fn a_body_that_cannot_be_read_cannot_be_bounded_and_is_refused() {
    let (config, seen) = provider(|| Response::new(AxumBody::from("{}"))).await;
    let (gateway, _book) = gated(config);
    let mut request = post("/v1/messages", message("hi"));
    request.headers_mut().insert("content-encoding", "br".parse().unwrap());
    let response = gateway.handle(caller("mch_1"), request).await;
    assert_eq!(response.status(), StatusCode::UNSUPPORTED_MEDIA_TYPE);
    assert!(seen.is_empty());
}
