//! `cargo xtask test`: all checks and all tests, each stage with a time limit, nothing left running.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use clap::Args;

use crate::binaries::{self, Binaries};
use crate::program::Program;
use crate::{check, image, interrupt, leftover, setup, workspace};

/// Crates whose `tests/` boot virtual machines: one after another, because two cores are one Machine's worth.
const MACHINE_CRATES: [&str; 2] = ["autovibe-drivers", "autovibe"];

/// The crate of whose `tests/` only this part boots a virtual machine.
const MACHINE_PART: (&str, &str) = ("autovibe-guest", "in_machine");

/// Arguments of `cargo xtask test`.
#[derive(Debug, Args)]
pub(crate) struct TestArguments {
    /// Leaves out everything that needs a virtual machine.
    #[arg(long)]
    no_machines: bool,
}

/// Stages in their order, with how each ended.
#[derive(Debug, Default)]
struct Summary {
    stages: Vec<Stage>,
}

#[derive(Debug)]
struct Stage {
    name: &'static str,
    seconds: f64,
    failure: Option<String>,
}

/// Runs the stages; a failed one does not hold back those that do not need it.
pub(crate) fn run(arguments: &TestArguments) -> Result<()> {
    let mut summary = Summary::default();
    let folder = leftover::work_folder()?;
    let with_machines = !arguments.no_machines;
    if with_machines {
        summary.stage("set-up", setup::set_up);
    }
    summary.stage("checks", check::check_all);
    summary.stage("unit tests", || unit(folder.path()));
    summary.stage("integration tests", || integration(folder.path()));
    if with_machines {
        let binaries = summary.stage("release build", binaries::build);
        let image = binaries.as_ref().and_then(|binaries| summary.stage("image", || image::ensure(binaries)));
        match (&binaries, image) {
            (Some(binaries), Some(_)) => {
                let (name, part) = MACHINE_PART;
                summary.stage(name, || machines(name, part, binaries, folder.path()));
                for name in MACHINE_CRATES {
                    summary.stage(name, || machines(name, "", binaries, folder.path()));
                }
            }
            _ => summary.skip("tests with Machines", "there is no build or no Image"),
        }
    }
    summary.stage("nothing left running", || leftover::require_none(folder.path(), Duration::from_secs(20)));
    summary.print();
    summary.result()
}

fn unit(folder: &Path) -> Result<()> {
    cargo_test(folder, Duration::from_mins(25))?.args(["--workspace", "--lib", "--bins"]).run()
}

fn integration(folder: &Path) -> Result<()> {
    let mut program = cargo_test(folder, Duration::from_mins(20))?.args(["--workspace", "--test", "*"]);
    for name in MACHINE_CRATES {
        program = program.args(["--exclude", name]);
    }
    program.run()
}

/// Runs the tests whose names contain `part`.
fn machines(name: &str, part: &str, binaries: &Binaries, folder: &Path) -> Result<()> {
    cargo_test(folder, Duration::from_mins(30))?
        .args(["--package", name, "--test", "*"])
        .args(["--", "--test-threads=1", part])
        .env("AUTOVIBE_BIN", &binaries.autovibe)
        .env("AUTOVIBE_GUEST_BIN", &binaries.guest)
        // Without it, tests that miss something say so and pass.
        .env("AUTOVIBE_TEST_QEMU", "1")
        .run()
}

fn cargo_test(folder: &Path, limit: Duration) -> Result<Program> {
    let program = binaries::cargo()?
        .arg("test")
        .arg("--no-fail-fast")
        .env("AUTOVIBE_IMAGES", workspace::images())
        // Whatever a test starts names this folder, so what it forgets is found.
        .env("TMPDIR", folder)
        .limit(limit);
    // Settings of the person who runs the tests must not change what is tested.
    Ok([
        "AUTOVIBE_DATA",
        "AUTOVIBE_HUB",
        "AUTOVIBE_TOKEN",
        "AUTOVIBE_PROVIDER",
        "AUTOVIBE_TEST_QEMU",
        "ANTHROPIC_API_KEY",
    ]
    .into_iter()
    .fold(program, Program::env_remove))
}

impl Summary {
    fn stage<T>(&mut self, name: &'static str, work: impl FnOnce() -> Result<T>) -> Option<T> {
        if interrupt::is_requested() {
            self.skip(name, "stopped on request");
            return None;
        }
        println!("== {name}");
        let begin = Instant::now();
        let result = work();
        let failure = result.as_ref().err().map(|error| format!("{error:#}"));
        if let Some(failure) = &failure {
            println!("{failure}");
        }
        self.stages.push(Stage { name, seconds: begin.elapsed().as_secs_f64(), failure });
        result.ok()
    }

    fn skip(&mut self, name: &'static str, reason: &str) {
        self.stages.push(Stage { name, seconds: 0.0, failure: Some(format!("not run: {reason}")) });
    }

    fn print(&self) {
        println!("\n== summary");
        for stage in &self.stages {
            let result =
                stage.failure.as_ref().map_or("ok", |failure| failure.lines().next().unwrap_or("failed"));
            println!("{:<24}{:>8.1} s  {result}", stage.name, stage.seconds);
        }
        println!("{:<24}{:>8.1} s", "all", self.stages.iter().map(|stage| stage.seconds).sum::<f64>());
    }

    fn result(&self) -> Result<()> {
        let failed: Vec<&str> =
            self.stages.iter().filter(|stage| stage.failure.is_some()).map(|stage| stage.name).collect();
        if !failed.is_empty() {
            bail!("failed: {}", failed.join(", "));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_failed_stage_fails_the_whole_and_is_named() {
        let mut summary = Summary::default();
        assert_eq!(summary.stage("good", || Ok(1)), Some(1));
        assert!(summary.result().is_ok());
        assert_eq!(summary.stage("bad", || -> Result<()> { bail!("no") }), None);
        summary.skip("later", "no need");
        assert_eq!(summary.result().unwrap_err().to_string(), "failed: bad, later");
    }
}
