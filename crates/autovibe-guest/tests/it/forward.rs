//! The coding agent's model endpoint.

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::fake_hub::FakeHub;
use crate::guest_process::GuestProcess;

async fn post(address: &str) -> String {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let request = "POST /v1/messages?beta=true HTTP/1.1\r\nhost: x\r\nauthorization: Bearer agent\r\n\
                   x-api-key: autovibe\r\nconnection: close\r\ncontent-length: 7\r\n\r\n{\"a\":1}";
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    answer
}

#[tokio::test]
async fn a_model_request_reaches_the_hub_under_the_machines_token() {
    let hub = FakeHub::start().await;
    let guest = GuestProcess::start(&hub);
    hub.wait_for("heartbeat", |seen| (!seen.heartbeats.is_empty()).then_some(())).await;
    let answer = post(&guest.forward).await;
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert!(answer.contains("text/event-stream") && answer.contains("message_stop"), "{answer}");
    let (path, key, body) = hub.with(|seen| seen.model_requests[0].clone());
    assert_eq!(
        (path.as_str(), key.as_deref(), body.as_slice()),
        ("/v1/messages", Some("autovibe"), &b"{\"a\":1}"[..])
    );

    // Without a connection the request waits for the next one; one that was just being sent is cut off or answered
    // with a status that coding agents try again after.
    hub.drop_connections();
    let mut answer = post(&guest.forward).await;
    if answer.is_empty() || answer.starts_with("HTTP/1.1 503") {
        answer = post(&guest.forward).await;
    }
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
}
