//! The Hub's background tasks: cancelled together, and a panic of one is reported and ends only that one.

use std::any::Any;
use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::time::Duration;

use futures::FutureExt as _;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

/// Tasks that share a cancellation.
#[derive(Debug, Clone, Default)]
pub(crate) struct TaskSet {
    tracker: TaskTracker,
    cancelled: CancellationToken,
}

impl TaskSet {
    /// Runs a task until it ends or the set is cancelled.
    pub(crate) fn spawn<F>(&self, kind: &'static str, task: F)
    where
        F: Future<Output = ()> + Send + 'static,
    {
        let cancelled = self.cancelled.clone();
        self.tracker.spawn(async move {
            tokio::select! {
                () = cancelled.cancelled() => {}
                ended = AssertUnwindSafe(task).catch_unwind() => {
                    if let Err(panic) = ended {
                        tracing::error!(task = kind, panic = panic_text(&*panic), "a task panicked");
                    }
                }
            }
        });
    }

    /// Cancels every task and waits for their ends, at most `limit`.
    pub(crate) async fn shut_down(&self, limit: Duration) {
        self.cancelled.cancel();
        self.tracker.close();
        if tokio::time::timeout(limit, self.tracker.wait()).await.is_err() {
            tracing::warn!(tasks = self.tracker.len(), "tasks did not end in time");
        }
    }
}

/// What a panic said.
pub(crate) fn panic_text(panic: &(dyn Any + Send)) -> &str {
    panic
        .downcast_ref::<&'static str>()
        .copied()
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("no text")
}
