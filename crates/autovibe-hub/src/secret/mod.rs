//! Secrets: values that a Project's Machines use and never hold.
//!
//! ```text
//! SetSecret ─▶ [vault] seals with a key the database lacks ─▶ row
//! Machine: NAME=avp_… ─▶ request ─▶ [interception] opens TLS ─▶ [fill] placeholder ▸ value ─▶ named host
//!                        answer  ◀─ [scrub] value ▸ placeholder ◀──────────────────────────┘
//! ```
//!
//! - [`SecretVault`]: seals and opens values; [`SecretsKeySource`] gives it the key
//! - [`EgressAuthority`]: signs the certificates that Machines are shown for hosts that have a Secret
//! - [`SecretInterception`]: carries those connections out

mod audit;
mod authority;
mod body;
mod connection;
mod fill;
mod host;
mod interception;
mod name;
mod placeholder;
mod scrub;
mod sealing;
mod store;
mod trust;
mod value;
mod vault;

pub use authority::{EgressAuthority, EgressAuthorityError};
pub use interception::SecretInterception;
pub use trust::UpstreamTrust;
pub use value::SecretValue;
pub use vault::{SecretVault, SecretsKeyError, SecretsKeySource};

pub(crate) use host::normal_pattern;
pub(crate) use name::environment_name;
pub(crate) use placeholder::new_placeholder;
pub(crate) use store::{SECRET_COUNT_MAX, environment_of, secrets_of};
