//! Which Checkpoints lie here.

use std::time::UNIX_EPOCH;

use autovibe_hypervisor::DriverError;
use autovibe_proto::node::v1::CheckpointObservation;
use autovibe_proto::{CheckpointId, timestamp_from_micros};

use super::checkpoint_record::CheckpointFolder;
use super::file;
use super::handle;
use super::hypervisor::Hypervisor;

impl Hypervisor {
    /// Lists what has a manifest; one that cannot be read is named with the reason.
    pub(super) fn list_checkpoints(&self) -> Result<Vec<CheckpointObservation>, DriverError> {
        let mut seen: Vec<CheckpointObservation> = file::names_in(&self.checkpoints)?
            .into_iter()
            .filter(|name| name.parse::<CheckpointId>().is_ok())
            .filter_map(|name| observe(&CheckpointFolder::new(&self.checkpoints, &name), name))
            .collect();
        seen.sort_by(|left, right| left.checkpoint_id.cmp(&right.checkpoint_id));
        Ok(seen)
    }
}

/// `None` for a Checkpoint that was never completed.
fn observe(folder: &CheckpointFolder, checkpoint_id: String) -> Option<CheckpointObservation> {
    let written = fs_err::metadata(folder.manifest()).and_then(|manifest| manifest.modified()).ok();
    let age = written.and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    let create_time = age.and_then(|age| i64::try_from(age.as_micros()).ok()).map(timestamp_from_micros);
    let handle = checkpoint_id.parse().map(|id| handle::of_checkpoint(&id).0).unwrap_or_default();
    let seen =
        CheckpointObservation { checkpoint_id, create_time, handle, ..CheckpointObservation::default() };
    match folder.read() {
        Ok(None) => None,
        Ok(Some(record)) => Some(CheckpointObservation {
            machine_id: record.machine_id,
            size_bytes: i64::try_from(record.size_bytes).unwrap_or(i64::MAX),
            ..seen
        }),
        Err(error) => Some(CheckpointObservation { detail: error.to_string(), ..seen }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_manifest_is_no_checkpoint_and_what_cannot_be_read_is_one() {
        let folder = tempfile::tempdir().unwrap();
        let [without, spoilt] = ["chk_without", "chk_spoilt"].map(|id| {
            std::fs::create_dir(folder.path().join(id)).unwrap();
            CheckpointFolder::new(folder.path(), id)
        });
        std::fs::write(spoilt.manifest(), b"{").unwrap();
        assert_eq!(observe(&without, "chk_without".to_owned()), None);
        let seen = observe(&spoilt, "chk_spoilt".to_owned()).unwrap();
        assert!(!seen.detail.is_empty() && seen.create_time.is_some(), "{seen:?}");
    }
}
