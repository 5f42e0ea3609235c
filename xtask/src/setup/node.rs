//! Node and the tools that come from npm, kept outside the clone.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use sha2::{Digest as _, Sha256};

use super::requirement::{find_program, version_of};
use crate::program::Program;
use crate::workspace;

/// The oldest Node that the tools run on.
const NODE_LEAST: u32 = 18;

/// What is wrong with Node here, and what to do; `None` when all is well.
pub(super) fn complaint() -> Option<String> {
    let advice = "install it with `apt-get install nodejs npm` (Debian 12 or newer) or from nodejs.org";
    match version_of("node", "--version") {
        None => Some(format!("Node {NODE_LEAST} or newer is missing; {advice}")),
        Some((major, ..)) if major < NODE_LEAST => {
            Some(format!("Node {major} is too old, {NODE_LEAST} or newer is needed; {advice}"))
        }
        Some(_) if find_program("npm").is_none() => Some(format!("npm is missing; {advice}")),
        Some(_) => None,
    }
}

/// The path of a tool of `package.json`; installs the tools when the lock file is new here.
pub(crate) fn npm_tool(name: &str) -> Result<PathBuf> {
    if let Some(complaint) = complaint() {
        bail!(complaint);
    }
    let root = workspace::root();
    let lock = std::fs::read(root.join("package-lock.json")).context("read package-lock.json")?;
    let digest = hex::encode(Sha256::digest(&lock));
    let folder = workspace::cache().join("npm").join(&digest[..16]);
    let tool = folder.join("node_modules/.bin").join(name);
    let mark = folder.join("complete");
    if !mark.is_file() {
        std::fs::create_dir_all(&folder).with_context(|| format!("make {}", folder.display()))?;
        for file in ["package.json", "package-lock.json"] {
            std::fs::copy(root.join(file), folder.join(file)).with_context(|| format!("copy {file}"))?;
        }
        // The tools need none of their install scripts, so none is run.
        Program::new("npm")
            .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
            .directory(&folder)
            .limit(Duration::from_mins(5))
            .output_to_stderr()?
            .run()
            .context("install the tools of package.json")?;
        std::fs::write(&mark, b"").with_context(|| format!("write {}", mark.display()))?;
    }
    if !tool.exists() {
        bail!("package.json brings no tool {name}");
    }
    Ok(tool)
}
