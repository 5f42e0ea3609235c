//! Work of one Machine on its way into a repository of the user.

use std::path::Path;

use autovibe_proto::v1::WorkspaceSource;

use super::error::WorkspaceError;
use super::git::Git;
use super::receive::{ReceiveLimits, receive};
use super::repository::{Repository, count_commits, has_commit, is_object_name};
use super::scratch::ScratchFolder;
use super::shell_word::shell_word;

/// Where the checked work lies in the repository of ours.
pub(super) const OUTGOING: &str = "refs/heads/outgoing";

/// What is known about the work besides its bundle.
#[derive(Debug, Clone, Default)]
pub struct OutgoingOptions {
    /// Identifier of the Machine.
    pub machine_id: String,
    /// Name of the Machine, for people.
    pub machine_name: String,
    /// Subject of the commit that holds what the coding agent has not committed.
    pub message: Option<String>,
    /// HEAD of the workspace, by the guest's word; tells what is not committed there.
    pub guest_head: Option<String>,
    /// What is taken.
    pub limits: ReceiveLimits,
}

/// Work of one Machine, checked and ready.
#[derive(Debug)]
pub struct Outgoing {
    /// Sees the user's objects and holds the new ones.
    pub(super) git: Git,
    /// The newest commit.
    pub tip: String,
    /// The commit that the Machine began with, what was uncommitted included; empty without a source.
    pub base: String,
    /// The commit that the user has; empty without a source.
    pub head: String,
    /// The newest commit holds what the coding agent has not committed.
    pub has_uncommitted: bool,
    /// Commits since `head`.
    pub commit_count: u64,
    /// What the user should know.
    pub notes: Vec<String>,
    pub(super) machine_id: String,
    pub(super) machine_name: String,
    _scratch: ScratchFolder,
}

impl Outgoing {
    /// Checks a bundle against the repository that it is for; `None` when it brings nothing.
    ///
    /// # Errors
    /// [`WorkspaceError::BaseMissing`] when the repository lacks the commit that the Machine began with,
    /// and refusals of the bundle.
    ///
    /// # Cancel safety
    /// Safe: nothing is written to the user's repository.
    pub async fn open(
        repository: &Repository,
        bundle: &Path,
        source: Option<&WorkspaceSource>,
        options: &OutgoingOptions,
    ) -> Result<Option<Outgoing>, WorkspaceError> {
        let head = source.map(|source| source.head_commit.clone()).unwrap_or_default();
        let base = source.map(|source| source.base_commit.clone()).unwrap_or_default();
        if !head.is_empty() && !repository.has_commit(&head).await? {
            return Err(base_missing(repository, &head));
        }
        let scratch = ScratchFolder::create()?;
        let git = repository.annex(&scratch.join("received.git")).await?;
        let since = Some(head.clone()).filter(|head| !head.is_empty());
        let since = since.as_deref();
        let received = receive(&git, bundle, since, &options.limits).await?;
        if received.tip == base {
            return Ok(None);
        }
        let mut outgoing = Outgoing {
            commit_count: 0,
            has_uncommitted: false,
            tip: received.tip,
            notes: received.notes,
            git,
            base,
            head,
            machine_id: options.machine_id.clone(),
            machine_name: options.machine_name.clone(),
            _scratch: scratch,
        };
        outgoing.keep_base().await?;
        outgoing.name_last_commit(options).await?;
        outgoing.commit_count = match since {
            Some(since) => count_commits(&outgoing.git, since, &outgoing.tip).await?,
            None => {
                let arguments = ["rev-list", "--count", &outgoing.tip, "--"];
                outgoing.git.call("count commits", arguments).text().await?.parse().unwrap_or_default()
            }
        };
        outgoing.git.call("keep the work", ["update-ref", OUTGOING, &outgoing.tip]).run().await?;
        Ok(Some(outgoing))
    }

    /// The first commit since `head` is what was not committed when the Project was made.
    #[must_use]
    pub fn begins_uncommitted(&self) -> bool {
        self.base != self.head
    }

    /// A coding agent may have written the history anew, without the commit that it began with.
    async fn keep_base(&mut self) -> Result<(), WorkspaceError> {
        if !self.base.is_empty() && !has_commit(&self.git, &self.base).await? {
            self.notes.push("the coding agent has written the history anew from an older commit".to_owned());
            self.base = self.head.clone();
        }
        Ok(())
    }

    /// Gives the commit of what was not committed in the Machine a subject for people.
    async fn name_last_commit(&mut self, options: &OutgoingOptions) -> Result<(), WorkspaceError> {
        let Some(head) = options.guest_head.as_deref().filter(|head| is_object_name(head)) else {
            return Ok(());
        };
        let format = "--format=%P%x00%an%x00%ae%x00%ad%x00%T";
        let arguments = ["show", "--no-patch", "--date=raw", format, &self.tip, "--"];
        let shown = self.git.call("read the last commit", arguments).text().await?;
        let fields: Vec<&str> = shown.split('\0').collect();
        let [parents, name, email, date, tree] = fields.as_slice() else {
            return Ok(());
        };
        if self.tip == head || *parents != head {
            if self.tip != head {
                self.notes.push("the coding agent was at work while its work was fetched".to_owned());
            }
            return Ok(());
        }
        let or =
            |text: &str, other: &str| if text.trim().is_empty() { other.to_owned() } else { text.to_owned() };
        let (name, email) = (or(name, "autovibe agent"), or(email, "agent@autovibe.invalid"));
        let git = self
            .git
            .with("GIT_AUTHOR_NAME", &name)
            .with("GIT_AUTHOR_EMAIL", &email)
            .with("GIT_AUTHOR_DATE", date)
            .with("GIT_COMMITTER_NAME", &name)
            .with("GIT_COMMITTER_EMAIL", &email)
            .with("GIT_COMMITTER_DATE", date);
        let subject = options
            .message
            .clone()
            .unwrap_or_else(|| format!("Work of {} not yet committed", options.machine_name));
        let arguments = ["commit-tree", tree, "-p", parents, "-m", &subject];
        self.tip = git.call("name the last commit", arguments).text().await?;
        self.has_uncommitted = true;
        Ok(())
    }

    /// Hands the whole work as one patch to `sink`, piece by piece.
    ///
    /// What was not committed when the Project was made is not part of it: the user has it.
    ///
    /// # Errors
    /// When git fails, or as the sink says.
    pub async fn patch(
        &self,
        sink: impl FnMut(&[u8]) -> Result<(), WorkspaceError> + Send,
    ) -> Result<(), WorkspaceError> {
        let from = if self.base.is_empty() { self.empty_tree().await? } else { self.base.clone() };
        let arguments =
            ["diff", "--binary", "--full-index", "--no-color", "--no-ext-diff", &from, &self.tip, "--"];
        self.git.call("make the patch", arguments).stream(sink).await
    }

    async fn empty_tree(&self) -> Result<String, WorkspaceError> {
        let arguments = ["hash-object", "-t", "tree", "-w", "--stdin"];
        let answer = self.git.call("make an empty tree", arguments).run_on(Vec::new()).await?;
        Ok(String::from_utf8_lossy(&answer.out).trim().to_owned())
    }
}

fn base_missing(repository: &Repository, commit: &str) -> WorkspaceError {
    let folder = shell_word(&repository.folder().to_string_lossy());
    WorkspaceError::BaseMissing(format!(
        "the repository {folder} lacks the commit {} that the work began with; \
         fetch it (git -C {folder} fetch --all), or name another repository with --into",
        commit.get(..12).unwrap_or(commit)
    ))
}
