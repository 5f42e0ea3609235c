//! Sends the workspace of each Checkpoint to the Hub, in the background and until the Hub has it.
//!
//! What is still to be sent stands in refs of the repository, so a restarted guest, a restored Machine and a fork
//! know it; the Hub tells those apart that have nothing to send.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use autovibe_proto::guest::v1::Accepted;
use bytes::Bytes;
use http::Method;
use http_body_util::{BodyExt as _, Limited, StreamBody};
use hyper::body::Frame;
use tokio::io::AsyncReadExt as _;
use tokio::sync::{Notify, mpsc, watch};
use tokio_stream::StreamExt as _;
use tokio_stream::wrappers::ReceiverStream;

use super::download::TemporaryFile;
use super::errand::Errands;
use super::program::Waiting;
use crate::config::GuestConfig;
use crate::error::GuestError;
use crate::hub::{Body, HubLink, Session, empty_body};

/// As the Hub's own limit.
const BUNDLE_BYTES_MAX: u64 = 256 << 20;
/// Listing and marking.
const ERRAND_LIMIT: Duration = Duration::from_secs(30);
/// Packing a large history under emulation.
const PACK_LIMIT: Duration = Duration::from_secs(600);
const SEND_LIMIT: Duration = Duration::from_secs(600);
const CONNECTION_WAIT: Duration = Duration::from_secs(600);
const BACKOFF_MIN: Duration = Duration::from_secs(1);
const BACKOFF_MAX: Duration = Duration::from_secs(60);
const PIECE_BYTES: usize = 64 * 1024;
const ANSWER_BYTES_MAX: usize = 64 * 1024;

/// Wakes the sender.
#[derive(Debug, Clone, Default)]
pub(crate) struct Outbox {
    wake: Arc<Notify>,
}

/// What the Hub says to a bundle.
#[derive(Debug, PartialEq, Eq)]
enum Answer {
    /// It has it.
    Taken,
    /// It wants to see it.
    Wanted,
    /// It will never take it.
    Unwanted(String),
}

impl Outbox {
    /// There may be something to send.
    pub(crate) fn wake(&self) {
        self.wake.notify_one();
    }

    /// Sends; ends never.
    pub(crate) async fn run(self, config: GuestConfig, errands: Errands, link: Arc<HubLink>) {
        let mut backoff = BACKOFF_MIN;
        let mut sessions = link.sessions();
        loop {
            match send_waiting(&config, &errands, &link).await {
                Ok(()) => {
                    backoff = BACKOFF_MIN;
                    tokio::select! {
                        () = self.wake.notified() => {}
                        // A restored Machine goes on without being told, with what it had not sent then.
                        () = greeting(&mut sessions) => {}
                    }
                }
                Err(error) => {
                    tracing::warn!(error = error.chain(), "a workspace is sent again");
                    tokio::time::sleep(backoff).await;
                    backoff = (backoff * 2).min(BACKOFF_MAX);
                }
            }
        }
    }
}

/// Waits for the next connection.
async fn greeting(sessions: &mut watch::Receiver<Option<Session>>) {
    while sessions.changed().await.is_ok() {
        if sessions.borrow_and_update().is_some() {
            return;
        }
    }
    std::future::pending().await
}

async fn send_waiting(config: &GuestConfig, errands: &Errands, link: &HubLink) -> Result<(), GuestError> {
    if errands.is_blank() {
        return Ok(());
    }
    let waiting: Waiting = errands.ask(&["waiting"], ERRAND_LIMIT).await?;
    for checkpoint_id in &waiting.checkpoint_ids {
        send_one(config, errands, link, &waiting.base, checkpoint_id).await?;
    }
    Ok(())
}

