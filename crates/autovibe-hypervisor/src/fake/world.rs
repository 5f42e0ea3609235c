//! What exists inside the fake, and the pure rules of its verbs.

use std::collections::BTreeMap;

use autovibe_proto::node::v1::{CheckpointObservation, MachineObservation, PowerGoal, PowerState};
use autovibe_proto::v1::{Capabilities, CheckpointLevel, Image, MachineSpec};

use crate::driver::BootSeed;
use crate::error::DriverError;
use crate::fake::handle;

/// What a Machine holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Content {
    /// Lost at each boot.
    pub memory: u64,
    /// Kept.
    pub disk: u64,
}

#[derive(Debug, Clone)]
pub(super) struct FakeMachine {
    pub(super) image_digest: String,
    pub(super) spec: MachineSpec,
    pub(super) seed: BootSeed,
    pub(super) power: PowerState,
    pub(super) content: Content,
    pub(super) detail: String,
    /// The Checkpoint it was forked from.
    pub(super) origin: Option<String>,
}

#[derive(Debug, Clone)]
pub(super) struct FakeCheckpoint {
    machine: String,
    image_digest: String,
    spec: MachineSpec,
    disk: u64,
    memory: Option<u64>,
}

#[derive(Debug)]
pub(super) struct World {
    pub(super) capabilities: Capabilities,
    pub(super) images: Vec<Image>,
    pub(super) machines: BTreeMap<String, FakeMachine>,
    pub(super) checkpoints: BTreeMap<String, FakeCheckpoint>,
    /// Objects that others made.
    pub(super) foreign: BTreeMap<String, Content>,
}

impl World {
    pub(super) fn create(
        &mut self,
        id: &str,
        image_digest: &str,
        spec: &MachineSpec,
        seed: &BootSeed,
    ) -> Result<(), DriverError> {
        if let Some(machine) = self.machines.get(id) {
            return if machine.origin.is_none()
                && machine.image_digest == image_digest
                && machine.spec == *spec
            {
                Ok(())
            } else {
                Err(DriverError::Conflict(format!("{id} exists with other arguments")))
            };
        }
        if !self.images.iter().any(|image| image.digest == image_digest) {
            return Err(DriverError::NotFound(format!("Image {image_digest}")));
        }
        if spec.memory_bytes < 1 || spec.memory_bytes > self.capabilities.machine_memory_bytes_max {
            let why = format!("at most {} bytes", self.capabilities.machine_memory_bytes_max);
            return Err(DriverError::Invalid { field: "spec.memory_bytes", why });
        }
        if spec.vcpu_count < 1 || spec.vcpu_count > self.capabilities.machine_vcpu_count_max {
            let why = format!("1 to {}", self.capabilities.machine_vcpu_count_max);
            return Err(DriverError::Invalid { field: "spec.vcpu_count", why });
        }
        let machine = FakeMachine {
            image_digest: image_digest.to_owned(),
            spec: *spec,
            seed: seed.clone(),
            power: PowerState::Running,
            content: Content::default(),
            detail: String::new(),
            origin: None,
        };
        self.machines.insert(id.to_owned(), machine);
        Ok(())
    }

    pub(super) fn power(
        &mut self,
        id: &str,
        goal: PowerGoal,
        seed: Option<&BootSeed>,
    ) -> Result<(), DriverError> {
        let machine = self.machine(id)?;
        let off = machine.power == PowerState::Off;
        match goal {
            PowerGoal::Running if off => {
                let seed = seed.ok_or_else(|| DriverError::Invalid {
                    field: "seed",
                    why: "a Machine that is off needs one to boot".to_owned(),
                })?;
                machine.seed = seed.clone();
                machine.content.memory = 0;
                machine.power = PowerState::Running;
            }
            PowerGoal::Running => machine.power = PowerState::Running,
            PowerGoal::Paused if off => return Err(DriverError::Conflict(format!("{id} is off"))),
            PowerGoal::Paused => machine.power = PowerState::Paused,
            PowerGoal::Off => machine.power = PowerState::Off,
            PowerGoal::Unspecified => {
                return Err(DriverError::Invalid { field: "goal", why: "it is not set".to_owned() });
            }
        }
        machine.detail.clear();
        Ok(())
    }

