//! Saving a Machine: the disk's active layer is frozen and the memory goes into a file.

use std::sync::Arc;
use std::time::Duration;

use autovibe_hypervisor::{CheckpointReport, DriverError};
use autovibe_proto::node::v1::PowerState;
use autovibe_proto::{CheckpointId, MachineId};
use serde_json::json;
use tokio::time::Instant;

use super::checkpoint_record::{CheckpointFolder, CheckpointRecord, FrozenLayer};
use super::error::QemuError;
use super::file::{self, Durability};
use super::handle;
use super::hypervisor::{Hypervisor, aside};
use super::layer::{LayerStore, node_name};
use super::machine::{MachineFolder, MachineRecord};
use super::memory_file::MemoryFile;
use super::migration::{self, Stream};
use super::process::QemuProcess;
use super::qmp::QmpClient;
use super::sample;
use super::watch::power_of;

/// Room for device state, page bitmap and records.
const MARGIN_BYTES: u64 = 64 << 20;

impl Hypervisor {
    pub(super) async fn checkpoint(
        self: Arc<Self>,
        id: MachineId,
        checkpoint: CheckpointId,
    ) -> Result<CheckpointReport, DriverError> {
        let machine_slot = self.machine_slots.get(id.as_str());
        let _verb = machine_slot.lock().await;
        let slot = self.checkpoint_slots.get(checkpoint.as_str());
        let _alone = slot.take().await;
        let (folder, record) = self.settled(&id).await?;
        let kept = CheckpointFolder::of(&self.checkpoints, &checkpoint);
        if let Some(known) = kept.read()? {
            if known.machine_id == id.as_str() {
                return Ok(report(&checkpoint, &known));
            }
            return Err(DriverError::Conflict(format!("checkpoint {checkpoint} is of another machine")));
        }
        // Left by a try that was broken off.
        kept.remove()?;
        let process = self.life(id.as_str(), record.life).process();
        if process.is_some() && !self.program.saves_memory() {
            return Err(DriverError::Unsupported {
                what: "a checkpoint with memory",
                why: format!("it needs QEMU 9.0 or later, this is {}", self.program.version),
            });
        }
        let memory_bytes = process.as_ref().map_or(0, |process| sample::resident_bytes(process.pid));
        self.check_space(memory_bytes + MARGIN_BYTES)?;
        file::create_private_folder(kept.path())?;
        let saved = match &process {
            Some(process) => self.save_running(&folder, record, &kept, process).await,
            None => self.freeze_disk(&folder, record).map(|record| (record, Duration::ZERO)),
        };
        let stored = match saved {
            Ok((record, pause)) => self.store(&checkpoint, &kept, &record, process.is_some(), pause).await,
            Err(error) => Err(error),
        };
        match stored {
            Ok(record) => Ok(report(&checkpoint, &record)),
            Err(error) => {
                if let Err(second) = kept.remove() {
                    tracing::warn!(checkpoint.id = %checkpoint, error = %second, "a part of a checkpoint stays");
                }
                Err(error)
            }
        }
    }

    /// Puts a new layer on top of a Machine that is off.
    fn freeze_disk(
        &self,
        folder: &MachineFolder,
        record: MachineRecord,
    ) -> Result<MachineRecord, DriverError> {
        let (mut record, layer) = self.prepare_layer(folder, record)?;
        record.pending_layer = None;
        record.layers.insert(0, layer);
        folder.write(&record, Durability::Host)?;
        Ok(record)
    }

    /// Makes the layer that will be written after the cut.
    fn prepare_layer(
        &self,
        folder: &MachineFolder,
        mut record: MachineRecord,
    ) -> Result<(MachineRecord, String), DriverError> {
        let layer = LayerStore::new_id()?;
        record.pending_layer = Some(layer.clone());
        folder.write(&record, Durability::Process)?;
        let top = &record.layers[0];
        let made = self
            .layers
            .virtual_bytes(top)
            .and_then(|size| self.layers.create(&layer, &self.layers.path(top), size));
        if let Err(error) = made {
            file::remove_file(&self.layers.path(&layer))?;
            record.pending_layer = None;
            folder.write(&record, Durability::Process)?;
            return Err(error.into());
        }
        Ok((record, layer))
    }

    async fn save_running(
        self: &Arc<Self>,
        folder: &MachineFolder,
        record: MachineRecord,
        kept: &CheckpointFolder,
        process: &QemuProcess,
    ) -> Result<(MachineRecord, Duration), DriverError> {
        let life = self.life(&record.machine_id, record.life);
        let mut monitor = life.monitor().await?;
        let status = execute(&mut monitor, "query-status", json!({})).await?;
        let (power, _) = power_of(&status);
        let (mut record, layer) = self.prepare_layer(folder, record)?;
        record.resume = power == PowerState::Running;
        folder.write(&record, Durability::Process)?;
        if status["status"] == "postmigrate" {
            // QEMU saves a machine again only after it ran; a moment is enough.
            go_on(&mut monitor).await?;
        }
        let cut = cut(&mut monitor, &record, &layer, &self.layers, kept).await;
        // Whatever happened, the Machine goes on as it was.
        let went_on = match power {
            PowerState::Running => go_on(&mut monitor).await,
            _ => Ok(()),
        };
        let pause = match power {
            PowerState::Running => cut.began.elapsed(),
            _ => Duration::ZERO,
        };
        record.resume = false;
        record.pending_layer = None;
        if cut.frozen {
            record.layers.insert(0, layer);
        } else {
            // Refused when the node was never added.
            let _ = execute(&mut monitor, "blockdev-del", json!({"node-name": node_name(&layer)})).await;
        }
        if process.ended_within(Duration::ZERO).await {
            return Err(DriverError::Backend {
                what: "save memory".to_owned(),
                text: "the QEMU process ended".to_owned(),
            });
        }
        folder.write(&record, Durability::Host)?;
        if !cut.frozen {
            self.sweep_layers();
        }
        let settled = cut.outcome.and(went_on);
        self.tell(&record.machine_id, record.incarnation, power, "");
        settled.map(|()| (record, pause)).map_err(DriverError::from)
    }

