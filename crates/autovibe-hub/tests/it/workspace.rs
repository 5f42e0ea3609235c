//! Repositories go in and workspaces come out: uploads, the guest's clone, the bundles of Checkpoints.

use autovibe_hub::database::CommitBuilder;
use autovibe_proto::guest::v1::guest_command::Kind as CommandKind;
use autovibe_proto::hub::v1::upload_source_request::Kind;
use autovibe_proto::hub::v1::workspace_service_client::WorkspaceServiceClient;
use autovibe_proto::hub::v1::{
    DownloadSnapshotRequest, DownloadSourceRequest, SourceHeader, UploadSourceRequest,
};
use autovibe_proto::v1::{
    Blob, Checkpoint, CheckpointState, EffectFailure, EffectOutcome, MachineState, Project,
    WorkspaceSnapshot, WorkspaceSource,
};
use autovibe_proto::{BlobId, CheckpointId, EffectId, Failure, MachineId};
use axum::body::Body;
use futures::TryStreamExt as _;
use http_body_util::BodyExt as _;
use serde_json::json;
use sha2::{Digest as _, Sha256};
use tonic::{Code, Request, Status};

use crate::fleet::Fleet;
use crate::guest::{Endpoint, Guest};

const NOBODY: &str = "";

fn bundle(length: usize) -> Vec<u8> {
    let mut bytes = b"# v2 git bundle\n".to_vec();
    bytes.extend((0..length).map(|index| u8::try_from(index % 251).unwrap()));
    bytes
}

fn commit(digit: &str) -> String {
    digit.repeat(40)
}

fn header(project: &str, bytes: &[u8]) -> SourceHeader {
    let source = WorkspaceSource {
        origin: "https://example.org/shop.git".to_owned(),
        base_commit: commit("b"),
        head_commit: commit("a"),
        branch: "main".to_owned(),
        blob_id: "blb_forged".to_owned(),
        size_bytes: 1,
    };
    SourceHeader {
        project: project.to_owned(),
        source: Some(source),
        digest: hex::encode(Sha256::digest(bytes)),
        size_bytes: i64::try_from(bytes.len()).unwrap(),
    }
}

fn pieces(header: SourceHeader, bytes: &[u8], size: usize) -> Vec<Kind> {
    let data = bytes.chunks(size).map(|piece| Kind::Data(piece.to_vec()));
    std::iter::once(Kind::Header(header)).chain(data).collect()
}

/// Calls the service with a token.
struct Caller<'a> {
    endpoint: &'a Endpoint,
    secret: String,
}

impl Caller<'_> {
    fn admin(endpoint: &Endpoint) -> Caller<'_> {
        Caller { endpoint, secret: endpoint.test.secret.clone() }
    }

    /// A caller of one Project with a role.
    async fn with_role<'a>(endpoint: &'a Endpoint, role: &str, project: &str) -> Caller<'a> {
        let request = json!({"name": format!("{project}-{}", role.to_lowercase().replace('_', "-")),
            "role": role, "project": project});
        let (status, made) = endpoint.test.rest("POST", "/v1/tokens", &request.to_string()).await;
        assert_eq!(status, 200, "{made}");
        Caller { endpoint, secret: made["secret"].as_str().unwrap().to_owned() }
    }

    fn client(&self) -> WorkspaceServiceClient<axum::Router> {
        WorkspaceServiceClient::new(self.endpoint.test.router.clone())
    }

    fn request<T>(&self, message: T) -> Request<T> {
        let mut request = Request::new(message);
        if self.secret != NOBODY {
            let bearer = format!("Bearer {}", self.secret).parse().unwrap();
            request.metadata_mut().insert("authorization", bearer);
        }
        request
    }

    async fn upload(&self, pieces: Vec<Kind>) -> Result<Project, Status> {
        let pieces: Vec<_> =
            pieces.into_iter().map(|kind| UploadSourceRequest { kind: Some(kind) }).collect();
        let request = self.request(futures::stream::iter(pieces));
        self.client().upload_source(request).await.map(tonic::Response::into_inner)
    }

    async fn refusal(&self, pieces: Vec<Kind>) -> String {
        Failure::from(self.upload(pieces).await.unwrap_err()).reason
    }

    async fn download_source(&self, project: &str) -> Result<Vec<u8>, Status> {
        let request = self.request(DownloadSourceRequest { project: project.to_owned() });
        let mut stream = self.client().download_source(request).await?.into_inner();
        let mut bytes = Vec::new();
        while let Some(piece) = stream.message().await? {
            bytes.extend(piece.data);
        }
        Ok(bytes)
    }

    async fn download_snapshot(&self, checkpoint_id: &str) -> Result<Vec<u8>, Status> {
        let request = self.request(DownloadSnapshotRequest { checkpoint_id: checkpoint_id.to_owned() });
        let mut stream = self.client().download_snapshot(request).await?.into_inner();
        let mut bytes = Vec::new();
        while let Some(piece) = stream.message().await? {
            bytes.extend(piece.data);
        }
        Ok(bytes)
    }
}

