//! Generated Protobuf types and services, typed ids, extension traits and the error table.
//!
//! - [`v1`]: entities and what they hold
//! - [`db`], [`node`], [`guest`], [`hub`]: the services
//! - [`orm`]: the options that turn a message into a stored entity
//! - [`id`]: typed identifiers
//! - [`error_kind`]: the one table of error kinds; [`status`] renders it for gRPC
//! - [`identity`]: who calls, read from a certificate

mod error_kind;
mod generated;
mod id;
mod identity;
mod machine;
mod object_name;
mod partition;
mod redacted;
#[cfg(feature = "grpc")]
mod status;
mod timestamp;

pub use error_kind::{ErrorKind, Failure, Retry};
pub use generated::{db, guest, hub, node, orm, v1};
pub use id::*;
pub use identity::{CallerIdentity, CallerIdentityError, CallerRole};
pub use machine::MachineExt;
pub use object_name::is_object_name;
pub use partition::{PARTITION_COUNT, partition_of};
#[cfg(feature = "grpc")]
pub use status::{failure_of, status_of};
pub use timestamp::{duration_from_std, std_duration, timestamp_from_micros, timestamp_micros};

/// The encoded descriptor set of every schema, custom options included.
pub const DESCRIPTOR_SET: &[u8] = include_bytes!("generated/descriptor_set.bin");
