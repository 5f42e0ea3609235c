//! The paths that guests may call, and the check of their token.

use std::sync::Arc;

use autovibe_proto::v1::{Machine, MachineState};
use autovibe_proto::{ErrorKind, Failure};
use axum::Router;
use axum::extract::{Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use axum::routing::{any, get, post, put};
use http::{HeaderMap, StatusCode, header};

use super::connection::{GuestConnection, stale_incarnation};
use super::server::GuestParts;
use super::{
    agent_events, child, commands, egress, heartbeat, hello, model, result, stream, tell, turn, workspace,
};
use crate::api::{bearer_secret, problem, problem_with_status};

/// What a call of a guest is answered with.
#[derive(Debug, Clone)]
pub(crate) struct GuestCall {
    pub(crate) parts: Arc<GuestParts>,
    pub(crate) connection: Arc<GuestConnection>,
}

/// The guest API on one connection.
pub(crate) fn guest_router(parts: &Arc<GuestParts>, connection: &Arc<GuestConnection>) -> Router {
    let call = GuestCall { parts: Arc::clone(parts), connection: Arc::clone(connection) };
    let guarded = Router::new()
        .route("/guest/v1/commands", get(commands::commands))
        .route("/guest/v1/command-results", post(result::command_result))
        .route("/guest/v1/turn-results", post(result::turn_result))
        .route("/guest/v1/agent-events", post(agent_events::agent_events))
        .route("/guest/v1/heartbeat", post(heartbeat::heartbeat))
        .route("/guest/v1/streams/{stream_id}", post(stream::stream))
        .route("/guest/v1/machines", post(child::spawn_child))
        .route("/guest/v1/messages", post(tell::tell_machine))
        .route("/guest/v1/turns/{turn_id}", get(turn::await_turn))
        .route("/guest/v1/blobs/{blob_id}", get(workspace::read_blob))
        .route("/guest/v1/checkpoints/{checkpoint_id}/workspace", put(workspace::put_workspace))
        .route("/guest/v1/egress", post(egress::egress))
        .route("/model/{*path}", any(model::model))
        .route_layer(from_fn_with_state(call.clone(), check_guest));
    guarded
        .route("/guest/v1/hello", post(hello::hello))
        .method_not_allowed_fallback(async || {
            let text = "this path takes another HTTP method";
            let failure = Failure::new(ErrorKind::InvalidArgument, "METHOD_NOT_ALLOWED", text);
            problem_with_status(&failure, StatusCode::METHOD_NOT_ALLOWED)
        })
        .fallback(async || {
            problem(&Failure::new(ErrorKind::NotFound, "PATH_NOT_FOUND", "nothing is served at this path"))
        })
        .with_state(call)
}

/// Lets only a guest through that has greeted, with the token of the present life.
async fn check_guest(State(call): State<GuestCall>, request: Request, next: Next) -> Response {
    if let Err(failure) = check_token(&call, request.headers()) {
        return problem(&failure);
    }
    if call.connection.is_first_token_use() {
        call.parts.registry.spend_bootstrap(&call.connection);
    }
    match call.check_life().await {
        Ok(()) => next.run(request).await,
        Err(failure) => problem(&failure),
    }
}

fn check_token(call: &GuestCall, headers: &HeaderMap) -> Result<(), Failure> {
    let connection = &call.connection;
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let token = text(header::AUTHORIZATION.as_str()).and_then(bearer_secret).unwrap_or_default();
    let secrets = call.parts.hub.guest_secrets();
    if !connection.is_greeted()
        || !secrets.verify_token(&connection.machine_id, connection.incarnation, token)
    {
        let text = "greet first, then send authorization: Bearer with the token of the answer";
        return Err(Failure::new(ErrorKind::Unauthenticated, "UNAUTHENTICATED", text));
    }
    match text("autovibe-incarnation").map(str::parse::<i64>) {
        None => Ok(()),
        Some(Ok(incarnation)) if incarnation == connection.incarnation => Ok(()),
        Some(_) => Err(stale_incarnation()),
    }
}

impl GuestCall {
    /// Refuses a life that is over, and ends its connection.
    pub(crate) async fn check_life(&self) -> Result<(), Failure> {
        let connection = &self.connection;
        if !connection.is_check_due() {
            return Ok(());
        }
        let machine = self.machine().await?;
        if machine.incarnation != connection.incarnation || machine.state() == MachineState::Deleted {
            connection.closing.cancel();
            return Err(stale_incarnation());
        }
        connection.set_checked();
        Ok(())
    }

    /// The Machine's row.
    pub(crate) async fn machine(&self) -> Result<Machine, Failure> {
        self.parts.hub.database().require::<Machine>(self.connection.machine_id.as_str()).await
    }
}
