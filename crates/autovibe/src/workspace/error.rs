//! Why work cannot go in or come out.

use std::io;
use std::time::Duration;

use autovibe_proto::{ErrorKind, Failure};

/// Work cannot go in or come out.
#[derive(Debug, thiserror::Error)]
pub enum WorkspaceError {
    /// There is no git program.
    #[error("git is not installed; install it and try again")]
    GitMissing,
    /// The git program is too old for something.
    #[error("{what} needs git {least} or newer")]
    GitTooOld {
        /// What needs it.
        what: &'static str,
        /// The least version.
        least: &'static str,
    },
    /// Git ended with an error.
    #[error("{what}: git says: {text}")]
    GitFailed {
        /// What was being done.
        what: String,
        /// Git's last words.
        text: String,
    },
    /// Git took too long.
    #[error("{what}: git did not end within {} s", limit.as_secs())]
    GitTooSlow {
        /// What was being done.
        what: String,
        /// The limit.
        limit: Duration,
    },
    /// Git said more than is read.
    #[error("{what}: git gave more than {limit_bytes} bytes")]
    AnswerTooLarge {
        /// What was being done.
        what: String,
        /// The limit.
        limit_bytes: u64,
    },
    /// A file of this computer cannot be used.
    #[error("{what}")]
    File {
        /// What was being done.
        what: &'static str,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// The repository cannot be taken as it is; the text says what to do.
    #[error("{0}")]
    SourceUnusable(String),
    /// The repository is too large.
    #[error(
        "the history packs to more than {} MiB, which is the limit for one project; large files that need no history belong into a volume or a download",
        limit_bytes >> 20
    )]
    SourceTooLarge {
        /// The limit.
        limit_bytes: u64,
    },
    /// What the Machine sent is damaged or dangerous.
    #[error("what the machine sent is refused: {0}")]
    BundleRefused(String),
    /// What the Machine sent is too large.
    #[error("the machine sent more than {} MiB, which is the limit", limit_bytes >> 20)]
    BundleTooLarge {
        /// The limit.
        limit_bytes: u64,
    },
    /// Links lead out of the repository.
    #[error("{0}")]
    LinkOutside(String),
    /// There is no repository to deliver into.
    #[error("{0}")]
    RepositoryMissing(String),
    /// The repository lacks the commit that the work began with.
    #[error("{0}")]
    BaseMissing(String),
    /// The name is no name of a branch.
    #[error("{0:?} is no name of a branch")]
    BranchNameWrong(String),
    /// The branch is in use in a work tree.
    #[error("{0}")]
    BranchCheckedOut(String),
    /// The branch has commits that the Machine's work lacks.
    #[error("{0}")]
    BranchDiverged(String),
    /// The remote did not take the branch.
    #[error("{0}")]
    PushRefused(String),
}

impl WorkspaceError {
    /// Turns a failed use of a file into an error.
    pub(super) fn file(what: &'static str) -> impl FnOnce(io::Error) -> WorkspaceError {
        move |source| WorkspaceError::File { what, source }
    }

    /// The kind.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        match self {
            WorkspaceError::GitMissing | WorkspaceError::GitTooOld { .. } => ErrorKind::Unsupported,
            WorkspaceError::GitFailed { .. } | WorkspaceError::File { .. } => ErrorKind::Internal,
            WorkspaceError::GitTooSlow { .. } => ErrorKind::DeadlineExceeded,
            WorkspaceError::SourceUnusable(_)
            | WorkspaceError::BundleRefused(_)
            | WorkspaceError::BaseMissing(_)
            | WorkspaceError::BranchCheckedOut(_) => ErrorKind::WrongState,
            WorkspaceError::AnswerTooLarge { .. }
            | WorkspaceError::SourceTooLarge { .. }
            | WorkspaceError::BundleTooLarge { .. } => ErrorKind::LimitExceeded,
            WorkspaceError::LinkOutside(_) => ErrorKind::PermissionDenied,
            WorkspaceError::RepositoryMissing(_) => ErrorKind::NotFound,
            WorkspaceError::BranchNameWrong(_) => ErrorKind::InvalidArgument,
            WorkspaceError::BranchDiverged(_) | WorkspaceError::PushRefused(_) => ErrorKind::Conflict,
        }
    }

    /// The stable reason.
    #[must_use]
    pub fn reason(&self) -> &'static str {
        match self {
            WorkspaceError::GitMissing | WorkspaceError::GitTooOld { .. } => "GIT_MISSING",
            WorkspaceError::GitFailed { .. } => "GIT_FAILED",
            WorkspaceError::GitTooSlow { .. } => "GIT_TOO_SLOW",
            WorkspaceError::AnswerTooLarge { .. } | WorkspaceError::BundleTooLarge { .. } => "WORK_TOO_LARGE",
            WorkspaceError::File { .. } => "LOCAL_FILE_FAILED",
            WorkspaceError::SourceUnusable(_) => "SOURCE_UNUSABLE",
            WorkspaceError::SourceTooLarge { .. } => "SOURCE_TOO_LARGE",
            WorkspaceError::BundleRefused(_) => "WORK_REFUSED",
            WorkspaceError::LinkOutside(_) => "LINK_OUTSIDE",
            WorkspaceError::RepositoryMissing(_) => "REPOSITORY_NOT_FOUND",
            WorkspaceError::BaseMissing(_) => "BASE_MISSING",
            WorkspaceError::BranchNameWrong(_) => "BRANCH_NAME_WRONG",
            WorkspaceError::BranchCheckedOut(_) => "BRANCH_CHECKED_OUT",
            WorkspaceError::BranchDiverged(_) => "BRANCH_DIVERGED",
            WorkspaceError::PushRefused(_) => "PUSH_REFUSED",
        }
    }
}

impl From<WorkspaceError> for Failure {
    fn from(error: WorkspaceError) -> Failure {
        let mut text = error.to_string();
        let mut cause = std::error::Error::source(&error);
        while let Some(source) = cause {
            text = format!("{text}: {source}");
            cause = source.source();
        }
        Failure::new(error.kind(), error.reason(), text)
    }
}
