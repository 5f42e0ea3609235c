//! What can go wrong in a node, and whether it helps to try again.

use std::io;
use std::time::Duration;

use autovibe_hypervisor::DriverError;
use autovibe_proto::v1::LeaseToken;
use autovibe_proto::{ErrorKind, Failure, Retry};

/// A node cannot start, or refuses or fails a command.
#[derive(Debug, thiserror::Error)]
pub enum NodeError {
    /// Another process uses the folder.
    #[error("the node folder {0} is in use by another process; stop it, or give this node its own folder")]
    FolderInUse(String),
    /// A file or socket failed.
    #[error("{what}")]
    Io {
        /// The operation.
        what: String,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// The ledger or the node's id cannot be read.
    #[error("{what} is damaged: {why}")]
    Damaged {
        /// The file.
        what: String,
        /// How it was found.
        why: String,
    },
    /// An argument cannot be right.
    #[error("{field}: {why}")]
    Invalid {
        /// The argument.
        field: &'static str,
        /// Why.
        why: String,
    },
    /// Another Hub holds the Lease; carries the newest token.
    #[error("the lease of partition {} is held by another hub since epoch {}", .0.partition, .0.epoch)]
    Fenced(LeaseToken),
    /// The Machine began a newer life.
    #[error("{machine} is at incarnation {newest}, the command is for {given}")]
    StaleIncarnation {
        /// The Machine.
        machine: String,
        /// What the command said.
        given: i64,
        /// What the ledger says.
        newest: i64,
    },
    /// The id was used for something else.
    #[error("{0}")]
    Reused(String),
    /// Too many commands at once.
    #[error("the node runs {0} commands already")]
    Busy(usize),
    /// The node is going down.
    #[error("the node is stopping")]
    Stopping,
    /// A command ended without an answer.
    #[error("the command ended without an answer")]
    Panicked,
    /// The driver refused or failed.
    #[error(transparent)]
    Driver(#[from] DriverError),
}

impl NodeError {
    /// Makes an error of a file or socket.
    pub(crate) fn io(what: impl Into<String>) -> impl FnOnce(io::Error) -> NodeError {
        let what = what.into();
        move |source| NodeError::Io { what, source }
    }

    /// The kind.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        match self {
            NodeError::FolderInUse(_) | NodeError::Fenced(_) | NodeError::StaleIncarnation { .. } => {
                ErrorKind::WrongState
            }
            NodeError::Io { .. } | NodeError::Damaged { .. } | NodeError::Panicked => ErrorKind::Internal,
            NodeError::Invalid { .. } => ErrorKind::InvalidArgument,
            NodeError::Reused(_) => ErrorKind::AlreadyExists,
            NodeError::Busy(_) | NodeError::Stopping => ErrorKind::Unavailable,
            NodeError::Driver(error) => error.kind(),
        }
    }

    /// The stable reason.
    #[must_use]
    pub fn reason(&self) -> &'static str {
        match self {
            NodeError::FolderInUse(_) => "NODE_FOLDER_IN_USE",
            NodeError::Io { .. } => "NODE_IO_FAILED",
            NodeError::Damaged { .. } => "DAMAGED",
            NodeError::Invalid { .. } => "INVALID_ARGUMENT",
            NodeError::Fenced(_) => "LEASE_FENCED",
            NodeError::StaleIncarnation { .. } => "STALE_INCARNATION",
            NodeError::Reused(_) => "ID_REUSED",
            NodeError::Busy(_) => "NODE_BUSY",
            NodeError::Stopping => "NODE_STOPPING",
            NodeError::Panicked => "INTERNAL",
            NodeError::Driver(error) => error.reason(),
        }
    }

    /// Whether the same call may succeed later.
    #[must_use]
    pub fn retry(&self) -> Retry {
        match self {
            NodeError::FolderInUse(_)
            | NodeError::Damaged { .. }
            | NodeError::Invalid { .. }
            | NodeError::Fenced(_)
            | NodeError::StaleIncarnation { .. }
            | NodeError::Reused(_) => Retry::Never,
            NodeError::Io { .. } | NodeError::Panicked => Retry::Unknown,
            NodeError::Busy(_) | NodeError::Stopping => Retry::After(Duration::from_millis(500)),
            NodeError::Driver(error) => error.retry(),
        }
    }

    /// What the caller may see.
    #[must_use]
    pub fn failure(&self) -> Failure {
        match self {
            NodeError::Driver(error) => error.failure(),
            // Paths and causes are for the operator of the node.
            NodeError::Io { .. } | NodeError::Damaged { .. } | NodeError::FolderInUse(_) => {
                Failure::new(self.kind(), self.reason(), "the node's own files failed; its log tells more")
            }
            NodeError::Fenced(token) => Failure::new(self.kind(), self.reason(), self.to_string())
                .with("partition", token.partition.to_string())
                .with("epoch", token.epoch.to_string()),
            NodeError::StaleIncarnation { machine, newest, .. } => {
                Failure::new(self.kind(), self.reason(), self.to_string())
                    .with("machine_id", machine)
                    .with("incarnation", newest.to_string())
            }
            NodeError::Invalid { .. }
            | NodeError::Reused(_)
            | NodeError::Busy(_)
            | NodeError::Stopping
            | NodeError::Panicked => Failure::new(self.kind(), self.reason(), self.to_string()),
        }
    }
}
