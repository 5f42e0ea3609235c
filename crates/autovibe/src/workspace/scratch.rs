//! A folder that ends with the command.

use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};

use super::error::WorkspaceError;

/// A temporary folder that nobody else can read; removed when dropped.
#[derive(Debug)]
pub struct ScratchFolder {
    path: PathBuf,
}

impl ScratchFolder {
    /// Makes one below the system's folder for temporary files, which `TMPDIR` names.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn create() -> Result<ScratchFolder, WorkspaceError> {
        let failed = || WorkspaceError::file("make a temporary folder");
        let mut random = [0_u8; 8];
        getrandom::fill(&mut random).map_err(|error| failed()(std::io::Error::other(error.to_string())))?;
        let path = std::env::temp_dir().join(format!("autovibe-{}", hex::encode(random)));
        std::fs::DirBuilder::new().mode(0o700).create(&path).map_err(failed())?;
        // Git resolves paths of its own, and they must agree with ours.
        let path = fs_err::canonicalize(&path).map_err(failed())?;
        Ok(ScratchFolder { path })
    }

    /// The folder.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// A path below it.
    #[must_use]
    pub fn join(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }
}

impl Drop for ScratchFolder {
    fn drop(&mut self) {
        if let Err(error) = fs_err::remove_dir_all(&self.path) {
            tracing::warn!(%error, "a temporary folder stays");
        }
    }
}
