//! Runs a role until a signal says stop.

use std::path::Path;
use std::time::Duration;

use anyhow::Result;
use async_trait::async_trait;
use tokio::signal::unix::{SignalKind, signal};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tracing::{info, warn};

use super::log::start_log;

/// Time for an orderly end. Virtual machines are not touched by it.
const END_LIMIT: Duration = Duration::from_secs(8);

/// A part of the system that can run by itself.
#[async_trait]
pub trait Role: Send {
    /// Starts the role; its tasks go on in `tasks` until `stop` is cancelled.
    ///
    /// # Errors
    /// When it cannot start; nothing is left running then.
    async fn start(self, tasks: &TaskTracker, stop: &CancellationToken) -> Result<()>;
}

/// Runs a role until SIGINT or SIGTERM.
///
/// # Errors
/// When it cannot start.
pub async fn run_until_signal<R: Role>(role: R) -> Result<()> {
    start_log();
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    let tasks = TaskTracker::new();
    let stop = CancellationToken::new();
    let result = tokio::select! {
        started = role.start(&tasks, &stop) => started,
        _ = interrupt.recv() => {
            stop.cancel();
            Ok(())
        }
        _ = terminate.recv() => {
            stop.cancel();
            Ok(())
        }
    };
    if result.is_ok() && !stop.is_cancelled() {
        tokio::select! {
            _ = interrupt.recv() => info!("interrupted"),
            _ = terminate.recv() => info!("told to stop"),
            () = stop.cancelled() => warn!("a part of the daemon ended"),
        }
    }
    stop.cancel();
    tasks.close();
    if tokio::time::timeout(END_LIMIT, tasks.wait()).await.is_err() {
        warn!("some tasks did not end in time");
    }
    result
}

/// Leaves a file that says the role is ready and where it listens.
pub(super) fn announce(folder: &Path, role: &str, address: &str) -> Result<()> {
    let scratch = folder.join(format!("{role}.ready.new"));
    fs_err::write(&scratch, format!("{address}\n"))?;
    Ok(fs_err::rename(scratch, folder.join(format!("{role}.ready")))?)
}
