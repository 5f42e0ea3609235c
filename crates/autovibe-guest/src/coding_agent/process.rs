//! One process of the coding agent and its three streams.

use std::io::Write as _;
use std::os::unix::fs::chown;
use std::path::Path;
use std::process::{ExitStatus, Stdio};

use autovibe_agents::{Codec, Decoder, FileSpec, RunSpec, StdStream, UsageBaseline};
use fs_err::os::unix::fs::OpenOptionsExt as _;
use rustix::process::Pid;
use tokio::io::{AsyncRead, AsyncWriteExt as _};
use tokio::process::{Child, ChildStdin};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

use super::line_reader::LineReader;
use crate::account::Account;
use crate::environment::LaunchEnvironment;
use crate::error::GuestError;
use crate::launch::LaunchOptions;

/// A line and where it came from.
pub(super) type Line = (StdStream, Vec<u8>);

/// What a process does next.
#[derive(Debug)]
pub(super) enum Happening {
    /// It wrote a line.
    Line(Line),
    /// It closed both outputs.
    OutputEnded,
    /// It ended; its pipes may still hold lines.
    Exited(Option<ExitStatus>),
}

/// A running coding agent.
#[derive(Debug)]
pub(super) struct AgentProcess {
    child: Child,
    leader: Option<Pid>,
    input: Option<mpsc::Sender<Vec<u8>>>,
    lines: mpsc::Receiver<Line>,
    readers: Vec<JoinHandle<()>>,
    /// Understands its output.
    pub(super) decoder: Box<dyn Decoder>,
    /// The session it was started with.
    pub(super) session_id: String,
}

impl AgentProcess {
    /// Starts a process.
    pub(super) fn start(
        codec: &dyn Codec,
        spec: &RunSpec,
        account: &Account,
        cgroup: Option<&Path>,
        environment: &LaunchEnvironment,
    ) -> Result<AgentProcess, GuestError> {
        for file in codec.prepare(spec) {
            write_file(&file, account)?;
        }
        let launch = codec.launch(spec);
        let options = LaunchOptions { cgroup: cgroup.map(Path::to_owned), ..LaunchOptions::of(account) };
        let mut child = options
            .command(&launch.program, &launch.arguments)
            // What the coding agent must have comes last and wins.
            .envs(environment.variables())
            .envs(launch.environment)
            .current_dir(&launch.directory)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(GuestError::file("start the coding agent"))?;
        // Lines wait in the pipe when the runner is slow.
        let (sender, lines) = mpsc::channel(64);
        let mut readers = Vec::new();
        if let Some(output) = child.stdout.take() {
            readers.push(tokio::spawn(read_lines(StdStream::Output, output, sender.clone())));
        }
        if let Some(errors) = child.stderr.take() {
            readers.push(tokio::spawn(read_lines(StdStream::Error, errors, sender)));
        }
        let input = child.stdin.take().map(|pipe| {
            let (sender, orders) = mpsc::channel(16);
            tokio::spawn(write_orders(pipe, orders));
            sender
        });
        let leader = child.id().and_then(|id| i32::try_from(id).ok()).and_then(Pid::from_raw);
        Ok(AgentProcess {
            child,
            leader,
            input,
            lines,
            readers,
            decoder: codec.decoder(UsageBaseline::default()),
            session_id: spec.session_id.clone(),
        })
    }

    /// Leader of its process group.
    pub(super) fn leader(&self) -> Option<Pid> {
        self.leader
    }

    /// Queues bytes for its standard input; false when it takes no more.
    pub(super) fn write(&self, bytes: Vec<u8>) -> bool {
        self.input.as_ref().is_some_and(|input| input.try_send(bytes).is_ok())
    }

    /// Closes its standard input after what is queued.
    pub(super) fn close_input(&mut self) {
        self.input = None;
    }

    /// Signals the process alone, as coding agents stop their own children.
    pub(super) fn signal(&self, signal: rustix::process::Signal) {
        // The process may be gone already.
        if let Some(leader) = self.leader {
            let _ = rustix::process::kill_process(leader, signal);
        }
    }

    /// Waits for whatever happens next.
    ///
    /// # Cancel safety
    /// Safe.
    pub(super) async fn next_happening(&mut self) -> Happening {
        tokio::select! {
            biased;
            line = self.lines.recv() => line.map_or(Happening::OutputEnded, Happening::Line),
            // Without lines there may still be an exit: a child that was left behind holds the pipes.
            status = self.child.wait() => Happening::Exited(status.ok()),
        }
    }

    /// Returns the next line; `None` after both outputs ended.
    ///
    /// # Cancel safety
    /// Safe.
    pub(super) async fn next_line(&mut self) -> Option<Line> {
        self.lines.recv().await
    }

    /// Waits for the exit.
    ///
    /// # Cancel safety
    /// Safe.
    pub(super) async fn wait(&mut self) -> Option<ExitStatus> {
        self.child.wait().await.ok()
    }
}

impl Drop for AgentProcess {
    fn drop(&mut self) {
        // An orphan may hold the pipes open for ever.
        for reader in &self.readers {
            reader.abort();
        }
    }
}

async fn read_lines(stream: StdStream, output: impl AsyncRead + Unpin, lines: mpsc::Sender<Line>) {
    let mut reader = LineReader::new(output);
    while let Some(line) = reader.next_line().await {
        if lines.send((stream, line)).await.is_err() {
            return;
        }
    }
}

async fn write_orders(mut pipe: ChildStdin, mut orders: mpsc::Receiver<Vec<u8>>) {
    while let Some(bytes) = orders.recv().await {
        // A process that no longer reads is about to exit.
        if pipe.write_all(&bytes).await.is_err() || pipe.flush().await.is_err() {
            return;
        }
    }
}

fn write_file(file: &FileSpec, account: &Account) -> Result<(), GuestError> {
    let path = Path::new(&file.path);
    let doing = || GuestError::file(format!("write {}", file.path));
    if file.keep_existing && path.exists() {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        fs_err::create_dir_all(folder).map_err(doing())?;
    }
    fs_err::OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(file.mode)
        .open(path)
        .and_then(|mut opened| opened.write_all(&file.content))
        .map_err(doing())?;
    if let Some((uid, gid)) = account.ids {
        chown(path, Some(uid), Some(gid)).map_err(doing())?;
    }
    Ok(())
}
