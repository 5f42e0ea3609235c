//! Who calls: the identity that the transport put into the request.

use autovibe_orm::DatabaseError;
use autovibe_proto::CallerIdentity;
use http::Extensions;

/// The caller of a request; the default is to deny.
pub(crate) fn caller_of(extensions: &Extensions) -> Result<CallerIdentity, DatabaseError> {
    extensions.get::<CallerIdentity>().cloned().ok_or(DatabaseError::Unauthenticated)
}
