//! Moves bytes from a reader into frames.

use autovibe_proto::guest::v1::stream_frame::Kind;
use tokio::io::{AsyncRead, AsyncReadExt as _};

use super::peer::{Outgoing, PIECE_BYTES};

/// Sends everything that can be read; ends with the reader or with the other side.
///
/// # Errors
/// What the reader reports.
pub(super) async fn pump(
    mut reader: impl AsyncRead + Unpin,
    outgoing: Outgoing,
    kind: fn(Vec<u8>) -> Kind,
) -> Result<(), std::io::Error> {
    let mut piece = vec![0; PIECE_BYTES];
    loop {
        let length = reader.read(&mut piece).await?;
        if length == 0 || !outgoing.send(kind(piece[..length].to_vec())).await {
            return Ok(());
        }
    }
}
