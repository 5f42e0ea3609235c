//! The seam at which a permitted connection is opened up instead of being passed on as it is.

use std::io;

use async_trait::async_trait;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;

/// Bytes in both directions.
pub trait ByteStream: AsyncRead + AsyncWrite + Send + Unpin {}

impl<Stream: AsyncRead + AsyncWrite + Send + Unpin> ByteStream for Stream {}

/// Decides which connections are opened up, and carries those out.
///
/// Asked only after every check of the egress rules has passed.
#[async_trait]
pub trait Interception: Send + Sync {
    /// True when connections of this Project to this host are to be opened up; the host is normalised.
    async fn wanted(&self, project_id: &str, host: &str) -> bool;

    /// Carries a connection out until it ends; `client` begins with the client's first byte.
    ///
    /// # Errors
    /// When either side breaks off or cannot be agreed with.
    ///
    /// # Cancel safety
    /// Dropping the future ends the connection.
    async fn run(
        &self,
        project_id: &str,
        machine_id: &str,
        host: &str,
        port: u16,
        client: Box<dyn ByteStream>,
        upstream: TcpStream,
    ) -> io::Result<()>;

    /// Looks at a request that goes out without TLS; it is passed on unchanged.
    async fn plain_request(
        &self,
        _project_id: &str,
        _machine_id: &str,
        _host: &str,
        _head: &http::request::Parts,
    ) {
    }
}

/// Opens nothing up.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoInterception;

#[async_trait]
impl Interception for NoInterception {
    async fn wanted(&self, _project_id: &str, _host: &str) -> bool {
        false
    }

    async fn run(
        &self,
        _project_id: &str,
        _machine_id: &str,
        _host: &str,
        _port: u16,
        _client: Box<dyn ByteStream>,
        _upstream: TcpStream,
    ) -> io::Result<()> {
        Err(io::Error::from(io::ErrorKind::Unsupported))
    }
}
