//! What can go wrong between a caller and the stored rows.

use std::time::Duration;

use autovibe_proto::{ErrorKind, Failure, Retry};

/// Why the database could not do what was asked.
///
/// Values of rows never enter a text: a column may be sensitive.
#[derive(Debug, thiserror::Error)]
pub enum DatabaseError {
    /// The schemas contradict themselves; code generation must be repeated after a correction.
    #[error("schema of {entity}: field {field:?}: {problem}")]
    Schema {
        /// Full name of the entity.
        entity: String,
        /// The field, empty when the entity as a whole is meant.
        field: String,
        /// What is wrong.
        problem: String,
    },
    /// The stored tables cannot be brought to the schema by additions alone.
    #[error("stored schema of {table}: {problem}")]
    SchemaDrift {
        /// The table.
        table: String,
        /// What differs.
        problem: String,
    },
    /// A value is refused.
    #[error("{entity}.{field} {problem}")]
    InvalidField {
        /// Name of the entity.
        entity: String,
        /// Name of the field.
        field: String,
        /// Why, without the value.
        problem: String,
    },
    /// The request as a whole is refused.
    #[error("{problem}")]
    InvalidRequest {
        /// Why.
        problem: String,
    },
    /// The caller did not prove who they are.
    #[error("the caller has no identity")]
    Unauthenticated,
    /// The caller's role may not do this.
    #[error("role {role} may not {action}")]
    PermissionDenied {
        /// The role.
        role: &'static str,
        /// What was tried.
        action: String,
    },
    /// There is no such row.
    #[error("{entity} {id} does not exist")]
    NotFound {
        /// Name of the entity.
        entity: String,
        /// Identifier.
        id: String,
    },
    /// Another row has the same unique values.
    #[error("{entity} with the same {fields} exists already")]
    AlreadyExists {
        /// Name of the entity.
        entity: String,
        /// The fields that clash.
        fields: String,
    },
    /// The row was changed by someone else.
    #[error("{entity} {id} has revision {found}, not {expected}")]
    StaleRevision {
        /// Name of the entity.
        entity: String,
        /// Identifier.
        id: String,
        /// The revision that the caller knows.
        expected: i64,
        /// The stored revision.
        found: i64,
    },
    /// A condition of a Commit does not hold.
    #[error("guard failed: {entity} {id} {problem}")]
    GuardFailed {
        /// Name of the entity.
        entity: String,
        /// Identifier.
        id: String,
        /// What is the case instead.
        problem: &'static str,
    },
    /// The Lease of a Commit is not held any more.
    #[error("the lease of partition {partition} is held in another epoch")]
    LeaseFenced {
        /// The partition.
        partition: i32,
    },
    /// A row is to change without the Lease that gives the right to it.
    #[error("{entity} changes only under a lease guard for its partition")]
    LeaseRequired {
        /// Name of the entity.
        entity: String,
    },
    /// A reference points to nothing.
    #[error("{entity}.{field} refers to a {target} that does not exist")]
    ReferenceMissing {
        /// Name of the entity.
        entity: String,
        /// The field that refers.
        field: String,
        /// Name of the entity referred to.
        target: String,
    },
    /// A row cannot be deleted while others refer to it.
    #[error("{entity} {id} is still referred to by {source_entity}.{source_field}")]
    StillReferenced {
        /// Name of the entity.
        entity: String,
        /// Identifier.
        id: String,
        /// Name of the entity that refers.
        source_entity: String,
        /// The field that refers.
        source_field: String,
    },
    /// A limit is reached; it may be free again soon.
    #[error("{limit} is reached")]
    LimitExceeded {
        /// Which limit.
        limit: &'static str,
    },
    /// The call took too long.
    #[error("{operation} took longer than {limit:?}")]
    DeadlineExceeded {
        /// What was done.
        operation: &'static str,
        /// The limit.
        limit: Duration,
    },
    /// The change feed no longer holds what comes after the position.
    #[error("the position is older than the change feed keeps, or of another database: read anew")]
    PositionTooOld,
    /// The method does not exist.
    #[error("there is no method {path}")]
    UnknownMethod {
        /// The path of the call.
        path: String,
    },
    /// Another process uses the folder.
    #[error("the database folder is in use by another process")]
    FolderInUse,
    /// The folder cannot be used.
    #[error("{operation}")]
    Folder {
        /// What was tried.
        operation: &'static str,
        /// The cause.
        #[source]
        source: std::io::Error,
    },
    /// SQLite refused or failed.
    #[error("{operation}")]
    Sqlite {
        /// What was tried.
        operation: &'static str,
        /// The cause.
        #[source]
        source: rusqlite::Error,
    },
    /// The group of Commits that held this one failed; nothing of it was stored.
    #[error("the commit could not be made durable: {cause}")]
    CommitFailed {
        /// The cause.
        cause: String,
    },
    /// The database is being closed.
    #[error("the database is closed")]
    Closed,
    /// The operating system gave no random numbers or no thread.
    #[error("{operation} failed: {cause}")]
    System {
        /// What was tried.
        operation: &'static str,
        /// The cause.
        cause: String,
    },
    /// A stored row does not fit its schema.
    #[error("a stored {entity} does not fit its schema at {field}")]
    DamagedRow {
        /// Name of the entity.
        entity: String,
        /// The field.
        field: String,
    },
}

