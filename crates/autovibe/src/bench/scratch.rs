//! The folder of one run; with it go the processes that use it.

use std::os::unix::fs::DirBuilderExt as _;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use super::error::BenchError;
use super::process::processes_below;

/// A killed QEMU frees its memory before it is gone.
const END_LIMIT: Duration = Duration::from_secs(10);

/// A folder that ends with everything in it: virtual machines outlive their daemon, but not this.
#[derive(Debug)]
pub(super) struct Scratch {
    path: PathBuf,
}

impl Scratch {
    /// Makes a new folder below the system's folder for temporary files.
    pub(super) fn create() -> Result<Scratch, BenchError> {
        // Short, as paths of sockets have a limit.
        let path = std::env::temp_dir().join(format!("avb{}", std::process::id()));
        std::fs::DirBuilder::new()
            .mode(0o700)
            .create(&path)
            .map_err(BenchError::file("make a temporary folder"))?;
        Ok(Scratch { path })
    }

    /// Makes a folder below it.
    pub(super) fn folder(&self, name: &str) -> Result<PathBuf, BenchError> {
        let path = self.path.join(name);
        fs_err::create_dir(&path).map_err(BenchError::file("make a temporary folder"))?;
        Ok(path)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let begin = Instant::now();
        loop {
            let left = processes_below(&self.path);
            if left.is_empty() || begin.elapsed() > END_LIMIT {
                break;
            }
            for process in left {
                process.kill();
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        if let Err(error) = fs_err::remove_dir_all(&self.path) {
            tracing::warn!(%error, "the temporary folder stays");
        }
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::process::CommandExt as _;
    use std::process::Command;

    use super::*;

    #[test]
    fn nothing_is_left_of_a_run() {
        let scratch = Scratch::create().unwrap();
        let folder = scratch.folder("floor").unwrap();
        let mut child = Command::new("sleep").arg0(&folder).arg("60").spawn().unwrap();
        while processes_below(&scratch.path).is_empty() {
            std::thread::yield_now();
        }
        let reaper = std::thread::spawn(move || child.wait().unwrap());
        drop(scratch);
        assert!(!reaper.join().unwrap().success());
        assert!(!folder.exists());
    }
}
