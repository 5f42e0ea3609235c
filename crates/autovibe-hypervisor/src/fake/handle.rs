//! The fake's handles: a version and what was meant, so that a foreign handle is found out.

use serde::{Deserialize, Serialize};

use crate::driver::{CheckpointHandle, MachineHandle};
use crate::error::DriverError;

#[derive(Serialize, Deserialize)]
struct Body {
    fake: u32,
    subject: String,
}

fn encode(subject: &str) -> Vec<u8> {
    let body = Body { fake: 1, subject: subject.to_owned() };
    // Two plain fields always serialise.
    serde_json::to_vec(&body).unwrap_or_default()
}

pub(super) fn machine(subject: &str) -> MachineHandle {
    MachineHandle(encode(subject))
}

pub(super) fn checkpoint(subject: &str) -> CheckpointHandle {
    CheckpointHandle(encode(subject))
}

pub(super) fn verify(handle: &CheckpointHandle, subject: &str) -> Result<(), DriverError> {
    let invalid = |why: &str| DriverError::Invalid { field: "checkpoint_handle", why: why.to_owned() };
    let body: Body =
        serde_json::from_slice(&handle.0).map_err(|_| invalid("it is not one of this driver"))?;
    if body.fake == 1 && body.subject == subject {
        Ok(())
    } else {
        Err(invalid("it belongs to another Checkpoint"))
    }
}
