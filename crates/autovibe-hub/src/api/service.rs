//! The table of the control API: each call once, served as gRPC and as REST.

use std::sync::Arc;

use autovibe_proto::guest::v1::StreamFrame;
use autovibe_proto::hub::v1 as hub;
use autovibe_proto::hub::v1::hub_service_server::HubService;
use autovibe_proto::{Failure, v1};
use axum::Router;
use axum::body::Body;
use axum::routing::{MethodFilter, on};
use futures::StreamExt as _;
use tonic::{Request, Response, Status, Streaming};

use super::access::Caller;
use super::control::ControlApi;
use super::event_stream::{MessageStream, event_stream};
use super::rest::{answer, read_request};

/// Messages of a streaming gRPC call.
type GrpcStream<T> = std::pin::Pin<Box<dyn futures::Stream<Item = Result<T, Status>> + Send>>;

/// The gRPC face of the control API.
#[derive(Debug, Clone)]
pub(crate) struct ControlService {
    pub(crate) api: Arc<ControlApi>,
}

/// Who calls; put into the extensions by the router.
pub(super) fn caller_of<T>(request: &Request<T>) -> Result<Caller, Status> {
    let caller = request.extensions().get::<Caller>().cloned();
    caller.ok_or_else(|| Status::from(Failure::internal("the caller was not authenticated")))
}

fn grpc_stream<T: Send + 'static>(stream: MessageStream<T>) -> GrpcStream<T> {
    Box::pin(stream.map(|item| item.map_err(Status::from)))
}

macro_rules! control_api {
    (
        calls { $($http:ident $path:literal $call:ident($request:ty) -> $answer:ty;)+ }
        streams { $($stream_http:ident $stream_path:literal $stream:ident($stream_request:ty) -> $item:ty as $alias:ident;)+ }
    ) => {
        /// Method, path and name of every call that REST serves.
        pub const REST_ROUTES: &[(&str, &str, &str)] = &[
            $((stringify!($http), $path, stringify!($call)),)+
            $((stringify!($stream_http), $stream_path, stringify!($stream)),)+
        ];

        #[tonic::async_trait]
        impl HubService for ControlService {
            $(
                async fn $call(&self, request: Request<$request>) -> Result<Response<$answer>, Status> {
                    let caller = caller_of(&request)?;
                    let outcome = Box::pin(self.api.$call(&caller, request.into_inner())).await;
                    let outcome = self.api.noted(&caller, stringify!($call), outcome).await;
                    outcome.map(Response::new).map_err(Status::from)
                }
            )+
            $(
                type $alias = GrpcStream<$item>;
                async fn $stream(&self, request: Request<$stream_request>) -> Result<Response<Self::$alias>, Status> {
                    let caller = caller_of(&request)?;
                    let outcome = Box::pin(self.api.$stream(&caller, request.into_inner())).await;
                    let outcome = self.api.noted(&caller, stringify!($stream), outcome).await;
                    outcome.map(|stream| Response::new(grpc_stream(stream))).map_err(Status::from)
                }
            )+

            type OpenStreamStream = GrpcStream<StreamFrame>;
            async fn open_stream(
                &self,
                request: Request<Streaming<StreamFrame>>,
            ) -> Result<Response<Self::OpenStreamStream>, Status> {
                let caller = caller_of(&request)?;
                let outcome = Box::pin(self.api.open_stream(&caller, request.into_inner())).await;
                let outcome = self.api.noted(&caller, "open_stream", outcome).await;
                outcome.map(|stream| Response::new(grpc_stream(stream))).map_err(Status::from)
            }
        }

        /// The REST face of the control API.
        pub(crate) fn rest_routes(api: &Arc<ControlApi>) -> Router {
            let mut router = Router::new();
            $(
                let held = Arc::clone(api);
                router = router.route($path, on(MethodFilter::$http, move |request: http::Request<Body>| async move {
                    let (caller, message) = match read_request::<$request>(request).await {
                        Ok(read) => read,
                        Err(refused) => return refused,
                    };
                    let outcome = Box::pin(held.$call(&caller, message)).await;
                    answer(held.noted(&caller, stringify!($call), outcome).await)
                }));
            )+
            $(
                let held = Arc::clone(api);
                router = router.route($stream_path, on(MethodFilter::$stream_http, move |request: http::Request<Body>| async move {
                    let (caller, message) = match read_request::<$stream_request>(request).await {
                        Ok(read) => read,
                        Err(refused) => return refused,
                    };
                    let outcome = Box::pin(held.$stream(&caller, message)).await;
                    event_stream(held.noted(&caller, stringify!($stream), outcome).await)
                }));
            )+
            router
        }
    };
}

