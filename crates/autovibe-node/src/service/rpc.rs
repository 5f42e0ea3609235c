//! The table of calls: who may call, and which file answers.

use std::sync::Arc;

use autovibe_proto::node::v1::node_service_server::NodeService;
use autovibe_proto::node::v1::{
    CreateCheckpointRequest, CreateCheckpointResponse, CreateMachineRequest, CreateMachineResponse,
    DeleteCheckpointRequest, DeleteCheckpointResponse, DestroyMachineRequest, DestroyMachineResponse,
    ForkMachineRequest, ForkMachineResponse, GetStatsRequest, GetStatsResponse, GreetRequest, GreetResponse,
    ListCheckpointsRequest, ListCheckpointsResponse, ListImagesRequest, ListImagesResponse,
    ListMachinesRequest, ListMachinesResponse, ReadConsoleRequest, ReadConsoleResponse,
    RestoreMachineRequest, RestoreMachineResponse, SetPowerRequest, SetPowerResponse,
    VerifyCheckpointRequest, VerifyCheckpointResponse, WatchMachinesRequest, WatchMachinesResponse,
};
use futures::stream::BoxStream;
use tonic::{Request, Response, Status, async_trait};

use crate::caller::require_hub;
use crate::node::Node;
use crate::service::{checkpoint, console, greet, life, stats, watch};

/// The service of one node.
#[derive(Debug, Clone)]
pub(crate) struct Service {
    node: Arc<Node>,
}

impl Service {
    pub(crate) fn new(node: Arc<Node>) -> Service {
        Service { node }
    }
}

/// Admits the caller, then answers by the function of one file.
macro_rules! answer {
    ($self:ident, $request:ident, $function:path) => {{
        require_hub(&$request)?;
        let result = $function(&$self.node, $request.into_inner()).await;
        Ok(Response::new(result.map_err(Status::from)?))
    }};
}

#[async_trait]
impl NodeService for Service {
    type WatchMachinesStream = BoxStream<'static, Result<WatchMachinesResponse, Status>>;
    type ReadConsoleStream = BoxStream<'static, Result<ReadConsoleResponse, Status>>;

    async fn greet(&self, request: Request<GreetRequest>) -> Result<Response<GreetResponse>, Status> {
        answer!(self, request, greet::greet)
    }

    async fn list_images(
        &self,
        request: Request<ListImagesRequest>,
    ) -> Result<Response<ListImagesResponse>, Status> {
        answer!(self, request, greet::list_images)
    }

    async fn create_machine(
        &self,
        request: Request<CreateMachineRequest>,
    ) -> Result<Response<CreateMachineResponse>, Status> {
        answer!(self, request, life::create_machine)
    }

    async fn fork_machine(
        &self,
        request: Request<ForkMachineRequest>,
    ) -> Result<Response<ForkMachineResponse>, Status> {
        answer!(self, request, life::fork_machine)
    }

    async fn set_power(
        &self,
        request: Request<SetPowerRequest>,
    ) -> Result<Response<SetPowerResponse>, Status> {
        answer!(self, request, life::set_power)
    }

    async fn destroy_machine(
        &self,
        request: Request<DestroyMachineRequest>,
    ) -> Result<Response<DestroyMachineResponse>, Status> {
        answer!(self, request, life::destroy_machine)
    }

    async fn create_checkpoint(
        &self,
        request: Request<CreateCheckpointRequest>,
    ) -> Result<Response<CreateCheckpointResponse>, Status> {
        answer!(self, request, checkpoint::create_checkpoint)
    }

    async fn restore_machine(
        &self,
        request: Request<RestoreMachineRequest>,
    ) -> Result<Response<RestoreMachineResponse>, Status> {
        answer!(self, request, life::restore_machine)
    }

    async fn delete_checkpoint(
        &self,
        request: Request<DeleteCheckpointRequest>,
    ) -> Result<Response<DeleteCheckpointResponse>, Status> {
        answer!(self, request, checkpoint::delete_checkpoint)
    }

    async fn list_machines(
        &self,
        request: Request<ListMachinesRequest>,
    ) -> Result<Response<ListMachinesResponse>, Status> {
        answer!(self, request, greet::list_machines)
    }

    async fn list_checkpoints(
        &self,
        request: Request<ListCheckpointsRequest>,
    ) -> Result<Response<ListCheckpointsResponse>, Status> {
        answer!(self, request, checkpoint::list_checkpoints)
    }

    async fn verify_checkpoint(
        &self,
        request: Request<VerifyCheckpointRequest>,
    ) -> Result<Response<VerifyCheckpointResponse>, Status> {
        answer!(self, request, checkpoint::verify_checkpoint)
    }

    async fn watch_machines(
        &self,
        request: Request<WatchMachinesRequest>,
    ) -> Result<Response<Self::WatchMachinesStream>, Status> {
        require_hub(&request)?;
        Ok(Response::new(watch::watch_machines(&self.node)))
    }

    async fn read_console(
        &self,
        request: Request<ReadConsoleRequest>,
    ) -> Result<Response<Self::ReadConsoleStream>, Status> {
        require_hub(&request)?;
        Ok(Response::new(console::read_console(&self.node, request.into_inner()).await?))
    }

    async fn get_stats(
        &self,
        request: Request<GetStatsRequest>,
    ) -> Result<Response<GetStatsResponse>, Status> {
        answer!(self, request, stats::get_stats)
    }
}
