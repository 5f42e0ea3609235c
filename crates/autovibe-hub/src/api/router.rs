//! Joins gRPC and REST on one port, behind one check of the caller's token.

use std::sync::Arc;

use autovibe_proto::Failure;
use autovibe_proto::hub::v1::egress_service_server::EgressServiceServer;
use autovibe_proto::hub::v1::hub_service_server::HubServiceServer;
use autovibe_proto::hub::v1::workspace_service_server::WorkspaceServiceServer;
use axum::Router;
use axum::extract::{Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse as _, Response};
use http::header;
use tonic::Status;

use super::budget_service::budget_routes;
use super::control::{ControlApi, ControlConfig};
use super::egress_service::egress_routes;
use super::problem::problem;
use super::rest::{unknown_method, unknown_path};
use super::secret_service::{SECRET_GRPC_PATH, secret_grpc, secret_routes};
use super::service::{ControlService, rest_routes};
use super::telemetry_service::telemetry_routes;

/// Larger than any accepted message, so that one that is too large is refused in words.
const GRPC_MESSAGE_LENGTH_MAX: usize = 16 * 1024 * 1024;
/// Where every call of the gRPC service lies.
const GRPC_PATH: &str = "/autovibe.hub.v1.HubService/{call}";

/// Where the bundles of repositories travel.
const WORKSPACE_PATH: &str = "/autovibe.hub.v1.WorkspaceService/{call}";
/// Where every call of the egress service lies.
const EGRESS_PATH: &str = "/autovibe.hub.v1.EgressService/{call}";

/// Serves the control API: gRPC and REST on one port. Every call needs an API token.
pub fn control_router(config: ControlConfig) -> Router {
    let api = Arc::new(ControlApi::new(config));
    let service = HubServiceServer::new(ControlService { api: Arc::clone(&api) })
        .max_decoding_message_size(GRPC_MESSAGE_LENGTH_MAX)
        .max_encoding_message_size(GRPC_MESSAGE_LENGTH_MAX);
    let workspaces = WorkspaceServiceServer::new(ControlService { api: Arc::clone(&api) });
    let egress = EgressServiceServer::new(ControlService { api: Arc::clone(&api) });
    rest_routes(&api)
        .merge(budget_routes(&api))
        .merge(egress_routes(&api))
        .route_service(EGRESS_PATH, egress)
        .route_service(GRPC_PATH, service)
        .merge(secret_routes(&api))
        .route_service(SECRET_GRPC_PATH, secret_grpc(&api))
        .route_service(WORKSPACE_PATH, workspaces)
        .merge(telemetry_routes(&api))
        .method_not_allowed_fallback(async || unknown_method())
        .fallback(fallback)
        .layer(from_fn_with_state(api, authenticate))
}

async fn fallback(request: Request) -> Response {
    if is_grpc(&request) {
        return Status::unimplemented("no such call").into_http::<axum::body::Body>().into_response();
    }
    unknown_path()
}

/// Lets only callers with a valid token through; the service finds them in the extensions.
async fn authenticate(State(api): State<Arc<ControlApi>>, mut request: Request, next: Next) -> Response {
    match api.authenticate(request.headers().get(header::AUTHORIZATION)).await {
        Ok(caller) => {
            request.extensions_mut().insert(caller);
            next.run(request).await
        }
        Err(failure) => refuse(&request, failure),
    }
}

fn refuse(request: &Request, failure: Failure) -> Response {
    if is_grpc(request) {
        return Status::from(failure).into_http::<axum::body::Body>().into_response();
    }
    problem(&failure)
}

fn is_grpc(request: &Request) -> bool {
    let media_type = request.headers().get(header::CONTENT_TYPE);
    media_type.is_some_and(|value| value.as_bytes().starts_with(b"application/grpc"))
}
