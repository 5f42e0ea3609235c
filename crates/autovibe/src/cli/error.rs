//! How a command fails: an exit code by kind and a text that says what to do.

use autovibe_proto::{ErrorKind, Failure};

use super::plain_text::plain;

/// A command failed.
#[derive(Debug, thiserror::Error)]
pub enum CliError {
    /// The Hub or a rule said no.
    #[error(transparent)]
    Failure(#[from] Failure),
    /// Something on this machine failed.
    #[error(transparent)]
    Local(#[from] anyhow::Error),
    /// A program inside a Machine ended with this code; nothing more is to be said.
    #[error("the program ended with code {0}")]
    Program(u8),
}

impl From<tonic::Status> for CliError {
    fn from(status: tonic::Status) -> CliError {
        CliError::Failure(status.into())
    }
}

impl From<crate::workspace::WorkspaceError> for CliError {
    fn from(error: crate::workspace::WorkspaceError) -> CliError {
        CliError::Failure(error.into())
    }
}

impl From<std::io::Error> for CliError {
    fn from(error: std::io::Error) -> CliError {
        CliError::Local(error.into())
    }
}

impl CliError {
    /// The exit code.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        match self {
            CliError::Failure(failure) => failure.kind.exit_code(),
            CliError::Local(error) => error
                .downcast_ref::<Failure>()
                .map_or(ErrorKind::Internal.exit_code(), |failure| failure.kind.exit_code()),
            CliError::Program(code) => *code,
        }
    }

    /// The text for people, with the whole chain and nothing that steers a terminal; `None` when there is nothing to say.
    #[must_use]
    pub fn text(&self) -> Option<String> {
        match self {
            CliError::Failure(failure) => Some(plain(&format!("{} ({})", failure.message, failure.reason))),
            CliError::Local(error) => Some(plain(&format!("{error:#}"))),
            CliError::Program(_) => None,
        }
    }
}