impl DatabaseError {
    /// The kind.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        match self {
            DatabaseError::InvalidField { .. }
            | DatabaseError::InvalidRequest { .. }
            | DatabaseError::PositionTooOld => ErrorKind::InvalidArgument,
            DatabaseError::Unauthenticated => ErrorKind::Unauthenticated,
            DatabaseError::PermissionDenied { .. } | DatabaseError::LeaseRequired { .. } => {
                ErrorKind::PermissionDenied
            }
            DatabaseError::NotFound { .. } => ErrorKind::NotFound,
            DatabaseError::AlreadyExists { .. } => ErrorKind::AlreadyExists,
            DatabaseError::StaleRevision { .. } | DatabaseError::GuardFailed { .. } => ErrorKind::Conflict,
            DatabaseError::LeaseFenced { .. }
            | DatabaseError::ReferenceMissing { .. }
            | DatabaseError::StillReferenced { .. }
            | DatabaseError::FolderInUse => ErrorKind::WrongState,
            DatabaseError::LimitExceeded { .. } => ErrorKind::LimitExceeded,
            DatabaseError::DeadlineExceeded { .. } => ErrorKind::DeadlineExceeded,
            DatabaseError::UnknownMethod { .. } => ErrorKind::Unsupported,
            DatabaseError::CommitFailed { .. } | DatabaseError::Closed => ErrorKind::Unavailable,
            DatabaseError::Schema { .. }
            | DatabaseError::SchemaDrift { .. }
            | DatabaseError::Folder { .. }
            | DatabaseError::Sqlite { .. }
            | DatabaseError::System { .. }
            | DatabaseError::DamagedRow { .. } => ErrorKind::Internal,
        }
    }

    /// Stable reason by which callers decide.
    #[must_use]
    pub fn reason(&self) -> &'static str {
        match self {
            DatabaseError::Schema { .. } => "SCHEMA_INVALID",
            DatabaseError::SchemaDrift { .. } => "SCHEMA_DRIFT",
            DatabaseError::InvalidField { .. } => "INVALID_FIELD",
            DatabaseError::InvalidRequest { .. } => "INVALID_ARGUMENT",
            DatabaseError::Unauthenticated => "UNAUTHENTICATED",
            DatabaseError::PermissionDenied { .. } => "PERMISSION_DENIED",
            DatabaseError::NotFound { .. } => "NOT_FOUND",
            DatabaseError::AlreadyExists { .. } => "ALREADY_EXISTS",
            DatabaseError::StaleRevision { .. } => "STALE_REVISION",
            DatabaseError::GuardFailed { .. } => "GUARD_FAILED",
            DatabaseError::LeaseFenced { .. } => "LEASE_FENCED",
            DatabaseError::LeaseRequired { .. } => "LEASE_REQUIRED",
            DatabaseError::ReferenceMissing { .. } => "REFERENCE_MISSING",
            DatabaseError::StillReferenced { .. } => "STILL_REFERENCED",
            DatabaseError::LimitExceeded { .. } => "LIMIT_EXCEEDED",
            DatabaseError::DeadlineExceeded { .. } => "DEADLINE_EXCEEDED",
            DatabaseError::PositionTooOld => "POSITION_TOO_OLD",
            DatabaseError::UnknownMethod { .. } => "UNKNOWN_METHOD",
            DatabaseError::FolderInUse => "FOLDER_IN_USE",
            DatabaseError::Folder { .. } => "FOLDER_UNUSABLE",
            DatabaseError::CommitFailed { .. } => "COMMIT_FAILED",
            DatabaseError::Closed => "DATABASE_CLOSED",
            DatabaseError::Sqlite { .. } | DatabaseError::System { .. } => "INTERNAL",
            DatabaseError::DamagedRow { .. } => "DAMAGED_ROW",
        }
    }

    /// Whether the same call may succeed later.
    #[must_use]
    pub fn retry(&self) -> Retry {
        self.failure().retry()
    }

    /// The failure as callers see it: internal causes stay in the log.
    #[must_use]
    pub fn failure(&self) -> Failure {
        let kind = self.kind();
        let message = match kind {
            ErrorKind::Internal => "the database failed; its log tells more".to_owned(),
            ErrorKind::InvalidArgument
            | ErrorKind::Unauthenticated
            | ErrorKind::PermissionDenied
            | ErrorKind::NotFound
            | ErrorKind::AlreadyExists
            | ErrorKind::WrongState
            | ErrorKind::Conflict
            | ErrorKind::LimitExceeded
            | ErrorKind::DeadlineExceeded
            | ErrorKind::Unavailable
            | ErrorKind::Unsupported => self.to_string(),
        };
        let failure = Failure::new(kind, self.reason(), message);
        match self {
            DatabaseError::InvalidField { entity, field, .. }
            | DatabaseError::ReferenceMissing { entity, field, .. } => {
                failure.with("entity", entity).with("field", field)
            }
            DatabaseError::NotFound { entity, id }
            | DatabaseError::StaleRevision { entity, id, .. }
            | DatabaseError::GuardFailed { entity, id, .. }
            | DatabaseError::StillReferenced { entity, id, .. } => {
                failure.with("entity", entity).with("id", id)
            }
            DatabaseError::AlreadyExists { entity, fields } => {
                failure.with("entity", entity).with("fields", fields)
            }
            DatabaseError::LeaseRequired { entity } => failure.with("entity", entity),
            DatabaseError::LeaseFenced { partition } => failure.with("partition", partition.to_string()),
            _ => failure,
        }
    }

    pub(crate) fn request(problem: impl Into<String>) -> DatabaseError {
        DatabaseError::InvalidRequest { problem: problem.into() }
    }

    pub(crate) fn sqlite(operation: &'static str) -> impl FnOnce(rusqlite::Error) -> DatabaseError {
        move |source| DatabaseError::Sqlite { operation, source }
    }
}
