//! A Machine with the rows around it, as the activation would keep them; checks what must always hold.

use std::collections::BTreeMap;

use autovibe_proto::v1::effect_body::Kind as EffectKind;
use autovibe_proto::v1::message_body::Kind;
use autovibe_proto::v1::{
    AwaitedEffect, Checkpoint, CheckpointCut, CheckpointState, Effect, EffectDoneMessage, EffectFailure,
    EffectOutcome, GuestGreetedMessage, Machine, MachineEvent, MachineGoal, MachineState, Message,
    MessageBody, Turn, TurnEndedMessage, TurnOutcome, TurnResult, TurnState, Usage, WorkspaceSource,
};
use autovibe_proto::{MachineId, MessageId, ProjectId};

use crate::actor::machine::memory::{kind_of, memory};
use crate::actor::machine::{Decision, Env, Projection, Refusal, decide, evolve, lookup, project};

/// A Machine and the rows around it.
#[derive(Debug)]
pub(super) struct World {
    pub(super) initial: Machine,
    pub(super) machine: Machine,
    pub(super) events: Vec<MachineEvent>,
    pub(super) turns: BTreeMap<String, Turn>,
    pub(super) checkpoints: BTreeMap<String, Checkpoint>,
    pub(super) effects: BTreeMap<String, Effect>,
    pub(super) forking: Vec<String>,
    pub(super) messages: Vec<Message>,
    /// Messages that were taken back before they were due.
    pub(super) dropped: Vec<String>,
    pub(super) last_cut: Option<CheckpointCut>,
    pub(super) now_micros: i64,
    pub(super) source: Option<WorkspaceSource>,
    position: i64,
}

impl World {
    pub(super) fn new(origin: Option<Checkpoint>) -> World {
        let id = MachineId::derive(&["test"]);
        let machine = Machine {
            id: id.to_string(),
            project_id: ProjectId::derive(&["test"]).into_string(),
            partition: autovibe_proto::partition_of(&id),
            node_id: "nod_test".to_owned(),
            state: MachineState::Pending.into(),
            goal: MachineGoal::Running.into(),
            origin_checkpoint_id: origin.as_ref().map(|checkpoint| checkpoint.id.clone()),
            revision: 1,
            ..Machine::default()
        };
        World {
            initial: machine.clone(),
            machine,
            events: Vec::new(),
            turns: BTreeMap::new(),
            checkpoints: origin.into_iter().map(|checkpoint| (checkpoint.id.clone(), checkpoint)).collect(),
            effects: BTreeMap::new(),
            forking: Vec::new(),
            messages: Vec::new(),
            dropped: Vec::new(),
            last_cut: None,
            now_micros: 1_000_000_000,
            source: None,
            position: 0,
        }
    }

    /// Sends a Message of a person.
    pub(super) fn send(&mut self, kind: Kind) -> Result<(), Refusal> {
        let id = MessageId::derive(&[&self.messages.len().to_string()]).into_string();
        let message = Message {
            id,
            project_id: self.machine.project_id.clone(),
            machine_id: self.machine.id.clone(),
            sender: "user/tok_test".to_owned(),
            body: Some(MessageBody { kind: Some(kind) }),
            ..Message::default()
        };
        self.messages.push(message.clone());
        self.deliver(&message)
    }

    /// Delivers a Message, perhaps once more than it should be.
    pub(super) fn deliver(&mut self, message: &Message) -> Result<(), Refusal> {
        self.position += 1;
        self.now_micros += 1000;
        let env = self.env(message);
        let before = self.machine.clone();
        let decision = decide(&before, message, &env)?;
        assert_eq!(Ok(&decision), decide(&before, message, &env).as_ref(), "deciding has no hidden input");
        self.record(message, decision);
        let is_working = matches!(
            self.machine.state(),
            MachineState::Ready | MachineState::Working | MachineState::Checkpointing | MachineState::Paused
        );
        assert!(memory(&self.machine).workspace_ready || !is_working, "nobody works before there is a place");
        Ok(())
    }

    fn env(&self, message: &Message) -> Env {
        let wanted = lookup(&self.machine, message);
        let mut checkpoint = wanted.checkpoint_id.and_then(|id| self.checkpoints.get(&id));
        while let Some(found) =
            checkpoint.filter(|found| wanted.lineage && found.state() != CheckpointState::Ready)
        {
            checkpoint = found.parent_id.as_ref().and_then(|id| self.checkpoints.get(id));
        }
        let checkpoint = checkpoint.cloned();
        let open =
            checkpoint.as_ref().and_then(|found| found.cut.as_ref()).and_then(|cut| cut.turn_id.clone());
        Env {
            now_micros: self.now_micros,
            position: self.position,
            turn: open.and_then(|id| self.turns.get(&id).cloned()),
            checkpoints: if wanted.checkpoints {
                self.checkpoints.values().cloned().collect()
            } else {
                Vec::new()
            },
            last_cut: self.last_cut.clone(),
            forking: if wanted.forking { self.forking.clone() } else { Vec::new() },
            source: self.source.clone().filter(|_| wanted.source),
            checkpoint,
        }
    }

