//! The control API: who may call, what is refused and how, and that REST and gRPC are the same calls.

use autovibe_proto::ErrorKind;
use autovibe_proto::hub::v1::hub_service_client::HubServiceClient;
use autovibe_proto::hub::v1::{CreateProjectRequest, GetProjectRequest};
use autovibe_proto::v1::message_body::Kind;
use autovibe_proto::v1::{AuditRecord, Blob, MailboxEntry, Message};
use serde_json::json;

use autovibe_hub::database::{CommitBuilder, Page};

use crate::hub::{GIB, TestHub, answer};

#[tokio::test]
async fn every_call_needs_a_token() {
    let hub = TestHub::start().await;
    for secret in ["", "avt_wrong", "something"] {
        for path in ["/v1/status", "/v1/projects", "/nowhere"] {
            let (status, media_type, problem) = answer(hub.rest_as(secret, "GET", path, "").await).await;
            assert_eq!((status, media_type.as_str()), (401, "application/problem+json"), "{secret} {path}");
            assert_eq!(problem["type"], "urn:autovibe:error:UNAUTHENTICATED");
        }
    }
    let mut client = HubServiceClient::new(hub.router.clone());
    let refused = client.get_project(GetProjectRequest::default()).await.unwrap_err();
    assert_eq!(autovibe_proto::Failure::from(refused).kind, ErrorKind::Unauthenticated);
    assert_eq!(hub.rest("GET", "/v1/status", "").await.1["modelProvider"], "scripted");
}

#[tokio::test]
async fn the_first_token_is_made_once() {
    let hub = TestHub::start().await;
    let keep = |_: &str| Err(autovibe_proto::Failure::internal("a second secret was made"));
    assert!(!autovibe_hub::api::ensure_admin_token(hub.hub.database(), keep).await.unwrap());
}

