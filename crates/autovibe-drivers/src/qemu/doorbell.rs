//! The port on which a guest hears that its memory continues in a new life, or that it is to shut down.
//!
//! The connections that the guest remembers died with the process that carried them; without the doorbell
//! it would notice only at its next time limit.

use std::path::PathBuf;
use std::time::Duration;

use tokio::io::AsyncWriteExt as _;
use tokio::net::UnixStream;
use tokio::time::{sleep, timeout};

const RING_LIMIT: Duration = Duration::from_secs(1);

/// QEMU hands bytes on while the connection is open; a guest with a free buffer takes them at once.
const HOLD: Duration = Duration::from_millis(150);

/// What a guest is told; one line each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ring {
    /// Its memory continues in a new life.
    Reborn,
    /// It shall end in order.
    PowerOff,
}

impl Ring {
    fn line(self) -> &'static [u8] {
        match self {
            Ring::Reborn => b"reborn\n",
            Ring::PowerOff => b"poweroff\n",
        }
    }
}

/// Tells the guest, without waiting for it; a guest without that port is none the wiser.
pub(super) async fn ring(socket: PathBuf, what: Ring) {
    let rung = timeout(RING_LIMIT, async {
        let mut stream = UnixStream::connect(&socket).await?;
        stream.write_all(what.line()).await?;
        sleep(HOLD).await;
        stream.shutdown().await
    });
    match rung.await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => tracing::warn!(%error, "doorbell does not answer"),
        Err(_) => tracing::warn!("doorbell does not answer in time"),
    }
}
