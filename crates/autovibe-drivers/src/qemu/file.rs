//! Small files with a whole content or none, and folders that only we may read.

use std::fs::Permissions;
use std::io::Write as _;
use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::error::QemuError;

/// Whether a write must survive a loss of power.
///
/// After such a loss no process of ours runs any more, so intents need not survive it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Durability {
    /// Survives the end of our process.
    Process,
    /// Survives the end of the host.
    Host,
}

/// Writes a record under a temporary name and renames it.
pub(super) fn write_record<T: Serialize>(
    path: &Path,
    record: &T,
    durability: Durability,
) -> Result<(), QemuError> {
    let what = || format!("write {}", file_name(path));
    let content = serde_json::to_vec_pretty(record)
        .map_err(|error| QemuError::Record { what: file_name(path), text: error.to_string() })?;
    let temporary = path.with_extension("new");
    let mut file = fs_err::os::unix::fs::OpenOptionsExt::mode(&mut fs_err::OpenOptions::new(), 0o600)
        .write(true)
        .create(true)
        .truncate(true)
        .open(&temporary)
        .map_err(QemuError::file(what()))?;
    file.write_all(&content).map_err(QemuError::file(what()))?;
    if durability == Durability::Host {
        file.sync_all().map_err(QemuError::file(what()))?;
    }
    fs_err::rename(&temporary, path).map_err(QemuError::file(what()))?;
    match path.parent() {
        Some(folder) if durability == Durability::Host => sync_folder(folder),
        _ => Ok(()),
    }
}

/// Reads a record; `None` when there is no such file.
pub(super) fn read_record<T: DeserializeOwned>(path: &Path) -> Result<Option<T>, QemuError> {
    let content = match fs_err::read(path) {
        Ok(content) => content,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(QemuError::file(format!("read {}", file_name(path)))(error)),
    };
    serde_json::from_slice(&content)
        .map(Some)
        .map_err(|error| QemuError::Record { what: file_name(path), text: error.to_string() })
}

/// Makes new names in a folder survive the end of the host.
pub(super) fn sync_folder(folder: &Path) -> Result<(), QemuError> {
    fs_err::File::open(folder)
        .and_then(|folder| folder.sync_all())
        .map_err(QemuError::file(format!("sync {}", file_name(folder))))
}

/// Makes a folder that only we may enter; one that exists is kept.
pub(super) fn create_private_folder(folder: &Path) -> Result<(), QemuError> {
    fs_err::create_dir_all(folder)
        .and_then(|()| fs_err::set_permissions(folder, Permissions::from_mode(0o700)))
        .map_err(QemuError::file(format!("create folder {}", file_name(folder))))
}

/// Removes a folder and everything in it; one that is gone is no error.
pub(super) fn remove_folder(folder: &Path) -> Result<(), QemuError> {
    match fs_err::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(QemuError::file(format!("remove folder {}", file_name(folder)))(error))
        }
        _ => Ok(()),
    }
}

/// Removes a file; one that is gone is no error.
pub(super) fn remove_file(path: &Path) -> Result<(), QemuError> {
    match fs_err::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(QemuError::file(format!("remove {}", file_name(path)))(error))
        }
        _ => Ok(()),
    }
}

/// Lists the names in a folder; a folder that is missing is empty.
pub(super) fn names_in(folder: &Path) -> Result<Vec<String>, QemuError> {
    let entries = match fs_err::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(QemuError::file(format!("list {}", file_name(folder)))(error)),
    };
    Ok(entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect())
}

fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

/// Writes a file that only we may read.
pub(super) fn write_private(path: &Path, content: &[u8]) -> Result<(), QemuError> {
    std::fs::OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(path)
        .and_then(|mut file| file.write_all(content))
        .map_err(QemuError::file(format!("write {}", file_name(path))))
}