#[tokio::test]
async fn every_refusal_of_http_is_a_problem() {
    let hub = TestHub::start().await;
    let check = async |method: &str, path: &str, body: &str, status: u16, reason: &str| {
        let (found, problem) = hub.rest(method, path, body).await;
        assert_eq!(found, status, "{method} {path}: {problem}");
        assert_eq!(problem["type"], format!("urn:autovibe:error:{reason}"), "{problem}");
        assert_eq!(problem["status"], status);
        assert!(problem["title"].is_string() && problem["detail"].is_string(), "{problem}");
    };
    check("GET", "/v1/nothing", "", 404, "PATH_NOT_FOUND").await;
    check("PUT", "/v1/projects", "{}", 405, "METHOD_NOT_ALLOWED").await;
    check("POST", "/v1/projects", "{", 400, "JSON_MALFORMED").await;
    check("POST", "/v1/projects", "[1]", 400, "JSON_MALFORMED").await;
    check("POST", "/v1/projects", r#"{"name": 5}"#, 400, "INVALID_ARGUMENT").await;
    check("GET", "/v1/projects?page_size=x", "", 400, "INVALID_ARGUMENT").await;
    check("GET", "/v1/projects?page_size=-1", "", 400, "INVALID_ARGUMENT").await;
    check("GET", "/v1/projects/nobody", "", 404, "PROJECT_NOT_FOUND").await;
    let mut request = http::Request::builder().method("POST").uri("/v1/projects");
    request = request
        .header("authorization", format!("Bearer {}", hub.secret))
        .header("content-type", "text/plain");
    let response =
        tower::ServiceExt::oneshot(hub.router.clone(), request.body(axum::body::Body::from("x")).unwrap())
            .await
            .unwrap();
    assert_eq!(answer(response).await.0, 415);
}

#[tokio::test]
async fn rest_and_grpc_are_the_same_calls() {
    let hub = TestHub::start().await;
    let (status, made) = hub.rest("POST", "/v1/projects", r#"{"name": "shop", "description": "d"}"#).await;
    assert_eq!(status, 200, "{made}");
    let mut client = HubServiceClient::new(hub.router.clone());
    let mut request = tonic::Request::new(GetProjectRequest { project: "shop".to_owned() });
    let bearer: tonic::metadata::MetadataValue<_> = format!("Bearer {}", hub.secret).parse().unwrap();
    request.metadata_mut().insert("authorization", bearer.clone());
    let read = client.get_project(request).await.unwrap().into_inner();
    assert_eq!(json!(read.id), made["id"]);
    let mut request =
        tonic::Request::new(CreateProjectRequest { name: "shop".to_owned(), description: String::new() });
    request.metadata_mut().insert("authorization", bearer);
    let refused = autovibe_proto::Failure::from(client.create_project(request).await.unwrap_err());
    assert_eq!((refused.kind, refused.reason.as_str()), (ErrorKind::AlreadyExists, "PROJECT_EXISTS"));
    assert_eq!(hub.rest("POST", "/v1/projects", r#"{"name": "Bad Name"}"#).await.0, 400);
    let listed = hub.rest("GET", "/v1/projects?page_size=5", "").await.1;
    assert_eq!(listed["projects"][0]["name"], "shop");
}

#[tokio::test]
async fn a_machine_that_cannot_be_is_refused_in_words() {
    let hub = TestHub::start().await.with_node().await;
    hub.rest("POST", "/v1/projects", r#"{"name": "shop"}"#).await;
    let memory = |bytes: i64| json!({"memoryBytes": bytes.to_string()});
    for (request, status, word) in [
        (json!({"project": "nowhere"}), 404, "nowhere"),
        (json!({"project": "shop", "image": "no-such-image"}), 404, "no-such-image"),
        (json!({"project": "shop", "template": "giant"}), 404, "giant"),
        (json!({"project": "shop", "codingAgent": "hal9000"}), 400, "claude-code"),
        (json!({"project": "shop", "name": "Bad Name"}), 400, "lower-case"),
        (json!({"project": "shop", "spec": memory(GIB)}), 400, "--allow-any-size"),
        (json!({"project": "shop", "spec": memory(1024 * GIB), "allowAnySize": true}), 400, "memory"),
        (json!({"project": "shop", "spec": {"vcpuCount": 64}}), 400, "processors"),
    ] {
        let (found, problem) = hub.rest("POST", "/v1/machines", &request.to_string()).await;
        assert_eq!(found, status, "{request}: {problem}");
        assert!(problem["detail"].as_str().unwrap().contains(word), "{request}: {problem}");
    }
    assert_eq!(hub.rest("GET", "/v1/machines", "").await.1, json!({}), "nothing is left behind");
}

#[tokio::test]
async fn a_machine_is_made_once_per_request_id_with_its_first_message() {
    let hub = TestHub::start().await.with_node().await;
    hub.rest("POST", "/v1/projects", r#"{"name": "shop"}"#).await;
    let request = json!({"project": "shop", "name": "worker", "requestId": "r1"}).to_string();
    let (status, made) = hub.rest("POST", "/v1/machines", &request).await;
    assert_eq!((status, &made["template"]), (200, &json!("standard")), "{made}");
    assert_eq!(made["spec"]["memoryBytes"], (4 * GIB).to_string());
    let again = hub.rest("POST", "/v1/machines", &request).await.1;
    assert_eq!(again["id"], made["id"]);
    let filter = format!("machine_id = {}", made["id"]);
    let messages = hub.hub.database().list::<Message>(&filter, "", Page::first(10)).await.unwrap().rows;
    let creates = messages.iter().filter(|message| {
        matches!(message.body.as_ref().and_then(|body| body.kind.as_ref()), Some(Kind::Create(_)))
    });
    assert_eq!(creates.count(), 1);
    let taken = json!({"project": "shop", "name": "worker"}).to_string();
    assert_eq!(hub.rest("POST", "/v1/machines", &taken).await.0, 409);
    let unnamed = json!({"project": "shop"}).to_string();
    assert_eq!(hub.rest("POST", "/v1/machines", &unnamed).await.1["name"], "machine-1");
    for path in ["/v1/machines/worker", "/v1/machines/shop%2Fworker"] {
        assert_eq!(hub.rest("GET", path, "").await.1["id"], made["id"], "{path}");
    }
    hub.rest("POST", "/v1/projects", r#"{"name": "other"}"#).await;
    let same = json!({"project": "other", "name": "worker"}).to_string();
    assert_eq!(hub.rest("POST", "/v1/machines", &same).await.0, 200);
    assert_eq!(hub.rest("GET", "/v1/machines/worker", "").await.1["reason"], "MACHINE_NAME_AMBIGUOUS");
    assert_eq!(hub.rest("DELETE", "/v1/projects/shop", "").await.1["reason"], "PROJECT_NOT_EMPTY");
}

#[tokio::test]
async fn a_prompt_is_kept_whole_or_refused() {
    let hub = TestHub::start().await.with_node().await;
    hub.rest("POST", "/v1/projects", r#"{"name": "shop"}"#).await;
    let made = hub.rest("POST", "/v1/machines", r#"{"project": "shop", "name": "worker"}"#).await.1;
    let send = async |text: String| {
        hub.rest("POST", "/v1/machines/worker/prompts", &json!({"text": text, "requestId": "p1"}).to_string())
            .await
    };
    let (status, problem) = send("x".repeat((1 << 20) + 1)).await;
    assert_eq!((status, &problem["reason"]), (400, &json!("PROMPT_TOO_LARGE")));
    assert_eq!(send(String::new()).await.0, 400);
    let long = "y".repeat(100 * 1024);
    let (status, sent) = send(long.clone()).await;
    assert_eq!(status, 200, "{sent}");
    assert_eq!(send(long.clone()).await.1, sent, "the same key is delivered once");
    let message = hub.hub.database().require::<Message>(sent["messageId"].as_str().unwrap()).await.unwrap();
    let Some(Kind::Prompt(prompt)) = message.body.unwrap().kind else { panic!("no prompt") };
    let blob = hub.hub.database().require::<Blob>(&prompt.blob_id.unwrap()).await.unwrap();
    assert_eq!(blob.size_bytes, 100 * 1024);
    let filter = format!("machine_id = {} AND lane = 2", made["id"]);
    let entries = hub.hub.database().list::<MailboxEntry>(&filter, "", Page::first(9)).await.unwrap().rows;
    assert_eq!(entries.len(), 1);
    let items = hub.rest("GET", "/v1/machines/worker/mailbox", "").await.1;
    assert!(items["items"].as_array().unwrap().iter().any(|item| item["message"]["id"] == sent["messageId"]));
}

#[tokio::test]
async fn tokens_are_limited_to_their_role_and_project_and_refusals_are_recorded() {
    let hub = TestHub::start().await.with_node().await;
    for name in ["shop", "other"] {
        hub.rest("POST", "/v1/projects", &json!({"name": name}).to_string()).await;
        hub.rest(
            "POST",
            "/v1/machines",
            &json!({"project": name, "name": format!("{name}-one")}).to_string(),
        )
        .await;
    }
    let request = json!({"name": "reader", "role": "TOKEN_ROLE_VIEWER", "project": "shop"}).to_string();
    let (status, made) = hub.rest("POST", "/v1/tokens", &request).await;
    assert_eq!(status, 200, "{made}");
    assert!(made["token"]["digest"].is_null());
    let reader = made["secret"].as_str().unwrap();
    let call = async |method: &str, path: &str, body: &str| {
        answer(hub.rest_as(reader, method, path, body).await).await
    };
    assert_eq!(call("GET", "/v1/machines/shop-one", "").await.0, 200);
    let seen = call("GET", "/v1/machines", "").await.2;
    assert_eq!(seen["machines"].as_array().unwrap().len(), 1);
    for (method, path, body) in [
        ("GET", "/v1/machines/other%2Fother-one", ""),
        ("GET", "/v1/projects/other", ""),
        ("POST", "/v1/machines/shop-one/prompts", r#"{"text": "hi"}"#),
        ("DELETE", "/v1/machines/shop-one", ""),
        ("POST", "/v1/tokens", r#"{"name": "x", "role": "TOKEN_ROLE_ADMIN"}"#),
        ("GET", "/v1/tokens", ""),
    ] {
        let (status, _, problem) = call(method, path, body).await;
        assert_eq!(status, 403, "{method} {path}: {problem}");
    }
    let records = hub.hub.database().list::<AuditRecord>("", "", Page::first(100)).await.unwrap().rows;
    assert_eq!(records.len(), 6);
    assert!(records.iter().all(|record| !record.allowed && record.actor.starts_with("user/tok_")));
    assert_eq!(hub.rest("DELETE", "/v1/tokens/reader", "").await.0, 200);
    assert_eq!(call("GET", "/v1/machines/shop-one", "").await.0, 401, "revoked at once");
}

#[tokio::test]
async fn what_is_stored_is_streamed_as_events() {
    use autovibe_proto::v1::{AgentEvent, Turn, TurnState};
    use autovibe_proto::{AgentEventId, TurnId};
    let hub = TestHub::start().await.with_node().await;
    hub.rest("POST", "/v1/projects", r#"{"name": "shop"}"#).await;
    let made = hub.rest("POST", "/v1/machines", r#"{"project": "shop", "name": "worker"}"#).await.1;
    let (machine_id, turn_id) = (made["id"].as_str().unwrap().to_owned(), TurnId::generate().into_string());
    let event = |number: i32, turn_id: &str| AgentEvent {
        id: AgentEventId::derive(&[&number.to_string()]).into_string(),
        machine_id: machine_id.clone(),
        turn_id: turn_id.to_owned(),
        sequence: number.into(),
        ..AgentEvent::default()
    };
    let turn = Turn {
        id: turn_id.clone(),
        project_id: made["projectId"].as_str().unwrap().to_owned(),
        machine_id: machine_id.clone(),
        state: TurnState::Ended.into(),
        ..Turn::default()
    };
    let commit =
        CommitBuilder::new().insert(&event(1, &turn_id)).insert(&event(2, "")).insert(&event(3, &turn_id));
    hub.hub.commit(commit.insert(&turn)).await.unwrap();
    let path = format!("/v1/machines/worker/events?turn_id={turn_id}&after_sequence=1000000");
    let response = hub.rest_as(&hub.secret, "GET", &path, "").await;
    assert_eq!(response.headers()["content-type"], "text/event-stream");
    let body = axum::body::to_bytes(response.into_body(), 1 << 20).await.unwrap();
    let text = String::from_utf8(body.to_vec()).unwrap();
    let events: Vec<serde_json::Value> = text
        .lines()
        .filter_map(|line| line.strip_prefix("data:"))
        .map(|data| serde_json::from_str(data).unwrap())
        .collect();
    let sequences: Vec<_> =
        events.iter().filter_map(|event| event["agentEvent"]["sequence"].as_str()).collect();
    assert_eq!(sequences, ["1", "3"]);
    assert_eq!(events.last().unwrap()["turn"]["id"], turn_id, "the stream ends with the turn");
    let waited = hub.rest("GET", &format!("/v1/turns/{turn_id}?wait=5s"), "").await.1;
    assert_eq!(waited["state"], "TURN_STATE_ENDED");
}

#[tokio::test]
async fn forks_of_a_checkpoint_are_made_once_and_take_pending_prompts_along() {
    use autovibe_proto::CheckpointId;
    use autovibe_proto::v1::{Checkpoint, CheckpointState};
    let hub = TestHub::start().await.with_node().await;
    hub.rest("POST", "/v1/projects", r#"{"name": "shop"}"#).await;
    let made = hub.rest("POST", "/v1/machines", r#"{"project": "shop", "name": "worker"}"#).await.1;
    hub.rest("POST", "/v1/machines/worker/prompts", r#"{"text": "not begun"}"#).await;
    let mut checkpoint = Checkpoint {
        id: CheckpointId::generate().into_string(),
        project_id: made["projectId"].as_str().unwrap().to_owned(),
        machine_id: made["id"].as_str().unwrap().to_owned(),
        node_id: made["nodeId"].as_str().unwrap().to_owned(),
        state: CheckpointState::Creating.into(),
        ..Checkpoint::default()
    };
    hub.hub.commit(CommitBuilder::new().insert(&checkpoint)).await.unwrap();
    let fork = |count: i32, mailbox: &str| {
        json!({"source": checkpoint.id, "count": count, "mailbox": mailbox, "requestId": mailbox}).to_string()
    };
    let (empty, copy) = (fork(1, "FORK_MAILBOX_EMPTY"), fork(3, "FORK_MAILBOX_COPY_PENDING"));
    let too_many = fork(65, "FORK_MAILBOX_EMPTY");
    assert_eq!(hub.rest("POST", "/v1/forks", &empty).await.1["reason"], "CHECKPOINT_NOT_READY");
    assert_eq!(hub.rest("POST", "/v1/forks", &too_many).await.0, 400);
    checkpoint.state = CheckpointState::Ready.into();
    let commit = CommitBuilder::new().lease(hub.hub.leases().token(0).unwrap());
    hub.hub.commit(commit.update(&checkpoint, &["state"])).await.unwrap();
    let (status, forked) = hub.rest("POST", "/v1/forks", &copy).await;
    assert_eq!(status, 200, "{forked}");
    let ids = |forked: &serde_json::Value| -> Vec<String> {
        let machines = forked["machines"].as_array().unwrap();
        machines.iter().map(|machine| machine["id"].as_str().unwrap().to_owned()).collect()
    };
    let names: Vec<_> =
        forked["machines"].as_array().unwrap().iter().map(|machine| machine["name"].clone()).collect();
    assert_eq!(names, ["worker-1", "worker-2", "worker-3"]);
    assert!(forked["machines"][0]["originCheckpointId"] == json!(checkpoint.id));
    let again = hub.rest("POST", "/v1/forks", &copy).await.1;
    assert_eq!(ids(&again), ids(&forked), "the same key gives the same machines");
    let prompts = async |id: &str| {
        let filter = format!("machine_id = \"{id}\" AND lane = 2");
        hub.hub.database().list::<MailboxEntry>(&filter, "", Page::first(9)).await.unwrap().rows.len()
    };
    for id in ids(&forked) {
        assert_eq!(prompts(&id).await, 1, "{id}");
    }
    let (status, forked) = hub.rest("POST", "/v1/forks", &empty).await;
    assert_eq!((status, &forked["machines"][0]["name"]), (200, &json!("worker-4")), "{forked}");
    assert_eq!(prompts(&ids(&forked)[0]).await, 0);
}
