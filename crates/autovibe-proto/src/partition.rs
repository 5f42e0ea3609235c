//! Which mailbox partition a Machine belongs to.

use sha2::{Digest as _, Sha256};

use crate::MachineId;

/// Number of mailbox partitions of a cluster.
pub const PARTITION_COUNT: i32 = 64;

/// The partition of a Machine, 0 to 63; never changes.
#[must_use]
pub fn partition_of(machine: &MachineId) -> i32 {
    let digest = Sha256::digest(machine.as_str());
    i32::from(digest[0]) % PARTITION_COUNT
}
