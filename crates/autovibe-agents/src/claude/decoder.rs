//! Understands Claude Code's output lines.

use std::collections::HashSet;

use autovibe_proto::v1::agent_event_body::Kind;
use autovibe_proto::v1::{
    AgentEventBody, AgentNotice, AgentPermission, AgentProgress, AgentRetry, AgentSession, AgentText,
    AgentTextDelta, AgentThinking, AgentToolCall, AgentToolResult, AgentUnknown, TurnOutcome, TurnResult,
};
use serde_json::Value;

use super::activity::{first_line, title_of};
use super::outcome::{outcome_of_stop, turn_result_of};
use super::plan::Plan;
use super::spent::Spent;
use crate::codec::{Decoder, ExitObservation, StdStream, StopCause, UsageBaseline};

/// A tool's answer is shortened to this; the raw line keeps more.
const MAX_TOOL_OUTPUT_BYTES: usize = 32 * 1024;
/// Any other text is shortened to this: a line may be sixteen megabytes, an event must fit into one call.
const MAX_TEXT_BYTES: usize = 128 * 1024;
/// Enough of standard error to explain why a process did not start.
const MAX_ERROR_TAIL_BYTES: usize = 4 * 1024;

/// Decodes one process.
#[derive(Debug)]
pub(super) struct ClaudeDecoder {
    /// Prompts written and not yet answered by a closing line; one at a time by contract.
    open_turns: u32,
    stop: Option<StopCause>,
    has_session: bool,
    reply_ids: HashSet<String>,
    plan: Plan,
    activity: String,
    spent: Spent,
    error_tail: String,
}

impl ClaudeDecoder {
    pub(super) fn new(baseline: UsageBaseline) -> ClaudeDecoder {
        ClaudeDecoder {
            open_turns: 0,
            stop: None,
            has_session: false,
            reply_ids: HashSet::new(),
            plan: Plan::default(),
            activity: String::new(),
            spent: Spent::new(baseline.cost_micros),
            error_tail: String::new(),
        }
    }

    fn decode_value(&mut self, line: &Value) -> Vec<Kind> {
        match text_of(line, "type") {
            "system" => self.decode_system(line),
            "assistant" => self.decode_assistant(line),
            "user" => decode_user(line),
            "stream_event" => decode_stream_event(line),
            "control_request" => decode_control_request(line),
            "result" => self.decode_result(line),
            _ => Vec::new(),
        }
    }

    fn decode_system(&mut self, line: &Value) -> Vec<Kind> {
        match text_of(line, "subtype") {
            "init" => {
                self.has_session = true;
                vec![Kind::Session(AgentSession {
                    session_id: text_of(line, "session_id").to_owned(),
                    model: text_of(line, "model").to_owned(),
                    version: text_of(line, "claude_code_version").to_owned(),
                    permission_mode: text_of(line, "permissionMode").to_owned(),
                    directory: text_of(line, "cwd").to_owned(),
                })]
            }
            "permission_denied" => vec![Kind::Permission(AgentPermission {
                request_id: text_of(line, "tool_use_id").to_owned(),
                name: text_of(line, "tool_name").to_owned(),
                input_json: String::new(),
                denied: true,
            })],
            "api_retry" => {
                self.activity = "the model request is tried again".to_owned();
                let retry = Kind::Retry(AgentRetry {
                    http_status: number_of(line, "error_status"),
                    attempt: number_of(line, "attempt"),
                    delay_ms: line.get("retry_delay_ms").and_then(Value::as_i64).unwrap_or(0).max(0),
                    discard_partial: true,
                });
                vec![retry, self.progress()]
            }
            _ => Vec::new(),
        }
    }

