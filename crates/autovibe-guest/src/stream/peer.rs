//! The other side of a stream, behind the Hub.

use autovibe_proto::guest::v1::stream_frame::Kind;
use bytes::Bytes;
use tokio::sync::mpsc;

use super::frame::encode_frame;

/// Size of the pieces that bytes are sent in.
pub(super) const PIECE_BYTES: usize = 32 * 1024;

/// Sends frames to the other side; cheap to clone.
#[derive(Debug, Clone)]
pub(super) struct Outgoing(pub(super) mpsc::Sender<Bytes>);

impl Outgoing {
    /// Sends a frame, as fast as the other side takes it; false when it is gone.
    pub(super) async fn send(&self, kind: Kind) -> bool {
        self.0.send(encode_frame(kind)).await.is_ok()
    }

    /// Waits until the other side is gone.
    pub(super) async fn closed(&self) {
        self.0.closed().await;
    }
}

/// Both directions.
#[derive(Debug)]
pub(super) struct Peer {
    /// Frames from the other side; the end without an end-of-input frame means that it is gone.
    pub(super) incoming: mpsc::Receiver<Kind>,
    /// Frames to the other side.
    pub(super) outgoing: Outgoing,
}
