//! The disk layers of all Machines and Checkpoints, and when one may go.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use super::checkpoint_record::CheckpointFolder;
use super::error::QemuError;
use super::file;
use super::machine::MachineFolder;
use super::overlay;

/// The folder with all layers.
#[derive(Debug, Clone)]
pub(super) struct LayerStore {
    folder: PathBuf,
}

impl LayerStore {
    pub(super) fn open(folder: PathBuf) -> Result<Self, QemuError> {
        file::create_private_folder(&folder)?;
        Ok(Self { folder })
    }

    pub(super) fn path(&self, layer: &str) -> PathBuf {
        self.folder.join(format!("{layer}.qcow2"))
    }

    /// Gives a name that no layer has; QEMU limits names of block nodes to 31 characters.
    pub(super) fn new_id() -> Result<String, QemuError> {
        let mut bytes = [0; 8];
        rustix::rand::getrandom(&mut bytes, rustix::rand::GetRandomFlags::empty())
            .map_err(|error| QemuError::file("make layer id")(error.into()))?;
        Ok(hex::encode(bytes))
    }

    /// Makes an empty layer on top of `backing`.
    ///
    /// Its id must stand in a record before, so that a sweep keeps it.
    pub(super) fn create(&self, layer: &str, backing: &Path, virtual_bytes: u64) -> Result<(), QemuError> {
        overlay::create(&self.path(layer), backing, virtual_bytes)
    }

    /// Size that a guest sees of a layer.
    pub(super) fn virtual_bytes(&self, layer: &str) -> Result<u64, QemuError> {
        overlay::virtual_bytes(&self.path(layer))
    }

    pub(super) fn exists(&self, layer: &str) -> bool {
        self.path(layer).exists()
    }

    /// Makes a layer's content and name survive the end of the host.
    pub(super) fn sync(&self, layer: &str) -> Result<(), QemuError> {
        fs_err::File::open(self.path(layer))
            .and_then(|file| file.sync_all())
            .map_err(QemuError::file("sync disk layer"))?;
        file::sync_folder(&self.folder)
    }

    pub(super) fn size_bytes(&self, layer: &str) -> u64 {
        fs_err::metadata(self.path(layer)).map_or(0, |metadata| metadata.len())
    }

    /// Blocks that a layer really uses, in bytes; 0 when it is gone.
    pub(super) fn allocated_bytes(&self, layer: &str) -> u64 {
        let metadata = fs_err::metadata(self.path(layer));
        metadata.map_or(0, |metadata| std::os::unix::fs::MetadataExt::blocks(&metadata) * 512)
    }

    /// Removes the layers that no Machine and no Checkpoint needs.
    ///
    /// When a record cannot be read, nothing is removed.
    pub(super) fn sweep(&self, machines: &Path, checkpoints: &Path) -> Result<(), QemuError> {
        // Listed before the records: a layer that is made meanwhile is not on the list.
        let present = file::names_in(&self.folder)?;
        let mut needed: HashSet<String> = HashSet::new();
        // A layer only moves from a Machine to a Checkpoint, so Machines are read first.
        for name in file::names_in(machines)? {
            if let Some(record) = MachineFolder::new(machines, &name).read()? {
                needed.extend(record.needed_layers().cloned());
            }
        }
        for name in file::names_in(checkpoints)? {
            if let Some(record) = CheckpointFolder::new(checkpoints, &name).read()? {
                needed.extend(record.layers.into_iter().map(|layer| layer.id));
            }
        }
        for name in present {
            let layer = name.strip_suffix(".qcow2");
            if layer.is_some_and(|layer| !needed.contains(layer)) {
                file::remove_file(&self.folder.join(&name))?;
            }
        }
        Ok(())
    }
}

/// Name of the block node of a layer.
pub(super) fn node_name(layer: &str) -> String {
    format!("layer-{layer}")
}

#[cfg(test)]
mod tests {
    use autovibe_proto::MachineId;
    use autovibe_proto::v1::MachineSpec;

    use super::super::file::Durability;
    use super::super::machine::{MachineRecord, MachineShape};
    use super::*;

    fn check(spoil: bool) -> Vec<String> {
        let folder = tempfile::tempdir().unwrap();
        let machines = folder.path().join("machines");
        let store = LayerStore::open(folder.path().join("layers")).unwrap();
        for layer in ["active", "pending", "frozen", "lost"] {
            store.create(layer, Path::new("/base"), 1 << 20).unwrap();
        }
        let shape = MachineShape {
            spec: MachineSpec::default(),
            image_digest: String::new(),
            machine_type: String::new(),
            accelerator: String::new(),
            cpu_model: String::new(),
            command_line: String::new(),
        };
        let id = MachineId::generate();
        let layers = vec!["active".to_owned(), "frozen".to_owned()];
        let mut record = MachineRecord::new(&id, String::new(), shape, layers);
        record.pending_layer = Some("pending".to_owned());
        let machine = MachineFolder::new(&machines, id.as_str());
        file::create_private_folder(machine.path()).unwrap();
        machine.write(&record, Durability::Process).unwrap();
        if spoil {
            std::fs::create_dir(machines.join("other")).unwrap();
            std::fs::write(machines.join("other/machine.json"), b"{").unwrap();
        }
        let swept = store.sweep(&machines, &folder.path().join("checkpoints"));
        assert_eq!(swept.is_err(), spoil);
        let mut names = file::names_in(&folder.path().join("layers")).unwrap();
        names.sort();
        names
    }

    #[test]
    fn a_sweep_keeps_what_records_name() {
        assert_eq!(check(false), ["active.qcow2", "frozen.qcow2", "pending.qcow2"]);
    }

    #[test]
    fn an_unreadable_record_stops_the_sweep() {
        assert_eq!(check(true).len(), 4);
    }
}
