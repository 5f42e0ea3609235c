//! Counts what an Anthropic answer used, from the bytes as they pass.

use serde_json::Value;

use super::price::{ChargedTokens, cost_micros};
use super::usage::Usage;

/// The longest event that is read for its counts; those with counts are far shorter.
const LINE_LENGTH_MAX: usize = 256 * 1024;
/// The largest answer without streaming that is read for its counts.
const DOCUMENT_LENGTH_MAX: usize = 16 * 1024 * 1024;

/// How the cost of an answer is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pricing {
    /// By the price list.
    List,
    /// The scripted provider says it.
    Fixed(i64),
}

/// What one answer used, as far as it has been seen.
#[derive(Debug)]
pub(crate) struct UsageMeter {
    pricing: Pricing,
    is_stream: bool,
    /// The line that is being read, or the whole document.
    pending: Vec<u8>,
    /// True while the rest of a line that is too long is passed over.
    is_skipping: bool,
    model: String,
    tokens: ChargedTokens,
    /// The size of the request: a guess of its tokens when the answer never said them.
    request_length: usize,
    /// Bytes of words seen: a guess of the tokens when the answer breaks off.
    spoken_length: usize,
    has_input: bool,
    has_output: bool,
}

impl UsageMeter {
    /// A meter for an answer to a request of this model and size.
    pub(crate) fn new(pricing: Pricing, is_stream: bool, model: String, request_length: usize) -> Self {
        Self {
            pricing,
            is_stream,
            pending: Vec::new(),
            is_skipping: false,
            model,
            tokens: ChargedTokens::default(),
            request_length,
            spoken_length: 0,
            has_input: false,
            has_output: false,
        }
    }

    /// Takes note of bytes that pass.
    pub(crate) fn observe(&mut self, bytes: &[u8]) {
        if !self.is_stream {
            if self.pending.len() + bytes.len() <= DOCUMENT_LENGTH_MAX {
                self.pending.extend_from_slice(bytes);
            } else {
                self.is_skipping = true;
            }
            return;
        }
        for piece in bytes.split_inclusive(|byte| *byte == b'\n') {
            let is_end = piece.ends_with(b"\n");
            if !self.is_skipping && self.pending.len() + piece.len() <= LINE_LENGTH_MAX {
                self.pending.extend_from_slice(piece);
            } else {
                self.is_skipping = true;
                self.spoken_length += piece.len();
            }
            if is_end {
                if !self.is_skipping {
                    let line = std::mem::take(&mut self.pending);
                    self.observe_line(&line);
                    self.pending = line;
                }
                self.pending.clear();
                self.is_skipping = false;
            }
        }
    }

    fn observe_line(&mut self, line: &[u8]) {
        let Some(data) = line.strip_prefix(b"data:") else { return };
        let Ok(event) = serde_json::from_slice::<Value>(data) else { return };
        match event["type"].as_str() {
            Some("message_start") => {
                self.note_model(&event["message"]);
                self.note_usage(&event["message"]["usage"]);
                self.has_input = true;
            }
            Some("content_block_delta") => {
                let fields = event["delta"].as_object().into_iter().flatten();
                let words =
                    fields.filter(|(name, _)| *name != "type").filter_map(|(_, value)| value.as_str());
                self.spoken_length += words.map(str::len).sum::<usize>();
            }
            Some("message_delta") => {
                self.note_usage(&event["usage"]);
                self.has_output = true;
            }
            _ => {}
        }
    }

    fn note_model(&mut self, message: &Value) {
        if let Some(model) = message["model"].as_str() {
            model.clone_into(&mut self.model);
        }
    }

    /// Later counts replace earlier ones: they are totals of the answer, not differences.
    fn note_usage(&mut self, usage: &Value) {
        let set = |target: &mut i64, value: &Value| {
            if let Some(count) = value.as_i64() {
                *target = count.max(0);
            }
        };
        set(&mut self.tokens.input, &usage["input_tokens"]);
        set(&mut self.tokens.output, &usage["output_tokens"]);
        set(&mut self.tokens.cache_read, &usage["cache_read_input_tokens"]);
        if let Some(written) = usage["cache_creation_input_tokens"].as_i64() {
            let hour = usage["cache_creation"]["ephemeral_1h_input_tokens"].as_i64();
            let hour = hour.unwrap_or(self.tokens.cache_write_1h).clamp(0, written.max(0));
            self.tokens.cache_write_1h = hour;
            self.tokens.cache_write_5m = written.max(0) - hour;
        }
    }

