//! `cargo xtask image`: the shipped Image, built or found again.

use std::time::Duration;

use anyhow::{Context as _, Result};

use crate::binaries::{self, Binaries};
use crate::program::Program;
use crate::{setup, workspace};

const RECIPE: &str = "images/debian-claude-code/image.toml";

/// A first build downloads about 300 MB.
const LIMIT: Duration = Duration::from_mins(40);

/// Installs what is missing, builds the programs and the Image.
pub(crate) fn run() -> Result<()> {
    setup::set_up()?;
    let binaries = binaries::build()?;
    println!("{}", ensure(&binaries)?);
    Ok(())
}

/// Builds the Image unless the store has it; returns the builder's one line about it.
pub(crate) fn ensure(binaries: &Binaries) -> Result<String> {
    let captured = Program::new(&binaries.autovibe)
        .args(["image", "build", "--file"])
        .arg(workspace::root().join(RECIPE))
        .arg("--guest")
        .arg(&binaries.guest)
        .env("AUTOVIBE_IMAGES", workspace::images())
        .limit(LIMIT)
        .stream_stderr()
        .read()
        .context("build the image")?;
    Ok(captured.trim().to_owned())
}
