//! What the forks of a Checkpoint begin with: its devices in one file, its memory mapped from another.
//!
//! Saved memory has every page at an offset of its own, so forks can map the Checkpoint's file and read from
//! it until they write. What is missing is the state of the devices without the memory: a passing process
//! loads the Checkpoint with its memory in a file on a file system in memory, saves its devices, and ends.
//! Before that file goes it is compared with the Checkpoint's, so that nothing rests on QEMU's layout; if
//! they differ, it is made again on the disk and kept for the forks.

use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use autovibe_hypervisor::DriverError;
use serde::{Deserialize, Serialize};

use super::argv::MemoryBacking;
use super::checkpoint_record::{CheckpointFolder, CheckpointRecord};
use super::error::QemuError;
use super::file::{self, Durability};
use super::hypervisor::{Hypervisor, aside, damaged};
use super::layer::node_name;
use super::life::Beginning;
use super::migration::{self, Stream};
use super::restore::not_loaded;
use super::{host, overlay, saved_memory};

/// Room for the state of the devices.
const MARGIN_BYTES: u64 = 64 << 20;

/// A file system in memory: loading into a mapped file on a disk takes ten times as long.
const MEMORY_FOLDER: &str = "/dev/shm";

/// A template that is ready.
#[derive(Debug, Clone)]
pub(super) struct Template {
    pub(super) memory: PathBuf,
    /// Where in the file the memory begins.
    pub(super) offset_bytes: u64,
    pub(super) devices: PathBuf,
}

/// Written last.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct TemplateRecord {
    /// The files are not synced: after a loss of power they may be torn and are made anew.
    boot_id: String,
    /// Where in the Checkpoint's file the memory begins; none when it has a file of its own.
    offset_bytes: Option<u64>,
    devices_bytes: u64,
}

/// The files of a template.
struct TemplateFolder(PathBuf);

impl TemplateFolder {
    fn manifest(&self) -> PathBuf {
        self.0.join("template.json")
    }

    fn devices(&self) -> PathBuf {
        self.0.join("devices")
    }

    fn memory(&self) -> PathBuf {
        self.0.join("ram")
    }

    fn record(&self, offset_bytes: Option<u64>) -> Result<TemplateRecord, QemuError> {
        let devices = fs_err::metadata(self.devices()).map_err(QemuError::file("look at the template"))?;
        Ok(TemplateRecord { boot_id: host::boot_id(), offset_bytes, devices_bytes: devices.len() })
    }

    /// The template, if its files are those that were made in this boot.
    fn ready(&self, kept: &CheckpointFolder) -> Option<Template> {
        let made = file::read_record::<TemplateRecord>(&self.manifest()).ok()??;
        let memory = if made.offset_bytes.is_some() { kept.memory() } else { self.memory() };
        let usable = self.record(made.offset_bytes).ok()? == made && memory.exists();
        let offset_bytes = made.offset_bytes.unwrap_or(0);
        usable.then(|| Template { memory, offset_bytes, devices: self.devices() })
    }
}

impl Hypervisor {
    /// Gives the template of a Checkpoint, which is made at the first call.
    pub(super) async fn template(
        self: &Arc<Self>,
        kept: &CheckpointFolder,
        saved: &CheckpointRecord,
    ) -> Result<Template, DriverError> {
        let slot = self.checkpoint_slots.get(&saved.checkpoint_id);
        let _alone = slot.template.lock().await;
        let folder = TemplateFolder(kept.template());
        self.check_checkpoint(kept, saved).await?;
        if let Some(template) = folder.ready(kept) {
            return Ok(template);
        }
        let passing = Path::new(MEMORY_FOLDER).join(format!("autovibe-{}", saved.checkpoint_id));
        let offset_bytes = match self.make_template(kept, saved, &folder, &passing).await {
            Ok(()) => find_memory(kept.memory(), passing.clone(), saved.shape.spec.memory_bytes).await,
            Err(error) => {
                tracing::debug!(%error, "template is made on the disk");
                Ok(None)
            }
        };
        file::remove_file(&passing)?;
        let offset_bytes = offset_bytes?;
        if offset_bytes.is_none() {
            let memory_bytes = saved.memory.as_ref().map_or(0, |memory| memory.allocated_bytes);
            self.check_space(memory_bytes + MARGIN_BYTES)?;
            self.make_template(kept, saved, &folder, &folder.memory()).await?;
        }
        file::write_record(&folder.manifest(), &folder.record(offset_bytes)?, Durability::Process)?;
        folder
            .ready(kept)
            .ok_or_else(|| damaged(format!("template of {}", saved.checkpoint_id), "it is not complete"))
    }

    /// Loads the Checkpoint with its memory in `memory` and saves the state of its devices.
    async fn make_template(
        &self,
        kept: &CheckpointFolder,
        saved: &CheckpointRecord,
        folder: &TemplateFolder,
        memory: &Path,
    ) -> Result<(), DriverError> {
        let life = self.template_life(&saved.checkpoint_id, &folder.0);
        self.end(&life).await?;
        file::remove_folder(&folder.0)?;
        file::remove_file(memory)?;
        file::create_private_folder(&folder.0)?;
        let made = self.load_template(kept, saved, folder, memory).await;
        self.end(&life).await?;
        if made.is_err() {
            file::remove_folder(&folder.0)?;
        }
        made
    }

    async fn load_template(
        &self,
        kept: &CheckpointFolder,
        saved: &CheckpointRecord,
        folder: &TemplateFolder,
        memory: &Path,
    ) -> Result<(), DriverError> {
        let life = self.template_life(&saved.checkpoint_id, &folder.0);
        // Never written, because the machine never runs; it exists because a root disk must be writable.
        let disk = folder.0.join("disk.qcow2");
        overlay::create(&disk, &self.frozen_top(saved)?, self.frozen_size(saved)?)?;
        // Made by us, so that nobody else may read the guest's memory.
        file::write_private(memory, b"")?;
        let beginning = Beginning {
            shape: &saved.shape,
            disk: &disk,
            disk_node: node_name("template"),
            seed: None,
            memory: MemoryBacking::Shared(memory.to_owned()),
            incoming: true,
        };
        self.begin(&life, beginning).await?;
        let mut monitor = life.monitor().await?;
        migration::load(&mut monitor, &kept.memory(), Stream::Everything, self.program.tells_reason())
            .await
            .map_err(|error| not_loaded(saved, error))?;
        migration::save(&mut monitor, &folder.devices(), Stream::Devices).await?;
        for path in [memory, &folder.devices()] {
            fs_err::set_permissions(path, std::fs::Permissions::from_mode(0o400))
                .map_err(QemuError::file("close the template"))?;
        }
        Ok(())
    }
}

async fn find_memory(saved: PathBuf, loaded: PathBuf, memory_bytes: i64) -> Result<Option<u64>, DriverError> {
    Ok(aside(move || {
        saved_memory::find(&saved, &loaded, u64::try_from(memory_bytes).unwrap_or(0))
            .map_err(QemuError::file("compare saved memory"))
    })
    .await?)
}
