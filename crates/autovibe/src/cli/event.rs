//! Shows what happens to a Machine, one line each, long output folded.

use autovibe_proto::hub::v1::WatchMachineResponse;
use autovibe_proto::hub::v1::watch_machine_response::Kind;
use autovibe_proto::v1::agent_event_body::Kind as Agent;
use autovibe_proto::v1::machine_event_body::Kind as Fact;
use autovibe_proto::v1::{AgentEvent, MachineEvent, TurnResult};

use super::error::CliError;
use super::output::{cost, lower, turn_outcome};

/// Lines of a tool's answer that are shown.
const SHOWN_LINES: usize = 6;

/// Characters of one line that are shown.
const SHOWN_COLUMNS: usize = 160;

/// Prints events in order.
#[derive(Debug)]
pub(crate) struct EventPrinter {
    json: bool,
    turn_result: bool,
}

impl EventPrinter {
    /// Prints text, or one JSON object per line.
    pub(crate) fn new(json: bool) -> EventPrinter {
        EventPrinter { json, turn_result: false }
    }

    /// The coding agent itself said how the Turn ended.
    pub(crate) fn saw_turn_result(&self) -> bool {
        self.turn_result
    }

    /// Prints one event.
    pub(crate) fn print(&mut self, event: &WatchMachineResponse) -> Result<(), CliError> {
        if self.json {
            println!("{}", serde_json::to_string(event).map_err(anyhow::Error::from)?);
            return Ok(());
        }
        match &event.kind {
            Some(Kind::AgentEvent(event)) => {
                let kind = event.body.as_ref().and_then(|body| body.kind.as_ref());
                self.turn_result |= matches!(kind, Some(Agent::TurnResult(_)));
                print_agent_event(event);
            }
            Some(Kind::MachineEvent(event)) => print_machine_event(event),
            Some(Kind::Turn(_)) | None => {}
        }
        Ok(())
    }
}

fn print_agent_event(event: &AgentEvent) {
    let Some(kind) = event.body.as_ref().and_then(|body| body.kind.as_ref()) else { return };
    match kind {
        Agent::Session(session) => {
            println!("· session {} ({} {})", session.session_id, session.model, session.version)
        }
        Agent::Text(text) if text.synthetic => println!("! {}", text.text),
        Agent::Text(text) => println!("{}", text.text),
        Agent::Thinking(thinking) => print_folded("~ ", &thinking.text),
        Agent::ToolCall(call) => {
            println!("▸ {}", if call.title.is_empty() { clip(&call.name) } else { clip(&call.title) });
        }
        Agent::ToolResult(result) => {
            print_folded(if result.failed { "  ✗ " } else { "  │ " }, &result.output)
        }
        Agent::Permission(permission) => {
            println!(
                "? {} {}",
                permission.name,
                if permission.denied { "denied" } else { "asks for permission" }
            );
        }
        Agent::Retry(retry) => {
            println!("! the model answered {}; attempt {}", retry.http_status, retry.attempt)
        }
        Agent::Notice(notice) => println!("· {}", clip(&notice.text)),
        Agent::TurnResult(result) => print_turn_result(result),
        Agent::TextDelta(_) | Agent::Usage(_) | Agent::Unknown(_) | Agent::Progress(_) => {}
    }
}

/// Prints how a Turn ended.
pub(crate) fn print_turn_result(result: &TurnResult) {
    let seconds = result.duration_ms / 1000;
    println!("■ {} after {seconds} s, {}", turn_outcome(result.outcome()), cost(result.usage.as_ref()));
}

fn print_machine_event(event: &MachineEvent) {
    let Some(kind) = event.body.as_ref().and_then(|body| body.kind.as_ref()) else { return };
    let text = match kind {
        Fact::Created(_) => "accepted".to_owned(),
        Fact::IncarnationStarted(fact) => format!("life {} begins", fact.incarnation),
        Fact::GuestGreeted(fact) => format!("guest {} is here", fact.guest_version),
        Fact::TurnStarted(fact) => format!("turn {}: {}", fact.turn_id, clip(&fact.prompt)),
        Fact::CheckpointStarted(fact) => format!("checkpoint {} begins", fact.checkpoint_id),
        Fact::CheckpointReady(fact) => format!("checkpoint {} is ready", fact.checkpoint_id),
        Fact::CheckpointFailed(fact) => format!("checkpoint {} failed: {}", fact.checkpoint_id, fact.failure),
        Fact::StateChanged(fact) => lower(fact.state().as_str_name(), "MACHINE_STATE_"),
        Fact::VmLost(fact) => format!("virtual machine lost: {}", fact.detail),
        Fact::Failed(fact) => format!("failed: {}", fact.failure),
        Fact::Deleted(_) => "deleted".to_owned(),
        _ => return,
    };
    println!("• {text}");
}

fn print_folded(mark: &str, text: &str) {
    let lines: Vec<&str> = text.lines().collect();
    for line in lines.iter().take(SHOWN_LINES) {
        println!("{mark}{}", clip(line));
    }
    if lines.len() > SHOWN_LINES {
        println!("{mark}… {} more lines", lines.len() - SHOWN_LINES);
    }
}

fn clip(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    if line.chars().count() <= SHOWN_COLUMNS {
        return line.to_owned();
    }
    let mut short: String = line.chars().take(SHOWN_COLUMNS).collect();
    short.push('…');
    short
}
