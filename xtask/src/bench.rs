//! `cargo xtask bench`: a release build measures this computer.

use std::time::Duration;

use anyhow::Result;
use clap::Args;

use crate::program::Program;
use crate::{binaries, image, setup, workspace};

/// The slowest measures boot several Machines under software emulation.
const LIMIT: Duration = Duration::from_mins(60);

/// Arguments of `cargo xtask bench`.
#[derive(Debug, Args)]
pub(crate) struct BenchArguments {
    /// What `autovibe bench` is given, as `fork checkpoint restore --output json`.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<String>,
}

/// Builds what is needed and runs `autovibe bench`.
pub(crate) fn run(arguments: &BenchArguments) -> Result<()> {
    setup::set_up()?;
    let binaries = binaries::build()?;
    image::ensure(&binaries)?;
    Program::new(&binaries.autovibe)
        .arg("bench")
        .args(&arguments.arguments)
        .env("AUTOVIBE_IMAGES", workspace::images())
        .env("AUTOVIBE_GUEST_BIN", &binaries.guest)
        .limit(LIMIT)
        .run()
}
