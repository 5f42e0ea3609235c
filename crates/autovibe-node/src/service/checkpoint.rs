//! Commands on Checkpoints.

use std::sync::Arc;

use autovibe_proto::Failure;
use autovibe_proto::node::v1::{
    CreateCheckpointRequest, CreateCheckpointResponse, DeleteCheckpointRequest, DeleteCheckpointResponse,
    ListCheckpointsRequest, ListCheckpointsResponse, VerifyCheckpointRequest, VerifyCheckpointResponse,
};
use futures::FutureExt as _;

use crate::command::{self, Command, Outcome};
use crate::error::NodeError;
use crate::node::{Node, VERIFICATIONS_MAX};
use crate::service::life::live;
use crate::service::request;

pub(super) async fn create_checkpoint(
    node: &Arc<Node>,
    request: CreateCheckpointRequest,
) -> Result<CreateCheckpointResponse, Failure> {
    let read = || -> Result<_, NodeError> {
        Ok((Command::read("checkpoint", request.header)?, request::checkpoint_id(&request.checkpoint_id)?))
    };
    let (command, checkpoint) = read().map_err(|error| error.failure())?;
    let machine = command.machine.clone();
    let act = move |node: Arc<Node>| {
        async move {
            let save = async { Ok(node.driver.checkpoint(&machine, &checkpoint).await?) };
            let (report, seen) = live(&node, &machine, save).await?;
            Ok(Outcome::of(CreateCheckpointResponse {
                checkpoint_handle: report.handle.0,
                size_bytes: i64::try_from(report.size_bytes).unwrap_or(i64::MAX),
                pause_us: i64::try_from(report.pause.as_micros()).unwrap_or(i64::MAX),
                level: report.level as i32,
                machine: Some(seen),
            }))
        }
        .boxed()
    };
    command::run(node, command, act).await
}

pub(super) async fn delete_checkpoint(
    node: &Arc<Node>,
    request: DeleteCheckpointRequest,
) -> Result<DeleteCheckpointResponse, Failure> {
    let read = || -> Result<_, NodeError> {
        let mut command = Command::read("forget", request.header)?;
        // A Checkpoint outlives the life in which it was made.
        command.of_incarnation = false;
        let (checkpoint, handle) = request::checkpoint(&request.checkpoint_id, &request.checkpoint_handle)?;
        Ok((command, checkpoint, handle))
    };
    let (command, checkpoint, handle) = read().map_err(|error| error.failure())?;
    let act = move |node: Arc<Node>| {
        async move {
            node.driver.forget(&checkpoint, &handle).await?;
            Ok(Outcome::of(DeleteCheckpointResponse {}))
        }
        .boxed()
    };
    command::run(node, command, act).await
}

pub(super) async fn list_checkpoints(
    node: &Arc<Node>,
    _request: ListCheckpointsRequest,
) -> Result<ListCheckpointsResponse, Failure> {
    let listed = node.driver.list_checkpoints().await;
    let checkpoints = listed.map_err(|error| NodeError::Driver(error).failure())?;
    Ok(ListCheckpointsResponse { checkpoints })
}

pub(super) async fn verify_checkpoint(
    node: &Arc<Node>,
    request: VerifyCheckpointRequest,
) -> Result<VerifyCheckpointResponse, Failure> {
    let read = request::checkpoint(&request.checkpoint_id, &request.checkpoint_handle);
    let (checkpoint, handle) = read.map_err(|error| error.failure())?;
    let Ok(_alone) = node.verifications.try_acquire() else {
        return Err(NodeError::Busy(VERIFICATIONS_MAX).failure());
    };
    let found = node.driver.verify(&checkpoint, &handle).await;
    let found = found.map_err(|error| NodeError::Driver(error).failure())?;
    Ok(VerifyCheckpointResponse {
        difference: found.difference.unwrap_or_default(),
        read_bytes: i64::try_from(found.read_bytes).unwrap_or(i64::MAX),
        full: found.full,
    })
}
