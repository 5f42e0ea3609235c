//! Stream frames on the wire: a Protobuf varint with the length, then the message.

use autovibe_proto::guest::v1::StreamFrame;
use autovibe_proto::guest::v1::stream_frame::Kind;
use bytes::{Buf as _, Bytes, BytesMut};
use prost::Message as _;

/// Frames carry pieces of 32 KiB; anything much longer is no frame.
const MAX_FRAME_BYTES: usize = 4 * 1024 * 1024;

/// Encodes one frame.
pub(super) fn encode_frame(kind: Kind) -> Bytes {
    Bytes::from(StreamFrame { kind: Some(kind) }.encode_length_delimited_to_vec())
}

/// Puts frames together from pieces of any size.
#[derive(Debug, Default)]
pub(super) struct FrameDecoder {
    held: BytesMut,
}

/// The bytes are no frames.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct FrameBroken;

impl FrameDecoder {
    /// Takes a piece in.
    pub(super) fn feed(&mut self, piece: &[u8]) {
        self.held.extend_from_slice(piece);
    }

    /// Returns the next whole frame; `None` until more arrives. A frame of an unknown kind is skipped.
    pub(super) fn next_kind(&mut self) -> Result<Option<Kind>, FrameBroken> {
        loop {
            let Some((length, prefix)) = self.length()? else { return Ok(None) };
            if self.held.len() < prefix + length {
                return Ok(None);
            }
            self.held.advance(prefix);
            let frame = StreamFrame::decode(self.held.split_to(length)).map_err(|_| FrameBroken)?;
            if let Some(kind) = frame.kind {
                return Ok(Some(kind));
            }
        }
    }

    fn length(&self) -> Result<Option<(usize, usize)>, FrameBroken> {
        let mut length = 0_usize;
        for (index, byte) in self.held.iter().take(5).enumerate() {
            length |= usize::from(byte & 0x7f) << (7 * index);
            if byte & 0x80 == 0 {
                return if length > MAX_FRAME_BYTES {
                    Err(FrameBroken)
                } else {
                    Ok(Some((length, index + 1)))
                };
            }
        }
        if self.held.len() >= 5 { Err(FrameBroken) } else { Ok(None) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_survive_any_cutting() {
        let kinds =
            [Kind::Input(vec![7; 300]), Kind::InputEnd(true), Kind::Signal(2), Kind::Input(Vec::new())];
        let bytes: Vec<u8> = kinds.iter().flat_map(|kind| encode_frame(kind.clone())).collect();
        for size in [1, 2, 7, 150, bytes.len()] {
            let mut decoder = FrameDecoder::default();
            let mut decoded = Vec::new();
            for piece in bytes.chunks(size) {
                decoder.feed(piece);
                while let Some(kind) = decoder.next_kind().unwrap() {
                    decoded.push(kind);
                }
            }
            assert_eq!(decoded, kinds, "{size}");
        }
    }

    #[test]
    fn an_endless_length_is_refused() {
        let mut decoder = FrameDecoder::default();
        decoder.feed(&[0xff; 6]);
        assert_eq!(decoder.next_kind(), Err(FrameBroken));
    }
}
