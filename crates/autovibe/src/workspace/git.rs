//! Runs the user's git program: cleared of what would lead it elsewhere, with limits on time and answers.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use rustix::process::{Pid, Resource, Rlimit, prlimit};
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWriteExt as _};
use tokio::process::{Child, Command};

use super::error::WorkspaceError;

/// Most calls end within a second; packing a large history takes minutes.
const LIMIT: Duration = Duration::from_secs(20 * 60);

/// Most bytes of an answer that is kept in memory; a list of a million paths fits.
const ANSWER_BYTES_MAX: u64 = 256 << 20;

/// Error output that is kept: git's account of a refused push fits.
const LAST_WORDS_BYTES: usize = 16 * 1024;

/// Memory of a git that reads what a Machine sent: objects are unpacked in memory, and their sizes are the Machine's word.
const SEALED_MEMORY_BYTES: u64 = 8 << 30;

/// What leads git to another repository. Source: `git rev-parse --local-env-vars`.
const LOCAL_VARIABLES: [&str; 16] = [
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR",
    "GIT_CONFIG",
    "GIT_DIR",
    "GIT_GRAFT_FILE",
    "GIT_IMPLICIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_INTERNAL_SUPER_PREFIX",
    "GIT_LITERAL_PATHSPECS",
    "GIT_NAMESPACE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_PREFIX",
    "GIT_QUARANTINE_PATH",
    "GIT_REPLACE_REF_BASE",
    "GIT_SHALLOW_FILE",
    "GIT_WORK_TREE",
];

/// How git is started on this computer.
#[derive(Debug, Clone, Default)]
pub struct HostGit {
    /// Additional environment; for tests that must not see the user's configuration.
    pub environment: Vec<(OsString, OsString)>,
    /// Git's own account of slow work goes to standard error.
    pub shows_progress: bool,
}

/// Git in one folder.
#[derive(Debug, Clone)]
pub struct Git {
    host: HostGit,
    folder: PathBuf,
    environment: Vec<(OsString, OsString)>,
    sealed: bool,
}

/// One call that is being put together.
#[derive(Debug)]
pub(super) struct Call<'a> {
    git: &'a Git,
    what: String,
    arguments: Vec<OsString>,
    accepted: &'static [i32],
    narrated: bool,
    hooks: bool,
}

/// What a call ended with.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) code: i32,
    pub(super) out: Vec<u8>,
    pub(super) words: String,
}

impl HostGit {
    /// Git in a folder of the user, with the user's configuration.
    #[must_use]
    pub fn at(&self, folder: &Path) -> Git {
        Git { host: self.clone(), folder: folder.to_owned(), environment: Vec::new(), sealed: false }
    }

    /// Git in a repository of ours: no configuration but ours, and a limit on its memory.
    #[must_use]
    pub fn sealed(&self, folder: &Path) -> Git {
        Git { host: self.clone(), folder: folder.to_owned(), environment: Vec::new(), sealed: true }
    }
}

impl Git {
    /// The same with a variable more.
    #[must_use]
    pub(super) fn with(&self, name: &str, value: impl AsRef<OsStr>) -> Git {
        let mut git = self.clone();
        git.environment.push((name.into(), value.as_ref().to_owned()));
        git
    }

    /// Slow work is to tell how far it is; git does so unasked on a terminal only, and here it has a pipe.
    pub(super) fn shows_progress(&self) -> bool {
        self.host.shows_progress
    }

    /// The folder.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Begins a call; `what` is what an error begins with.
    pub(super) fn call<I: AsRef<OsStr>>(
        &self,
        what: impl Into<String>,
        arguments: impl IntoIterator<Item = I>,
    ) -> Call<'_> {
        let arguments = arguments.into_iter().map(|argument| argument.as_ref().to_owned()).collect();
        Call { git: self, what: what.into(), arguments, accepted: &[0], narrated: false, hooks: false }
    }
}

