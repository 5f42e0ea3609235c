//! The daemon of the demonstration: a child process with a data folder of its own.

use std::net::TcpListener;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail, ensure};
use rustix::process::{Pid, Signal, kill_process};

use super::cli::Cli;
use super::story::Provider;
use super::surroundings;
use crate::program::{MODEL_KEY, last_lines};
use crate::{interrupt, workspace};

/// Time until the control API answers: a first start makes keys and the database, and proves the accelerator.
const START_LIMIT: Duration = Duration::from_mins(2);

/// Time for an orderly end after SIGTERM.
const END_LIMIT: Duration = Duration::from_secs(30);

/// A running daemon.
#[derive(Debug)]
pub(super) struct Daemon {
    child: Child,
    log: PathBuf,
}

impl Daemon {
    /// Starts `autovibe up` and waits until it answers.
    pub(super) fn start(program: &Path, folder: &Path, provider: Provider, cli: &Cli) -> Result<Daemon> {
        let log = folder.join("daemon.log");
        let output = std::fs::File::create(&log).with_context(|| format!("make {}", log.display()))?;
        let mut command = Command::new(program);
        command
            .arg("--data")
            .arg(folder.join("data"))
            .args(["up", "--provider", provider.name(), "--listen", &free_address()?])
            .args(surroundings::arguments())
            .env("AUTOVIBE_IMAGES", workspace::images())
            .stdin(Stdio::null())
            .stdout(output.try_clone()?)
            .stderr(output)
            // Ctrl-c is for us: the daemon has to live until the Machines are deleted.
            .process_group(0);
        if provider == Provider::Scripted {
            command.env_remove(MODEL_KEY);
        }
        let child = command.spawn().context("start autovibe up")?;
        let mut daemon = Daemon { child, log };
        match daemon.wait_until_ready(cli) {
            Ok(()) => Ok(daemon),
            Err(error) => {
                // The error that matters is the first one.
                let _ = daemon.stop();
                Err(error)
            }
        }
    }

    fn wait_until_ready(&mut self, cli: &Cli) -> Result<()> {
        let begin = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait()? {
                bail!("autovibe up ended ({status}): {}", self.last_words());
            }
            match cli.json(&["status"]) {
                Ok(_) => return Ok(()),
                Err(error) if begin.elapsed() > START_LIMIT => {
                    bail!("autovibe up does not answer: {error:#}\n{}", self.last_words())
                }
                Err(_) if interrupt::is_requested() => bail!("stopped on request"),
                Err(_) => std::thread::sleep(Duration::from_millis(100)),
            }
        }
    }

    /// Process id.
    pub(super) fn pid(&self) -> u32 {
        self.child.id()
    }

    /// The end of the log.
    pub(super) fn last_words(&self) -> String {
        last_lines(&std::fs::read_to_string(&self.log).unwrap_or_default(), 20)
    }

    /// Asks the daemon to end and waits for it.
    pub(super) fn stop(&mut self) -> Result<()> {
        if let Some(status) = self.child.try_wait()? {
            bail!("autovibe up had ended by itself ({status}): {}", self.last_words());
        }
        let pid =
            i32::try_from(self.child.id()).ok().and_then(Pid::from_raw).context("the process has no id")?;
        kill_process(pid, Signal::TERM).context("ask autovibe up to end")?;
        let begin = Instant::now();
        while begin.elapsed() < END_LIMIT {
            if let Some(status) = self.child.try_wait()? {
                ensure!(status.success(), "autovibe up ended badly ({status}): {}", self.last_words());
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        self.child.kill()?;
        self.child.wait()?;
        bail!("autovibe up did not end within {} s and was killed", END_LIMIT.as_secs())
    }
}

/// A loopback address that is free now.
fn free_address() -> Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0").context("find a free port")?;
    Ok(listener.local_addr()?.to_string())
}
