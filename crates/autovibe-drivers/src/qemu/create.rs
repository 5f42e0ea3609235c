//! Making a Machine from an Image.

use std::sync::Arc;

use autovibe_hypervisor::{BootSeed, DriverError, MachineHandle};
use autovibe_proto::MachineId;
use autovibe_proto::node::v1::PowerState;
use autovibe_proto::v1::MachineSpec;
use sha2::{Digest as _, Sha256};

use super::argv::{self, MemoryBacking};
use super::file::{self, Durability};
use super::hypervisor::Hypervisor;
use super::image::{self, StoredImage};
use super::layer::LayerStore;
use super::life::Beginning;
use super::machine::{MachineFolder, MachineRecord, MachineShape, MachineStage};
use super::{handle, host, overlay};

/// Below this a Debian guest cannot even unpack itself.
const MEMORY_BYTES_MIN: i64 = 128 << 20;

/// More processors than four times the host's only slow a guest down.
const VCPU_FACTOR_MAX: i32 = 4;

const VCPU_COUNT_MAX: i32 = 64;

/// Room for a guest to boot and begin; less would stop it within moments.
const FREE_DISK_BYTES_MIN: u64 = 512 << 20;

impl Hypervisor {
    pub(super) async fn create(
        self: Arc<Self>,
        id: MachineId,
        image_digest: String,
        spec: MachineSpec,
        seed: BootSeed,
    ) -> Result<MachineHandle, DriverError> {
        let slot = self.machine_slots.get(id.as_str());
        let _verb = slot.lock().await;
        let request = create_request(&image_digest, &spec);
        if self.is_made(&id, &request)? {
            return Ok(handle::of_machine(&id));
        }
        check_spec(&spec)?;
        let image = image::find(&self.config.image_store, &image_digest)?;
        let disk_bytes = disk_bytes(&spec, &image)?;
        self.check_space(FREE_DISK_BYTES_MIN)?;
        let accelerator = self.accelerator().await?;
        let shape = MachineShape {
            spec,
            image_digest,
            machine_type: self.program.machine_type(),
            command_line: argv::command_line(&image.image.kernel_command_line, &accelerator.name),
            accelerator: accelerator.name,
            cpu_model: accelerator.cpu_model,
        };
        let layers = vec![LayerStore::new_id()?];
        let record = MachineRecord::new(&id, request, shape, layers);
        self.make(&id, record, |hypervisor, record| {
            Ok(hypervisor.layers.create(&record.layers[0], &image.disk, disk_bytes)?)
        })
        .await?;
        match self.boot(&id, &seed).await {
            Ok(()) => Ok(handle::of_machine(&id)),
            Err(error) => Err(self.unmake(&id, error).await),
        }
    }

    /// Whether the Machine exists already; made with other arguments it is a conflict.
    pub(super) fn is_made(&self, id: &MachineId, request: &str) -> Result<bool, DriverError> {
        match self.machine_folder(id.as_str()).read()? {
            Some(record) if record.stage == MachineStage::Complete && record.request_digest == request => {
                Ok(true)
            }
            Some(record) if record.stage == MachineStage::Complete => {
                Err(DriverError::Conflict(format!("machine {id} exists and was made with other arguments")))
            }
            Some(_) | None => Ok(false),
        }
    }

    /// Writes the intent, then lets `fill` make the disk; what an earlier try left is removed first.
    pub(super) async fn make(
        &self,
        id: &MachineId,
        record: MachineRecord,
        fill: impl FnOnce(&Self, &MachineRecord) -> Result<(), DriverError>,
    ) -> Result<(), DriverError> {
        let folder = self.machine_folder(id.as_str());
        if folder.read()?.is_some() {
            self.empty_machine(id.as_str()).await?;
        }
        file::create_private_folder(folder.path())?;
        let made = folder
            .write(&record, Durability::Process)
            .map_err(DriverError::from)
            .and_then(|()| fill(self, &record));
        match made {
            Ok(()) => Ok(()),
            Err(error) => Err(self.unmake(id, error).await),
        }
    }

