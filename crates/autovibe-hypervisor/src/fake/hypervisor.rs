//! The host that outlives every driver object.

use std::collections::{BTreeMap, HashSet};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use autovibe_proto::node::v1::{MachineObservation, PowerState};
use autovibe_proto::{CheckpointId, MachineId};
use tokio::sync::broadcast;

use crate::driver::BootSeed;
use crate::error::DriverError;
use crate::fake::config::FakeConfig;
use crate::fake::driver::FakeDriver;
use crate::fake::fault_plan::{FaultAction, FaultPlan};
use crate::fake::world::{Content, World, observation};
use crate::verb::Verb;

/// Observations that a slow reader may lag behind.
const EVENTS_MAX: usize = 256;
/// Calls that are remembered for tests.
const CALLS_MAX: usize = 4096;

/// One call that reached the fake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FakeCall {
    /// The verb.
    pub verb: Verb,
    /// The Machine, else the Checkpoint, else nothing.
    pub subject: String,
}

/// An imaginary host with Machines of two counters each.
#[derive(Debug)]
pub struct FakeHypervisor {
    pub(super) folder: PathBuf,
    pub(super) verb_time: Duration,
    state: Mutex<State>,
    events: broadcast::Sender<MachineObservation>,
}

#[derive(Debug)]
struct State {
    world: World,
    plan: FaultPlan,
    calls: Vec<FakeCall>,
    call_counts: BTreeMap<Verb, u32>,
    /// Machines that a verb is changing.
    claimed: HashSet<String>,
}

impl FakeHypervisor {
    /// Makes a host.
    #[must_use]
    pub fn new(config: FakeConfig) -> Arc<FakeHypervisor> {
        let world = World {
            capabilities: config.capabilities,
            images: config.images,
            machines: BTreeMap::new(),
            checkpoints: BTreeMap::new(),
            foreign: BTreeMap::new(),
        };
        Arc::new(FakeHypervisor {
            folder: config.folder,
            verb_time: config.verb_time,
            state: Mutex::new(State {
                world,
                plan: config.plan,
                calls: Vec::new(),
                call_counts: BTreeMap::new(),
                claimed: HashSet::new(),
            }),
            events: broadcast::Sender::new(EVENTS_MAX),
        })
    }

    /// Connects a driver, as a new process would.
    #[must_use]
    pub fn driver(self: &Arc<Self>) -> Arc<FakeDriver> {
        Arc::new(FakeDriver::new(self.clone()))
    }

    /// Replaces the fault plan; calls are counted from one again.
    pub fn set_plan(&self, plan: FaultPlan) {
        let mut state = self.state();
        state.plan = plan;
        state.call_counts.clear();
    }

    /// The calls so far, oldest first; at most the first 4096.
    #[must_use]
    pub fn calls(&self) -> Vec<FakeCall> {
        self.state().calls.clone()
    }

    /// Writes inside a running Machine, as its guest would.
    ///
    /// # Errors
    /// `NotFound` without such a Machine, `Conflict` when it does not run.
    pub fn write(&self, id: &MachineId, content: Content) -> Result<(), DriverError> {
        let mut state = self.state();
        let machine = state.world.machine(id.as_str())?;
        if machine.power != PowerState::Running {
            return Err(DriverError::Conflict(format!("{id} does not run")));
        }
        machine.content = content;
        Ok(())
    }

    /// Reads inside a running Machine.
    ///
    /// # Errors
    /// As [`FakeHypervisor::write`].
    pub fn read(&self, id: &MachineId) -> Result<Content, DriverError> {
        let mut state = self.state();
        let machine = state.world.machine(id.as_str())?;
        if machine.power != PowerState::Running {
            return Err(DriverError::Conflict(format!("{id} does not run")));
        }
        Ok(machine.content)
    }

    /// What the guest of a Machine was told last.
    #[must_use]
    pub fn seed(&self, id: &MachineId) -> Option<BootSeed> {
        self.state().world.machines.get(id.as_str()).map(|machine| machine.seed.clone())
    }

    /// Number of Machines.
    #[must_use]
    pub fn machine_count(&self) -> usize {
        self.state().world.machines.len()
    }

    /// Whether a Checkpoint exists.
    #[must_use]
    pub fn has_checkpoint(&self, id: &CheckpointId) -> bool {
        self.state().world.checkpoints.contains_key(id.as_str())
    }

    /// Ends a virtual machine, as a crash would.
    pub fn lose(&self, id: &MachineId) {
        let seen = {
            let mut state = self.state();
            let Ok(machine) = state.world.machine(id.as_str()) else { return };
            machine.power = PowerState::Off;
            machine.detail = "the virtual machine was lost".to_owned();
            observation(id.as_str(), machine)
        };
        self.tell(seen);
    }

    /// Adds an object that somebody else made.
    pub fn plant_foreign(&self, name: &str, content: Content) {
        self.state().world.foreign.insert(name.to_owned(), content);
    }

    /// The objects that others made.
    #[must_use]
    pub fn foreign(&self) -> BTreeMap<String, Content> {
        self.state().world.foreign.clone()
    }

    pub(super) fn subscribe(&self) -> broadcast::Receiver<MachineObservation> {
        self.events.subscribe()
    }

    pub(super) fn tell(&self, seen: MachineObservation) {
        // Nobody may be listening.
        let _ = self.events.send(seen);
    }

    pub(super) fn with_world<T>(&self, act: impl FnOnce(&mut World) -> T) -> T {
        act(&mut self.state().world)
    }

    pub(super) fn fault(&self, verb: Verb, subjects: &[&str]) -> Option<FaultAction> {
        let mut state = self.state();
        if state.calls.len() < CALLS_MAX {
            let subject = subjects.first().copied().unwrap_or_default().to_owned();
            state.calls.push(FakeCall { verb, subject });
        }
        let number = state.call_counts.entry(verb).or_insert(0);
        *number += 1;
        let number = *number;
        state.plan.take(verb, number, subjects)
    }

    /// Holds a Machine for one verb; `None` while another verb holds it.
    pub(super) fn claim(&self, id: &str) -> Option<Claim<'_>> {
        let free = self.state().claimed.insert(id.to_owned());
        free.then(|| Claim { hypervisor: self, id: id.to_owned() })
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A Machine that one verb is changing.
#[derive(Debug)]
pub(super) struct Claim<'a> {
    hypervisor: &'a FakeHypervisor,
    id: String,
}

impl Drop for Claim<'_> {
    fn drop(&mut self) {
        self.hypervisor.state().claimed.remove(&self.id);
    }
}
