//! The record of a Machine on disk and the paths in its folder.

use std::path::{Path, PathBuf};

use autovibe_proto::MachineId;
use autovibe_proto::v1::MachineSpec;
use serde::{Deserialize, Serialize};

use super::error::QemuError;
use super::file::{self, Durability};

/// Grows when the meaning of a field changes.
const FORMAT: u32 = 1;

/// What of a Machine must be equal wherever its memory is loaded.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct MachineShape {
    /// Size.
    pub(super) spec: MachineSpec,
    /// Digest of the Image, which is the lowest disk layer and gives kernel and initrd.
    pub(super) image_digest: String,
    /// Versioned machine type.
    pub(super) machine_type: String,
    /// "kvm" or "tcg"; memory saved under one is not loaded under the other.
    pub(super) accelerator: String,
    /// Named processor model.
    pub(super) cpu_model: String,
    /// Kernel command line.
    pub(super) command_line: String,
}

/// How far the making of a Machine is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum MachineStage {
    /// Under way, or broken off: it is made anew.
    Creating,
    /// Made.
    Complete,
}

/// A life that was begun but not yet taken over.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct NextLife {
    pub(super) life: u64,
    pub(super) layers: Vec<String>,
}

/// Everything that must outlive our process.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct MachineRecord {
    pub(super) format: u32,
    pub(super) machine_id: String,
    pub(super) stage: MachineStage,
    /// Digest of what was asked for when it was made.
    pub(super) request_digest: String,
    pub(super) shape: MachineShape,
    /// Number of the present or last life.
    pub(super) life: u64,
    /// Disk layers below the Image's users, the written one first.
    pub(super) layers: Vec<String>,
    /// A layer that may have become the written one without our knowing.
    pub(super) pending_layer: Option<String>,
    /// It ran when a verb stopped it, so it is continued should that verb be lost.
    pub(super) resume: bool,
    /// A life that a restore has begun.
    pub(super) next: Option<NextLife>,
    /// Incarnation that the guest was told.
    pub(super) incarnation: i64,
}

impl MachineRecord {
    /// Begins the record of a new Machine.
    pub(super) fn new(
        id: &MachineId,
        request_digest: String,
        shape: MachineShape,
        layers: Vec<String>,
    ) -> Self {
        Self {
            format: FORMAT,
            machine_id: id.as_str().to_owned(),
            stage: MachineStage::Creating,
            request_digest,
            shape,
            life: 1,
            layers,
            pending_layer: None,
            resume: false,
            next: None,
            incarnation: 0,
        }
    }

    /// Every layer that must not be removed because of this Machine.
    pub(super) fn needed_layers(&self) -> impl Iterator<Item = &String> {
        let next = self.next.iter().flat_map(|next| next.layers.iter());
        self.layers.iter().chain(&self.pending_layer).chain(next)
    }
}

/// The paths of one Machine.
#[derive(Debug, Clone)]
pub(super) struct MachineFolder {
    path: PathBuf,
}

impl MachineFolder {
    pub(super) fn new(machines: &Path, id: &str) -> Self {
        Self { path: machines.join(id) }
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    pub(super) fn console_log(&self) -> PathBuf {
        self.path.join("console.log")
    }

    /// What belongs to one life.
    pub(super) fn life(&self, life: u64) -> PathBuf {
        self.path.join(life.to_string())
    }

    /// Reads the record; `None` when there is no such Machine.
    pub(super) fn read(&self) -> Result<Option<MachineRecord>, QemuError> {
        let record: Option<MachineRecord> = file::read_record(&self.path.join("machine.json"))?;
        match record {
            Some(record) if record.format != FORMAT => Err(QemuError::Record {
                what: format!("record of {}", record.machine_id),
                text: format!("format {} is not {FORMAT}", record.format),
            }),
            record => Ok(record),
        }
    }

    /// Writes the record.
    pub(super) fn write(&self, record: &MachineRecord, durability: Durability) -> Result<(), QemuError> {
        file::write_record(&self.path.join("machine.json"), record, durability)
    }
}
