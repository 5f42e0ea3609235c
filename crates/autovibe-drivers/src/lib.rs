//! The hypervisor drivers, one folder each, and their storage.
//!
//! - [`qemu`]: QEMU processes on this host, with memory checkpoints and shared copy-on-write forks

pub mod qemu;
