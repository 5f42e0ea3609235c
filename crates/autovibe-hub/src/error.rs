//! Why a Hub cannot start.

use autovibe_proto::{ErrorKind, Failure, Retry};

/// A Hub could not be started.
#[derive(Debug, thiserror::Error)]
pub enum HubError {
    /// The database service did not give the Leases.
    #[error("acquire leases")]
    Leases(#[source] Failure),
    /// The configuration cannot be right.
    #[error("{0}")]
    Config(String),
}

impl HubError {
    /// The kind.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        match self {
            HubError::Leases(failure) => failure.kind,
            HubError::Config(_) => ErrorKind::InvalidArgument,
        }
    }

    /// The stable reason.
    #[must_use]
    pub fn reason(&self) -> &str {
        match self {
            HubError::Leases(failure) => &failure.reason,
            HubError::Config(_) => "INVALID_ARGUMENT",
        }
    }

    /// Whether starting again may help.
    #[must_use]
    pub fn retry(&self) -> Retry {
        match self {
            HubError::Leases(failure) => failure.retry(),
            HubError::Config(_) => Retry::Never,
        }
    }
}
