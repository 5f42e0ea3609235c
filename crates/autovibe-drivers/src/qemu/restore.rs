//! Putting a Machine back to a Checkpoint.
//!
//! The saved memory is loaded into a new process while the old one stands still. Only when that process
//! is at the saved point does it take the place of the old one; if it cannot get there, the old one goes on.
//! For that moment the host holds the memory of both, so it must have room for the saved one.

use std::path::PathBuf;
use std::sync::Arc;

use autovibe_hypervisor::{BootSeed, CheckpointHandle, DriverError, MachineHandle};
use autovibe_proto::node::v1::PowerState;
use autovibe_proto::{CheckpointId, MachineId};
use serde_json::json;

use super::argv::MemoryBacking;
use super::checkpoint_record::{CheckpointFolder, CheckpointRecord};
use super::doorbell::{self, Ring};
use super::error::QemuError;
use super::file::Durability;
use super::handle;
use super::host;
use super::hypervisor::{Hypervisor, aside, damaged};
use super::image;
use super::layer::LayerStore;
use super::life::{Beginning, Life};
use super::machine::{MachineFolder, MachineRecord, NextLife};
use super::migration::{self, Stream};
use super::qmp::QmpClient;
use super::watch::power_of;

impl Hypervisor {
    pub(super) async fn restore(
        self: Arc<Self>,
        id: MachineId,
        checkpoint: CheckpointId,
        given: CheckpointHandle,
        seed: BootSeed,
    ) -> Result<MachineHandle, DriverError> {
        let machine_slot = self.machine_slots.get(id.as_str());
        let _verb = machine_slot.lock().await;
        let slot = self.checkpoint_slots.get(checkpoint.as_str());
        let _shared = slot.share().await;
        let (folder, record) = self.settled(&id).await?;
        let (kept, saved) = self.checkpoint_record(&checkpoint, &given)?;
        if saved.machine_id != id.as_str() {
            return Err(DriverError::Conflict(format!("checkpoint {checkpoint} is of another machine")));
        }
        self.check_checkpoint(&kept, &saved).await?;
        if let Some(memory) = &saved.memory {
            check_memory(memory.allocated_bytes, host::available_memory_bytes())?;
        }
        let old = self.life(id.as_str(), record.life);
        let (backing, size) = (self.frozen_top(&saved)?, self.frozen_size(&saved)?);
        let mut running = running_monitor(&old).await;
        // Written before it stands still: should we be lost, it goes on.
        let record = MachineRecord { resume: running.is_some(), ..record };
        let (record, top) = self.intend(&folder, record, &saved)?;
        if let Some(monitor) = &mut running {
            // One that does not answer only competes for the processors.
            let _ = monitor.execute("stop", json!({})).await;
        }
        drop(running);
        let number = record.next.as_ref().map_or(record.life, |next| next.life);
        let new = self.life(id.as_str(), number);
        let loaded = match self.layers.create(&top, &backing, size) {
            Ok(()) => self.load(&new, &kept, &saved, &top, &seed).await,
            Err(error) => Err(error.into()),
        };
        let monitor = match loaded {
            Ok(monitor) => monitor,
            Err(error) => {
                // Gives up the new life and lets the old one go on.
                self.settled(&id).await?;
                return Err(error);
            }
        };
        self.replace(&folder, record, &saved, &seed, &old, monitor).await?;
        Ok(handle::of_machine(&id))
    }

    /// Refuses a Checkpoint that cannot be loaded here or whose files are not as they were.
    pub(super) async fn check_checkpoint(
        self: &Arc<Self>,
        kept: &CheckpointFolder,
        saved: &CheckpointRecord,
    ) -> Result<(), DriverError> {
        let name = || format!("checkpoint {}", saved.checkpoint_id);
        image::find(&self.config.image_store, &saved.shape.image_digest)?;
        for layer in &saved.layers {
            let size = self.layers.size_bytes(&layer.id);
            if size != layer.size_bytes {
                let why = format!("a disk layer has {size} bytes instead of {}", layer.size_bytes);
                return Err(damaged(name(), why));
            }
        }
        let Some(memory) = saved.memory.clone() else { return Ok(()) };
        let accelerator = self.accelerator().await?;
        if accelerator.name != saved.shape.accelerator {
            return Err(DriverError::Unsupported {
                what: "loading this checkpoint",
                why: format!(
                    "it was saved under {}, this host uses {}",
                    saved.shape.accelerator, accelerator.name
                ),
            });
        }
        let path = kept.memory();
        match aside(move || Ok(memory.difference(&path))).await? {
            Some(why) => Err(damaged(name(), format!("saved memory: {why}"))),
            None => Ok(()),
        }
    }

    pub(super) fn frozen_top(&self, saved: &CheckpointRecord) -> Result<PathBuf, DriverError> {
        let top = saved.layers.first();
        top.map(|layer| self.layers.path(&layer.id))
            .ok_or_else(|| damaged(format!("checkpoint {}", saved.checkpoint_id), "it has no disk layer"))
    }

    pub(super) fn frozen_size(&self, saved: &CheckpointRecord) -> Result<u64, DriverError> {
        Ok(super::overlay::virtual_bytes(&self.frozen_top(saved)?)?)
    }

