//! The daemon's data folder: its format and the lock that keeps a second daemon out.

use std::io::{Read as _, Seek as _, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context as _, Result};
use autovibe_proto::{ErrorKind, Failure};
use rustix::fs::{FlockOperation, flock};

/// Number of the folder's format; an older program must not open a newer one.
const FORMAT: u32 = 1;

/// Half a second in all.
const LOCK_TRIES: u32 = 10;
const LOCK_PAUSE: Duration = Duration::from_millis(50);

/// A locked data folder.
#[derive(Debug)]
pub(crate) struct DataFolder {
    path: PathBuf,
    // Holds the lock until the process ends.
    _lock: fs_err::File,
}

impl DataFolder {
    /// Opens a folder for one role, made now if it does not exist.
    ///
    /// # Errors
    /// `WrongState` when another daemon has it, or when its format is newer than this program.
    pub(crate) fn open(path: &Path, role: &str) -> Result<DataFolder> {
        let mut builder = std::fs::DirBuilder::new();
        builder
            .recursive(true)
            .mode(0o700)
            .create(path)
            .with_context(|| format!("make the data folder {}", path.display()))?;
        // The folder holds keys and tokens, whoever made it.
        fs_err::set_permissions(path, std::fs::Permissions::from_mode(0o700))?;
        let lock = lock(path, role)?;
        check_format(path)?;
        Ok(DataFolder { path: path.to_path_buf(), _lock: lock })
    }

    /// A path below the folder.
    pub(crate) fn join(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }

    /// The folder.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }
}

fn lock(path: &Path, role: &str) -> Result<fs_err::File> {
    let name = path.join(format!("{role}.lock"));
    let mut options = fs_err::OpenOptions::new();
    let mut file = options.read(true).write(true).create(true).truncate(false).open(&name)?;
    let mut tries = 0;
    while flock(file.file(), FlockOperation::NonBlockingLockExclusive).is_err() {
        // The last one may be ending, or a program that it is just starting may still hold what it inherited.
        if tries < LOCK_TRIES {
            tries += 1;
            std::thread::sleep(LOCK_PAUSE);
            continue;
        }
        let mut holder = String::new();
        let _ = file.read_to_string(&mut holder);
        return Err(Failure::new(
            ErrorKind::WrongState,
            "DATA_FOLDER_IN_USE",
            format!(
                "the data folder {} is used by another autovibe (process {}); stop it, or choose another folder with --data",
                path.display(),
                holder.trim()
            ),
        )
        .into());
    }
    file.file_mut().set_len(0)?;
    file.rewind()?;
    writeln!(file, "{}", std::process::id())?;
    Ok(file)
}

fn check_format(path: &Path) -> Result<()> {
    let name = path.join("format");
    match fs_err::read_to_string(&name) {
        Ok(text) => {
            let format: u32 = text.trim().parse().with_context(|| format!("read {}", name.display()))?;
            if format > FORMAT {
                return Err(Failure::new(
                    ErrorKind::WrongState,
                    "DATA_FOLDER_TOO_NEW",
                    format!(
                        "the data folder {} has format {format}, this program knows {FORMAT}; use a newer autovibe",
                        path.display()
                    ),
                )
                .into());
            }
            Ok(())
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            Ok(fs_err::write(&name, format!("{FORMAT}\n"))?)
        }
        Err(error) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_daemon_is_refused_and_told_why() {
        let folder = tempfile::tempdir().unwrap();
        let first = DataFolder::open(folder.path(), "up").unwrap();
        let refused = DataFolder::open(folder.path(), "up").unwrap_err().to_string();
        assert!(refused.contains("another autovibe"), "{refused}");
        assert!(refused.contains(&std::process::id().to_string()), "{refused}");
        drop(first);
        DataFolder::open(folder.path(), "up").unwrap();
    }

    #[test]
    fn a_newer_format_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("format"), "99").unwrap();
        let refused = DataFolder::open(folder.path(), "up").unwrap_err().to_string();
        assert!(refused.contains("newer autovibe"), "{refused}");
    }
}
