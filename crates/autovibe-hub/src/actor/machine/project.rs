//! The rows that a MachineEvent stands for: Turns, Checkpoints, Effects and timers.

use autovibe_proto::v1::effect_body::Kind as EffectKind;
use autovibe_proto::v1::machine_event_body::Kind;
use autovibe_proto::v1::message_body::Kind as MessageKind;
use autovibe_proto::v1::{
    Checkpoint, CheckpointReadyEvent, CheckpointState, Effect, EffectAwaitedEvent, EffectBody, Machine,
    MachineEvent, MailboxEntry, Message, TimerKind, Turn, TurnEndedEvent, TurnState,
};
use autovibe_proto::{timestamp_from_micros, timestamp_micros};
use pbjson_types::Timestamp;

use super::memory::memory;
use super::workspace;
use crate::mailbox::NewMessage;

/// A row to be written with an event.
#[derive(Debug, Clone, PartialEq)]
pub enum Projection {
    /// A new Turn.
    InsertTurn(Turn),
    /// New values of the named fields of a Turn.
    UpdateTurn(Turn, &'static [&'static str]),
    /// A new Checkpoint, unless its row is there.
    InsertCheckpoint(Checkpoint),
    /// New values of the named fields of a Checkpoint.
    UpdateCheckpoint(Checkpoint, &'static [&'static str]),
    /// A Checkpoint goes.
    DeleteCheckpoint(String),
    /// A new Effect.
    InsertEffect(Effect),
    /// An Effect goes.
    DeleteEffect(String),
    /// A new Message to the Machine itself.
    InsertMessage(Box<(Message, MailboxEntry)>),
    /// A Message to the Machine itself is not wanted any more.
    DropMessage(String),
    /// The Machine goes.
    DeleteMachine,
}

/// Gives the rows that an event stands for; `machine` is the row before the event.
#[must_use]
pub fn project(machine: &Machine, event: &MachineEvent) -> Vec<Projection> {
    let Some(kind) = event.body.as_ref().and_then(|body| body.kind.as_ref()) else {
        return Vec::new();
    };
    match kind {
        Kind::TurnStarted(body) => vec![Projection::InsertTurn(Turn {
            id: body.turn_id.clone(),
            project_id: machine.project_id.clone(),
            machine_id: machine.id.clone(),
            message_id: body.message_id.clone(),
            prompt: body.prompt.clone(),
            state: TurnState::Running.into(),
            resumed_from: body.resumed_from.clone(),
            start_time: event.event_time,
            incarnation: machine.incarnation,
            limit_ms: body.limit_ms,
            ..Turn::default()
        })],
        Kind::TurnEnded(body) => {
            let mut rows = vec![end_turn(machine, event, body)];
            rows.extend(limit_timer_id(machine, &body.turn_id).map(Projection::DropMessage));
            rows
        }
        Kind::EffectAwaited(body) => vec![Projection::InsertEffect(effect(machine, event, body))],
        Kind::EffectDropped(body) => vec![Projection::DeleteEffect(body.effect_id.clone())],
        Kind::TimerSet(body) => timer(machine, event, body.timer.as_ref(), body.due_time.as_ref()),
        Kind::Deleted(_) => vec![Projection::DeleteMachine],
        _ => project_checkpoint(machine, kind),
    }
}

fn end_turn(machine: &Machine, event: &MachineEvent, body: &TurnEndedEvent) -> Projection {
    Projection::UpdateTurn(
        Turn {
            id: body.turn_id.clone(),
            machine_id: machine.id.clone(),
            state: TurnState::Ended.into(),
            result: body.result.clone(),
            end_time: event.event_time,
            start_commit: body.start_commit.clone(),
            end_commit: body.end_commit.clone(),
            ..Turn::default()
        },
        &["state", "result", "end_time", "start_commit", "end_commit"],
    )
}

fn project_checkpoint(machine: &Machine, kind: &Kind) -> Vec<Projection> {
    match kind {
        Kind::CheckpointQueued(body) => vec![Projection::InsertCheckpoint(Checkpoint {
            label: body.label.clone(),
            parent_id: machine.checkpoint_id.clone(),
            node_id: machine.node_id.clone(),
            ..checkpoint(machine, &body.checkpoint_id, CheckpointState::Creating)
        })],
        Kind::CheckpointFrozen(body) => vec![Projection::UpdateCheckpoint(
            Checkpoint {
                cut: body.cut.clone(),
                // While the Checkpoint waited another guest may have greeted.
                ..workspace::at_cut(
                    checkpoint(machine, &body.checkpoint_id, CheckpointState::Creating),
                    body.cut.as_ref(),
                )
            },
            &["cut", "guest_version", "workspace"],
        )],
        Kind::CheckpointReady(body) => vec![ready(machine, body)],
        // One that was refused has no row yet.
        Kind::CheckpointFailed(body) => {
            let failed = Checkpoint {
                label: body.label.clone(),
                failure: body.failure.clone(),
                node_id: machine.node_id.clone(),
                ..checkpoint(machine, &body.checkpoint_id, CheckpointState::Failed)
            };
            vec![
                Projection::InsertCheckpoint(failed.clone()),
                Projection::UpdateCheckpoint(failed, &["state", "failure"]),
            ]
        }
        Kind::CheckpointForgetting(body) => vec![Projection::UpdateCheckpoint(
            checkpoint(machine, &body.checkpoint_id, CheckpointState::Deleting),
            &["state"],
        )],
        Kind::CheckpointKept(body) => vec![Projection::UpdateCheckpoint(
            Checkpoint {
                failure: body.failure.clone(),
                ..checkpoint(machine, &body.checkpoint_id, CheckpointState::Ready)
            },
            &["state", "failure"],
        )],
        Kind::CheckpointLost(body) => vec![Projection::UpdateCheckpoint(
            Checkpoint {
                failure: body.failure.clone(),
                ..checkpoint(machine, &body.checkpoint_id, CheckpointState::Failed)
            },
            &["state", "failure"],
        )],
        Kind::CheckpointForgotten(body) => vec![Projection::DeleteCheckpoint(body.checkpoint_id.clone())],
        _ => Vec::new(),
    }
}

