//! Fetches the bundle of the Project's repository onto the Machine's disk.

use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use http::Method;
use http_body_util::BodyExt as _;
use tokio::io::AsyncWriteExt as _;

use crate::config::GuestConfig;
use crate::error::GuestError;
use crate::hub::{HubLink, empty_body};

/// Without a connection for this long the Hub asks again.
const CONNECTION_WAIT: Duration = Duration::from_secs(30);
/// A connection that brings nothing for this long is dead.
const PIECE_LIMIT: Duration = Duration::from_secs(60);
/// A bundle takes at most this long, as the Hub's own limit for the whole order says.
const DOWNLOAD_LIMIT: Duration = Duration::from_secs(600);

/// Why a bundle is not here.
#[derive(Debug)]
pub(super) enum Download {
    /// The connection or the Hub went away; trying again helps.
    Lost(GuestError),
    /// Trying again does not help.
    Failed(GuestError),
}

/// A file that goes when it is dropped.
#[derive(Debug)]
pub(super) struct TemporaryFile(PathBuf);

impl TemporaryFile {
    /// A place for a file in a folder that everybody in the Machine can read.
    pub(super) fn in_folder(folder: &Path, name: &str) -> Result<TemporaryFile, GuestError> {
        let doing = || GuestError::file("make a folder for bundles");
        fs_err::create_dir_all(folder).map_err(doing())?;
        // Git reads it as the coding agent's user.
        fs_err::set_permissions(folder, std::fs::Permissions::from_mode(0o755)).map_err(doing())?;
        Ok(TemporaryFile(folder.join(name)))
    }

    /// Where it is.
    pub(super) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for TemporaryFile {
    fn drop(&mut self) {
        // It may never have been written; one that stays is overwritten the next time.
        let _ = std::fs::remove_file(&self.0);
    }
}

/// Fetches a bundle; what was fetched of it before is fetched anew.
///
/// # Errors
/// [`Download`].
pub(super) async fn fetch_bundle(
    config: &GuestConfig,
    link: &HubLink,
    blob_id: &str,
) -> Result<TemporaryFile, Download> {
    let is_id = !blob_id.is_empty() && blob_id.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'_');
    if !is_id {
        return Err(Download::Failed(GuestError::Config(format!("{blob_id:?} is no bundle"))));
    }
    let folder = config.bundle_folder();
    let file = TemporaryFile::in_folder(&folder, "source.bundle").map_err(Download::Failed)?;
    let path = format!("/guest/v1/blobs/{blob_id}");
    match tokio::time::timeout(DOWNLOAD_LIMIT, fetch(link, &path, file.path())).await {
        Ok(fetched) => fetched.map(|()| file),
        Err(_) => Err(Download::Lost(GuestError::unreachable("the bundle did not come in time"))),
    }
}

async fn fetch(link: &HubLink, path: &str, file: &Path) -> Result<(), Download> {
    let doing = || {
        let wrap = GuestError::file("write the bundle");
        move |source| Download::Failed(wrap(source))
    };
    let lost = |error: String| Download::Lost(GuestError::unreachable(error));
    let session = link.session(CONNECTION_WAIT).await.map_err(Download::Lost)?;
    let request =
        session.request(Method::GET, path).body(empty_body()).map_err(|error| lost(error.to_string()))?;
    let answered = tokio::time::timeout(PIECE_LIMIT, session.send(request)).await;
    let response = answered.map_err(|_| lost("no answer in time".to_owned()))?.map_err(Download::Lost)?;
    let status = response.status();
    if !status.is_success() {
        let refused = GuestError::Refused {
            path: path.to_owned(),
            status: status.as_u16(),
            text: "the hub gives no bundle".to_owned(),
        };
        // 404 stays; a token of a former life, a Hub that starts and a full Hub pass.
        let is_final = status == http::StatusCode::NOT_FOUND;
        return Err(if is_final { Download::Failed(refused) } else { Download::Lost(refused) });
    }
    let mut target = fs_err::tokio::File::create(file).await.map_err(doing())?;
    let mut body = response.into_body();
    while let Some(frame) = tokio::time::timeout(PIECE_LIMIT, body.frame())
        .await
        .map_err(|_| lost("it stands still".to_owned()))?
    {
        let frame = frame.map_err(|error| lost(error.to_string()))?;
        if let Ok(data) = frame.into_data() {
            target.write_all(&data).await.map_err(doing())?;
        }
    }
    target.flush().await.map_err(doing())
}
