//! The way out of Machines: an HTTP proxy that reaches what a rule of the Project allows, and nothing else.
//!
//! ```text
//! program ─▶ guest ─▶ one HTTP/2 stream ─▶ [session] head ─▶ rule? ─▶ public address? ─▶ audited
//!                                              ├▶ CONNECT  [tunnel]  TLS greeting names the host? ─▶ bytes
//!                                              └▶ GET …    [forward] each request checked and written anew
//! ```
//!
//! Everything that comes from a Machine is hostile: the guest passes bytes on, and all reading of them is here.

mod activity;
mod address;
mod asked;
mod audit;
mod client_hello;
mod config;
mod denied;
mod destination;
mod forward;
mod host;
mod interception;
mod prefixed;
mod preset;
mod proxy;
mod request_head;
mod resolver;
mod rule_set;
mod rules;
mod session;
mod target;
mod tunnel;

pub use asked::Asked;
pub use client_hello::{ClientHello, GreetingDenied, read_client_hello};
pub use config::EgressConfig;
pub use denied::EgressDenied;
pub use destination::Destination;
pub use host::{Host, HostDenied};
pub use interception::{ByteStream, Interception, NoInterception};
pub use proxy::Egress;
pub use request_head::{HEAD_BYTES_MAX, RequestHead, parse_request_head};

pub(crate) use activity::Activity;
pub(crate) use preset::PRESETS;
pub(crate) use proxy::EgressCaller;
pub(crate) use rules::RULE_COUNT_MAX;
pub(crate) use target::Target;