    fn record(&mut self, message: &Message, decision: Decision) {
        for event in decision.events {
            assert_eq!(event.sequence, self.machine.event_sequence + 1, "sequences have no gaps");
            let before = self.machine.clone();
            for projection in project(&before, &event) {
                self.apply(message, projection);
            }
            evolve(&mut self.machine, &event);
            self.check_growth(&before);
            self.events.push(event);
        }
        let running = self.turns.values().filter(|turn| turn.state() == TurnState::Running);
        let running: Vec<&str> = running.map(|turn| turn.id.as_str()).collect();
        let known: Vec<&str> = self.machine.turn_id.iter().map(String::as_str).collect();
        assert_eq!(running, known, "the row names exactly the Turns that run");
    }

    fn check_growth(&self, before: &Machine) {
        let (old, new) = (before.usage.unwrap_or_default(), self.machine.usage.unwrap_or_default());
        assert!(self.machine.incarnation >= before.incarnation, "the incarnation never decreases");
        assert!(
            new.cost_micros >= old.cost_micros && new.output_tokens >= old.output_tokens,
            "what was spent never decreases"
        );
    }

    fn apply(&mut self, message: &Message, projection: Projection) {
        match projection {
            Projection::InsertTurn(turn) => {
                assert!(
                    self.turns.values().all(|other| other.state() == TurnState::Ended),
                    "never two Turns at once"
                );
                assert!(self.turns.insert(turn.id.clone(), turn).is_none(), "a Turn begins once");
            }
            Projection::UpdateTurn(turn, _) => {
                let row = self.turns.get_mut(&turn.id).expect("only a Turn that began can end");
                assert_eq!(row.state(), TurnState::Running, "a Turn ends once");
                assert!(turn.result.is_some(), "a Turn ends with a result");
                row.state = turn.state;
                row.result = turn.result;
                row.start_commit = turn.start_commit;
                row.end_commit = turn.end_commit;
            }
            Projection::InsertCheckpoint(checkpoint) => {
                self.checkpoints.entry(checkpoint.id.clone()).or_insert(checkpoint);
            }
            Projection::UpdateCheckpoint(checkpoint, mask) => {
                self.update_checkpoint(message, &checkpoint, mask)
            }
            Projection::DeleteCheckpoint(id) => {
                assert!(self.checkpoints.remove(&id).is_some(), "only a Checkpoint that exists can go");
            }
            Projection::InsertEffect(effect) => {
                assert_eq!(effect.incarnation, self.machine.incarnation, "no Effect for another incarnation");
                assert!(
                    self.effects.insert(effect.id.clone(), effect).is_none(),
                    "an Effect is asked for once"
                );
            }
            Projection::DeleteEffect(id) => {
                self.effects.remove(&id);
            }
            // As in the database: a Message that is there already keeps its body.
            Projection::InsertMessage(rows) => {
                if self.messages.iter().all(|known| known.id != rows.0.id) {
                    self.messages.push(rows.0);
                }
            }
            Projection::DropMessage(id) => {
                let timer = self.messages.iter().find(|message| message.id == id);
                let timer = timer.expect("only what was sent is dropped");
                assert!(matches!(timer.body.as_ref().and_then(|body| body.kind.as_ref()),
                    Some(Kind::Timer(timer)) if timer.turn_id.is_some()));
                self.dropped.push(id);
            }
            Projection::DeleteMachine => assert_eq!(self.machine.goal(), MachineGoal::Deleted),
        }
    }

    fn update_checkpoint(&mut self, message: &Message, new: &Checkpoint, mask: &[&str]) {
        let row = self.checkpoints.get_mut(&new.id).expect("only a Checkpoint that has a row can change");
        if mask.contains(&"handle") {
            assert!(row.cut.is_some(), "a Checkpoint is ready only after the guest stood still");
            let Some(Kind::EffectDone(done)) = message.body.as_ref().and_then(|body| body.kind.as_ref())
            else {
                panic!("a Checkpoint is ready only by a result");
            };
            assert!(done.outcome.as_ref().is_some_and(|outcome| outcome.failure.is_none()));
            row.handle.clone_from(&new.handle);
            row.state = CheckpointState::Ready.into();
        } else if mask.contains(&"state") {
            row.state = new.state;
            if mask.contains(&"failure") {
                row.failure.clone_from(&new.failure);
            }
        } else {
            row.cut.clone_from(&new.cut);
            row.workspace.clone_from(&new.workspace);
            row.guest_version.clone_from(&new.guest_version);
        }
    }

    /// What the actor awaits.
    pub(super) fn awaited(&self) -> Vec<AwaitedEffect> {
        memory(&self.machine).awaited.clone()
    }