impl Call<'_> {
    /// Exit codes that are answers.
    pub(super) fn accept(mut self, codes: &'static [i32]) -> Self {
        self.accepted = codes;
        self
    }

    /// Slow work: git tells its progress where the user wants to see it.
    pub(super) fn narrated(mut self) -> Self {
        self.narrated = self.git.host.shows_progress;
        self
    }

    /// The user's hooks run, as for a push that the user asked for.
    pub(super) fn with_hooks(mut self) -> Self {
        self.hooks = true;
        self
    }

    /// Runs to the end.
    pub(super) async fn run(self) -> Result<Answer, WorkspaceError> {
        self.run_with(Stdio::null(), None).await
    }

    /// Runs to the end with this input.
    pub(super) async fn run_on(self, input: Vec<u8>) -> Result<Answer, WorkspaceError> {
        self.run_with(Stdio::piped(), Some(input)).await
    }

    /// Runs to the end with the rest of a file as input.
    pub(super) async fn run_on_file(self, input: std::fs::File) -> Result<Answer, WorkspaceError> {
        self.run_with(input.into(), None).await
    }

    /// The answer as one text without its last line end.
    pub(super) async fn text(self) -> Result<String, WorkspaceError> {
        let answer = self.run().await?;
        Ok(String::from_utf8_lossy(&answer.out).trim_end_matches('\n').to_owned())
    }

    /// Whether the exit code is 0; 1 is "no".
    pub(super) async fn holds(self) -> Result<bool, WorkspaceError> {
        Ok(self.accept(&[0, 1]).run().await?.code == 0)
    }

    /// Hands each piece of the answer to `sink` as it comes.
    pub(super) async fn stream(
        self,
        mut sink: impl FnMut(&[u8]) -> Result<(), WorkspaceError> + Send,
    ) -> Result<(), WorkspaceError> {
        let work = async {
            let mut child = self.start(Stdio::null())?;
            let mut out = child.stdout.take().expect("standard output is always piped");
            let errors = child.stderr.take().expect("error output is always piped");
            // Owns the pipe: a sink that has enough must not leave git waiting for a reader.
            let read = async move {
                let mut buffer = vec![0; 128 * 1024];
                loop {
                    let count = out.read(&mut buffer).await.map_err(WorkspaceError::file("read from git"))?;
                    if count == 0 {
                        return Ok(());
                    }
                    sink(&buffer[..count])?;
                }
            };
            let (read, words) = tokio::join!(read, last_words(errors, self.narrated));
            read?;
            self.judge(child, Vec::new(), words).await.map(|_| ())
        };
        self.within_limit(work).await
    }

    async fn run_with(self, input: Stdio, bytes: Option<Vec<u8>>) -> Result<Answer, WorkspaceError> {
        let work = async {
            let mut child = self.start(input)?;
            let stdin = child.stdin.take();
            let out = child.stdout.take().expect("standard output is always piped");
            let errors = child.stderr.take().expect("error output is always piped");
            let feed = async {
                if let (Some(mut stdin), Some(bytes)) = (stdin, bytes) {
                    // A git that has read enough closes its input; its exit code tells what that means.
                    let _ = stdin.write_all(&bytes).await;
                }
            };
            let mut answer = Vec::new();
            let read = async {
                let mut limited = out.take(ANSWER_BYTES_MAX + 1);
                limited.read_to_end(&mut answer).await.map_err(WorkspaceError::file("read from git"))
            };
            let ((), read, words) = tokio::join!(feed, read, last_words(errors, self.narrated));
            if read? as u64 > ANSWER_BYTES_MAX {
                return Err(WorkspaceError::AnswerTooLarge {
                    what: self.what.clone(),
                    limit_bytes: ANSWER_BYTES_MAX,
                });
            }
            self.judge(child, answer, words).await
        };
        self.within_limit(work).await
    }

    async fn within_limit<T>(
        &self,
        work: impl Future<Output = Result<T, WorkspaceError>>,
    ) -> Result<T, WorkspaceError> {
        // On the heap: a command makes many calls, and its future would hold the largest of them.
        tokio::time::timeout(LIMIT, Box::pin(work))
            .await
            .unwrap_or_else(|_| Err(WorkspaceError::GitTooSlow { what: self.what.clone(), limit: LIMIT }))
    }

    async fn judge(&self, mut child: Child, out: Vec<u8>, words: String) -> Result<Answer, WorkspaceError> {
        let status = child.wait().await.map_err(WorkspaceError::file("wait for git"))?;
        // Ended by a signal has no code and is never an answer.
        let code = status.code().unwrap_or(-1);
        if self.accepted.contains(&code) {
            return Ok(Answer { code, out, words });
        }
        let text = if words.trim().is_empty() { status.to_string() } else { words.trim().to_owned() };
        Err(WorkspaceError::GitFailed { what: self.what.clone(), text })
    }

    fn start(&self, input: Stdio) -> Result<Child, WorkspaceError> {
        let mut command = Command::new("git");
        command.arg("-C").arg(&self.git.folder);
        if !self.hooks {
            command.args(["-c", "core.hooksPath=/dev/null"]);
        }
        command.args(["-c", "core.fsmonitor=false", "-c", "core.quotePath=false", "-c", "gc.auto=0"]);
        if self.git.sealed {
            // A large file is streamed instead of held in memory, and its content is not compared line by line.
            command.args(["-c", "core.bigFileThreshold=64m", "-c", "core.attributesFile=/dev/null"]);
            // Large packs of the user are read through small windows, so that the limit on memory holds.
            command.args(["-c", "core.packedGitWindowSize=32m", "-c", "core.packedGitLimit=1g"]);
        }
        command.args(&self.arguments).stdin(input).stdout(Stdio::piped()).stderr(Stdio::piped());
        command.kill_on_drop(true);
        for (name, value) in &self.git.host.environment {
            command.env(name, value);
        }
        self.clear(&mut command);
        for (name, value) in &self.git.environment {
            command.env(name, value);
        }
        let child = command.spawn().map_err(|error| {
            if error.kind() == std::io::ErrorKind::NotFound {
                WorkspaceError::GitMissing
            } else {
                WorkspaceError::File { what: "start git", source: error }
            }
        })?;
        if self.git.sealed {
            limit_memory(&child);
        }
        Ok(child)
    }

    /// Takes away what would lead git elsewhere; its texts are those that are looked for here.
    fn clear(&self, command: &mut Command) {
        for name in LOCAL_VARIABLES {
            command.env_remove(name);
        }
        command.env("LC_ALL", "C.UTF-8").env("GIT_OPTIONAL_LOCKS", "0").env("GIT_PAGER", "cat");
        // A replaced object would leave under the name of another one.
        command.env("GIT_NO_REPLACE_OBJECTS", "1");
        if self.git.sealed {
            for (name, _) in std::env::vars_os() {
                if name.as_encoded_bytes().starts_with(b"GIT_CONFIG_") {
                    command.env_remove(name);
                }
            }
            command
                .env("GIT_CONFIG_GLOBAL", "/dev/null")
                .env("GIT_CONFIG_NOSYSTEM", "1")
                .env("GIT_ATTR_NOSYSTEM", "1")
                .env("GIT_TERMINAL_PROMPT", "0")
                .env("GIT_ALLOW_PROTOCOL", "file")
                .env("GIT_NO_LAZY_FETCH", "1");
        }
    }
}

