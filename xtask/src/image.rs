//! `cargo xtask image`: the shipped Image, built or found again.

use std::time::Duration;

use anyhow::{Context as _, Result};
use serde::Deserialize;

use crate::binaries::{self, Binaries};
use crate::program::Program;
use crate::{setup, workspace};

const RECIPE: &str = "images/debian-claude-code/image.toml";

/// A first build downloads about 300 MB.
const LIMIT: Duration = Duration::from_mins(40);

/// What the builder says about an Image; only what is needed here.
#[derive(Debug, Deserialize)]
pub(crate) struct BuiltImage {
    /// Identifier, derived from the content.
    pub(crate) id: String,
    /// Name of the recipe.
    pub(crate) name: String,
}

/// Installs what is missing, builds the programs and the Image.
pub(crate) fn run() -> Result<()> {
    setup::set_up()?;
    let binaries = binaries::build()?;
    let image = ensure(&binaries)?;
    println!("{}  {}", image.id, image.name);
    Ok(())
}

/// Builds the Image unless the store has it.
pub(crate) fn ensure(binaries: &Binaries) -> Result<BuiltImage> {
    let captured = Program::new(&binaries.autovibe)
        .args(["--output", "json", "image", "build", "--file"])
        .arg(workspace::root().join(RECIPE))
        .arg("--guest")
        .arg(&binaries.guest)
        .env("AUTOVIBE_IMAGES", workspace::images())
        .limit(LIMIT)
        .stream_stderr()
        .read()
        .context("build the image")?;
    serde_json::from_str(&captured).context("read the answer of the image builder")
}
