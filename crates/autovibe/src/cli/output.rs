//! Tables for people and canonical JSON for programs.

use std::io::Write as _;

use autovibe_proto::v1::{CheckpointState, Machine, MachineState, TurnOutcome, Usage};
use serde::Serialize;

use super::error::CliError;
use super::plain_text::plain;

/// Prints a line, or ends the program when nobody reads it any more.
#[expect(clippy::exit, reason = "a reader that has gone away is no failure, and nothing is left to do")]
pub(crate) fn print_line(line: std::fmt::Arguments<'_>) {
    if writeln!(std::io::stdout(), "{line}").is_err() {
        std::process::exit(0);
    }
}

/// Prints a value as JSON.
pub(crate) fn print_json<T: Serialize>(value: &T) -> Result<(), CliError> {
    println!("{}", serde_json::to_string_pretty(value).map_err(anyhow::Error::from)?);
    Ok(())
}

/// Prints rows under a heading, each column as wide as its widest cell.
pub(crate) fn print_table<const N: usize>(heading: [&str; N], rows: &[[String; N]]) {
    // Cells hold what Machines say; a line break in one would make a row of its own.
    let shown = |cell: &String| plain(cell).replace(['\n', '\t'], " ");
    let rows: Vec<[String; N]> = rows.iter().map(|row| row.each_ref().map(shown)).collect();
    let mut widths = heading.map(|cell| cell.chars().count());
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    let line = |cells: Vec<&str>| {
        let text: Vec<String> =
            cells.iter().zip(widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
        println!("{}", text.join("  ").trim_end());
    };
    line(heading.to_vec());
    for row in &rows {
        line(row.iter().map(String::as_str).collect());
    }
}

/// The state of a Machine in a word.
pub(crate) fn machine_state(state: MachineState) -> String {
    lower(state.as_str_name(), "MACHINE_STATE_")
}

/// The state of a Checkpoint in a word.
pub(crate) fn checkpoint_state(state: CheckpointState) -> String {
    lower(state.as_str_name(), "CHECKPOINT_STATE_")
}

/// The outcome of a Turn in a word.
pub(crate) fn turn_outcome(outcome: TurnOutcome) -> String {
    lower(outcome.as_str_name(), "TURN_OUTCOME_")
}

/// An enum value without its prefix, in lower case.
pub(crate) fn lower(name: &str, prefix: &str) -> String {
    name.strip_prefix(prefix).unwrap_or(name).to_lowercase().replace('_', " ")
}

/// A size for people, in binary units.
#[expect(clippy::cast_precision_loss, reason = "only shown, to one digit")]
pub(crate) fn size(bytes: i64) -> String {
    let mut value = bytes as f64;
    for unit in ["B", "KiB", "MiB", "GiB"] {
        if value < 1024.0 {
            return if unit == "B" { format!("{bytes} B") } else { format!("{value:.1} {unit}") };
        }
        value /= 1024.0;
    }
    format!("{value:.1} TiB")
}

/// A cost for people.
#[expect(clippy::cast_precision_loss, reason = "only shown, to four digits")]
pub(crate) fn cost(usage: Option<&Usage>) -> String {
    format!("${:.4}", usage.map_or(0, |usage| usage.cost_micros) as f64 / 1e6)
}

/// A time for people: RFC 3339 to the second, in UTC.
pub(crate) fn instant(timestamp: Option<&pbjson_types::Timestamp>) -> String {
    timestamp
        .and_then(|timestamp| time::OffsetDateTime::from_unix_timestamp(timestamp.seconds).ok())
        .and_then(|instant| instant.format(&time::format_description::well_known::Rfc3339).ok())
        .unwrap_or_default()
}

/// Prints one Machine.
pub(crate) fn print_machine(machine: &Machine) {
    println!("{}  {}", machine.id, machine.name);
    println!("  state        {}", machine_state(machine.state()));
    if !machine.failure.is_empty() {
        println!("  failure      {}", plain(&machine.failure));
    }
    println!("  incarnation  {}", machine.incarnation);
    if let Some(spec) = &machine.spec {
        println!("  size         {} vCPU, {}", spec.vcpu_count, size(spec.memory_bytes));
    }
    println!("  agent        {}", machine.coding_agent);
    if let Some(turn) = &machine.turn_id {
        println!("  turn         {turn}");
    }
    if let Some(checkpoint) = &machine.checkpoint_id {
        println!("  checkpoint   {checkpoint}");
    }
    println!("  spent        {}", cost(machine.usage.as_ref()));
    println!("  created      {}", instant(machine.create_time.as_ref()));
}
