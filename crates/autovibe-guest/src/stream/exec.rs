//! Runs a program for somebody behind the Hub.

use std::os::unix::process::ExitStatusExt as _;
use std::path::PathBuf;
use std::pin::Pin;
use std::process::{ExitStatus, Stdio};
use std::time::Duration;

use autovibe_agents::proxy_environment;
use autovibe_proto::guest::v1::stream_frame::Kind;
use autovibe_proto::guest::v1::{ExecOpen, StreamEnd};
use bytes::{Buf as _, BytesMut};
use rustix::process::{Pid, Signal, kill_process_group};
use tokio::io::{AsyncWrite, AsyncWriteExt as _};
use tokio::process::Child;
use tokio::task::JoinSet;
use tokio::time::Instant;

use super::peer::Peer;
use super::pump::pump;
use super::terminal::Terminal;
use crate::account::Account;
use crate::config::GuestConfig;
use crate::egress::proxy_url;
use crate::error::GuestError;
use crate::launch::LaunchOptions;

/// A program whose user is gone has this long to clean up.
const HANG_UP_GRACE: Duration = Duration::from_secs(2);
/// What a program wrote before its exit is in the pipe; a child that holds the pipe open is not waited for.
const DRAIN_LIMIT: Duration = Duration::from_secs(1);
/// Input that the program has not read yet; beyond it the sender waits.
const MAX_PENDING_BYTES: usize = 256 * 1024;
/// What a terminal takes for the end of input. Source: termios(3), VEOF.
const END_OF_TRANSMISSION: u8 = 4;

struct Running {
    child: Child,
    leader: Option<Pid>,
    terminal: Option<Terminal>,
    input: Option<Pin<Box<dyn AsyncWrite + Send>>>,
    pumps: JoinSet<Result<(), std::io::Error>>,
}

/// Runs a program to its end.
///
/// # Errors
/// [`GuestError`] when it cannot be started.
pub(super) async fn run_exec(
    config: &GuestConfig,
    open: ExecOpen,
    mut peer: Peer,
) -> Result<StreamEnd, GuestError> {
    let account = Account::find(config, &open.user)?;
    let mut running = start(config, &account, &open, &peer)?;
    let status = accompany(&mut running, &mut peer).await?;
    let drained = tokio::time::timeout(DRAIN_LIMIT, async {
        // A terminal ends with an error once its last user is gone.
        while running.pumps.join_next().await.is_some() {}
    });
    if drained.await.is_err() {
        running.pumps.abort_all();
    }
    Ok(StreamEnd { exit_code: exit_code_of(status), failure: String::new() })
}

fn start(
    config: &GuestConfig,
    account: &Account,
    open: &ExecOpen,
    peer: &Peer,
) -> Result<Running, GuestError> {
    let (program, arguments) = program_of(&open.command, &account.shell);
    let mut terminal = if open.terminal { Some(Terminal::open(account.ids)?) } else { None };
    let options = LaunchOptions { takes_terminal: terminal.is_some(), ..LaunchOptions::of(account) };
    let mut command = options.command(&program, &arguments);
    command
        .envs(config.environment.variables())
        .env("HOME", &account.home)
        .env("USER", &account.name)
        .env("LOGNAME", &account.name)
        .env("SHELL", &account.shell)
        .env("PATH", &config.program_path)
        .env("LANG", "C.UTF-8")
        .envs(proxy_environment(&proxy_url(config.egress_address)))
        .env("TERM", if terminal.is_some() { "xterm-256color" } else { "dumb" })
        .current_dir(directory_of(config, account, &open.directory));
    for variable in &open.environment {
        if let Some((name, value)) = variable.split_once('=') {
            command.env(name, value);
        }
    }
    match &mut terminal {
        Some(terminal) => {
            terminal.resize(open.columns, open.rows);
            let [input, output, errors] = terminal.take_streams()?;
            command.stdin(input).stdout(output).stderr(errors);
        }
        None => {
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        }
    }
    let mut child = command.spawn().map_err(GuestError::file(format!("start {program}")))?;
    // The command holds the program's side of the terminal open.
    drop(command);
    let leader = child.id().and_then(|id| i32::try_from(id).ok()).and_then(Pid::from_raw);
    let mut pumps = JoinSet::new();
    let mut input: Option<Pin<Box<dyn AsyncWrite + Send>>> = None;
    if let Some(terminal) = &terminal {
        let (reader, writer) = terminal.ends()?;
        pumps.spawn(pump(reader, peer.outgoing.clone(), Kind::Output));
        input = Some(Box::pin(writer));
    } else {
        if let Some(pipe) = child.stdin.take() {
            input = Some(Box::pin(pipe));
        }
        if let Some(output) = child.stdout.take() {
            pumps.spawn(pump(output, peer.outgoing.clone(), Kind::Output));
        }
        if let Some(errors) = child.stderr.take() {
            pumps.spawn(pump(errors, peer.outgoing.clone(), Kind::ErrorOutput));
        }
    }
    Ok(Running { child, leader, terminal, input, pumps })
}

