//! Reads the end of a console log, and follows it.

use std::io::{self, SeekFrom};
use std::path::{Path, PathBuf};
use std::time::Duration;

use autovibe_proto::node::v1::{ReadConsoleRequest, ReadConsoleResponse};
use autovibe_proto::{Failure, MachineId};
use futures::StreamExt as _;
use futures::stream::BoxStream;
use tokio::io::{AsyncReadExt as _, AsyncSeekExt as _};
use tokio_util::sync::CancellationToken;
use tonic::Status;

use crate::node::Node;

const TAIL_BYTES: u64 = 64 << 10;
const TAIL_BYTES_MAX: u64 = 16 << 20;
const CHUNK_BYTES: usize = 32 << 10;
/// A file is polled, since a hypervisor may replace it; people do not notice this delay.
const POLL_INTERVAL: Duration = Duration::from_millis(200);

struct Reader {
    path: PathBuf,
    position: u64,
    follow: bool,
    stop: CancellationToken,
}

pub(super) async fn read_console(
    node: &Node,
    request: ReadConsoleRequest,
) -> Result<BoxStream<'static, Result<ReadConsoleResponse, Status>>, Failure> {
    let machine: MachineId = request
        .machine_id
        .parse()
        .map_err(|error: autovibe_proto::IdError| Failure::invalid(format!("machine_id: {error}")))?;
    let not_found = || Failure::not_found(format!("there is no console log of {machine}"));
    let path = node.driver.console_log(&machine).ok_or_else(not_found)?;
    let length = match length(&path).await {
        Ok(length) => length,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(not_found()),
        Err(_) => return Err(Failure::internal("the console log cannot be read")),
    };
    let tail = match u64::try_from(request.tail_bytes) {
        Ok(0) | Err(_) => TAIL_BYTES,
        Ok(bytes) => bytes.min(TAIL_BYTES_MAX),
    };
    let position = length.saturating_sub(tail);
    let reader = Reader { path, position, follow: request.follow, stop: node.stop.clone() };
    let stream = futures::stream::unfold(reader, |mut reader| async move {
        let data = reader.next().await?;
        Some((Ok(ReadConsoleResponse { data }), reader))
    });
    Ok(stream.boxed())
}

impl Reader {
    /// The next bytes; `None` at the end, or when the log is gone.
    async fn next(&mut self) -> Option<Vec<u8>> {
        loop {
            let chunk = self.read().await.ok()?;
            if !chunk.is_empty() {
                self.position += chunk.len() as u64;
                return Some(chunk);
            }
            if !self.follow {
                return None;
            }
            tokio::select! {
                () = tokio::time::sleep(POLL_INTERVAL) => {}
                () = self.stop.cancelled() => return None,
            }
        }
    }

    async fn read(&mut self) -> io::Result<Vec<u8>> {
        if length(&self.path).await? < self.position {
            // The log was begun anew.
            self.position = 0;
        }
        let mut file = fs_err::tokio::File::open(&self.path).await?;
        file.seek(SeekFrom::Start(self.position)).await?;
        let mut chunk = Vec::with_capacity(CHUNK_BYTES);
        file.take(CHUNK_BYTES as u64).read_to_end(&mut chunk).await?;
        Ok(chunk)
    }
}

async fn length(path: &Path) -> io::Result<u64> {
    Ok(fs_err::tokio::metadata(path).await?.len())
}
