//! Prepares, shows, and leaves nothing behind.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use clap::{Args, ValueEnum};

use super::cli::Cli;
use super::daemon::Daemon;
use super::report::Report;
use super::repository;
use super::story::Provider;
use super::tour;
use crate::program::MODEL_KEY;
use crate::{binaries, image, interrupt, leftover, setup, workspace};

/// Time for helpers of a Machine to notice that it is gone.
const LEFTOVER_PATIENCE: Duration = Duration::from_secs(15);

/// Arguments of `cargo xtask demo`.
#[derive(Debug, Args)]
pub(crate) struct DemoArguments {
    /// Who answers the coding agent's model requests.
    #[arg(long, value_enum, default_value = "scripted")]
    provider: Provider,
    /// What is shown.
    #[arg(long, value_enum, default_value = "first-light")]
    story: Story,
    /// Leaves everything running at the end.
    #[arg(long)]
    keep: bool,
    /// Form of the output.
    #[arg(long, value_enum, default_value = "text")]
    output: OutputForm,
}

/// What is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Story {
    /// A Machine works, goes back in time, and becomes three.
    FirstLight,
    /// A repository with a failing test goes in, three ways are tried, three branches come out.
    Repo,
}

/// Form of the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum OutputForm {
    /// For people.
    Text,
    /// One JSON object on the standard output.
    Json,
}

/// Runs the demonstration; fails unless every step did what it should.
pub(crate) fn run(arguments: &DemoArguments) -> Result<()> {
    if arguments.provider == Provider::Anthropic
        && std::env::var_os(MODEL_KEY).is_none_or(|key| key.is_empty())
    {
        bail!("--provider anthropic needs a key in {MODEL_KEY}");
    }
    let mut report = Report::new(arguments.output == OutputForm::Json);
    report.say(arguments.provider.introduction());
    let shown = show(&mut report, arguments);
    report.print()?;
    match shown {
        Ok(()) if report.is_ok() => Ok(()),
        Ok(()) => bail!("a step failed"),
        Err(error) => Err(error.context("the demonstration failed")),
    }
}

fn show(report: &mut Report, arguments: &DemoArguments) -> Result<()> {
    report
        .step("set-up", |_| setup::set_up().map(|()| ((), "all that is needed is installed".to_owned())))?;
    let binaries = report.step("build", |_| {
        Ok((binaries::build()?, "autovibe, and its guest as a static program".to_owned()))
    })?;
    let image = report.step("image", |_| {
        let image = image::ensure(&binaries)?;
        let detail = format!("{} with Claude Code, {}", image.name, image.id);
        Ok((image, detail))
    })?;

    let folder = leftover::work_folder()?;
    let cli = Cli::new(&binaries.autovibe, &folder.path().join("data"));
    let mut daemon = report.step("start", |_| {
        let daemon = Daemon::start(&binaries.autovibe, folder.path(), arguments.provider, &cli)?;
        Ok((daemon, "Hub, database service and node in one process".to_owned()))
    })?;
    let shown = match arguments.story {
        Story::FirstLight => tour::show(report, &cli, arguments.provider, &image.id),
        Story::Repo => repository::show(report, &cli, arguments.provider, &image.id, folder.path()),
    };
    if shown.is_err() && !interrupt::is_requested() {
        keep_log(report, &daemon, folder.path());
    }
    if arguments.keep {
        let data = folder.keep().join("data");
        let (program, data) = (binaries.autovibe.display(), data.display());
        report.say(&format!(
            "\nIt all goes on, the daemon as process {}. Look around:\n  {program} --data {data} machine list\n\
             Delete the Machines with `machine delete` before you end the daemon with `kill {0}`: they outlive it.",
            daemon.pid()
        ));
        return shown;
    }
    // Both are tried in any case: what one of them leaves, the other may end.
    let deleted = report.step("delete", |_| tour::delete_everything(&cli));
    let stopped = report.step("stop", |_| stop(&mut daemon, folder.path()));
    shown.and(deleted).and(stopped)
}

fn stop(daemon: &mut Daemon, folder: &Path) -> Result<((), String)> {
    let stopped = daemon.stop();
    let left = leftover::require_none(folder, LEFTOVER_PATIENCE);
    stopped.and(left)?;
    Ok(((), "no process is left".to_owned()))
}

/// The folder goes, but the log of a failure is worth keeping.
fn keep_log(report: &Report, daemon: &Daemon, folder: &Path) {
    let target = workspace::cache().join("demo-failed.log");
    let kept = std::fs::copy(folder.join("daemon.log"), &target).context("keep the log");
    report.say(&format!("\nthe daemon's last words:\n{}", daemon.last_words()));
    if kept.is_ok() {
        report.say(&format!("its whole log: {}", target.display()));
    }
}
