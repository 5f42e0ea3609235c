//! Who may command a node: Hubs only.

use autovibe_proto::{CallerIdentity, CallerRole, ErrorKind, Failure};
use tonic::{Request, Status};

/// Refuses everyone but a Hub.
pub(crate) fn require_hub<T>(request: &Request<T>) -> Result<(), Status> {
    let Some(caller) = request.extensions().get::<CallerIdentity>() else {
        let text = "the caller proved no identity";
        return Err(Failure::new(ErrorKind::Unauthenticated, "UNAUTHENTICATED", text).into());
    };
    match caller.role {
        CallerRole::Hub => Ok(()),
        CallerRole::Db | CallerRole::Node | CallerRole::Service => {
            let text = format!("only hubs may command a node, the caller is {caller}");
            Err(Failure::new(ErrorKind::PermissionDenied, "PERMISSION_DENIED", text).into())
        }
    }
}
