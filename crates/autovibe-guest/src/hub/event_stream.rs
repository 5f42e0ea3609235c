//! Reads server-sent events.

/// An event longer than this is no command.
const MAX_EVENT_BYTES: usize = 4 * 1024 * 1024;

/// Collects the data of events from pieces of any size.
///
/// Source: HTML standard, "Server-sent events", as far as `data` fields and comments go.
#[derive(Debug, Default)]
pub(super) struct EventStream {
    line: Vec<u8>,
    data: Option<Vec<u8>>,
}

/// An event was longer than the limit.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct EventTooLong;

impl EventStream {
    /// Takes a piece in and returns the events that it completes.
    pub(super) fn feed(&mut self, piece: &[u8]) -> Result<Vec<Vec<u8>>, EventTooLong> {
        let mut events = Vec::new();
        for byte in piece {
            if *byte != b'\n' {
                self.line.push(*byte);
                continue;
            }
            let line = std::mem::take(&mut self.line);
            let line = line.strip_suffix(b"\r").unwrap_or(&line);
            if line.is_empty() {
                events.extend(self.data.take());
            } else if let Some(value) = line.strip_prefix(b"data:") {
                let value = value.strip_prefix(b" ").unwrap_or(value);
                match &mut self.data {
                    Some(data) => {
                        data.push(b'\n');
                        data.extend_from_slice(value);
                    }
                    None => self.data = Some(value.to_vec()),
                }
            }
        }
        let held = self.line.len() + self.data.as_ref().map_or(0, Vec::len);
        if held > MAX_EVENT_BYTES { Err(EventTooLong) } else { Ok(events) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_are_put_together_from_any_pieces() {
        let text = b": hello\n\nid: 1\ndata: {\"a\":\ndata: 1}\r\n\r\ndata:x\n\n";
        for size in 1..text.len() {
            let mut stream = EventStream::default();
            let events: Vec<_> = text.chunks(size).flat_map(|piece| stream.feed(piece).unwrap()).collect();
            assert_eq!(events, [b"{\"a\":\n1}".to_vec(), b"x".to_vec()], "{size}");
        }
    }

    #[test]
    fn an_endless_event_is_refused() {
        let mut stream = EventStream::default();
        assert_eq!(stream.feed(&vec![b'x'; MAX_EVENT_BYTES + 1]), Err(EventTooLong));
    }
}
