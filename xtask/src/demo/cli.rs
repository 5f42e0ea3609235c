//! Calls the command line as a person or a program would.

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use crate::program::{Program, last_lines};

/// Longest time for one prompt; a Turn under software emulation takes half a minute.
const TURN_LIMIT: Duration = Duration::from_mins(10);

/// The command line with the data folder of the demonstration.
#[derive(Debug, Clone)]
pub(super) struct Cli {
    program: PathBuf,
    data: PathBuf,
}

impl Cli {
    pub(super) fn new(program: &Path, data: &Path) -> Cli {
        Cli { program: program.to_owned(), data: data.to_owned() }
    }

    /// A command; the Hub is the one of the data folder, whatever the environment says.
    pub(super) fn command(&self, arguments: &[&str]) -> Program {
        ["AUTOVIBE_HUB", "AUTOVIBE_TOKEN", "AUTOVIBE_CA"]
            .into_iter()
            .fold(Program::new(&self.program), Program::env_remove)
            .arg("--data")
            .arg(&self.data)
            .args(arguments)
    }

    /// Runs a command and reads its JSON.
    pub(super) fn json(&self, arguments: &[&str]) -> Result<Value> {
        read_json(self.command(&["--output", "json"]).args(arguments), arguments)
    }

    /// The same for cleaning up: goes on after a stop request.
    pub(super) fn json_for_cleaning(&self, arguments: &[&str]) -> Result<Value> {
        read_json(self.command(&["--output", "json"]).args(arguments).uninterruptible(), arguments)
    }

    /// Gives a Machine a prompt and shows its events on our standard output.
    pub(super) fn run_shown(&self, machine: &str, prompt: &str) -> Result<()> {
        let limit = TURN_LIMIT.as_secs().to_string();
        self.command(&["run", "--machine", machine, "--limit", &limit, prompt])
            .limit(TURN_LIMIT + Duration::from_mins(1))
            .run()
            .context("the prompt")
    }

    /// Gives a Machine a prompt and returns the closing text of its Turn.
    pub(super) fn run_read(&self, machine: &str, prompt: &str) -> Result<String> {
        let limit = TURN_LIMIT.as_secs().to_string();
        let lines = self
            .command(&["--output", "json", "run", "--machine", machine, "--limit", &limit, prompt])
            .limit(TURN_LIMIT + Duration::from_mins(1))
            .read()
            .context("the prompt")?;
        closing_text(&lines)
    }

    /// Runs a program inside a Machine and returns its output.
    pub(super) fn exec(&self, machine: &str, command: &[&str]) -> Result<String> {
        self.command(&["machine", "exec", machine])
            .args(command)
            .limit(Duration::from_mins(2))
            .read()
            .with_context(|| format!("run {} in the Machine", command.join(" ")))
    }

    /// Number of tool calls that a Machine's coding agent has made so far.
    pub(super) fn tool_call_count(&self, machine: &str) -> Result<usize> {
        let lines = self.command(&["--output", "json", "machine", "logs", machine]).read()?;
        let mut count = 0;
        for line in lines.lines() {
            let event: Value = serde_json::from_str(line).context("read an event")?;
            count += usize::from(event.pointer("/agentEvent/body/toolCall").is_some());
        }
        Ok(count)
    }
}

/// A string of a JSON object.
pub(super) fn text<'a>(value: &'a Value, name: &str) -> Result<&'a str> {
    value.get(name).and_then(Value::as_str).with_context(|| format!("the answer has no {name}: {value}"))
}

/// A 64-bit number, which canonical Protobuf JSON writes as a string; 0 when it is left out.
pub(super) fn number(value: &Value, name: &str) -> f64 {
    match value.get(name) {
        Some(Value::String(text)) => text.parse().unwrap_or(0.0),
        Some(other) => other.as_f64().unwrap_or(0.0),
        None => 0.0,
    }
}

fn read_json(program: Program, arguments: &[&str]) -> Result<Value> {
    let command = arguments.iter().take(2).copied().collect::<Vec<_>>().join(" ");
    let output = program.read()?;
    serde_json::from_str(&output)
        .with_context(|| format!("read the answer of {command}: {}", last_lines(&output, 3)))
}

/// The closing text of the Turn that ends a stream of events; a Turn that failed is an error.
fn closing_text(lines: &str) -> Result<String> {
    for line in lines.lines().rev() {
        let event: Value = serde_json::from_str(line).context("read an event")?;
        let Some(result) = event.pointer("/turn/result") else { continue };
        let said = result.get("text").and_then(Value::as_str).unwrap_or_default().to_owned();
        let outcome = result.get("outcome").and_then(Value::as_str).unwrap_or_default();
        if outcome != "TURN_OUTCOME_OK" {
            bail!("the turn ended as {outcome}: {said}");
        }
        return Ok(said);
    }
    bail!("the stream of events ended without the turn's result: {}", last_lines(lines, 3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_turn_at_the_end_gives_the_closing_text() {
        let ok = "{\"agentEvent\":{}}\n{\"turn\":{\"result\":{\"outcome\":\"TURN_OUTCOME_OK\",\"text\":\"done\"}}}\n";
        assert_eq!(closing_text(ok).unwrap(), "done");
        let failed = ok.replace("OUTCOME_OK", "OUTCOME_API_ERROR");
        assert!(closing_text(&failed).unwrap_err().to_string().contains("API_ERROR"));
        closing_text("{\"agentEvent\":{}}\n").unwrap_err();
    }

    #[test]
    fn long_numbers_come_as_strings() {
        let value = serde_json::json!({"pauseUs": "250000", "count": 3});
        assert!((number(&value, "pauseUs") - 250_000.0).abs() < 0.5);
        assert!((number(&value, "count") - 3.0).abs() < 0.5);
        assert!(number(&value, "none").abs() < 0.5);
    }
}
