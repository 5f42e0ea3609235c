//! The cluster's certificate authority and the credentials of its services.

mod authority;
mod credentials;
mod error;
mod guest_key;

pub use authority::Authority;
pub(crate) use credentials::write_private;
pub use credentials::{Credentials, service_name};
pub use error::ClusterError;
pub use guest_key::{guest_key, share_guest_key};
