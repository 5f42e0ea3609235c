//! What can go wrong in a driver, and whether it helps to try again.

use std::time::Duration;

use autovibe_proto::{ErrorKind, Failure, Retry};

/// A verb of a driver failed.
///
/// The texts are for the operator; [`DriverError::failure`] gives what a caller may see.
#[derive(Debug, thiserror::Error)]
pub enum DriverError {
    /// Not possible at this placement; nothing was changed.
    #[error("{what} is not supported: {why}")]
    Unsupported {
        /// The verb or capability.
        what: &'static str,
        /// Why, and what would add it.
        why: String,
    },
    /// The object does not exist.
    #[error("{0} does not exist")]
    NotFound(String),
    /// The id is used with other arguments, or the object is not in a state that allows this.
    #[error("{0}")]
    Conflict(String),
    /// An argument cannot be right.
    #[error("{field}: {why}")]
    Invalid {
        /// The argument.
        field: &'static str,
        /// Why, and what is accepted.
        why: String,
    },
    /// Another verb holds the object.
    #[error("{what} is busy")]
    Busy {
        /// The object.
        what: String,
        /// When to try again.
        after: Duration,
    },
    /// A right is missing.
    #[error("permission denied: {0}")]
    Denied(String),
    /// No space, no memory, quota reached.
    #[error("no capacity: {0}")]
    Capacity(String),
    /// Stored data is damaged.
    #[error("{what} is damaged: {why}")]
    Damaged {
        /// The object.
        what: String,
        /// How it was found.
        why: String,
    },
    /// Nothing was applied; trying again may help.
    #[error("{what}: {text}")]
    Transient {
        /// The operation.
        what: String,
        /// What happened.
        text: String,
    },
    /// The outcome is unknown; observe, then repeat.
    #[error("{0}: the outcome is unknown")]
    MaybeApplied(String),
    /// Anything else.
    #[error("{what}: {text}")]
    Backend {
        /// The operation.
        what: String,
        /// What the hypervisor said, without secrets.
        text: String,
    },
}

impl DriverError {
    /// The kind.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        match self {
            DriverError::Unsupported { .. } => ErrorKind::Unsupported,
            DriverError::NotFound(_) => ErrorKind::NotFound,
            DriverError::Conflict(_) | DriverError::Damaged { .. } => ErrorKind::WrongState,
            DriverError::Invalid { .. } => ErrorKind::InvalidArgument,
            DriverError::Busy { .. } | DriverError::Transient { .. } => ErrorKind::Unavailable,
            DriverError::Denied(_) => ErrorKind::PermissionDenied,
            DriverError::Capacity(_) => ErrorKind::LimitExceeded,
            DriverError::MaybeApplied(_) => ErrorKind::DeadlineExceeded,
            DriverError::Backend { .. } => ErrorKind::Internal,
        }
    }

    /// The stable reason.
    #[must_use]
    pub fn reason(&self) -> &'static str {
        match self {
            DriverError::Unsupported { .. } => "UNSUPPORTED",
            DriverError::NotFound(_) => "NOT_FOUND",
            DriverError::Conflict(_) => "WRONG_STATE",
            DriverError::Damaged { .. } => "DAMAGED",
            DriverError::Invalid { .. } => "INVALID_ARGUMENT",
            DriverError::Busy { .. } => "BUSY",
            DriverError::Denied(_) => "PERMISSION_DENIED",
            DriverError::Capacity(_) => "NO_CAPACITY",
            DriverError::Transient { .. } => "UNAVAILABLE",
            DriverError::MaybeApplied(_) => "OUTCOME_UNKNOWN",
            DriverError::Backend { .. } => "DRIVER_FAILED",
        }
    }

    /// Whether the same call may succeed later.
    #[must_use]
    pub fn retry(&self) -> Retry {
        match self {
            DriverError::Busy { after, .. } => Retry::After(*after),
            DriverError::Transient { .. } | DriverError::MaybeApplied(_) => {
                Retry::After(Duration::from_millis(200))
            }
            DriverError::Backend { .. } => Retry::Unknown,
            DriverError::Unsupported { .. }
            | DriverError::NotFound(_)
            | DriverError::Conflict(_)
            | DriverError::Invalid { .. }
            | DriverError::Denied(_)
            | DriverError::Capacity(_)
            | DriverError::Damaged { .. } => Retry::Never,
        }
    }

    /// What the caller may see.
    #[must_use]
    pub fn failure(&self) -> Failure {
        Failure::new(self.kind(), self.reason(), self.to_string())
    }
}
