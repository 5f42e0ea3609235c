//! A Hub over a database in memory, with one node and one Image on record and no process behind them.

use std::sync::Arc;

use autovibe_hub::api::{ControlConfig, control_router, ensure_admin_token};
use autovibe_hub::database::CommitBuilder;
use autovibe_hub::guest::GuestRegistry;
use autovibe_hub::guest_secret::GuestSecrets;
use autovibe_hub::lease::LeaseMode;
use autovibe_hub::secret::{EgressAuthority, SecretVault};
use autovibe_hub::{Hub, HubConfig};
use autovibe_proto::v1::{Capabilities, Image, ImageCodingAgent, Node};
use autovibe_proto::{HubId, ImageId, NodeId};
use axum::Router;
use axum::body::{Body, to_bytes};
use http::{Request, Response};
use object_store::memory::InMemory;
use serde_json::Value;
use tower::ServiceExt as _;

use crate::database::MemoryDatabase;

pub(crate) const GIB: i64 = 1 << 30;

/// A Hub and what a test needs of it.
pub(crate) struct TestHub {
    pub(crate) hub: Arc<Hub>,
    pub(crate) guests: Arc<GuestRegistry>,
    pub(crate) router: Router,
    pub(crate) secret: String,
}

impl TestHub {
    pub(crate) async fn start() -> TestHub {
        let guests = GuestRegistry::new();
        let (certificate, key) = EgressAuthority::generate("test").unwrap();
        let authority = EgressAuthority::from_pem(&certificate, &key).unwrap();
        let hub = Hub::start(HubConfig {
            hub_id: HubId::generate(),
            name: "test".to_owned(),
            address: String::new(),
            database: MemoryDatabase::new().channel(),
            nodes: Vec::new(),
            guest_secrets: GuestSecrets::new([7; 32]),
            guest_link: guests.clone(),
            ca_certificate: Vec::new(),
            hub_name: "hub.test".to_owned(),
            guest_hub_address: "10.0.2.100:8443".to_owned(),
            lease: LeaseMode::Embedded,
            blobs: Arc::new(InMemory::new()),
            secrets: SecretVault::with_key([9; 32], Some(authority)),
            guest_authorities: String::new(),
            blob_grace: std::time::Duration::from_secs(24 * 3600),
        })
        .await
        .unwrap();
        let kept = std::sync::Arc::new(std::sync::Mutex::new(String::new()));
        let keep = std::sync::Arc::clone(&kept);
        let made = ensure_admin_token(hub.database(), move |secret| {
            *keep.lock().unwrap() = secret.to_owned();
            Ok(())
        });
        assert!(made.await.unwrap());
        let secret = kept.lock().unwrap().clone();
        let config =
            ControlConfig { hub: hub.clone(), guests: guests.clone(), model_provider: "scripted".to_owned() };
        TestHub { router: control_router(config), hub, guests, secret }
    }

    /// Puts a node of 20 GiB and an Image with Claude Code on record.
    pub(crate) async fn with_node(self) -> TestHub {
        let capabilities = Capabilities {
            machine_memory_bytes_max: 20 * GIB,
            machine_vcpu_count_max: 8,
            closed_network: true,
            ..Capabilities::default()
        };
        let node = Node {
            id: NodeId::generate().into_string(),
            name: "local".to_owned(),
            capabilities: Some(capabilities),
            image_digests: vec!["d1".to_owned()],
            ..Node::default()
        };
        let coding_agent = ImageCodingAgent { kind: "claude-code".to_owned(), ..ImageCodingAgent::default() };
        let image = Image {
            id: ImageId::generate().into_string(),
            name: "debian-claude-code".to_owned(),
            digest: "d1".to_owned(),
            coding_agents: vec![coding_agent],
            ..Image::default()
        };
        self.hub.commit(CommitBuilder::new().insert(&node).insert(&image)).await.unwrap();
        self
    }

    /// Calls REST with the first token; an empty `body` sends none.
    pub(crate) async fn rest(&self, method: &str, path: &str, body: &str) -> (u16, Value) {
        let secret = self.secret.clone();
        let (status, media_type, value) = answer(self.rest_as(&secret, method, path, body).await).await;
        let expected = if status < 300 { "application/json" } else { "application/problem+json" };
        assert_eq!(media_type, expected, "{method} {path}: {value}");
        (status, value)
    }

    /// Calls REST with another token; an empty one sends none.
    pub(crate) async fn rest_as(&self, secret: &str, method: &str, path: &str, body: &str) -> Response<Body> {
        let mut request = Request::builder().method(method).uri(path);
        if !secret.is_empty() {
            request = request.header("authorization", format!("Bearer {secret}"));
        }
        if !body.is_empty() {
            request = request.header("content-type", "application/json");
        }
        self.router.clone().oneshot(request.body(Body::from(body.to_owned())).unwrap()).await.unwrap()
    }
}

/// Status, media type and JSON of an answer.
pub(crate) async fn answer(response: Response<Body>) -> (u16, String, Value) {
    let status = response.status().as_u16();
    let media_type = response.headers().get("content-type").map(|value| value.to_str().unwrap().to_owned());
    let bytes = to_bytes(response.into_body(), 1 << 24).await.unwrap();
    (status, media_type.unwrap_or_default(), serde_json::from_slice(&bytes).unwrap_or(Value::Null))
}
