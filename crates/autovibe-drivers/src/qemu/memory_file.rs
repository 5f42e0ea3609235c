//! Whether a file with saved memory is still what was written.
//!
//! A digest of everything would cost a second per few hundred MiB at each restore. The head (stream header
//! and page bitmap), the tail (state of the devices) and pages spread over the file are digested; together
//! with length and time of modification this finds truncation, torn writes and later changes.

use std::io;
use std::os::unix::fs::{FileExt as _, MetadataExt as _};
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

const EDGE_BYTES: u64 = 1 << 20;
const SAMPLE_BYTES: u64 = 4096;
const SAMPLE_COUNT: u64 = 256;

/// What is remembered of a file with saved memory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct MemoryFile {
    pub(super) size_bytes: u64,
    /// Blocks really used, because the file is sparse.
    pub(super) allocated_bytes: u64,
    modified_s: i64,
    modified_ns: i64,
    sampled_sha256: String,
}

impl MemoryFile {
    /// Looks at a file that is complete.
    pub(super) fn inspect(path: &Path) -> io::Result<Self> {
        let file = fs_err::File::open(path)?;
        let metadata = file.metadata()?;
        let size_bytes = metadata.len();
        let mut hash = Sha256::new();
        let mut buffer = vec![0; usize::try_from(EDGE_BYTES).unwrap_or(0)];
        for (offset, length) in extents(size_bytes) {
            let part = &mut buffer[..usize::try_from(length).unwrap_or(0)];
            file.file().read_exact_at(part, offset)?;
            hash.update(&*part);
        }
        Ok(Self {
            size_bytes,
            allocated_bytes: metadata.blocks() * 512,
            modified_s: metadata.mtime(),
            modified_ns: metadata.mtime_nsec(),
            sampled_sha256: hex::encode(hash.finalize()),
        })
    }

    /// Says how a file differs from what was written; `None` when it does not.
    pub(super) fn difference(&self, path: &Path) -> Option<String> {
        match Self::inspect(path) {
            Err(error) => Some(error.to_string()),
            Ok(now) if now.size_bytes != self.size_bytes => {
                Some(format!("it has {} bytes instead of {}", now.size_bytes, self.size_bytes))
            }
            Ok(now) if now.sampled_sha256 != self.sampled_sha256 => Some("its content changed".to_owned()),
            Ok(now) if (now.modified_s, now.modified_ns) != (self.modified_s, self.modified_ns) => {
                Some("it was written to after it was saved".to_owned())
            }
            Ok(_) => None,
        }
    }
}

/// The parts that are digested, in order.
fn extents(size_bytes: u64) -> impl Iterator<Item = (u64, u64)> {
    let edge = EDGE_BYTES.min(size_bytes);
    let step = size_bytes / SAMPLE_COUNT;
    let samples = (0..SAMPLE_COUNT)
        .map(move |index| index * step)
        .filter(move |offset| step > SAMPLE_BYTES && offset + SAMPLE_BYTES <= size_bytes)
        .map(|offset| (offset, SAMPLE_BYTES));
    [(0, edge)].into_iter().chain(samples).chain([(size_bytes - edge, edge)])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(change: impl Fn(&std::fs::File)) -> Option<String> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("memory");
        let file = std::fs::OpenOptions::new().create_new(true).read(true).write(true).open(&path).unwrap();
        file.set_len(64 << 20).unwrap();
        file.write_all_at(b"pages", 20 << 20).unwrap();
        let before = MemoryFile::inspect(&path).unwrap();
        assert_eq!(before.difference(&path), None);
        change(&file);
        before.difference(&path)
    }

    #[test]
    fn truncation_is_found() {
        assert!(check(|file| file.set_len((64 << 20) - 1).unwrap()).unwrap().contains("bytes instead of"));
    }

    #[test]
    fn a_change_at_either_end_is_found() {
        for offset in [17, (64 << 20) - 9] {
            assert!(
                check(|file| file.write_all_at(b"!", offset).unwrap()).unwrap().contains("content changed")
            );
        }
    }

    #[test]
    fn a_change_between_the_samples_is_found_by_its_time() {
        assert!(check(|file| file.write_all_at(b"!", (20 << 20) + 4097).unwrap()).is_some());
    }

    #[test]
    fn a_missing_file_is_found() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("memory");
        std::fs::write(&path, b"abc").unwrap();
        let before = MemoryFile::inspect(&path).unwrap();
        std::fs::remove_file(&path).unwrap();
        assert!(before.difference(&path).is_some());
    }
}
