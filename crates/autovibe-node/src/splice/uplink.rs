//! How the node reaches the Hub for a guest.

use std::io;

use async_trait::async_trait;
use tokio::io::{AsyncRead, AsyncWrite};

/// A two-way stream of bytes.
pub trait GuestStream: AsyncRead + AsyncWrite + Unpin + Send {}

impl<T: AsyncRead + AsyncWrite + Unpin + Send> GuestStream for T {}

/// Connects to the guest endpoint of any live Hub.
///
/// Given by the composition root: in one process, through a Unix socket, or over TCP with mutual TLS.
#[async_trait]
pub trait GuestUplink: Send + Sync + std::fmt::Debug {
    /// Opens one connection for one guest connection.
    ///
    /// The node writes the line `AVG1 <machine_id> <incarnation> <guest_ticket>`, then the guest's bytes.
    ///
    /// # Errors
    /// When no Hub can be reached; the guest's connection is then closed and the guest tries again.
    async fn connect(&self) -> io::Result<Box<dyn GuestStream>>;
}
