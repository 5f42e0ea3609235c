//! How the parts reach each other: memory inside one process, TCP with mutual TLS between processes.

mod memory;
mod serve;
mod tls;

pub use memory::{MemoryConnector, MemoryListener, memory_pipe};
pub use serve::{ControlListener, serve_control, serve_memory, serve_mtls};
pub(crate) use tls::identity_in;
pub use tls::{TlsError, mtls_channel, mtls_client_config, mtls_server_config, peer_identity, server_config};
