//! One daemon process of a test system.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail, ensure};
use rustix::process::{Pid, Signal, kill_process};

use crate::program::autovibe_program;

/// Lines of a log that a failing test shows.
const TAIL_LINES: usize = 120;

/// A daemon process; ended when dropped.
#[derive(Debug)]
pub(crate) struct Daemon {
    child: Child,
    log: PathBuf,
}

impl Daemon {
    /// Starts `autovibe ARGUMENTS`; its log goes to a file.
    pub(crate) fn start(
        data: &Path,
        log: &Path,
        arguments: &[String],
        environment: &[(String, String)],
    ) -> Result<Daemon> {
        let file = File::options().create(true).append(true).open(log)?;
        let child = Command::new(autovibe_program()?)
            .arg("--data")
            .arg(data)
            .args(arguments)
            .env("AUTOVIBE_LOG", std::env::var("AUTOVIBE_LOG").unwrap_or_else(|_| "info".to_owned()))
            .envs(environment.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::null())
            .stdout(file.try_clone()?)
            .stderr(file)
            .spawn()
            .context("start a daemon")?;
        Ok(Daemon { child, log: log.to_path_buf() })
    }

    /// Waits until a condition holds; fails with the log when the daemon ends before.
    pub(crate) fn wait_until(&mut self, limit: Duration, mut condition: impl FnMut() -> bool) -> Result<()> {
        let begin = Instant::now();
        while !condition() {
            if let Some(status) = self.child.try_wait()? {
                bail!("the daemon ended with {status}; its log ends with:\n{}", self.log_tail());
            }
            ensure!(
                begin.elapsed() < limit,
                "the daemon is not ready; its log ends with:\n{}",
                self.log_tail()
            );
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }

    /// The process.
    pub(crate) fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Ends the process at once, as a power loss would.
    pub(crate) fn kill(mut self) -> Result<()> {
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }

    fn log_tail(&self) -> String {
        tail(&read_log(&self.log))
    }
}

/// The whole log; a line cut by a kill does not hide the others.
pub(crate) fn read_log(path: &Path) -> String {
    String::from_utf8_lossy(&std::fs::read(path).unwrap_or_default()).into_owned()
}

/// The last lines of a log.
pub(crate) fn tail(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(TAIL_LINES)..].join("\n")
}

impl Drop for Daemon {
    fn drop(&mut self) {
        if matches!(self.child.try_wait(), Ok(Some(_))) {
            return;
        }
        if let Some(pid) = i32::try_from(self.child.id()).ok().and_then(Pid::from_raw) {
            let _ = kill_process(pid, Signal::TERM);
        }
        let begin = Instant::now();
        while begin.elapsed() < Duration::from_secs(12) {
            if matches!(self.child.try_wait(), Ok(Some(_))) {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
