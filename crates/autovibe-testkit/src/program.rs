//! The `autovibe` program as a user calls it.

use std::io::{BufRead as _, BufReader, Read, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

/// No command of a test takes longer, under software emulation too.
const CALL_LIMIT: Duration = Duration::from_secs(300);

/// What a call of the program gave.
#[derive(Debug, Clone)]
pub struct Program {
    /// Exit code; 128 and more after a signal.
    pub code: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

/// Where the program lies: `AUTOVIBE_BIN`, set by `cargo xtask test`, else the build folder of this test.
///
/// # Errors
/// When it was not built.
pub fn autovibe_program() -> Result<PathBuf> {
    if let Some(path) = std::env::var_os("AUTOVIBE_BIN") {
        return Ok(PathBuf::from(path));
    }
    let here = std::env::current_exe()?;
    let folder = here.ancestors().nth(2).context("a test program lies in target/PROFILE/deps")?;
    let path = folder.join("autovibe");
    anyhow::ensure!(path.is_file(), "{} does not exist; run `cargo xtask test`", path.display());
    Ok(path)
}

impl Program {
    /// Calls the program with a data folder and waits for its end.
    ///
    /// # Errors
    /// When it cannot be started or does not end.
    pub fn call(data: &Path, arguments: &[&str]) -> Result<Program> {
        Program::call_with_input(data, arguments, b"")
    }

    /// Calls the program with something on its standard input.
    ///
    /// # Errors
    /// When it cannot be started or does not end.
    pub fn call_with_input(data: &Path, arguments: &[&str], input: &[u8]) -> Result<Program> {
        let mut child = command(data, arguments)?.stdin(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
        let mut stdin = child.stdin.take().context("a piped input")?;
        let out = collect(child.stdout.take().context("a piped output")?);
        let err = collect(child.stderr.take().context("a piped error output")?);
        let input = input.to_vec();
        // A program may end without reading its input; that is not this caller's failure.
        let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
        let begin = Instant::now();
        let status = loop {
            if let Some(status) = child.try_wait()? {
                break status;
            }
            if begin.elapsed() > CALL_LIMIT {
                child.kill()?;
                child.wait()?;
                bail!("autovibe {arguments:?} does not end");
            }
            std::thread::sleep(Duration::from_millis(5));
        };
        let text = |thread: JoinHandle<Vec<u8>>| {
            String::from_utf8_lossy(&thread.join().unwrap_or_default()).into_owned()
        };
        let _ = writer.join();
        Ok(Program { code: status.code().unwrap_or(128), out: text(out), err: text(err) })
    }
}

/// A command that goes on until it is dropped.
#[derive(Debug)]
pub struct RunningProgram {
    child: Child,
    out: BufReader<ChildStdout>,
}

impl RunningProgram {
    pub(crate) fn start(data: &Path, arguments: &[&str]) -> Result<RunningProgram> {
        let mut child = command(data, arguments)?.stdin(Stdio::null()).stderr(Stdio::null()).spawn()?;
        let out = BufReader::new(child.stdout.take().context("a piped output")?);
        Ok(RunningProgram { child, out })
    }

    /// The next line of its standard output; empty at the end.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn line(&mut self) -> Result<String> {
        let mut line = String::new();
        self.out.read_line(&mut line)?;
        Ok(line)
    }
}

impl Drop for RunningProgram {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn command(data: &Path, arguments: &[&str]) -> Result<Command> {
    let mut command = Command::new(autovibe_program()?);
    command.arg("--data").arg(data).args(arguments).stdout(Stdio::piped());
    Ok(command)
}

fn collect(mut source: impl Read + Send + 'static) -> JoinHandle<Vec<u8>> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        let _ = source.read_to_end(&mut bytes);
        bytes
    })
}
