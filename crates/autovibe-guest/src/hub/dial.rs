//! Opens the byte stream to the Hub.

use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpStream, UnixStream};

use crate::config::DialAddress;
use crate::error::GuestError;

/// A Machine reaches the Hub within its host's network; longer means that nobody is there.
const DIAL_LIMIT: Duration = Duration::from_secs(5);

/// A byte stream of any kind.
pub(crate) trait ByteStream: AsyncRead + AsyncWrite + Unpin + Send {}

impl<T: AsyncRead + AsyncWrite + Unpin + Send> ByteStream for T {}

/// Connects.
///
/// # Errors
/// [`GuestError::Unreachable`] when nobody answers in time.
pub(crate) async fn dial(address: &DialAddress) -> Result<Box<dyn ByteStream>, GuestError> {
    let connect = async {
        let stream: Box<dyn ByteStream> = match address {
            DialAddress::Unix(path) => Box::new(UnixStream::connect(path).await?),
            DialAddress::Tcp(address) => {
                let stream = TcpStream::connect(address).await?;
                stream.set_nodelay(true)?;
                Box::new(stream)
            }
        };
        Ok::<_, std::io::Error>(stream)
    };
    tokio::time::timeout(DIAL_LIMIT, connect)
        .await
        .map_err(|_| GuestError::unreachable("nobody answers"))?
        .map_err(GuestError::unreachable)
}