impl Answer {
    /// The answer, cut at each NUL.
    pub(super) fn records(&self) -> impl Iterator<Item = &[u8]> {
        self.out.split(|byte| *byte == 0).filter(|record| !record.is_empty())
    }

    /// The answer, cut into lines.
    pub(super) fn lines(&self) -> impl Iterator<Item = String> + '_ {
        self.out
            .split(|byte| *byte == b'\n')
            .filter(|line| !line.is_empty())
            .map(|line| String::from_utf8_lossy(line).into_owned())
    }
}

fn limit_memory(child: &Child) {
    let Some(pid) = child.id().and_then(|id| Pid::from_raw(id.cast_signed())) else { return };
    let limit = Rlimit { current: Some(SEALED_MEMORY_BYTES), maximum: Some(SEALED_MEMORY_BYTES) };
    if let Err(error) = prlimit(Some(pid), Resource::As, limit) {
        tracing::debug!(%error, "the memory of git is not limited");
    }
}

/// Reads error output to its end and keeps the last part; shows all of it when it is to be seen.
async fn last_words(mut errors: impl AsyncRead + Unpin, shown: bool) -> String {
    let mut kept: Vec<u8> = Vec::new();
    let mut buffer = vec![0_u8; 4096];
    let mut terminal = tokio::io::stderr();
    while let Ok(count @ 1..) = errors.read(&mut buffer).await {
        kept.extend_from_slice(&buffer[..count]);
        if kept.len() > 2 * LAST_WORDS_BYTES {
            kept.drain(..kept.len() - LAST_WORDS_BYTES);
        }
        if shown {
            // Progress that cannot be shown is not worth an error.
            let _ = terminal.write_all(&buffer[..count]).await;
        }
    }
    if shown {
        let _ = terminal.flush().await;
    }
    // Of a line that was written over, only the last form is said.
    String::from_utf8_lossy(&kept)
        .lines()
        .map(|line| {
            line.rsplit('\r').find(|part| !part.trim().is_empty()).unwrap_or_default().trim_end().to_owned()
        })
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}