fn ready(machine: &Machine, body: &CheckpointReadyEvent) -> Projection {
    let outcome = body.outcome.clone().unwrap_or_default();
    Projection::UpdateCheckpoint(
        Checkpoint {
            level: outcome.level,
            handle: outcome.checkpoint_handle,
            size_bytes: outcome.size_bytes,
            pause_us: outcome.pause_us,
            usage: machine.usage,
            ..checkpoint(machine, &body.checkpoint_id, CheckpointState::Ready)
        },
        &["state", "level", "handle", "size_bytes", "pause_us", "usage"],
    )
}

fn checkpoint(machine: &Machine, id: &str, state: CheckpointState) -> Checkpoint {
    Checkpoint {
        id: id.to_owned(),
        project_id: machine.project_id.clone(),
        machine_id: machine.id.clone(),
        state: state.into(),
        guest_version: memory(machine).guest_version.clone(),
        image_id: machine.image_id.clone(),
        ..Checkpoint::default()
    }
}

fn effect(machine: &Machine, event: &MachineEvent, body: &EffectAwaitedEvent) -> Effect {
    let begin = event.event_time.as_ref().map_or(0, timestamp_micros);
    let limit = limit_seconds(body.body.as_ref()).saturating_mul(1_000_000);
    Effect {
        id: body.effect_id.clone(),
        project_id: machine.project_id.clone(),
        machine_id: machine.id.clone(),
        partition: machine.partition,
        incarnation: body.incarnation,
        event_sequence: event.sequence,
        body: body.body.clone(),
        due_time: event.event_time,
        deadline_time: Some(timestamp_from_micros(begin.saturating_add(limit))),
        ..Effect::default()
    }
}

/// How long an Effect is tried; chosen well above what emulation without hardware help needs.
fn limit_seconds(body: Option<&EffectBody>) -> i64 {
    match body.and_then(|body| body.kind.as_ref()) {
        Some(EffectKind::CreateVm(_) | EffectKind::ForkVm(_) | EffectKind::RestoreVm(_)) => 300,
        Some(EffectKind::CheckpointVm(_)) => 300,
        Some(EffectKind::PowerVm(effect)) => 120_i64.saturating_add(effect.grace_ms / 1000),
        Some(EffectKind::DestroyVm(_) | EffectKind::ForgetCheckpoint(_) | EffectKind::Prompt(_)) => 600,
        // The guest itself gives up freezing after ten seconds, and the workspace's commit after twenty more.
        Some(EffectKind::Freeze(_)) => 45,
        // A large history is downloaded and unpacked.
        Some(EffectKind::PrepareWorkspace(_)) => 900,
        // A Machine that is paused hears it when it goes on.
        Some(EffectKind::Interrupt(_)) => 600,
        Some(EffectKind::Thaw(_)) | None => 30,
    }
}

fn timer(
    machine: &Machine,
    event: &MachineEvent,
    timer: Option<&autovibe_proto::v1::TimerMessage>,
    due_time: Option<&Timestamp>,
) -> Vec<Projection> {
    let (Some(timer), Some(due_time)) = (timer, due_time) else { return Vec::new() };
    let (Ok(machine_id), Ok(project_id)) = (machine.id.parse(), machine.project_id.parse()) else {
        return Vec::new();
    };
    let rows = NewMessage::new(machine_id, "hub", MessageKind::Timer(timer.clone()))
        .with_request_id(timer_key(timer, &event.id))
        .with_cause(&event.message_id)
        .not_before_micros(timestamp_micros(due_time))
        .rows(&project_id, timestamp_micros(due_time));
    vec![Projection::InsertMessage(Box::new(rows))]
}

/// The limit of a Turn has the Turn's own key, so that the end of the Turn finds it; it is set again only
/// by itself, in the Commit that takes it.
fn timer_key(timer: &autovibe_proto::v1::TimerMessage, event_id: &str) -> String {
    match (timer.kind(), &timer.turn_id) {
        (TimerKind::TurnLimit, Some(turn_id)) => format!("limit {turn_id}"),
        _ => event_id.to_owned(),
    }
}

fn limit_timer_id(machine: &Machine, turn_id: &str) -> Option<String> {
    let timer = autovibe_proto::v1::TimerMessage {
        kind: TimerKind::TurnLimit.into(),
        turn_id: Some(turn_id.to_owned()),
        ..Default::default()
    };
    let key = timer_key(&timer, "");
    let message = NewMessage::new(machine.id.parse().ok()?, "hub", MessageKind::Timer(timer));
    Some(message.with_request_id(key).id().into_string())
}
