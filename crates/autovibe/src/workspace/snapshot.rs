//! What is not committed, as a commit of its own; made beside the user's index, not in it.

use std::path::Path;

use super::error::WorkspaceError;
use super::git::{Answer, Git};
use super::repository::Repository;

/// Signs the commit where the user has given git no name.
const NAMELESS: (&str, &str) = ("autovibe", "autovibe@localhost");

/// One file that is not committed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// `A` added, `M` changed, `D` deleted, `T` of another type.
    pub kind: char,
    /// The path below the work tree.
    pub path: String,
}

/// A work tree that is looked at.
pub(super) struct Snapshot<'a> {
    pub(super) repository: &'a Repository,
    pub(super) annex: &'a Git,
    pub(super) work_tree: &'a Path,
    pub(super) scratch: &'a Path,
}

impl Snapshot<'_> {
    /// Makes the commit on top of `head`; `None` when everything is committed.
    pub(super) async fn take(
        &self,
        head: &str,
        branch: Option<&str>,
    ) -> Result<Option<(String, Vec<Change>)>, WorkspaceError> {
        let git = self.beside().await?;
        self.refuse_conflicts(&git).await?;
        git.call(
            "take what is not committed",
            [
                "-c",
                "advice.addEmbeddedRepo=false",
                "-c",
                "core.safecrlf=false",
                "-c",
                "core.splitIndex=false",
                "add",
                "--all",
                "--",
                ".",
            ],
        )
        .run()
        .await
        .map_err(unreadable)?;
        let arguments = ["diff-index", "--cached", "--name-status", "--no-renames", "-z", head, "--"];
        let changes = changes(&git.call("compare with the last commit", arguments).run().await?);
        if changes.is_empty() {
            return Ok(None);
        }
        let tree = git.call("take what is not committed", ["write-tree"]).text().await?;
        let commit = self.commit(head, branch, &tree).await?;
        Ok(Some((commit, changes)))
    }

    /// Git with an index of its own, and with a place of its own for new objects.
    async fn beside(&self) -> Result<Git, WorkspaceError> {
        let index = self.scratch.join("index");
        let own = self.repository.git_folder.join("index");
        if own.exists() {
            // The user's index knows which files are as they were, and which are not checked out at all.
            fs_err::copy(&own, &index).map_err(WorkspaceError::file("copy the index"))?;
        }
        let git = self
            .repository
            .host
            .at(self.work_tree)
            .with("GIT_INDEX_FILE", &index)
            .with("GIT_OBJECT_DIRECTORY", self.annex.folder().join("objects"));
        if !own.exists() {
            git.call("read the last commit", ["read-tree", "HEAD"]).run().await?;
        }
        Ok(git)
    }

    async fn refuse_conflicts(&self, git: &Git) -> Result<(), WorkspaceError> {
        let unmerged = git.call("look for conflicts", ["ls-files", "--unmerged", "-z"]).run().await?;
        if unmerged.out.is_empty() {
            return Ok(());
        }
        Err(WorkspaceError::SourceUnusable(
            "a merge or rebase stands still with conflicts; resolve or abort it, \
             or leave out what is not committed: --committed-only"
                .to_owned(),
        ))
    }

    async fn commit(&self, head: &str, branch: Option<&str>, tree: &str) -> Result<String, WorkspaceError> {
        let named = self
            .repository
            .git
            .call("ask for your name", ["var", "GIT_COMMITTER_IDENT"])
            .accept(&[0, 1, 128])
            .run()
            .await?;
        let mut git = self
            .repository
            .host
            .at(self.work_tree)
            .with("GIT_OBJECT_DIRECTORY", self.annex.folder().join("objects"));
        if named.code != 0 {
            for name in ["GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"] {
                git = git.with(name, NAMELESS.0);
            }
            for name in ["GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"] {
                git = git.with(name, NAMELESS.1);
            }
        }
        let subject = match branch {
            Some(branch) => format!("Not yet committed on {branch}"),
            None => "Not yet committed".to_owned(),
        };
        let body = "What was in the work tree when the project was made.";
        git.call(
            "commit what is not committed",
            ["commit-tree", tree, "-p", head, "-m", &subject, "-m", body],
        )
        .text()
        .await
    }
}

fn unreadable(error: WorkspaceError) -> WorkspaceError {
    match error {
        WorkspaceError::GitFailed { text, .. } => WorkspaceError::SourceUnusable(format!(
            "what is not committed cannot be taken: {text}; repair or ignore it, or leave it out: --committed-only"
        )),
        other => other,
    }
}

/// Reads `--name-status -z`: kind and path by turns.
fn changes(answer: &Answer) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut records = answer.records();
    while let (Some(kind), Some(path)) = (records.next(), records.next()) {
        changes.push(Change {
            kind: kind.first().copied().map_or('?', char::from),
            path: String::from_utf8_lossy(path).into_owned(),
        });
    }
    changes
}
