//! `autovibe diff`: what a Machine has changed.

use autovibe_proto::hub::v1::{GetCheckpointRequest, GetMachineRequest, GetTurnRequest, ListTurnsRequest};
use autovibe_proto::v1::{Turn, TurnState};
use autovibe_proto::{ErrorKind, Failure};
use clap::Args;
use serde::Serialize;

use super::context::Context;
use super::error::CliError;
use super::guest_program::{no_workspace, run_workspace, workspace_status};
use super::output::print_json;
use super::sheet::SheetArguments;
use crate::client::Hub;
use crate::workspace::{PatchSummary, WorkspaceError, summarise};

/// Largest difference that is held in memory, for names and JSON.
const PATCH_BYTES_MAX: u64 = 128 << 20;

/// Shows what a Machine has changed in its repository.
#[derive(Debug, Args)]
pub(crate) struct DiffArguments {
    /// The Machine.
    machine: String,
    /// Only what this Turn changed; "last" is the newest one.
    #[arg(long, value_name = "TURN|last")]
    turn: Option<String>,
    /// Only what changed since this Checkpoint.
    #[arg(long, value_name = "CHECKPOINT", conflicts_with = "turn")]
    since: Option<String>,
    /// Only files and numbers of lines.
    #[arg(long)]
    stat: bool,
    /// Only the names of the files.
    #[arg(long, conflicts_with = "stat")]
    name_only: bool,
    #[command(flatten)]
    sheet: SheetArguments,
}

/// A range of commits; empty ends are the guest's: its base, and the workspace as it is.
#[derive(Debug, Default, PartialEq, Eq)]
struct Range {
    from: String,
    to: String,
}

/// A difference as JSON.
#[derive(Debug, Serialize)]
struct DiffReport {
    from: String,
    to: String,
    #[serde(flatten)]
    summary: SummaryReport,
    patch: String,
}

/// The files of a difference as JSON.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SummaryReport {
    added_count: u64,
    removed_count: u64,
    files: Vec<FileReport>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct FileReport {
    path: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    former_path: Option<String>,
    added_count: u64,
    removed_count: u64,
    binary: bool,
}

impl From<PatchSummary> for SummaryReport {
    fn from(summary: PatchSummary) -> SummaryReport {
        SummaryReport {
            added_count: summary.added_count(),
            removed_count: summary.removed_count(),
            files: summary
                .files
                .into_iter()
                .map(|file| FileReport {
                    path: file.path,
                    former_path: file.former_path,
                    added_count: file.added_count,
                    removed_count: file.removed_count,
                    binary: file.binary,
                })
                .collect(),
        }
    }
}

pub(crate) async fn diff(context: &Context, arguments: DiffArguments) -> Result<(), CliError> {
    let mut hub = context.connect().await?;
    let range = range(&mut hub, &arguments).await?;
    let machine = arguments.machine.as_str();
    if context.is_json() {
        return print_report(&mut hub, machine, range).await;
    }
    if arguments.name_only {
        let patch = whole_patch(&mut hub, machine, &range).await?;
        let mut sheet = arguments.sheet.open();
        for file in summarise(&patch).files {
            sheet.line(&file.path)?;
        }
        return sheet.finish();
    }
    let mut words = words(&range);
    if arguments.stat {
        words.push("--stat");
    }
    if SheetArguments::has_colour() {
        words.push("--color");
    }
    let mut sheet = None;
    let result = run_workspace(&mut hub, machine, &words, |bytes| {
        // The pager begins with the first line, so that a refusal is not hidden by it.
        sheet.get_or_insert_with(|| arguments.sheet.open()).write(bytes)
    })
    .await;
    if let Some(sheet) = sheet {
        sheet.finish()?;
    }
    result.map(|_| ())
}

async fn print_report(hub: &mut Hub, machine: &str, mut range: Range) -> Result<(), CliError> {
    // Both ends are named, so that the answer says what it compares.
    let status = workspace_status(hub, machine).await?;
    if range.from.is_empty() {
        range.from = status.base;
    }
    if range.to.is_empty() {
        range.to = status.snapshot;
    }
    let patch = whole_patch(hub, machine, &range).await?;
    print_json(&DiffReport {
        from: range.from,
        to: range.to,
        summary: summarise(&patch).into(),
        patch: String::from_utf8_lossy(&patch).into_owned(),
    })
}

