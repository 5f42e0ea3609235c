//! The command line as people and programs use it, on one Machine.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use autovibe_testkit::{Layout, Program, System};

/// A Machine's address as the command line takes it.
const MACHINE: &str = "test/worker";

#[tokio::test(flavor = "multi_thread")]
async fn the_command_line_does_what_it_says() -> Result<()> {
    let system = System::start(Layout::OneProcess)?;
    let fleet = system.fleet().await?;
    fleet.machine("worker").await?;
    // Everything below blocks, as the program does for a person.
    programs_run_and_end(&system)?;
    files_are_copied(&system)?;
    ports_are_reached(&system)?;
    tokens_hold_to_their_role(&system)?;
    work_can_be_followed(&system)
}

fn done(system: &System, arguments: &[&str], input: &[u8], code: i32) -> Result<Program> {
    let program = system.call_with_input(arguments, input)?;
    ensure!(
        program.code == code,
        "{arguments:?} ended with {} instead of {code}: {}",
        program.code,
        program.err
    );
    Ok(program)
}

fn programs_run_and_end(system: &System) -> Result<()> {
    let said = done(
        system,
        &["machine", "exec", MACHINE, "--", "sh", "-c", "echo one; echo two >&2; exit 41"],
        b"",
        41,
    )?;
    ensure!(said.out == "one\n" && said.err == "two\n", "{said:?}");
    let counted = done(system, &["machine", "exec", MACHINE, "--", "wc", "-c"], &[b'x'; 300_000], 0)?;
    ensure!(counted.out.trim() == "300000", "{counted:?}");
    let user = done(system, &["machine", "exec", "--user", "root", MACHINE, "--", "id", "-un"], b"", 0)?;
    ensure!(user.out == "root\n", "{user:?}");
    let shell = done(system, &["shell", MACHINE], b"cd /\necho the shell is in $(pwd)\nexit 7\n", 7)?;
    ensure!(shell.out.contains("the shell is in /\n"), "{shell:?}");
    let refused = done(system, &["machine", "exec", "test/nobody", "--", "true"], b"", 4)?;
    ensure!(refused.err.contains("nobody"), "{refused:?}");
    Ok(())
}

fn files_are_copied(system: &System) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let place = |name: &str| folder.path().join(name).display().to_string();
    // Every byte value, more than one frame, and no whole number of frames.
    let bytes: Vec<u8> =
        (0..300_001_u32).map(|index| index.wrapping_mul(2_654_435_761).to_be_bytes()[0]).collect();
    std::fs::write(place("blob"), &bytes)?;
    done(system, &["machine", "cp", &place("blob"), &format!("{MACHINE}:blob.bin")], b"", 0)?;
    let size = done(system, &["machine", "exec", MACHINE, "--", "stat", "-c", "%s %U", "blob.bin"], b"", 0)?;
    ensure!(size.out == "300001 agent\n", "{size:?}");
    done(system, &["machine", "cp", &format!("{MACHINE}:blob.bin"), &place("back")], b"", 0)?;
    ensure!(std::fs::read(place("back"))? == bytes, "the file changed on its way");

    std::fs::create_dir_all(folder.path().join("tree/deep/er"))?;
    std::fs::write(place("tree/top.txt"), "top")?;
    std::fs::write(place("tree/deep/er/leaf.bin"), &bytes[..70_000])?;
    done(system, &["machine", "cp", &place("tree"), &format!("{MACHINE}:tree")], b"", 0)?;
    done(system, &["machine", "cp", &format!("{MACHINE}:tree/"), &place("tree-back")], b"", 0)?;
    ensure!(std::fs::read(place("tree-back/top.txt"))? == b"top", "a file of the folder changed");
    ensure!(
        std::fs::read(place("tree-back/deep/er/leaf.bin"))? == bytes[..70_000],
        "a file of the folder changed"
    );

    let missing = system.call(&["machine", "cp", &format!("{MACHINE}:no-such-file"), &place("never")])?;
    ensure!(missing.code != 0 && !missing.err.is_empty(), "{missing:?}");
    ensure!(!Path::new(&place("never")).exists(), "a failed copy left a file");
    Ok(())
}

fn ports_are_reached(system: &System) -> Result<()> {
    let serve = "mkdir -p site && echo from the machine > site/index.html && \
                 setsid python3 -m http.server 8123 --bind 127.0.0.1 --directory site > /dev/null 2>&1 < /dev/null &";
    done(system, &["machine", "exec", MACHINE, "--", serve], b"", 0)?;
    let mut forward = system.start_program(&["port-forward", MACHINE, "0:8123"])?;
    let line = forward.line()?;
    let port =
        line.split_whitespace().next().and_then(|address| address.rsplit(':').next()).unwrap_or_default();
    let port: u16 = port.parse().with_context(|| format!("{line:?} names no port"))?;
    let begin = Instant::now();
    loop {
        let answer = get(port).unwrap_or_default();
        if answer.contains("from the machine") {
            ensure!(answer.starts_with("HTTP/1.0 200"), "{answer}");
            return Ok(());
        }
        // Under software emulation the server in the Machine takes a while to begin.
        ensure!(begin.elapsed() < Duration::from_secs(60), "the forwarded port gives {answer:?}");
        std::thread::sleep(Duration::from_millis(300));
    }
}

