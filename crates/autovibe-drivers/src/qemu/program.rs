//! The QEMU program: its version and what that version offers.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};
use std::time::Duration;

use autovibe_hypervisor::DriverError;
use tokio::process::Command;
use tokio::time::timeout;

use super::error::QemuError;

/// A loaded host was seen to take half a second to start QEMU.
const ASK_LIMIT: Duration = Duration::from_secs(20);

/// Saved memory with fixed page offsets came with this version; without it no memory is saved.
const MEMORY_FILE_VERSION: (u32, u32) = (9, 0);

/// A QEMU program that was asked for its version.
#[derive(Debug, Clone)]
pub(super) struct QemuProgram {
    pub(super) path: PathBuf,
    /// As "10.0.2".
    pub(super) version: String,
    release: (u32, u32),
}

impl QemuProgram {
    /// Asks a program for its version and its machine types.
    pub(super) async fn probe(path: &Path) -> Result<Self, DriverError> {
        let missing = |text: String| DriverError::Unsupported {
            what: "the QEMU driver",
            why: format!("{text}; install it, on Debian: apt-get install qemu-system-x86"),
        };
        let output = run(path, ["--version"], ASK_LIMIT)
            .await
            .map_err(|error| missing(format!("{} cannot be run ({error})", path.display())))?;
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let (version, release) =
            parse_version(&text).ok_or_else(|| missing(format!("{} is no QEMU", path.display())))?;
        let program = Self { path: path.to_owned(), version, release };
        let types = run(path, ["-machine", "help"], ASK_LIMIT).await?;
        let types = String::from_utf8_lossy(&types.stdout).into_owned();
        if types.lines().any(|line| line.split_whitespace().next() == Some(&program.machine_type())) {
            Ok(program)
        } else {
            Err(missing(format!("QEMU {} has no machine type {}", program.version, program.machine_type())))
        }
    }

    /// The machine type with the program's own version: memory loads into the identical type only.
    pub(super) fn machine_type(&self) -> String {
        format!("pc-q35-{}.{}", self.release.0, self.release.1)
    }

    /// A process that cannot load memory can stay to tell why.
    pub(super) fn tells_reason(&self) -> bool {
        self.release >= (9, 1)
    }

    /// Memory can be saved into a file.
    pub(super) fn saves_memory(&self) -> bool {
        self.release >= MEMORY_FILE_VERSION
    }
}

/// Runs a program to its end and gives what it printed.
pub(super) async fn run<S: AsRef<OsStr>>(
    program: &Path,
    arguments: impl IntoIterator<Item = S>,
    limit: Duration,
) -> Result<Output, QemuError> {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).kill_on_drop(true);
    // QEMU outlives the daemon, and what the daemon was given, keys above all, is not for it.
    command.env_clear().env("LANG", "C.UTF-8");
    if let Some(path) = std::env::var_os("PATH") {
        command.env("PATH", path);
    }
    let child = command.output();
    match timeout(limit, child).await {
        Ok(output) => output.map_err(QemuError::file(format!("run {}", program.display()))),
        Err(_) => Err(QemuError::Start { text: format!("no end within {} s", limit.as_secs()) }),
    }
}

fn parse_version(text: &str) -> Option<(String, (u32, u32))> {
    let version = text.strip_prefix("QEMU emulator version ")?.split_whitespace().next()?;
    let mut parts = version.split('.');
    let release = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    Some((version.to_owned(), release))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_read_from_the_first_line() {
        let text = "QEMU emulator version 10.0.2 (Debian 1:10.0.2+ds-2)\nCopyright (c) 2003-2025\n";
        assert_eq!(parse_version(text), Some(("10.0.2".to_owned(), (10, 0))));
        assert_eq!(parse_version("busybox"), None);
    }

    #[test]
    fn memory_is_saved_from_9_0_on() {
        let at = |release| QemuProgram { path: PathBuf::new(), version: String::new(), release };
        assert!(!at((8, 2)).saves_memory());
        assert!(at((9, 0)).saves_memory() && at((10, 1)).saves_memory());
        assert_eq!(at((10, 1)).machine_type(), "pc-q35-10.1");
    }

    #[tokio::test]
    async fn a_missing_program_is_named_with_the_remedy() {
        let error = QemuProgram::probe(Path::new("no-such-qemu")).await.unwrap_err();
        assert!(error.to_string().contains("apt-get install qemu-system-x86"), "{error}");
    }
}
