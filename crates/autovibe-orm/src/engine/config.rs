//! What an engine is opened with.

use std::path::PathBuf;
use std::sync::Arc;

use bytes::Bytes;

use crate::clock::{Clock, SystemClock};

/// Commits that the change feed keeps: minutes of heavy load, days of a quiet one.
const KEPT_COMMITS: i64 = 100_000;

/// What an engine is opened with.
#[derive(Debug, Clone)]
pub struct EngineConfig {
    /// The folder of the database files; made where it is missing.
    pub folder: PathBuf,
    /// The clock by which times are set and Leases end.
    pub clock: Arc<dyn Clock>,
    /// Commits that the change feed keeps for watchers that come back.
    pub kept_commits: i64,
    /// The encoded descriptor set whose annotated messages are stored.
    pub descriptor_set: Bytes,
}

impl EngineConfig {
    /// The usual settings for a folder.
    pub fn new(folder: impl Into<PathBuf>) -> EngineConfig {
        EngineConfig {
            folder: folder.into(),
            clock: Arc::new(SystemClock::default()),
            kept_commits: KEPT_COMMITS,
            descriptor_set: Bytes::from_static(autovibe_proto::DESCRIPTOR_SET),
        }
    }
}
