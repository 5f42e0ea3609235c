//! Calls about the repositories of Projects and the workspaces at Checkpoints; bundles travel in pieces.

use std::time::Duration;

use autovibe_proto::hub::v1::upload_source_request::Kind;
use autovibe_proto::hub::v1::workspace_service_server::WorkspaceService;
use autovibe_proto::hub::v1::{
    DownloadSnapshotRequest, DownloadSnapshotResponse, DownloadSourceRequest, DownloadSourceResponse,
    SourceHeader, UploadSourceRequest,
};
use autovibe_proto::v1::{Blob, Project, WorkspaceSource};
use autovibe_proto::{ErrorKind, Failure, is_object_name};
use bytes::Bytes;
use futures::StreamExt as _;
use tonic::{Request, Response, Status, Streaming};

use super::access::{Access, Caller};
use super::control::ControlApi;
use super::event_stream::MessageStream;
use super::locate::find_project;
use super::service::{ControlService, GrpcStream, caller_of, grpc_stream};
use crate::database::CommitBuilder;
use crate::workspace::{
    BundleKind, BundleReader, BundleUpload, PIECE_TIME_MAX, SOURCE_BYTES_MAX, require_blob,
};

/// The first piece says what comes; whoever calls knows it.
const HEADER_TIME_MAX: Duration = Duration::from_secs(10);
/// 4 GiB over a line of 10 Mbit/s.
const UPLOAD_TIME_MAX: Duration = Duration::from_secs(3600);
/// As the call's description says.
const PIECE_BYTES_MAX: usize = 1024 * 1024;
const ORIGIN_BYTES_MAX: usize = 4096;
/// Source: the longest file name, since git keeps a branch as a file.
const BRANCH_BYTES_MAX: usize = 255;

#[tonic::async_trait]
impl WorkspaceService for ControlService {
    async fn upload_source(
        &self,
        request: Request<Streaming<UploadSourceRequest>>,
    ) -> Result<Response<Project>, Status> {
        let caller = caller_of(&request)?;
        let uploading = Box::pin(self.api.upload_source(&caller, request.into_inner()));
        let outcome = tokio::time::timeout(UPLOAD_TIME_MAX, uploading).await.unwrap_or_else(|_| Err(late()));
        let outcome = self.api.noted(&caller, "upload_source", outcome).await;
        outcome.map(Response::new).map_err(Status::from)
    }

    type DownloadSourceStream = GrpcStream<DownloadSourceResponse>;
    async fn download_source(
        &self,
        request: Request<DownloadSourceRequest>,
    ) -> Result<Response<Self::DownloadSourceStream>, Status> {
        let caller = caller_of(&request)?;
        let outcome = Box::pin(self.api.download_source(&caller, request.into_inner())).await;
        let outcome = self.api.noted(&caller, "download_source", outcome).await;
        outcome.map(|stream| Response::new(grpc_stream(stream))).map_err(Status::from)
    }

    type DownloadSnapshotStream = GrpcStream<DownloadSnapshotResponse>;
    async fn download_snapshot(
        &self,
        request: Request<DownloadSnapshotRequest>,
    ) -> Result<Response<Self::DownloadSnapshotStream>, Status> {
        let caller = caller_of(&request)?;
        let outcome = Box::pin(self.api.download_snapshot(&caller, request.into_inner())).await;
        let outcome = self.api.noted(&caller, "download_snapshot", outcome).await;
        outcome.map(|stream| Response::new(grpc_stream(stream))).map_err(Status::from)
    }
}

impl ControlApi {
    async fn upload_source(
        &self,
        caller: &Caller,
        mut pieces: Streaming<UploadSourceRequest>,
    ) -> Result<Project, Failure> {
        let Some(Kind::Header(header)) = next_piece(&mut pieces, HEADER_TIME_MAX).await? else {
            return Err(Failure::invalid("the first piece of an upload is its header"));
        };
        let project = find_project(self.database(), &header.project).await?;
        caller.check(Access::Change, &project.id)?;
        let source = checked_source(&header)?;
        let _slot = self.stream_slot()?;
        let mut upload = BundleUpload::begin(self.hub().blobs(), BundleKind::Source).await?;
        if let Err(failure) = receive(&mut pieces, &mut upload).await {
            upload.abort().await;
            return Err(failure);
        }
        let announced = Some((header.digest.as_str(), header.size_bytes));
        // Until a row names it, the sweep must not take it for forgotten.
        let _held = self.hub().blob_gate().read().await;
        let blob = upload.finish(&project.id, announced).await?;
        self.keep_source(&project, source, &blob).await
    }

    async fn keep_source(
        &self,
        project: &Project,
        source: WorkspaceSource,
        blob: &Blob,
    ) -> Result<Project, Failure> {
        let source = WorkspaceSource { blob_id: blob.id.clone(), size_bytes: blob.size_bytes, ..source };
        let changed = Project { source: Some(source), ..project.clone() };
        let commit = CommitBuilder::new()
            .exists::<Project>(&project.id)
            // Written anew, it is young again.
            .delete::<Blob>(&blob.id, "")
            .insert_if_absent(blob);
        self.hub().commit(commit.update(&changed, &["source"])).await?;
        self.database().require(&project.id).await
    }

