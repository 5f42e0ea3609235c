//! Runs the programs that a build calls: limits, last words, and an end for all of them on cancel.

use std::collections::VecDeque;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{ExitStatus, Stdio};
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process_group};
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncReadExt, BufReader};
use tokio::process::{Child, ChildStdin, Command};

use super::error::ImageError;

/// Lines of error output that are kept: enough for apt's account of a failed download.
const LAST_LINES_COUNT: usize = 20;
/// Most bytes that an answer may have; `npm view` of a large package is about 100 KiB.
const ANSWER_BYTES_MAX: u64 = 4 << 20;

/// One program to run once.
pub(super) struct Program {
    name: String,
    debian_package: &'static str,
    command: Command,
    limit: Duration,
    store: PathBuf,
}

/// A started program; dropping it ends its whole process group.
pub(super) struct RunningProgram {
    name: String,
    child: Child,
    group: ProcessGroup,
    limit: Duration,
    store: PathBuf,
}

struct ProcessGroup(Option<Pid>);

impl Program {
    /// `debian_package` is what the user is told to install; a full disk is reported for `store`.
    pub(super) fn new(name: &str, debian_package: &'static str, store: &Path, limit: Duration) -> Self {
        let mut command = Command::new(name);
        command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            // Same texts on every computer: some are looked for below.
            .env("LC_ALL", "C.UTF-8")
            .kill_on_drop(true)
            .process_group(0);
        Self { name: name.to_owned(), debian_package, command, limit, store: store.to_owned() }
    }

    pub(super) fn arg(mut self, arg: impl AsRef<OsStr>) -> Self {
        self.command.arg(arg);
        self
    }

    pub(super) fn args<I: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = I>) -> Self {
        self.command.args(args);
        self
    }

    pub(super) fn env(mut self, key: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(key, value);
        self
    }

    pub(super) fn env_clear(mut self) -> Self {
        self.command.env_clear();
        self
    }

    pub(super) fn current_dir(mut self, dir: &Path) -> Self {
        self.command.current_dir(dir);
        self
    }

    /// Starts the program with an open standard input.
    pub(super) fn start_with_input(mut self) -> Result<(RunningProgram, ChildStdin), ImageError> {
        self.command.stdin(Stdio::piped());
        let mut running = self.start()?;
        let input = running.child.stdin.take().expect("standard input was asked for");
        Ok((running, input))
    }

    /// Runs to the end; each line of error output goes to `on_line`.
    pub(super) async fn run(self, on_line: impl FnMut(&str) + Send) -> Result<(), ImageError> {
        self.start()?.finish(on_line).await
    }

    /// Runs to the end and returns the standard output.
    pub(super) async fn answer(mut self) -> Result<Vec<u8>, ImageError> {
        self.command.stdout(Stdio::piped());
        let mut running = self.start()?;
        let mut output = running.child.stdout.take().expect("standard output was asked for");
        let name = running.name.clone();
        let mut answer = Vec::new();
        let read = async {
            (&mut output).take(ANSWER_BYTES_MAX).read_to_end(&mut answer).await.map_err(|error| {
                ImageError::AnswerMalformed { program: name.clone(), reason: error.to_string() }
            })?;
            // Closed here, so that a program with more to say ends instead of waiting for a reader.
            drop(output);
            Ok::<_, ImageError>(())
        };
        let (ended, read) = tokio::join!(running.finish(|_| {}), read);
        ended?;
        read?;
        Ok(answer)
    }

    fn start(mut self) -> Result<RunningProgram, ImageError> {
        let child = self.command.spawn().map_err(|source| {
            if source.kind() == std::io::ErrorKind::NotFound {
                ImageError::ProgramMissing { program: self.name.clone(), debian_package: self.debian_package }
            } else {
                ImageError::ProgramNotStarted { program: self.name.clone(), source }
            }
        })?;
        let group = child.id().and_then(|id| Pid::from_raw(id.cast_signed()));
        Ok(RunningProgram {
            name: self.name,
            child,
            group: ProcessGroup(group),
            limit: self.limit,
            store: self.store,
        })
    }
}

impl RunningProgram {
    /// Waits for the end; each line of error output goes to `on_line`.
    pub(super) async fn finish(mut self, on_line: impl FnMut(&str) + Send) -> Result<(), ImageError> {
        let errors = self.child.stderr.take().expect("error output is always piped");
        let limit = self.limit;
        let work = async {
            let last_lines = read_lines(errors, on_line).await;
            (self.child.wait().await, last_lines)
        };
        let Ok((status, last_lines)) = tokio::time::timeout(limit, work).await else {
            return Err(ImageError::ProgramTooSlow { program: self.name, limit });
        };
        let status =
            status.map_err(|source| ImageError::ProgramNotStarted { program: self.name.clone(), source })?;
        if status.success() {
            // The group is gone with its leader, and its number may be used again.
            self.group.0 = None;
            return Ok(());
        }
        Err(failure(self.name.clone(), status, last_lines, self.store.clone()))
    }
}

