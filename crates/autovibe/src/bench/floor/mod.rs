//! The floor of each figure: bare QEMU, driven with as few steps as possible, measured in the same run.
//!
//! Its guest boots the same Image with a trivial responder in place of the guest program, on the same
//! channel. What must exist before an operation (folder, disk layer, socket) is made before the clock starts.

mod archive;
mod argv;
mod bare;
mod channel;
mod disk;
mod host;
mod machine;
mod monitor;

pub(super) use bare::Floor;
