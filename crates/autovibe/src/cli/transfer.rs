//! Bundles between this computer and the Hub, and how an impatient user ends it.

use std::io::{IsTerminal as _, Write as _};
use std::path::Path;

use autovibe_proto::hub::v1::upload_source_request::Kind as Piece;
use autovibe_proto::hub::v1::workspace_service_client::WorkspaceServiceClient;
use autovibe_proto::hub::v1::{
    DownloadSnapshotRequest, DownloadSourceRequest, SourceHeader, UploadSourceRequest,
};
use autovibe_proto::v1::Project;
use autovibe_proto::{ErrorKind, Failure};
use tokio::io::AsyncReadExt as _;
use tokio::sync::mpsc;
use tokio_stream::wrappers::ReceiverStream;

use super::error::CliError;
use super::output::size;
use crate::client::HubChannel;
use crate::workspace::{HostGit, WorkspaceError};

/// Bytes of one piece; the Hub takes up to 1 MiB.
const PIECE_BYTES: usize = 512 * 1024;

/// Pieces that may wait for the network.
const PIECE_BACKLOG: usize = 8;

/// Exit code of a program that ended by ctrl-c.
const INTERRUPTED: u8 = 130;

/// A client for bundles.
pub(crate) type Workspaces = WorkspaceServiceClient<HubChannel>;

/// The user's git, which tells its progress on a terminal.
pub(crate) fn host_git() -> HostGit {
    HostGit { environment: Vec::new(), shows_progress: std::io::stderr().is_terminal() }
}

/// Does the work, or ends it in good order at ctrl-c: temporary folders go.
pub(crate) async fn interruptible<T>(work: impl Future<Output = Result<T, CliError>>) -> Result<T, CliError> {
    tokio::select! {
        result = work => result,
        signal = tokio::signal::ctrl_c() => {
            signal?;
            Err(CliError::Program(INTERRUPTED))
        }
    }
}

/// Sends the bundle of a Project.
pub(crate) async fn upload(
    workspaces: &mut Workspaces,
    header: SourceHeader,
    bundle: &Path,
) -> Result<Project, CliError> {
    let (send, pieces) = mpsc::channel(PIECE_BACKLOG);
    let mut file = tokio::fs::File::open(bundle).await?;
    let mut meter = Meter::new("uploading", header.size_bytes);
    let feed = async move {
        let first = UploadSourceRequest { kind: Some(Piece::Header(header)) };
        let mut piece = Some(first);
        while let Some(next) = piece.take() {
            // The Hub has ended the call: its answer says why.
            if send.send(next).await.is_err() {
                break;
            }
            let mut data = vec![0; PIECE_BYTES];
            let count = file.read(&mut data).await?;
            data.truncate(count);
            meter.add(count);
            piece = (count > 0).then_some(UploadSourceRequest { kind: Some(Piece::Data(data)) });
        }
        Ok::<(), CliError>(())
    };
    let call = async {
        Ok::<_, CliError>(workspaces.upload_source(ReceiverStream::new(pieces)).await?.into_inner())
    };
    let (fed, answer) = tokio::join!(feed, call);
    // A file that could not be read to its end makes the Hub refuse; the cause is here.
    fed?;
    answer
}

/// Fetches the bundle of a Project into a file.
pub(crate) async fn download_source(
    workspaces: &mut Workspaces,
    project: String,
    to: &Path,
    bytes_max: u64,
) -> Result<(), CliError> {
    let mut pieces = workspaces.download_source(DownloadSourceRequest { project }).await?.into_inner();
    let mut file = BundleFile::create(to, bytes_max)?;
    while let Some(piece) = pieces.message().await? {
        file.add(&piece.data)?;
    }
    file.finish()
}

/// Fetches the bundle of a Checkpoint into a file.
pub(crate) async fn download_snapshot(
    workspaces: &mut Workspaces,
    checkpoint_id: String,
    to: &Path,
    bytes_max: u64,
) -> Result<(), CliError> {
    let request = DownloadSnapshotRequest { checkpoint_id };
    let mut pieces = workspaces.download_snapshot(request).await?.into_inner();
    let mut file = BundleFile::create(to, bytes_max)?;
    while let Some(piece) = pieces.message().await? {
        file.add(&piece.data)?;
    }
    file.finish()
}

/// A bundle that arrives, up to a limit.
#[derive(Debug)]
pub(crate) struct BundleFile {
    file: std::io::BufWriter<fs_err::File>,
    bytes: u64,
    bytes_max: u64,
    meter: Meter,
}

impl BundleFile {
    /// Makes the file.
    pub(crate) fn create(path: &Path, bytes_max: u64) -> Result<BundleFile, CliError> {
        let file = std::io::BufWriter::new(fs_err::File::create_new(path)?);
        Ok(BundleFile { file, bytes: 0, bytes_max, meter: Meter::new("fetching", 0) })
    }

    /// Adds a piece.
    pub(crate) fn add(&mut self, data: &[u8]) -> Result<(), CliError> {
        self.bytes += data.len() as u64;
        if self.bytes > self.bytes_max {
            return Err(WorkspaceError::BundleTooLarge { limit_bytes: self.bytes_max }.into());
        }
        self.meter.add(data.len());
        Ok(self.file.write_all(data)?)
    }

    /// Ends the file.
    pub(crate) fn finish(mut self) -> Result<(), CliError> {
        self.file.flush()?;
        if self.bytes == 0 {
            return Err(Failure::new(
                ErrorKind::Unavailable,
                "STREAM_ENDED",
                "the bundle came empty; try again",
            )
            .into());
        }
        Ok(())
    }
}

/// Tells on a terminal how far a transfer is.
#[derive(Debug)]
struct Meter {
    what: &'static str,
    done: i64,
    total: i64,
    told: i64,
    shown: bool,
}

impl Meter {
    fn new(what: &'static str, total: i64) -> Meter {
        Meter { what, done: 0, total, told: 0, shown: false }
    }

    fn add(&mut self, count: usize) {
        self.done += i64::try_from(count).unwrap_or(0);
        // Small transfers are over before a line about them could be read.
        if self.done - self.told < (4 << 20) || !std::io::stderr().is_terminal() {
            return;
        }
        self.told = self.done;
        self.shown = true;
        let of = if self.total > 0 { format!(" of {}", size(self.total)) } else { String::new() };
        let _ = write!(std::io::stderr(), "\r\x1b[2K{} {}{of}", self.what, size(self.done));
    }
}

impl Drop for Meter {
    fn drop(&mut self) {
        if self.shown {
            let _ = write!(std::io::stderr(), "\r\x1b[2K");
        }
    }
}
