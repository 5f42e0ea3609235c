//! A Machine's connections to the way out, with a stand-in for everything outside.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use autovibe_hub::database::Page;
use autovibe_hub::egress::{Egress, EgressConfig};
use autovibe_proto::v1::AuditRecord;
use axum::body::Body;
use bytes::Bytes;
use http_body_util::BodyExt as _;
use rustls::pki_types::ServerName;
use rustls::{ClientConfig, RootCertStore};
use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, DuplexStream};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio_stream::wrappers::ReceiverStream;

use crate::guest::{Endpoint, Guest};

/// Far above what any step takes, so that only a hang meets it.
pub(crate) const LIMIT: Duration = Duration::from_secs(30);

/// A Hub whose test names lead to a stand-in upstream on loopback.
pub(crate) struct Way {
    pub(crate) endpoint: Endpoint,
    pub(crate) guest: Guest,
    pub(crate) upstream: SocketAddr,
}

const NAMES: [&str; 5] = ["up.example", "other.example", "x.wild.example", "wild.example", "gone.example"];

impl Way {
    pub(crate) async fn start() -> Way {
        Way::with(EgressConfig::default()).await
    }

    pub(crate) async fn with(config: EgressConfig) -> Way {
        let upstream = stand_in().await;
        let mut endpoint = Endpoint::start().await;
        let test_resolve = NAMES.map(|name| (name.to_owned(), upstream)).into_iter().collect();
        let egress = Egress::start(&endpoint.test.hub, EgressConfig { test_resolve, ..config });
        endpoint.server = endpoint.server.clone().with_egress(egress);
        let guest = endpoint.greeted().await;
        Way { endpoint, guest, upstream }
    }

    pub(crate) async fn change(&self, verb: &str, target: &str) {
        let path = format!("/v1/projects/shop/egress/{verb}");
        let (status, answer) =
            self.endpoint.test.rest("POST", &path, &json!({"targets": [target]}).to_string()).await;
        assert_eq!(status, 200, "{verb} {target}: {answer}");
    }

    /// A connection as a program in the Machine has one.
    pub(crate) async fn open(&mut self) -> DuplexStream {
        let (near, far) = tokio::io::duplex(64 * 1024);
        let (sender, receiver) = mpsc::channel::<Result<Bytes, std::io::Error>>(4);
        let (mut reader, mut writer) = tokio::io::split(far);
        tokio::spawn(async move {
            let mut piece = vec![0; 16 * 1024];
            while let Ok(length @ 1..) = reader.read(&mut piece).await {
                if sender.send(Ok(Bytes::copy_from_slice(&piece[..length]))).await.is_err() {
                    return;
                }
            }
        });
        let body = Body::from_stream(ReceiverStream::new(receiver));
        let response = self.guest.call("POST", "/guest/v1/egress", body).await;
        assert_eq!(response.status(), 200);
        let mut body = response.into_body();
        tokio::spawn(async move {
            while let Some(Ok(frame)) = body.frame().await {
                if let Ok(data) = frame.into_data()
                    && writer.write_all(&data).await.is_err()
                {
                    return;
                }
            }
            let _ = writer.shutdown().await;
        });
        near
    }

    /// Sends bytes on a connection of their own and reads everything that comes back.
    pub(crate) async fn ask(&mut self, request: &str) -> String {
        let mut stream = self.open().await;
        stream.write_all(request.as_bytes()).await.unwrap();
        stream.shutdown().await.unwrap();
        read_all(&mut stream).await
    }

    pub(crate) async fn connect(&mut self, destination: &str) -> (DuplexStream, String) {
        let mut stream = self.open().await;
        stream.write_all(format!("CONNECT {destination} HTTP/1.1\r\n\r\n").as_bytes()).await.unwrap();
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            let read = tokio::time::timeout(LIMIT, stream.read_u8()).await.expect("no answer to CONNECT");
            let Ok(byte) = read else { break };
            head.push(byte);
        }
        (stream, String::from_utf8(head).unwrap())
    }

    /// What was decided, oldest first: place, allowed, reason.
    pub(crate) async fn records(&self, count: usize) -> Vec<(String, bool, String)> {
        let waiting = async {
            loop {
                let records = self.endpoint.test.hub.database();
                let filter = "action = \"egress.connect\"";
                let rows = records.list::<AuditRecord>(filter, "id", Page::first(1000)).await.unwrap().rows;
                if rows.len() >= count {
                    return rows;
                }
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        let rows = tokio::time::timeout(LIMIT, waiting).await.expect("decisions are missing");
        assert!(rows.iter().all(|row| row.actor == format!("machine/{}", self.endpoint.machine_id)));
        rows.into_iter().map(|row| (row.subject_id, row.allowed, row.reason)).collect()
    }

    pub(crate) async fn last_record(&self, count: usize) -> (String, bool, String) {
        let mut records = self.records(count).await;
        assert_eq!(records.len(), count, "{records:?}");
        records.remove(count - 1)
    }
}

pub(crate) async fn read_all(stream: &mut (impl tokio::io::AsyncRead + Unpin)) -> String {
    let mut bytes = Vec::new();
    let read =
        tokio::time::timeout(LIMIT, stream.read_to_end(&mut bytes)).await.expect("the connection hangs");
    read.unwrap();
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Answers plain HTTP with the request that it saw; gives anything else back, and says when its side ended.
async fn stand_in() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            tokio::spawn(serve_stand_in(stream));
        }
    });
    address
}

async fn serve_stand_in(mut stream: TcpStream) -> std::io::Result<()> {
    let mut seen = Vec::new();
    loop {
        let mut piece = [0; 4096];
        let length = stream.read(&mut piece).await?;
        seen.extend_from_slice(&piece[..length]);
        let text = String::from_utf8_lossy(&seen).into_owned();
        if text.starts_with("GET ") || text.starts_with("POST ") {
            let Some(end) = text.find("\r\n\r\n") else { continue };
            let is_whole = ["end", "0\r\n\r\n"].iter().any(|last| text[end + 4..].ends_with(last));
            if text.starts_with("POST ") && !is_whole && length > 0 {
                continue;
            }
            let redirect = if text.contains("/redirect") { "location: http://127.0.0.1:9/\r\n" } else { "" };
            let answer = format!(
                "HTTP/1.1 200 OK\r\n{redirect}x-hop: 1\r\nconnection: keep-alive, x-hop\r\ncontent-length: {}\r\n\r\n{text}",
                text.len()
            );
            stream.write_all(answer.as_bytes()).await?;
            seen.clear();
        } else if length > 0 {
            stream.write_all(&piece[..length]).await?;
            seen.clear();
        }
        if length == 0 {
            stream.write_all(b"<end>").await?;
            return stream.shutdown().await;
        }
    }
}

pub(crate) fn greeting(name: &str) -> Vec<u8> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(RootCertStore::empty())
        .with_no_client_auth();
    let name = ServerName::try_from(name.to_owned()).unwrap();
    let mut bytes = Vec::new();
    rustls::ClientConnection::new(Arc::new(config), name).unwrap().write_tls(&mut bytes).unwrap();
    bytes
}
