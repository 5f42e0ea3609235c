//! Runs other programs: a time limit for each, and the whole process group ends with a stop request.

use std::ffi::OsStr;
use std::io::Read;
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use rustix::process::{Pid, Signal, kill_process_group};

use crate::interrupt;

/// Variable with the key of the real model.
pub(crate) const MODEL_KEY: &str = "ANTHROPIC_API_KEY";

/// How often a running program is looked at: short beside the shortest command we run.
const POLL: Duration = Duration::from_millis(20);

/// How long a program may take to end after SIGTERM, before SIGKILL.
const GRACE: Duration = Duration::from_secs(10);

/// One program to run.
#[derive(Debug)]
pub(crate) struct Program {
    name: String,
    command: Command,
    limit: Duration,
    is_interruptible: bool,
    shows_stderr: bool,
}

/// What a program left behind.
#[derive(Debug)]
pub(crate) struct Captured {
    /// Exit code; -1 when a signal ended the program.
    pub(crate) code: i32,
    /// Standard output; bytes outside UTF-8 are replaced.
    pub(crate) stdout: String,
    /// Error output; bytes outside UTF-8 are replaced.
    pub(crate) stderr: String,
}

impl Program {
    /// A program without input that may run for ten minutes.
    pub(crate) fn new(program: impl AsRef<OsStr>) -> Program {
        let path = Path::new(program.as_ref());
        let name = path.file_name().unwrap_or(program.as_ref()).to_string_lossy().into_owned();
        let mut command = Command::new(program.as_ref());
        // A group of its own: ctrl-c reaches only us, and we end the program with all that it started.
        command.stdin(Stdio::null()).process_group(0);
        // The key of a real model is for the daemon alone.
        command.env_remove(MODEL_KEY);
        Program { name, command, limit: Duration::from_mins(10), is_interruptible: true, shows_stderr: false }
    }

    pub(crate) fn arg(mut self, arg: impl AsRef<OsStr>) -> Program {
        self.command.arg(arg);
        self
    }

    pub(crate) fn args<I: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = I>) -> Program {
        self.command.args(args);
        self
    }

    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Program {
        self.command.env(name, value);
        self
    }

    pub(crate) fn env_remove(mut self, name: &str) -> Program {
        self.command.env_remove(name);
        self
    }

    pub(crate) fn directory(mut self, directory: &Path) -> Program {
        self.command.current_dir(directory);
        self
    }

    pub(crate) fn limit(mut self, limit: Duration) -> Program {
        self.limit = limit;
        self
    }

    /// Runs to its end even after a stop request: for cleaning up.
    pub(crate) fn uninterruptible(mut self) -> Program {
        self.is_interruptible = false;
        self
    }

    /// Shows the error output while it comes, even when the standard output is kept.
    pub(crate) fn stream_stderr(mut self) -> Program {
        self.shows_stderr = true;
        self
    }

    /// Sends the standard output to our error output, so that ours stays for the result.
    pub(crate) fn output_to_stderr(mut self) -> Result<Program> {
        let stderr = rustix::io::dup(rustix::stdio::stderr()).context("open the error output")?;
        self.command.stdout(Stdio::from(stderr));
        Ok(self)
    }

    /// Runs the program with our output and fails unless it succeeds.
    pub(crate) fn run(mut self) -> Result<()> {
        let child = self.spawn()?;
        let status = self.wait(child)?;
        if !status.success() {
            bail!("{} failed ({status})", self.name);
        }
        Ok(())
    }

    /// Runs the program and keeps its output, whatever its exit code.
    pub(crate) fn capture(mut self) -> Result<Captured> {
        self.command.stdout(Stdio::piped());
        self.command.stderr(if self.shows_stderr { Stdio::inherit() } else { Stdio::piped() });
        let mut child = self.spawn()?;
        let stdout = drain(child.stdout.take());
        let stderr = drain(child.stderr.take());
        let status = self.wait(child)?;
        Ok(Captured { code: status.code().unwrap_or(-1), stdout: text(stdout), stderr: text(stderr) })
    }

    /// Runs the program and returns its standard output; fails with its last words unless it succeeds.
    pub(crate) fn read(self) -> Result<String> {
        let name = self.name.clone();
        let captured = self.capture()?;
        if captured.code != 0 {
            let words = last_lines(&captured.stderr, 12);
            bail!("{name} failed (exit code {}): {words}", captured.code);
        }
        Ok(captured.stdout)
    }

    fn spawn(&mut self) -> Result<Child> {
        if self.is_interruptible && interrupt::is_requested() {
            bail!("stopped on request");
        }
        self.command.spawn().with_context(|| format!("start {}", self.name))
    }

    fn wait(&self, mut child: Child) -> Result<ExitStatus> {
        let begin = Instant::now();
        loop {
            if let Some(status) = child.try_wait().with_context(|| format!("wait for {}", self.name))? {
                return Ok(status);
            }
            if self.is_interruptible && interrupt::is_requested() {
                end_group(&mut child);
                bail!("{}: stopped on request", self.name);
            }
            if begin.elapsed() > self.limit {
                end_group(&mut child);
                bail!("{} took longer than {} s", self.name, self.limit.as_secs());
            }
            std::thread::sleep(POLL);
        }
    }
}

/// Ends a process group: SIGTERM, and SIGKILL when that does not help.
pub(crate) fn end_group(child: &mut Child) {
    let Some(group) = i32::try_from(child.id()).ok().and_then(Pid::from_raw) else { return };
    // An error means that the group is gone, which is what we want.
    let _ = kill_process_group(group, Signal::TERM);
    let begin = Instant::now();
    while begin.elapsed() < GRACE {
        if matches!(child.try_wait(), Ok(Some(_))) {
            break;
        }
        std::thread::sleep(POLL);
    }
    let _ = kill_process_group(group, Signal::KILL);
    let _ = child.wait();
}

/// The last lines of a text, for error messages.
pub(crate) fn last_lines(text: &str, count: usize) -> String {
    let lines: Vec<&str> = text.trim_end().lines().collect();
    lines[lines.len().saturating_sub(count)..].join("\n")
}

fn drain(pipe: Option<impl Read + Send + 'static>) -> Option<JoinHandle<Vec<u8>>> {
    pipe.map(|mut pipe| {
        std::thread::spawn(move || {
            let mut bytes = Vec::new();
            // What was read before an error is still worth showing.
            let _ = pipe.read_to_end(&mut bytes);
            bytes
        })
    })
}

fn text(reader: Option<JoinHandle<Vec<u8>>>) -> String {
    let bytes = reader.and_then(|reader| reader.join().ok()).unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_captured_program_keeps_both_outputs_and_its_code() {
        let captured = Program::new("sh").args(["-c", "echo out; echo err >&2; exit 3"]).capture().unwrap();
        assert_eq!(
            (captured.code, captured.stdout.as_str(), captured.stderr.as_str()),
            (3, "out\n", "err\n")
        );
    }

    #[test]
    fn a_program_over_its_limit_ends_with_its_children() {
        let begin = Instant::now();
        let program = Program::new("sh").args(["-c", "sleep 60 & wait"]).limit(Duration::from_millis(200));
        let error = program.run().unwrap_err();
        assert!(error.to_string().contains("took longer"), "{error}");
        assert!(begin.elapsed() < Duration::from_secs(20));
    }

    #[test]
    fn last_lines_are_the_last_ones() {
        assert_eq!(last_lines("a\nb\nc\n", 2), "b\nc");
        assert_eq!(last_lines("", 2), "");
    }
}
