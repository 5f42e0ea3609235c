//! `autovibe checkpoint diff`: two Checkpoints of a Project side by side.

use autovibe_proto::hub::v1::{GetCheckpointRequest, GetProjectRequest};
use autovibe_proto::v1::{Checkpoint, Project, WorkspaceSnapshot};
use autovibe_proto::{ErrorKind, Failure};
use clap::Args;
use serde::Serialize;

use super::context::Context;
use super::diff::SummaryReport;
use super::error::CliError;
use super::guest_program::no_workspace;
use super::lineage::{Conversation, Lineages, lines};
use super::output::print_json;
use super::sheet::SheetArguments;
use super::transfer::{Workspaces, download_snapshot, download_source, host_git, interruptible};
use crate::client::Hub;
use crate::workspace::{Comparison, Contribution, ReceiveLimits, ScratchFolder, WorkspaceError, summarise};

/// Largest difference that is held in memory for JSON.
const PATCH_BYTES_MAX: u64 = 128 << 20;

/// Compares two Checkpoints of a Project: files, commits and conversation.
#[derive(Debug, Args)]
pub(crate) struct CheckpointDiffArguments {
    /// The one to begin with.
    left: String,
    /// The one to end with; may be of another Machine, as a fork.
    right: String,
    /// Only files and numbers of lines.
    #[arg(long)]
    stat: bool,
    #[command(flatten)]
    sheet: SheetArguments,
}

/// The comparison as JSON.
#[derive(Debug, Serialize)]
struct ComparisonReport {
    left: String,
    right: String,
    files: FilesReport,
    commits: CommitsReport,
    transcript: Conversation,
}

#[derive(Debug, Serialize)]
struct FilesReport {
    #[serde(flatten)]
    summary: SummaryReport,
    patch: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct CommitsReport {
    only_left: Vec<String>,
    only_right: Vec<String>,
}

pub(crate) async fn checkpoint_diff(
    context: &Context,
    arguments: CheckpointDiffArguments,
) -> Result<(), CliError> {
    let mut hub = context.connect().await?;
    let left = read(&mut hub, &arguments.left).await?;
    let right = read(&mut hub, &arguments.right).await?;
    if left.project_id != right.project_id {
        return Err(Failure::invalid("the two checkpoints belong to different projects").into());
    }
    let project = hub.get_project(GetProjectRequest { project: left.project_id.clone() }).await?.into_inner();
    let mut workspaces = context.connect_workspaces().await?;
    let comparison = Box::pin(interruptible(compare(&mut workspaces, &project, &left, &right))).await?;
    let transcript = Lineages::default().compare(&mut hub, &left, &right).await?;
    let (only_left, only_right) = comparison.commits().await?;
    let commits = CommitsReport { only_left, only_right };
    if context.is_json() {
        let mut patch = Vec::new();
        comparison
            .diff(&["--no-color"], |piece| {
                patch.extend_from_slice(piece);
                if patch.len() as u64 > PATCH_BYTES_MAX {
                    return Err(WorkspaceError::BundleTooLarge { limit_bytes: PATCH_BYTES_MAX });
                }
                Ok(())
            })
            .await?;
        return print_json(&ComparisonReport {
            left: left.id,
            right: right.id,
            files: FilesReport {
                summary: summarise(&patch).into(),
                patch: String::from_utf8_lossy(&patch).into_owned(),
            },
            commits,
            transcript,
        });
    }
    show(&arguments, &left, &right, &comparison, &commits, &transcript).await
}

async fn read(hub: &mut Hub, checkpoint: &str) -> Result<Checkpoint, CliError> {
    let request = GetCheckpointRequest { checkpoint_id: checkpoint.to_owned() };
    Ok(hub.get_checkpoint(request).await?.into_inner())
}

async fn compare(
    workspaces: &mut Workspaces,
    project: &Project,
    left: &Checkpoint,
    right: &Checkpoint,
) -> Result<Comparison, CliError> {
    let base = project.source.as_ref().map_or("", |source| source.base_commit.as_str());
    let (one, other) = (snapshot(left, base)?, snapshot(right, base)?);
    let scratch = ScratchFolder::create()?;
    let bytes_max = ReceiveLimits::default().bundle_bytes_max;
    let source = match &project.source {
        Some(_) => {
            let path = scratch.join("source.bundle");
            download_source(workspaces, project.id.clone(), &path, bytes_max).await?;
            Some(path)
        }
        None => None,
    };
    let mut sides = Vec::new();
    for (checkpoint, snapshot) in [(left, one), (right, other)] {
        let mut side = Contribution {
            commit: snapshot.commit.clone(),
            head: snapshot.head_commit.clone(),
            bundle: None,
        };
        if side.head.is_empty() {
            side.head = side.commit.clone();
        }
        if !snapshot.blob_id.is_empty() {
            let path = scratch.join(&format!("side-{}.bundle", sides.len()));
            download_snapshot(workspaces, checkpoint.id.clone(), &path, bytes_max).await?;
            side.bundle = Some(path);
        }
        sides.push(side);
    }
    let (Some(right), Some(left)) = (sides.pop(), sides.pop()) else {
        return Err(Failure::internal("a side of the comparison is missing").into());
    };
    Ok(Comparison::open(&host_git(), source.as_deref(), base, left, right).await?)
}

/// The files of a Checkpoint, when they can be had.
fn snapshot<'a>(checkpoint: &'a Checkpoint, base: &str) -> Result<&'a WorkspaceSnapshot, CliError> {
    let snapshot = checkpoint.workspace.as_ref().filter(|snapshot| !snapshot.commit.is_empty());
    let Some(snapshot) = snapshot else {
        return Err(no_workspace(format!("the checkpoint {} holds no git repository", checkpoint.id)));
    };
    // Where nothing is new there is nothing to wait for; the guest tells the base with the bundle.
    if snapshot.blob_id.is_empty() && snapshot.commit != base {
        let text = format!(
            "the files of the checkpoint {} have not arrived yet; its machine sends them while it runs, try again in a moment",
            checkpoint.id
        );
        return Err(Failure::new(ErrorKind::Unavailable, "SNAPSHOT_NOT_READY", text).into());
    }
    Ok(snapshot)
}

