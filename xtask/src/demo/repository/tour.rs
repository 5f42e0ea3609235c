//! What is shown: a repository goes in, three ways are tried, three branches come out.

use std::path::Path;
use std::thread;

use anyhow::{Context as _, Result, ensure};
use serde_json::Value;

use super::super::cli::{Cli, text};
use super::super::report::Report;
use super::super::story::Provider;
use super::super::surroundings::PACKAGE_HOSTS;
use super::sample::Sample;
use super::way::{LIBRARY, OTHERS, Way};

/// The Project of the demonstration.
const PROJECT: &str = "table";

/// Longest wait for a Machine, in seconds.
const WAIT: &str = "300";

/// Shows everything; the first step that fails ends it.
pub(in super::super) fn show(
    report: &mut Report,
    cli: &Cli,
    provider: Provider,
    image: &str,
    folder: &Path,
) -> Result<()> {
    let sample = report.step("repository", |_| {
        let sample = Sample::make(folder)?;
        ensure!(sample.test()?.code != 0, "the tests of the new repository pass");
        Ok((sample, "two commits, a test that fails, and a file not committed yet".to_owned()))
    })?;
    let machine = report.step("Machine", |_| {
        cli.json(&["project", "create", PROJECT, "--from", &sample.path()])?;
        let wanted =
            ["machine", "create", "--project", PROJECT, "--name", "first", "--image", image, "--wait", WAIT];
        let machine = text(&cli.json(&wanted)?, "id")?.to_owned();
        let seen = cli.exec(&machine, &["git log --oneline | wc -l; cat NOTES.md; git status --short"])?;
        ensure!(seen.contains("Wide characters are next."), "what was not committed is missing: {seen}");
        Ok((machine, "it has the history and what was not committed".to_owned()))
    })?;
    report.step("closed", |_| {
        let tried = cli.exec(&machine, &["curl --silent --show-error https://pypi.org/ 2>&1; true"])?;
        ensure!(tried.contains("403"), "the network is not closed: {tried}");
        Ok(((), "the package registry is refused".to_owned()))
    })?;
    report.step("allow", |_| {
        let [index, files] = PACKAGE_HOSTS;
        cli.json(&["egress", "allow", "--project", PROJECT, index, files])?;
        Ok(((), format!("{index} and {files}, on the running Machine")))
    })?;
    let checkpoint = report.step("checkpoint", |_| {
        let made = cli.json(&["checkpoint", "create", &machine, "--label", "before", "--wait", WAIT])?;
        Ok((text(&made, "id")?.to_owned(), "the point from which all ways begin".to_owned()))
    })?;
    report.step("first way", |report| {
        let said = cli.run_read(&machine, &LIBRARY.prompt(provider == Provider::Scripted))?;
        report.say(&said);
        Ok(((), "installed a package through the proxy, mended the code, ran the tests".to_owned()))
    })?;
    report.step("diff", |report| {
        let diff = cli.command(&["diff", &machine, "--stat"]).read()?;
        report.say(&diff);
        ensure!(diff.contains("table.py") && diff.contains("requirements.txt"), "the diff is wrong: {diff}");
        Ok(((), diff.lines().last().unwrap_or_default().trim().to_owned()))
    })?;
    let forks = report.step("fork", |_| fork(cli, &checkpoint))?;
    report.step("other ways", |report| work(report, cli, provider, &forks))?;
    let machines: Vec<String> = std::iter::once(machine).chain(forks).collect();
    report.step("deliver", |report| deliver(report, cli, &sample, &machines))?;
    report.step("tests", |report| test(report, &sample))?;
    Ok(())
}

fn ways() -> impl Iterator<Item = &'static Way> {
    std::iter::once(&LIBRARY).chain(&OTHERS)
}

fn fork(cli: &Cli, checkpoint: &str) -> Result<(Vec<String>, String)> {
    let count = OTHERS.len().to_string();
    let forks = cli.json(&["fork", checkpoint, "--count", &count, "--name-prefix", "way", "--wait", WAIT])?;
    let machines = forks.get("machines").and_then(Value::as_array).context("the answer has no machines")?;
    let ids =
        machines.iter().map(|machine| Ok(text(machine, "id")?.to_owned())).collect::<Result<Vec<_>>>()?;
    ensure!(ids.len() == OTHERS.len(), "{} forks instead of {count}", ids.len());
    Ok((ids, format!("{count} Machines from before the first way")))
}

/// Gives each fork its way, all at once.
fn work(report: &Report, cli: &Cli, provider: Provider, forks: &[String]) -> Result<((), String)> {
    let is_scripted = provider == Provider::Scripted;
    let said: Vec<Result<String>> = thread::scope(|scope| {
        let workers: Vec<_> = forks
            .iter()
            .zip(&OTHERS)
            .map(|(machine, way)| scope.spawn(move || cli.run_read(machine, &way.prompt(is_scripted))))
            .collect();
        workers
            .into_iter()
            .map(|worker| worker.join().unwrap_or_else(|_| Err(anyhow::anyhow!("the worker panicked"))))
            .collect()
    });
    for said in said {
        report.say(&said?);
    }
    Ok(((), "two more ways, at the same time".to_owned()))
}

fn deliver(report: &Report, cli: &Cli, sample: &Sample, machines: &[String]) -> Result<((), String)> {
    let before = sample.git(&["status", "--short", "--branch"])?;
    for (machine, way) in machines.iter().zip(ways()) {
        let told =
            cli.command(&["deliver", machine, "--branch", way.branch, "--into", &sample.path()]).read()?;
        report.say(&told);
    }
    let after = sample.git(&["status", "--short", "--branch"])?;
    ensure!(before == after, "the user's own working folder was touched: {after}");
    let branches = sample.git(&["branch", "--list", "wide/*"])?;
    ensure!(branches.lines().count() == machines.len(), "branches are missing: {branches}");
    Ok(((), format!("{} branches, and the working folder as it was", machines.len())))
}

fn test(report: &Report, sample: &Sample) -> Result<((), String)> {
    for way in ways() {
        let tested = sample.test_branch(way.branch)?;
        ensure!(tested.code == 0, "the tests of {} fail on the host: {}", way.branch, tested.stderr);
        report.say(&format!("{}: {}", way.branch, tested.stderr.trim().replace('\n', " ")));
    }
    Ok(((), "the tests of each branch pass on the host".to_owned()))
}
