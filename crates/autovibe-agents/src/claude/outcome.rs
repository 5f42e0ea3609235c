//! From Claude Code's closing line to the result of a Turn.

use autovibe_proto::v1::{TurnOutcome, TurnResult, Usage};
use serde_json::Value;

use crate::codec::StopCause;

/// Says how a Turn ended, by its closing line.
///
/// `stop` is why the Turn was being stopped, if it was; it decides only what the line leaves open.
pub(super) fn turn_result_of(
    line: &Value,
    stop: Option<StopCause>,
    usage: Usage,
    reply_count: i32,
) -> TurnResult {
    let text = |name: &str| line.get(name).and_then(Value::as_str).unwrap_or_default();
    let is_error = line.get("is_error").and_then(Value::as_bool).unwrap_or(false);
    let subtype = text("subtype");
    let reason = text("terminal_reason");
    let denial_count = line.get("permission_denials").and_then(Value::as_array).map_or(0, Vec::len);
    let outcome = if reason.starts_with("aborted") {
        outcome_of_stop(stop.unwrap_or(StopCause::Interrupted))
    } else if reason == "api_error" {
        TurnOutcome::ApiError
    } else if subtype == "error_max_turns" {
        TurnOutcome::ReplyLimit
    } else if is_error || subtype != "success" {
        TurnOutcome::Failed
    } else if denial_count > 0 {
        TurnOutcome::Denied
    } else {
        TurnOutcome::Ok
    };
    let http_status = line
        .get("api_error_status")
        .and_then(Value::as_i64)
        .and_then(|status| i32::try_from(status).ok())
        .unwrap_or(0);
    TurnResult {
        outcome: outcome.into(),
        text: closing_text(line, outcome),
        http_status,
        denial_count: i32::try_from(denial_count).unwrap_or(i32::MAX),
        usage: Some(usage),
        duration_ms: line.get("duration_ms").and_then(Value::as_i64).unwrap_or(0).max(0),
        reply_count,
        synthesised: false,
    }
}

/// The outcome of a Turn that was stopped from outside.
pub(super) fn outcome_of_stop(stop: StopCause) -> TurnOutcome {
    match stop {
        StopCause::Interrupted => TurnOutcome::Interrupted,
        StopCause::TimedOut => TurnOutcome::TimedOut,
    }
}

fn closing_text(line: &Value, outcome: TurnOutcome) -> String {
    if let Some(text) = line.get("result").and_then(Value::as_str) {
        return text.to_owned();
    }
    match outcome {
        // The errors of a stopped Turn are diagnostics of the coding agent's inner workings.
        TurnOutcome::Interrupted => "interrupted".to_owned(),
        TurnOutcome::TimedOut => "the time limit was reached".to_owned(),
        _ => line
            .get("errors")
            .and_then(Value::as_array)
            .map(|errors| errors.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("\n"))
            .unwrap_or_default(),
    }
}
