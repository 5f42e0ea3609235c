//! The repository in the workspace: where it is, what it began with.

use std::path::{Path, PathBuf};

use autovibe_proto::is_object_name;

use super::git::Git;
use crate::config::GuestConfig;
use crate::error::GuestError;
use crate::measure::git_head;

/// Setting of the repository that holds the commit which the Machine's work began with.
pub(super) const BASE_SETTING: &str = "autovibe.base";

/// A repository in the workspace.
#[derive(Debug)]
pub(super) struct Repository {
    /// Git in it.
    pub(super) git: Git,
    /// Git's own folder.
    pub(super) folder: PathBuf,
}

impl Repository {
    /// Finds the repository; `None` when the workspace is none.
    ///
    /// # Errors
    /// [`GuestError`] when git cannot make sense of it.
    pub(super) fn find(config: &GuestConfig) -> Result<Option<Repository>, GuestError> {
        let (git, own) = (Git::new(config), config.workspace().join(".git"));
        match fs_err::symlink_metadata(&own) {
            Err(_) => return Ok(None),
            Ok(metadata) if metadata.is_dir() => return Ok(Some(Repository { git, folder: own })),
            Ok(_) => {}
        }
        let folder = PathBuf::from(git.run(&["rev-parse", "--absolute-git-dir"])?);
        Ok(Some(Repository { git, folder }))
    }

    /// The commit that the work began with; empty when there is none.
    ///
    /// # Errors
    /// [`GuestError`] when git cannot be started.
    pub(super) fn base(&self) -> Result<String, GuestError> {
        let base = self.git.ask(&["config", "--local", "--get", BASE_SETTING])?.unwrap_or_default();
        Ok(if is_object_name(&base) { base } else { String::new() })
    }

    /// True when the commit is here.
    ///
    /// # Errors
    /// [`GuestError`] when git cannot be started.
    pub(super) fn has_commit(&self, commit: &str) -> Result<bool, GuestError> {
        Ok(self.git.ask(&["cat-file", "-e", &format!("{commit}^{{commit}}")])?.is_some())
    }

    /// Has a ref point to a commit.
    ///
    /// # Errors
    /// [`GuestError::Git`] when it cannot.
    pub(super) fn set_ref(&self, name: &str, commit: &str) -> Result<(), GuestError> {
        self.git.run(&["update-ref", "--no-deref", name, commit]).map(|_| ())
    }
}

/// True when there is nothing to keep: no repository, or one without a commit in an otherwise empty folder.
///
/// Starts no program, for it is asked at each Turn and Checkpoint of every Machine.
pub(super) fn is_blank(workspace: &Path) -> bool {
    if !workspace.join(".git").exists() {
        return true;
    }
    git_head(workspace).0.is_empty() && is_empty_but_for_git(workspace)
}

/// True for a folder with nothing in it, or nothing but git's own.
pub(super) fn is_empty_but_for_git(folder: &Path) -> bool {
    let Ok(entries) = fs_err::read_dir(folder) else { return true };
    entries.flatten().all(|entry| entry.file_name() == ".git")
}