async fn object_count(endpoint: &Endpoint) -> usize {
    let objects: Vec<_> = endpoint.test.hub.blobs().list(None).try_collect().await.unwrap();
    objects.len()
}

impl Guest {
    async fn get(&mut self, path: &str) -> (u16, Vec<u8>) {
        let response = self.call("GET", path, Body::empty()).await;
        let status = response.status().as_u16();
        (status, response.into_body().collect().await.unwrap().to_bytes().to_vec())
    }

    async fn put(&mut self, path: &str, body: Vec<u8>) -> (u16, String) {
        let response = self.call("PUT", path, Body::from(body)).await;
        let status = response.status().as_u16();
        let bytes = response.into_body().collect().await.unwrap().to_bytes();
        (status, String::from_utf8_lossy(&bytes).into_owned())
    }
}

#[tokio::test]
async fn a_repository_that_was_uploaded_is_read_back_by_callers_and_guests_of_the_project() {
    let endpoint = Endpoint::start().await;
    let admin = Caller::admin(&endpoint);
    let bytes = bundle(2_500_000);
    let project = admin.upload(pieces(header("shop", &bytes), &bytes, 1024 * 1024)).await.unwrap();
    let source = project.source.unwrap();
    assert_eq!((source.base_commit.clone(), source.branch.as_str()), (commit("b"), "main"));
    assert_ne!(source.blob_id, "blb_forged");
    assert_eq!(source.size_bytes, i64::try_from(bytes.len()).unwrap());
    assert_eq!(object_count(&endpoint).await, 1);
    let reader = Caller::with_role(&endpoint, "TOKEN_ROLE_VIEWER", "shop").await;
    assert_eq!(reader.download_source("shop").await.unwrap(), bytes);
    assert_eq!(
        reader.upload(pieces(header("shop", &bytes), &bytes, 4096)).await.unwrap_err().code(),
        Code::PermissionDenied
    );

    let mut guest = endpoint.greeted().await;
    assert_eq!(guest.get(&format!("/guest/v1/blobs/{}", source.blob_id)).await, (200, bytes));
    // Another body of the same Project and the repository of another one are none of its business.
    let own = Blob { id: BlobId::generate().into_string(), project_id: project.id, ..Blob::default() };
    endpoint.test.hub.commit(CommitBuilder::new().insert(&own)).await.unwrap();
    endpoint.test.rest("POST", "/v1/projects", r#"{"name": "other"}"#).await;
    let foreign = bundle(10);
    let foreign = admin.upload(pieces(header("other", &foreign), &foreign, 4096)).await.unwrap();
    for id in [own.id, foreign.source.unwrap().blob_id, "blb_none".to_owned()] {
        let (status, body) = guest.get(&format!("/guest/v1/blobs/{id}")).await;
        assert_eq!(status, 404, "{id}: {}", String::from_utf8_lossy(&body));
    }
    let stranger = Caller::with_role(&endpoint, "TOKEN_ROLE_MEMBER", "other").await;
    assert_eq!(stranger.download_source("shop").await.unwrap_err().code(), Code::PermissionDenied);
    let nobody = Caller { endpoint: &endpoint, secret: NOBODY.to_owned() };
    assert_eq!(nobody.download_source("shop").await.unwrap_err().code(), Code::Unauthenticated);
}

#[tokio::test]
async fn an_upload_that_is_not_what_it_says_changes_nothing() {
    let endpoint = Endpoint::start().await;
    let admin = Caller::admin(&endpoint);
    let bytes = bundle(100);
    let good = || header("shop", &bytes);
    let with = |change: fn(&mut SourceHeader)| {
        let mut header = good();
        change(&mut header);
        pieces(header, &bytes, 4096)
    };
    let source = |change: fn(&mut WorkspaceSource)| {
        let mut header = good();
        change(header.source.as_mut().unwrap());
        pieces(header, &bytes, 4096)
    };
    for (name, wrong, reason) in [
        ("no header", vec![Kind::Data(bytes.clone())], "INVALID_ARGUMENT"),
        ("nothing", Vec::new(), "INVALID_ARGUMENT"),
        ("two headers", vec![Kind::Header(good()), Kind::Header(good())], "INVALID_ARGUMENT"),
        ("no body", vec![Kind::Header(good())], "BUNDLE_INVALID"),
        ("half a body", pieces(good(), &bytes[..50], 4096), "BUNDLE_DAMAGED"),
        (
            "text",
            pieces(header("shop", b"hello, I am no bundle"), b"hello, I am no bundle", 4096),
            "BUNDLE_INVALID",
        ),
        ("piece", pieces(header("shop", &bundle(2 << 20)), &bundle(2 << 20), 2 << 20), "INVALID_ARGUMENT"),
        ("digest", with(|header| header.digest = "0".repeat(64)), "BUNDLE_DAMAGED"),
        ("no digest", with(|header| header.digest.clear()), "INVALID_ARGUMENT"),
        ("size", with(|header| header.size_bytes += 1), "BUNDLE_DAMAGED"),
        ("large", with(|header| header.size_bytes = 5 << 30), "BUNDLE_TOO_LARGE"),
        ("project", with(|header| header.project = "none".to_owned()), "PROJECT_NOT_FOUND"),
        ("source", with(|header| header.source = None), "INVALID_ARGUMENT"),
        ("commit", source(|source| source.base_commit = "HEAD".to_owned()), "INVALID_ARGUMENT"),
        (
            "origin",
            source(|source| source.origin = "https://me:secret@example.org/x".to_owned()),
            "INVALID_ARGUMENT",
        ),
        ("branch", source(|source| source.branch = "a\nb".to_owned()), "INVALID_ARGUMENT"),
    ] {
        assert_eq!(admin.refusal(wrong).await, reason, "{name}");
    }
    assert_eq!(object_count(&endpoint).await, 0);
    let project = endpoint.test.hub.database().require::<Project>(&endpoint.project_id).await.unwrap();
    assert_eq!(project.source, None);
    let missing = admin.download_source("shop").await.unwrap_err();
    assert_eq!(Failure::from(missing).reason, "BUNDLE_NOT_FOUND");
}

#[tokio::test]
async fn the_workspace_of_a_checkpoint_is_taken_once_and_from_its_own_machine_only() {
    let endpoint = Endpoint::start().await;
    let mut guest = endpoint.greeted().await;
    let put = async |machine: &MachineId, state: CheckpointState, has_workspace: bool| {
        let snapshot = WorkspaceSnapshot { commit: commit("c"), ..WorkspaceSnapshot::default() };
        let checkpoint = Checkpoint {
            id: CheckpointId::generate().into_string(),
            project_id: endpoint.project_id.clone(),
            machine_id: machine.to_string(),
            state: state.into(),
            workspace: has_workspace.then_some(snapshot),
            ..Checkpoint::default()
        };
        let hub = &endpoint.test.hub;
        let commit = CommitBuilder::new().lease(hub.leases().token(0).unwrap()).insert(&checkpoint);
        hub.commit(commit).await.unwrap();
        checkpoint.id
    };
    let other = MachineId::generate();
    endpoint.put_machine(&other, "other", 1).await;
    let own = put(&endpoint.machine_id, CheckpointState::Ready, true).await;
    let path = |id: &str| format!("/guest/v1/checkpoints/{id}/workspace?base={}", commit("b"));
    for (id, status) in [
        (put(&other, CheckpointState::Ready, true).await, 404),
        ("chk_none".to_owned(), 404),
        (put(&endpoint.machine_id, CheckpointState::Failed, true).await, 409),
        (put(&endpoint.machine_id, CheckpointState::Ready, false).await, 409),
    ] {
        assert_eq!(guest.put(&path(&id), bundle(10)).await.0, status, "{id}");
    }
    let admin = Caller::admin(&endpoint);
    let early = admin.download_snapshot(&own).await.unwrap_err();
    assert_eq!(Failure::from(early).reason, "BUNDLE_NOT_HERE");
    for wrong in [Vec::new(), b"no bundle, whatever it says".to_vec()] {
        let (status, body) = guest.put(&path(&own), wrong).await;
        assert!(status == 400 && body.contains("BUNDLE_INVALID"), "{status} {body}");
    }
    let bad = format!("/guest/v1/checkpoints/{own}/workspace?base=HEAD");
    assert_eq!(guest.put(&bad, bundle(10)).await.0, 400);
    assert_eq!(object_count(&endpoint).await, 0);

    let bytes = bundle(1_500_000);
    let (status, body) = guest.put(&path(&own), bytes.clone()).await;
    assert_eq!(status, 200, "{body}");
    let row = endpoint.test.hub.database().require::<Checkpoint>(&own).await.unwrap();
    let workspace = row.workspace.unwrap();
    assert_eq!((workspace.commit, workspace.base_commit), (commit("c"), commit("b")));
    assert_eq!(workspace.size_bytes, i64::try_from(bytes.len()).unwrap());
    assert_eq!(admin.download_snapshot(&own).await.unwrap(), bytes);
    assert_eq!(guest.put(&path(&own), Vec::new()).await.0, 200, "what is here is not asked for again");
    assert_eq!(guest.put(&path(&own), bundle(5)).await.0, 200);
    assert_eq!(admin.download_snapshot(&own).await.unwrap(), bytes, "the first one stays");
    let reader = Caller::with_role(&endpoint, "TOKEN_ROLE_VIEWER", "shop").await;
    assert_eq!(reader.download_snapshot(&own).await.unwrap(), bytes);
}

/// A Project with a repository, and a Machine whose guest has just greeted.
async fn cloning() -> (Fleet, MachineId) {
    let fleet = Fleet::start().await;
    let source = WorkspaceSource {
        base_commit: commit("b"),
        blob_id: "blb_source".to_owned(),
        ..WorkspaceSource::default()
    };
    fleet.put_source(source).await;
    let machine = fleet.ask_for_machine("worker").await;
    fleet.greet(&machine).await;
    (fleet, machine)
}

#[tokio::test]
async fn a_machine_clones_before_it_is_ready_and_a_new_hub_asks_again() {
    let (fleet, machine) = cloning().await;
    let (_, CommandKind::PrepareWorkspace(order)) = fleet.next_command().await else {
        panic!("a clone was expected")
    };
    let wanted = (order.blob_id.as_str(), order.base_commit, order.branch.as_str());
    assert_eq!(wanted, ("blb_source", commit("b"), "autovibe/worker"));
    fleet.wait_for_state(&machine, MachineState::Starting).await;
    let fleet = fleet.restart().await;
    fleet.greet(&machine).await;
    assert!(matches!(fleet.obey(&machine).await, CommandKind::PrepareWorkspace(_)));
    fleet.wait_for_state(&machine, MachineState::Ready).await;
}

#[tokio::test]
async fn a_clone_that_fails_fails_the_machine_with_the_guests_words() {
    let (fleet, machine) = cloning().await;
    let (effect_id, _) = fleet.next_command().await;
    let effect_id: EffectId = effect_id.parse().unwrap();
    let outcome = |text: &str, transient| EffectOutcome {
        failure: Some(EffectFailure {
            reason: "WORKSPACE_FAILED".to_owned(),
            text: text.to_owned(),
            transient,
        }),
        ..EffectOutcome::default()
    };
    fleet.hub.effect_done(&machine, &effect_id, outcome("it did not come", true)).await.unwrap();
    let (again, _) = fleet.next_command().await;
    assert_eq!(again, effect_id.as_str(), "what may pass is tried again");
    fleet.hub.effect_done(&machine, &effect_id, outcome("No space left on device", false)).await.unwrap();
    let failed = fleet.wait_for_state(&machine, MachineState::Failed).await;
    assert_eq!(failed.failure, "the workspace could not be prepared: No space left on device");
}
