//! The coding agent's cgroup: everything it started is held, frozen and killed together.
//!
//! Source: Linux kernel documentation, "Control Group v2".

use std::path::{Path, PathBuf};
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process_group};

use crate::config::GuestConfig;
use crate::error::GuestError;

const FREEZE_LIMIT: Duration = Duration::from_secs(5);
/// Enough for any build, too little to exhaust the kernel's table.
const MAX_PROCESSES: &str = "8192";

/// Holds the coding agent's processes; without a cgroup only those of its process group.
#[derive(Debug)]
pub(super) struct AgentCgroup {
    folder: Option<PathBuf>,
}

impl AgentCgroup {
    /// Makes the cgroup, or finds the one an earlier run of this program made.
    pub(super) fn open(config: &GuestConfig) -> AgentCgroup {
        let hierarchy = Path::new("/sys/fs/cgroup");
        if !config.owns_system() || !hierarchy.join("cgroup.controllers").exists() {
            return AgentCgroup { folder: None };
        }
        let folder = hierarchy.join("autovibe-agent");
        // The controllers may be on already, or not built in: freezing and killing work without them.
        let _ = fs_err::write(hierarchy.join("cgroup.subtree_control"), "+memory +pids");
        if let Err(error) = fs_err::create_dir_all(&folder) {
            tracing::warn!(%error, "the coding agent runs without a cgroup");
            return AgentCgroup { folder: None };
        }
        let _ = fs_err::write(folder.join("pids.max"), MAX_PROCESSES);
        if let Some(limit) = memory_limit_bytes() {
            let _ = fs_err::write(folder.join("memory.max"), limit.to_string());
        }
        AgentCgroup { folder: Some(folder) }
    }

    /// The cgroup to start in.
    pub(super) fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    /// Freezes; returns after everything stands still.
    pub(super) async fn freeze(&self, leader: Option<Pid>) -> Result<(), GuestError> {
        let Some(folder) = &self.folder else { return signal_group(leader, Signal::STOP) };
        fs_err::write(folder.join("cgroup.freeze"), "1").map_err(GuestError::file("freeze"))?;
        let started = tokio::time::Instant::now();
        while started.elapsed() < FREEZE_LIMIT {
            let events =
                fs_err::read_to_string(folder.join("cgroup.events")).map_err(GuestError::file("freeze"))?;
            if events.lines().any(|line| line == "frozen 1") {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        Err(GuestError::Config(format!("the coding agent does not stand still within {FREEZE_LIMIT:?}")))
    }

    /// Lets everything go on.
    pub(super) fn thaw(&self, leader: Option<Pid>) -> Result<(), GuestError> {
        match &self.folder {
            Some(folder) => {
                fs_err::write(folder.join("cgroup.freeze"), "0").map_err(GuestError::file("thaw"))
            }
            None => signal_group(leader, Signal::CONT),
        }
    }

    /// Kills everything.
    pub(super) fn kill(&self, leader: Option<Pid>) {
        if let Some(folder) = &self.folder
            && fs_err::write(folder.join("cgroup.kill"), "1").is_ok()
        {
            return;
        }
        // Nobody left to kill is what is wanted.
        let _ = signal_group(leader, Signal::KILL);
    }
}

fn signal_group(leader: Option<Pid>, signal: Signal) -> Result<(), GuestError> {
    match leader.map(|leader| kill_process_group(leader, signal)) {
        None | Some(Ok(()) | Err(rustix::io::Errno::SRCH)) => Ok(()),
        Some(Err(error)) => Err(GuestError::file("signal the coding agent")(error.into())),
    }
}

/// What is left when the system keeps an eighth, and at least 64 MiB, for itself.
fn memory_limit_bytes() -> Option<u64> {
    let total = crate::measure::memory_bytes()?.1;
    Some(total - (total / 8).max(64 * 1024 * 1024).min(total))
}
