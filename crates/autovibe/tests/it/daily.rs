//! A day's work in one Machine: a repository goes in, the way out obeys rules, a Secret and a Budget hold, a branch
//! comes out.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use autovibe_testkit::{Layout, System};
use serde_json::Value;

/// A value that exists nowhere else.
const VALUE: &str = "canary-secret-71c5e0b9d2";

/// A host that only this test's daemon can find.
const HOST: &str = "files.test";

#[tokio::test(flavor = "multi_thread")]
async fn work_goes_in_and_comes_out_within_its_limits() -> Result<()> {
    let port = serve_files()?;
    let resolve = format!("{HOST}=127.0.0.1:{port}");
    let system = System::start_with(Layout::OneProcess, &["--egress-test-resolve", &resolve], &[])?;
    let repository = system.folder().join("repository");
    make_repository(&repository)?;

    say(&system, &["project", "create", "work", "--from", &repository.display().to_string()])?;
    let machine = create(&system)?;
    let seen =
        inside(&system, &machine, "git log --format=%s | head -2; cat draft.txt; git branch --show-current")?;
    ensure!(seen.contains("first commit") && seen.contains("not committed yet"), "{seen}");
    ensure!(seen.contains("autovibe/day"), "{seen}");

    let fetch = format!("curl --silent --write-out '%{{http_code}}' http://{HOST}/tool.txt");
    let refused = inside(&system, &machine, &fetch)?;
    ensure!(refused.contains("403") && refused.contains("autovibe egress allow"), "{refused}");
    say(&system, &["egress", "allow", "--project", "work", HOST])?;
    ensure!(inside(&system, &machine, &fetch)? == "a tool\n200", "the rule is not obeyed at once");
    let log = say(&system, &["egress", "log", "--project", "work"])?;
    ensure!(log.contains("refused") && log.contains(&format!("{HOST}:80")), "{log}");

    let set = ["secret", "set", "API_TOKEN", "--project", "work", "--host", HOST];
    let done = system.call_with_input(&set, VALUE.as_bytes())?;
    ensure!(done.code == 0, "{}", done.err);
    wait_until("the placeholder", || Ok(inside(&system, &machine, "echo $API_TOKEN")?.starts_with("avp_")))?;

    held_and_raised(&system, &machine)?;
    let found = files_with(&system.folder().join("data"), VALUE.as_bytes())?;
    ensure!(found.is_empty(), "the value of the secret lies in {found:?}");

    let into = repository.display().to_string();
    say(&system, &["deliver", &machine, "--branch", "made", "--into", &into])?;
    let made = git(&repository, &["show", "made:made.txt"])?;
    ensure!(made == "three\n", "{made}");
    ensure!(git(&repository, &["status", "--short"])?.trim() == "?? draft.txt", "the folder was touched");
    Ok(())
}

/// The Budget is used up in the middle of a Turn; raised, the same Turn goes on.
fn held_and_raised(system: &System, machine: &str) -> Result<()> {
    say(system, &["budget", "set", "--project", "work", "--cost", "0.30"])?;
    let prompt = "script: cost 0.20\nscript: run echo one > made.txt\nscript: cost 0.20\n\
                  script: run echo two > made.txt\nscript: cost 0.20\nscript: run echo three > made.txt\n\
                  script: say done";
    let sent = json(system, &["run", "--detach", "--machine", machine, prompt])?;
    let turn = text(&sent, "turnId")?;
    wait_until("the budget to hold the machine", || {
        Ok(text(&json(system, &["machine", "show", machine])?, "state")? == "MACHINE_STATE_PAUSED")
    })?;
    let held = json(system, &["machine", "show", machine])?;
    ensure!(text(&held, "failure")?.contains("autovibe budget set"), "{held}");
    ensure!(text(&held, "turnId")? == turn, "{held}");
    let checkpoints = json(system, &["checkpoint", "list", machine])?;
    ensure!(checkpoints.to_string().contains("\"budget\""), "{checkpoints}");
    let resumed = system.call(&["machine", "resume", machine])?;
    ensure!(resumed.code != 0 && resumed.err.contains("BUDGET_REACHED"), "{}", resumed.err);

    say(system, &["budget", "set", "--project", "work", "--cost", "5.00"])?;
    let shown = say(system, &["attach", machine, "--turn", turn])?;
    ensure!(shown.contains("done") && shown.contains("■ ok"), "{shown}");
    Ok(())
}

