//! The table of the calls about Budgets: each once, served as gRPC and as REST.

use std::sync::Arc;

use autovibe_proto::hub::v1 as hub;
use autovibe_proto::hub::v1::budget_service_server::{BudgetService, BudgetServiceServer};
use autovibe_proto::v1;
use axum::Router;
use axum::body::Body;
use axum::routing::{MethodFilter, on};
use tonic::{Request, Response, Status};

use super::control::ControlApi;
use super::rest::{answer, read_request};
use super::service::{ControlService, caller_of};

/// Where every gRPC call about Budgets lies.
const GRPC_PATH: &str = "/autovibe.hub.v1.BudgetService/{call}";

macro_rules! budget_api {
    ($($http:ident $path:literal $call:ident($request:ty) -> $answer:ty;)+) => {
        /// Method, path and name of every call about Budgets.
        pub const BUDGET_ROUTES: &[(&str, &str, &str)] =
            &[$((stringify!($http), $path, stringify!($call)),)+];

        #[tonic::async_trait]
        impl BudgetService for ControlService {
            $(
                async fn $call(&self, request: Request<$request>) -> Result<Response<$answer>, Status> {
                    let caller = caller_of(&request)?;
                    let outcome = Box::pin(self.api.$call(&caller, request.into_inner())).await;
                    let outcome = self.api.noted(&caller, stringify!($call), outcome).await;
                    outcome.map(Response::new).map_err(Status::from)
                }
            )+
        }

        /// Both faces of the calls about Budgets.
        pub(crate) fn budget_routes(api: &Arc<ControlApi>) -> Router {
            let service = BudgetServiceServer::new(ControlService { api: Arc::clone(api) });
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

budget_api! {
    POST "/v1/budgets" set_budget(hub::SetBudgetRequest) -> v1::Budget;
    GET "/v1/budgets" list_budgets(hub::ListBudgetsRequest) -> hub::ListBudgetsResponse;
    DELETE "/v1/budgets/{budget_id}" delete_budget(hub::DeleteBudgetRequest) -> hub::DeleteBudgetResponse;
    GET "/v1/spend" get_spend(hub::GetSpendRequest) -> hub::GetSpendResponse;
}
