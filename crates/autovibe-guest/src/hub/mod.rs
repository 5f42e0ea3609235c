//! The one connection to the Hub and what flows over it.

mod connection;
mod dial;
mod event_stream;
mod link;
mod tls;
mod uplink;

pub(crate) use connection::Connection;
pub(crate) use link::{Body, HubLink, Session, empty_body, full_body};
pub(crate) use tls::client_config;
pub(crate) use uplink::run_uplink;
