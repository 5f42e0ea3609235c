//! The workspace: prepared once in a Machine's life, before its first prompt.

use autovibe_proto::is_object_name;
use autovibe_proto::v1::effect_body::Kind as EffectKind;
use autovibe_proto::v1::machine_event_body::Kind;
use autovibe_proto::v1::{Checkpoint, CheckpointCut, PrepareWorkspaceEffect, WorkspacePreparedEvent};
use autovibe_proto::v1::{EffectFailure, WorkspaceSnapshot};

use super::lifecycle;
use super::memory::{kind_of, memory};
use super::progress::Progress;

/// The guest of a Machine without a workspace is there: it has the Project's repository to clone.
///
/// Whoever starts from a Checkpoint has the workspace of that Checkpoint.
pub(super) fn prepare(progress: &mut Progress<'_>) {
    let memory = memory(&progress.machine);
    let is_asked = memory
        .awaited
        .iter()
        .any(|awaited| matches!(kind_of(awaited), Some(EffectKind::PrepareWorkspace(_))));
    if memory.workspace_ready || is_asked {
        return;
    }
    // What has taken prompts was made before Projects had repositories, and keeps what it has.
    let has_worked = memory.mailbox_position > 0;
    match progress.env.source.as_ref().filter(|_| !has_worked) {
        None => progress.emit(Kind::WorkspacePrepared(WorkspacePreparedEvent {})),
        Some(source) => {
            let branch = format!("autovibe/{}", progress.machine.name);
            progress.effect(EffectKind::PrepareWorkspace(PrepareWorkspaceEffect {
                blob_id: source.blob_id.clone(),
                base_commit: source.base_commit.clone(),
                branch,
            }));
        }
    }
}

/// The guest cloned the repository, or could not.
pub(super) fn prepared(progress: &mut Progress<'_>, failure: Option<&EffectFailure>) {
    match failure {
        None => progress.emit(Kind::WorkspacePrepared(WorkspacePreparedEvent {})),
        Some(failure) => {
            let text = format!("the workspace could not be prepared: {}", failure.text);
            lifecycle::fail(progress, &text);
        }
    }
}

/// The workspace at a cut, if it is a git repository; the guest sends the bundle later.
pub(super) fn at_cut(checkpoint: Checkpoint, cut: Option<&CheckpointCut>) -> Checkpoint {
    let workspace = cut.filter(|cut| !cut.workspace_commit.is_empty()).map(|cut| WorkspaceSnapshot {
        commit: cut.workspace_commit.clone(),
        // What a guest calls HEAD may be anything.
        head_commit: Some(&cut.git_head).filter(|name| is_object_name(name)).cloned().unwrap_or_default(),
        ..WorkspaceSnapshot::default()
    });
    Checkpoint { workspace, ..checkpoint }
}
