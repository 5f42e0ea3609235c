//! Shows what happens to a Machine: a line for each tool call, answers folded, the plan when it changes.

use autovibe_proto::hub::v1::WatchMachineResponse;
use autovibe_proto::hub::v1::watch_machine_response::Kind;
use autovibe_proto::v1::agent_event_body::Kind as Agent;
use autovibe_proto::v1::machine_event_body::Kind as Fact;
use autovibe_proto::v1::{AgentEvent, AgentPlanItem, AgentProgress, MachineEvent, TurnResult};

use super::error::CliError;
use super::live_line::LiveLine;
use super::output::{cost, lower, print_line, turn_outcome};
use super::plain_text::{clip, plain};

/// Lines of a tool's answer that are shown.
const SHOWN_LINES: usize = 6;

/// Characters of one line that are shown.
const SHOWN_COLUMNS: usize = 160;

/// Prints events in order.
#[derive(Debug)]
pub(crate) struct EventPrinter {
    json: bool,
    unfolded: bool,
    turn_result: bool,
    plan: Vec<AgentPlanItem>,
    line: LiveLine,
}

impl EventPrinter {
    /// Prints text, or one JSON object per line.
    pub(crate) fn new(json: bool) -> EventPrinter {
        let line = LiveLine::new(false);
        EventPrinter { json, unfolded: false, turn_result: false, plan: Vec::new(), line }
    }

    /// Shows long answers in full.
    #[must_use]
    pub(crate) fn unfolded(mut self, unfolded: bool) -> EventPrinter {
        self.unfolded = unfolded;
        self
    }

    /// Has a line below everything that tells how it goes, if there is a terminal.
    #[must_use]
    pub(crate) fn live(mut self) -> EventPrinter {
        self.line = LiveLine::new(!self.json);
        self
    }

    /// The coding agent itself said how the Turn ended.
    pub(crate) fn saw_turn_result(&self) -> bool {
        self.turn_result
    }

    /// Another Turn follows.
    pub(crate) fn begin_turn(&mut self) {
        self.turn_result = false;
        self.line.restart();
    }

    /// Draws the line below anew: time has passed.
    pub(crate) fn tick(&mut self) {
        self.line.draw();
    }

    /// Takes the line below away, so that others can print.
    pub(crate) fn pause(&mut self) {
        self.line.clear();
    }

    /// Prints one event.
    pub(crate) fn print(&mut self, event: &WatchMachineResponse) -> Result<(), CliError> {
        if self.json {
            print_line(format_args!("{}", serde_json::to_string(event).map_err(anyhow::Error::from)?));
            return Ok(());
        }
        match &event.kind {
            Some(Kind::AgentEvent(event)) => self.print_agent_event(event),
            Some(Kind::MachineEvent(event)) => {
                if let Some(text) = describe(event) {
                    self.line.clear();
                    print_line(format_args!("• {}", clip(&text, SHOWN_COLUMNS)));
                }
            }
            Some(Kind::Turn(_)) | None => {}
        }
        Ok(())
    }

    fn print_agent_event(&mut self, event: &AgentEvent) {
        let Some(kind) = event.body.as_ref().and_then(|body| body.kind.as_ref()) else { return };
        self.line.clear();
        match kind {
            Agent::Session(session) => {
                let text = format!("session {} ({} {})", session.session_id, session.model, session.version);
                self.show("· ", &text);
            }
            Agent::Text(text) if text.synthetic => print_line(format_args!("! {}", plain(&text.text))),
            Agent::Text(text) => print_line(format_args!("{}", plain(&text.text))),
            Agent::Thinking(thinking) => self.print_folded("~ ", &thinking.text),
            Agent::ToolCall(call) => {
                self.line.count_tool_call();
                self.show("▸ ", if call.title.is_empty() { &call.name } else { &call.title });
            }
            Agent::ToolResult(result) => {
                self.print_folded(if result.failed { "  ✗ " } else { "  │ " }, &result.output);
            }
            Agent::Permission(permission) => {
                let what = if permission.denied { "denied" } else { "asks for permission" };
                self.show("? ", &format!("{} {what}", permission.name));
            }
            Agent::Retry(retry) => {
                let text = format!("the model answered {}; attempt {}", retry.http_status, retry.attempt);
                self.show("! ", &text);
            }
            Agent::Notice(notice) => self.show("· ", &notice.text),
            Agent::TurnResult(result) => {
                self.turn_result = true;
                print_turn_result(result);
            }
            Agent::Progress(progress) => self.take_progress(progress),
            Agent::Usage(usage) => self.line.set_usage(*usage),
            Agent::TextDelta(_) | Agent::Unknown(_) => {}
        }
    }

    /// Shows the plan when an item was added or has changed its status.
    fn take_progress(&mut self, progress: &AgentProgress) {
        self.line.set_activity(&progress.activity);
        if progress.items == self.plan || progress.items.is_empty() {
            return;
        }
        self.plan.clone_from(&progress.items);
        for item in &self.plan {
            let mark = match item.status.as_str() {
                "completed" => "  ☑ ",
                "in_progress" => "  ▶ ",
                _ => "  ☐ ",
            };
            self.show(mark, &item.text);
        }
    }

    fn show(&self, mark: &str, text: &str) {
        print_line(format_args!("{mark}{}", clip(text, SHOWN_COLUMNS)));
    }

    fn print_folded(&self, mark: &str, text: &str) {
        let lines: Vec<&str> = text.lines().collect();
        let shown = if self.unfolded { lines.len() } else { SHOWN_LINES };
        for line in lines.iter().take(shown) {
            if self.unfolded {
                print_line(format_args!("{mark}{}", plain(line)));
            } else {
                self.show(mark, line);
            }
        }
        if lines.len() > shown {
            print_line(format_args!("{mark}… {} more lines", lines.len() - shown));
        }
    }
}

/// Prints how a Turn ended.
pub(crate) fn print_turn_result(result: &TurnResult) {
    let seconds = result.duration_ms / 1000;
    let (outcome, cost) = (turn_outcome(result.outcome()), cost(result.usage.as_ref()));
    print_line(format_args!("■ {outcome} after {seconds} s, {cost}"));
}

/// A fact in words, if people care for it.
fn describe(event: &MachineEvent) -> Option<String> {
    Some(match event.body.as_ref().and_then(|body| body.kind.as_ref())? {
        Fact::Created(_) => "accepted".to_owned(),
        Fact::IncarnationStarted(fact) => format!("life {} begins", fact.incarnation),
        Fact::GuestGreeted(fact) => format!("guest {} is here", fact.guest_version),
        Fact::TurnStarted(fact) => format!("turn {}: {}", fact.turn_id, fact.prompt),
        Fact::CheckpointStarted(fact) => format!("checkpoint {} begins", fact.checkpoint_id),
        Fact::CheckpointReady(fact) => format!("checkpoint {} is ready", fact.checkpoint_id),
        Fact::CheckpointFailed(fact) => format!("checkpoint {} failed: {}", fact.checkpoint_id, fact.failure),
        Fact::StateChanged(fact) => lower(fact.state().as_str_name(), "MACHINE_STATE_"),
        Fact::VmLost(fact) => format!("virtual machine lost: {}", fact.detail),
        Fact::Failed(fact) => format!("failed: {}", fact.failure),
        Fact::BudgetReached(fact) => fact.hold.clone().unwrap_or_default().text,
        Fact::BudgetRaised(_) => "no budget holds the machine any more".to_owned(),
        Fact::BudgetWarned(fact) => fact.text.clone(),
        Fact::Deleted(_) => "deleted".to_owned(),
        _ => return None,
    })
}
