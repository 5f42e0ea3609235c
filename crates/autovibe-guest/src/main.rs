//! The `autovibe-guest` binary, the program inside a Machine.
//!
//! - [`serve`]: the guest itself, started by systemd as root
//! - [`machine`]: commands for programs inside the Machine, which ask the guest over its [`local`] socket
//! - [`workspace`]: commands about the git repository that the coding agent works in
//! - [`launch`]: the step between the guest and a program that it runs for somebody else
//!
//! Inside the guest: [`hub`] keeps the one connection, [`rebirth`] takes on who we are, [`commands`] does what the Hub
//! says with the [`coding_agent`] and with each [`stream`], [`spool`] keeps what the Hub does not have yet, [`forward`]
//! is the coding agent's model endpoint, [`egress`] the way to everything else, [`environment`] and [`trust`] are what
//! programs start with.

mod account;
mod coding_agent;
mod commands;
mod config;
mod doorbell;
mod egress;
mod environment;
mod error;
mod forward;
mod heartbeat;
mod hub;
mod launch;
mod local;
mod machine;
mod measure;
mod rebirth;
mod seed;
mod serve;
mod spool;
mod state;
mod stream;
mod trust;
mod workspace;

use std::io::Write as _;
use std::process::ExitCode;

use crate::config::GuestConfig;
use crate::error::GuestError;

const USAGE: &str = "usage: autovibe-guest serve [--root DIR] [--seed FILE] [--connect unix:PATH|HOST:PORT] \
                     [--forward ADDRESS] [--egress ADDRESS] [--path PATH]\n       autovibe-guest --version";

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let command = arguments.next().unwrap_or_default();
    if command == "launch" {
        // Arguments of the program may be any bytes.
        return fail(&launch::run_launch(arguments), 127);
    }
    let arguments: Vec<String> = arguments.map(|argument| argument.to_string_lossy().into_owned()).collect();
    let ended = match command.to_string_lossy().as_ref() {
        // The unit may start it without a word.
        "serve" | "" => serve(&arguments),
        "machine" => machine(&arguments),
        "workspace" => {
            GuestConfig::read(&[]).and_then(|config| workspace::run_workspace(&config, &arguments))
        }
        "--version" => writeln!(std::io::stdout(), "autovibe-guest {}", env!("CARGO_PKG_VERSION"))
            .map(|()| 0)
            .map_err(GuestError::file("print")),
        _ => Err(GuestError::Config(format!("{USAGE}\n{}\n{}", machine::USAGE, workspace::USAGE))),
    };
    match ended {
        Ok(code) => ExitCode::from(code),
        Err(error @ GuestError::Config(_)) => fail(&error, 2),
        Err(error) => fail(&error, 1),
    }
}

fn serve(arguments: &[String]) -> Result<u8, GuestError> {
    // Times are the journal's business.
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_ansi(false)
        .without_time()
        .with_max_level(tracing::Level::INFO)
        .init();
    let config = GuestConfig::read(arguments)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(GuestError::file("start the runtime"))?;
    runtime.block_on(serve::run_serve(config)).map(|()| 0)
}

fn machine(arguments: &[String]) -> Result<u8, GuestError> {
    let config = GuestConfig::read(&[])?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(GuestError::file("start the runtime"))?;
    runtime.block_on(machine::run_machine(&config, arguments))
}

fn fail(error: &GuestError, code: u8) -> ExitCode {
    // Without a standard error there is nobody to tell.
    let _ = writeln!(std::io::stderr(), "autovibe-guest: {}", error.chain());
    ExitCode::from(code)
}
