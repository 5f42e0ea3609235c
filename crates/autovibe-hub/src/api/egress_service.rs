//! The table of the calls about the way out: each call once, served as gRPC and as REST.

use std::sync::Arc;

use autovibe_proto::hub::v1 as hub;
use autovibe_proto::hub::v1::egress_service_server::EgressService;
use axum::Router;
use axum::body::Body;
use axum::routing::{MethodFilter, on};
use tonic::{Request, Response, Status};

use super::control::ControlApi;
use super::rest::{answer, read_request};
use super::service::{ControlService, caller_of};

macro_rules! egress_api {
    ($($http:ident $path:literal $call:ident($request:ty) -> $answer:ty;)+) => {
        /// Method, path and name of every call of the egress service that REST serves.
        pub const EGRESS_ROUTES: &[(&str, &str, &str)] = &[$((stringify!($http), $path, stringify!($call)),)+];

        #[tonic::async_trait]
        impl EgressService for ControlService {
            $(
                async fn $call(&self, request: Request<$request>) -> Result<Response<$answer>, Status> {
                    let caller = caller_of(&request)?;
                    let outcome = Box::pin(self.api.$call(&caller, request.into_inner())).await;
                    let outcome = self.api.noted(&caller, stringify!($call), outcome).await;
                    outcome.map(Response::new).map_err(Status::from)
                }
            )+
        }

        /// The REST face of the egress service.
        pub(crate) fn egress_routes(api: &Arc<ControlApi>) -> Router {
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
            router
        }
    };
}

egress_api! {
    POST "/v1/projects/{project}/egress/allow" allow_egress(hub::AllowEgressRequest) -> hub::AllowEgressResponse;
    POST "/v1/projects/{project}/egress/deny" deny_egress(hub::DenyEgressRequest) -> hub::DenyEgressResponse;
    GET "/v1/projects/{project}/egress" list_egress(hub::ListEgressRequest) -> hub::ListEgressResponse;
    GET "/v1/projects/{project}/audit" list_audit(hub::ListAuditRequest) -> hub::ListAuditResponse;
}
