//! One target with what the cases made on it.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use autovibe_proto::node::v1::{PowerGoal, PowerState};
use autovibe_proto::v1::{Capabilities, CheckpointLevel};
use autovibe_proto::{CheckpointId, MachineId};
use tokio::sync::OnceCell;

use crate::contract::failure::{ContractFailure, ContractResult, expect};
use crate::contract::target::{ContractTarget, Place};
use crate::driver::{CheckpointHandle, CheckpointReport, HypervisorDriver};
use crate::error::DriverError;

/// The place where cases run.
///
/// A shared bench boots once: later Machines are forks of that one's Checkpoint, if the driver can.
pub struct ContractBench {
    target: Box<dyn ContractTarget>,
    capabilities: Capabilities,
    shared: bool,
    prepared: OnceCell<(CheckpointId, CheckpointHandle)>,
    made: Mutex<Made>,
}

#[derive(Default)]
struct Made {
    machines: Vec<MachineId>,
    checkpoints: Vec<(CheckpointId, CheckpointHandle)>,
}

impl fmt::Debug for ContractBench {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("ContractBench").field("shared", &self.shared).finish_non_exhaustive()
    }
}

impl ContractBench {
    /// Sets up a bench; `shared` when more than one case will run on it.
    ///
    /// # Errors
    /// When the driver does not tell its capabilities.
    pub async fn new(target: Box<dyn ContractTarget>, shared: bool) -> ContractResult<ContractBench> {
        let capabilities = target.driver().capabilities().await?;
        let made = Mutex::new(Made::default());
        Ok(ContractBench { target, capabilities, shared, prepared: OnceCell::new(), made })
    }

    pub(super) fn target(&self) -> &dyn ContractTarget {
        self.target.as_ref()
    }

    pub(super) fn driver(&self) -> Arc<dyn HypervisorDriver> {
        self.target.driver()
    }

    pub(super) fn capabilities(&self) -> &Capabilities {
        &self.capabilities
    }

    pub(super) fn offers(&self, level: CheckpointLevel) -> bool {
        self.capabilities.level >= level as i32
    }

    /// An id for a Machine that the bench removes in the end.
    pub(super) fn machine_id(&self) -> MachineId {
        let id = MachineId::generate();
        self.made.lock().unwrap_or_else(PoisonError::into_inner).machines.push(id.clone());
        id
    }

    /// A running Machine whose guest answers.
    pub(super) async fn machine(&self) -> ContractResult<MachineId> {
        if self.shared && self.offers(CheckpointLevel::L3MemoryFork) {
            let (checkpoint, handle) = self.prepared.get_or_try_init(|| self.prepare()).await?;
            let id = self.machine_id();
            let seed = self.target.seed(&id, 1);
            self.driver().fork(checkpoint, handle, &id, &seed).await?;
            return Ok(id);
        }
        self.booted().await
    }

    /// A Machine that was booted from the Image.
    pub(super) async fn booted(&self) -> ContractResult<MachineId> {
        let id = self.machine_id();
        self.create(&id).await?;
        self.target.write(&id, Place::Memory, 0).await?;
        Ok(id)
    }

    /// Creates a Machine with the usual arguments.
    pub(super) async fn create(&self, id: &MachineId) -> ContractResult {
        let seed = self.target.seed(id, 1);
        self.driver().create(id, &self.target.image_digest(), &self.target.spec(), &seed).await?;
        Ok(())
    }

    async fn prepare(&self) -> ContractResult<(CheckpointId, CheckpointHandle)> {
        let id = self.booted().await?;
        let checkpoint = CheckpointId::generate();
        let report = self.driver().checkpoint(&id, &checkpoint).await?;
        self.driver().destroy(&id).await?;
        Ok((checkpoint, report.handle))
    }

    /// Saves a Machine under a new id.
    pub(super) async fn checkpoint(
        &self,
        id: &MachineId,
    ) -> ContractResult<(CheckpointId, CheckpointReport)> {
        let checkpoint = CheckpointId::generate();
        let report = self.driver().checkpoint(id, &checkpoint).await?;
        self.remember(&checkpoint, &report.handle);
        Ok((checkpoint, report))
    }

