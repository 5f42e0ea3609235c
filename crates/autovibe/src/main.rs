//! The `autovibe` binary.

#![expect(clippy::print_stderr, reason = "the program speaks to people")]

use std::process::ExitCode;

use autovibe::cli::{Arguments, CliError, dispatch};

fn main() -> ExitCode {
    if let Some(result) = relay_without_runtime() {
        return result;
    }
    let arguments = match Arguments::read() {
        Ok(arguments) => arguments,
        Err(error) => return fail(&error),
    };
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("autovibe: start the runtime: {error}");
            return ExitCode::FAILURE;
        }
    };
    // A command's future is large; it lives on the heap.
    let result = runtime.block_on(Box::pin(dispatch(arguments)));
    // Reads of standard input cannot be cancelled and must not hold the program up.
    runtime.shutdown_background();
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&error),
    }
}

fn fail(error: &CliError) -> ExitCode {
    if let Some(text) = error.text() {
        eprintln!("autovibe: {text}");
    }
    ExitCode::from(error.exit_code())
}

/// QEMU starts `autovibe relay SOCKET` for each connection of a guest, and a fork waits for it: no runtime, no parser.
fn relay_without_runtime() -> Option<ExitCode> {
    let mut words = std::env::args_os().skip(1);
    if words.next()? != "relay" {
        return None;
    }
    let socket = words.next()?;
    Some(match autovibe::relay::relay(std::path::Path::new(&socket)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("autovibe: relay: {error}");
            ExitCode::FAILURE
        }
    })
}
