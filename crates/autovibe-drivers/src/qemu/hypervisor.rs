//! What the verbs share: folders, the QEMU program, locks, and the stream of observations.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use autovibe_hypervisor::DriverError;
use autovibe_proto::node::v1::{MachineObservation, PowerState};
use tokio::sync::{OnceCell, broadcast};

use super::accelerator::{self, Accelerator};
use super::cgroup::Limits;
use super::checkpoint_record::{CheckpointFolder, CheckpointRecord};
use super::config::{AcceleratorChoice, QemuConfig};
use super::error::QemuError;
use super::handle;
use super::image;
use super::layer::LayerStore;
use super::machine::{MachineFolder, MachineRecord, MachineStage};
use super::program::QemuProgram;
use super::slot::{CheckpointSlots, MachineSlots, Sight};
use super::{file, socket};

/// A reader that falls behind by more must observe again; a host runs far fewer Machines.
const OBSERVATION_COUNT_MAX: usize = 1024;

/// The driver's shared state.
#[derive(Debug)]
pub(super) struct Hypervisor {
    pub(super) config: QemuConfig,
    pub(super) program: QemuProgram,
    pub(super) limits: Limits,
    pub(super) machines: PathBuf,
    pub(super) checkpoints: PathBuf,
    pub(super) sockets: PathBuf,
    pub(super) layers: LayerStore,
    pub(super) machine_slots: MachineSlots,
    pub(super) checkpoint_slots: CheckpointSlots,
    pub(super) observations: broadcast::Sender<MachineObservation>,
    accelerator: OnceCell<Accelerator>,
    /// Held while records end or layers are swept, so that a sweep sees one moment.
    sweeping: Mutex<()>,
}

impl Hypervisor {
    pub(super) async fn open(mut config: QemuConfig) -> Result<Arc<Self>, DriverError> {
        let program = QemuProgram::probe(&config.program).await?;
        file::create_private_folder(&config.folder)?;
        // Processes are known by their paths and layers by those of their backing files: one spelling only.
        let canonical = |path: &Path| fs_err::canonicalize(path).map_err(QemuError::file("find folder"));
        config.folder = canonical(&config.folder)?;
        config.image_store =
            std::path::absolute(&config.image_store).map_err(QemuError::file("find image store"))?;
        let machines = config.folder.join("machines");
        let checkpoints = config.folder.join("checkpoints");
        for folder in [&machines, &checkpoints] {
            file::create_private_folder(folder)?;
        }
        let hypervisor = Self {
            sockets: socket::choose_folder(config.socket_folder.as_deref(), &machines)?,
            layers: LayerStore::open(config.folder.join("layers"))?,
            limits: Limits::prove(),
            observations: broadcast::Sender::new(OBSERVATION_COUNT_MAX),
            accelerator: OnceCell::new(),
            machine_slots: MachineSlots::default(),
            checkpoint_slots: CheckpointSlots::default(),
            sweeping: Mutex::new(()),
            config,
            program,
            machines,
            checkpoints,
        };
        if hypervisor.config.accelerator == AcceleratorChoice::Kvm {
            hypervisor.accelerator().await?;
        }
        Ok(Arc::new(hypervisor))
    }

    /// The accelerator; proven once, as soon as there is an Image to prove it with.
    pub(super) async fn accelerator(&self) -> Result<Accelerator, DriverError> {
        let image = image::list(&self.config.image_store)?.into_iter().next();
        let choose = || async {
            let (choice, model) = (self.config.accelerator, self.config.cpu_model.as_deref());
            accelerator::choose(choice, model, &self.program, image.as_ref(), &self.config.image_store).await
        };
        if image.is_none() && self.config.accelerator == AcceleratorChoice::Auto {
            return choose().await;
        }
        self.accelerator.get_or_try_init(choose).await.cloned()
    }

    pub(super) fn machine_folder(&self, id: &str) -> MachineFolder {
        MachineFolder::new(&self.machines, id)
    }

    /// Reads the record of a Machine that was made completely.
    pub(super) fn machine(&self, id: &str) -> Result<(MachineFolder, MachineRecord), DriverError> {
        let folder = self.machine_folder(id);
        match folder.read()? {
            Some(record) if record.stage == MachineStage::Complete => Ok((folder, record)),
            Some(_) | None => Err(DriverError::NotFound(format!("machine {id}"))),
        }
    }

    /// Reads the manifest of a Checkpoint.
    pub(super) fn checkpoint_record(
        &self,
        id: &autovibe_proto::CheckpointId,
        given: &autovibe_hypervisor::CheckpointHandle,
    ) -> Result<(CheckpointFolder, CheckpointRecord), DriverError> {
        handle::check_checkpoint(id, given)?;
        let folder = CheckpointFolder::of(&self.checkpoints, id);
        let record = folder.read()?.ok_or_else(|| DriverError::NotFound(format!("checkpoint {id}")))?;
        Ok((folder, record))
    }

    /// Notes what was seen and tells it to the readers if it is new.
    pub(super) fn tell(&self, id: &str, incarnation: i64, power: PowerState, detail: &str) {
        let slot = self.machine_slots.get(id);
        if slot.note(Sight { power, detail: detail.to_owned() }) {
            // Refused only when nobody listens.
            let _ = self.observations.send(self.observation(id, incarnation, power, detail.to_owned()));
        }
    }

    pub(super) fn observation(
        &self,
        id: &str,
        incarnation: i64,
        power: PowerState,
        detail: String,
    ) -> MachineObservation {
        let handle = id.parse().map(|id| handle::of_machine(&id).0).unwrap_or_default();
        MachineObservation { machine_id: id.to_owned(), incarnation, power: power.into(), handle, detail }
    }

    /// Keeps sweeps out while a record ends.
    pub(super) fn hold_sweeps(&self) -> MutexGuard<'_, ()> {
        self.sweeping.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Removes layers that nothing needs any more; a failure is told and tried again at the next occasion.
    pub(super) fn sweep_layers(&self) {
        let _held = self.hold_sweeps();
        if let Err(error) = self.layers.sweep(&self.machines, &self.checkpoints) {
            tracing::warn!(%error, "disk layers were not swept");
        }
    }

    /// Refuses when the disk has less than `wanted_bytes` free.
    pub(super) fn check_space(&self, wanted_bytes: u64) -> Result<(), DriverError> {
        let free = super::host::free_disk_bytes(&self.config.folder)?;
        if free >= wanted_bytes {
            return Ok(());
        }
        let mebibytes = |bytes: u64| bytes >> 20;
        Err(DriverError::Capacity(format!(
            "{} MiB of disk are needed, {} MiB are free",
            mebibytes(wanted_bytes),
            mebibytes(free)
        )))
    }
}

/// Says what is wrong with a stored thing.
pub(super) fn damaged(what: impl Into<String>, why: impl Into<String>) -> DriverError {
    DriverError::Damaged { what: what.into(), why: why.into() }
}

/// Runs blocking work aside, so that other Machines go on.
pub(super) async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, QemuError> + Send + 'static,
) -> Result<T, QemuError> {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done,
        Err(error) => Err(QemuError::file("work aside")(std::io::Error::other(error))),
    }
}
