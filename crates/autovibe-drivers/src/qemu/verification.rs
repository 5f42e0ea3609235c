//! Reads everything of a Checkpoint and compares it with what was there before.
//!
//! Saving stays fast because it digests only samples. The first verification digests everything and keeps
//! that beside the Checkpoint; each later one compares with it.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use autovibe_hypervisor::{CheckpointHandle, DriverError, Verification};
use autovibe_proto::CheckpointId;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::checkpoint_record::{CheckpointFolder, CheckpointRecord};
use super::error::QemuError;
use super::file::{self, Durability};
use super::hypervisor::{Hypervisor, aside};
use super::saved_memory::{next_data, read};

/// Grows when digests are made in another way.
const FORMAT: u32 = 1;
const CHUNK_BYTES: u64 = 1 << 20;
const MEMORY: &str = "memory";

/// What was read at the first verification.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct FullDigests {
    format: u32,
    /// By the name of the file: "memory" or a layer.
    sha256: BTreeMap<String, String>,
}

impl Hypervisor {
    pub(super) async fn verify(
        self: Arc<Self>,
        id: CheckpointId,
        given: CheckpointHandle,
    ) -> Result<Verification, DriverError> {
        let slot = self.checkpoint_slots.get(id.as_str());
        let _shared = slot.share().await;
        let (kept, saved) = self.checkpoint_record(&id, &given)?;
        let files: Vec<(String, PathBuf)> =
            saved.layers.iter().map(|layer| (layer.id.clone(), self.layers.path(&layer.id))).collect();
        Ok(aside(move || compare(&kept, &saved, files)).await?)
    }
}

fn compare(
    kept: &CheckpointFolder,
    saved: &CheckpointRecord,
    mut files: Vec<(String, PathBuf)>,
) -> Result<Verification, QemuError> {
    let differs = |why: String| Verification { difference: Some(why), read_bytes: 0, full: false };
    for (layer, (_, path)) in saved.layers.iter().zip(&files) {
        let size = fs_err::metadata(path).map_or(0, |metadata| metadata.len());
        if size != layer.size_bytes {
            return Ok(differs(format!("a disk layer has {size} bytes instead of {}", layer.size_bytes)));
        }
    }
    if let Some(memory) = &saved.memory {
        if let Some(why) = memory.difference(&kept.memory()) {
            return Ok(differs(format!("saved memory: {why}")));
        }
        files.push((MEMORY.to_owned(), kept.memory()));
    }
    let known: Option<FullDigests> = file::read_record(&kept.digests())?;
    let known = known.filter(|known| known.format == FORMAT);
    let mut found = FullDigests { format: FORMAT, sha256: BTreeMap::new() };
    let mut read_bytes = 0;
    for (name, path) in files {
        match digest(&path) {
            Ok((sha256, bytes)) => {
                read_bytes += bytes;
                found.sha256.insert(name, sha256);
            }
            Err(error) => {
                return Ok(Verification { read_bytes, ..differs(format!("{name} cannot be read: {error}")) });
            }
        }
    }
    let Some(known) = known else {
        file::write_record(&kept.digests(), &found, Durability::Host)?;
        return Ok(Verification { difference: None, read_bytes, full: false });
    };
    let other = found.sha256.iter().find(|(name, sha256)| known.sha256.get(*name) != Some(sha256));
    let difference = other.map(|(name, _)| match name.as_str() {
        MEMORY => "saved memory: its content changed".to_owned(),
        layer => format!("disk layer {layer}: its content changed"),
    });
    Ok(Verification { difference, read_bytes, full: true })
}