    /// Returns what was used up to now; called once, when the answer has ended or broken off.
    pub(crate) fn finish(mut self) -> Usage {
        if !self.is_stream
            && !self.is_skipping
            && let Ok(message) = serde_json::from_slice::<Value>(&self.pending)
        {
            self.note_model(&message);
            self.note_usage(&message["usage"]);
            self.has_input = message["usage"].is_object();
            self.has_output = self.has_input;
        }
        let is_estimated = !(self.has_input && self.has_output);
        if !self.has_input {
            self.tokens.input = guessed_tokens(self.request_length);
        }
        if !self.has_output {
            self.tokens.output = self.tokens.output.max(guessed_tokens(self.spoken_length));
        }
        let cost_micros = match self.pricing {
            Pricing::List => cost_micros(&self.model, &self.tokens),
            Pricing::Fixed(cost_micros) => cost_micros,
        };
        Usage {
            model: self.model,
            input_tokens: self.tokens.input,
            output_tokens: self.tokens.output,
            cache_read_tokens: self.tokens.cache_read,
            cache_write_tokens: self.tokens.cache_write_5m.saturating_add(self.tokens.cache_write_1h),
            cost_micros,
            is_estimated,
        }
    }
}

/// Four bytes of text make about one token.
fn guessed_tokens(length: usize) -> i64 {
    i64::try_from(length / 4).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    const STREAM: &str = "event: message_start\n\
        data: {\"type\":\"message_start\",\"message\":{\"model\":\"claude-opus-5-5\",\"usage\":{\"input_tokens\":100,\
        \"cache_creation_input_tokens\":50,\"cache_read_input_tokens\":10,\"output_tokens\":1,\
        \"cache_creation\":{\"ephemeral_1h_input_tokens\":20,\"ephemeral_5m_input_tokens\":30}}}}\n\n\
        event: content_block_delta\n\
        data: {\"type\":\"content_block_delta\",\"delta\":{\"type\":\"text_delta\",\"text\":\"12345678901234567890\"}}\n\n\
        event: message_delta\ndata: {\"type\":\"message_delta\",\"usage\":{\"output_tokens\":40}}\n\n";

    fn check(stream: &str, piece_length: usize) -> Usage {
        let mut meter = UsageMeter::new(Pricing::List, true, "asked".to_owned(), 400);
        stream.as_bytes().chunks(piece_length).for_each(|piece| meter.observe(piece));
        meter.finish()
    }

    #[test]
    fn a_stream_is_counted_however_it_is_cut_into_pieces() {
        let expected = Usage {
            model: "claude-opus-5-5".to_owned(),
            input_tokens: 100,
            output_tokens: 40,
            cache_read_tokens: 10,
            cache_write_tokens: 50,
            cost_micros: 400 + 800 + 2 + 150 + 160,
            is_estimated: false,
        };
        for piece_length in [1, 7, 1_000_000] {
            assert_eq!(check(STREAM, piece_length), expected, "{piece_length}");
        }
    }

    #[test]
    fn a_broken_stream_is_estimated() {
        let end = STREAM.find("event: message_delta").unwrap();
        let usage = check(&STREAM[..end], 64);
        assert!(usage.is_estimated && usage.input_tokens == 100);
        assert_eq!(usage.output_tokens, 20 / 4);
        let nothing = check("", 1);
        assert_eq!((nothing.model.as_str(), nothing.input_tokens), ("asked", 100));
    }

    #[test]
    fn an_endless_line_is_passed_over() {
        let line = format!("data: {}\n", "x".repeat(LINE_LENGTH_MAX));
        assert_eq!(check(&format!("{line}{STREAM}"), 10_000).output_tokens, 40);
    }

    #[test]
    fn a_document_is_counted_at_its_end() {
        let mut meter = UsageMeter::new(Pricing::Fixed(7), false, String::new(), 0);
        meter.observe(b"{\"model\":\"m\",\"usage\":{\"input_tokens\":3,");
        meter.observe(b"\"output_tokens\":4}}");
        let usage = meter.finish();
        assert_eq!((usage.input_tokens, usage.output_tokens, usage.cost_micros), (3, 4, 7));
        assert!(!usage.is_estimated && usage.model == "m");
    }
}
