//! Runs every check to its end and tells all failures at once.

use std::time::Instant;

use anyhow::{Result, bail};
use clap::Args;

use super::buf;
use crate::binaries::cargo;
use crate::codegen;

/// Arguments of `cargo xtask check`.
#[derive(Debug, Args)]
pub(crate) struct CheckArguments {
    /// Repairs the form of code and schemas first.
    #[arg(long)]
    fix: bool,
}

/// One check with its name.
type Check = (&'static str, fn() -> Result<()>);

const CHECKS: [Check; 8] = [
    ("lock file", lock_file),
    ("rustfmt", rustfmt),
    ("buf format", buf::format),
    ("buf lint", buf::lint),
    ("buf breaking", buf::breaking),
    ("generated code", codegen::check),
    ("tidy", tidy),
    ("clippy", clippy),
];

/// Repairs what can be repaired if asked, then checks.
pub(crate) fn run(arguments: &CheckArguments) -> Result<()> {
    if arguments.fix {
        cargo()?.args(["fmt", "--all"]).run()?;
        buf::rewrite()?;
    }
    check_all()
}

/// Runs all checks; fails when one of them does.
pub(crate) fn check_all() -> Result<()> {
    let mut failed = Vec::new();
    for (name, check) in CHECKS {
        let begin = Instant::now();
        let result = check();
        let seconds = begin.elapsed().as_secs_f64();
        match result {
            Ok(()) => println!("ok      {name} ({seconds:.1} s)"),
            Err(error) => {
                println!("FAILED  {name} ({seconds:.1} s)\n{error:#}");
                failed.push(name);
            }
        }
    }
    if !failed.is_empty() {
        bail!("these checks failed: {}", failed.join(", "));
    }
    Ok(())
}

/// Cargo.lock has what the manifests ask for.
fn lock_file() -> Result<()> {
    cargo()?.args(["tree", "--quiet", "--locked", "--package", "xtask", "--depth", "0"]).run()
}

fn rustfmt() -> Result<()> {
    cargo()?.args(["fmt", "--all", "--check"]).run()
}

fn clippy() -> Result<()> {
    cargo()?
        .args([
            "clippy",
            "--quiet",
            "--workspace",
            "--all-targets",
            "--all-features",
            "--",
            "--deny",
            "warnings",
        ])
        .run()
}

fn tidy() -> Result<()> {
    cargo()?.args(["test", "--quiet", "--package", "xtask", "--test", "tidy"]).run()
}
