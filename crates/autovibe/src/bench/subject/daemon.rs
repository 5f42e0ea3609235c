//! The daemon that is measured: `autovibe up` in a folder of its own.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use super::super::error::BenchError;
use crate::client::{Endpoint, Hub, connect};

/// The start proves the acceleration by booting a kernel, which may take its whole limit.
const START_LIMIT: Duration = Duration::from_secs(90);

/// An orderly end takes at most eight seconds.
const END_LIMIT: Duration = Duration::from_secs(12);

/// A running daemon; ended when dropped.
#[derive(Debug)]
pub(super) struct Daemon {
    child: Child,
    data: PathBuf,
    log: PathBuf,
}

impl Daemon {
    /// Starts the daemon on a free port; `settings` are further arguments.
    pub(super) fn start(folder: &Path, program: &Path, settings: &[String]) -> Result<Daemon, BenchError> {
        let (data, log) = (folder.join("data"), folder.join("log"));
        let file =
            fs_err::File::create(&log).map_err(BenchError::file("make the daemon's log"))?.into_parts().0;
        let output = file.try_clone().map_err(BenchError::file("make the daemon's log"))?;
        let child = Command::new(program)
            .arg("--data")
            .arg(&data)
            .args(["up", "--listen", "127.0.0.1:0"])
            .args(settings)
            .stdin(Stdio::null())
            .stdout(output)
            .stderr(file)
            .spawn()
            .map_err(BenchError::file("start the daemon"))?;
        Ok(Daemon { child, data, log })
    }

    /// Waits until the Hub answers.
    pub(super) async fn connect(&mut self) -> Result<Hub, BenchError> {
        let begin = Instant::now();
        loop {
            if let (Ok(endpoint), Ok(token)) = (Endpoint::load(&self.data), Endpoint::load_token(&self.data))
                && let Ok(hub) = connect(&endpoint, &token).await
            {
                return Ok(hub);
            }
            if let Ok(Some(status)) = self.child.try_wait() {
                return Err(BenchError::Ended {
                    what: format!("the daemon ({status})"),
                    words: self.last_words(),
                });
            }
            if begin.elapsed() > START_LIMIT {
                return Err(BenchError::TimedOut { what: "the start of the daemon", limit: START_LIMIT });
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    fn last_words(&self) -> String {
        let text = fs_err::read_to_string(&self.log).unwrap_or_default();
        let lines: Vec<&str> = text.lines().collect();
        lines[lines.len().saturating_sub(20)..].join("\n")
    }
}

impl Drop for Daemon {
    fn drop(&mut self) {
        if let Some(pid) = i32::try_from(self.child.id()).ok().and_then(Pid::from_raw)
            && matches!(self.child.try_wait(), Ok(None))
        {
            let _ = kill_process(pid, Signal::TERM);
        }
        let begin = Instant::now();
        while matches!(self.child.try_wait(), Ok(None)) {
            if begin.elapsed() > END_LIMIT {
                let _ = self.child.kill();
                let _ = self.child.wait();
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}