/// Digests the chunks that hold anything, with their places; gives the bytes that were read as well.
///
/// Holes and zeros are the same content, so a copy that filled the holes has the same digest.
fn digest(path: &Path) -> io::Result<(String, u64)> {
    let file = fs_err::File::open(path)?;
    let file = file.file();
    let size_bytes = file.metadata()?.len();
    let mut hash = Sha256::new();
    hash.update(size_bytes.to_le_bytes());
    let (mut at, mut read_bytes) = (0, 0);
    while let Some((start, end)) = next_data(file, at, size_bytes)? {
        // Chunks have fixed places, whatever the file system calls data; none is read twice.
        let mut chunk = (start - start % CHUNK_BYTES).max(at);
        while chunk < end {
            let content = read(file, chunk, CHUNK_BYTES.min(size_bytes - chunk))?;
            read_bytes += content.len() as u64;
            if content.iter().any(|byte| *byte != 0) {
                hash.update(chunk.to_le_bytes());
                hash.update(&content);
            }
            chunk += CHUNK_BYTES;
        }
        at = chunk;
    }
    Ok((hex::encode(hash.finalize()), read_bytes))
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::FileExt as _;

    use super::super::checkpoint_record::FrozenLayer;
    use super::super::machine::MachineShape;
    use super::super::memory_file::MemoryFile;
    use super::*;

    fn digest_of(write: impl Fn(&std::fs::File)) -> String {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        let file = std::fs::File::create(&path).unwrap();
        file.set_len((9 << 20) + 100).unwrap();
        write(&file);
        digest(&path).unwrap().0
    }

    #[test]
    fn every_byte_counts_and_holes_are_zeros() {
        let some = |file: &std::fs::File| file.write_all_at(b"pages", (5 << 20) + 4097).unwrap();
        let sparse = digest_of(some);
        let filled = digest_of(|file| {
            file.write_all_at(&vec![0; 4 << 20], 0).unwrap();
            some(file);
        });
        assert_eq!(sparse, filled);
        let changed = digest_of(|file| {
            some(file);
            file.write_all_at(b"!", (9 << 20) + 99).unwrap();
        });
        assert_ne!(sparse, changed);
        let moved = digest_of(|file| file.write_all_at(b"pages", (5 << 20) + 4098).unwrap());
        assert_ne!(sparse, moved);
    }

    /// A Checkpoint with memory and one layer, both in a folder of the test.
    fn checkpoint(folder: &Path) -> (CheckpointFolder, CheckpointRecord, Vec<(String, PathBuf)>) {
        let kept = CheckpointFolder::new(folder, "chk_a");
        std::fs::create_dir(kept.path()).unwrap();
        let memory = std::fs::File::create(kept.memory()).unwrap();
        memory.set_len(64 << 20).unwrap();
        memory.write_all_at(b"pages", 20 << 20).unwrap();
        let layer = folder.join("layer.qcow2");
        std::fs::write(&layer, b"some disk").unwrap();
        let record = CheckpointRecord {
            format: CheckpointRecord::FORMAT,
            checkpoint_id: "chk_a".to_owned(),
            machine_id: "mch_a".to_owned(),
            shape: MachineShape {
                spec: autovibe_proto::v1::MachineSpec::default(),
                image_digest: String::new(),
                machine_type: String::new(),
                accelerator: String::new(),
                cpu_model: String::new(),
                command_line: String::new(),
            },
            qemu_version: String::new(),
            layers: vec![FrozenLayer { id: "layer".to_owned(), size_bytes: 9 }],
            memory: Some(MemoryFile::inspect(&kept.memory()).unwrap()),
            incarnation: 1,
            pause_us: 0,
            size_bytes: 0,
        };
        (kept, record, vec![("layer".to_owned(), layer)])
    }

    #[test]
    fn the_second_look_finds_what_sizes_and_samples_miss() {
        let folder = tempfile::tempdir().unwrap();
        let (kept, record, files) = checkpoint(folder.path());
        let look = || compare(&kept, &record, files.clone()).unwrap();
        let first = look();
        assert_eq!((first.difference, first.full), (None, false));
        let second = look();
        assert_eq!((second.difference, second.full), (None, true));
        assert!(second.read_bytes >= 1 << 20);

        // A byte of memory between two samples, with the time of the file put back.
        let memory = std::fs::OpenOptions::new().write(true).open(kept.memory()).unwrap();
        let time = memory.metadata().unwrap().modified().unwrap();
        memory.write_all_at(b"!", (20 << 20) + 4097).unwrap();
        memory.set_times(std::fs::FileTimes::new().set_modified(time)).unwrap();
        assert!(record.memory.as_ref().unwrap().difference(&kept.memory()).is_none());
        assert_eq!(look().difference.as_deref(), Some("saved memory: its content changed"));
        memory.write_all_at(&[0], (20 << 20) + 4097).unwrap();
        memory.set_times(std::fs::FileTimes::new().set_modified(time)).unwrap();
        assert_eq!(look().difference, None);

        std::fs::write(&files[0].1, b"same disk").unwrap();
        assert!(look().difference.unwrap().contains("disk layer layer"));
        std::fs::write(&files[0].1, b"short").unwrap();
        assert!(look().difference.unwrap().contains("5 bytes instead of 9"));
    }
}
