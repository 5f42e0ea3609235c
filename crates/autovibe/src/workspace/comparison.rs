//! Two snapshots of workspaces side by side, in a repository of ours that ends with the command.

use std::path::{Path, PathBuf};

use super::error::WorkspaceError;
use super::git::{Git, HostGit};
use super::receive::{ReceiveLimits, receive};
use super::repository::{bare, has_commit, is_object_name};
use super::scratch::ScratchFolder;
use super::terminal_text::one_line;

/// Most commits that are listed for one side.
const COMMITS_MAX: usize = 200;

/// One side of a comparison.
#[derive(Debug, Clone, Default)]
pub struct Contribution {
    /// The files as a commit.
    pub commit: String,
    /// HEAD of that moment.
    pub head: String,
    /// The bundle of everything since the Project's base; `None` when nothing was new.
    pub bundle: Option<PathBuf>,
}

/// Two snapshots side by side.
#[derive(Debug)]
pub struct Comparison {
    git: Git,
    left: Contribution,
    right: Contribution,
    _scratch: ScratchFolder,
}

impl Comparison {
    /// Unpacks the history that both began with, and what each side adds.
    ///
    /// # Errors
    /// When a bundle is refused or lacks its commit.
    pub async fn open(
        host: &HostGit,
        source: Option<&Path>,
        base: &str,
        left: Contribution,
        right: Contribution,
    ) -> Result<Comparison, WorkspaceError> {
        let scratch = ScratchFolder::create()?;
        let format = if left.commit.len() == 64 { "sha256" } else { "sha1" };
        let git = bare(host, &scratch.join("compare.git"), format, &[]).await?;
        if let Some(source) = source {
            let path = source.to_string_lossy();
            git.call("unpack the source", ["bundle", "unbundle", &path]).run().await?;
        }
        let since = is_object_name(base).then_some(base);
        for side in [&left, &right] {
            if let Some(bundle) = &side.bundle {
                // Links are only looked at here, never followed.
                let limits = ReceiveLimits { allows_links: true, ..ReceiveLimits::default() };
                receive(&git, bundle, since, &limits).await?;
            }
            for commit in [&side.commit, &side.head] {
                if !has_commit(&git, commit).await? {
                    return Err(WorkspaceError::BundleRefused(format!(
                        "the commit {} is not in it",
                        one_line(commit)
                    )));
                }
            }
        }
        Ok(Comparison { git, left, right, _scratch: scratch })
    }

    /// Hands the difference of the files to `sink`, from left to right.
    ///
    /// # Errors
    /// When git fails, or as the sink says.
    pub async fn diff(
        &self,
        options: &[&str],
        sink: impl FnMut(&[u8]) -> Result<(), WorkspaceError> + Send,
    ) -> Result<(), WorkspaceError> {
        let arguments = ["diff", "--no-ext-diff", "--no-textconv"]
            .into_iter()
            .chain(options.iter().copied())
            .chain([self.left.commit.as_str(), self.right.commit.as_str(), "--"]);
        self.git.call("compare the files", arguments).stream(sink).await
    }

    /// Commits that only the left side has, and those that only the right side has: short name and subject.
    ///
    /// # Errors
    /// When git fails.
    pub async fn commits(&self) -> Result<(Vec<String>, Vec<String>), WorkspaceError> {
        let left = self.commits_of(&self.right.head, &self.left.head).await?;
        let right = self.commits_of(&self.left.head, &self.right.head).await?;
        Ok((left, right))
    }

    async fn commits_of(&self, without: &str, with: &str) -> Result<Vec<String>, WorkspaceError> {
        let range = format!("{without}..{with}");
        let most = format!("--max-count={COMMITS_MAX}");
        let arguments = ["log", "--no-color", "--format=%h %s", &most, &range, "--"];
        let answer = self.git.call("list the commits", arguments).run().await?;
        Ok(answer.lines().map(|line| one_line(&line)).collect())
    }
}
