//! Builds Images from recipes: Debian packages, the guest program and coding agents as one bootable disk.
//!
//! ```text
//! recipe ─▶ base (mmdebstrap ─▶ tar, kernel, initrd)   kept by content hash
//!        ─▶ coding agent (npm ─▶ one program)          kept by content hash
//!        ─▶ disk (tar stream ─▶ ext4 ─▶ qcow2)
//!        ─▶ manifest ─▶ <store>/<digest>/, renamed into place as the last act
//! ```

mod archive;
mod base;
mod builder;
mod coding_agent;
mod digest;
mod disk;
mod error;
mod initrd;
mod kernel_module;
mod manifest;
mod mirror;
mod overlay;
mod package;
mod program;
mod progress;
mod recipe;
mod store;
mod transfer;

pub use builder::{BuildInputs, BuiltImage, build};
pub use error::ImageError;
pub use manifest::verify;
pub use progress::{BuildStage, NoProgress, Progress, ProgressUpdate};
pub use recipe::{BaseRecipe, CodingAgentRecipe, DiskSize, Recipe};
pub use store::{default_store, find};
pub use transfer::{export, import};
