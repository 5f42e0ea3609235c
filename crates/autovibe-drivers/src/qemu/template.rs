//! The one memory file of a Checkpoint that all its forks share until they write.
//!
//! A passing process loads the Checkpoint with its memory in that file, saves the state of its devices
//! without the memory, and ends. From then on nobody writes to the file.

use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use autovibe_hypervisor::DriverError;
use serde::{Deserialize, Serialize};

use super::argv::MemoryBacking;
use super::checkpoint_record::{CheckpointFolder, CheckpointRecord};
use super::error::QemuError;
use super::file::{self, Durability};
use super::hypervisor::Hypervisor;
use super::layer::node_name;
use super::life::Beginning;
use super::migration::{self, Stream};
use super::restore::not_loaded;
use super::{host, overlay};

/// Room for the state of the devices.
const MARGIN_BYTES: u64 = 64 << 20;

/// A template that is ready.
#[derive(Debug, Clone)]
pub(super) struct Template {
    pub(super) memory: PathBuf,
    pub(super) devices: PathBuf,
}

/// Written last.
#[derive(Debug, Serialize, Deserialize)]
struct TemplateRecord {
    /// The files are not synced: after a loss of power they may be torn and are made anew.
    boot_id: String,
    memory_bytes: u64,
    devices_bytes: u64,
}

impl Template {
    fn at(folder: &Path) -> Self {
        Self { memory: folder.join("ram"), devices: folder.join("devices") }
    }

    fn record(&self) -> Result<TemplateRecord, QemuError> {
        let size = |path: &Path| {
            fs_err::metadata(path)
                .map(|metadata| metadata.len())
                .map_err(QemuError::file("look at the template"))
        };
        Ok(TemplateRecord {
            boot_id: host::boot_id(),
            memory_bytes: size(&self.memory)?,
            devices_bytes: size(&self.devices)?,
        })
    }

    /// Whether the files are those that were made in this boot.
    fn is_ready(&self, manifest: &Path) -> bool {
        let Ok(Some(made)) = file::read_record::<TemplateRecord>(manifest) else { return false };
        self.record().is_ok_and(|now| {
            (made.boot_id, made.memory_bytes, made.devices_bytes)
                == (now.boot_id, now.memory_bytes, now.devices_bytes)
        })
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
        let folder = kept.template();
        let manifest = folder.join("template.json");
        let template = Template::at(&folder);
        if template.is_ready(&manifest) {
            return Ok(template);
        }
        self.check_checkpoint(kept, saved).await?;
        let memory_bytes = saved.memory.as_ref().map_or(0, |memory| memory.allocated_bytes);
        self.check_space(memory_bytes + MARGIN_BYTES)?;
        let life = self.template_life(&saved.checkpoint_id, &folder);
        self.end(&life).await?;
        file::remove_folder(&folder)?;
        file::create_private_folder(&folder)?;
        let made = self.make_template(kept, saved, &template, &folder).await;
        self.end(&life).await?;
        match made {
            Ok(()) => {
                file::write_record(&manifest, &template.record()?, Durability::Process)?;
                Ok(template)
            }
            Err(error) => {
                file::remove_folder(&folder)?;
                Err(error)
            }
        }
    }

    async fn make_template(
        &self,
        kept: &CheckpointFolder,
        saved: &CheckpointRecord,
        template: &Template,
        folder: &Path,
    ) -> Result<(), DriverError> {
        let life = self.template_life(&saved.checkpoint_id, folder);
        // Never written, because the machine never runs; it exists because a root disk must be writable.
        let disk = folder.join("disk.qcow2");
        overlay::create(&disk, &self.frozen_top(saved)?, self.frozen_size(saved)?)?;
        let beginning = Beginning {
            shape: &saved.shape,
            disk: &disk,
            disk_node: node_name("template"),
            seed: None,
            memory: MemoryBacking::Shared(template.memory.clone()),
            incoming: true,
        };
        self.begin(&life, beginning).await?;
        let mut monitor = life.monitor().await?;
        migration::load(&mut monitor, &kept.memory(), Stream::Everything, self.program.tells_reason())
            .await
            .map_err(|error| not_loaded(saved, error))?;
        migration::save(&mut monitor, &template.devices, Stream::Devices).await?;
        for path in [&template.memory, &template.devices] {
            fs_err::set_permissions(path, std::fs::Permissions::from_mode(0o400))
                .map_err(QemuError::file("close the template"))?;
        }
        Ok(())
    }
}
