//! What can be said about a Machine from its row alone.

use crate::v1::{Machine, MachineState};

/// Behaviour of [`Machine`].
pub trait MachineExt {
    /// No operation is under way: waiting longer changes nothing by itself.
    fn is_settled(&self) -> bool;
    /// A virtual machine may exist for it.
    fn has_virtual_machine(&self) -> bool;
}

impl MachineExt for Machine {
    fn is_settled(&self) -> bool {
        match self.state() {
            MachineState::Ready
            | MachineState::Working
            | MachineState::Paused
            | MachineState::Stopped
            | MachineState::Failed
            | MachineState::Deleted => true,
            MachineState::Unspecified
            | MachineState::Pending
            | MachineState::Starting
            | MachineState::Checkpointing
            | MachineState::Restoring
            | MachineState::Stopping
            | MachineState::Deleting => false,
        }
    }

    fn has_virtual_machine(&self) -> bool {
        !matches!(self.state(), MachineState::Unspecified | MachineState::Pending | MachineState::Deleted)
    }
}
