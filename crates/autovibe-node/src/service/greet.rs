//! Greeting, and what can be listed.

use std::collections::BTreeMap;
use std::sync::Arc;

use autovibe_proto::node::v1::{
    GreetRequest, GreetResponse, ListImagesRequest, ListImagesResponse, ListMachinesRequest,
    ListMachinesResponse,
};
use autovibe_proto::v1::LeaseToken;
use autovibe_proto::{Failure, PARTITION_COUNT};

use crate::error::NodeError;
use crate::ledger::{LedgerRecord, LedgerState};
use crate::node::Node;

/// Makes newer tokens durable; a Hub that only has old ones is told so.
pub(super) async fn greet(node: &Arc<Node>, request: GreetRequest) -> Result<GreetResponse, Failure> {
    answer(node, request).await.map_err(|error| error.failure())
}

async fn answer(node: &Arc<Node>, request: GreetRequest) -> Result<GreetResponse, NodeError> {
    for token in &request.tokens {
        if !(0..PARTITION_COUNT).contains(&token.partition) || token.epoch < 1 || token.owner.is_empty() {
            let why = "a token has a wrong partition, no epoch or no owner".to_owned();
            return Err(NodeError::Invalid { field: "tokens", why });
        }
    }
    let tokens = request.tokens;
    node.ledger.decide(move |state| admissible(state, tokens)).await?;
    Ok(GreetResponse {
        node_id: node.id.to_string(),
        name: node.name.clone(),
        capabilities: Some(node.capabilities().await?),
        machines: node.look_at_all().await?,
        tokens: node.ledger.read(|state| state.tokens.values().cloned().collect()),
        images: node.driver.images().await?,
    })
}

/// The tokens to write. Those that are fenced are left out, since the answer carries the newest ones;
/// a Hub whose tokens are all fenced has lost everything and is refused.
fn admissible(state: &LedgerState, tokens: Vec<LeaseToken>) -> Result<Vec<LedgerRecord>, NodeError> {
    let mut newest: BTreeMap<i32, LeaseToken> = BTreeMap::new();
    let (mut accepted, mut fenced) = (0, None);
    for token in tokens {
        match state.judge(&token) {
            Ok(_) => {
                accepted += 1;
                let known = newest.entry(token.partition).or_insert_with(|| token.clone());
                if token.epoch > known.epoch {
                    *known = token;
                }
            }
            Err(error) => fenced = Some(error),
        }
    }
    match fenced {
        Some(error) if accepted == 0 => Err(error),
        _ => {
            let newer =
                newest.into_values().filter(|token| state.tokens.get(&token.partition) != Some(token));
            Ok(newer.map(|token| LedgerRecord::Token { token }).collect())
        }
    }
}

pub(super) async fn list_images(
    node: &Arc<Node>,
    _request: ListImagesRequest,
) -> Result<ListImagesResponse, Failure> {
    let images = node.driver.images().await.map_err(|error| error.failure())?;
    Ok(ListImagesResponse { images })
}

pub(super) async fn list_machines(
    node: &Arc<Node>,
    _request: ListMachinesRequest,
) -> Result<ListMachinesResponse, Failure> {
    let machines = node.look_at_all().await.map_err(|error| error.failure())?;
    Ok(ListMachinesResponse { machines })
}
