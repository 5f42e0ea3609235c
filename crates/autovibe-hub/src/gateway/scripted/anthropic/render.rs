//! Renders a reply as a Messages answer: an event stream or one JSON document.

use std::time::Duration;

use bytes::Bytes;
use http::{HeaderValue, StatusCode};
use serde_json::{Value, json};

use super::super::super::api_error::error_document;
use super::super::answer::{ScriptedAnswer, TimedPart};
use super::super::reply::{Block, Failure, Reply};

/// What an answer repeats of its request.
#[derive(Debug, Clone)]
pub(crate) struct Rendering {
    /// Stands in the ids of the message and its tool calls.
    pub(crate) id: String,
    /// As the request has it.
    pub(crate) model: String,
    /// The size of the request.
    pub(crate) input_tokens: usize,
}

/// Agents keep the signature of a thought and send it back; nobody checks this one.
const THOUGHT_SIGNATURE: &str = "c2NyaXB0ZWQ=";

/// Events without a pause are sent together up to this size.
const PART_LENGTH_MAX: usize = 16 * 1024;

impl Rendering {
    /// An error as the Anthropic interface reports it.
    pub(crate) fn error(status: StatusCode, message: &str) -> ScriptedAnswer {
        let mut answer = ScriptedAnswer::json(status, &error_document(status.as_u16(), message));
        if matches!(status, StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN) {
            // As from the gateway's real provider: a refused key is not accepted by asking again.
            answer.headers.insert("x-should-retry", HeaderValue::from_static("false"));
        }
        answer
    }

    /// The reply as a stream of events.
    pub(crate) fn events(&self, reply: &Reply) -> ScriptedAnswer {
        if let Some(error) = early_error(reply) {
            return error;
        }
        let mut stream = EventStream::default();
        let mut start = self.message(&[], Value::Null, 1);
        start["id"] = json!(format!("msg_{}", self.id));
        stream.event(&json!({"type": "message_start", "message": start}));
        for (index, block) in reply.blocks.iter().enumerate() {
            self.stream_block(&mut stream, index, block);
        }
        match &reply.failure {
            Some(Failure::Cut) => return ScriptedAnswer::events(stream.parts(), true, reply.cost_micros),
            Some(Failure::Error { status, message }) => stream.event(&error_document(*status, message)),
            None => {
                let delta = json!({"stop_reason": stop_reason(reply), "stop_sequence": null});
                let usage = self.usage(output_tokens(reply));
                stream.event(&json!({"type": "message_delta", "delta": delta, "usage": usage}));
                stream.event(&json!({"type": "message_stop"}));
            }
        }
        ScriptedAnswer::events(stream.parts(), false, reply.cost_micros)
    }

    /// The reply as one document; a failure after words is the failure alone.
    pub(crate) fn document(&self, reply: &Reply) -> ScriptedAnswer {
        match &reply.failure {
            Some(Failure::Error { status, message }) => return failed(*status, message),
            Some(Failure::Cut) => return ScriptedAnswer::events(Vec::new(), true, reply.cost_micros),
            None => {}
        }
        let blocks: Vec<Value> =
            reply.blocks.iter().enumerate().map(|(index, block)| self.whole_block(index, block)).collect();
        let message = self.message(&blocks, json!(stop_reason(reply)), output_tokens(reply));
        let answer = ScriptedAnswer::json(StatusCode::OK, &message);
        ScriptedAnswer { cost_micros: reply.cost_micros, ..answer }
    }

    fn message(&self, content: &[Value], stop_reason: Value, output_tokens: usize) -> Value {
        json!({"id": format!("msg_{}", self.id), "type": "message", "role": "assistant", "model": self.model,
            "content": content, "stop_reason": stop_reason, "stop_sequence": null,
            "usage": self.usage(output_tokens)})
    }

    fn usage(&self, output_tokens: usize) -> Value {
        json!({"input_tokens": self.input_tokens, "output_tokens": output_tokens,
            "cache_creation_input_tokens": 0, "cache_read_input_tokens": 0})
    }

