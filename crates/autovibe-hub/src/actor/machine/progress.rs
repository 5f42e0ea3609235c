//! A step under way: the events so far and the Machine as they leave it.

use autovibe_proto::v1::effect_body::Kind as EffectKind;
use autovibe_proto::v1::machine_event_body::Kind;
use autovibe_proto::v1::{
    EffectAwaitedEvent, EffectBody, EffectDroppedEvent, Machine, MachineEvent, MachineEventBody,
    MachineState, Message, StateChangedEvent, TimerKind, TimerMessage, TimerSetEvent,
};
use autovibe_proto::{EffectId, MachineEventId, timestamp_from_micros};

use super::Env;
use super::evolve::evolve;
use super::memory::{kind_of, memory};

/// A step under way.
#[derive(Debug)]
pub(super) struct Progress<'a> {
    /// The Machine after the events so far.
    pub(super) machine: Machine,
    /// What the step knows.
    pub(super) env: &'a Env,
    message_id: &'a str,
    events: Vec<MachineEvent>,
}

impl<'a> Progress<'a> {
    pub(super) fn new(machine: &Machine, message: &'a Message, env: &'a Env) -> Progress<'a> {
        Progress { machine: machine.clone(), env, message_id: &message.id, events: Vec::new() }
    }

    pub(super) fn into_events(self) -> Vec<MachineEvent> {
        self.events
    }

    /// Decides a fact.
    pub(super) fn emit(&mut self, kind: Kind) {
        let sequence = self.machine.event_sequence + 1;
        let event = MachineEvent {
            id: MachineEventId::derive(&[&self.machine.id, &sequence.to_string()]).into_string(),
            project_id: self.machine.project_id.clone(),
            machine_id: self.machine.id.clone(),
            sequence,
            event_time: Some(timestamp_from_micros(self.env.now_micros)),
            body: Some(MachineEventBody { kind: Some(kind) }),
            message_id: self.message_id.to_owned(),
            create_time: None,
        };
        evolve(&mut self.machine, &event);
        self.events.push(event);
    }

    /// Has something done after the Commit and awaits the result.
    pub(super) fn effect(&mut self, kind: EffectKind) {
        let sequence = (self.machine.event_sequence + 1).to_string();
        let effect_id = EffectId::derive(&[&self.machine.id, &sequence]).into_string();
        let incarnation = self.machine.incarnation;
        let body = Some(EffectBody { kind: Some(kind) });
        self.emit(Kind::EffectAwaited(EffectAwaitedEvent { effect_id, body, incarnation }));
    }

    /// Concludes a state.
    pub(super) fn state(&mut self, state: MachineState) {
        if self.machine.state() != state {
            self.emit(Kind::StateChanged(StateChangedEvent { state: state.into() }));
        }
    }

    /// Has a Message come later.
    pub(super) fn timer(&mut self, kind: TimerKind, turn_id: Option<String>, delay_micros: i64) {
        let incarnation = self.machine.incarnation;
        let timer = TimerMessage { kind: kind.into(), incarnation, turn_id };
        let due_time = Some(timestamp_from_micros(self.env.now_micros.saturating_add(delay_micros)));
        self.emit(Kind::TimerSet(TimerSetEvent { timer: Some(timer), due_time }));
    }

    /// Gives up what is awaited, but for the removals of Checkpoints.
    pub(super) fn drop_effects(&mut self) {
        let dropped: Vec<String> = memory(&self.machine)
            .awaited
            .iter()
            .filter(|awaited| !matches!(kind_of(awaited), Some(EffectKind::ForgetCheckpoint(_))))
            .map(|awaited| awaited.effect_id.clone())
            .collect();
        for effect_id in dropped {
            self.emit(Kind::EffectDropped(EffectDroppedEvent { effect_id }));
        }
    }
}