async fn send_one(
    config: &GuestConfig,
    errands: &Errands,
    link: &HubLink,
    base: &str,
    checkpoint_id: &str,
) -> Result<(), GuestError> {
    let path = format!("/guest/v1/checkpoints/{checkpoint_id}/workspace?base={base}");
    // A restored Machine and a fork have refs of what was sent in another life: asked first, nothing is packed.
    let mut answer = put(link, &path, empty_body()).await?;
    if answer == Answer::Wanted {
        let file = TemporaryFile::in_folder(&config.bundle_folder(), "checkpoint.bundle")?;
        let packing = ["pack", "--checkpoint", checkpoint_id];
        answer = match errands.write(&packing, file.path(), BUNDLE_BYTES_MAX, PACK_LIMIT).await {
            Ok(()) => put(link, &path, file_body(file.path()).await?).await?,
            Err(error @ GuestError::TooLarge(_)) => Answer::Unwanted(error.to_string()),
            Err(error) => return Err(error),
        };
    }
    match answer {
        Answer::Taken => tracing::info!(checkpoint_id, "the workspace was sent"),
        Answer::Wanted => return Err(GuestError::unreachable("the hub takes no bundle of this workspace")),
        Answer::Unwanted(why) => tracing::info!(checkpoint_id, why, "the workspace is not sent"),
    }
    let ran = errands.run(&["sent", "--checkpoint", checkpoint_id], ERRAND_LIMIT).await?;
    if ran.status.success() { Ok(()) } else { Err(GuestError::Git(ran.errors)) }
}

async fn put(link: &HubLink, path: &str, body: Body) -> Result<Answer, GuestError> {
    let session = link.session(CONNECTION_WAIT).await?;
    let request = session
        .request(Method::PUT, path)
        .header(http::header::CONTENT_TYPE, "application/x-git-bundle")
        .body(body)
        .map_err(GuestError::unreachable)?;
    let exchange = async {
        let (parts, body) = session.send(request).await?.into_parts();
        let collected = Limited::new(body, ANSWER_BYTES_MAX).collect().await;
        Ok::<_, GuestError>((parts.status, collected.map_err(GuestError::unreachable)?.to_bytes()))
    };
    let (status, bytes) = tokio::time::timeout(SEND_LIMIT, exchange)
        .await
        .map_err(|_| GuestError::unreachable("the bundle was not taken in time"))??;
    let text: String = String::from_utf8_lossy(&bytes).chars().take(300).collect();
    if status.is_success() {
        let _: Accepted = serde_json::from_slice(&bytes)
            .map_err(|source| GuestError::Answer { path: path.to_owned(), source })?;
        return Ok(Answer::Taken);
    }
    match status.as_u16() {
        400 => Ok(Answer::Wanted),
        // A life that is over says nothing about the Checkpoint; the next greeting brings another.
        409 if text.contains("STALE_INCARNATION") => Err(refused(path, status.as_u16(), text)),
        404 | 409 | 413 => Ok(Answer::Unwanted(text)),
        code => Err(refused(path, code, text)),
    }
}

fn refused(path: &str, status: u16, text: String) -> GuestError {
    GuestError::Refused { path: path.to_owned(), status, text }
}

/// A file as a body, read as it is sent.
async fn file_body(path: &Path) -> Result<Body, GuestError> {
    let mut file = fs_err::tokio::File::open(path).await.map_err(GuestError::file("read a bundle"))?;
    let (sender, pieces) = mpsc::channel::<Result<Bytes, std::io::Error>>(4);
    tokio::spawn(async move {
        loop {
            let mut piece = vec![0; PIECE_BYTES];
            let read = file.read(&mut piece).await.map(|length| {
                piece.truncate(length);
                Bytes::from(piece)
            });
            // A body that breaks off is refused by the Hub, so an error must arrive as one.
            let is_last = !matches!(&read, Ok(bytes) if !bytes.is_empty());
            let is_end = matches!(&read, Ok(bytes) if bytes.is_empty());
            if is_end || sender.send(read).await.is_err() || is_last {
                return;
            }
        }
    });
    let frames = ReceiverStream::new(pieces).map(|piece| piece.map(Frame::data));
    Ok(StreamBody::new(frames).map_err(Into::into).boxed_unsync())
}
