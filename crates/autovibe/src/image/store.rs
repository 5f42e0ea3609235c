//! The folder that holds built Images: its place, its lock and its unfinished parts.

use std::path::{Path, PathBuf};
use std::time::Duration;

use super::error::ImageError;
use super::progress::StageProgress;

/// Time between two looks at a lock that another build holds.
const LOCK_POLL: Duration = Duration::from_millis(200);

/// Returns the folder for Images of this user.
///
/// `$XDG_CACHE_HOME/autovibe/images`, else `~/.cache/autovibe/images`; an Image can always be built again.
pub fn default_store() -> PathBuf {
    let absolute = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    // Source: XDG Base Directory Specification; a relative value is to be ignored.
    let cache = absolute("XDG_CACHE_HOME")
        .or_else(|| absolute("HOME").map(|home| home.join(".cache")))
        .unwrap_or_else(std::env::temp_dir);
    cache.join("autovibe").join("images")
}

/// Returns the folders of finished Images in a store, in the order of their names.
///
/// # Errors
/// [`ImageError::File`] when the store cannot be listed; a missing store holds no Images.
pub fn find(store: &Path) -> Result<Vec<PathBuf>, ImageError> {
    let entries = match fs_err::read_dir(store) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(ImageError::File { operation: "list images", source: error }),
    };
    let mut found: Vec<PathBuf> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|dir| dir.join("manifest.json").is_file())
        .collect();
    found.sort();
    Ok(found)
}

/// A store that no other build changes while this value lives.
pub(super) struct LockedStore {
    dir: PathBuf,
    // Released by the operating system when it is closed, also after a crash.
    _lock: fs_err::File,
}

/// A folder for work in progress; gone when dropped, unless it was moved into place.
pub(super) struct Staging {
    dir: PathBuf,
}

impl LockedStore {
    /// Waits for the store and removes what an interrupted build left.
    ///
    /// # Cancel safety
    /// Safe: nothing is held until it returns.
    pub(super) async fn acquire(dir: &Path, progress: StageProgress<'_>) -> Result<Self, ImageError> {
        // Programs run in other folders, so no path may depend on the current one.
        let dir = &std::path::absolute(dir).map_err(ImageError::file("find store", dir))?;
        fs_err::create_dir_all(dir.join("cache")).map_err(ImageError::file("create store", dir))?;
        let lock = fs_err::OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(dir.join("lock"))
            .map_err(ImageError::file("open lock", dir))?;
        let mut has_said = false;
        loop {
            match lock.file().try_lock() {
                Ok(()) => break,
                Err(std::fs::TryLockError::WouldBlock) => {
                    if !has_said {
                        progress.say("another build uses this store");
                        has_said = true;
                    }
                    tokio::time::sleep(LOCK_POLL).await;
                }
                Err(std::fs::TryLockError::Error(source)) => {
                    return Err(ImageError::File { operation: "lock store", source });
                }
            }
        }
        let store = Self { dir: dir.to_owned(), _lock: lock };
        remove_tree(&store.staging_root()).map_err(ImageError::file("remove unfinished build", dir))?;
        Ok(store)
    }

    pub(super) fn dir(&self) -> &Path {
        &self.dir
    }

    /// Makes an empty folder for one part of the build.
    pub(super) fn stage(&self, name: &str) -> Result<Staging, ImageError> {
        let dir = self.staging_root().join(name);
        remove_tree(&dir).map_err(ImageError::file("remove unfinished build", &self.dir))?;
        fs_err::create_dir_all(&dir).map_err(ImageError::file("create staging folder", &self.dir))?;
        Ok(Staging { dir })
    }

    /// Fails early when a build cannot fit.
    pub(super) fn require_free(&self, bytes: u64) -> Result<(), ImageError> {
        let stat = rustix::fs::statvfs(&self.dir)
            .map_err(|error| ImageError::File { operation: "read free space", source: error.into() })?;
        let free = stat.f_bavail.saturating_mul(stat.f_frsize);
        if free < bytes {
            let needed = format!("{} MiB are free, {} MiB are needed", free >> 20, bytes >> 20);
            return Err(ImageError::StoreFull { path: self.dir.clone(), needed });
        }
        Ok(())
    }

    fn staging_root(&self) -> PathBuf {
        self.dir.join("staging")
    }
}

impl Staging {
    pub(super) fn dir(&self) -> &Path {
        &self.dir
    }

    /// Moves the folder to its final place: there it is whole or not at all.
    pub(super) fn publish(self, target: &Path) -> std::io::Result<()> {
        for entry in fs_err::read_dir(&self.dir)? {
            fs_err::File::open(entry?.path())?.sync_all()?;
        }
        // What stands there is unfinished or damaged, or the caller would have used it.
        remove_tree(target)?;
        fs_err::rename(&self.dir, target)?;
        if let Some(parent) = target.parent() {
            fs_err::File::open(parent)?.sync_all()?;
        }
        Ok(())
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        // A folder that stays is removed by the next build, so the failure is not lost.
        let _ = remove_tree(&self.dir);
    }
}

fn remove_tree(dir: &Path) -> std::io::Result<()> {
    match fs_err::remove_dir_all(dir) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::progress::{BuildStage, NoProgress};
    use super::*;

    const QUIET: StageProgress<'_> = StageProgress { progress: &NoProgress, stage: BuildStage::Wait };

    #[tokio::test]
    async fn what_is_not_published_is_removed() {
        let dir = tempfile::tempdir().unwrap();
        let store = LockedStore::acquire(dir.path(), QUIET).await.unwrap();
        let kept = store.stage("kept").unwrap();
        std::fs::write(kept.dir().join("manifest.json"), "{}").unwrap();
        let lost = store.stage("lost").unwrap();
        let lost_dir = lost.dir().to_owned();
        drop(lost);
        assert!(!lost_dir.exists());
        kept.publish(&dir.path().join("abc")).unwrap();
        assert_eq!(find(dir.path()).unwrap(), [dir.path().join("abc")]);
    }

    #[tokio::test]
    async fn a_second_build_waits_and_then_finds_no_leftovers() {
        let dir = tempfile::tempdir().unwrap();
        let first = LockedStore::acquire(dir.path(), QUIET).await.unwrap();
        let staging = first.stage("half").unwrap();
        let half = staging.dir().to_owned();
        // As after a crash: the guard never runs.
        std::mem::forget(staging);
        let second = LockedStore::acquire(dir.path(), QUIET);
        tokio::pin!(second);
        let early = tokio::time::timeout(Duration::from_millis(500), &mut second).await;
        assert!(early.is_err(), "the lock is held");
        drop(first);
        second.await.unwrap();
        assert!(!half.exists());
    }

    #[tokio::test]
    async fn a_build_that_cannot_fit_says_so() {
        let dir = tempfile::tempdir().unwrap();
        let store = LockedStore::acquire(dir.path(), QUIET).await.unwrap();
        store.require_free(1).unwrap();
        let error = store.require_free(u64::MAX).unwrap_err();
        assert!(matches!(error, ImageError::StoreFull { .. }));
    }

    #[tokio::test]
    async fn a_relative_store_becomes_absolute() {
        let dir = tempfile::tempdir_in(".").unwrap();
        let name = dir.path().file_name().unwrap();
        let store = LockedStore::acquire(Path::new(name), QUIET).await.unwrap();
        assert!(store.dir().is_absolute() && store.dir().ends_with(name));
    }

    #[test]
    fn a_missing_store_holds_no_images() {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(find(&dir.path().join("none")).unwrap(), Vec::<PathBuf>::new());
    }
}
