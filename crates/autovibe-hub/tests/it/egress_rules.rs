//! The calls about the way out: rules, presets and the record.

use autovibe_proto::hub::v1::ListEgressRequest;
use autovibe_proto::hub::v1::egress_service_client::EgressServiceClient;
use autovibe_proto::v1::TokenRole;
use serde_json::{Value, json};

use crate::hub::{TestHub, answer};

async fn shop() -> TestHub {
    let hub = TestHub::start().await;
    hub.rest("POST", "/v1/projects", r#"{"name": "shop"}"#).await;
    hub
}

async fn change(hub: &TestHub, verb: &str, targets: &[&str]) -> (u16, Value) {
    let path = format!("/v1/projects/shop/egress/{verb}");
    hub.rest("POST", &path, &json!({ "targets": targets }).to_string()).await
}

fn places(answer: &Value) -> Vec<String> {
    let rules = answer["rules"].as_array().cloned().unwrap_or_default();
    let place = |rule: &Value| match rule["preset"].as_str() {
        Some(preset) => preset.to_owned(),
        None => format!("{}:{}", rule["host"].as_str().unwrap(), rule["port"].as_i64().unwrap_or(0)),
    };
    let mut places: Vec<String> = rules.iter().map(place).collect();
    places.sort();
    places
}

#[tokio::test]
async fn rules_are_made_once_and_taken_away_as_they_were_made() {
    let hub = shop().await;
    let (status, made) =
        change(&hub, "allow", &["A.example", "registries", "b.example:*", "a.example:443"]).await;
    assert_eq!(status, 200, "{made}");
    assert_eq!(places(&made), ["a.example:443", "a.example:80", "b.example:0", "registries"]);
    let again = change(&hub, "allow", &["a.example"]).await.1;
    assert_eq!(places(&again), ["a.example:443", "a.example:80"]);
    let listed = hub.rest("GET", "/v1/projects/shop/egress", "").await.1;
    assert_eq!(places(&listed).len(), 4);
    let registries = &listed["presets"][0];
    assert_eq!(registries["name"], "registries");
    assert!(registries["hosts"].as_array().unwrap().contains(&json!("static.crates.io")));
    assert_eq!(places(&change(&hub, "deny", &["a.example"]).await.1).len(), 2);
    let (status, missing) = change(&hub, "deny", &["crates.io"]).await;
    assert_eq!((status, missing["reason"].as_str()), (404, Some("NOT_FOUND")), "{missing}");
    assert!(missing["detail"].as_str().unwrap().contains("autovibe egress list"), "{missing}");
    let mut client = EgressServiceClient::new(hub.router.clone());
    let mut request = tonic::Request::new(ListEgressRequest { project: "shop".to_owned() });
    let bearer = format!("Bearer {}", hub.secret).parse().unwrap();
    request.metadata_mut().insert("authorization", bearer);
    let rules = client.list_egress(request).await.unwrap().into_inner().rules;
    assert_eq!(rules.len(), 2);
}

#[tokio::test]
async fn what_can_never_be_reached_is_refused_whole() {
    let hub = shop().await;
    for target in ["127.0.0.1", "localhost", "https://a.example", "169.254.169.254:80", "[::1]", ""] {
        let (status, problem) = change(&hub, "allow", &["fine.example", target]).await;
        assert_eq!(
            (status, problem["reason"].as_str()),
            (400, Some("INVALID_ARGUMENT")),
            "{target}: {problem}"
        );
    }
    assert_eq!(change(&hub, "allow", &[]).await.0, 400);
    assert!(places(&hub.rest("GET", "/v1/projects/shop/egress", "").await.1).is_empty());
}

#[tokio::test]
async fn changes_need_a_member_and_are_on_record() {
    let hub = shop().await;
    let token = json!({"name": "reader", "role": TokenRole::Viewer.as_str_name(), "project": "shop"});
    let viewer = hub.rest("POST", "/v1/tokens", &token.to_string()).await.1;
    let secret = viewer["secret"].as_str().unwrap();
    let path = "/v1/projects/shop/egress/allow";
    let refused = hub.rest_as(secret, "POST", path, r#"{"targets": ["a.example"]}"#).await;
    assert_eq!(answer(refused).await.0, 403);
    change(&hub, "allow", &["a.example:443"]).await;
    change(&hub, "deny", &["a.example"]).await;
    let listed = answer(hub.rest_as(secret, "GET", "/v1/projects/shop/audit?page_size=2", "").await).await.2;
    let said: Vec<_> = listed["records"]
        .as_array()
        .unwrap()
        .iter()
        .map(|record| (record["action"].as_str().unwrap(), record["subjectId"].as_str().unwrap()))
        .collect();
    assert_eq!(said, [("egress.deny", "a.example:443"), ("egress.allow", "a.example:443")], "newest first");
    hub.rest("POST", "/v1/projects", r#"{"name": "other"}"#).await;
    let foreign = hub.rest_as(secret, "GET", "/v1/projects/other/audit", "").await;
    assert_eq!(answer(foreign).await.0, 403);
}
