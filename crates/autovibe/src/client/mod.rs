//! The command line's connection to a Hub.

mod connect;
mod endpoint;

pub use connect::{Hub, HubChannel, connect, connect_channel};
pub(crate) use endpoint::TOKEN_FILE;
pub use endpoint::{Endpoint, EndpointError};
