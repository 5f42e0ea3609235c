//! Runs our own program as the coding agent's user to do something in the workspace.

use std::path::Path;
use std::process::{ExitStatus, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use autovibe_proto::guest::v1::PrepareWorkspaceCommand;
use rustix::process::{Pid, Signal, kill_process_group};
use serde::de::DeserializeOwned;
use tokio::io::{AsyncRead, AsyncReadExt as _};
use tokio::process::{Child, Command};

use super::download::{Download, fetch_bundle};
use super::program::{CHECKPOINT_REFS, EXIT_BUNDLE_WANTED};
use super::repository::is_blank;
use super::snapshot::Snapshot;
use crate::account::Account;
use crate::coding_agent::Refusal;
use crate::config::GuestConfig;
use crate::error::GuestError;
use crate::hub::HubLink;
use crate::launch::LaunchOptions;

/// A repository that takes longer is left out: neither a prompt nor a frozen coding agent waits for it.
const SNAPSHOT_LIMIT: Duration = Duration::from_secs(20);
/// After that it is left alone for so long: a workspace that is too large for it stays so.
const SLOW_PAUSE: Duration = Duration::from_secs(600);
/// A large history is unpacked and checked out.
const CLONE_LIMIT: Duration = Duration::from_secs(600);
/// What an errand may answer.
const ANSWER_BYTES_MAX: u64 = 1024 * 1024;
/// What is kept of its complaints.
const COMPLAINT_BYTES_MAX: u64 = 16 * 1024;

/// Does things in the workspace; cheap to clone.
#[derive(Debug, Clone)]
pub(crate) struct Errands {
    config: GuestConfig,
    /// When a commit of the workspace last took too long.
    slow_since: Arc<Mutex<Option<Instant>>>,
}

/// What came of an errand.
#[derive(Debug)]
pub(super) struct Ran {
    pub(super) status: ExitStatus,
    pub(super) output: Vec<u8>,
    pub(super) errors: String,
}

impl Errands {
    /// Errands in this Machine's workspace.
    pub(crate) fn new(config: GuestConfig) -> Errands {
        Errands { config, slow_since: Arc::default() }
    }

    /// The workspace as a commit at the begin or end of a Turn; empty when there is none.
    pub(crate) async fn turn_commit(&self, turn_id: &str, moment: &str) -> String {
        self.snapshot(&format!("refs/autovibe/turn/{turn_id}/{moment}")).await.commit
    }

    /// The workspace as a commit at a Checkpoint; empty when there is none.
    pub(crate) async fn checkpoint_commit(&self, checkpoint_id: &str) -> String {
        self.snapshot(&format!("{CHECKPOINT_REFS}/{checkpoint_id}")).await.commit
    }

    async fn snapshot(&self, reference: &str) -> Snapshot {
        if self.is_blank() || self.is_slow() {
            return Snapshot::default();
        }
        match self.ask(&["snapshot", "--ref", reference], SNAPSHOT_LIMIT).await {
            Ok(snapshot) => snapshot,
            Err(error) => {
                if matches!(error, GuestError::Late(_)) {
                    *self.slow_since.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
                }
                tracing::warn!(error = error.chain(), reference, "the workspace is left out");
                Snapshot::default()
            }
        }
    }

    fn is_slow(&self) -> bool {
        let since = self.slow_since.lock().unwrap_or_else(PoisonError::into_inner);
        since.is_some_and(|since| since.elapsed() < SLOW_PAUSE)
    }

    /// True when there is no repository, or nothing in it.
    pub(super) fn is_blank(&self) -> bool {
        is_blank(&self.config.workspace())
    }

    /// Clones the Project's repository, unless that is done.
    ///
    /// # Errors
    /// [`Refusal`] with the reason for people; a passing one when the bundle did not come.
    pub(crate) async fn prepare(
        &self,
        link: &HubLink,
        command: &PrepareWorkspaceCommand,
    ) -> Result<(), Refusal> {
        let wanted = ["prepare", "--base", &command.base_commit, "--branch", &command.branch];
        if self.try_prepare(&wanted).await? {
            return Ok(());
        }
        let bundle = match fetch_bundle(&self.config, link, &command.blob_id).await {
            Ok(bundle) => bundle,
            Err(Download::Lost(error)) => {
                return Err(Refusal::passing("BUNDLE_NOT_HERE", error.chain()));
            }
            Err(Download::Failed(error)) => return Err(refuse(&error)),
        };
        let path = bundle.path().to_string_lossy().into_owned();
        let arguments: Vec<&str> = wanted.into_iter().chain(["--bundle", &path]).collect();
        let is_done = self.try_prepare(&arguments).await?;
        drop(bundle);
        // Whoever is told that it is done may cut the power.
        let _ = tokio::task::spawn_blocking(rustix::fs::sync).await;
        if is_done { Ok(()) } else { Err(Refusal::lasting("WORKSPACE_FAILED", "the bundle was not taken")) }
    }

    /// One try: true when the workspace is as wanted, false when a bundle is needed.
    async fn try_prepare(&self, arguments: &[&str]) -> Result<bool, Refusal> {
        let ran = self.run(arguments, CLONE_LIMIT).await.map_err(|error| refuse(&error))?;
        match ran.status.code() {
            Some(0) => Ok(true),
            Some(code) if code == i32::from(EXIT_BUNDLE_WANTED) => Ok(false),
            _ => Err(refuse(&ran.complaint())),
        }
    }

    /// Runs an errand that answers with JSON.
    pub(super) async fn ask<Answer: DeserializeOwned>(
        &self,
        arguments: &[&str],
        limit: Duration,
    ) -> Result<Answer, GuestError> {
        let ran = self.run(arguments, limit).await?;
        if !ran.status.success() {
            return Err(ran.complaint());
        }
        serde_json::from_slice(&ran.output)
            .map_err(|source| GuestError::Answer { path: arguments.join(" "), source })
    }

    /// Runs an errand to its end; one that takes longer than its limit is killed with everything it started.
    pub(super) async fn run(&self, arguments: &[&str], limit: Duration) -> Result<Ran, GuestError> {
        let mut running =
            Running(self.command(arguments)?.spawn().map_err(GuestError::file("start an errand"))?);
        let (output, errors) = (running.0.stdout.take(), running.0.stderr.take());
        let ended = async {
            let (output, errors, status) = tokio::join!(
                read(output, ANSWER_BYTES_MAX),
                read(errors, COMPLAINT_BYTES_MAX),
                running.0.wait()
            );
            let status = status.map_err(GuestError::file("wait for an errand"))?;
            Ok(Ran { status, output, errors: String::from_utf8_lossy(&errors).trim().to_owned() })
        };
        match tokio::time::timeout(limit, ended).await {
            Ok(ran) => ran,
            Err(_) => Err(GuestError::Late(limit)),
        }
    }

    /// Runs an errand whose answer is a file, of so many bytes at most.
    pub(super) async fn write(
        &self,
        arguments: &[&str],
        file: &Path,
        size_max: u64,
        limit: Duration,
    ) -> Result<(), GuestError> {
        let doing = || GuestError::file("write a bundle");
        let mut target = fs_err::tokio::File::create(file).await.map_err(doing())?;
        let mut running =
            Running(self.command(arguments)?.spawn().map_err(GuestError::file("start an errand"))?);
        let (output, errors) = (running.0.stdout.take(), running.0.stderr.take());
        let ended = async {
            let copying = async {
                let Some(output) = output else { return Ok(0) };
                let length = tokio::io::copy(&mut output.take(size_max + 1), &mut target).await?;
                tokio::io::AsyncWriteExt::flush(&mut target).await?;
                Ok::<u64, std::io::Error>(length)
            };
            let (length, errors) = tokio::join!(copying, read(errors, COMPLAINT_BYTES_MAX));
            if length.map_err(doing())? > size_max {
                return Err(GuestError::TooLarge(size_max));
            }
            let status = running.0.wait().await.map_err(GuestError::file("wait for an errand"))?;
            let ran =
                Ran { status, output: Vec::new(), errors: String::from_utf8_lossy(&errors).into_owned() };
            if status.success() { Ok(()) } else { Err(ran.complaint()) }
        };
        match tokio::time::timeout(limit, ended).await {
            Ok(ended) => ended,
            Err(_) => Err(GuestError::Late(limit)),
        }
    }

    fn command(&self, arguments: &[&str]) -> Result<Command, GuestError> {
        let account = Account::find(&self.config, "")?;
        let arguments: Vec<String> =
            std::iter::once("workspace").chain(arguments.iter().copied()).map(str::to_owned).collect();
        // The launching step is this very program, and so is what it becomes.
        let mut command = LaunchOptions::of(&account).command("/proc/self/exe", &arguments);
        command
            .env("HOME", &account.home)
            .env("AUTOVIBE_GUEST_ROOT", self.config.place(""))
            .env("AUTOVIBE_GUEST_PATH", &self.config.program_path)
            .current_dir("/")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        Ok(command)
    }
}

impl Ran {
    fn complaint(&self) -> GuestError {
        let text = self.errors.strip_prefix("autovibe-guest: ").unwrap_or(&self.errors);
        if text.is_empty() {
            return GuestError::Git(format!("it ended with {}", self.status));
        }
        GuestError::Git(text.to_owned())
    }
}

/// An errand under way; given up, it goes with everything that it started.
#[derive(Debug)]
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // An errand that ended has no id any more.
        let leader = self.0.id().and_then(|id| i32::try_from(id).ok()).and_then(Pid::from_raw);
        if let Some(leader) = leader {
            let _ = kill_process_group(leader, Signal::KILL);
        }
    }
}

/// Reads what fits and throws the rest away, so that the writer is not held up.
async fn read(source: Option<impl AsyncRead + Unpin>, length_max: u64) -> Vec<u8> {
    let Some(mut source) = source else { return Vec::new() };
    let mut bytes = Vec::new();
    // What broke off is told by the exit.
    let _ = (&mut source).take(length_max).read_to_end(&mut bytes).await;
    let _ = tokio::io::copy(&mut source, &mut tokio::io::sink()).await;
    bytes
}

fn refuse(error: &GuestError) -> Refusal {
    Refusal::lasting("WORKSPACE_FAILED", error.chain())
}
