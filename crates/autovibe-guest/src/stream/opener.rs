//! Opens a stream towards the Hub and serves it.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use autovibe_proto::guest::v1::stream_frame::Kind as FrameKind;
use autovibe_proto::guest::v1::stream_open::Kind;
use autovibe_proto::guest::v1::{OpenStreamCommand, StreamEnd};
use bytes::Bytes;
use http::Method;
use http_body_util::{BodyExt as _, StreamBody};
use hyper::body::Frame;
use tokio::sync::{Semaphore, mpsc};
use tokio_stream::StreamExt as _;
use tokio_stream::wrappers::ReceiverStream;

use super::exec::run_exec;
use super::file::{run_get_file, run_put_file};
use super::frame::FrameDecoder;
use super::peer::{Outgoing, Peer};
use super::port::run_port;
use crate::config::GuestConfig;
use crate::error::GuestError;
use crate::hub::HubLink;

const MAX_STREAMS: usize = 64;
/// A repeated command must not open a stream again.
const MAX_KNOWN: usize = 256;
const CONNECTION_WAIT: Duration = Duration::from_secs(10);
/// After our last frame the Hub has this long to end its side.
const LAST_WORDS: Duration = Duration::from_secs(5);
/// Frames in flight per direction; more waits in the program's own pipe.
const QUEUE_FRAMES: usize = 16;

/// Opens streams; cheap to clone.
#[derive(Debug, Clone)]
pub(crate) struct Streams {
    config: Arc<GuestConfig>,
    link: Arc<HubLink>,
    places: Arc<Semaphore>,
    known: Arc<Mutex<VecDeque<String>>>,
}

impl Streams {
    /// Without any stream yet.
    pub(crate) fn new(config: GuestConfig, link: Arc<HubLink>) -> Streams {
        Streams {
            config: Arc::new(config),
            link,
            places: Arc::new(Semaphore::new(MAX_STREAMS)),
            known: Arc::default(),
        }
    }

    /// Opens a stream in the background.
    pub(crate) fn open(&self, command: OpenStreamCommand) {
        if !self.is_new(&command.stream_id) {
            return;
        }
        let streams = self.clone();
        tokio::spawn(async move {
            let stream_id = command.stream_id.clone();
            if let Err(error) = streams.serve(command).await {
                tracing::warn!(error = error.chain(), stream.id = stream_id, "stream");
            }
        });
    }

    fn is_new(&self, stream_id: &str) -> bool {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.iter().any(|id| id == stream_id) {
            return false;
        }
        known.push_back(stream_id.to_owned());
        let excess = known.len().saturating_sub(MAX_KNOWN);
        known.drain(..excess);
        true
    }

    async fn serve(&self, command: OpenStreamCommand) -> Result<(), GuestError> {
        let session = self.link.session(CONNECTION_WAIT).await?;
        let (sender, pieces) = mpsc::channel::<Bytes>(QUEUE_FRAMES);
        let body = StreamBody::new(ReceiverStream::new(pieces).map(|piece| Ok(Frame::data(piece))));
        let request = session
            .request(Method::POST, &format!("/guest/v1/streams/{}", command.stream_id))
            .header(http::header::CONTENT_TYPE, "application/octet-stream")
            .body(body.boxed_unsync())
            .map_err(GuestError::unreachable)?;
        let (frames, incoming) = mpsc::channel(QUEUE_FRAMES);
        let mut reading = tokio::spawn(async move {
            let response = session.send(request).await?;
            if !response.status().is_success() {
                let status = response.status().as_u16();
                return Err(GuestError::Refused { path: "streams".to_owned(), status, text: String::new() });
            }
            read_frames(response.into_body(), frames).await
        });
        let outgoing = Outgoing(sender);
        let end = match Arc::clone(&self.places).try_acquire_owned() {
            Ok(place) => {
                let peer = Peer { incoming, outgoing: outgoing.clone() };
                let ended = Box::pin(self.serve_kind(command.open.and_then(|open| open.kind), peer)).await;
                drop(place);
                ended.unwrap_or_else(|error| StreamEnd { exit_code: 126, failure: error.chain() })
            }
            Err(_) => StreamEnd { exit_code: 126, failure: "too many streams are open".to_owned() },
        };
        outgoing.send(FrameKind::End(end)).await;
        drop(outgoing);
        let Ok(read) = tokio::time::timeout(LAST_WORDS, &mut reading).await else {
            reading.abort();
            return Ok(());
        };
        read.map_err(GuestError::unreachable)?
    }

    async fn serve_kind(&self, kind: Option<Kind>, peer: Peer) -> Result<StreamEnd, GuestError> {
        match kind {
            Some(Kind::Exec(open)) => run_exec(&self.config, open, peer).await,
            Some(Kind::PutFile(open)) => run_put_file(&self.config, open, peer).await,
            Some(Kind::GetFile(open)) => run_get_file(&self.config, open, peer).await,
            Some(Kind::Port(open)) => run_port(open, peer).await,
            None => Err(GuestError::Config("this guest does not know the kind of stream".to_owned())),
        }
    }
}

async fn read_frames(
    mut body: hyper::body::Incoming,
    frames: mpsc::Sender<FrameKind>,
) -> Result<(), GuestError> {
    let mut decoder = FrameDecoder::default();
    while let Some(piece) = body.frame().await {
        let Ok(data) = piece.map_err(GuestError::unreachable)?.into_data() else { continue };
        decoder.feed(&data);
        while let Some(kind) =
            decoder.next_kind().map_err(|_| GuestError::unreachable("the stream's frames cannot be read"))?
        {
            if frames.send(kind).await.is_err() {
                // Nobody wants more; what still comes is read and thrown away, so that the stream ends cleanly.
                break;
            }
        }
    }
    Ok(())
}
