//! Splits a process's output into lines.

use tokio::io::{AsyncBufReadExt as _, AsyncRead, BufReader};

/// Source: measured lines of coding agents reach half a megabyte; the codecs ask for at least this much.
const MAX_LINE_BYTES: usize = 16 * 1024 * 1024;

/// Reads lines of any bytes.
#[derive(Debug)]
pub(super) struct LineReader<R> {
    reader: BufReader<R>,
    line: Vec<u8>,
    limit_bytes: usize,
}

impl<R: AsyncRead + Unpin> LineReader<R> {
    pub(super) fn new(reader: R) -> LineReader<R> {
        LineReader {
            reader: BufReader::with_capacity(64 * 1024, reader),
            line: Vec::new(),
            limit_bytes: MAX_LINE_BYTES,
        }
    }

    /// Returns the next line without its end; `None` at the end.
    ///
    /// A line beyond the limit is cut there and its rest is skipped. Empty lines are skipped.
    pub(super) async fn next_line(&mut self) -> Option<Vec<u8>> {
        loop {
            // A pipe that breaks has no more lines; why it broke shows in the process's exit.
            let piece = self.reader.fill_buf().await.unwrap_or_default();
            if piece.is_empty() {
                let line = std::mem::take(&mut self.line);
                return (!line.is_empty()).then_some(line);
            }
            let end = piece.iter().position(|byte| *byte == b'\n');
            let room = self.limit_bytes - self.line.len().min(self.limit_bytes);
            let content = &piece[..end.unwrap_or(piece.len())];
            self.line.extend_from_slice(&content[..content.len().min(room)]);
            let used = end.map_or(piece.len(), |end| end + 1);
            self.reader.consume(used);
            if end.is_some() {
                let line = std::mem::take(&mut self.line);
                if !line.is_empty() {
                    return Some(line);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn lines_are_cut_at_the_limit_and_the_last_needs_no_end() {
        let text: &[u8] = b"short\n\n0123456789\xff\nlast";
        let mut reader = LineReader { limit_bytes: 8, ..LineReader::new(text) };
        let mut lines = Vec::new();
        while let Some(line) = reader.next_line().await {
            lines.push(line);
        }
        assert_eq!(lines, [b"short".to_vec(), b"01234567".to_vec(), b"last".to_vec()]);
    }
}
