//! Runs every generator, or checks that nothing would change.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use clap::Args;

use super::{crud, rust};

/// Arguments of `cargo xtask codegen`.
#[derive(Debug, Args)]
pub(crate) struct CodegenArguments {
    /// Writes nothing and fails when a generated file is not fresh.
    #[arg(long)]
    check: bool,
}

/// Generated files by path below the workspace root.
pub(crate) type GeneratedFiles = BTreeMap<PathBuf, Vec<u8>>;

/// Writes the generated files, or checks that they are fresh.
///
/// The services are derived from the entities and are schemas themselves, so they come before the Rust code.
pub(crate) fn run(arguments: &CodegenArguments) -> Result<()> {
    let root = workspace_root();
    let services = crud::generate(&root)?;
    let mut stale = apply(&root, &services, arguments.check)?;
    for path in crud::leftovers(&root, &services)? {
        if arguments.check {
            stale.push(path.display().to_string());
        } else {
            std::fs::remove_file(root.join(&path))?;
        }
    }
    stale.extend(apply(&root, &rust::generate(&root)?, arguments.check)?);
    if !stale.is_empty() {
        bail!("generated files are stale, run `cargo xtask codegen`: {}", stale.join(", "));
    }
    Ok(())
}

/// Fails when a generated file is not fresh.
pub(crate) fn check() -> Result<()> {
    run(&CodegenArguments { check: true })
}

/// Writes files that differ; a check only names them.
fn apply(root: &Path, files: &GeneratedFiles, check: bool) -> Result<Vec<String>> {
    let mut stale = Vec::new();
    for (path, content) in files {
        let target = root.join(path);
        if std::fs::read(&target).ok().as_ref() == Some(content) {
            continue;
        }
        if check {
            stale.push(path.display().to_string());
        } else {
            std::fs::create_dir_all(target.parent().context("generated file without a folder")?)?;
            std::fs::write(&target, content)?;
        }
    }
    Ok(stale)
}

/// The folder that holds the workspace's `Cargo.toml`.
pub(crate) fn workspace_root() -> PathBuf {
    crate::workspace::root()
}
