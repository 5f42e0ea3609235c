//! The fold of the ledger's records, and the pure rules of fencing.

use std::collections::{BTreeMap, VecDeque};

use autovibe_proto::v1::LeaseToken;

use crate::error::NodeError;
use crate::ledger::record::{Answer, LedgerMachine, LedgerRecord};

/// Answers that are remembered of a Machine; a Hub repeats only the effects that are still open.
const ANSWERS_MAX: usize = 32;
/// Machines without a virtual machine whose incarnation is remembered.
const FORGETTABLE_MAX: usize = 1024;

/// All that the ledger says.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct LedgerState {
    pub(crate) tokens: BTreeMap<i32, LeaseToken>,
    pub(crate) machines: BTreeMap<String, LedgerMachine>,
    /// Machines that were destroyed or never made, oldest first.
    forgettable: VecDeque<String>,
}

/// What a token means here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TokenVerdict {
    /// It is the newest; nothing to write.
    Known,
    /// It must be written before it is acted upon.
    Newer,
}

impl LedgerState {
    pub(crate) fn apply(&mut self, record: LedgerRecord) {
        match record {
            LedgerRecord::Format { .. } => {}
            LedgerRecord::Token { token } => {
                self.tokens.insert(token.partition, token);
            }
            LedgerRecord::Begun { machine_id, incarnation, life, .. } => {
                let machine = self.machines.entry(machine_id.clone()).or_default();
                if let Some(life) = life {
                    machine.incarnation = machine.incarnation.max(incarnation);
                    machine.guest_ticket = life.guest_ticket;
                    if !life.spec_digest.is_empty() {
                        machine.spec_digest = life.spec_digest;
                    }
                    machine.destroyed = false;
                }
                self.keep_or_forget(machine_id);
            }
            LedgerRecord::Done { machine_id, answer, handle, destroyed } => {
                self.answered(machine_id, answer, handle, destroyed);
            }
            LedgerRecord::Machine { machine_id, machine } => {
                self.machines.insert(machine_id.clone(), machine);
                self.keep_or_forget(machine_id);
            }
        }
    }

    fn answered(&mut self, machine_id: String, answer: Answer, handle: Option<Vec<u8>>, destroyed: bool) {
        let machine = self.machines.entry(machine_id.clone()).or_default();
        machine.answers.retain(|known| known.effect_id != answer.effect_id);
        machine.answers.push_back(answer);
        while machine.answers.len() > ANSWERS_MAX {
            machine.answers.pop_front();
        }
        if let Some(handle) = handle {
            machine.handle = handle;
        }
        if destroyed {
            machine.destroyed = true;
            machine.handle.clear();
            machine.guest_ticket.clear();
        }
        self.keep_or_forget(machine_id);
    }

    /// Bounds what is known of Machines that the driver does not have: a handle is proof that it does.
    fn keep_or_forget(&mut self, machine_id: String) {
        self.forgettable.retain(|id| *id != machine_id);
        if self.machines.get(&machine_id).is_none_or(|machine| !machine.handle.is_empty()) {
            return;
        }
        self.forgettable.push_back(machine_id);
        while self.forgettable.len() > FORGETTABLE_MAX {
            if let Some(oldest) = self.forgettable.pop_front() {
                self.machines.remove(&oldest);
            }
        }
    }

    /// The records that give this state again.
    pub(super) fn records(&self) -> impl Iterator<Item = LedgerRecord> + '_ {
        let tokens = self.tokens.values().map(|token| LedgerRecord::Token { token: token.clone() });
        let kept = self.machines.iter().filter(|(_, machine)| !machine.handle.is_empty());
        let forgettable = self.forgettable.iter().filter_map(|id| self.machines.get_key_value(id));
        let machines = kept.chain(forgettable).map(|(machine_id, machine)| LedgerRecord::Machine {
            machine_id: machine_id.clone(),
            machine: machine.clone(),
        });
        tokens.chain(machines)
    }

    /// Compares a token with the newest one of its partition.
    ///
    /// The same epoch with another owner is refused: after a failover of its database an epoch can be given out twice.
    pub(crate) fn judge(&self, token: &LeaseToken) -> Result<TokenVerdict, NodeError> {
        match self.tokens.get(&token.partition) {
            None => Ok(TokenVerdict::Newer),
            Some(known) if token.epoch > known.epoch => Ok(TokenVerdict::Newer),
            Some(known) if token.epoch == known.epoch && token.owner == known.owner => {
                Ok(TokenVerdict::Known)
            }
            Some(known) => Err(NodeError::Fenced(known.clone())),
        }
    }

    /// Finds the remembered answer of an Effect.
    pub(crate) fn answer(&self, machine: &str, effect_id: &str) -> Option<&Answer> {
        self.machines.get(machine)?.answers.iter().find(|answer| answer.effect_id == effect_id)
    }

    /// Refuses what is meant for an earlier life.
    pub(crate) fn judge_incarnation(&self, machine: &str, incarnation: i64) -> Result<(), NodeError> {
        match self.machines.get(machine) {
            Some(known) if incarnation < known.incarnation => Err(NodeError::StaleIncarnation {
                machine: machine.to_owned(),
                given: incarnation,
                newest: known.incarnation,
            }),
            _ => Ok(()),
        }
    }
}
