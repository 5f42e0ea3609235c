//! The guest endpoint: what the guests inside Machines may call, and how commands reach them.
//!
//! ```text
//! node ─▶ [server] preamble with ticket ─▶ TLS ─▶ HTTP/2 ─▶ [router] token? ─┬▶ /guest/v1/…
//!                                                                            ├▶ /guest/v1/egress ─▶ egress
//!                                                                            └▶ /model/… ─▶ gateway
//! ```
//!
//! Everything that a guest sends is untrusted: Machine and incarnation come from the ticket alone.

mod agent_events;
mod allowance;
mod body;
mod child;
mod commands;
mod connection;
mod egress;
mod heartbeat;
mod hello;
mod last_heartbeat;
mod model;
mod pending_stream;
mod preamble;
mod rate;
mod registry;
mod result;
mod router;
mod server;
mod stream;
mod stream_frames;
mod tell;
mod text;
mod turn;
mod workspace;

pub use registry::GuestRegistry;
pub use server::{GuestConnectionError, GuestServer};

pub(crate) use allowance::Allowance;
pub(crate) use pending_stream::GuestStream;
pub(crate) use stream_frames::is_from_client;
