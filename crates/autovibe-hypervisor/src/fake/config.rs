//! What a fake hypervisor offers.

use std::path::PathBuf;
use std::time::Duration;

use autovibe_proto::v1::{Capabilities, CheckpointLevel, Image};

use crate::fake::fault_plan::FaultPlan;

/// How a [`FakeHypervisor`](crate::fake::FakeHypervisor) is set up.
#[derive(Debug, Clone)]
pub struct FakeConfig {
    /// Where guest sockets and console logs lie.
    pub folder: PathBuf,
    /// What is offered.
    pub capabilities: Capabilities,
    /// The Images in the store, newest first.
    pub images: Vec<Image>,
    /// What goes wrong.
    pub plan: FaultPlan,
    /// How long a verb takes that changes something.
    pub verb_time: Duration,
}

impl FakeConfig {
    /// Digest of the only Image of [`FakeConfig::new`].
    pub const IMAGE_DIGEST: &'static str = "fa4e";

    /// Offers everything up to memory forks, one Image, no faults, no delay.
    #[must_use]
    pub fn new(folder: impl Into<PathBuf>) -> FakeConfig {
        FakeConfig {
            folder: folder.into(),
            capabilities: Capabilities {
                driver: "fake".to_owned(),
                version: "1".to_owned(),
                level: CheckpointLevel::L3MemoryFork as i32,
                level_reason: "the fake stands still while it is saved".to_owned(),
                accelerator: "none".to_owned(),
                accelerator_reason: "nothing is executed".to_owned(),
                shared_fork_memory: true,
                closed_network: true,
                limits: "none".to_owned(),
                limits_reason: "nothing is executed".to_owned(),
                pause: true,
                machine_memory_bytes_max: 64 << 30,
                machine_vcpu_count_max: 64,
                ..Capabilities::default()
            },
            images: vec![Image {
                name: "fake".to_owned(),
                digest: FakeConfig::IMAGE_DIGEST.to_owned(),
                arch: "x86_64".to_owned(),
                disk_bytes: 1 << 30,
                ..Image::default()
            }],
            plan: FaultPlan::default(),
            verb_time: Duration::ZERO,
        }
    }
}