impl Drop for ProcessGroup {
    fn drop(&mut self) {
        if let Some(group) = self.0 {
            // Fails when every member has ended already, which is what is wanted.
            let _ = kill_process_group(group, Signal::KILL);
        }
    }
}

async fn read_lines(errors: impl AsyncRead + Unpin, mut on_line: impl FnMut(&str)) -> VecDeque<String> {
    let mut kept = VecDeque::with_capacity(LAST_LINES_COUNT);
    let mut reader = BufReader::new(errors);
    let mut line = Vec::new();
    loop {
        line.clear();
        // 4 KiB per line: a program that prints no line end must not fill the memory.
        match (&mut reader).take(4096).read_until(b'\n', &mut line).await {
            Ok(0) | Err(_) => return kept,
            Ok(_) => {}
        }
        let text = String::from_utf8_lossy(&line).trim_end().to_owned();
        on_line(&text);
        if kept.len() == LAST_LINES_COUNT {
            kept.pop_front();
        }
        kept.push_back(text);
    }
}

fn failure(program: String, status: ExitStatus, last_lines: VecDeque<String>, store: PathBuf) -> ImageError {
    let last_lines = Vec::from(last_lines).join("\n");
    // mke2fs has a sentence of its own for it, see ext2fs error table.
    let full = ["No space left on device", "Could not allocate block in ext2 filesystem", "ENOSPC"];
    if let Some(sign) = full.into_iter().find(|sign| last_lines.contains(sign)) {
        return ImageError::StoreFull { path: store, needed: format!("{program} says {sign:?}") };
    }
    // Source: e2fsprogs misc/create_inode_libarchive.c.
    if program == "mke2fs" && last_lines.contains("libarchive") {
        return ImageError::ProgramMissing {
            program: "mke2fs with tar input".to_owned(),
            debian_package: "e2fsprogs libarchive13 (e2fsprogs 1.47.1 or newer, in bookworm-backports)",
        };
    }
    ImageError::ProgramFailed { program, status: status.to_string(), last_lines }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str) -> Program {
        Program::new("sh", "dash", Path::new("/store"), Duration::from_secs(20)).args(["-c", script])
    }

    #[tokio::test]
    async fn a_missing_program_names_the_command_that_installs_it() {
        let error = Program::new("no-such-program", "some-package", Path::new("/"), Duration::from_secs(1))
            .run(|_| {})
            .await
            .unwrap_err();
        assert!(error.to_string().contains("apt-get install --yes some-package"), "{error}");
    }

    #[tokio::test]
    async fn a_failure_keeps_the_last_words() {
        let error = shell("echo first >&2; echo second >&2; exit 3").run(|_| {}).await.unwrap_err();
        let ImageError::ProgramFailed { last_lines, status, .. } = error else { panic!("{error:?}") };
        assert_eq!(last_lines, "first\nsecond");
        assert!(status.contains('3'));
    }

    #[tokio::test]
    async fn a_full_disk_is_told_apart() {
        let error = shell("echo 'cp: x: No space left on device' >&2; exit 1").run(|_| {}).await.unwrap_err();
        assert!(matches!(error, ImageError::StoreFull { ref path, .. } if path == Path::new("/store")));
    }

    #[tokio::test]
    async fn a_slow_program_is_ended_with_its_children() {
        let dir = tempfile::tempdir().unwrap();
        let pid_file = dir.path().join("pid");
        let script = format!("sleep 600 & echo $! >'{}'; wait", pid_file.display());
        let program = Program::new("sh", "dash", Path::new("/"), Duration::from_millis(500));
        let error = program.args(["-c", &script]).run(|_| {}).await.unwrap_err();
        assert!(matches!(error, ImageError::ProgramTooSlow { .. }), "{error:?}");
        let pid: i32 = std::fs::read_to_string(&pid_file).unwrap().trim().parse().unwrap();
        // The orphan is reaped by whoever adopted it, a moment later; until then it is a zombie.
        let is_gone = || match std::fs::read_to_string(format!("/proc/{pid}/stat")) {
            Ok(stat) => stat.contains(") Z "),
            Err(_) => true,
        };
        let deadline = std::time::Instant::now() + Duration::from_secs(10);
        while !is_gone() {
            assert!(std::time::Instant::now() < deadline, "process {pid} lives on");
            tokio::task::yield_now().await;
        }
    }

    #[tokio::test]
    async fn an_answer_is_the_standard_output() {
        assert_eq!(shell("echo hello").answer().await.unwrap(), b"hello\n");
    }
}
