//! The folder of the database files, held by one process at a time.

use std::fs::{DirBuilder, File, OpenOptions, TryLockError};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::Path;

use crate::DatabaseError;

/// Name of the lock file.
const LOCK: &str = "state.lock";

/// Holds the folder; the operating system lets go of it when the process ends, however that happens.
#[derive(Debug)]
pub(super) struct FolderLock(#[expect(dead_code, reason = "the open file is the lock")] File);

impl FolderLock {
    /// Makes the folder where it is missing and locks it.
    pub(super) fn take(folder: &Path) -> Result<FolderLock, DatabaseError> {
        let fail = |operation| move |source| DatabaseError::Folder { operation, source };
        // Rows hold prompts and tokens' digests: nobody else on the machine reads them.
        DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(folder)
            .map_err(fail("make the database folder"))?;
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .mode(0o600)
            .open(folder.join(LOCK))
            .map_err(fail("open the lock file"))?;
        match file.try_lock() {
            Ok(()) => Ok(FolderLock(file)),
            Err(TryLockError::WouldBlock) => Err(DatabaseError::FolderInUse),
            Err(TryLockError::Error(source)) => {
                Err(DatabaseError::Folder { operation: "lock the database folder", source })
            }
        }
    }
}
