//! A guest's first call: proves who it is and learns what it has to take on.

use autovibe_proto::guest::v1::{HelloRequest, HelloResponse};
use autovibe_proto::v1::{AgentEvent, Checkpoint, Machine};
use autovibe_proto::{ErrorKind, Failure, MachineId};
use axum::body::Body;
use axum::extract::State;
use axum::response::Response;
use http::Request;

use super::body::serve_json;
use super::connection::stale_incarnation;
use super::router::GuestCall;
use crate::api::quoted;
use crate::clock::now;
use crate::database::Page;
use crate::hub::Hub;
use crate::secret::environment_of;

/// Names and secrets; nothing long.
const BODY_LENGTH_MAX: usize = 64 * 1024;
const TEXT_LENGTH_MAX: usize = 256;

pub(crate) async fn hello(State(call): State<GuestCall>, request: Request<Body>) -> Response {
    let (connection, rate) = (&call.connection, &call.connection.allowance.orders);
    serve_json(connection, rate, request, BODY_LENGTH_MAX, |hello: HelloRequest| greet(&call, hello)).await
}

async fn greet(call: &GuestCall, hello: HelloRequest) -> Result<HelloResponse, Failure> {
    let connection = &call.connection;
    check_texts(&hello)?;
    let machine = call.machine().await?;
    if machine.incarnation != connection.incarnation {
        return Err(stale_incarnation());
    }
    check_proof(call, &machine, &hello).await?;
    if !call.parts.registry.greet(connection) {
        return Err(stale_incarnation());
    }
    let hub = &call.parts.hub;
    let greeting = hub.guest_greeted(&connection.machine_id, connection.incarnation, &hello).await?;
    let mut entropy = vec![0_u8; 32];
    getrandom::fill(&mut entropy).map_err(|_| Failure::internal("the system gives no random numbers"))?;
    let response = HelloResponse {
        machine_id: connection.machine_id.to_string(),
        incarnation: connection.incarnation,
        token: hub.guest_secrets().token(&connection.machine_id, connection.incarnation),
        time: Some(now()),
        entropy,
        machine_name: greeting.machine.name,
        coding_agent: greeting.machine.coding_agent,
        turn_id: greeting.turn_id.unwrap_or_default(),
        stored_sequence: stored_sequence(call).await?,
        environment: environment_of(hub.database(), &connection.project_id).await?,
        egress_ca_pem: authorities(hub),
    };
    connection.set_greeted();
    tracing::info!(machine.id = %connection.machine_id, incarnation = connection.incarnation, "guest greeted");
    Ok(response)
}

/// Whom programs of the Machine are to trust beside the system's authorities.
fn authorities(hub: &Hub) -> String {
    let own = hub.secrets().authority().map(|authority| authority.certificate_pem().trim().to_owned());
    let further = hub.config().guest_authorities.trim().to_owned();
    own.into_iter().chain(Some(further)).filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n")
}

fn check_texts(hello: &HelloRequest) -> Result<(), Failure> {
    let texts = [
        &hello.bootstrap_secret,
        &hello.token,
        &hello.guest_version,
        &hello.process_id,
        &hello.session_id,
        &hello.open_turn_id,
    ];
    if texts.iter().any(|text| text.len() > TEXT_LENGTH_MAX || text.contains('\0')) {
        return Err(Failure::invalid(format!("a text of a greeting has at most {TEXT_LENGTH_MAX} bytes")));
    }
    Ok(())
}

/// The ticket has vouched for Machine and life; this proves that the guest's root is on the other end of it.
async fn check_proof(call: &GuestCall, machine: &Machine, hello: &HelloRequest) -> Result<(), Failure> {
    let (id, incarnation) = (&call.connection.machine_id, call.connection.incarnation);
    let secrets = call.parts.hub.guest_secrets();
    if hello.token.is_empty() {
        let is_fresh = !call.parts.registry.is_bootstrap_spent(id, incarnation);
        if is_fresh && secrets.verify_bootstrap(id, incarnation, &hello.bootstrap_secret) {
            return Ok(());
        }
        return Err(unproven("the bootstrap secret is wrong or was used"));
    }
    // A guest that continues from memory has a token of the life that its Checkpoint was made in.
    let is_own = (1..=incarnation).contains(&hello.incarnation);
    if is_own && secrets.verify_token(id, hello.incarnation, &hello.token) {
        return Ok(());
    }
    // A fork continues from its parent's memory, so it has a token of one of the parent's lives.
    if let Some(checkpoint_id) = &machine.origin_checkpoint_id
        && let Some(checkpoint) = call.parts.hub.database().get::<Checkpoint>(checkpoint_id).await?
    {
        let parent: MachineId = checkpoint
            .machine_id
            .parse()
            .map_err(|error| Failure::internal(format!("checkpoint {checkpoint_id}: {error}")))?;
        if hello.incarnation > 0 && secrets.verify_token(&parent, hello.incarnation, &hello.token) {
            return Ok(());
        }
    }
    Err(unproven("the token is not of this machine or the one it was forked from"))
}

fn unproven(message: &str) -> Failure {
    Failure::new(ErrorKind::Unauthenticated, "GUEST_UNPROVEN", message)
}

/// Highest position in this life's stream that is stored; the guest sends in order.
async fn stored_sequence(call: &GuestCall) -> Result<i64, Failure> {
    let (id, incarnation) = (&call.connection.machine_id, call.connection.incarnation);
    let filter = format!("machine_id = {} AND incarnation = {incarnation}", quoted(id.as_str()));
    let page = Page::first(1);
    let newest = call.parts.hub.database().list::<AgentEvent>(&filter, "number desc", page).await?.rows;
    Ok(newest.first().map_or(0, |event| event.sequence))
}
