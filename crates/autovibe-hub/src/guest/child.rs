//! A Machine asks for a child: same Project, same size, at most so many and so deep.

use autovibe_proto::guest::v1::{SpawnMachineRequest, SpawnMachineResponse};
use autovibe_proto::v1::Machine;
use autovibe_proto::{ErrorKind, Failure, MachineId};
use axum::body::Body;
use axum::extract::State;
use axum::response::Response;
use http::Request;
use tokio::sync::Mutex;

use super::body::serve_json;
use super::router::GuestCall;
use crate::api::{
    WantedName, accept_machine, check_coding_agent, check_name, checked_request_id, choose_node, find_image,
    find_template, quoted, sized,
};
use crate::database::Page;
use crate::hub::Hub;

const BODY_LENGTH_MAX: usize = 64 * 1024;
/// Live children of one Machine.
const CHILD_COUNT_MAX: i32 = 16;
/// Generations below a Machine that a person made.
const DEPTH_MAX: usize = 4;
/// Live Machines below one that a person made: what guests can take of the hosts by themselves.
const DESCENDANT_COUNT_MAX: usize = 32;

/// Held while a child is made: the Machines of a family have connections of their own, but one limit together.
static FAMILIES: Mutex<()> = Mutex::const_new(());

pub(crate) async fn spawn_child(State(call): State<GuestCall>, request: Request<Body>) -> Response {
    let (connection, rate) = (&call.connection, &call.connection.allowance.orders);
    serve_json(connection, rate, request, BODY_LENGTH_MAX, |order: SpawnMachineRequest| {
        Box::pin(spawn(&call, order))
    })
    .await
}

async fn spawn(call: &GuestCall, order: SpawnMachineRequest) -> Result<SpawnMachineResponse, Failure> {
    let (hub, parent) = (&call.parts.hub, call.machine().await?);
    let id = match checked_request_id(&order.key)? {
        "" => MachineId::generate(),
        key => MachineId::derive(&[&parent.id, "child", key]),
    };
    if hub.database().get::<Machine>(id.as_str()).await?.is_some() {
        return Ok(SpawnMachineResponse { machine_id: id.into_string() });
    }
    let _birth = call.connection.allowance.births.lock().await;
    let _family = FAMILIES.lock().await;
    check_limits(hub, &parent).await?;
    let mut draft = Machine {
        id: id.to_string(),
        project_id: parent.project_id.clone(),
        parent_id: Some(parent.id.clone()),
        image_id: parent.image_id.clone(),
        template: parent.template.clone(),
        coding_agent: parent.coding_agent.clone(),
        spec: parent.spec,
        restart_policy: parent.restart_policy,
        ..Machine::default()
    };
    let image = match order.image.as_str() {
        "" => find_image(hub, &parent.image_id).await?,
        named => find_image(hub, named).await?,
    };
    check_coding_agent(&image, &draft.coding_agent)?;
    draft.image_id = image.id;
    if !order.template.is_empty() && order.template != parent.template {
        let template = find_template(hub.database(), &order.template).await?;
        draft.spec = Some(sized(&template, None, false)?);
        draft.template = template.name;
    }
    draft.node_id = choose_node(hub.database(), &draft.spec.unwrap_or_default(), &image.digest).await?.id;
    let stem = format!("{}-child", parent.name);
    let name = if order.name.is_empty() {
        WantedName::Numbered(&stem)
    } else {
        check_name("machine name", &order.name)?;
        WantedName::Exactly(&order.name)
    };
    let child = accept_machine(hub, draft, name, &call.connection.sender()).await?;
    Ok(SpawnMachineResponse { machine_id: child.id })
}

async fn check_limits(hub: &Hub, parent: &Machine) -> Result<(), Failure> {
    let filter = format!("parent_id = {}", quoted(&parent.id));
    let children = hub.database().list::<Machine>(&filter, "", Page::first(CHILD_COUNT_MAX)).await?.rows;
    if i32::try_from(children.len()).unwrap_or(i32::MAX) >= CHILD_COUNT_MAX {
        let text = format!("a machine has at most {CHILD_COUNT_MAX} children; delete one first");
        return Err(Failure::new(ErrorKind::LimitExceeded, "TOO_MANY_CHILDREN", text));
    }
    let mut depth = 1;
    let mut root = parent.id.clone();
    let mut ancestor = parent.parent_id.clone();
    while let Some(id) = ancestor {
        depth += 1;
        if depth > DEPTH_MAX {
            let text = format!("machines spawn each other {DEPTH_MAX} generations deep at most");
            return Err(Failure::new(ErrorKind::LimitExceeded, "TOO_DEEP", text));
        }
        ancestor = hub.database().get::<Machine>(&id).await?.and_then(|machine| machine.parent_id);
        root = id;
    }
    check_family(hub, root).await
}

/// Counts the live Machines below one; what is below a Machine that was deleted is not found any more.
async fn check_family(hub: &Hub, root: String) -> Result<(), Failure> {
    let mut waiting = vec![root];
    let mut count = 0;
    while let Some(id) = waiting.pop() {
        let filter = format!("parent_id = {}", quoted(&id));
        let children = hub.database().list::<Machine>(&filter, "", Page::first(CHILD_COUNT_MAX)).await?.rows;
        count += children.len();
        if count >= DESCENDANT_COUNT_MAX {
            let text = format!(
                "a machine that a person made has at most {DESCENDANT_COUNT_MAX} machines below it; delete one first"
            );
            return Err(Failure::new(ErrorKind::LimitExceeded, "TOO_MANY_DESCENDANTS", text));
        }
        waiting.extend(children.into_iter().map(|child| child.id));
    }
    Ok(())
}