    /// Makes everything durable, then writes the manifest.
    async fn store(
        self: &Arc<Self>,
        id: &CheckpointId,
        kept: &CheckpointFolder,
        machine: &MachineRecord,
        with_memory: bool,
        pause: Duration,
    ) -> Result<CheckpointRecord, DriverError> {
        let (this, kept, id, machine) = (self.clone(), kept.clone(), id.clone(), machine.clone());
        let stored = aside(move || {
            // The topmost layer belongs to what comes after the cut.
            let frozen = &machine.layers[1..];
            for layer in frozen.iter().take(1) {
                this.layers.sync(layer)?;
            }
            let layers: Vec<FrozenLayer> = frozen
                .iter()
                .map(|layer| FrozenLayer { id: layer.clone(), size_bytes: this.layers.size_bytes(layer) })
                .collect();
            let memory = if with_memory { Some(sealed(&kept)?) } else { None };
            file::sync_folder(&this.checkpoints)?;
            let memory_bytes = memory.as_ref().map_or(0, |memory| memory.allocated_bytes);
            let record = CheckpointRecord {
                format: CheckpointRecord::FORMAT,
                checkpoint_id: id.into_string(),
                machine_id: machine.machine_id,
                shape: machine.shape,
                qemu_version: this.program.version.clone(),
                // The frozen layer is what this Checkpoint adds to those before it.
                size_bytes: memory_bytes + layers.first().map_or(0, |layer| layer.size_bytes),
                layers,
                memory,
                incarnation: machine.incarnation,
                pause_us: u64::try_from(pause.as_micros()).unwrap_or(u64::MAX),
            };
            kept.write(&record)?;
            Ok(record)
        });
        Ok(stored.await?)
    }
}

/// What became of a cut.
struct Cut {
    began: Instant,
    /// The new layer is the written one.
    frozen: bool,
    outcome: Result<(), QemuError>,
}

/// Stops the Machine, freezes its disk and saves its memory.
async fn cut(
    monitor: &mut QmpClient,
    record: &MachineRecord,
    layer: &str,
    layers: &LayerStore,
    kept: &CheckpointFolder,
) -> Cut {
    let mut cut = Cut { began: Instant::now(), frozen: false, outcome: Ok(()) };
    let (active, next) = (node_name(&record.layers[0]), node_name(layer));
    let node = json!({
        "driver": "qcow2", "node-name": next, "discard": "unmap", "backing": null,
        "file": {"driver": "file", "filename": layers.path(layer), "discard": "unmap"},
    });
    let steps = async {
        execute(monitor, "blockdev-add", node).await?;
        cut.began = Instant::now();
        execute(monitor, "stop", json!({})).await?;
        let snapshot = json!({"type": "blockdev-snapshot", "data": {"node": active, "overlay": next}});
        execute(monitor, "transaction", json!({"actions": [snapshot]})).await?;
        cut.frozen = true;
        migration::save(monitor, &kept.memory(), Stream::Everything).await
    };
    let outcome = steps.await;
    cut.outcome = outcome;
    cut
}

async fn execute(
    monitor: &mut QmpClient,
    command: &'static str,
    arguments: serde_json::Value,
) -> Result<serde_json::Value, QemuError> {
    monitor.execute(command, arguments).await.map_err(QemuError::monitor("save the machine"))
}

async fn go_on(monitor: &mut QmpClient) -> Result<(), QemuError> {
    migration::go_on(monitor).await.map_err(QemuError::monitor("let the machine go on"))
}

/// Makes the memory file durable and remembers what it looks like.
fn sealed(kept: &CheckpointFolder) -> Result<MemoryFile, QemuError> {
    let path = kept.memory();
    let what = "keep saved memory";
    let file = fs_err::File::open(&path).map_err(QemuError::file(what))?;
    file.sync_all()
        .and_then(|()| fs_err::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o400)))
        .map_err(QemuError::file(what))?;
    file::sync_folder(kept.path())?;
    MemoryFile::inspect(&path).map_err(QemuError::file(what))
}

fn report(id: &CheckpointId, record: &CheckpointRecord) -> CheckpointReport {
    CheckpointReport {
        handle: handle::of_checkpoint(id),
        size_bytes: record.size_bytes,
        pause: Duration::from_micros(record.pause_us),
        level: record.level(),
    }
}