    pub(super) fn remember(&self, checkpoint: &CheckpointId, handle: &CheckpointHandle) {
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        made.checkpoints.push((checkpoint.clone(), handle.clone()));
    }

    /// Forks a Checkpoint into a new Machine.
    pub(super) async fn fork(
        &self,
        checkpoint: &CheckpointId,
        handle: &CheckpointHandle,
    ) -> ContractResult<MachineId> {
        let id = self.machine_id();
        let forked = self.driver().fork(checkpoint, handle, &id, &self.target.seed(&id, 1)).await?;
        expect(
            forked.level >= CheckpointLevel::L1DiskFork && forked.level as i32 <= self.capabilities.level,
            format!("a fork reports {}", forked.level.as_str_name()),
        )?;
        Ok(id)
    }

    /// The power that the hypervisor reports; absent when it is not listed.
    pub(super) async fn power(&self, id: &MachineId) -> ContractResult<PowerState> {
        let listed = self.driver().observe().await?.into_iter().find(|seen| seen.machine_id == id.as_str());
        let single = self.driver().observe_machine(id).await?;
        let power = listed.map_or(PowerState::Absent, |seen| seen.power());
        expect(
            single.map_or(PowerState::Absent, |seen| seen.power()) == power,
            format!("observe and observe_machine disagree on {id}"),
        )?;
        Ok(power)
    }

    pub(super) async fn expect_power(&self, id: &MachineId, wanted: PowerState) -> ContractResult {
        let power = self.power(id).await?;
        expect(power == wanted, format!("{id} is {}, not {}", power.as_str_name(), wanted.as_str_name()))
    }

    /// Sets the power; a hard stop, so that a guest without power management costs no time.
    pub(super) async fn set_power(
        &self,
        id: &MachineId,
        goal: PowerGoal,
        incarnation: i64,
    ) -> Result<(), DriverError> {
        let seed = self.target.seed(id, incarnation);
        let seed = (goal == PowerGoal::Running).then_some(&seed);
        self.driver().power(id, goal, Duration::ZERO, seed).await.map(drop)
    }

    /// Writes the same number to memory and disk.
    pub(super) async fn write(&self, id: &MachineId, value: u64) -> ContractResult {
        self.target.write(id, Place::Memory, value).await?;
        self.target.write(id, Place::Disk, value).await
    }

    /// Demands a number on the disk and, where `memory` says that it was kept, in memory.
    pub(super) async fn expect_content(&self, id: &MachineId, value: u64, memory: bool) -> ContractResult {
        let disk = self.target.read(id, Place::Disk).await?;
        expect(disk == value, format!("the disk of {id} holds {disk}, not {value}"))?;
        if memory {
            let found = self.target.read(id, Place::Memory).await?;
            expect(found == value, format!("the memory of {id} holds {found}, not {value}"))?;
        }
        Ok(())
    }

    /// Removes what the cases made; the shared Checkpoint stays until [`ContractBench::close`].
    ///
    /// # Errors
    /// When the driver fails, or still lists a Machine after it was destroyed.
    pub async fn clean_up(&self) -> ContractResult {
        let made = std::mem::take(&mut *self.made.lock().unwrap_or_else(PoisonError::into_inner));
        for id in &made.machines {
            self.driver().destroy(id).await?;
        }
        for (checkpoint, handle) in &made.checkpoints {
            self.driver().forget(checkpoint, handle).await?;
        }
        for seen in self.driver().observe().await? {
            let ours = made.machines.iter().any(|id| id.as_str() == seen.machine_id);
            if ours && seen.power() != PowerState::Absent {
                return Err(ContractFailure(format!("{} is listed after destroy", seen.machine_id)));
            }
        }
        Ok(())
    }

    /// Removes everything.
    ///
    /// # Errors
    /// As [`ContractBench::clean_up`].
    pub async fn close(&self) -> ContractResult {
        self.clean_up().await?;
        if let Some((checkpoint, handle)) = self.prepared.get() {
            self.driver().forget(checkpoint, handle).await?;
        }
        Ok(())
    }
}
