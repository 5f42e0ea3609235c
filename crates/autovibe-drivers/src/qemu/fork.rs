//! Making a new Machine from a Checkpoint.

use std::sync::Arc;

use autovibe_hypervisor::{BootSeed, CheckpointHandle, DriverError, Forked};
use autovibe_proto::{CheckpointId, MachineId};

use super::argv::MemoryBacking;
use super::checkpoint_record::{CheckpointFolder, CheckpointRecord};
use super::handle;
use super::hypervisor::Hypervisor;
use super::layer::LayerStore;
use super::life::Beginning;
use super::machine::MachineRecord;
use super::migration::{self, Stream};
use super::restore::not_loaded;

impl Hypervisor {
    pub(super) async fn fork(
        self: Arc<Self>,
        checkpoint: CheckpointId,
        given: CheckpointHandle,
        id: MachineId,
        seed: BootSeed,
    ) -> Result<Forked, DriverError> {
        let machine_slot = self.machine_slots.get(id.as_str());
        let _verb = machine_slot.lock().await;
        let slot = self.checkpoint_slots.get(checkpoint.as_str());
        let _shared = slot.share().await;
        let request = format!("fork {checkpoint}");
        let (kept, saved) = self.checkpoint_record(&checkpoint, &given)?;
        let forked = Forked { handle: handle::of_machine(&id), level: saved.level() };
        if self.is_made(&id, &request)? {
            return Ok(forked);
        }
        let layers = std::iter::once(LayerStore::new_id()?)
            .chain(saved.layers.iter().map(|layer| layer.id.clone()))
            .collect();
        let mut record = MachineRecord::new(&id, request, saved.shape.clone(), layers);
        record.incarnation = seed.incarnation;
        let (backing, size) = (self.frozen_top(&saved)?, self.frozen_size(&saved)?);
        self.make(&id, record.clone(), |hypervisor, record| {
            Ok(hypervisor.layers.create(&record.layers[0], &backing, size)?)
        })
        .await?;
        let begun = match &saved.memory {
            Some(_) => self.fork_memory(&kept, &saved, record, &seed).await,
            None => match self.check_checkpoint(&kept, &saved).await {
                Ok(()) => self.boot(&id, &seed).await,
                Err(error) => Err(error),
            },
        };
        match begun {
            Ok(()) => Ok(forked),
            Err(error) => Err(self.unmake(&id, error).await),
        }
    }

    /// Starts a child that reads the template's memory until it writes a page.
    async fn fork_memory(
        self: &Arc<Self>,
        kept: &CheckpointFolder,
        saved: &CheckpointRecord,
        record: MachineRecord,
        seed: &BootSeed,
    ) -> Result<(), DriverError> {
        let template = self.template(kept, saved).await?;
        let life = self.life(&record.machine_id, record.life);
        let (disk, disk_node) = self.disk_of(&record.layers[0]);
        let beginning = Beginning {
            shape: &saved.shape,
            disk: &disk,
            disk_node,
            seed: Some(seed),
            memory: MemoryBacking::Private { path: template.memory, offset_bytes: template.offset_bytes },
            incoming: true,
        };
        self.begin(&life, beginning).await?;
        let mut monitor = life.monitor().await?;
        migration::load(&mut monitor, &template.devices, Stream::Devices, self.program.tells_reason())
            .await
            .map_err(|error| not_loaded(saved, error))?;
        let folder = self.machine_folder(&record.machine_id);
        self.run_loaded(&folder, record, &life, &mut monitor).await
    }
}