async fn show(
    arguments: &CheckpointDiffArguments,
    left: &Checkpoint,
    right: &Checkpoint,
    comparison: &Comparison,
    commits: &CommitsReport,
    transcript: &Conversation,
) -> Result<(), CliError> {
    let mut sheet = arguments.sheet.open();
    for line in overview(left, right, commits, transcript) {
        sheet.line(&line)?;
    }
    let mut options = Vec::new();
    if arguments.stat {
        options.push("--stat");
    }
    if SheetArguments::has_colour() {
        options.push("--color");
    }
    let mut failure = None;
    let mut is_read = true;
    let shown = comparison
        .diff(&options, |piece| match sheet.write(piece) {
            Ok(true) => Ok(()),
            other => {
                is_read = false;
                failure = other.err();
                Err(WorkspaceError::GitFailed { what: "show the files".to_owned(), text: "ended".to_owned() })
            }
        })
        .await;
    sheet.finish()?;
    match failure {
        Some(error) => Err(error),
        // Nobody reads on: that is no failure.
        None if !is_read => Ok(()),
        None => Ok(shown?),
    }
}

/// Commits and conversation in lines.
fn overview(
    left: &Checkpoint,
    right: &Checkpoint,
    commits: &CommitsReport,
    transcript: &Conversation,
) -> Vec<String> {
    let mut text = Vec::new();
    for (checkpoint, commits, stations) in [
        (left, &commits.only_left, &transcript.only_left),
        (right, &commits.only_right, &transcript.only_right),
    ] {
        let label =
            if checkpoint.label.is_empty() { String::new() } else { format!(" ({})", checkpoint.label) };
        text.push(format!("only in {}{label}", checkpoint.id));
        if commits.is_empty() {
            text.push("  no commit".to_owned());
        }
        text.extend(commits.iter().map(|commit| format!("  {commit}")));
        if stations.is_empty() {
            text.push("  no turn".to_owned());
        }
        text.extend(lines(stations));
    }
    text.push(format!("turns in both: {}", transcript.common_count));
    if transcript.incomplete {
        text.push("older turns are not known any more: their machine or checkpoint is gone".to_owned());
    }
    text.push(String::new());
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_cannot_be_had_are_told_apart() {
        let checkpoint = |workspace: Option<WorkspaceSnapshot>| Checkpoint {
            id: "chk_1".to_owned(),
            workspace,
            ..Checkpoint::default()
        };
        let with = |commit: &str, blob: &str| {
            checkpoint(Some(WorkspaceSnapshot {
                commit: commit.to_owned(),
                blob_id: blob.to_owned(),
                ..WorkspaceSnapshot::default()
            }))
        };
        let refusal = |checkpoint: Checkpoint| snapshot(&checkpoint, "a").unwrap_err().text().unwrap();
        assert!(refusal(checkpoint(None)).contains("NO_WORKSPACE"));
        assert!(refusal(with("", "")).contains("NO_WORKSPACE"));
        assert!(refusal(with("b", "")).contains("SNAPSHOT_NOT_READY"));
        assert!(snapshot(&with("a", ""), "a").is_ok());
        assert!(snapshot(&with("b", "blob"), "a").is_ok());
    }
}
