//! Renders a [`Failure`] as a gRPC status with `google.rpc` details, and back.

use prost::Message as _;
use tonic::{Code, Status};

use crate::{ErrorKind, Failure};

const DOMAIN: &str = "autovibe";
const ERROR_INFO: &str = "type.googleapis.com/google.rpc.ErrorInfo";

/// The envelope of `grpc-status-details-bin`. Source: google/rpc/status.proto.
#[derive(Clone, PartialEq, prost::Message)]
struct RpcStatus {
    #[prost(int32, tag = "1")]
    code: i32,
    #[prost(string, tag = "2")]
    message: String,
    #[prost(message, repeated, tag = "3")]
    details: Vec<pbjson_types::Any>,
}

/// Source: google/rpc/error_details.proto.
#[derive(Clone, PartialEq, prost::Message)]
struct ErrorInfo {
    #[prost(string, tag = "1")]
    reason: String,
    #[prost(string, tag = "2")]
    domain: String,
    #[prost(btree_map = "string, string", tag = "3")]
    metadata: std::collections::BTreeMap<String, String>,
}

/// Renders a failure for gRPC.
#[must_use]
pub fn status_of(failure: &Failure) -> Status {
    let code = failure.kind.grpc_code();
    let info = ErrorInfo {
        reason: failure.reason.clone(),
        domain: DOMAIN.to_owned(),
        metadata: failure.metadata.clone(),
    };
    let details = RpcStatus {
        code,
        message: failure.message.clone(),
        details: vec![pbjson_types::Any {
            type_url: ERROR_INFO.to_owned(),
            value: info.encode_to_vec().into(),
        }],
    };
    Status::with_details(Code::from(code), failure.message.clone(), details.encode_to_vec().into())
}

/// Reads a gRPC status; a status without details gets the kind's name as reason.
#[must_use]
pub fn failure_of(status: &Status) -> Failure {
    let kind = ErrorKind::from_grpc_code(status.code() as i32);
    let info = RpcStatus::decode(status.details())
        .ok()
        .and_then(|details| details.details.into_iter().find(|any| any.type_url == ERROR_INFO))
        .and_then(|any| ErrorInfo::decode(any.value).ok())
        .filter(|info| info.domain == DOMAIN);
    match info {
        Some(info) => Failure {
            kind,
            reason: info.reason,
            message: status.message().to_owned(),
            metadata: info.metadata,
        },
        None => Failure::new(kind, kind.as_str(), status.message()),
    }
}

impl From<Failure> for Status {
    fn from(failure: Failure) -> Status {
        status_of(&failure)
    }
}

impl From<Status> for Failure {
    fn from(status: Status) -> Failure {
        failure_of(&status)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_round_trip_keeps_kind_reason_and_metadata() {
        for kind in ErrorKind::ALL {
            let failure = Failure::new(kind, "LEASE_FENCED", "the lease is gone").with("partition", "7");
            assert_eq!(failure_of(&status_of(&failure)), failure);
        }
    }

    #[test]
    fn a_foreign_code_reads_as_internal() {
        let failure = failure_of(&Status::new(Code::DataLoss, "lost"));
        assert_eq!(failure.kind, ErrorKind::Internal);
    }
}