/// Passes input and signals on until the program ends.
async fn accompany(running: &mut Running, peer: &mut Peer) -> Result<ExitStatus, GuestError> {
    let mut pending = BytesMut::new();
    let mut input_ended = false;
    let mut is_gone = false;
    let mut kill_at: Option<Instant> = None;
    loop {
        if input_ended && pending.is_empty() {
            running.input = None;
        }
        let hung_up = tokio::select! {
            status = running.child.wait() => return status.map_err(GuestError::file("wait for a program")),
            written = write_some(&mut running.input, &pending), if !pending.is_empty() => {
                match written {
                    Ok(length) => pending.advance(length),
                    // It closed its input: the rest has no reader.
                    Err(_) => {
                        running.input = None;
                        pending.clear();
                    }
                }
                false
            }
            kind = peer.incoming.recv(), if !is_gone && pending.len() < MAX_PENDING_BYTES => match kind {
                Some(kind) => {
                    take_frame(running, kind, &mut pending, &mut input_ended);
                    false
                }
                None => {
                    is_gone = true;
                    !input_ended
                }
            },
            () = peer.outgoing.closed(), if kill_at.is_none() => true,
            () = sleep_until(kill_at) => {
                signal_group(running.leader, Signal::KILL);
                kill_at = None;
                continue;
            }
        };
        if hung_up && kill_at.is_none() {
            signal_group(running.leader, Signal::HUP);
            kill_at = Some(Instant::now() + HANG_UP_GRACE);
        }
    }
}

fn take_frame(running: &mut Running, kind: Kind, pending: &mut BytesMut, input_ended: &mut bool) {
    match kind {
        Kind::Input(bytes) if running.input.is_some() => pending.extend_from_slice(&bytes),
        Kind::InputEnd(_) if running.terminal.is_some() => pending.extend_from_slice(&[END_OF_TRANSMISSION]),
        Kind::InputEnd(_) => *input_ended = true,
        Kind::Resize(size) => {
            if let Some(terminal) = &running.terminal {
                terminal.resize(size.columns, size.rows);
            }
        }
        Kind::Signal(number) => {
            let target = running.terminal.as_ref().and_then(Terminal::foreground).or(running.leader);
            if let Some(signal) = Signal::from_named_raw(number) {
                signal_group(target, signal);
            }
        }
        _ => {}
    }
}

async fn write_some(
    input: &mut Option<Pin<Box<dyn AsyncWrite + Send>>>,
    pending: &BytesMut,
) -> Result<usize, std::io::Error> {
    match input {
        Some(input) => input.write(pending).await,
        None => Ok(pending.len()),
    }
}

async fn sleep_until(due: Option<Instant>) {
    match due {
        Some(due) => tokio::time::sleep_until(due).await,
        None => std::future::pending().await,
    }
}

fn signal_group(leader: Option<Pid>, signal: Signal) {
    // A group that is gone needs no signal.
    if let Some(leader) = leader {
        let _ = kill_process_group(leader, signal);
    }
}

fn program_of(command: &[String], shell: &str) -> (String, Vec<String>) {
    match command {
        [] => (shell.to_owned(), vec!["-l".to_owned()]),
        [line] => (shell.to_owned(), vec!["-c".to_owned(), line.clone()]),
        [program, arguments @ ..] => (program.clone(), arguments.to_vec()),
    }
}

fn directory_of(config: &GuestConfig, account: &Account, directory: &str) -> PathBuf {
    let workspace = config.workspace();
    let wanted = workspace.join(directory);
    if !directory.is_empty() || wanted.exists() { wanted } else { PathBuf::from(&account.home) }
}

fn exit_code_of(status: ExitStatus) -> i32 {
    status.code().or_else(|| status.signal().map(|signal| 128 + signal)).unwrap_or(-1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_word_is_a_line_for_the_shell() {
        let line = program_of(&["echo a | wc".to_owned()], "/bin/sh");
        assert_eq!(line, ("/bin/sh".to_owned(), vec!["-c".to_owned(), "echo a | wc".to_owned()]));
        assert_eq!(program_of(&[], "/bin/sh").1, ["-l"]);
        assert_eq!(
            program_of(&["a".to_owned(), "b c".to_owned()], "x"),
            ("a".to_owned(), vec!["b c".to_owned()])
        );
        assert_eq!(exit_code_of(ExitStatus::from_raw(9)), 137);
    }
}