control_api! {
    calls {
        GET "/v1/status" get_status(hub::GetStatusRequest) -> hub::GetStatusResponse;
        POST "/v1/projects" create_project(hub::CreateProjectRequest) -> v1::Project;
        GET "/v1/projects/{project}" get_project(hub::GetProjectRequest) -> v1::Project;
        GET "/v1/projects" list_projects(hub::ListProjectsRequest) -> hub::ListProjectsResponse;
        DELETE "/v1/projects/{project}" delete_project(hub::DeleteProjectRequest) -> hub::DeleteProjectResponse;
        POST "/v1/machines" create_machine(hub::CreateMachineRequest) -> v1::Machine;
        GET "/v1/machines/{machine}" get_machine(hub::GetMachineRequest) -> v1::Machine;
        GET "/v1/machines" list_machines(hub::ListMachinesRequest) -> hub::ListMachinesResponse;
        DELETE "/v1/machines/{machine}" delete_machine(hub::DeleteMachineRequest) -> v1::Machine;
        POST "/v1/machines/{machine}/goal" set_machine_goal(hub::SetMachineGoalRequest) -> v1::Machine;
        POST "/v1/forks" fork_machine(hub::ForkMachineRequest) -> hub::ForkMachineResponse;
        POST "/v1/machines/{machine}/prompts" send_prompt(hub::SendPromptRequest) -> hub::SendPromptResponse;
        POST "/v1/machines/{machine}/interrupt" interrupt_machine(hub::InterruptMachineRequest) -> hub::InterruptMachineResponse;
        GET "/v1/turns/{turn_id}" get_turn(hub::GetTurnRequest) -> v1::Turn;
        GET "/v1/machines/{machine}/turns" list_turns(hub::ListTurnsRequest) -> hub::ListTurnsResponse;
        POST "/v1/machines/{machine}/checkpoints" create_checkpoint(hub::CreateCheckpointRequest) -> v1::Checkpoint;
        GET "/v1/checkpoints/{checkpoint_id}" get_checkpoint(hub::GetCheckpointRequest) -> v1::Checkpoint;
        GET "/v1/checkpoints" list_checkpoints(hub::ListCheckpointsRequest) -> hub::ListCheckpointsResponse;
        DELETE "/v1/checkpoints/{checkpoint_id}" delete_checkpoint(hub::DeleteCheckpointRequest) -> hub::DeleteCheckpointResponse;
        POST "/v1/checkpoints/{checkpoint_id}/restore" restore_checkpoint(hub::RestoreCheckpointRequest) -> v1::Machine;
        GET "/v1/machines/{machine}/mailbox" list_mailbox(hub::ListMailboxRequest) -> hub::ListMailboxResponse;
        GET "/v1/dead-letters" list_dead_letters(hub::ListDeadLettersRequest) -> hub::ListDeadLettersResponse;
        POST "/v1/dead-letters/{dead_letter_id}/replay" replay_dead_letter(hub::ReplayDeadLetterRequest) -> v1::Message;
        DELETE "/v1/dead-letters/{dead_letter_id}" drop_dead_letter(hub::DropDeadLetterRequest) -> hub::DropDeadLetterResponse;
        GET "/v1/images" list_images(hub::ListImagesRequest) -> hub::ListImagesResponse;
        GET "/v1/nodes" list_nodes(hub::ListNodesRequest) -> hub::ListNodesResponse;
        POST "/v1/tokens" create_token(hub::CreateTokenRequest) -> hub::CreateTokenResponse;
        GET "/v1/tokens" list_tokens(hub::ListTokensRequest) -> hub::ListTokensResponse;
        DELETE "/v1/tokens/{token}" revoke_token(hub::RevokeTokenRequest) -> hub::RevokeTokenResponse;
    }
    streams {
        GET "/v1/machines/{machine}/events" watch_machine(hub::WatchMachineRequest) -> hub::WatchMachineResponse as WatchMachineStream;
        GET "/v1/machines/{machine}/console" read_console(hub::ReadConsoleRequest) -> hub::ReadConsoleResponse as ReadConsoleStream;
    }
}
