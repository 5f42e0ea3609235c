//! The cluster's certificate authority and the credentials of its services.

mod authority;
mod credentials;
mod egress_authority;
mod error;
mod guest_key;
mod secrets_key;

pub use authority::Authority;
pub(crate) use credentials::write_private;
pub use credentials::{Credentials, service_name};
pub use egress_authority::{egress_authority, open_egress_authority, share_egress_authority};
pub use error::ClusterError;
pub use guest_key::{guest_key, share_guest_key};
pub use secrets_key::{SecretsKeyCommand, SecretsKeyFile, share_secrets_key};
