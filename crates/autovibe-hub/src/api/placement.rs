//! Chooses the Image that a new Machine starts from, and the node that runs it.

use std::collections::BTreeSet;
use std::time::Duration;

use autovibe_proto::v1::{Image, MachineSpec, Node};
use autovibe_proto::{ErrorKind, Failure, ImageId};

use super::name::quoted;
use super::template::check_capacity;
use crate::database::{Database, Page};
use crate::hub::Hub;

/// A cluster that has more nodes places Machines on the first ones only.
const NODE_COUNT_MAX: i32 = 1000;

/// Images of one name that are looked through for one that a node has.
const IMAGE_COUNT_MAX: i32 = 1000;

/// A Hub that just started waits this long for its first node: proving an accelerator takes seconds.
const FIRST_NODE_TIME_MAX: Duration = Duration::from_secs(20);

/// The Image with this id, or the newest one of this name; the newest of all when nothing is named.
///
/// Only Images that a node has are taken.
pub(crate) async fn find_image(hub: &Hub, text: &str) -> Result<Image, Failure> {
    let database = hub.database();
    let mut known = nodes(database).await?;
    if known.is_empty() {
        hub.nodes().wait_for_one(FIRST_NODE_TIME_MAX).await;
        known = nodes(database).await?;
    }
    let present: BTreeSet<String> = known.into_iter().flat_map(|node| node.image_digests).collect();
    let found = if text.parse::<ImageId>().is_ok() {
        database.get::<Image>(text).await?.into_iter().collect()
    } else {
        let filter = if text.is_empty() { String::new() } else { format!("name = {}", quoted(text)) };
        database.list::<Image>(&filter, "create_time desc", Page::first(IMAGE_COUNT_MAX)).await?.rows
    };
    found.into_iter().find(|image| present.contains(&image.digest)).ok_or_else(|| {
        let message = if text.is_empty() {
            "there is no image yet: build one with: autovibe image build".to_owned()
        } else {
            let shown: String = text.chars().take(128).collect();
            format!("there is no image {shown:?}; see: autovibe image list")
        };
        Failure::new(ErrorKind::NotFound, "IMAGE_UNKNOWN", message).with("field", "image")
    })
}

/// Refuses a coding agent that the Image does not hold.
pub(crate) fn check_coding_agent(image: &Image, kind: &str) -> Result<(), Failure> {
    if image.coding_agents.iter().any(|agent| agent.kind == kind) {
        return Ok(());
    }
    let known: Vec<&str> = image.coding_agents.iter().map(|agent| agent.kind.as_str()).collect();
    let known = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
    let shown: String = kind.chars().take(64).collect();
    let message = format!("image {} has no coding agent {shown:?}; it has: {known}", image.name);
    Err(Failure::new(ErrorKind::InvalidArgument, "CODING_AGENT_UNKNOWN", message)
        .with("field", "coding_agent"))
}

/// The node that is to run a Machine of this size; the one with the most memory among those that can.
///
/// Only nodes that have the Image are taken.
pub(crate) async fn choose_node(
    database: &Database,
    spec: &MachineSpec,
    image_digest: &str,
) -> Result<Node, Failure> {
    let mut nodes = nodes(database).await?;
    nodes.retain(|node| node.image_digests.iter().any(|digest| digest == image_digest));
    choose(nodes, spec)
}

async fn nodes(database: &Database) -> Result<Vec<Node>, Failure> {
    Ok(database.list::<Node>("", "name", Page::first(NODE_COUNT_MAX)).await?.rows)
}

fn choose(nodes: Vec<Node>, spec: &MachineSpec) -> Result<Node, Failure> {
    let mut refused = Failure::new(
        ErrorKind::Unavailable,
        "NODE_MISSING",
        "no node with this image has reported; try again in a moment",
    );
    let mut usable = Vec::new();
    // The refusal that is told is the one of the largest node: the others only refuse more.
    let mut sorted = nodes;
    sorted.sort_by_key(|node| node.capabilities.as_ref().map_or(0, |known| known.machine_memory_bytes_max));
    for node in sorted {
        match node.capabilities.as_ref().map(|capabilities| check_capacity(spec, capabilities)) {
            Some(Ok(())) => usable.push(node),
            Some(Err(failure)) => refused = failure,
            None => {}
        }
    }
    usable.pop().ok_or(refused)
}

#[cfg(test)]
mod tests {
    use super::*;
    use autovibe_proto::v1::{Capabilities, ImageCodingAgent};

    fn node(name: &str, memory_bytes: i64) -> Node {
        let capabilities = Capabilities {
            machine_memory_bytes_max: memory_bytes,
            closed_network: true,
            ..Capabilities::default()
        };
        Node { name: name.to_owned(), capabilities: Some(capabilities), ..Node::default() }
    }

    #[test]
    fn a_machine_goes_where_there_is_room() {
        let nodes = vec![node("large", 100), node("small", 10)];
        let spec = |memory_bytes| MachineSpec { memory_bytes, ..MachineSpec::default() };
        assert_eq!(choose(nodes.clone(), &spec(50)).unwrap().name, "large");
        assert_eq!(choose(nodes.clone(), &spec(500)).unwrap_err().reason, "SIZE_ABOVE_CAPACITY");
        assert_eq!(choose(Vec::new(), &spec(1)).unwrap_err().kind, ErrorKind::Unavailable);
    }

    #[test]
    fn an_unknown_coding_agent_is_refused_with_the_known_ones() {
        let agent = ImageCodingAgent { kind: "claude-code".to_owned(), ..ImageCodingAgent::default() };
        let image = Image { coding_agents: vec![agent], ..Image::default() };
        assert!(check_coding_agent(&image, "claude-code").is_ok());
        assert!(check_coding_agent(&image, "other").unwrap_err().message.contains("claude-code"));
    }
}
