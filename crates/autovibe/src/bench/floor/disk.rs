//! Disk layers of bare virtual machines.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use tokio::process::Command;

use super::super::error::BenchError;

/// A qcow2 file and the name under which QEMU knows it.
#[derive(Debug, Clone)]
pub(super) struct Layer {
    pub(super) path: PathBuf,
    pub(super) node: String,
}

impl Layer {
    /// Makes an empty layer on top of another file.
    pub(super) async fn create(folder: &Path, number: usize, backing: &Path) -> Result<Layer, BenchError> {
        let layer = Layer { path: folder.join(format!("{number}.qcow2")), node: format!("layer-{number}") };
        let output = Command::new("qemu-img")
            .args(["create", "-q", "-f", "qcow2", "-F", "qcow2", "-b"])
            .args([backing, &layer.path])
            .stdin(Stdio::null())
            .kill_on_drop(true)
            .output()
            .await
            .map_err(BenchError::file("start qemu-img"))?;
        if output.status.success() {
            return Ok(layer);
        }
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        Err(BenchError::Wrong { what: "qemu-img create", text })
    }
}
