//! The manifest of a Checkpoint: with it the Checkpoint exists, without it it does not.

use std::path::{Path, PathBuf};

use autovibe_proto::CheckpointId;
use autovibe_proto::v1::CheckpointLevel;
use serde::{Deserialize, Serialize};

use super::error::QemuError;
use super::file::{self, Durability};
use super::machine::MachineShape;
use super::memory_file::MemoryFile;

/// Grows when the meaning of a field changes.
const FORMAT: u32 = 1;

/// A frozen layer and the size it must have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct FrozenLayer {
    pub(super) id: String,
    pub(super) size_bytes: u64,
}

/// Everything needed to return to a point.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct CheckpointRecord {
    pub(super) format: u32,
    pub(super) checkpoint_id: String,
    pub(super) machine_id: String,
    pub(super) shape: MachineShape,
    /// Version of the QEMU that wrote the memory.
    pub(super) qemu_version: String,
    /// Frozen layers, topmost first.
    pub(super) layers: Vec<FrozenLayer>,
    /// The saved memory; none when the Machine was off.
    pub(super) memory: Option<MemoryFile>,
    pub(super) incarnation: i64,
    pub(super) pause_us: u64,
    pub(super) size_bytes: u64,
}

impl CheckpointRecord {
    /// The present format.
    pub(super) const FORMAT: u32 = FORMAT;

    /// What was saved.
    pub(super) fn level(&self) -> CheckpointLevel {
        match self.memory {
            Some(_) => CheckpointLevel::L3MemoryFork,
            None => CheckpointLevel::L1DiskFork,
        }
    }
}

/// The paths of one Checkpoint.
#[derive(Debug, Clone)]
pub(super) struct CheckpointFolder {
    path: PathBuf,
}

impl CheckpointFolder {
    pub(super) fn new(checkpoints: &Path, id: &str) -> Self {
        Self { path: checkpoints.join(id) }
    }

    pub(super) fn of(checkpoints: &Path, id: &CheckpointId) -> Self {
        Self::new(checkpoints, id.as_str())
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    pub(super) fn memory(&self) -> PathBuf {
        self.path.join("memory")
    }

    pub(super) fn template(&self) -> PathBuf {
        self.path.join("template")
    }

    /// What the first verification read.
    pub(super) fn digests(&self) -> PathBuf {
        self.path.join("digests.json")
    }

    pub(super) fn manifest(&self) -> PathBuf {
        self.path.join("manifest.json")
    }

    /// Reads the manifest; `None` when there is no such Checkpoint.
    pub(super) fn read(&self) -> Result<Option<CheckpointRecord>, QemuError> {
        let record: Option<CheckpointRecord> = file::read_record(&self.manifest())?;
        match record {
            Some(record) if record.format != FORMAT => Err(QemuError::Record {
                what: format!("manifest of {}", record.checkpoint_id),
                text: format!("format {} is not {FORMAT}", record.format),
            }),
            record => Ok(record),
        }
    }

    /// Makes the Checkpoint exist.
    pub(super) fn write(&self, record: &CheckpointRecord) -> Result<(), QemuError> {
        file::write_record(&self.manifest(), record, Durability::Host)
    }

    /// Ends the Checkpoint's existence, then removes its files.
    pub(super) fn remove(&self) -> Result<(), QemuError> {
        file::remove_file(&self.manifest())?;
        file::remove_folder(&self.path)
    }
}
