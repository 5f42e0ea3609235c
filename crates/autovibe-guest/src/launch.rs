//! The short-lived step between our own process and a program run for somebody else: it joins the cgroup, begins a
//! session, takes the terminal and the user, and becomes the program. It keeps the parent free of unsafe hooks.

use std::ffi::OsString;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::account::Account;
use crate::error::GuestError;

/// How a program is to be launched.
#[derive(Debug, Clone, Default)]
pub(crate) struct LaunchOptions {
    /// The cgroup to join.
    pub(crate) cgroup: Option<PathBuf>,
    /// User and group to become.
    pub(crate) ids: Option<(u32, u32)>,
    /// Standard input is a terminal to take.
    pub(crate) takes_terminal: bool,
}

impl LaunchOptions {
    /// Options for a user.
    pub(crate) fn of(account: &Account) -> LaunchOptions {
        LaunchOptions { ids: account.ids, ..LaunchOptions::default() }
    }

    /// A command that launches a program; its environment is empty and its process leads a group of its own.
    pub(crate) fn command(&self, program: &str, arguments: &[String]) -> tokio::process::Command {
        // This very file, even when it was replaced on disk in the meantime.
        let mut command = tokio::process::Command::new("/proc/self/exe");
        command.arg("launch");
        if let Some(cgroup) = &self.cgroup {
            command.arg("--cgroup").arg(cgroup);
        }
        if let Some((uid, gid)) = self.ids {
            command.arg("--ids").arg(format!("{uid}:{gid}"));
        }
        if self.takes_terminal {
            command.arg("--terminal");
        }
        command.arg("--").arg(program).args(arguments).env_clear().kill_on_drop(true);
        command
    }
}

/// Becomes the program; returns only when that fails.
pub(crate) fn run_launch(arguments: impl Iterator<Item = OsString>) -> GuestError {
    match become_program(arguments) {
        Ok(never) => match never {},
        Err(error) => error,
    }
}

enum Never {}

fn become_program(mut arguments: impl Iterator<Item = OsString>) -> Result<Never, GuestError> {
    let missing = || GuestError::Config("launch: a value is missing".to_owned());
    let mut ids = None;
    let mut takes_terminal = false;
    loop {
        let flag = arguments.next().ok_or_else(missing)?;
        match flag.to_string_lossy().as_ref() {
            "--" => break,
            "--terminal" => takes_terminal = true,
            "--cgroup" => join(Path::new(&arguments.next().ok_or_else(missing)?))?,
            "--ids" => {
                let text = arguments.next().ok_or_else(missing)?.to_string_lossy().into_owned();
                let parsed =
                    text.split_once(':').and_then(|(uid, gid)| Some((uid.parse().ok()?, gid.parse().ok()?)));
                ids = Some(parsed.ok_or_else(|| GuestError::Config(format!("launch: {text:?} are no ids")))?);
            }
            other => return Err(GuestError::Config(format!("launch: unknown argument {other:?}"))),
        }
    }
    let program = arguments.next().ok_or_else(missing)?;
    be_expendable();
    // Fails only for the leader of a group, who has a session of its own already.
    let _ = rustix::process::setsid();
    if takes_terminal {
        rustix::process::ioctl_tiocsctty(rustix::stdio::stdin())
            .map_err(std::io::Error::from)
            .map_err(GuestError::file("take the terminal"))?;
    }
    let mut command = Command::new(&program);
    command.args(arguments);
    if let Some((uid, gid)) = ids {
        // Root's other groups are dropped with its user id.
        command.gid(gid).uid(uid);
    }
    Err(GuestError::File { doing: format!("start {}", program.to_string_lossy()), source: command.exec() })
}

/// The guest is spared when memory runs out; what it runs for others is not.
fn be_expendable() {
    let place = "/proc/self/oom_score_adj";
    let is_spared = fs_err::read_to_string(place).is_ok_and(|score| score.starts_with('-'));
    if is_spared {
        // Whoever cannot change it is not worse off than before.
        let _ = fs_err::write(place, "0");
    }
}

fn join(cgroup: &Path) -> Result<(), GuestError> {
    fs_err::write(cgroup.join("cgroup.procs"), std::process::id().to_string())
        .map_err(GuestError::file("join the cgroup"))
}
