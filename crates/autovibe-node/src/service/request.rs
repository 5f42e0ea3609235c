//! Reads what requests carry beside their header.

use autovibe_hypervisor::{BootSeed, CheckpointHandle};
use autovibe_proto::CheckpointId;
use autovibe_proto::node::v1::GuestSeed;
use autovibe_proto::v1::MachineSpec;
use sha2::{Digest as _, Sha256};

use crate::command::Command;
use crate::error::NodeError;

/// Longest ticket; with id and incarnation the preamble stays below the Hub's limit of 256 bytes.
const TICKET_BYTES_MAX: usize = 160;
/// Longest handle that is accepted back.
const HANDLE_BYTES_MAX: usize = 64 << 10;

fn invalid(field: &'static str, why: impl Into<String>) -> NodeError {
    NodeError::Invalid { field, why: why.into() }
}

/// A seed must be of the very life that the command begins.
pub(super) fn seed(seed: Option<GuestSeed>, command: &Command) -> Result<BootSeed, NodeError> {
    let seed = seed.ok_or_else(|| invalid("seed", "it is not set"))?;
    if seed.machine_id != command.machine.as_str() || seed.incarnation != command.incarnation {
        return Err(invalid("seed", "it is for another machine or incarnation than the header"));
    }
    Ok(seed)
}

/// A ticket becomes one word of the preamble.
pub(super) fn ticket(ticket: String) -> Result<String, NodeError> {
    if ticket.is_empty()
        || ticket.len() > TICKET_BYTES_MAX
        || !ticket.bytes().all(|byte| byte.is_ascii_graphic())
    {
        return Err(invalid(
            "guest_ticket",
            format!("it is not 1 to {TICKET_BYTES_MAX} printable characters"),
        ));
    }
    Ok(ticket)
}

pub(super) fn checkpoint(id: &str, handle: &[u8]) -> Result<(CheckpointId, CheckpointHandle), NodeError> {
    if handle.len() > HANDLE_BYTES_MAX {
        return Err(invalid("checkpoint_handle", "it is too long"));
    }
    Ok((checkpoint_id(id)?, CheckpointHandle(handle.to_vec())))
}

pub(super) fn checkpoint_id(id: &str) -> Result<CheckpointId, NodeError> {
    id.parse().map_err(|error: autovibe_proto::IdError| invalid("checkpoint_id", error.to_string()))
}

/// The same Image and size always give the same text.
pub(super) fn spec_digest(image_digest: &str, spec: &MachineSpec) -> String {
    let MachineSpec { vcpu_count, memory_bytes, disk_bytes, open_network } = spec;
    let text = format!("{image_digest} {vcpu_count} {memory_bytes} {disk_bytes} {open_network}");
    hex::encode(&Sha256::digest(text)[..16])
}
