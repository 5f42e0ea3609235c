//! Clones the Project's repository into the workspace; may be killed at any point and done again.

use std::path::Path;

use autovibe_proto::is_object_name;
use rustix::fs::FlockOperation;

use super::git::Git;
use super::repository::{BASE_SETTING, Repository, is_blank, is_empty_but_for_git};
use crate::config::GuestConfig;
use crate::error::GuestError;

/// Lies in git's folder while the clone is under way: what is in the workspace then is ours to overwrite.
const MARKER: &str = "autovibe-cloning";
/// Where the refs of the bundle stay, so that git keeps what they hold.
const SOURCE_REFS: &str = "refs/autovibe/source";

/// What is wanted.
#[derive(Debug)]
pub(super) struct Clone<'a> {
    /// The commit to start from.
    pub(super) base: &'a str,
    /// The branch to make.
    pub(super) branch: &'a str,
}

impl Clone<'_> {
    /// True when the workspace is as wanted, from an earlier try.
    ///
    /// # Errors
    /// [`GuestError`] when it holds something else, or the order makes no sense.
    pub(super) fn is_done(&self, config: &GuestConfig) -> Result<bool, GuestError> {
        self.check(config)?;
        let Some(repository) = Repository::find(config)? else {
            return self.check_empty(config).map(|()| false);
        };
        if repository.folder.join(MARKER).exists() {
            return Ok(false);
        }
        if repository.base()? == self.base && repository.has_commit(self.base)? {
            return Ok(true);
        }
        self.check_empty(config).map(|()| false)
    }

    /// Clones from a bundle.
    ///
    /// # Errors
    /// [`GuestError`] with the reason for people.
    pub(super) fn make(&self, config: &GuestConfig, bundle: &Path) -> Result<(), GuestError> {
        self.check(config)?;
        // The try of a guest that was killed may still be at work.
        let workspace =
            fs_err::File::open(config.workspace()).map_err(GuestError::file("open the workspace"))?;
        rustix::fs::flock(workspace.file(), FlockOperation::LockExclusive)
            .map_err(std::io::Error::from)
            .map_err(GuestError::file("lock the workspace"))?;
        if self.is_done(config)? {
            return Ok(());
        }
        let (git, folder) = (Git::new(config), config.workspace().join(".git"));
        let doing = |what: &str| GuestError::file(format!("{what} the workspace"));
        fs_err::create_dir_all(&folder).map_err(doing("make"))?;
        fs_err::write(folder.join(MARKER), self.base).map_err(doing("mark"))?;
        // What an Image or a try that was cut off left: another format of objects, locks that nobody holds.
        clear(&folder).map_err(doing("clear"))?;
        let format = if self.base.len() == 64 { "--object-format=sha256" } else { "--object-format=sha1" };
        git.run(&["init", "--quiet", "--initial-branch=main", format])?;
        self.fetch(&git, &bundle.to_string_lossy())?;
        let repository = Repository { git, folder };
        if !repository.has_commit(self.base)? {
            return Err(GuestError::Git(format!("the bundle does not hold the commit {}", self.base)));
        }
        self.check_out(&repository)?;
        fs_err::remove_file(repository.folder.join(MARKER)).map_err(doing("unmark"))
    }

    fn fetch(&self, git: &Git, bundle: &str) -> Result<(), GuestError> {
        let heads = git.run(&["bundle", "list-heads", bundle])?;
        let names: Vec<&str> = heads.lines().filter_map(|line| Some(line.split_once(' ')?.1)).collect();
        let mut wanted = Vec::new();
        if names.contains(&"HEAD") {
            wanted.push(format!("+HEAD:{SOURCE_REFS}/HEAD"));
        }
        if names.iter().any(|name| name.starts_with("refs/")) {
            wanted.push(format!("+refs/*:{SOURCE_REFS}/*"));
        }
        if names.iter().any(|name| name.starts_with("refs/tags/")) {
            wanted.push("+refs/tags/*:refs/tags/*".to_owned());
        }
        let mut arguments = vec!["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", bundle];
        arguments.extend(wanted.iter().map(String::as_str));
        git.run(&arguments).map(|_| ())
    }

    fn check_out(&self, repository: &Repository) -> Result<(), GuestError> {
        let git = &repository.git;
        git.run(&["checkout", "--quiet", "--force", "--no-track", "-B", self.branch, self.base])?;
        for (name, value) in [("user.name", "autovibe agent"), ("user.email", "agent@machine.invalid")] {
            if git.ask(&["config", "--get", name])?.is_none_or(|known| known.is_empty()) {
                git.run(&["config", "--local", name, value])?;
            }
        }
        // Our own refs are nobody else's business in a log.
        git.run(&["config", "--local", "log.excludeDecoration", "refs/autovibe/*"])?;
        // Last: whoever reads it finds everything else in place.
        git.run(&["config", "--local", BASE_SETTING, self.base]).map(|_| ())
    }

    fn check(&self, config: &GuestConfig) -> Result<(), GuestError> {
        if !is_object_name(self.base) {
            return Err(GuestError::Config(format!("{:?} is no commit", self.base)));
        }
        fs_err::create_dir_all(config.workspace()).map_err(GuestError::file("make the workspace"))?;
        let is_branch =
            Git::new(config).ask(&["check-ref-format", &format!("refs/heads/{}", self.branch)])?;
        if is_branch.is_none() || self.branch.starts_with('-') {
            return Err(GuestError::Config(format!("{:?} is no name for a branch", self.branch)));
        }
        Ok(())
    }

    fn check_empty(&self, config: &GuestConfig) -> Result<(), GuestError> {
        let workspace = config.workspace();
        let is_empty = is_empty_but_for_git(&workspace) && is_blank(&workspace);
        if is_empty {
            return Ok(());
        }
        Err(GuestError::Config(
            "the workspace holds other work already; the repository is not put on top of it".to_owned(),
        ))
    }
}

/// Removes everything but the marker.
fn clear(folder: &Path) -> Result<(), std::io::Error> {
    for entry in fs_err::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name() == MARKER {
            continue;
        }
        if entry.file_type()?.is_dir() {
            fs_err::remove_dir_all(entry.path())?;
        } else {
            fs_err::remove_file(entry.path())?;
        }
    }
    Ok(())
}
