//! What is shown: a Machine works, goes back in time, and becomes three.

use std::thread;

use anyhow::{Context as _, Result, ensure};
use serde_json::Value;

use super::cli::{Cli, number, text};
use super::report::Report;
use super::story::{FILE, Provider};

/// The Project of the demonstration.
const PROJECT: &str = "demo";

/// Longest wait for a Machine, in seconds: it boots in about ten under software emulation.
const WAIT: &str = "300";

/// Shows everything; the first step that fails ends it.
pub(super) fn show(report: &mut Report, cli: &Cli, provider: Provider, image: &str) -> Result<()> {
    let machine = report.step("Machine", |_| {
        cli.json(&["project", "create", PROJECT])?;
        let wanted =
            ["machine", "create", "--project", PROJECT, "--name", "first", "--image", image, "--wait", WAIT];
        let machine = cli.json(&wanted)?;
        require_ready(&machine)?;
        Ok((text(&machine, "id")?.to_owned(), "a virtual machine runs and its guest is connected".to_owned()))
    })?;
    let first = report.step("first prompt", |report| first_prompt(report, cli, provider, &machine))?;
    let checkpoint = report.step("checkpoint", |_| {
        let made = cli.json(&["checkpoint", "create", &machine, "--label", "before", "--wait", WAIT])?;
        let (pause, size) =
            (number(&made, "pauseUs") / 1000.0, number(&made, "sizeBytes") / f64::from(1 << 20));
        Ok((text(&made, "id")?.to_owned(), format!("{size:.0} MiB, paused for {pause:.0} ms")))
    })?;
    report.step("second prompt", |report| {
        prompt(report, cli, &machine, &provider.second_prompt())?;
        let content = show_file(report, cli, &machine)?;
        provider.check_second(&first, &content)?;
        Ok(((), format!("the agent changed {FILE}")))
    })?;
    report.step("restore", |report| {
        let restored = cli.json(&["checkpoint", "restore", &checkpoint, "--wait", WAIT])?;
        require_ready(&restored)?;
        let content = show_file(report, cli, &machine)?;
        ensure!(content == first, "{FILE} is not what it was: {content}");
        Ok(((), format!("the old {FILE} is back")))
    })?;
    report.step("conversation", |report| {
        let said = cli.run_read(&machine, &provider.recall_prompt())?;
        report.say(&said);
        provider.check_recall(&said)?;
        Ok(((), "the agent knows the first prompt and not the second one".to_owned()))
    })?;
    let forks = report.step("fork", |_| fork(cli, &checkpoint, provider))?;
    report.step("three prompts", |report| work_in_forks(report, cli, provider, &forks))?;
    Ok(())
}

/// Deletes all that the demonstration made; goes on after a stop request.
pub(super) fn delete_everything(cli: &Cli) -> Result<((), String)> {
    let mut count = 0;
    let machines = cli.json_for_cleaning(&["machine", "list"])?;
    for machine in machines.as_array().context("the answer is no list")? {
        cli.json_for_cleaning(&["machine", "delete", text(machine, "id")?, "--wait", WAIT])?;
        count += 1;
    }
    let checkpoints = cli.json_for_cleaning(&["checkpoint", "list"])?;
    for checkpoint in checkpoints.as_array().context("the answer is no list")? {
        cli.command(&["checkpoint", "delete", text(checkpoint, "id")?]).uninterruptible().read()?;
    }
    let projects = cli.json_for_cleaning(&["project", "list"])?;
    for project in projects.as_array().context("the answer is no list")? {
        cli.command(&["project", "delete", text(project, "id")?]).uninterruptible().read()?;
    }
    let left = cli.json_for_cleaning(&["machine", "list"])?;
    ensure!(left.as_array().is_some_and(Vec::is_empty), "Machines are left: {left}");
    Ok(((), format!("{count} Machines deleted")))
}

fn first_prompt(report: &Report, cli: &Cli, provider: Provider, machine: &str) -> Result<(String, String)> {
    prompt(report, cli, machine, &provider.first_prompt())?;
    let count = cli.tool_call_count(machine)?;
    let least = provider.tool_calls_min();
    ensure!(count >= least, "the agent made {count} tool calls instead of {least}");
    let content = show_file(report, cli, machine)?;
    provider.check_first(&content)?;
    Ok((content, format!("the agent wrote {FILE} and ran it, {count} tool calls")))
}

/// Three new Machines from the Checkpoint, each with the same file.
fn fork(cli: &Cli, checkpoint: &str, provider: Provider) -> Result<(Vec<String>, String)> {
    let count = provider.fork_prompts().len().to_string();
    let forks = cli.json(&["fork", checkpoint, "--count", &count, "--name-prefix", "way", "--wait", WAIT])?;
    let machines = forks.get("machines").and_then(Value::as_array).context("the answer has no machines")?;
    ensure!(machines.len().to_string() == count, "{} forks instead of {count}", machines.len());
    let mut ids = Vec::new();
    for machine in machines {
        require_ready(machine)?;
        ids.push(text(machine, "id")?.to_owned());
    }
    Ok((ids, format!("{count} Machines from one checkpoint")))
}

/// Gives each fork its own prompt, all at once.
fn work_in_forks(report: &Report, cli: &Cli, provider: Provider, forks: &[String]) -> Result<((), String)> {
    let prompts = provider.fork_prompts();
    let results: Vec<Result<String>> = thread::scope(|scope| {
        let workers: Vec<_> = forks
            .iter()
            .zip(&prompts)
            .map(|(machine, (_, prompt))| scope.spawn(move || cli.run_read(machine, prompt)))
            .collect();
        workers
            .into_iter()
            .map(|worker| worker.join().unwrap_or_else(|_| Err(anyhow::anyhow!("the worker panicked"))))
            .collect()
    });
    let mut contents = Vec::new();
    for ((machine, (greeting, _)), result) in forks.iter().zip(&prompts).zip(results) {
        result.with_context(|| format!("the fork that says {greeting}"))?;
        contents.push((*greeting, show_file(report, cli, machine)?));
    }
    provider.check_forks(&contents)?;
    Ok(((), "three prompts, three different results".to_owned()))
}

/// Gives a prompt; people see the events as they come.
fn prompt(report: &Report, cli: &Cli, machine: &str, prompt: &str) -> Result<()> {
    for line in prompt.lines() {
        report.say(&format!("> {line}"));
    }
    if report.is_json() { cli.run_read(machine, prompt).map(|_| ()) } else { cli.run_shown(machine, prompt) }
}

fn show_file(report: &Report, cli: &Cli, machine: &str) -> Result<String> {
    let content = cli.exec(machine, &["cat", FILE])?;
    for line in content.lines() {
        report.say(&format!("  {FILE}: {line}"));
    }
    Ok(content)
}

fn require_ready(machine: &Value) -> Result<()> {
    let state = text(machine, "state")?;
    ensure!(state == "MACHINE_STATE_READY", "the Machine is not ready: {machine}");
    Ok(())
}