    /// Removes everything of a Machine that could not be made, and gives the reason back.
    pub(super) async fn unmake(&self, id: &MachineId, error: DriverError) -> DriverError {
        if let Err(second) = self.remove_machine(id.as_str()).await {
            tracing::warn!(machine.id = %id, error = %second, "a half-made machine was not removed");
        }
        error
    }

    /// Boots a Machine from its disk in a new life.
    pub(super) async fn boot(self: &Arc<Self>, id: &MachineId, seed: &BootSeed) -> Result<(), DriverError> {
        let folder = self.machine_folder(id.as_str());
        let record = folder.read()?.ok_or_else(|| DriverError::NotFound(format!("machine {id}")))?;
        let number = if record.stage == MachineStage::Creating { record.life } else { record.life + 1 };
        let former = record.life;
        let record = MachineRecord { life: number, incarnation: seed.incarnation, ..record };
        let life = self.life(id.as_str(), number);
        // The number is used up before the process exists, so that it is found whatever happens.
        folder.write(&record, Durability::Process)?;
        let (disk, disk_node) = self.disk_of(&record.layers[0]);
        let beginning = Beginning {
            shape: &record.shape,
            disk: &disk,
            disk_node,
            seed: Some(seed),
            memory: MemoryBacking::Own,
            incoming: false,
        };
        if let Err(error) = self.begin(&life, beginning).await {
            self.end(&life).await?;
            return Err(error);
        }
        if former != number {
            self.clear(&self.life(id.as_str(), former))?;
        }
        self.complete(&folder, record)
    }

    /// Notes that a Machine is made and runs, and begins to watch it.
    pub(super) fn complete(
        self: &Arc<Self>,
        folder: &MachineFolder,
        record: MachineRecord,
    ) -> Result<(), DriverError> {
        let record = MachineRecord { stage: MachineStage::Complete, ..record };
        folder.write(&record, Durability::Host)?;
        let life = self.life(&record.machine_id, record.life);
        if let Some(process) = life.process() {
            self.watch(&record.machine_id, record.incarnation, &life, process);
            self.tell(&record.machine_id, record.incarnation, PowerState::Running, "");
        }
        Ok(())
    }
}

/// Most processors of one Machine here.
pub(super) fn vcpu_count_max() -> i32 {
    host::vcpu_count().saturating_mul(VCPU_FACTOR_MAX).min(VCPU_COUNT_MAX)
}

/// Most memory of one Machine here, in whole MiB.
pub(super) fn memory_bytes_max() -> i64 {
    i64::try_from(host::memory_bytes() >> 20 << 20).unwrap_or(i64::MAX)
}

fn check_spec(spec: &MachineSpec) -> Result<(), DriverError> {
    let invalid = |field, why| Err(DriverError::Invalid { field, why });
    if !(1..=vcpu_count_max()).contains(&spec.vcpu_count) {
        return invalid("vcpu_count", format!("must be 1 to {}", vcpu_count_max()));
    }
    if !(MEMORY_BYTES_MIN..=memory_bytes_max()).contains(&spec.memory_bytes) {
        return invalid("memory_bytes", format!("must be {MEMORY_BYTES_MIN} to {}", memory_bytes_max()));
    }
    if spec.memory_bytes % (1 << 20) != 0 {
        return invalid("memory_bytes", "must be whole MiB".to_owned());
    }
    Ok(())
}

fn disk_bytes(spec: &MachineSpec, image: &StoredImage) -> Result<u64, DriverError> {
    let of_image = overlay::virtual_bytes(&image.disk)?;
    match u64::try_from(spec.disk_bytes) {
        Ok(0) => Ok(of_image),
        Ok(wanted) if wanted >= of_image && wanted % 512 == 0 => Ok(wanted),
        Ok(_) | Err(_) => Err(DriverError::Invalid {
            field: "disk_bytes",
            why: format!("must be 0, or whole sectors and at least {of_image}, the size of the image"),
        }),
    }
}

fn create_request(image_digest: &str, spec: &MachineSpec) -> String {
    let mut hash = Sha256::new();
    hash.update("create\n");
    hash.update(image_digest);
    hash.update(serde_json::to_vec(spec).unwrap_or_default());
    hex::encode(hash.finalize())
}