    /// Writes down which life is about to begin; gives its layer.
    fn intend(
        &self,
        folder: &MachineFolder,
        record: MachineRecord,
        saved: &CheckpointRecord,
    ) -> Result<(MachineRecord, String), DriverError> {
        let top = LayerStore::new_id()?;
        let layers = std::iter::once(top.clone()).chain(saved.layers.iter().map(|layer| layer.id.clone()));
        let next = NextLife { life: record.life + 1, layers: layers.collect() };
        let record = MachineRecord { next: Some(next), ..record };
        folder.write(&record, Durability::Process)?;
        Ok((record, top))
    }

    /// Starts the new life up to the saved point; without memory nothing is started yet.
    async fn load(
        &self,
        life: &Life,
        kept: &CheckpointFolder,
        saved: &CheckpointRecord,
        top: &str,
        seed: &BootSeed,
    ) -> Result<Option<QmpClient>, DriverError> {
        if saved.memory.is_none() {
            return Ok(None);
        }
        let (disk, disk_node) = self.disk_of(top);
        let beginning = Beginning {
            shape: &saved.shape,
            disk: &disk,
            disk_node,
            seed: Some(seed),
            memory: MemoryBacking::Own,
            incoming: true,
        };
        self.begin(life, beginning).await?;
        let mut monitor = life.monitor().await?;
        migration::load(&mut monitor, &kept.memory(), Stream::Everything, self.program.tells_reason())
            .await
            .map_err(|error| not_loaded(saved, error))?;
        Ok(Some(monitor))
    }

    /// Ends the old life and lets the new one run.
    async fn replace(
        self: &Arc<Self>,
        folder: &MachineFolder,
        record: MachineRecord,
        saved: &CheckpointRecord,
        seed: &BootSeed,
        old: &Life,
        monitor: Option<QmpClient>,
    ) -> Result<(), DriverError> {
        let id = record.machine_id.clone();
        self.machine_slots.get(&id).set_watcher(None);
        self.end(old).await?;
        let Some(next) = record.next.clone() else { return Ok(()) };
        let life = self.life(&id, next.life);
        let mut record = MachineRecord {
            shape: saved.shape.clone(),
            layers: next.layers,
            pending_layer: None,
            resume: false,
            next: None,
            incarnation: seed.incarnation,
            ..record
        };
        match monitor {
            Some(mut monitor) => {
                record.life = next.life;
                self.run_loaded(folder, record, &life, &mut monitor).await?;
            }
            None => {
                folder.write(&record, Durability::Host)?;
                self.tell(&id, record.incarnation, PowerState::Off, "");
                let id: MachineId = id.parse().map_err(|_| DriverError::NotFound(format!("machine {id}")))?;
                self.boot(&id, seed).await?;
            }
        }
        self.sweep_layers();
        Ok(())
    }

    /// Lets a machine run that stands at a saved point, and tells its guest.
    pub(super) async fn run_loaded(
        self: &Arc<Self>,
        folder: &MachineFolder,
        record: MachineRecord,
        life: &Life,
        monitor: &mut QmpClient,
    ) -> Result<(), DriverError> {
        // Written before it runs: from here on its disk differs from the saved one.
        self.complete(folder, record)?;
        // The bell rings from the first moment on; a machine that stands still hears it when it runs.
        tokio::spawn(doorbell::ring(life.doorbell(), Ring::Reborn));
        migration::go_on(monitor).await.map_err(QemuError::monitor("let the machine run"))?;
        Ok(())
    }
}

/// Refuses before anything stands still when the host lacks room for the saved memory beside what runs.
fn check_memory(wanted_bytes: u64, available_bytes: Option<u64>) -> Result<(), DriverError> {
    match available_bytes {
        Some(available) if available < wanted_bytes => Err(DriverError::Capacity(format!(
            "{} MiB of memory are needed beside the running machine, {} MiB are available",
            wanted_bytes >> 20,
            available >> 20
        ))),
        Some(_) | None => Ok(()),
    }
}

/// The monitor of a life whose processors run.
async fn running_monitor(life: &Life) -> Option<QmpClient> {
    life.process()?;
    let mut monitor = life.monitor().await.ok()?;
    let status = monitor.execute("query-status", json!({})).await.ok()?;
    (power_of(&status).0 == PowerState::Running).then_some(monitor)
}

/// Memory that QEMU refuses is damage, unless the host lacks room for it.
pub(super) fn not_loaded(saved: &CheckpointRecord, error: QemuError) -> DriverError {
    match (DriverError::from(error), &saved.checkpoint_id) {
        (DriverError::Backend { text, .. }, id) => damaged(format!("checkpoint {id}"), text),
        (other, _) => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_that_does_not_fit_is_refused_as_a_lack_of_capacity() {
        let refused = check_memory(3 << 30, Some(2 << 30)).unwrap_err();
        assert!(matches!(&refused, DriverError::Capacity(text) if text.contains("3072 MiB")), "{refused}");
        check_memory(2 << 30, Some(2 << 30)).unwrap();
        // A host that does not say lets QEMU find out.
        check_memory(2 << 30, None).unwrap();
    }
}
