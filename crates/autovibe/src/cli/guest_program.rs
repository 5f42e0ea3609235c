//! Runs the guest program's `workspace` commands inside a Machine and takes their answers, which are not trusted.

use std::time::Duration;

use autovibe_proto::guest::v1::stream_frame::Kind;
use autovibe_proto::guest::v1::stream_open::Kind as Open;
use autovibe_proto::guest::v1::{ExecOpen, StreamFrame};
use autovibe_proto::{ErrorKind, Failure};
use serde::Deserialize;

use super::error::CliError;
use super::exec::{open_stream, stream_lost};
use crate::client::Hub;
use crate::workspace::one_line;

/// Longest silence; a snapshot of a huge work tree says nothing until it is done.
const SILENCE_LIMIT: Duration = Duration::from_secs(15 * 60);

/// Error output that is kept.
const WORDS_BYTES_MAX: usize = 8 * 1024;

/// Longest answer that is one JSON object.
const STATUS_BYTES_MAX: usize = 64 * 1024;

/// The guest program's way to say that nothing is new.
pub(crate) const EXIT_NOTHING: i32 = 3;

/// The guest program's way to say that there is no repository.
const EXIT_NO_REPOSITORY: i32 = 4;

/// The workspace of a Machine, by its guest's word.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct WorkspaceStatus {
    /// HEAD.
    pub(crate) head: String,
    /// The commit that the work began with.
    pub(crate) base: String,
    /// Everything as a commit.
    pub(crate) snapshot: String,
}

/// Runs `autovibe-guest workspace …`; each piece of its output goes to `sink`, which ends it by `false`.
///
/// Gives the exit code: 0 or [`EXIT_NOTHING`].
pub(crate) async fn run_workspace(
    hub: &mut Hub,
    machine: &str,
    arguments: &[&str],
    mut sink: impl FnMut(&[u8]) -> Result<bool, CliError>,
) -> Result<i32, CliError> {
    let command =
        ["autovibe-guest", "workspace"].iter().chain(arguments).map(|word| (*word).to_owned()).collect();
    let open = ExecOpen { command, user: "agent".to_owned(), ..ExecOpen::default() };
    let (send, mut answers) = open_stream(hub, machine.to_owned(), Open::Exec(open)).await?;
    // A program that is waited for may not have read this yet; it asks for nothing.
    let _ = send.send(StreamFrame { kind: Some(Kind::InputEnd(true)) }).await;
    let mut words = Vec::new();
    loop {
        let frame =
            tokio::time::timeout(SILENCE_LIMIT, answers.message()).await.map_err(|_| silent(machine))??;
        match frame {
            Some(StreamFrame { kind: Some(Kind::Output(bytes)) }) => {
                if !sink(&bytes)? {
                    return Ok(0);
                }
            }
            Some(StreamFrame { kind: Some(Kind::ErrorOutput(bytes)) }) => {
                let room = WORDS_BYTES_MAX.saturating_sub(words.len());
                words.extend_from_slice(&bytes[..bytes.len().min(room)]);
            }
            Some(StreamFrame { kind: Some(Kind::End(end)) }) => {
                if !end.failure.is_empty() {
                    let text = one_line(&end.failure);
                    return Err(Failure::new(ErrorKind::WrongState, "STREAM_FAILED", text).into());
                }
                return judge(machine, end.exit_code, &words);
            }
            Some(_) => {}
            None => return Err(stream_lost()),
        }
    }
}

fn judge(machine: &str, code: i32, words: &[u8]) -> Result<i32, CliError> {
    match code {
        0 | EXIT_NOTHING => Ok(code),
        EXIT_NO_REPOSITORY => Err(no_workspace(format!(
            "the workspace of {machine} is no git repository; \
             a machine of a project that was made with --from has one, or run `git init` in it"
        ))),
        code => {
            let words = one_line(&String::from_utf8_lossy(words));
            let text =
                format!("the guest of {machine} cannot tell about its workspace (code {code}): {words}");
            Err(Failure::new(ErrorKind::WrongState, "WORKSPACE_UNREADABLE", text).into())
        }
    }
}

/// There is no repository to tell about.
pub(crate) fn no_workspace(text: String) -> CliError {
    Failure::new(ErrorKind::WrongState, "NO_WORKSPACE", text).into()
}

fn silent(machine: &str) -> CliError {
    let text =
        format!("the guest of {machine} has said nothing for {} minutes", SILENCE_LIMIT.as_secs() / 60);
    Failure::new(ErrorKind::DeadlineExceeded, "DEADLINE_EXCEEDED", text).into()
}

/// Asks for the state of the workspace.
pub(crate) async fn workspace_status(hub: &mut Hub, machine: &str) -> Result<WorkspaceStatus, CliError> {
    let mut text = Vec::new();
    run_workspace(hub, machine, &["status"], |bytes| {
        text.extend_from_slice(bytes);
        Ok(text.len() <= STATUS_BYTES_MAX)
    })
    .await?;
    serde_json::from_slice(&text).map_err(|_| {
        let text = format!("the guest of {machine} tells nothing sensible about its workspace");
        Failure::new(ErrorKind::WrongState, "WORKSPACE_UNREADABLE", text).into()
    })
}