fn create(system: &System) -> Result<String> {
    let wanted = ["machine", "create", "--project", "work", "--name", "day", "--memory-mib", "1024"];
    let made = json(system, &[&wanted[..], &["--allow-any-size", "--wait", "300"]].concat())?;
    ensure!(text(&made, "state")? == "MACHINE_STATE_READY", "{made}");
    Ok(text(&made, "id")?.to_owned())
}

fn inside(system: &System, machine: &str, command: &str) -> Result<String> {
    let done = system.call(&["machine", "exec", machine, command])?;
    ensure!(done.code == 0, "{command}: {} {}", done.out, done.err);
    Ok(done.out)
}

fn say(system: &System, arguments: &[&str]) -> Result<String> {
    let done = system.call(arguments)?;
    ensure!(done.code == 0, "{arguments:?}: {} {}", done.out, done.err);
    Ok(done.out)
}

fn json(system: &System, arguments: &[&str]) -> Result<Value> {
    let out = say(system, &[&["--output", "json"], arguments].concat())?;
    serde_json::from_str(&out).with_context(|| format!("{arguments:?}: {out}"))
}

fn text<'a>(value: &'a Value, name: &str) -> Result<&'a str> {
    value.get(name).and_then(Value::as_str).with_context(|| format!("no {name} in {value}"))
}

fn wait_until(what: &str, mut holds: impl FnMut() -> Result<bool>) -> Result<()> {
    let begin = Instant::now();
    while !holds()? {
        ensure!(begin.elapsed() < Duration::from_secs(180), "waited too long for {what}");
        std::thread::sleep(Duration::from_millis(500));
    }
    Ok(())
}

/// Answers every request with the same few bytes.
fn serve_files() -> Result<u16> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let port = listener.local_addr()?.port();
    std::thread::spawn(move || {
        for mut connection in listener.incoming().flatten() {
            let mut request = [0; 4096];
            let _ = connection.read(&mut request);
            let _ = connection
                .write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 7\r\nconnection: close\r\n\r\na tool\n");
        }
    });
    Ok(port)
}

fn make_repository(folder: &Path) -> Result<()> {
    std::fs::create_dir(folder)?;
    git(folder, &["init", "--quiet", "--initial-branch", "main"])?;
    std::fs::write(folder.join("README.md"), "a repository\n")?;
    git(folder, &["add", "--all"])?;
    git(folder, &["commit", "--quiet", "--message", "first commit"])?;
    std::fs::write(folder.join("draft.txt"), "not committed yet\n")?;
    Ok(())
}

/// Git as a user calls it, without this computer's own settings.
fn git(folder: &Path, arguments: &[&str]) -> Result<String> {
    let output = Command::new("git")
        .args(["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"])
        .args(arguments)
        .current_dir(folder)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .output()?;
    ensure!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    Ok(String::from_utf8(output.stdout)?)
}

/// Files below a folder that hold some bytes, memory images and disks included.
fn files_with(folder: &Path, bytes: &[u8]) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for entry in folder.read_dir()? {
        let entry = entry?;
        let kind = entry.file_type()?;
        if kind.is_dir() {
            found.extend(files_with(&entry.path(), bytes)?);
        } else if kind.is_file() && holds(&entry.path(), bytes)? {
            found.push(entry.path().display().to_string());
        }
    }
    Ok(found)
}

fn holds(path: &Path, bytes: &[u8]) -> Result<bool> {
    let mut file = std::fs::File::open(path)?;
    let mut window = Vec::new();
    let mut piece = vec![0; 1 << 20];
    loop {
        let count = file.read(&mut piece)?;
        if count == 0 {
            return Ok(false);
        }
        window.extend_from_slice(&piece[..count]);
        let first = bytes[0];
        let is_there =
            window.iter().enumerate().any(|(at, byte)| *byte == first && window[at..].starts_with(bytes));
        if is_there {
            return Ok(true);
        }
        // A find may lie across two pieces.
        let keep = window.len().saturating_sub(bytes.len() - 1);
        window.drain(..keep);
    }
}
