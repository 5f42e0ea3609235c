//! Calls about the Hub itself, its Images and its nodes.

use autovibe_proto::Failure;
use autovibe_proto::hub::v1::{
    GetStatusRequest, GetStatusResponse, ListImagesRequest, ListImagesResponse, ListNodesRequest,
    ListNodesResponse,
};
use autovibe_proto::v1::{Machine, MachineState};

use super::access::{Access, Caller};
use super::control::ControlApi;

/// Rows that are shown of entities that have no pages.
const ROW_COUNT_MAX: usize = 1000;
/// Machines that are counted.
const MACHINE_COUNT_MAX: usize = 20_000;

impl ControlApi {
    pub(super) async fn get_status(
        &self,
        caller: &Caller,
        _request: GetStatusRequest,
    ) -> Result<GetStatusResponse, Failure> {
        caller.check_global(Access::View)?;
        let machines = self.database().list_all::<Machine>("", "", MACHINE_COUNT_MAX).await?;
        let running = machines.iter().filter(|machine| is_running(machine.state())).count();
        Ok(GetStatusResponse {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            hub_id: self.hub().id().to_string(),
            model_provider: self.config.model_provider.clone(),
            running_machine_count: i32::try_from(running).unwrap_or(i32::MAX),
            node_count: i32::try_from(self.hub().nodes().all().len()).unwrap_or(i32::MAX),
        })
    }

    pub(super) async fn list_images(
        &self,
        caller: &Caller,
        _request: ListImagesRequest,
    ) -> Result<ListImagesResponse, Failure> {
        caller.check_global(Access::View)?;
        let images = self.database().list_all("", "create_time desc", ROW_COUNT_MAX).await?;
        Ok(ListImagesResponse { images })
    }

    pub(super) async fn list_nodes(
        &self,
        caller: &Caller,
        _request: ListNodesRequest,
    ) -> Result<ListNodesResponse, Failure> {
        caller.check_global(Access::View)?;
        Ok(ListNodesResponse { nodes: self.database().list_all("", "name", ROW_COUNT_MAX).await? })
    }
}

/// The processors of a Machine in this state run.
fn is_running(state: MachineState) -> bool {
    matches!(
        state,
        MachineState::Starting
            | MachineState::Ready
            | MachineState::Working
            | MachineState::Checkpointing
            | MachineState::Restoring
            | MachineState::Stopping
    )
}
