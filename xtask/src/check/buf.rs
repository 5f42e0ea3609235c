//! Form, rules and compatibility of the Protobuf schemas.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};

use crate::program::{Program, last_lines};
use crate::setup::npm_tool;
use crate::workspace;

/// What the schemas have to stay compatible with: the latest commit of the main branch.
const BASE: &str = "main";

/// The schemas are written as `buf format` writes them.
pub(super) fn format() -> Result<()> {
    buf(&["format", "--diff", "--exit-code"]).context("repair with `cargo xtask check --fix`")
}

/// Writes the schemas as they are to be written.
pub(super) fn rewrite() -> Result<()> {
    buf(&["format", "--write"])
}

/// The schemas keep the rules of buf.yaml.
pub(super) fn lint() -> Result<()> {
    buf(&["lint"])
}

/// The schemas can be read by what was written with those of the main branch.
pub(super) fn breaking() -> Result<()> {
    let root = workspace::root();
    let Some(base) = base(&root)? else {
        println!("  there is no earlier commit of {BASE} with schemas, so there is nothing to break");
        return Ok(());
    };
    buf(&["breaking", "--against", &format!(".git#ref={base}")])
}

/// The newest commit of the main branch, local or fetched, that has schemas.
fn base(root: &Path) -> Result<Option<String>> {
    for branch in [BASE.to_owned(), format!("origin/{BASE}")] {
        let git = |arguments: &[&str]| {
            Program::new("git").args(arguments).directory(root).limit(Duration::from_mins(1)).capture()
        };
        let parsed = git(&["rev-parse", "--verify", "--quiet", &format!("{branch}^{{commit}}")])?;
        let commit = parsed.stdout.trim().to_owned();
        if parsed.code != 0 || commit.is_empty() {
            continue;
        }
        let listed = git(&["ls-tree", "--name-only", &commit, "buf.yaml", "proto/"])?.stdout;
        // Without buf.yaml in that commit, buf would not find its modules.
        if listed.lines().count() >= 2 {
            return Ok(Some(commit));
        }
    }
    Ok(None)
}

fn buf(arguments: &[&str]) -> Result<()> {
    let captured = Program::new(npm_tool("buf")?)
        .args(arguments)
        .directory(&workspace::root())
        .limit(Duration::from_mins(2))
        .capture()?;
    // Findings end with code 100, faults of the set-up with 1: both fail.
    if captured.code != 0 {
        bail!("{}{}", last_lines(&captured.stdout, 60), last_lines(&captured.stderr, 20));
    }
    Ok(())
}
