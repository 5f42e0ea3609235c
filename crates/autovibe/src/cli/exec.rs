//! `autovibe machine exec` and `autovibe shell`.

use autovibe_proto::guest::v1::stream_frame::Kind;
use autovibe_proto::guest::v1::stream_open::Kind as Open;
use autovibe_proto::guest::v1::{
    ExecOpen, StreamEnd, StreamFrame, StreamOpen, StreamOpenRequest, TerminalSize,
};
use autovibe_proto::{ErrorKind, Failure};
use clap::Args;
use std::io::IsTerminal as _;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::mpsc;
use tokio_stream::wrappers::ReceiverStream;

use super::context::Context;
use super::error::CliError;
use super::terminal::{RawTerminal, terminal_size};
use crate::client::Hub;

/// Bytes per frame.
pub(crate) const FRAME_BYTES: usize = 64 * 1024;

/// Frames that may wait for the network.
pub(crate) const FRAME_BACKLOG: usize = 16;

/// Runs a program inside a Machine.
#[derive(Debug, Args)]
pub(crate) struct ExecArguments {
    /// The Machine.
    machine: String,
    /// User inside the Machine.
    #[arg(long, default_value = "agent")]
    user: String,
    /// Working directory; without it the workspace.
    #[arg(long, default_value = "")]
    directory: String,
    /// Additional environment, NAME=value.
    #[arg(long = "env", value_name = "NAME=VALUE")]
    environment: Vec<String>,
    /// With a terminal.
    #[arg(long, short)]
    tty: bool,
    /// Program and arguments; a single argument is run by a shell.
    #[arg(required = true, trailing_var_arg = true, allow_hyphen_values = true)]
    command: Vec<String>,
}

/// Opens a shell inside a Machine.
#[derive(Debug, Args)]
pub(crate) struct ShellArguments {
    /// The Machine.
    machine: String,
    /// User inside the Machine.
    #[arg(long, default_value = "agent")]
    user: String,
}

pub(crate) async fn exec(context: &Context, arguments: ExecArguments) -> Result<(), CliError> {
    let (columns, rows) = terminal_size();
    let open = ExecOpen {
        command: arguments.command,
        user: arguments.user,
        directory: arguments.directory,
        environment: arguments.environment,
        terminal: arguments.tty,
        columns,
        rows,
    };
    attach(context.connect().await?, arguments.machine, open).await
}

pub(crate) async fn shell(context: &Context, arguments: ShellArguments) -> Result<(), CliError> {
    let (columns, rows) = terminal_size();
    let open = ExecOpen {
        user: arguments.user,
        terminal: std::io::stdin().is_terminal(),
        columns,
        rows,
        ..ExecOpen::default()
    };
    attach(context.connect().await?, arguments.machine, open).await
}

/// Opens a stream to a Machine.
pub(crate) async fn open_stream(
    hub: &mut Hub,
    machine: String,
    open: Open,
) -> Result<(mpsc::Sender<StreamFrame>, tonic::Streaming<StreamFrame>), CliError> {
    let (send, frames) = mpsc::channel(FRAME_BACKLOG);
    let first = StreamOpenRequest { machine_id: machine, open: Some(StreamOpen { kind: Some(open) }) };
    send.send(StreamFrame { kind: Some(Kind::Open(first)) }).await.map_err(|_| stream_lost())?;
    let answers = hub.open_stream(ReceiverStream::new(frames)).await?.into_inner();
    Ok((send, answers))
}

/// The Hub ended a stream that was not at its end.
pub(crate) fn stream_lost() -> CliError {
    Failure::new(ErrorKind::Unavailable, "STREAM_ENDED", "the stream to the machine was cut; try again")
        .into()
}

/// What the end of a stream means for the command.
pub(crate) fn ended(end: &StreamEnd) -> Result<(), CliError> {
    if !end.failure.is_empty() {
        return Err(Failure::new(ErrorKind::WrongState, "STREAM_FAILED", end.failure.clone()).into());
    }
    match u8::try_from(end.exit_code).unwrap_or(u8::MAX) {
        0 => Ok(()),
        code => Err(CliError::Program(code)),
    }
}

async fn attach(mut hub: Hub, machine: String, open: ExecOpen) -> Result<(), CliError> {
    let terminal = open.terminal;
    let (send, mut answers) = open_stream(&mut hub, machine, Open::Exec(open)).await?;
    let _raw = if terminal { RawTerminal::enter()? } else { None };
    let input = tokio::spawn(pump_input(send.clone()));
    let signals = tokio::spawn(pump_signals(send, terminal));
    let mut out = tokio::io::stdout();
    let mut err = tokio::io::stderr();
    let result = loop {
        match answers.message().await? {
            Some(StreamFrame { kind: Some(Kind::Output(bytes)) }) => {
                out.write_all(&bytes).await?;
                out.flush().await?;
            }
            Some(StreamFrame { kind: Some(Kind::ErrorOutput(bytes)) }) => {
                err.write_all(&bytes).await?;
                err.flush().await?;
            }
            Some(StreamFrame { kind: Some(Kind::End(end)) }) => break ended(&end),
            Some(_) => {}
            None => break Err(stream_lost()),
        }
    };
    input.abort();
    signals.abort();
    result
}

async fn pump_input(send: mpsc::Sender<StreamFrame>) {
    let mut stdin = tokio::io::stdin();
    let mut buffer = vec![0; FRAME_BYTES];
    loop {
        let kind = match stdin.read(&mut buffer).await {
            Ok(0) | Err(_) => Kind::InputEnd(true),
            Ok(count) => Kind::Input(buffer[..count].to_vec()),
        };
        let last = matches!(kind, Kind::InputEnd(_));
        if send.send(StreamFrame { kind: Some(kind) }).await.is_err() || last {
            return;
        }
    }
}

async fn pump_signals(send: mpsc::Sender<StreamFrame>, terminal: bool) {
    let handlers = (
        signal(SignalKind::window_change()),
        signal(SignalKind::interrupt()),
        signal(SignalKind::terminate()),
    );
    let (Ok(mut resize), Ok(mut interrupt), Ok(mut terminate)) = handlers else { return };
    loop {
        let kind = tokio::select! {
            _ = resize.recv() => {
                if !terminal {
                    continue;
                }
                let (columns, rows) = terminal_size();
                Kind::Resize(TerminalSize { columns, rows })
            }
            _ = interrupt.recv() => Kind::Signal(2),
            _ = terminate.recv() => Kind::Signal(15),
        };
        if send.send(StreamFrame { kind: Some(kind) }).await.is_err() {
            return;
        }
    }
}
