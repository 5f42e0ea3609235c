//! QEMU processes that are not our children: found by their file, ended through a descriptor.
//!
//! The number in the pid file alone proves nothing, because numbers are used again. A process is ours when
//! its command line names that very pid file, which no second life shares. The descriptor is opened before
//! the command line is read, so a signal can only reach the process that was looked at.

use std::os::fd::OwnedFd;
use std::path::Path;
use std::time::Duration;

use rustix::process::{Pid, PidfdFlags, Signal, pidfd_open, pidfd_send_signal};
use tokio::io::Interest;
use tokio::io::unix::AsyncFd;
use tokio::time::timeout;

use super::error::QemuError;

/// The kernel frees the memory of a killed process before it tells; gigabytes take a moment.
const KILL_LIMIT: Duration = Duration::from_secs(30);

/// A running QEMU process.
#[derive(Debug)]
pub(super) struct QemuProcess {
    pub(super) pid: i32,
    descriptor: OwnedFd,
}

impl QemuProcess {
    /// Finds the process that wrote `pid_file`; `None` when it is gone.
    pub(super) fn find(pid_file: &Path) -> Option<Self> {
        let pid: i32 = fs_err::read_to_string(pid_file).ok()?.trim().parse().ok()?;
        let descriptor = pidfd_open(Pid::from_raw(pid)?, PidfdFlags::NONBLOCK).ok()?;
        // A process that has ended but is not yet reaped has an empty command line.
        let command_line = fs_err::read(format!("/proc/{pid}/cmdline")).ok()?;
        let wanted = pid_file.as_os_str().as_encoded_bytes();
        if !command_line.split(|byte| *byte == 0).any(|argument| argument == wanted) {
            return None;
        }
        Some(Self { pid, descriptor })
    }

    /// Waits until the process has ended.
    ///
    /// # Cancel safety
    /// Safe.
    #[expect(
        deprecated,
        reason = "the descriptor is owned here until it is unregistered; what replaces it is unsafe"
    )]
    pub(super) async fn ended(&self) {
        let registered =
            self.descriptor.try_clone().and_then(|copy| AsyncFd::with_interest(copy, Interest::READABLE));
        match registered {
            // An error means that the runtime is going away; nobody is left to be told.
            Ok(descriptor) => drop(descriptor.readable().await),
            Err(error) => {
                tracing::error!(%error, "the end of a process cannot be awaited");
                std::future::pending().await
            }
        }
    }

    /// Waits until the process has ended, at most for `limit`; tells whether it has.
    pub(super) async fn ended_within(&self, limit: Duration) -> bool {
        timeout(limit, self.ended()).await.is_ok()
    }

    /// Ends the process at once and waits until it is gone.
    pub(super) async fn kill(&self) -> Result<(), QemuError> {
        // Refused only when it has ended already.
        let _ = pidfd_send_signal(&self.descriptor, Signal::KILL);
        if self.ended_within(KILL_LIMIT).await {
            Ok(())
        } else {
            Err(QemuError::StillRunning { pid: self.pid })
        }
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::process::CommandExt as _;
    use std::process::{Child, Command};

    use super::*;

    fn sleeper(argument: &Path) -> Child {
        let script = "sleep 60 & wait";
        Command::new("sh").args(["-c", script]).arg(argument).process_group(0).spawn().unwrap()
    }

    #[tokio::test]
    async fn a_process_is_found_by_its_file_and_seen_to_end() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("pid");
        let mut child = sleeper(&file);
        std::fs::write(&file, child.id().to_string()).unwrap();
        let process = loop {
            if let Some(process) = QemuProcess::find(&file) {
                break process;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        };
        assert!(!process.ended_within(Duration::from_millis(20)).await);
        process.kill().await.unwrap();
        // Not reaped yet: it must count as gone all the same.
        assert!(QemuProcess::find(&file).is_none());
        child.wait().unwrap();
        let group = Pid::from_raw(i32::try_from(child.id()).unwrap()).unwrap();
        let _ = rustix::process::kill_process_group(group, Signal::KILL);
    }

    #[tokio::test]
    async fn a_number_that_another_process_has_now_is_not_ours() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("pid");
        std::fs::write(&file, std::process::id().to_string()).unwrap();
        assert!(QemuProcess::find(&file).is_none());
        assert!(QemuProcess::find(&folder.path().join("none")).is_none());
    }
}