    fn decode_assistant(&mut self, line: &Value) -> Vec<Kind> {
        let message = line.get("message").unwrap_or(&Value::Null);
        let synthetic = text_of(message, "model") == "<synthetic>";
        let reply_id = text_of(message, "id");
        if !synthetic && !reply_id.is_empty() {
            self.reply_ids.insert(reply_id.to_owned());
        }
        let aborted = line.get("aborted").and_then(Value::as_bool).unwrap_or(false);
        let mut kinds = Vec::new();
        for block in blocks_of(message) {
            match text_of(block, "type") {
                "text" => kinds.push(Kind::Text(AgentText {
                    text: shortened(text_of(block, "text"), MAX_TEXT_BYTES),
                    synthetic,
                    aborted,
                    reply_id: reply_id.to_owned(),
                })),
                "thinking" => {
                    kinds.push(Kind::Thinking(AgentThinking {
                        text: shortened(text_of(block, "thinking"), MAX_TEXT_BYTES),
                    }));
                }
                "tool_use" => {
                    let input = block.get("input").unwrap_or(&Value::Null);
                    let name = text_of(block, "name");
                    let title = title_of(name, input);
                    kinds.push(Kind::ToolCall(AgentToolCall {
                        tool_call_id: text_of(block, "id").to_owned(),
                        name: name.to_owned(),
                        input_json: shortened(&input.to_string(), MAX_TEXT_BYTES),
                        title: title.clone(),
                    }));
                    self.plan.apply(name, input);
                    self.activity = title;
                    kinds.push(self.progress());
                }
                _ => {}
            }
        }
        kinds
    }

    fn decode_result(&mut self, line: &Value) -> Vec<Kind> {
        if self.open_turns == 0 {
            // Background work of the coding agent may end on its own; there is no prompt that it answers.
            let text = format!("closing line without a prompt: {}", first_line(text_of(line, "result")));
            return vec![Kind::Notice(AgentNotice { text })];
        }
        let reply_count = match i32::try_from(self.reply_ids.len()).unwrap_or(i32::MAX) {
            // A run that prints nothing but the closing line says there how many replies it took.
            0 if text_of(line, "subtype") == "success" && text_of(line, "terminal_reason") != "api_error" => {
                number_of(line, "num_turns")
            }
            count => count,
        };
        let usage = self.spent.of_result(line, i64::from(reply_count));
        let mut result = turn_result_of(line, self.stop, usage, reply_count);
        result.text = shortened(&result.text, MAX_TEXT_BYTES);
        let mut kinds = vec![Kind::Usage(usage)];
        kinds.extend(self.end_turn(result));
        kinds
    }

    fn end_turn(&mut self, result: TurnResult) -> Vec<Kind> {
        self.open_turns = self.open_turns.saturating_sub(1);
        self.stop = None;
        self.reply_ids.clear();
        self.activity.clear();
        vec![self.progress(), Kind::TurnResult(result)]
    }

    fn progress(&self) -> Kind {
        Kind::Progress(AgentProgress { items: self.plan.items().to_vec(), activity: self.activity.clone() })
    }

    fn keep_error_line(&mut self, line: &[u8]) {
        self.error_tail.push_str(&String::from_utf8_lossy(line));
        self.error_tail.push('\n');
        if self.error_tail.len() > MAX_ERROR_TAIL_BYTES {
            let mut start = self.error_tail.len() - MAX_ERROR_TAIL_BYTES;
            while !self.error_tail.is_char_boundary(start) {
                start += 1;
            }
            self.error_tail.drain(..start);
        }
    }
}

impl Decoder for ClaudeDecoder {
    fn begin_turn(&mut self) {
        self.open_turns += 1;
        self.stop = None;
        self.reply_ids.clear();
    }

    fn stop_turn(&mut self, cause: StopCause) {
        // The first cause is the true one: later stops only push harder.
        if self.open_turns > 0 {
            self.stop.get_or_insert(cause);
        }
    }

    fn decode(&mut self, stream: StdStream, line: &[u8]) -> Vec<AgentEventBody> {
        if stream == StdStream::Error {
            self.keep_error_line(line);
            let text = shortened(&String::from_utf8_lossy(line), MAX_TEXT_BYTES);
            return bodies(vec![Kind::Notice(AgentNotice { text })]);
        }
        let Ok(value) = serde_json::from_slice::<Value>(line) else {
            return bodies(vec![Kind::Unknown(AgentUnknown { kind: String::new() })]);
        };
        let mut kinds = self.decode_value(&value);
        if kinds.is_empty() {
            kinds.push(Kind::Unknown(AgentUnknown { kind: stated_kind(&value) }));
        }
        bodies(kinds)
    }

