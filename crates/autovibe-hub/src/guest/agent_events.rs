//! Stores what the coding agent says: in order, once, outside mailboxes.

use autovibe_proto::guest::v1::{Accepted, IngestAgentEventsRequest};
use autovibe_proto::v1::AgentEvent;
use autovibe_proto::{AgentEventId, ErrorKind, Failure, TurnId};
use axum::body::Body;
use axum::extract::State;
use axum::response::Response;
use http::Request;
use pbjson_types::Timestamp;

use super::body::serve_json;
use super::connection::GuestConnection;
use super::router::GuestCall;
use super::text::shorten_event;
use crate::api::store_blob;
use crate::clock::now;
use crate::database::CommitBuilder;

/// Of one batch. A line of an agent may be long, a batch of long ones is cut by the guest.
const BODY_LENGTH_MAX: usize = 8 * 1024 * 1024;
/// Of one batch.
const EVENT_COUNT_MAX: usize = 256;
/// Longer lines lie in a Blob.
const RAW_LENGTH_MAX: usize = 64 * 1024;

pub(crate) async fn agent_events(State(call): State<GuestCall>, request: Request<Body>) -> Response {
    let (connection, rate) = (&call.connection, &call.connection.allowance.ingest);
    serve_json(connection, rate, request, BODY_LENGTH_MAX, |batch: IngestAgentEventsRequest| {
        ingest(&call, batch)
    })
    .await
}

async fn ingest(call: &GuestCall, batch: IngestAgentEventsRequest) -> Result<Accepted, Failure> {
    if batch.events.len() > EVENT_COUNT_MAX {
        let text = format!("a batch holds at most {EVENT_COUNT_MAX} events");
        return Err(Failure::new(ErrorKind::InvalidArgument, "BATCH_TOO_LARGE", text));
    }
    let mut commit = CommitBuilder::new();
    for event in batch.events {
        let mut event = owned(&call.connection, event)?;
        if event.raw.len() > RAW_LENGTH_MAX {
            let raw = std::mem::take(&mut event.raw);
            let project_id = &call.connection.project_id;
            event.raw_blob_id =
                store_blob(&call.parts.hub, project_id, raw.into(), "application/jsonl").await?;
        }
        commit = commit.insert_if_absent(&event);
    }
    if !commit.is_empty() {
        call.parts.hub.commit(commit).await?;
    }
    Ok(Accepted {})
}

/// The event as it is stored: whose it is comes from the connection, never from the guest.
fn owned(connection: &GuestConnection, event: AgentEvent) -> Result<AgentEvent, Failure> {
    if event.sequence < 1 {
        return Err(Failure::invalid("an event has a sequence of 1 or more"));
    }
    if !event.turn_id.is_empty() {
        event.turn_id.parse::<TurnId>().map_err(|error| Failure::invalid(error.to_string()))?;
    }
    let mut event = event;
    event.body.iter_mut().for_each(shorten_event);
    // What was spooled in a former life of the same Machine keeps its place there; a later life cannot be claimed.
    let is_former = (1..connection.incarnation).contains(&event.incarnation);
    let incarnation = if is_former { event.incarnation } else { connection.incarnation };
    let (life, position) = (incarnation.to_string(), event.sequence.to_string());
    Ok(AgentEvent {
        id: AgentEventId::derive(&[connection.machine_id.as_str(), &life, &position]).into_string(),
        project_id: connection.project_id.clone(),
        machine_id: connection.machine_id.to_string(),
        incarnation,
        number: 0,
        event_time: event.event_time.filter(is_storable).or_else(|| Some(now())),
        raw_blob_id: String::new(),
        create_time: None,
        ..event
    })
}

/// A guest's clock may be wrong, but a row holds the years 1 to 9999 only; these are narrower.
fn is_storable(time: &Timestamp) -> bool {
    const YEAR_9000: i64 = 221_845_392_000;
    (0..YEAR_9000).contains(&time.seconds) && (0..1_000_000_000).contains(&time.nanos)
}

#[cfg(test)]
mod tests {
    use super::*;
    use autovibe_proto::MachineId;

    #[tokio::test]
    async fn an_event_belongs_to_the_machine_of_its_connection() {
        let connection = GuestConnection::new(
            MachineId::generate(),
            3,
            1,
            "prj_own".to_owned(),
            std::sync::Arc::default(),
        );
        let claimed = AgentEvent {
            id: "agv_foreign".to_owned(),
            machine_id: MachineId::generate().into_string(),
            project_id: "prj_foreign".to_owned(),
            incarnation: 9,
            sequence: 5,
            number: 77,
            raw_blob_id: "blb_foreign".to_owned(),
            ..AgentEvent::default()
        };
        let stored = owned(&connection, claimed.clone()).unwrap();
        assert_eq!(stored.machine_id, connection.machine_id.as_str());
        assert_eq!((stored.project_id.as_str(), stored.incarnation, stored.number), ("prj_own", 3, 0));
        assert_eq!(stored.raw_blob_id, "");
        assert_eq!(owned(&connection, claimed.clone()).unwrap().id, stored.id, "sent twice, stored once");
        let former = owned(&connection, AgentEvent { incarnation: 2, ..claimed.clone() }).unwrap();
        assert!(former.incarnation == 2 && former.id != stored.id);
        assert!(owned(&connection, AgentEvent { sequence: 0, ..claimed.clone() }).is_err());
        assert!(owned(&connection, AgentEvent { turn_id: "x".to_owned(), ..claimed }).is_err());
    }
}