    fn stream_block(&self, stream: &mut EventStream, index: usize, block: &Block) {
        let mut empty = self.whole_block(index, block);
        match block {
            Block::Thinking(_) => {
                empty["thinking"] = json!("");
                empty["signature"] = json!("");
            }
            Block::Text(_) => empty["text"] = json!(""),
            Block::ToolCall(_) => empty["input"] = json!({}),
        }
        stream.event(&json!({"type": "content_block_start", "index": index, "content_block": empty}));
        let mut delta = |pause, delta: Value| {
            let event = json!({"type": "content_block_delta", "index": index, "delta": delta});
            stream.event_after(pause, &event);
        };
        match block {
            Block::Thinking(text) => {
                delta(Duration::ZERO, json!({"type": "thinking_delta", "thinking": text}));
                delta(Duration::ZERO, json!({"type": "signature_delta", "signature": THOUGHT_SIGNATURE}));
            }
            Block::Text(chunks) => {
                for chunk in chunks {
                    delta(chunk.pause, json!({"type": "text_delta", "text": chunk.text}));
                }
            }
            Block::ToolCall(call) => {
                let input = call.input.to_string();
                delta(Duration::ZERO, json!({"type": "input_json_delta", "partial_json": input}));
            }
        }
        stream.event(&json!({"type": "content_block_stop", "index": index}));
    }

    fn whole_block(&self, index: usize, block: &Block) -> Value {
        match block {
            Block::Thinking(text) => {
                json!({"type": "thinking", "thinking": text, "signature": THOUGHT_SIGNATURE})
            }
            Block::Text(_) => json!({"type": "text", "text": block_text(block)}),
            Block::ToolCall(call) => {
                let id = format!("toolu_{}{index}", self.id);
                json!({"type": "tool_use", "id": id, "name": call.name, "input": call.input})
            }
        }
    }
}

/// A failure before any word has an HTTP status of its own.
fn early_error(reply: &Reply) -> Option<ScriptedAnswer> {
    match &reply.failure {
        Some(Failure::Error { status, message }) if reply.blocks.is_empty() => Some(failed(*status, message)),
        _ => None,
    }
}

fn failed(status: u16, message: &str) -> ScriptedAnswer {
    let code = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    Rendering::error(code, message)
}

fn stop_reason(reply: &Reply) -> &'static str {
    if matches!(reply.blocks.last(), Some(Block::ToolCall(_))) { "tool_use" } else { "end_turn" }
}

fn output_tokens(reply: &Reply) -> usize {
    reply.blocks.iter().map(|block| block_text(block).len()).sum::<usize>() / 4 + 1
}

fn block_text(block: &Block) -> String {
    match block {
        Block::Thinking(text) => text.clone(),
        Block::Text(chunks) => chunks.iter().map(|chunk| chunk.text.as_str()).collect(),
        Block::ToolCall(call) => call.input.to_string(),
    }
}

/// Server-sent events that are being put together.
#[derive(Default)]
struct EventStream {
    parts: Vec<(Duration, Vec<u8>)>,
}

impl EventStream {
    fn event(&mut self, data: &Value) {
        self.event_after(Duration::ZERO, data);
    }

    fn event_after(&mut self, pause: Duration, data: &Value) {
        let name = data["type"].as_str().unwrap_or_default();
        let event = format!("event: {name}\ndata: {data}\n\n");
        match self.parts.last_mut() {
            Some((_, bytes)) if pause.is_zero() && bytes.len() + event.len() <= PART_LENGTH_MAX => {
                bytes.extend_from_slice(event.as_bytes());
            }
            _ => self.parts.push((pause, event.into_bytes())),
        }
    }

    fn parts(self) -> Vec<TimedPart> {
        self.parts.into_iter().map(|(pause, bytes)| TimedPart { pause, bytes: Bytes::from(bytes) }).collect()
    }
}
