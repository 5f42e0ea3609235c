//! Builds the two programs that are shipped: `autovibe`, and the static `autovibe-guest`.

use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use anyhow::{Context as _, Result, bail, ensure};

use crate::program::Program;
use crate::workspace;

const GUEST_TARGET: &str = "x86_64-unknown-linux-gnu";

/// A first release build on two cores takes about eight minutes.
const BUILD_LIMIT: Duration = Duration::from_mins(30);

/// The built programs.
#[derive(Debug, Clone)]
pub(crate) struct Binaries {
    /// Command line and daemon.
    pub(crate) autovibe: PathBuf,
    /// The program inside a Machine.
    pub(crate) guest: PathBuf,
}

/// Builds both; cargo decides whether anything has to be done.
///
/// `AUTOVIBE_BIN` and `AUTOVIBE_GUEST_BIN` together name programs that are built already, as those of a release.
pub(crate) fn build() -> Result<Binaries> {
    let named = |name: &str| std::env::var_os(name).map(PathBuf::from);
    if let (Some(autovibe), Some(guest)) = (named("AUTOVIBE_BIN"), named("AUTOVIBE_GUEST_BIN")) {
        return Binaries { autovibe, guest }.checked();
    }
    let guest_folder = workspace::target().join("guest");
    // Before the two builds begin: each of them would do it.
    workspace::claim(&workspace::target())?;
    workspace::claim(&guest_folder)?;
    // Side by side: each of them ends with a single thread that links, which would leave the other cores idle.
    let (guest, autovibe) = thread::scope(|scope| {
        let guest = scope.spawn(|| build_guest(&guest_folder));
        let autovibe = build_autovibe();
        (guest.join(), autovibe)
    });
    autovibe?;
    guest.unwrap_or_else(|_| bail!("the build of autovibe-guest panicked"))?;
    Binaries {
        autovibe: workspace::target().join("release/autovibe"),
        guest: guest_folder.join(GUEST_TARGET).join("guest/autovibe-guest"),
    }
    .checked()
}

fn build_autovibe() -> Result<()> {
    cargo()?.args(["build", "--release", "--package", "autovibe"]).run().context("build autovibe")
}

fn build_guest(folder: &Path) -> Result<()> {
    cargo()?
        .args(["build", "--package", "autovibe-guest", "--profile", "guest", "--target", GUEST_TARGET])
        // A folder of its own: other flags would make cargo build everything anew at each change between the two.
        .env("CARGO_TARGET_DIR", folder)
        .env("RUSTFLAGS", "-C target-feature=+crt-static")
        .run()
        .context("build autovibe-guest")
}

impl Binaries {
    fn checked(self) -> Result<Binaries> {
        for path in [&self.autovibe, &self.guest] {
            ensure!(path.is_file(), "{} does not exist", path.display());
        }
        Ok(self)
    }
}

/// Cargo in the workspace, with the build folder outside the clone.
pub(crate) fn cargo() -> Result<Program> {
    workspace::claim(&workspace::target())?;
    Program::new(workspace::cargo())
        .directory(&workspace::root())
        .env("CARGO_TARGET_DIR", workspace::target())
        .limit(BUILD_LIMIT)
        .output_to_stderr()
}
