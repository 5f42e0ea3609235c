//! The listening side of the responder's connection.

use std::path::Path;
use std::time::Duration;

use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{UnixListener, UnixStream};
use tokio::time::timeout;

use super::super::error::BenchError;

/// A boot under emulation on a loaded host takes a minute at most.
const READY_LIMIT: Duration = Duration::from_secs(120);

/// Waits for a responder and gives it work.
#[derive(Debug)]
pub(super) struct Channel {
    listener: UnixListener,
    stream: Option<BufReader<UnixStream>>,
}

impl Channel {
    /// Listens; must come before the virtual machine starts.
    pub(super) fn listen(socket: &Path) -> Result<Channel, BenchError> {
        let listener = UnixListener::bind(socket).map_err(BenchError::file("listen for the responder"))?;
        Ok(Channel { listener, stream: None })
    }

    /// Waits for the responder and for the end of a program that it runs.
    pub(super) async fn exec(&mut self) -> Result<(), BenchError> {
        timeout(READY_LIMIT, self.exec_without_limit())
            .await
            .map_err(|_| BenchError::TimedOut { what: "the responder in bare QEMU", limit: READY_LIMIT })?
    }

    async fn exec_without_limit(&mut self) -> Result<(), BenchError> {
        let mut stream = match self.stream.take() {
            Some(stream) => stream,
            None => {
                let (stream, _) =
                    self.listener.accept().await.map_err(BenchError::file("accept the responder"))?;
                let mut stream = BufReader::new(stream);
                expect(&mut stream, "ready\n").await?;
                stream
            }
        };
        stream.write_all(b"exec\n").await.map_err(BenchError::file("write to the responder"))?;
        expect(&mut stream, "done 0\n").await?;
        self.stream = Some(stream);
        Ok(())
    }
}

async fn expect(stream: &mut BufReader<UnixStream>, wanted: &str) -> Result<(), BenchError> {
    let mut line = String::new();
    stream.read_line(&mut line).await.map_err(BenchError::file("read from the responder"))?;
    if line == wanted {
        return Ok(());
    }
    Err(BenchError::Wrong { what: "the responder's answer", text: format!("{line:?} instead of {wanted:?}") })
}
