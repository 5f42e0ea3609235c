//! The whole workspace as a commit, uncommitted files too, without touching HEAD, index or files.
//!
//! The same state gives the same commit: its time is that of HEAD.

use std::io::Write as _;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};

use super::git::complaint;
use super::repository::Repository;
use crate::error::GuestError;

/// How temporary indexes are called.
const INDEX_PREFIX: &str = "autovibe-index.";
/// What a killed run left is younger than this only while it may still be at work.
const LEFTOVER_AGE: Duration = Duration::from_secs(900);
const MESSAGE: &str =
    "Work not yet committed\n\nWritten by autovibe; branch, index and files are as they were.";

/// The workspace at one moment.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Snapshot {
    /// The commit that holds every file that is not ignored.
    pub(crate) commit: String,
    /// HEAD of that moment; empty before the first commit.
    pub(crate) head: String,
}

/// Commits the workspace; `None` when there is nothing: no commit and no file.
///
/// # Errors
/// [`GuestError`] when git cannot write it.
pub(super) fn take(repository: &Repository) -> Result<Option<Snapshot>, GuestError> {
    let index = TemporaryIndex::new(&repository.folder)?;
    let git = repository.git.with("GIT_INDEX_FILE", index.path.to_string_lossy());
    // Commit, tree and time in one call.
    let known = git.ask(&["log", "-1", "--no-show-signature", "--format=%H %T %ct", "HEAD"])?;
    let known = known.unwrap_or_default();
    let mut fields = known.split(' ');
    let [head, head_tree, time] = [(); 3].map(|()| fields.next().unwrap_or_default());
    add_everything(repository, &index)?;
    let tree = git.run(&["write-tree"])?;
    if tree == head_tree {
        return Ok(Some(Snapshot { commit: head.to_owned(), head: head.to_owned() }));
    }
    let mut arguments = vec!["commit-tree", &tree, "-m", MESSAGE];
    if head.is_empty() {
        if tree == git.run(&["hash-object", "-t", "tree", "/dev/null"])? {
            return Ok(None);
        }
    } else {
        arguments.extend(["-p", head]);
    }
    let date = format!("@{} +0000", if time.is_empty() { "0" } else { time });
    let mut author = git;
    for name in ["GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"] {
        author = author.with(name, "autovibe");
    }
    for name in ["GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"] {
        author = author.with(name, "agent@machine.invalid");
    }
    for name in ["GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"] {
        author = author.with(name, date.clone());
    }
    Ok(Some(Snapshot { commit: author.run(&arguments)?, head: head.to_owned() }))
}

/// Brings the temporary index up to date with the files.
fn add_everything(repository: &Repository, index: &TemporaryIndex) -> Result<(), GuestError> {
    let git = repository.git.with("GIT_INDEX_FILE", index.path.to_string_lossy());
    let added = git.output(&["add", "--all", "--ignore-errors", "."])?;
    if added.status.success() {
        return Ok(());
    }
    note(&added.stderr);
    // Some files could not be read, the others are in.
    if added.status.code() == Some(1) {
        return Ok(());
    }
    // Something stops the whole call, as a repository without commits inside this one does: file by file then.
    let updated = git.output(&["add", "--update", "--ignore-errors", "."])?;
    note(&updated.stderr);
    let listed = git.output(&["ls-files", "-z", "--others", "--exclude-standard"])?;
    if !listed.status.success() {
        return Err(complaint("ls-files", &listed));
    }
    let mut files = Vec::new();
    for file in listed.stdout.split_inclusive(|byte| *byte == 0) {
        // A repository inside this one is listed as a folder.
        if !file.ends_with(b"/\0") {
            files.extend_from_slice(file);
        }
    }
    let mut adding = git
        .command(&["update-index", "--add", "--remove", "-z", "--stdin"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(GuestError::file("run git update-index"))?;
    if let Some(mut input) = adding.stdin.take() {
        // Git says itself why it stopped reading.
        let _ = input.write_all(&files);
    }
    let added = adding.wait_with_output().map_err(GuestError::file("run git update-index"))?;
    if added.status.success() { Ok(()) } else { Err(complaint("update-index", &added)) }
}

fn note(text: &[u8]) {
    // Only a hint for whoever looks.
    let _ = std::io::stderr().write_all(text);
}

/// A copy of the index, which knows what was not changed since; gone when dropped.
#[derive(Debug)]
struct TemporaryIndex {
    path: PathBuf,
}

impl TemporaryIndex {
    fn new(folder: &Path) -> Result<TemporaryIndex, GuestError> {
        remove_leftovers(folder);
        let path = folder.join(format!("{INDEX_PREFIX}{}", std::process::id()));
        let index = TemporaryIndex { path };
        let own = folder.join("index");
        // Git replaces its index whole, so a copy is never torn. A fresh repository has none.
        if let Ok(metadata) = fs_err::metadata(&own) {
            let doing = || GuestError::file("copy git's index");
            fs_err::copy(&own, &index.path).map_err(doing())?;
            // A file that changed in the moment of the index's last write is looked at again because of this time.
            let modified = metadata.modified().map_err(doing())?;
            let file = fs_err::OpenOptions::new().write(true).open(&index.path).map_err(doing())?;
            file.file().set_modified(modified).map_err(doing())?;
        }
        Ok(index)
    }
}

impl Drop for TemporaryIndex {
    fn drop(&mut self) {
        // It may never have been written.
        let _ = std::fs::remove_file(&self.path);
    }
}

/// Removes what runs that were killed left behind.
fn remove_leftovers(folder: &Path) {
    let Ok(entries) = fs_err::read_dir(folder) else { return };
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs();
    for entry in entries.flatten() {
        if !entry.file_name().to_string_lossy().starts_with(INDEX_PREFIX) {
            continue;
        }
        let changed = entry.metadata().map(|metadata| metadata.ctime()).unwrap_or_default();
        if now.saturating_sub(u64::try_from(changed).unwrap_or(0)) > LEFTOVER_AGE.as_secs() {
            let _ = fs_err::remove_file(entry.path());
        }
    }
}