    /// Ends an Effect; the courier removes its row in the Commit that brings the result.
    pub(super) fn finish(&mut self, effect_id: &str, failure: Option<&str>) -> Result<(), Refusal> {
        let is_restore = |kind: &EffectKind| matches!(kind, EffectKind::RestoreVm(_));
        let mut awaited = self.awaited().into_iter();
        let restores = awaited
            .any(|awaited| awaited.effect_id == effect_id && kind_of(&awaited).is_some_and(is_restore));
        self.effects.remove(effect_id);
        let turn_id = self.machine.turn_id.clone();
        let outcome = EffectOutcome {
            failure: failure.map(|text| EffectFailure { text: text.to_owned(), ..EffectFailure::default() }),
            handle: b"handle".to_vec(),
            checkpoint_handle: b"checkpoint".to_vec(),
            cut: Some(CheckpointCut {
                turn_id,
                session_id: "session".to_owned(),
                workspace_commit: "c1".to_owned(),
                git_head: "c0".repeat(20),
                ..CheckpointCut::default()
            }),
            ..EffectOutcome::default()
        };
        let done = self.send(Kind::EffectDone(EffectDoneMessage {
            effect_id: effect_id.to_owned(),
            outcome: Some(outcome),
        }));
        if let (true, Some(text)) = (restores, failure) {
            assert_eq!(self.machine.state(), MachineState::Stopping, "what still runs is of a former life");
            assert!(self.machine.failure.ends_with(text), "everyone sees why");
        }
        done
    }

    /// Fails the only awaited Effect.
    pub(super) fn break_only(&mut self, text: &str) {
        let awaited = self.awaited();
        assert_eq!(awaited.len(), 1, "{awaited:?}");
        self.finish(&awaited[0].effect_id, Some(text)).unwrap();
    }

    /// Ends the only awaited Effect of a kind.
    pub(super) fn finish_kind(&mut self, is_kind: fn(&EffectKind) -> bool) {
        let found: Vec<AwaitedEffect> =
            self.awaited().into_iter().filter(|awaited| kind_of(awaited).is_some_and(is_kind)).collect();
        assert_eq!(found.len(), 1, "exactly one such effect is awaited: {:?}", self.awaited());
        self.finish(&found[0].effect_id, None).unwrap();
    }

    /// The guest of an incarnation greets.
    pub(super) fn greet(&mut self, incarnation: i64, open_turn_id: Option<String>) {
        let body = GuestGreetedMessage { incarnation, open_turn_id, ..GuestGreetedMessage::default() };
        // Refused only for a Machine that is gone.
        let _ = self.send(Kind::GuestGreeted(body));
    }

    /// The guest of an incarnation ends a Turn.
    pub(super) fn end_turn(&mut self, turn_id: &str, incarnation: i64) {
        let result = TurnResult {
            outcome: TurnOutcome::Ok.into(),
            usage: Some(Usage { cost_micros: 7, output_tokens: -3, ..Usage::default() }),
            ..TurnResult::default()
        };
        let _ = self.send(Kind::TurnEnded(TurnEndedMessage {
            turn_id: turn_id.to_owned(),
            result: Some(result),
            session_id: "session".to_owned(),
            incarnation,
            start_commit: "c0".to_owned(),
            end_commit: "c1".to_owned(),
        }));
    }

    /// Lets everything that is under way go well, but for Turns.
    pub(super) fn calm_down_but_turns(&mut self) {
        for _ in 0..200 {
            let Some(awaited) = self.awaited().first().cloned() else { return };
            let _ = self.finish(&awaited.effect_id, None);
        }
        panic!("the machine does not calm down: {:?}", self.machine);
    }

    /// Lets everything that is under way go well, until nothing is.
    pub(super) fn calm_down(&mut self) {
        for _ in 0..200 {
            let incarnation = self.machine.incarnation;
            if let Some(awaited) = self.awaited().first() {
                let _ = self.finish(&awaited.effect_id, None);
            } else if let Some(turn_id) = self.machine.turn_id.clone() {
                self.end_turn(&turn_id, incarnation);
            } else if memory(&self.machine).restart_pending {
                let timer = self.messages.iter().rev().find(|message| {
                    matches!(message.body.as_ref().and_then(|body| body.kind.as_ref()),
                        Some(Kind::Timer(timer)) if timer.incarnation == incarnation
                            && timer.kind() == autovibe_proto::v1::TimerKind::Restart)
                });
                let timer = timer.expect("a restart that is planned has a timer").clone();
                self.deliver(&timer).unwrap();
            } else if matches!(self.machine.state(), MachineState::Starting | MachineState::Restoring) {
                self.greet(incarnation, None);
            } else {
                return;
            }
        }
        panic!("the machine does not calm down: {:?}", self.machine);
    }

    /// The row is the fold of the events.
    pub(super) fn check_replay(&self) {
        let mut replayed = self.initial.clone();
        self.events.iter().for_each(|event| evolve(&mut replayed, event));
        assert_eq!(replayed, self.machine);
        let mut kept: Vec<&String> = self.effects.keys().collect();
        let awaited = self.awaited();
        let mut known: Vec<&String> = awaited.iter().map(|awaited| &awaited.effect_id).collect();
        kept.sort();
        known.sort();
        assert_eq!(kept, known, "every Effect that has a row is awaited, and the other way round");
    }
}