    async fn download_source(
        &self,
        caller: &Caller,
        request: DownloadSourceRequest,
    ) -> Result<MessageStream<DownloadSourceResponse>, Failure> {
        let project = find_project(self.database(), &request.project).await?;
        caller.check(Access::View, &project.id)?;
        let Some(source) = project.source.filter(|source| !source.blob_id.is_empty()) else {
            let text = format!("project {} has no repository", project.name);
            return Err(Failure::new(ErrorKind::NotFound, "BUNDLE_NOT_FOUND", text));
        };
        self.download(&source.blob_id, |data| DownloadSourceResponse { data: data.into() }).await
    }

    async fn download_snapshot(
        &self,
        caller: &Caller,
        request: DownloadSnapshotRequest,
    ) -> Result<MessageStream<DownloadSnapshotResponse>, Failure> {
        let checkpoint = self.checkpoint(caller, Access::View, &request.checkpoint_id).await?;
        let Some(workspace) = checkpoint.workspace else {
            let text = format!("checkpoint {} has no workspace that is a git repository", checkpoint.id);
            return Err(Failure::new(ErrorKind::NotFound, "BUNDLE_NOT_FOUND", text));
        };
        if workspace.blob_id.is_empty() {
            let text = format!("the workspace of checkpoint {} has not arrived yet", checkpoint.id);
            return Err(Failure::new(ErrorKind::Unavailable, "BUNDLE_NOT_HERE", text));
        }
        self.download(&workspace.blob_id, |data| DownloadSnapshotResponse { data: data.into() }).await
    }

    async fn download<T: Send + 'static>(
        &self,
        blob_id: &str,
        message: fn(Bytes) -> T,
    ) -> Result<MessageStream<T>, Failure> {
        let slot = self.stream_slot()?;
        let blob = require_blob(self.hub(), blob_id).await?;
        let pieces = BundleReader::open(self.hub(), &blob).await?.into_pieces();
        Ok(Box::pin(pieces.map(move |piece| {
            let _held = &slot;
            piece.map(message)
        })))
    }
}

/// Takes the bundle in until the caller has sent everything.
async fn receive(
    pieces: &mut Streaming<UploadSourceRequest>,
    upload: &mut BundleUpload,
) -> Result<(), Failure> {
    loop {
        match next_piece(pieces, PIECE_TIME_MAX).await? {
            Some(Kind::Data(data)) if data.len() > PIECE_BYTES_MAX => {
                return Err(Failure::invalid(format!("a piece has at most {PIECE_BYTES_MAX} bytes")));
            }
            Some(Kind::Data(data)) => upload.write(&Bytes::from(data)).await?,
            Some(Kind::Header(_)) => return Err(Failure::invalid("an upload has one header")),
            None => return Ok(()),
        }
    }
}

/// The next piece that says something; `None` at the end.
async fn next_piece(
    pieces: &mut Streaming<UploadSourceRequest>,
    limit: Duration,
) -> Result<Option<Kind>, Failure> {
    let piece = tokio::time::timeout(limit, pieces.next()).await.map_err(|_| late())?;
    match piece.transpose().map_err(Failure::from)? {
        None => Ok(None),
        Some(UploadSourceRequest { kind: Some(kind) }) => Ok(Some(kind)),
        Some(UploadSourceRequest { kind: None }) => Err(Failure::invalid("a piece of the upload is empty")),
    }
}

fn late() -> Failure {
    Failure::new(ErrorKind::DeadlineExceeded, "BODY_LATE", "the bundle did not come in time")
}

/// What the caller says of the repository, as far as it can be kept.
fn checked_source(header: &SourceHeader) -> Result<WorkspaceSource, Failure> {
    let invalid = |field: &str, text: &str| Failure::invalid(format!("{field} {text}")).with("field", field);
    let source = header.source.clone().ok_or_else(|| invalid("source", "is missing"))?;
    for (field, name) in [("base_commit", &source.base_commit), ("head_commit", &source.head_commit)] {
        if !is_object_name(name) {
            return Err(invalid(field, "is a whole object name in lower-case hexadecimal"));
        }
    }
    let is_short = |text: &str, length_max| text.len() <= length_max && !text.chars().any(char::is_control);
    if !is_short(&source.origin, ORIGIN_BYTES_MAX) || !is_short(&source.branch, BRANCH_BYTES_MAX) {
        return Err(invalid("source", "holds a text that is too long or no text"));
    }
    let authority = source.origin.split_once("://").map(|(_, rest)| rest.split('/').next().unwrap_or(rest));
    if authority.and_then(|text| text.rsplit_once('@')).is_some_and(|(user, _)| user.contains(':')) {
        return Err(invalid("origin", "holds a password; leave it out"));
    }
    let is_digest = header.digest.len() == 64 && is_object_name(&header.digest);
    if !is_digest || u64::try_from(header.size_bytes).map_or(true, |size| size == 0) {
        return Err(invalid("digest", "and size_bytes describe the bundle"));
    }
    if u64::try_from(header.size_bytes).is_ok_and(|size| size > SOURCE_BYTES_MAX) {
        let text = format!("the history of a project has at most {} GiB", SOURCE_BYTES_MAX >> 30);
        return Err(Failure::new(ErrorKind::LimitExceeded, "BUNDLE_TOO_LARGE", text));
    }
    Ok(source)
}
