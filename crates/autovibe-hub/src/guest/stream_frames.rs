//! Frames of a stream on the guest channel: each one with its length before it.

use autovibe_proto::guest::v1::StreamFrame;
use autovibe_proto::guest::v1::stream_frame::Kind;
use bytes::{Buf as _, Bytes, BytesMut};
use prost::Message as _;

/// A frame holds a piece, not a file.
const FRAME_LENGTH_MAX: usize = 1024 * 1024;

/// Why what a guest sends is no stream of frames.
#[derive(Debug, thiserror::Error)]
pub(crate) enum FrameDenied {
    /// Too large.
    #[error("a frame of {0} bytes is larger than {FRAME_LENGTH_MAX}")]
    TooLarge(usize),
    /// Not a frame.
    #[error("decode a frame")]
    Malformed(#[source] prost::DecodeError),
}

/// Cuts bytes into frames.
#[derive(Debug, Default)]
pub(crate) struct FrameReader {
    buffer: BytesMut,
}

impl FrameReader {
    /// Adds bytes as they came.
    pub(crate) fn push(&mut self, bytes: &[u8]) {
        self.buffer.extend_from_slice(bytes);
    }

    /// The next whole frame; `None` until more bytes come.
    pub(crate) fn next_frame(&mut self) -> Result<Option<StreamFrame>, FrameDenied> {
        let mut view = &self.buffer[..];
        let length = match prost::decode_length_delimiter(&mut view) {
            Ok(length) => length,
            // A length has ten bytes at most, so a short buffer may just be incomplete.
            Err(_) if self.buffer.len() < 10 => return Ok(None),
            Err(error) => return Err(FrameDenied::Malformed(error)),
        };
        if length > FRAME_LENGTH_MAX {
            return Err(FrameDenied::TooLarge(length));
        }
        if view.len() < length {
            return Ok(None);
        }
        let header = self.buffer.len() - view.len();
        self.buffer.advance(header);
        let frame = self.buffer.split_to(length).freeze();
        StreamFrame::decode(frame).map(Some).map_err(FrameDenied::Malformed)
    }
}

/// A frame as it travels.
pub(crate) fn encode_frame(frame: &StreamFrame) -> Bytes {
    frame.encode_length_delimited_to_vec().into()
}

/// True for frames that a guest may send.
pub(crate) fn is_from_guest(frame: &StreamFrame) -> bool {
    matches!(frame.kind, Some(Kind::Output(_) | Kind::ErrorOutput(_) | Kind::End(_)))
}

/// True for frames that a client may send after the first one.
pub(crate) fn is_from_client(frame: &StreamFrame) -> bool {
    matches!(frame.kind, Some(Kind::Input(_) | Kind::InputEnd(_) | Kind::Resize(_) | Kind::Signal(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(length: usize) -> StreamFrame {
        StreamFrame { kind: Some(Kind::Output(vec![7; length])) }
    }

    #[test]
    fn frames_are_found_however_the_bytes_are_cut() {
        let frames = [frame(0), frame(1), frame(300), frame(70_000)];
        let bytes: Vec<u8> = frames.iter().flat_map(|frame| encode_frame(frame).to_vec()).collect();
        for size in [1, 3, 4096, bytes.len()] {
            let mut reader = FrameReader::default();
            let mut found = Vec::new();
            for piece in bytes.chunks(size) {
                reader.push(piece);
                while let Some(frame) = reader.next_frame().unwrap() {
                    found.push(frame);
                }
            }
            assert_eq!(found, frames, "{size}");
        }
    }

    #[test]
    fn a_giant_is_refused_before_it_is_held() {
        let mut reader = FrameReader::default();
        reader.push(&encode_frame(&frame(FRAME_LENGTH_MAX))[..16]);
        assert!(matches!(reader.next_frame(), Err(FrameDenied::TooLarge(_))));
    }
}