    fn on_exit(&mut self, exit: ExitObservation) -> Vec<AgentEventBody> {
        let mut kinds = Vec::new();
        while self.open_turns > 0 {
            let failed_at_start = !self.has_session && exit.code.is_some_and(|code| code != 0);
            let (outcome, text) = match self.stop {
                Some(stop) => (outcome_of_stop(stop), "the coding agent was stopped".to_owned()),
                None if failed_at_start => (TurnOutcome::ConfigError, self.error_tail.trim().to_owned()),
                None => (
                    TurnOutcome::Crashed,
                    format!("the coding agent ended without a result ({})", describe(exit)),
                ),
            };
            let reply_count = i32::try_from(self.reply_ids.len()).unwrap_or(i32::MAX);
            kinds.extend(self.end_turn(TurnResult {
                outcome: outcome.into(),
                text,
                reply_count,
                synthesised: true,
                ..TurnResult::default()
            }));
        }
        bodies(kinds)
    }
}

fn decode_user(line: &Value) -> Vec<Kind> {
    if line.get("isReplay").and_then(Value::as_bool).unwrap_or(false) {
        return Vec::new();
    }
    let message = line.get("message").unwrap_or(&Value::Null);
    let mut kinds = Vec::new();
    for block in blocks_of(message) {
        match text_of(block, "type") {
            "tool_result" => kinds.push(Kind::ToolResult(AgentToolResult {
                tool_call_id: text_of(block, "tool_use_id").to_owned(),
                output: shortened(
                    &output_of(block.get("content").unwrap_or(&Value::Null)),
                    MAX_TOOL_OUTPUT_BYTES,
                ),
                failed: block.get("is_error").and_then(Value::as_bool).unwrap_or(false),
            })),
            "text" => kinds
                .push(Kind::Notice(AgentNotice { text: shortened(text_of(block, "text"), MAX_TEXT_BYTES) })),
            _ => {}
        }
    }
    kinds
}

fn decode_stream_event(line: &Value) -> Vec<Kind> {
    let delta = line.get("event").and_then(|event| event.get("delta")).unwrap_or(&Value::Null);
    if text_of(delta, "type") == "text_delta" {
        return vec![Kind::TextDelta(AgentTextDelta { text: text_of(delta, "text").to_owned() })];
    }
    Vec::new()
}

fn decode_control_request(line: &Value) -> Vec<Kind> {
    let request = line.get("request").unwrap_or(&Value::Null);
    if text_of(request, "subtype") != "can_use_tool" {
        return Vec::new();
    }
    vec![Kind::Permission(AgentPermission {
        request_id: text_of(line, "request_id").to_owned(),
        name: text_of(request, "tool_name").to_owned(),
        input_json: request.get("input").unwrap_or(&Value::Null).to_string(),
        denied: false,
    })]
}

fn bodies(kinds: Vec<Kind>) -> Vec<AgentEventBody> {
    kinds.into_iter().map(|kind| AgentEventBody { kind: Some(kind) }).collect()
}

fn text_of<'a>(value: &'a Value, name: &str) -> &'a str {
    value.get(name).and_then(Value::as_str).unwrap_or_default()
}

fn number_of(value: &Value, name: &str) -> i32 {
    value.get(name).and_then(Value::as_i64).and_then(|number| i32::try_from(number).ok()).unwrap_or(0)
}

fn blocks_of(message: &Value) -> &[Value] {
    message.get("content").and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn stated_kind(value: &Value) -> String {
    let subtype = text_of(value, "subtype");
    let kind = text_of(value, "type");
    if subtype.is_empty() { kind.to_owned() } else { format!("{kind}/{subtype}") }
}

fn output_of(content: &Value) -> String {
    match content {
        Value::String(text) => text.clone(),
        Value::Array(blocks) => {
            let texts: Vec<&str> = blocks
                .iter()
                .map(
                    |block| {
                        if text_of(block, "type") == "text" { text_of(block, "text") } else { "[not text]" }
                    },
                )
                .collect();
            texts.join("\n")
        }
        _ => String::new(),
    }
}

fn shortened(text: &str, limit_bytes: usize) -> String {
    let mut end = text.len().min(limit_bytes);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text[..end].to_owned()
}

fn describe(exit: ExitObservation) -> String {
    match (exit.code, exit.signal) {
        (_, Some(signal)) => format!("signal {signal}"),
        (Some(code), None) => format!("exit code {code}"),
        (None, None) => "unknown exit".to_owned(),
    }
}