async fn whole_patch(hub: &mut Hub, machine: &str, range: &Range) -> Result<Vec<u8>, CliError> {
    let mut patch = Vec::new();
    run_workspace(hub, machine, &words(range), |bytes| {
        patch.extend_from_slice(bytes);
        if patch.len() as u64 > PATCH_BYTES_MAX {
            return Err(WorkspaceError::BundleTooLarge { limit_bytes: PATCH_BYTES_MAX }.into());
        }
        Ok(true)
    })
    .await?;
    Ok(patch)
}

fn words(range: &Range) -> Vec<&str> {
    let mut words = vec!["diff"];
    for (option, commit) in [("--from", &range.from), ("--to", &range.to)] {
        if !commit.is_empty() {
            words.extend([option, commit.as_str()]);
        }
    }
    words
}

async fn range(hub: &mut Hub, arguments: &DiffArguments) -> Result<Range, CliError> {
    if let Some(checkpoint) = &arguments.since {
        let request = GetCheckpointRequest { checkpoint_id: checkpoint.clone() };
        let checkpoint = hub.get_checkpoint(request).await?.into_inner();
        let from = checkpoint.workspace.unwrap_or_default().commit;
        if from.is_empty() {
            return Err(no_workspace(format!("the checkpoint {} holds no git repository", checkpoint.id)));
        }
        return Ok(Range { from, to: String::new() });
    }
    let turn = match arguments.turn.as_deref() {
        None => return Ok(Range::default()),
        Some("last") => last_turn(hub, &arguments.machine).await?,
        Some(turn_id) => {
            let request = GetTurnRequest { turn_id: turn_id.to_owned(), wait: None };
            hub.get_turn(request).await?.into_inner()
        }
    };
    range_of(turn)
}

fn range_of(turn: Turn) -> Result<Range, CliError> {
    let is_running = turn.state() == TurnState::Running;
    // Of a Turn that runs the beginning is told with its end.
    if turn.start_commit.is_empty() || (turn.end_commit.is_empty() && !is_running) {
        let text = if is_running {
            format!(
                "the turn {} still runs; its changes are known when it ends, all of them now: autovibe diff MACHINE",
                turn.id
            )
        } else {
            format!(
                "nobody knows the files before and after the turn {}: there was no git repository, or it took too long",
                turn.id
            )
        };
        return Err(no_workspace(text));
    }
    Ok(Range { from: turn.start_commit, to: turn.end_commit })
}

async fn last_turn(hub: &mut Hub, machine: &str) -> Result<Turn, CliError> {
    let machine =
        hub.get_machine(GetMachineRequest { machine: machine.to_owned(), wait: None }).await?.into_inner();
    let turns = all_turns(hub, &machine.id).await?;
    turns.into_iter().next_back().ok_or_else(|| {
        let text = format!("{} has had no turn yet", machine.name);
        Failure::new(ErrorKind::NotFound, "TURN_NOT_FOUND", text).into()
    })
}

/// Every Turn of a Machine, oldest first.
pub(crate) async fn all_turns(hub: &mut Hub, machine: &str) -> Result<Vec<Turn>, CliError> {
    let mut turns = Vec::new();
    let mut page_token = String::new();
    loop {
        let request = ListTurnsRequest { machine: machine.to_owned(), page_size: 1000, page_token };
        let page = hub.list_turns(request).await?.into_inner();
        turns.extend(page.turns);
        page_token = page.next_page_token;
        if page_token.is_empty() {
            return Ok(turns);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turn_is_a_range_when_both_ends_are_known() {
        let turn = |state: TurnState, start: &str, end: &str| Turn {
            id: "trn_1".to_owned(),
            state: state as i32,
            start_commit: start.to_owned(),
            end_commit: end.to_owned(),
            ..Turn::default()
        };
        let range = range_of(turn(TurnState::Ended, "a", "b")).unwrap();
        assert_eq!(words(&range), ["diff", "--from", "a", "--to", "b"]);
        let range = range_of(turn(TurnState::Running, "a", "")).unwrap();
        assert_eq!(words(&range), ["diff", "--from", "a"]);
        for unknown in [
            turn(TurnState::Ended, "", ""),
            turn(TurnState::Ended, "a", ""),
            turn(TurnState::Running, "", ""),
        ] {
            let error = range_of(unknown).unwrap_err();
            assert!(error.text().is_some_and(|text| text.contains("NO_WORKSPACE")), "{error}");
        }
    }
}
