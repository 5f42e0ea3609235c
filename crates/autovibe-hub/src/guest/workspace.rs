//! Bundles of guests: the Project's repository goes in, the workspace at a Checkpoint comes out.

use std::time::Duration;

use autovibe_proto::guest::v1::Accepted;
use autovibe_proto::v1::Project;
use autovibe_proto::v1::effect_body::Kind;
use autovibe_proto::{ErrorKind, Failure, is_object_name};
use axum::body::Body;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse as _, Response};
use futures::StreamExt as _;
use http::{Request, StatusCode, header};
use serde::Deserialize;

use super::body::answer;
use super::router::GuestCall;
use crate::api::{problem, problem_with_status};
use crate::workspace::{
    BundleKind, BundleReader, BundleUpload, PIECE_TIME_MAX, keep_snapshot, require_blob, waiting_snapshot,
};

/// A guest sends 256 MiB over a loopback; under software emulation that takes a minute.
const UPLOAD_TIME_MAX: Duration = Duration::from_secs(600);

/// The query of an upload.
#[derive(Debug, Deserialize)]
pub(crate) struct SnapshotQuery {
    /// The commit that the Machine's work began with; empty when there is none.
    #[serde(default)]
    base: String,
}

/// `GET /guest/v1/blobs/{blob_id}`.
pub(crate) async fn read_blob(State(call): State<GuestCall>, Path(blob_id): Path<String>) -> Response {
    match open(&call, &blob_id).await {
        Ok(reader) => {
            let length = reader.size_bytes();
            let body = Body::from_stream(reader.into_pieces().map(|piece| {
                // The guest sees that the body breaks off; the reason was logged where it was found.
                piece.map_err(|failure| std::io::Error::other(failure.message))
            }));
            ([(header::CONTENT_LENGTH, length)], body).into_response()
        }
        Err(failure) => problem(&failure),
    }
}

/// `PUT /guest/v1/checkpoints/{checkpoint_id}/workspace`; an empty body asks whether the bundle is wanted.
pub(crate) async fn put_workspace(
    State(call): State<GuestCall>,
    Path(checkpoint_id): Path<String>,
    query: Result<Query<SnapshotQuery>, QueryRejection>,
    request: Request<Body>,
) -> Response {
    let base = match query {
        Ok(Query(query)) if query.base.is_empty() || is_object_name(&query.base) => query.base,
        _ => return problem(&Failure::invalid("base is a whole object name in lower-case hexadecimal")),
    };
    let taking = Box::pin(take(&call, &checkpoint_id, &base, request.into_body()));
    match tokio::time::timeout(UPLOAD_TIME_MAX, taking).await.unwrap_or_else(|_| Err(late())) {
        Err(failure) if failure.reason == "BUNDLE_TOO_LARGE" => {
            problem_with_status(&failure, StatusCode::PAYLOAD_TOO_LARGE)
        }
        outcome => answer(outcome),
    }
}

/// The bundle that a guest may read: that of its Project, or the one that its Machine is told to clone.
async fn open(call: &GuestCall, blob_id: &str) -> Result<BundleReader, Failure> {
    call.connection.allowance.orders.take()?;
    let hub = &call.parts.hub;
    let project = hub.database().get::<Project>(&call.connection.project_id).await?;
    let source = project.and_then(|project| project.source).unwrap_or_default();
    let is_open = (!blob_id.is_empty() && source.blob_id == blob_id) || is_told(call, blob_id).await?;
    if !is_open {
        let text = "this machine has no such bundle";
        return Err(Failure::new(ErrorKind::NotFound, "BUNDLE_NOT_FOUND", text));
    }
    let blob = require_blob(hub, blob_id).await?;
    BundleReader::open(hub, &blob).await
}

/// The Project may have another repository by now: what the Machine was told to clone stays open to it.
async fn is_told(call: &GuestCall, blob_id: &str) -> Result<bool, Failure> {
    let actor = call.machine().await?.actor.unwrap_or_default();
    let mut kinds = actor.awaited.iter().filter_map(|awaited| awaited.body.as_ref()?.kind.as_ref());
    Ok(kinds.any(|kind| matches!(kind, Kind::PrepareWorkspace(body) if body.blob_id == blob_id)))
}

async fn take(call: &GuestCall, checkpoint_id: &str, base: &str, body: Body) -> Result<Accepted, Failure> {
    let (hub, connection) = (&call.parts.hub, &call.connection);
    connection.allowance.ingest.take()?;
    let _one_at_a_time = connection.allowance.uploads.lock().await;
    if waiting_snapshot(hub, &connection.machine_id, checkpoint_id).await?.is_none() {
        return Ok(Accepted {});
    }
    let mut upload = BundleUpload::begin(hub.blobs(), BundleKind::Snapshot).await?;
    if let Err(failure) = receive(body, &mut upload).await {
        upload.abort().await;
        return Err(failure);
    }
    // Until a row names it, the sweep must not take it for forgotten.
    let _held = hub.blob_gate().read().await;
    let blob = upload.finish(&connection.project_id, None).await?;
    keep_snapshot(hub, &connection.machine_id, checkpoint_id, base, &blob).await?;
    Ok(Accepted {})
}

async fn receive(body: Body, upload: &mut BundleUpload) -> Result<(), Failure> {
    let mut pieces = body.into_data_stream();
    while let Some(piece) = tokio::time::timeout(PIECE_TIME_MAX, pieces.next()).await.map_err(|_| late())? {
        let piece = piece.map_err(|error| {
            tracing::debug!(%error, "a guest's bundle broke off");
            Failure::new(ErrorKind::Unavailable, "UNAVAILABLE", "the bundle broke off")
        })?;
        upload.write(&piece).await?;
    }
    Ok(())
}

fn late() -> Failure {
    Failure::new(ErrorKind::DeadlineExceeded, "BODY_LATE", "the bundle did not come in time")
}
