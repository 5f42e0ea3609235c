//! Reads the console log of a Machine at its node.

use std::time::Duration;

use autovibe_proto::hub::v1::{ReadConsoleRequest, ReadConsoleResponse};
use autovibe_proto::{ErrorKind, Failure, node};
use futures::StreamExt as _;

use super::access::{Access, Caller};
use super::control::ControlApi;
use super::event_stream::MessageStream;

const TAIL_BYTES_MAX: i64 = 16 * 1024 * 1024;
/// A node answers from a file.
const ANSWER_TIME_MAX: Duration = Duration::from_secs(10);

impl ControlApi {
    pub(super) async fn read_console(
        &self,
        caller: &Caller,
        request: ReadConsoleRequest,
    ) -> Result<MessageStream<ReadConsoleResponse>, Failure> {
        let machine = self.machine(caller, Access::View, &request.machine).await?;
        if !(0..=TAIL_BYTES_MAX).contains(&request.tail_bytes) {
            let text = format!("tail_bytes is 0 to {TAIL_BYTES_MAX}");
            return Err(Failure::invalid(text).with("field", "tail_bytes"));
        }
        let slot = self.stream_slot()?;
        let mut client = self.hub().nodes().client(&machine.node_id)?;
        let reading = client.read_console(node::v1::ReadConsoleRequest {
            machine_id: machine.id,
            tail_bytes: request.tail_bytes,
            follow: request.follow,
        });
        let answer = tokio::time::timeout(ANSWER_TIME_MAX, reading).await.map_err(|_| {
            Failure::new(ErrorKind::DeadlineExceeded, "NODE_SLOW", "the node did not answer in time")
        })?;
        let pieces = answer.map_err(Failure::from)?.into_inner();
        Ok(Box::pin(pieces.map(move |piece| {
            let _slot = &slot;
            piece.map(|piece| ReadConsoleResponse { data: piece.data }).map_err(Failure::from)
        })))
    }
}
