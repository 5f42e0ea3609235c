//! The proxy on loopback: bytes go to the Hub as they are, both ways, until one side ends them.

use std::sync::Arc;
use std::time::Duration;

use autovibe_proto::guest::v1::{ExecOpen, stream_open};
use bytes::Bytes;
use http_body_util::BodyExt as _;
use hyper::body::Incoming;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::sync::mpsc;

use crate::fake_hub::FakeHub;
use crate::guest_process::GuestProcess;

/// Far above what any step takes, so that only a hang meets it.
const LIMIT: Duration = Duration::from_secs(120);

/// What the Hub does with a connection: gives everything back, and at the end of it says so.
pub fn echo(hub: &Arc<FakeHub>, mut body: Incoming) -> mpsc::Receiver<Bytes> {
    let (sender, receiver) = mpsc::channel(4);
    let hub = Arc::clone(hub);
    hub.with(|seen| seen.egress_count += 1);
    tokio::spawn(async move {
        while let Some(frame) = body.frame().await {
            let Ok(frame) = frame else {
                hub.with(|seen| seen.egress_ends.push(false));
                return;
            };
            if let Ok(data) = frame.into_data()
                && sender.send(data).await.is_err()
            {
                return;
            }
        }
        hub.with(|seen| seen.egress_ends.push(true));
        let _ = sender.send(Bytes::from_static(b"<end>")).await;
    });
    receiver
}

async fn ready() -> (Arc<FakeHub>, GuestProcess) {
    let hub = FakeHub::start().await;
    let guest = GuestProcess::start(&hub);
    hub.wait_for("heartbeat", |seen| (!seen.heartbeats.is_empty()).then_some(())).await;
    (hub, guest)
}

async fn read_all(stream: &mut TcpStream) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    tokio::time::timeout(LIMIT, stream.read_to_end(&mut bytes)).await.expect("the connection hangs")?;
    Ok(bytes)
}

#[tokio::test]
async fn bytes_go_both_ways_and_half_an_end_is_half_an_end() {
    let (hub, guest) = ready().await;
    let mut stream = TcpStream::connect(&guest.egress).await.unwrap();
    stream.write_all(b"\0\xffping").await.unwrap();
    let mut answer = [0; 6];
    stream.read_exact(&mut answer).await.unwrap();
    assert_eq!(&answer, b"\0\xffping", "an answer comes while the request is still open");
    let sent: Vec<u8> = (0..3_000_000_u32).map(|number| (number % 251) as u8).collect();
    let (mut reader, mut writer) = stream.into_split();
    let sending = {
        let sent = sent.clone();
        tokio::spawn(async move {
            writer.write_all(&sent).await.unwrap();
            writer.shutdown().await.unwrap();
            writer
        })
    };
    let mut received = Vec::new();
    tokio::time::timeout(LIMIT, reader.read_to_end(&mut received)).await.unwrap().unwrap();
    assert!(received.strip_suffix(b"<end>") == Some(&sent[..]), "{} bytes came back", received.len());
    sending.await.unwrap();
    assert_eq!(hub.with(|seen| seen.egress_ends.clone()), [true]);
}

#[tokio::test]
async fn a_lost_hub_is_a_reset_and_the_next_connection_works() {
    let (hub, guest) = ready().await;
    let mut stream = TcpStream::connect(&guest.egress).await.unwrap();
    stream.write_all(b"x").await.unwrap();
    stream.read_u8().await.unwrap();
    hub.drop_connections();
    let ended = read_all(&mut stream).await;
    assert_eq!(ended.unwrap_err().kind(), std::io::ErrorKind::ConnectionReset, "not an orderly end");
    let mut stream = TcpStream::connect(&guest.egress).await.unwrap();
    stream.write_all(b"again").await.unwrap();
    stream.shutdown().await.unwrap();
    assert_eq!(read_all(&mut stream).await.unwrap(), b"again<end>");
}

#[tokio::test]
async fn a_program_that_breaks_off_is_broken_off_at_the_hub() {
    let (hub, guest) = ready().await;
    let mut stream = TcpStream::connect(&guest.egress).await.unwrap();
    stream.write_all(b"x").await.unwrap();
    stream.read_u8().await.unwrap();
    stream.set_zero_linger().unwrap();
    drop(stream);
    let ended = hub.wait_for("breaking off", |seen| seen.egress_ends.first().copied()).await;
    assert!(!ended, "the Hub must not take it for a whole request");
}

#[tokio::test]
async fn no_more_connections_than_the_limit_reach_the_hub() {
    let (hub, guest) = ready().await;
    let mut open = Vec::new();
    for _ in 0..260 {
        let mut stream = TcpStream::connect(&guest.egress).await.unwrap();
        stream.write_all(b"x").await.unwrap();
        open.push(stream);
    }
    hub.wait_for("256 connections", |seen| (seen.egress_count >= 256).then_some(())).await;
    // The heartbeat goes on: control calls have room beside them.
    let count = hub.with(|seen| seen.heartbeats.len());
    hub.wait_for("a heartbeat", |seen| (seen.heartbeats.len() > count).then_some(())).await;
    assert_eq!(hub.with(|seen| seen.egress_count), 256);
    drop(open.split_off(0));
    hub.wait_for("the others", |seen| (seen.egress_count == 260).then_some(())).await;
}

#[tokio::test]
async fn programs_and_apt_are_told_of_the_proxy() {
    let (hub, guest) = ready().await;
    let url = format!("http://{}", guest.egress);
    let exec = ExecOpen { command: vec!["/usr/bin/env".into()], ..ExecOpen::default() };
    let output = hub.open_stream(stream_open::Kind::Exec(exec)).await.collect().await.output;
    let output = String::from_utf8(output).unwrap();
    for name in ["HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"] {
        assert!(output.lines().any(|line| line == format!("{name}={url}")), "{name}: {output}");
    }
    assert!(output.contains("NO_PROXY=127.0.0.1,localhost,::1"), "{output}");
    let apt = fs_err::read_to_string(guest.place("etc/apt/apt.conf.d/90autovibe-proxy")).unwrap();
    assert!(apt.contains(&format!("Acquire::https::Proxy \"{url}\";")), "{apt}");
}
