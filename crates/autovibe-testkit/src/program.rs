//! The `autovibe` program as a user calls it.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result};

/// What a call of the program gave.
#[derive(Debug, Clone)]
pub struct Program {
    /// Exit code; 128 and more after a signal.
    pub code: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

/// Where the program lies: `AUTOVIBE_BIN`, set by `cargo xtask test`, else the build folder of this test.
///
/// # Errors
/// When it was not built.
pub fn autovibe_program() -> Result<PathBuf> {
    if let Some(path) = std::env::var_os("AUTOVIBE_BIN") {
        return Ok(PathBuf::from(path));
    }
    let here = std::env::current_exe()?;
    let folder = here.ancestors().nth(2).context("a test program lies in target/PROFILE/deps")?;
    let path = folder.join("autovibe");
    anyhow::ensure!(path.is_file(), "{} does not exist; run `cargo xtask test`", path.display());
    Ok(path)
}

impl Program {
    /// Calls the program with a data folder and waits for its end.
    ///
    /// # Errors
    /// When it cannot be started.
    pub fn call(data: &Path, arguments: &[&str]) -> Result<Program> {
        let output = Command::new(autovibe_program()?)
            .arg("--data")
            .arg(data)
            .args(arguments)
            .stdin(Stdio::null())
            .output()?;
        Ok(Program {
            code: output.status.code().unwrap_or(128),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        })
    }
}
