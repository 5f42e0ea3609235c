//! The opaque handles that callers store for us.

use autovibe_hypervisor::{CheckpointHandle, DriverError, MachineHandle};
use autovibe_proto::{CheckpointId, MachineId};
use serde::{Deserialize, Serialize};

/// Grows when older programs could misread a handle.
const FORMAT: u32 = 1;

#[derive(Serialize, Deserialize)]
struct Handle {
    format: u32,
    driver: String,
    id: String,
}

/// Makes the handle of a Machine.
pub(super) fn of_machine(id: &MachineId) -> MachineHandle {
    MachineHandle(encode(id.as_str()))
}

/// Makes the handle of a Checkpoint.
pub(super) fn of_checkpoint(id: &CheckpointId) -> CheckpointHandle {
    CheckpointHandle(encode(id.as_str()))
}

/// Refuses a handle that another driver, a newer program or another Checkpoint gave.
pub(super) fn check_checkpoint(id: &CheckpointId, handle: &CheckpointHandle) -> Result<(), DriverError> {
    let invalid = |why: &str| DriverError::Invalid { field: "checkpoint_handle", why: why.to_owned() };
    let read: Handle = serde_json::from_slice(&handle.0).map_err(|_| invalid("it cannot be read"))?;
    if read.driver != "qemu" || read.format != FORMAT {
        return Err(invalid("it is of another driver or version"));
    }
    if read.id == id.as_str() { Ok(()) } else { Err(invalid("it is of another checkpoint")) }
}

fn encode(id: &str) -> Vec<u8> {
    let handle = Handle { format: FORMAT, driver: "qemu".to_owned(), id: id.to_owned() };
    serde_json::to_vec(&handle).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_handle_fits_only_its_checkpoint() {
        let (one, two) = (CheckpointId::generate(), CheckpointId::generate());
        let handle = of_checkpoint(&one);
        assert!(check_checkpoint(&one, &handle).is_ok());
        assert!(check_checkpoint(&two, &handle).is_err());
        assert!(check_checkpoint(&one, &CheckpointHandle(b"{}".to_vec())).is_err());
    }
}
