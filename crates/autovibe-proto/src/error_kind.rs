//! The one table of error kinds; every edge only renders it.

use std::collections::BTreeMap;
use std::time::Duration;

/// What kind of failure a caller meets.
///
/// The table is closed: a new row needs an ADR.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ErrorKind {
    /// The request cannot be right, whatever the state.
    InvalidArgument,
    /// The caller did not prove who they are.
    Unauthenticated,
    /// The caller may not do this.
    PermissionDenied,
    /// The thing does not exist.
    NotFound,
    /// The thing exists already, or the key was used for something else.
    AlreadyExists,
    /// The thing is not in a state that allows this.
    WrongState,
    /// A race was lost; read again and repeat.
    Conflict,
    /// A limit or quota is reached.
    LimitExceeded,
    /// It took too long.
    DeadlineExceeded,
    /// The service cannot be reached now.
    Unavailable,
    /// This cannot be done here.
    Unsupported,
    /// A fault of ours.
    Internal,
}

impl ErrorKind {
    /// Every kind.
    pub const ALL: [ErrorKind; 12] = [
        ErrorKind::InvalidArgument,
        ErrorKind::Unauthenticated,
        ErrorKind::PermissionDenied,
        ErrorKind::NotFound,
        ErrorKind::AlreadyExists,
        ErrorKind::WrongState,
        ErrorKind::Conflict,
        ErrorKind::LimitExceeded,
        ErrorKind::DeadlineExceeded,
        ErrorKind::Unavailable,
        ErrorKind::Unsupported,
        ErrorKind::Internal,
    ];

    /// The number of the gRPC status code.
    #[must_use]
    pub fn grpc_code(self) -> i32 {
        match self {
            ErrorKind::InvalidArgument => 3,
            ErrorKind::DeadlineExceeded => 4,
            ErrorKind::NotFound => 5,
            ErrorKind::AlreadyExists => 6,
            ErrorKind::PermissionDenied => 7,
            ErrorKind::LimitExceeded => 8,
            ErrorKind::WrongState => 9,
            ErrorKind::Conflict => 10,
            ErrorKind::Unsupported => 12,
            ErrorKind::Internal => 13,
            ErrorKind::Unavailable => 14,
            ErrorKind::Unauthenticated => 16,
        }
    }

    /// The kind of a gRPC status code; a code outside the table reads as [`ErrorKind::Internal`].
    #[must_use]
    pub fn from_grpc_code(code: i32) -> ErrorKind {
        ErrorKind::ALL.into_iter().find(|kind| kind.grpc_code() == code).unwrap_or(ErrorKind::Internal)
    }

    /// The HTTP status.
    #[must_use]
    pub fn http_status(self) -> u16 {
        match self {
            ErrorKind::InvalidArgument => 400,
            ErrorKind::Unauthenticated => 401,
            ErrorKind::PermissionDenied => 403,
            ErrorKind::NotFound => 404,
            ErrorKind::AlreadyExists | ErrorKind::WrongState | ErrorKind::Conflict => 409,
            ErrorKind::LimitExceeded => 429,
            ErrorKind::DeadlineExceeded => 504,
            ErrorKind::Unavailable => 503,
            ErrorKind::Unsupported => 501,
            ErrorKind::Internal => 500,
        }
    }

    /// The exit code of the command line.
    #[must_use]
    pub fn exit_code(self) -> u8 {
        match self {
            ErrorKind::InvalidArgument => 2,
            ErrorKind::Unauthenticated | ErrorKind::PermissionDenied => 3,
            ErrorKind::NotFound => 4,
            ErrorKind::AlreadyExists | ErrorKind::WrongState | ErrorKind::Conflict => 5,
            ErrorKind::LimitExceeded => 6,
            ErrorKind::DeadlineExceeded | ErrorKind::Unavailable => 7,
            ErrorKind::Unsupported => 8,
            ErrorKind::Internal => 1,
        }
    }

    /// The stable name in `UPPER_SNAKE_CASE`, also the reason of a failure that states none.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            ErrorKind::InvalidArgument => "INVALID_ARGUMENT",
            ErrorKind::Unauthenticated => "UNAUTHENTICATED",
            ErrorKind::PermissionDenied => "PERMISSION_DENIED",
            ErrorKind::NotFound => "NOT_FOUND",
            ErrorKind::AlreadyExists => "ALREADY_EXISTS",
            ErrorKind::WrongState => "WRONG_STATE",
            ErrorKind::Conflict => "CONFLICT",
            ErrorKind::LimitExceeded => "LIMIT_EXCEEDED",
            ErrorKind::DeadlineExceeded => "DEADLINE_EXCEEDED",
            ErrorKind::Unavailable => "UNAVAILABLE",
            ErrorKind::Unsupported => "UNSUPPORTED",
            ErrorKind::Internal => "INTERNAL",
        }
    }
}

/// Whether the same call may succeed later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Retry {
    /// Repeating the call unchanged cannot help.
    Never,
    /// Repeat after this time.
    After(Duration),
    /// Nobody knows.
    Unknown,
}

/// A failure as it crosses a process boundary: what every edge renders.
///
/// `message` is for the caller: no path, address, driver output or secret.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct Failure {
    /// The kind.
    pub kind: ErrorKind,
    /// Stable reason in `UPPER_SNAKE_CASE`; clients decide by it.
    pub reason: String,
    /// What happened and what to do, a lower-case fragment.
    pub message: String,
    /// Ids and other facts for programs.
    pub metadata: BTreeMap<String, String>,
}

impl Failure {
    /// Makes a failure.
    pub fn new(kind: ErrorKind, reason: impl Into<String>, message: impl Into<String>) -> Failure {
        Failure { kind, reason: reason.into(), message: message.into(), metadata: BTreeMap::new() }
    }

    /// Adds a fact for programs.
    #[must_use]
    pub fn with(mut self, key: impl Into<String>, value: impl Into<String>) -> Failure {
        self.metadata.insert(key.into(), value.into());
        self
    }

    /// A request that cannot be right.
    pub fn invalid(message: impl Into<String>) -> Failure {
        Failure::new(ErrorKind::InvalidArgument, "INVALID_ARGUMENT", message)
    }

    /// Something that does not exist.
    pub fn not_found(message: impl Into<String>) -> Failure {
        Failure::new(ErrorKind::NotFound, "NOT_FOUND", message)
    }

    /// A fault of ours.
    pub fn internal(message: impl Into<String>) -> Failure {
        Failure::new(ErrorKind::Internal, "INTERNAL", message)
    }

    /// Whether the same call may succeed later.
    #[must_use]
    pub fn retry(&self) -> Retry {
        match self.kind {
            ErrorKind::Unavailable | ErrorKind::Conflict | ErrorKind::LimitExceeded => {
                Retry::After(Duration::from_millis(200))
            }
            ErrorKind::DeadlineExceeded | ErrorKind::Internal => Retry::Unknown,
            ErrorKind::InvalidArgument
            | ErrorKind::Unauthenticated
            | ErrorKind::PermissionDenied
            | ErrorKind::NotFound
            | ErrorKind::AlreadyExists
            | ErrorKind::WrongState
            | ErrorKind::Unsupported => Retry::Never,
        }
    }
}
