//! The table of the calls of TelemetryService, served as gRPC and as REST.

use std::sync::Arc;

use autovibe_proto::hub::v1 as hub;
use autovibe_proto::hub::v1::telemetry_service_server::{TelemetryService, TelemetryServiceServer};
use axum::Router;
use axum::body::Body;
use axum::routing::{MethodFilter, on};
use tonic::{Request, Response, Status};

use super::control::ControlApi;
use super::rest::{answer, read_request};
use super::service::caller_of;

/// Where every call of the gRPC service lies.
const GRPC_PATH: &str = "/autovibe.hub.v1.TelemetryService/{call}";

/// The gRPC face.
#[derive(Debug, Clone)]
struct Telemetry {
    api: Arc<ControlApi>,
}

macro_rules! telemetry_api {
    ($($http:ident $path:literal $call:ident($request:ty) -> $answer:ty;)+) => {
        /// Method, path and name of every call of TelemetryService that REST serves.
        pub const TELEMETRY_ROUTES: &[(&str, &str, &str)] =
            &[$((stringify!($http), $path, stringify!($call)),)+];

        #[tonic::async_trait]
        impl TelemetryService for Telemetry {
            $(
                async fn $call(&self, request: Request<$request>) -> Result<Response<$answer>, Status> {
                    let caller = caller_of(&request)?;
                    let outcome = Box::pin(self.api.$call(&caller, request.into_inner())).await;
                    let outcome = self.api.noted(&caller, stringify!($call), outcome).await;
                    outcome.map(Response::new).map_err(Status::from)
                }
            )+
        }

        /// Both faces of the service.
        pub(super) fn telemetry_routes(api: &Arc<ControlApi>) -> Router {
            let service = TelemetryServiceServer::new(Telemetry { api: Arc::clone(api) });
            let mut router = Router::new().route_service(GRPC_PATH, service);
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
            router
        }
    };
}

telemetry_api! {
    GET "/v1/machines/{machine}/stats" get_machine_stats(hub::GetMachineStatsRequest) -> hub::GetMachineStatsResponse;
    GET "/v1/orphans" list_orphans(hub::ListOrphansRequest) -> hub::ListOrphansResponse;
    POST "/v1/checkpoints/{checkpoint_id}/verify" verify_checkpoint(hub::VerifyCheckpointRequest) -> hub::VerifyCheckpointResponse;
}
