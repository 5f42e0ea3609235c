//! Connects to a TCP port of the Machine's loopback.

use std::time::Duration;

use autovibe_proto::guest::v1::stream_frame::Kind;
use autovibe_proto::guest::v1::{PortOpen, StreamEnd};
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpStream;

use super::peer::Peer;
use super::pump::pump;
use crate::error::GuestError;

const CONNECT_LIMIT: Duration = Duration::from_secs(5);

/// Moves bytes in both directions until the port or the other side is done.
///
/// # Errors
/// [`GuestError`] when nobody listens.
pub(super) async fn run_port(open: PortOpen, mut peer: Peer) -> Result<StreamEnd, GuestError> {
    let port =
        u16::try_from(open.port).map_err(|_| GuestError::Config(format!("{} is no port", open.port)))?;
    let stream = tokio::time::timeout(CONNECT_LIMIT, TcpStream::connect(("127.0.0.1", port)))
        .await
        .map_err(|_| GuestError::Config(format!("port {port} does not answer")))?
        .map_err(GuestError::file(format!("connect to port {port}")))?;
    let (reader, mut writer) = stream.into_split();
    let sending = pump(reader, peer.outgoing.clone(), Kind::Output);
    let receiving = async {
        loop {
            match peer.incoming.recv().await {
                Some(Kind::Input(bytes)) => {
                    // A port that takes no more may still have something to say.
                    if writer.write_all(&bytes).await.is_err() {
                        return false;
                    }
                }
                Some(Kind::InputEnd(_)) => {
                    let _ = writer.shutdown().await;
                    return false;
                }
                Some(_) => {}
                None => return true,
            }
        }
    };
    tokio::pin!(sending, receiving);
    let ended = tokio::select! {
        ended = &mut sending => ended,
        is_gone = &mut receiving => if is_gone { Ok(()) } else { sending.await },
    };
    ended.map_err(GuestError::file(format!("read from port {port}")))?;
    Ok(StreamEnd::default())
}
