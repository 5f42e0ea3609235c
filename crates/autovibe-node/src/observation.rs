//! What the driver sees, labelled with the incarnations of the ledger, told to whoever watches.
//!
//! While a command works on a Machine nobody else may report of it: what is seen then belongs partly to
//! the life that ends and partly to the one that begins.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Mutex, MutexGuard, PoisonError};

use autovibe_proto::MachineId;
use autovibe_proto::node::v1::{MachineObservation, PowerState};
use tokio::sync::broadcast;

use crate::ledger::Ledger;

/// Observations that a slow watcher may lag behind before it is told all again.
const LAG_MAX: usize = 1024;

/// The last observation of each Machine.
#[derive(Debug)]
pub(crate) struct Observations {
    ledger: Ledger,
    state: Mutex<State>,
    changes: broadcast::Sender<MachineObservation>,
}

#[derive(Debug, Default)]
struct State {
    seen: BTreeMap<String, MachineObservation>,
    /// Counts beginnings and ends of commands.
    clock: u64,
    /// Machines that a command works on, with what it saw last.
    active: HashMap<String, Option<MachineObservation>>,
    /// When the last command on a Machine ended.
    ended: HashMap<String, u64>,
}

/// The moment before a look at the driver.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LookStart(u64);

impl State {
    /// A look that began then tells the truth about a Machine.
    fn holds(&self, id: &str, since: LookStart) -> bool {
        !self.active.contains_key(id) && self.ended.get(id).is_none_or(|ended| *ended <= since.0)
    }
}

impl Observations {
    pub(crate) fn new(ledger: Ledger) -> Observations {
        Observations { ledger, state: Mutex::default(), changes: broadcast::Sender::new(LAG_MAX) }
    }

    /// Must be called before the driver is asked.
    pub(crate) fn look(&self) -> LookStart {
        LookStart(self.state().clock)
    }

    /// A command begins to work on a Machine; one at a time does.
    ///
    /// Must be called before the ledger learns of a new incarnation: otherwise the former life would be
    /// told with the number of the next.
    pub(crate) fn begin(&self, id: &str) {
        let mut state = self.state();
        state.clock += 1;
        state.active.insert(id.to_owned(), None);
    }

    /// What the command that works on the Machine sees; told when it ends.
    pub(crate) fn saw(&self, seen: MachineObservation) {
        if let Some(last) = self.state().active.get_mut(&seen.machine_id) {
            *last = Some(seen);
        }
    }

    /// The command has ended.
    pub(crate) fn end(&self, id: &str) {
        let mut state = self.state();
        state.clock += 1;
        let clock = state.clock;
        state.ended.insert(id.to_owned(), clock);
        if let Some(seen) = state.active.remove(id).flatten() {
            self.tell(&mut state, seen);
        }
    }

    /// No command worked on a Machine since then.
    pub(crate) fn is_quiet(&self, since: LookStart, machine: &MachineId) -> bool {
        self.state().holds(machine.as_str(), since)
    }

    /// Takes a look at one Machine.
    pub(crate) fn note(&self, since: LookStart, seen: MachineObservation) {
        let mut state = self.state();
        if state.holds(&seen.machine_id, since) {
            let seen = self.label(seen);
            self.tell(&mut state, seen);
        }
    }

    /// Takes a look at all Machines; those that are not in it are gone.
    pub(crate) fn note_all(&self, since: LookStart, all: &[MachineObservation]) {
        for seen in all {
            self.note(since, seen.clone());
        }
        let mut state = self.state();
        let listed = |id: &String| all.iter().any(|seen| seen.machine_id == *id);
        let gone: Vec<String> = state.seen.keys().filter(|id| !listed(id)).cloned().collect();
        for id in gone {
            if state.holds(&id, since) {
                let seen = self.label(absent(&id));
                self.tell(&mut state, seen);
            }
        }
        // Remembered only for looks that were under way.
        state.ended.retain(|_, ended| *ended > since.0);
    }

    /// The last observation of every Machine that exists.
    pub(crate) fn all(&self) -> Vec<MachineObservation> {
        self.state().seen.values().cloned().collect()
    }

    pub(crate) fn subscribe(&self) -> broadcast::Receiver<MachineObservation> {
        self.changes.subscribe()
    }

    /// Adds the incarnation by the ledger.
    pub(crate) fn label(&self, mut seen: MachineObservation) -> MachineObservation {
        seen.incarnation = self
            .ledger
            .read(|state| state.machines.get(&seen.machine_id).map(|machine| machine.incarnation))
            .unwrap_or(0);
        seen
    }

    fn tell(&self, state: &mut State, seen: MachineObservation) {
        let absent = seen.power() == PowerState::Absent;
        let before = if absent {
            state.seen.remove(&seen.machine_id)
        } else {
            state.seen.insert(seen.machine_id.clone(), seen.clone())
        };
        let told_before = match &before {
            Some(before) => *before == seen,
            None => absent,
        };
        if !told_before {
            // Nobody may be watching.
            let _ = self.changes.send(seen);
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What is said of a Machine that the driver does not know.
pub(crate) fn absent(id: &str) -> MachineObservation {
    MachineObservation {
        machine_id: id.to_owned(),
        power: PowerState::Absent as i32,
        ..MachineObservation::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(power: PowerState) -> MachineObservation {
        MachineObservation {
            machine_id: "m".to_owned(),
            power: power as i32,
            ..MachineObservation::default()
        }
    }

    #[test]
    fn a_look_that_overlaps_a_command_is_ignored() {
        let folder = tempfile::tempdir().unwrap();
        let observations = Observations::new(Ledger::open(&folder.path().join("ledger")).unwrap());
        let mut changes = observations.subscribe();
        let before = observations.look();
        observations.begin("m");
        let within = observations.look();
        observations.note(within, seen(PowerState::Off));
        observations.saw(seen(PowerState::Running));
        observations.end("m");
        observations.note(before, seen(PowerState::Off));
        observations.note_all(within, &[]);
        assert_eq!(changes.try_recv().unwrap().power(), PowerState::Running);
        assert!(changes.try_recv().is_err());
        let after = observations.look();
        observations.note(after, seen(PowerState::Running));
        assert!(changes.try_recv().is_err());
        observations.note_all(after, &[]);
        assert_eq!(changes.try_recv().unwrap().power(), PowerState::Absent);
        assert!(observations.all().is_empty());
    }
}
