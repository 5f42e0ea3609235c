//! Connections inside one process.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use hyper_util::rt::TokioIo;
use tokio::io::DuplexStream;
use tokio::sync::mpsc;
use tonic::transport::{Channel, Endpoint, Uri};

/// Bytes that one side may be ahead of the other.
const PIPE_BYTES: usize = 256 * 1024;

/// Connections that may wait to be accepted.
const BACKLOG: usize = 64;

/// Opens connections to the listener it was made with.
#[derive(Debug, Clone)]
pub struct MemoryConnector {
    accept: mpsc::Sender<DuplexStream>,
}

/// Accepts the connections of its connectors.
#[derive(Debug)]
pub struct MemoryListener {
    connections: mpsc::Receiver<DuplexStream>,
}

/// Makes a listener and its connector.
#[must_use]
pub fn memory_pipe() -> (MemoryConnector, MemoryListener) {
    let (accept, connections) = mpsc::channel(BACKLOG);
    (MemoryConnector { accept }, MemoryListener { connections })
}

impl MemoryConnector {
    /// Opens a connection.
    ///
    /// # Errors
    /// `ConnectionRefused` when the listener is gone.
    pub async fn connect(&self) -> io::Result<DuplexStream> {
        let (near, far) = tokio::io::duplex(PIPE_BYTES);
        self.accept.send(far).await.map_err(|_| io::Error::from(io::ErrorKind::ConnectionRefused))?;
        Ok(near)
    }

    /// A gRPC channel that connects when it is first used, and again after a loss.
    #[must_use]
    pub fn channel(&self) -> Channel {
        Endpoint::from_static("http://memory.invalid").connect_with_connector_lazy(self.clone())
    }
}

impl MemoryListener {
    /// The next connection; `None` when every connector is gone.
    ///
    /// # Cancel safety
    /// Safe: no connection is lost.
    pub async fn accept(&mut self) -> Option<DuplexStream> {
        self.connections.recv().await
    }
}

impl tower::Service<Uri> for MemoryConnector {
    type Response = TokioIo<DuplexStream>;
    type Error = io::Error;
    type Future = Pin<Box<dyn Future<Output = io::Result<Self::Response>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, _: Uri) -> Self::Future {
        let connector = self.clone();
        Box::pin(async move { connector.connect().await.map(TokioIo::new) })
    }
}
