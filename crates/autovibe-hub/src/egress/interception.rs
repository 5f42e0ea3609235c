//! The place where somebody may look into a tunnel, as to fill in secrets for the hosts they are meant for.

use async_trait::async_trait;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;

/// A connection of bytes in both directions.
pub trait ByteStream: AsyncRead + AsyncWrite + Send + Unpin {}

impl<S: AsyncRead + AsyncWrite + Send + Unpin> ByteStream for S {}

/// Takes over tunnels to certain hosts.
///
/// It is asked after every check: a rule allows the host, its address is public, the decision is recorded, and the
/// TLS greeting names the host. A tunnel that it wants must begin with TLS, whatever its port.
#[async_trait]
pub trait Interception: Send + Sync {
    /// True when tunnels of a Project's Machines to a host are to be taken over; asked for each tunnel.
    ///
    /// `host` is a name in lower case without a final dot, or an address.
    async fn wanted(&self, project_id: &str, host: &str) -> bool;

    /// Carries one tunnel until it ends.
    ///
    /// The first bytes of `client` are the program's TLS greeting. `upstream` is connected, and nothing has been
    /// sent. It ends when both directions have ended; an error cuts both sides off.
    ///
    /// # Cancel safety
    /// It is dropped when the tunnel is idle for too long, its rule is taken away or the Machine goes.
    async fn run(
        &self,
        project_id: &str,
        machine_id: &str,
        host: &str,
        port: u16,
        client: Box<dyn ByteStream>,
        upstream: TcpStream,
    ) -> std::io::Result<()>;

    /// Looks at a request of plain HTTP before it is passed on as it is.
    async fn plain_request(
        &self,
        _project_id: &str,
        _machine_id: &str,
        _host: &str,
        _head: &http::request::Parts,
    ) {
    }
}

/// Looks into no tunnel.
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
    ) -> std::io::Result<()> {
        // Nobody asked for it, so ending the tunnel is the safe answer.
        Err(std::io::ErrorKind::Unsupported.into())
    }
}
