//! What can end a measurement early.

use std::io;
use std::time::Duration;

use autovibe_proto::Failure;

/// A measurement could not be made.
#[derive(Debug, thiserror::Error)]
pub enum BenchError {
    /// A file or process operation failed.
    #[error("{what}")]
    File {
        /// The operation.
        what: &'static str,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// There is no Image to measure with.
    #[error("no image was built yet; run `cargo xtask image`")]
    ImageMissing,
    /// A program ended before it should.
    #[error("{what} ended early; its last words: {words}")]
    Ended {
        /// The program.
        what: String,
        /// The end of what it printed.
        words: String,
    },
    /// QEMU's monitor refused or broke.
    #[error("monitor of bare QEMU: {command}: {text}")]
    Monitor {
        /// The command.
        command: String,
        /// What was wrong.
        text: String,
    },
    /// Something took too long.
    #[error("{what} took longer than {limit:?}")]
    TimedOut {
        /// What was awaited.
        what: &'static str,
        /// The limit.
        limit: Duration,
    },
    /// Something that is measured did not do what it is measured for.
    #[error("{what} went wrong: {text}")]
    Wrong {
        /// What.
        what: &'static str,
        /// How.
        text: String,
    },
    /// The Hub that is measured refused.
    #[error(transparent)]
    Hub(#[from] Failure),
    /// A signal came.
    #[error("interrupted")]
    Interrupted,
}

impl BenchError {
    /// Says which operation failed.
    pub(super) fn file(what: &'static str) -> impl FnOnce(io::Error) -> BenchError {
        move |source| BenchError::File { what, source }
    }
}

impl From<tonic::Status> for BenchError {
    fn from(status: tonic::Status) -> BenchError {
        BenchError::Hub(status.into())
    }
}
