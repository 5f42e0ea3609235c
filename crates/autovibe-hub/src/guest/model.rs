//! Passes a coding agent's model calls to the gateway.

use axum::body::Body;
use axum::extract::State;
use axum::response::Response;
use http::uri::PathAndQuery;
use http::{Request, Uri, header};

use super::router::GuestCall;
use crate::gateway::ModelCaller;

const PREFIX: &str = "/model";

pub(crate) async fn model(State(call): State<GuestCall>, mut request: Request<Body>) -> Response {
    *request.uri_mut() = without_prefix(request.uri());
    // The guest's token is for this Hub alone.
    request.headers_mut().remove(header::AUTHORIZATION);
    let caller = ModelCaller {
        machine_id: call.connection.machine_id.to_string(),
        project_id: call.connection.project_id.clone(),
        incarnation: call.connection.incarnation,
    };
    let answer = Box::pin(call.parts.gateway.handle(caller, request)).await;
    answer.map(Body::new)
}

/// The path as the provider knows it.
fn without_prefix(uri: &Uri) -> Uri {
    let whole = uri.path_and_query().map_or("/", PathAndQuery::as_str);
    let rest = whole.strip_prefix(PREFIX).filter(|rest| rest.starts_with('/')).unwrap_or("/");
    rest.parse().unwrap_or_else(|_| Uri::from_static("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_prefix_goes_and_the_query_stays() {
        let uri = "https://hub/model/v1/messages?beta=true".parse().unwrap();
        assert_eq!(without_prefix(&uri).to_string(), "/v1/messages?beta=true");
    }
}
