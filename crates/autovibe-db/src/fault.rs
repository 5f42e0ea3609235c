//! Renders errors for gRPC, and logs what callers must not see.

use std::error::Error as _;

use autovibe_orm::DatabaseError;
use autovibe_proto::{ErrorKind, status_of};
use tonic::Status;

/// The status of an error; faults of ours are logged here, once.
pub(crate) fn refused(error: &DatabaseError) -> Status {
    if matches!(error.kind(), ErrorKind::Internal | ErrorKind::Unavailable) {
        let mut text = error.to_string();
        let mut cause = error.source();
        while let Some(source) = cause {
            text.push_str(": ");
            text.push_str(&source.to_string());
            cause = source.source();
        }
        tracing::error!(error.kind = error.kind().as_str(), error.reason = error.reason(), "{text}");
    }
    status_of(&error.failure())
}
