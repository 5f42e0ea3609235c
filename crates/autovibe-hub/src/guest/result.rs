//! Takes what guests report: results of commands and ends of Turns.

use autovibe_proto::guest::v1::{Accepted, CommandResult, ReportTurnRequest};
use autovibe_proto::{EffectId, Failure, TurnId, is_object_name};
use axum::body::Body;
use axum::extract::State;
use axum::response::Response;
use http::Request;

use super::body::serve_json;
use super::router::GuestCall;
use super::text::shorten;

/// A closing text may be long, but belongs to the events.
const BODY_LENGTH_MAX: usize = 1024 * 1024;
/// What a Turn's row keeps of the coding agent's closing text; the whole one is an AgentEvent.
const RESULT_TEXT_LENGTH_MAX: usize = 32 * 1024;

pub(crate) async fn command_result(State(call): State<GuestCall>, request: Request<Body>) -> Response {
    let (connection, rate) = (&call.connection, &call.connection.allowance.ingest);
    serve_json(connection, rate, request, BODY_LENGTH_MAX, |result: CommandResult| {
        take_command_result(&call, result)
    })
    .await
}

pub(crate) async fn turn_result(State(call): State<GuestCall>, request: Request<Body>) -> Response {
    let (connection, rate) = (&call.connection, &call.connection.allowance.ingest);
    serve_json(connection, rate, request, BODY_LENGTH_MAX, |report: ReportTurnRequest| {
        take_turn_result(&call, report)
    })
    .await
}

async fn take_command_result(call: &GuestCall, result: CommandResult) -> Result<Accepted, Failure> {
    let id: EffectId = result.effect_id.parse().map_err(|error| Failure::invalid(format!("{error}")))?;
    let mut outcome = result.outcome.unwrap_or_default();
    if let Some(failure) = &mut outcome.failure {
        shorten(&mut failure.text, 4096);
        shorten(&mut failure.reason, 64);
    }
    if let Some(cut) = &mut outcome.cut {
        shorten(&mut cut.session_id, 256);
        shorten(&mut cut.git_head, 256);
        drop_unless_name(&mut cut.workspace_commit);
        cut.turn_id.iter_mut().for_each(|turn_id| shorten(turn_id, 64));
    }
    call.parts.hub.effect_done(&call.connection.machine_id, &id, outcome).await?;
    Ok(Accepted {})
}

async fn take_turn_result(call: &GuestCall, mut report: ReportTurnRequest) -> Result<Accepted, Failure> {
    report.turn_id.parse::<TurnId>().map_err(|error| Failure::invalid(error.to_string()))?;
    let Some(result) = &mut report.result else {
        return Err(Failure::invalid("the report holds no result"));
    };
    shorten(&mut result.text, RESULT_TEXT_LENGTH_MAX);
    shorten(&mut report.session_id, 256);
    drop_unless_name(&mut report.start_commit);
    drop_unless_name(&mut report.end_commit);
    let (machine_id, incarnation) = (&call.connection.machine_id, call.connection.incarnation);
    call.parts.hub.turn_ended(machine_id, incarnation, &report).await?;
    Ok(Accepted {})
}

/// Others give commits to their git, so nothing else may stand there.
fn drop_unless_name(commit: &mut String) {
    if !is_object_name(commit) {
        commit.clear();
    }
}
