//! What can go wrong in the guest.

use std::time::Duration;

/// A failed operation of the guest.
#[derive(Debug, thiserror::Error)]
pub(crate) enum GuestError {
    /// The configuration or the seed cannot be used.
    #[error("{0}")]
    Config(String),
    /// A file or device could not be used.
    #[error("{doing}")]
    File {
        /// What was being done.
        doing: String,
        /// The cause.
        #[source]
        source: std::io::Error,
    },
    /// The Hub could not be reached.
    #[error("reach the hub: {0}")]
    Unreachable(String),
    /// No connection came up in time.
    #[error("no connection to the hub within {0:?}")]
    NoConnection(Duration),
    /// The Hub refused a call.
    #[error("{path} was answered with status {status}: {text}")]
    Refused {
        /// The call.
        path: String,
        /// HTTP status.
        status: u16,
        /// Start of the answer.
        text: String,
    },
    /// The Hub's answer is not of the agreed form.
    #[error("answer to {path} cannot be read")]
    Answer {
        /// The call.
        path: String,
        /// The cause.
        #[source]
        source: serde_json::Error,
    },
    /// Git, or what we do with it, failed.
    #[error("{0}")]
    Git(String),
    /// Something in the workspace took too long.
    #[error("it took longer than {} seconds", .0.as_secs())]
    Late(Duration),
    /// A bundle is larger than it may be.
    #[error("the bundle is larger than {0} bytes")]
    TooLarge(u64),
}

impl GuestError {
    /// Wraps an input or output error with what was being done.
    pub(crate) fn file(doing: impl Into<String>) -> impl FnOnce(std::io::Error) -> GuestError {
        let doing = doing.into();
        move |source| GuestError::File { doing, source }
    }

    /// Wraps a failure of the connection.
    pub(crate) fn unreachable(error: impl std::fmt::Display) -> GuestError {
        GuestError::Unreachable(error.to_string())
    }

    /// The whole chain in one line.
    pub(crate) fn chain(&self) -> String {
        let mut text = self.to_string();
        let mut source = std::error::Error::source(self);
        while let Some(cause) = source {
            text = format!("{text}: {cause}");
            source = cause.source();
        }
        text
    }
}
