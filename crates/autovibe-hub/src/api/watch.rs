//! Streams what happens to a Machine and what its coding agent says, from what is stored on to what comes.

use std::sync::Arc;
use std::time::Duration;

use autovibe_proto::hub::v1::watch_machine_response::Kind;
use autovibe_proto::hub::v1::{WatchMachineRequest, WatchMachineResponse};
use autovibe_proto::v1::machine_event_body::Kind as EventKind;
use autovibe_proto::v1::{AgentEvent, MachineEvent, Turn, TurnState};
use autovibe_proto::{Failure, TurnId};
use tokio::sync::mpsc;
use tokio_stream::wrappers::ReceiverStream;

use super::access::{Access, Caller};
use super::control::ControlApi;
use super::event_stream::MessageStream;
use super::name::quoted;
use crate::changes::Changes;
use crate::database::Page;
use crate::hub::Hub;

/// Rows that are read at a time.
const PAGE_SIZE: i32 = 200;
/// Messages that wait for a slow reader before reading stops.
const BUFFER_COUNT: usize = 64;
/// Changes of other Hubs are not announced here.
const POLL_INTERVAL: Duration = Duration::from_millis(500);

impl ControlApi {
    pub(super) async fn watch_machine(
        &self,
        caller: &Caller,
        request: WatchMachineRequest,
    ) -> Result<MessageStream<WatchMachineResponse>, Failure> {
        let machine = self.machine(caller, Access::View, &request.machine).await?;
        if !request.turn_id.is_empty() {
            request
                .turn_id
                .parse::<TurnId>()
                .map_err(|error| Failure::invalid(error.to_string()).with("field", "turn_id"))?;
        }
        let (sender, receiver) = mpsc::channel(BUFFER_COUNT);
        let watch = Watch {
            hub: Arc::clone(self.hub()),
            machine_id: machine.id,
            turn_id: Some(request.turn_id).filter(|id| !id.is_empty()),
            number: request.after_number,
            sequence: request.after_sequence,
            sender,
        };
        let is_stored_only = request.stored_only;
        let slot = self.stream_slot()?;
        self.hub().tasks().spawn("machine watch", async move {
            let _slot = slot;
            watch.run(is_stored_only).await;
        });
        Ok(Box::pin(ReceiverStream::new(receiver)))
    }
}

/// One reader's place in the history of a Machine.
#[derive(Debug)]
struct Watch {
    hub: Arc<Hub>,
    machine_id: String,
    turn_id: Option<String>,
    number: i64,
    sequence: i64,
    sender: mpsc::Sender<Result<WatchMachineResponse, Failure>>,
}

/// Whether a stream goes on.
#[derive(Debug, PartialEq, Eq)]
enum Progress {
    /// More may come.
    Open,
    /// Nothing more will come, or nobody reads it.
    Ended,
}

impl Watch {
    async fn run(mut self, is_stored_only: bool) {
        let sender = self.sender.clone();
        tokio::select! {
            // Whoever went away is noticed even while nothing happens.
            () = sender.closed() => {}
            outcome = self.follow(is_stored_only) => {
                if let Err(failure) = outcome {
                    let _ = sender.send(Err(failure)).await;
                }
            }
        }
    }

    async fn follow(&mut self, is_stored_only: bool) -> Result<(), Failure> {
        let changes = self.hub.changes().clone();
        let mut receiver = changes.subscribe();
        loop {
            // Read before the events: a Turn that has ended has all its events stored.
            let turn = self.ended_turn().await?;
            if self.send_machine_events().await? == Progress::Ended
                || self.send_agent_events().await? == Progress::Ended
            {
                return Ok(());
            }
            if let Some(turn) = turn {
                self.send(Kind::Turn(turn)).await;
                return Ok(());
            }
            if is_stored_only {
                return Ok(());
            }
            let changed = Changes::of_machine(&mut receiver, &self.machine_id);
            let _ = tokio::time::timeout(POLL_INTERVAL, changed).await;
        }
    }

    async fn ended_turn(&self) -> Result<Option<Turn>, Failure> {
        let Some(id) = &self.turn_id else { return Ok(None) };
        let turn = self.hub.database().get::<Turn>(id).await?;
        Ok(turn.filter(|turn| turn.state() == TurnState::Ended && turn.machine_id == self.machine_id))
    }

    async fn send_machine_events(&mut self) -> Result<Progress, Failure> {
        loop {
            let filter =
                format!("machine_id = {} AND sequence > {}", quoted(&self.machine_id), self.sequence);
            let page = Page::first(PAGE_SIZE);
            let events = self.hub.database().list::<MachineEvent>(&filter, "sequence", page).await?.rows;
            let is_last = events.len() < usize::try_from(PAGE_SIZE).unwrap_or(0);
            for event in events {
                self.sequence = event.sequence;
                let kind = event.body.as_ref().and_then(|body| body.kind.as_ref());
                let is_deleted = matches!(kind, Some(EventKind::Deleted(_)));
                if self.send(Kind::MachineEvent(event)).await == Progress::Ended || is_deleted {
                    return Ok(Progress::Ended);
                }
            }
            if is_last {
                return Ok(Progress::Open);
            }
        }
    }

    async fn send_agent_events(&mut self) -> Result<Progress, Failure> {
        loop {
            let mut filter =
                format!("machine_id = {} AND number > {}", quoted(&self.machine_id), self.number);
            if let Some(turn_id) = &self.turn_id {
                filter.push_str(&format!(" AND turn_id = {}", quoted(turn_id)));
            }
            let page = Page::first(PAGE_SIZE);
            let events = self.hub.database().list::<AgentEvent>(&filter, "number", page).await?.rows;
            let is_last = events.len() < usize::try_from(PAGE_SIZE).unwrap_or(0);
            for event in events {
                self.number = event.number;
                if self.send(Kind::AgentEvent(event)).await == Progress::Ended {
                    return Ok(Progress::Ended);
                }
            }
            if is_last {
                return Ok(Progress::Open);
            }
        }
    }

    async fn send(&self, kind: Kind) -> Progress {
        match self.sender.send(Ok(WatchMachineResponse { kind: Some(kind) })).await {
            Ok(()) => Progress::Open,
            Err(_) => Progress::Ended,
        }
    }
}
