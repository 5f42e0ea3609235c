//! The calls about Secrets: what is taken, what is refused, and that no value comes back.

use autovibe_hub::database::Page;
use autovibe_proto::hub::v1::secret_service_client::SecretServiceClient;
use autovibe_proto::hub::v1::{ListSecretsRequest, SetSecretRequest};
use autovibe_proto::v1::Secret;
use serde_json::{Value, json};

use crate::hub::{TestHub, answer};

const VALUE: &str = "very-secret-value";
const SECRETS: &str = "/v1/projects/shop/secrets";

async fn shop() -> TestHub {
    let hub = TestHub::start().await;
    hub.rest("POST", "/v1/projects", r#"{"name": "shop"}"#).await;
    hub
}

async fn set(hub: &TestHub, request: Value) -> (u16, Value) {
    hub.rest("POST", SECRETS, &request.to_string()).await
}

async fn row(hub: &TestHub, name: &str) -> Secret {
    let filter = format!("name = \"{name}\"");
    hub.hub.database().list::<Secret>(&filter, "", Page::first(1)).await.unwrap().rows.remove(0)
}

#[tokio::test]
async fn a_value_goes_in_and_does_not_come_back() {
    let hub = shop().await;
    let (status, made) = set(
        &hub,
        json!({"name": "api-token", "value": VALUE, "hosts": ["API.example.com.", "*.example.org"]}),
    )
    .await;
    assert_eq!(status, 200, "{made}");
    assert_eq!(made["environmentName"], "API_TOKEN");
    assert_eq!(made["hosts"], json!(["*.example.org", "api.example.com"]));
    assert!(made["placeholder"].as_str().unwrap().starts_with("avp_"));
    assert_eq!(made["sealed"], Value::Null);
    let listed = hub.rest("GET", SECRETS, "").await.1;
    assert_eq!(listed["secrets"], json!([made]));
    let stored = row(&hub, "api-token").await;
    assert!(!stored.sealed.is_empty());
    assert!(!stored.sealed.windows(4).any(|window| VALUE.as_bytes().windows(4).any(|part| part == window)));
    assert_eq!(hub.hub.secrets().open(&stored).await.unwrap().expose(), VALUE.as_bytes());

    let (status, gone) = hub.rest("DELETE", &format!("{SECRETS}/api-token"), "").await;
    assert_eq!((status, gone), (200, json!({})));
    assert_eq!(hub.rest("GET", SECRETS, "").await.1, json!({}));
    assert_eq!(hub.rest("DELETE", &format!("{SECRETS}/api-token"), "").await.1["reason"], "SECRET_NOT_FOUND");
}

#[tokio::test]
async fn a_value_and_its_hosts_are_replaced_and_the_placeholder_stays() {
    let hub = shop().await;
    let made = set(&hub, json!({"name": "token", "value": VALUE, "hosts": ["a.com"]})).await.1;
    let (status, other) = set(&hub, json!({"name": "token", "value": "another-value"})).await;
    assert_eq!((status, &other["hosts"], &other["id"]), (200, &json!(["a.com"]), &made["id"]), "{other}");
    assert_eq!(hub.hub.secrets().open(&row(&hub, "token").await).await.unwrap().expose(), b"another-value");
    let moved = set(&hub, json!({"name": "token", "hosts": ["b.com"]})).await.1;
    assert_eq!((&moved["hosts"], &moved["placeholder"]), (&json!(["b.com"]), &made["placeholder"]));
    assert_eq!(hub.hub.secrets().open(&row(&hub, "token").await).await.unwrap().expose(), b"another-value");
}

#[tokio::test]
async fn what_cannot_be_kept_is_refused_without_repeating_it() {
    let hub = shop().await;
    set(&hub, json!({"name": "a-b", "value": VALUE, "hosts": ["a.com"]})).await;
    let long = "x".repeat(64 * 1024 + 1);
    for (request, status) in [
        (json!({"name": "new", "hosts": ["a.com"]}), 400),
        (json!({"name": "new", "value": VALUE}), 400),
        (json!({"name": "new", "value": "", "hosts": ["a.com"]}), 400),
        (json!({"name": "new", "value": "a\u{0}b", "hosts": ["a.com"]}), 400),
        (json!({"name": "new", "value": long, "hosts": ["a.com"]}), 400),
        (json!({"name": "new", "value": VALUE, "hosts": ["10.0.0.1"]}), 400),
        (json!({"name": "new", "value": VALUE, "hosts": vec!["a.com"; 65]}), 400),
        (json!({"name": "LD_PRELOAD", "value": VALUE, "hosts": ["a.com"]}), 400),
        (json!({"name": VALUE.to_owned() + "!", "value": VALUE, "hosts": ["a.com"]}), 400),
        (json!({"name": "new", "value": {"x": VALUE}, "hosts": ["a.com"]}), 400),
        (json!({"name": "new", "value": [VALUE], "hosts": "a.com"}), 400),
        (json!({"name": "a-b"}), 400),
        (json!({"name": "A_B", "value": VALUE, "hosts": ["a.com"]}), 409),
    ] {
        let (found, problem) = set(&hub, request.clone()).await;
        assert_eq!(found, status, "{request}: {problem}");
        assert!(!problem.to_string().contains("very-secret"), "{problem}");
    }
    assert_eq!(hub.rest("GET", SECRETS, "").await.1["secrets"].as_array().unwrap().len(), 1);
    assert_eq!(hub.rest("GET", "/v1/projects/none/secrets", "").await.0, 404);
}

#[tokio::test]
async fn a_project_has_so_many_secrets_and_no_more() {
    let hub = shop().await;
    for number in 0..64 {
        let request = json!({"name": format!("s{number}"), "value": VALUE, "hosts": ["a.com"]});
        assert_eq!(set(&hub, request).await.0, 200);
    }
    let (status, problem) = set(&hub, json!({"name": "one-more", "value": VALUE, "hosts": ["a.com"]})).await;
    assert_eq!((status, &problem["reason"]), (429, &json!("TOO_MANY_SECRETS")));
    assert_eq!(set(&hub, json!({"name": "s5", "value": "another"})).await.0, 200, "replacing goes on");
}

#[tokio::test]
async fn only_those_who_may_change_a_project_set_its_secrets() {
    let hub = shop().await;
    hub.rest("POST", "/v1/projects", r#"{"name": "other"}"#).await;
    let token = async |role: &str, project: &str| {
        let name = format!("{}-{project}", role.trim_start_matches("TOKEN_ROLE_").to_lowercase());
        let request = json!({"name": name, "role": role, "project": project});
        hub.rest("POST", "/v1/tokens", &request.to_string()).await.1["secret"].as_str().unwrap().to_owned()
    };
    let body = json!({"name": "token", "value": VALUE, "hosts": ["a.com"]}).to_string();
    let viewer = token("TOKEN_ROLE_VIEWER", "shop").await;
    let stranger = token("TOKEN_ROLE_MEMBER", "other").await;
    for secret in [&viewer, &stranger] {
        assert_eq!(answer(hub.rest_as(secret, "POST", SECRETS, &body).await).await.0, 403);
        assert_eq!(answer(hub.rest_as(secret, "DELETE", &format!("{SECRETS}/token"), "").await).await.0, 403);
    }
    assert_eq!(answer(hub.rest_as(&viewer, "GET", SECRETS, "").await).await.0, 200);
    assert_eq!(answer(hub.rest_as(&stranger, "GET", SECRETS, "").await).await.0, 403);
    let member = token("TOKEN_ROLE_MEMBER", "shop").await;
    assert_eq!(answer(hub.rest_as(&member, "POST", SECRETS, &body).await).await.0, 200);
}

#[tokio::test]
async fn the_secrets_of_a_project_go_with_it() {
    let hub = shop().await;
    set(&hub, json!({"name": "token", "value": VALUE, "hosts": ["a.com"]})).await;
    assert_eq!(hub.rest("DELETE", "/v1/projects/shop", "").await.0, 200);
    let rows = hub.hub.database().list::<Secret>("", "", Page::first(9)).await.unwrap().rows;
    assert!(rows.is_empty(), "{rows:?}");
}

#[tokio::test]
async fn grpc_serves_the_same_calls() {
    let hub = shop().await;
    let mut client = SecretServiceClient::new(hub.router.clone());
    let bearer: tonic::metadata::MetadataValue<_> = format!("Bearer {}", hub.secret).parse().unwrap();
    let mut request = tonic::Request::new(SetSecretRequest {
        project: "shop".into(),
        name: "token".into(),
        value: Some(VALUE.into()),
        hosts: vec!["a.com".into()],
    });
    request.metadata_mut().insert("authorization", bearer.clone());
    let made = client.set_secret(request).await.unwrap().into_inner();
    assert!(made.sealed.is_empty() && made.placeholder.starts_with("avp_"));
    let refused = client.list_secrets(ListSecretsRequest { project: "shop".into() }).await.unwrap_err();
    assert_eq!(refused.code(), tonic::Code::Unauthenticated);
}