    pub(super) fn checkpoint(&mut self, id: &str, checkpoint: &str) -> Result<CheckpointLevel, DriverError> {
        let keeps_memory = self.capabilities.level >= CheckpointLevel::L2Memory as i32;
        let machine = self.machine(id)?;
        let made = FakeCheckpoint {
            machine: id.to_owned(),
            image_digest: machine.image_digest.clone(),
            spec: machine.spec,
            disk: machine.content.disk,
            memory: (keeps_memory && machine.power != PowerState::Off).then_some(machine.content.memory),
        };
        let known = self.checkpoints.entry(checkpoint.to_owned()).or_insert(made);
        if known.machine != id {
            return Err(DriverError::Conflict(format!("{checkpoint} belongs to another Machine")));
        }
        let memory = known.memory.is_some();
        Ok(self.level(memory))
    }

    pub(super) fn restore(&mut self, id: &str, checkpoint: &str, seed: &BootSeed) -> Result<(), DriverError> {
        let saved = self.saved(checkpoint)?;
        let machine = self.machine(id)?;
        if saved.machine != id && machine.origin.as_deref() != Some(checkpoint) {
            return Err(DriverError::Conflict(format!("{checkpoint} belongs to another Machine")));
        }
        machine.content = Content { memory: saved.memory.unwrap_or(0), disk: saved.disk };
        machine.power = PowerState::Running;
        machine.seed = seed.clone();
        machine.detail.clear();
        Ok(())
    }

    pub(super) fn fork(
        &mut self,
        checkpoint: &str,
        id: &str,
        seed: &BootSeed,
    ) -> Result<CheckpointLevel, DriverError> {
        if let Some(machine) = self.machines.get(id) {
            if machine.origin.as_deref() != Some(checkpoint) {
                return Err(DriverError::Conflict(format!("{id} exists with another origin")));
            }
            return Ok(
                self.level(self.checkpoints.get(checkpoint).is_some_and(|saved| saved.memory.is_some()))
            );
        }
        let saved = self.saved(checkpoint)?;
        let with_memory =
            saved.memory.filter(|_| self.capabilities.level >= CheckpointLevel::L3MemoryFork as i32);
        let machine = FakeMachine {
            image_digest: saved.image_digest,
            spec: saved.spec,
            seed: seed.clone(),
            power: PowerState::Running,
            content: Content { memory: with_memory.unwrap_or(0), disk: saved.disk },
            detail: String::new(),
            origin: Some(checkpoint.to_owned()),
        };
        self.machines.insert(id.to_owned(), machine);
        Ok(self.level(with_memory.is_some()))
    }

    pub(super) fn observe(&self) -> Vec<MachineObservation> {
        self.machines.iter().map(|(id, machine)| observation(id, machine)).collect()
    }

    pub(super) fn list_checkpoints(&self) -> Vec<CheckpointObservation> {
        let seen = |(id, saved): (&String, &FakeCheckpoint)| CheckpointObservation {
            checkpoint_id: id.clone(),
            machine_id: saved.machine.clone(),
            size_bytes: 16,
            handle: handle::checkpoint(id).0,
            ..CheckpointObservation::default()
        };
        self.checkpoints.iter().map(seen).collect()
    }

    pub(super) fn machine(&mut self, id: &str) -> Result<&mut FakeMachine, DriverError> {
        self.machines.get_mut(id).ok_or_else(|| DriverError::NotFound(id.to_owned()))
    }

    pub(super) fn saved(&self, checkpoint: &str) -> Result<FakeCheckpoint, DriverError> {
        self.checkpoints.get(checkpoint).cloned().ok_or_else(|| DriverError::NotFound(checkpoint.to_owned()))
    }

    /// The level of something that was made with or without memory.
    fn level(&self, memory: bool) -> CheckpointLevel {
        let offered = self.capabilities.level();
        if memory {
            offered.min(CheckpointLevel::L3MemoryFork)
        } else {
            offered.min(CheckpointLevel::L1DiskFork)
        }
    }
}

pub(super) fn observation(id: &str, machine: &FakeMachine) -> MachineObservation {
    MachineObservation {
        machine_id: id.to_owned(),
        incarnation: machine.seed.incarnation,
        power: machine.power as i32,
        handle: handle::machine(id).0,
        detail: machine.detail.clone(),
    }
}