fn get(port: u16) -> Result<String> {
    let mut connection = TcpStream::connect(("127.0.0.1", port))?;
    connection.set_read_timeout(Some(Duration::from_secs(20)))?;
    connection.write_all(b"GET / HTTP/1.0\r\n\r\n")?;
    let mut answer = String::new();
    connection.read_to_string(&mut answer)?;
    Ok(answer)
}

fn tokens_hold_to_their_role(system: &System) -> Result<()> {
    let secret =
        done(system, &["token", "create", "reader", "--role", "viewer"], b"", 0)?.out.trim().to_owned();
    let listed = done(system, &["--token", &secret, "machine", "list"], b"", 0)?;
    ensure!(listed.out.contains("worker"), "{listed:?}");
    done(system, &["--token", &secret, "machine", "create", "--project", "test"], b"", 3)?;
    done(system, &["--token", &secret, "send", MACHINE, "hello"], b"", 3)?;
    done(system, &["--token", &secret, "machine", "exec", MACHINE, "--", "true"], b"", 3)?;
    done(system, &["--token", &secret, "token", "create", "more", "--role", "admin"], b"", 3)?;
    let tokens = done(system, &["--output", "json", "token", "list"], b"", 0)?;
    ensure!(tokens.out.contains("reader") && !tokens.out.contains(&secret), "{tokens:?}");
    done(system, &["token", "revoke", "reader"], b"", 0)?;
    done(system, &["--token", &secret, "machine", "list"], b"", 3)?;
    let machines = done(system, &["--output", "json", "machine", "list"], b"", 0)?;
    let machines: Vec<serde_json::Value> = serde_json::from_str(&machines.out)?;
    ensure!(machines.len() == 1, "a refused call made a machine: {machines:?}");
    Ok(())
}

fn work_can_be_followed(system: &System) -> Result<()> {
    let run =
        done(system, &["--output", "json", "run", "--machine", MACHINE, "script: say it is done"], b"", 0)?;
    let last = json_lines(&run.out)?.pop().unwrap_or_default();
    ensure!(
        last["turn"]["result"]["text"].as_str().is_some_and(|text| text.contains("it is done")),
        "{last}"
    );
    let failed = done(
        system,
        &["--output", "json", "run", "--machine", MACHINE, "script: error 401 no such key"],
        b"",
        5,
    )?;
    ensure!(failed.err.contains("TURN_FAILED"), "{}", failed.err);
    let last = json_lines(&failed.out)?.pop().unwrap_or_default();
    ensure!(last["turn"]["result"]["httpStatus"] == 401, "{last}");

    let logs = json_lines(&done(system, &["--output", "json", "machine", "logs", MACHINE], b"", 0)?.out)?;
    let texts = logs.iter().filter(|event| event.get("agentEvent").is_some()).count();
    ensure!(
        texts > 0 && logs.iter().any(|event| event.get("machineEvent").is_some()),
        "{} events",
        logs.len()
    );
    let console = done(system, &["machine", "console", MACHINE], b"", 0)?;
    ensure!(console.out.contains("autovibe-guest"), "the console shows {:?}", console.out);
    let mailbox = done(system, &["--output", "json", "mailbox", MACHINE], b"", 0)?;
    let mailbox: Vec<serde_json::Value> = serde_json::from_str(&mailbox.out)?;
    ensure!(mailbox.iter().all(|item| item["message"]["body"].get("timer").is_some()), "{mailbox:?}");
    let letters = done(system, &["--output", "json", "deadletter", "list"], b"", 0)?;
    let letters: Vec<serde_json::Value> = serde_json::from_str(&letters.out)?;
    ensure!(letters.is_empty(), "{letters:?}");
    let status = done(system, &["--output", "json", "status"], b"", 0)?;
    let status: serde_json::Value = serde_json::from_str(&status.out)?;
    ensure!(
        status["nodes"].as_array().is_some_and(|nodes| nodes.len() == 1 && nodes[0]["name"] == "local"),
        "{status}"
    );
    Ok(())
}

fn json_lines(text: &str) -> Result<Vec<serde_json::Value>> {
    text.lines()
        .map(|line| serde_json::from_str(line).with_context(|| format!("{line:?} is no JSON")))
        .collect()
}
