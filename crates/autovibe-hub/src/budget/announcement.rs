//! Tells of Budgets: a Message to the actor, a notice in the stream that people watch, a line in the log.

use autovibe_proto::v1::agent_event_body::Kind as AgentKind;
use autovibe_proto::v1::message_body::Kind;
use autovibe_proto::v1::{
    AgentEvent, AgentEventBody, AgentNotice, Budget, BudgetLevel, BudgetReachedMessage, BudgetScope, Machine,
};
use autovibe_proto::{AgentEventId, ErrorKind, Failure};

use super::ledger::Reached;
use super::text;
use crate::api::machine_id;
use crate::clock;
use crate::database::CommitBuilder;
use crate::hub::Hub;
use crate::mailbox::NewMessage;

/// A Budget is nearly used up: told once for each Budget, or for each Turn where it holds for Turns.
pub(super) async fn warn(hub: &Hub, reached: &Reached) -> Result<(), Failure> {
    let budget = &reached.budget;
    if budget.scope() != BudgetScope::Turn {
        // Set whatever the revision is: a limit that changes meanwhile takes it back by itself.
        let row = Budget { warned: true, ..budget.clone() };
        let marked = hub.database().commit(CommitBuilder::new().update(&row, &["warned"])).await;
        if marked.as_ref().is_err_and(|failure| failure.kind == ErrorKind::NotFound) {
            return Ok(());
        }
        marked?;
    }
    let machine = hub.database().require::<Machine>(&reached.machine_id).await?;
    let text = text::nearly_used_up(hub.database(), reached).await?;
    let turn_id = if budget.scope() == BudgetScope::Turn { machine.turn_id.as_deref() } else { None };
    let key = format!("budget {} {} {}", budget.id, budget.revision, turn_id.unwrap_or_default());
    tell(hub, &machine, reached, BudgetLevel::Soft, text, Some(key)).await
}

/// A Budget is used up: the actor saves the Machine and holds it.
pub(super) async fn stop(hub: &Hub, machine: &Machine, reached: &Reached) -> Result<(), Failure> {
    let text = text::used_up(hub.database(), reached).await?;
    tell(hub, machine, reached, BudgetLevel::Hard, text, None).await
}

async fn tell(
    hub: &Hub,
    machine: &Machine,
    reached: &Reached,
    level: BudgetLevel,
    text: String,
    key: Option<String>,
) -> Result<(), Failure> {
    tracing::warn!(
        machine.id = machine.id,
        project.id = machine.project_id,
        budget.id = reached.budget.id,
        ?level,
        text,
        "budget"
    );
    let body = BudgetReachedMessage {
        budget_id: reached.budget.id.clone(),
        level: level.into(),
        text: text.clone(),
    };
    let new = NewMessage::new(machine_id(machine)?, "hub", Kind::BudgetReached(body))
        .with_request_id(key.unwrap_or_default());
    let message = match hub.post(new).await {
        Ok(message) => message,
        Err(failure) if failure.reason == "MACHINE_DELETED" => return Ok(()),
        Err(failure) => return Err(failure),
    };
    notice(hub, machine, &message.id, text).await
}

/// Puts a line into the stream of the coding agent's events.
async fn notice(hub: &Hub, machine: &Machine, cause: &str, text: String) -> Result<(), Failure> {
    let event = AgentEvent {
        id: AgentEventId::derive(&[&machine.id, "budget", cause]).into_string(),
        project_id: machine.project_id.clone(),
        machine_id: machine.id.clone(),
        turn_id: machine.turn_id.clone().unwrap_or_default(),
        incarnation: machine.incarnation,
        event_time: Some(clock::now()),
        body: Some(AgentEventBody { kind: Some(AgentKind::Notice(AgentNotice { text })) }),
        ..AgentEvent::default()
    };
    hub.commit(CommitBuilder::new().insert_if_absent(&event)).await?;
    Ok(())
}
