//! Machines as QEMU processes on this host, without a daemon in between.
//!
//! A Machine is a folder with a record, and at most one QEMU process. Each start of a process is a *life*
//! with a number of its own, so that files and sockets of two processes never meet:
//!
//! ```text
//! create ─▶ life 1 ──power off──▶ (none) ──power on──▶ life 2 ──restore──▶ life 3 …
//!              │ checkpoint: active layer frozen, new layer on top, memory into a file
//!              ▼
//!        checkpoints/ID ──fork──▶ template (once) ──▶ children that map its memory privately
//! ```
//!
//! Files below the driver's folder:
//!
//! - `machines/ID/machine.json`: the record; `console.log`; `N/`: what belongs to life N
//! - `layers/ID.qcow2`: disk layers; all but the topmost of each Machine are frozen
//! - `checkpoints/ID/manifest.json`: written last, so without it there is no Checkpoint; `memory`; `template/`;
//!   `digests.json`: what the first verification read

mod accelerator;
mod argv;
mod cgroup;
mod checkpoint;
mod checkpoint_record;
mod config;
mod console;
mod create;
mod delegation;
mod destroy;
mod doorbell;
mod driver;
mod error;
mod file;
mod fork;
mod handle;
mod host;
mod hypervisor;
mod image;
mod inventory;
mod layer;
mod life;
mod machine;
mod memory_file;
mod migration;
mod observe;
mod overlay;
mod power;
mod process;
mod program;
mod qmp;
mod restore;
mod sample;
mod saved_memory;
mod seed;
mod slot;
mod socket;
mod template;
mod verification;
mod watch;

pub use config::{AcceleratorChoice, QemuConfig, RelayCommand};
pub use driver::QemuDriver;
