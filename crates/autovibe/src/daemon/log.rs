//! The daemon's log: standard error, filtered by AUTOVIBE_LOG.

use std::io::IsTerminal as _;

use tracing_subscriber::EnvFilter;

/// Starts the log; a second call changes nothing.
pub(crate) fn start_log() {
    let filter = EnvFilter::try_from_env("AUTOVIBE_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    let _ = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .with_target(false)
        .try_init();
}
