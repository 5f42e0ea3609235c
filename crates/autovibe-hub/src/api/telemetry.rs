//! Calls about what is measured and what was found at the nodes.

use std::time::Duration;

use autovibe_proto::hub::v1::{
    GetMachineStatsRequest, GetMachineStatsResponse, ListOrphansRequest, ListOrphansResponse,
    VerifyCheckpointRequest, VerifyCheckpointResponse,
};
use autovibe_proto::node::v1::{self as node, GetStatsRequest};
use autovibe_proto::{ErrorKind, Failure};

use super::access::{Access, Caller};
use super::checkpoint::check_ready;
use super::control::ControlApi;
use super::machine::machine_id;

/// A node measures all its Machines at once, eight at a time.
const MEASURE_LIMIT: Duration = Duration::from_secs(15);
/// Everything is read; the node gives up after ten minutes.
const VERIFY_LIMIT: Duration = Duration::from_secs(610);

impl ControlApi {
    pub(super) async fn get_machine_stats(
        &self,
        caller: &Caller,
        request: GetMachineStatsRequest,
    ) -> Result<GetMachineStatsResponse, Failure> {
        let machine = self.machine(caller, Access::View, &request.machine).await?;
        let mut client = self.hub().nodes().client(&machine.node_id)?;
        let stats = limited(MEASURE_LIMIT, client.get_stats(GetStatsRequest {})).await?;
        let heartbeats = self.config.guests.heartbeats();
        // What a former life measured says nothing about this one.
        let last =
            heartbeats.get(&machine_id(&machine)?).filter(|last| last.incarnation == machine.incarnation);
        Ok(GetMachineStatsResponse {
            node: stats.machines.into_iter().find(|found| found.machine_id == machine.id),
            heartbeat_time: last.as_ref().map(|last| last.time),
            heartbeat: last.map(|last| last.heartbeat),
            machine_id: machine.id,
            name: machine.name,
        })
    }

    pub(super) async fn list_orphans(
        &self,
        caller: &Caller,
        _request: ListOrphansRequest,
    ) -> Result<ListOrphansResponse, Failure> {
        if caller.project_id.is_some() {
            // Nobody knows to which Project an orphan belongs.
            return Ok(ListOrphansResponse::default());
        }
        caller.check_global(Access::View)?;
        Ok(ListOrphansResponse { orphans: self.hub().nodes().orphans() })
    }

    pub(super) async fn verify_checkpoint(
        &self,
        caller: &Caller,
        request: VerifyCheckpointRequest,
    ) -> Result<VerifyCheckpointResponse, Failure> {
        // It costs the node a processor and its disk for minutes.
        let checkpoint = self.checkpoint(caller, Access::Change, &request.checkpoint_id).await?;
        check_ready(&checkpoint)?;
        let mut client = self.hub().nodes().client(&checkpoint.node_id)?;
        let request = node::VerifyCheckpointRequest {
            checkpoint_id: checkpoint.id,
            checkpoint_handle: checkpoint.handle,
        };
        let found = limited(VERIFY_LIMIT, client.verify_checkpoint(request)).await?;
        Ok(VerifyCheckpointResponse {
            difference: found.difference,
            read_bytes: found.read_bytes,
            full: found.full,
        })
    }
}

async fn limited<A>(
    limit: Duration,
    call: impl Future<Output = Result<tonic::Response<A>, tonic::Status>>,
) -> Result<A, Failure> {
    match tokio::time::timeout(limit, call).await {
        Ok(answer) => Ok(answer.map_err(Failure::from)?.into_inner()),
        Err(_) => {
            let text = "the node did not answer in time";
            Err(Failure::new(ErrorKind::DeadlineExceeded, "DEADLINE_EXCEEDED", text))
        }
    }
}
