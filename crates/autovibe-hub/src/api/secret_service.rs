//! The table of the calls about Secrets: each call once, served as gRPC and as REST.

use std::sync::Arc;

use autovibe_proto::hub::v1 as hub;
use autovibe_proto::hub::v1::secret_service_server::{SecretService, SecretServiceServer};
use autovibe_proto::{Failure, v1};
use axum::Router;
use axum::body::Body;
use axum::routing::{MethodFilter, on};
use http::StatusCode;
use tonic::{Request, Response, Status};

use super::access::Caller;
use super::control::ControlApi;
use super::problem::problem;
use super::rest::{answer, read_request};

/// Where every call of the gRPC service lies.
pub(super) const SECRET_GRPC_PATH: &str = "/autovibe.hub.v1.SecretService/{call}";
/// A value of 64 KiB as JSON, and some hosts.
const MESSAGE_LENGTH_MAX: usize = 1024 * 1024;

/// The gRPC face.
#[derive(Debug, Clone)]
pub(crate) struct SecretCalls {
    api: Arc<ControlApi>,
}

/// The gRPC service.
pub(super) fn secret_grpc(api: &Arc<ControlApi>) -> SecretServiceServer<SecretCalls> {
    SecretServiceServer::new(SecretCalls { api: Arc::clone(api) })
        .max_decoding_message_size(MESSAGE_LENGTH_MAX)
}

macro_rules! secret_calls {
    ($($http:ident $path:literal $call:ident($request:ty) -> $answer:ty;)+) => {
        /// Method, path and name of every call about Secrets that REST serves.
        pub const SECRET_ROUTES: &[(&str, &str, &str)] = &[$((stringify!($http), $path, stringify!($call)),)+];

        #[tonic::async_trait]
        impl SecretService for SecretCalls {
            $(
                async fn $call(&self, request: Request<$request>) -> Result<Response<$answer>, Status> {
                    let caller = request.extensions().get::<Caller>().cloned();
                    let caller = caller.ok_or_else(|| {
                        Status::from(Failure::internal("the caller was not authenticated"))
                    })?;
                    let outcome = Box::pin(self.api.$call(&caller, request.into_inner())).await;
                    let outcome = self.api.noted(&caller, stringify!($call), outcome).await;
                    outcome.map(Response::new).map_err(Status::from)
                }
            )+
        }

        /// The REST face.
        pub(super) fn secret_routes(api: &Arc<ControlApi>) -> Router {
            let mut router = Router::new();
            $(
                let held = Arc::clone(api);
                router = router.route($path, on(MethodFilter::$http, move |request: http::Request<Body>| async move {
                    let (caller, message) = match read_request::<$request>(request).await {
                        Ok(read) => read,
                        // The words about a malformed request may quote the value in it.
                        Err(refused) if refused.status() == StatusCode::BAD_REQUEST => {
                            return problem(&Failure::invalid(
                                "the request does not fit: value is a text, hosts is a list of texts",
                            ));
                        }
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

secret_calls! {
    POST "/v1/projects/{project}/secrets" set_secret(hub::SetSecretRequest) -> v1::Secret;
    GET "/v1/projects/{project}/secrets" list_secrets(hub::ListSecretsRequest) -> hub::ListSecretsResponse;
    DELETE "/v1/projects/{project}/secrets/{name}" delete_secret(hub::DeleteSecretRequest) -> hub::DeleteSecretResponse;
}
