//! The guest program in a folder of its own, with a stand-in for the coding agent that plays recorded lines.

use std::net::Ipv4Addr;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::atomic::{AtomicU8, Ordering};

use autovibe_proto::guest::v1::{PromptCommand, guest_command};
use tempfile::TempDir;

use crate::fake_hub::FakeHub;

const RECORDED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../autovibe-agents/testdata/claude/basic.jsonl");

/// Answers each prompt with a recorded run; `SLOW` waits to be interrupted, `CRASH` ends.
const STAND_IN: &str = r#"#!/bin/sh
echo "$*" >> "$HOME/launches"
env > "$HOME/environment"
while IFS= read -r line; do
  case "$line" in
    *'"interrupt"'*)
      echo '{"type":"result","subtype":"error_during_execution","is_error":true,"terminal_reason":"aborted_streaming"}' ;;
    *SLOW*) echo '{"type":"assistant","message":{"id":"m1","content":[{"type":"text","text":"working"}]}}' ;;
    *DEAF*) trap '' INT TERM; while :; do sleep 0.1; done ;;
    *CRASH*) exit 3 ;;
    *EDIT*) echo work > made.txt; cat "$HOME/recorded.jsonl" ;;
    *MODEL*) exit 4 ;;
    *) cat "$HOME/recorded.jsonl" ;;
  esac
done
"#;

pub struct GuestProcess {
    pub folder: TempDir,
    pub forward: String,
    pub egress: String,
    address: String,
    child: Option<Child>,
}

impl GuestProcess {
    pub fn start(hub: &FakeHub) -> GuestProcess {
        let folder = tempfile::tempdir().unwrap();
        let place = |path: &str| folder.path().join(path);
        fs_err::create_dir_all(place("bin")).unwrap();
        fs_err::create_dir_all(place("home/agent/workspace")).unwrap();
        fs_err::create_dir_all(place("etc/apt/apt.conf.d")).unwrap();
        fs_err::write(place("bin/claude"), STAND_IN).unwrap();
        fs_err::set_permissions(place("bin/claude"), std::fs::Permissions::from_mode(0o755)).unwrap();
        fs_err::copy(RECORDED, place("home/agent/recorded.jsonl")).unwrap();
        let mut seed = serde_json::to_vec(&hub.seed()).unwrap();
        seed.resize(8192, 0);
        fs_err::write(place("seed"), seed).unwrap();
        let own = own_address();
        let (forward, egress) = (format!("{own}:8484"), format!("{own}:3128"));
        let mut guest = GuestProcess { folder, forward, egress, address: hub.address.clone(), child: None };
        guest.restart();
        guest
    }

    pub fn place(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Starts the program again.
    pub fn restart(&mut self) {
        self.kill();
        let path = format!("{}:/usr/bin:/bin", self.place("bin").display());
        let child = Command::new(env!("CARGO_BIN_EXE_autovibe-guest"))
            .arg("serve")
            .args(["--root", self.folder.path().to_str().unwrap()])
            .args(["--seed", self.place("seed").to_str().unwrap()])
            .args(["--connect", &self.address])
            .args(["--forward", &self.forward])
            .args(["--egress", &self.egress])
            .args(["--path", &path])
            .stdin(Stdio::null())
            .spawn()
            .unwrap();
        self.child = Some(child);
    }

    /// Kills the program without warning.
    pub fn kill(&mut self) {
        if let Some(mut child) = self.child.take() {
            child.kill().unwrap();
            child.wait().unwrap();
        }
    }

    /// Runs `autovibe-guest machine …` as a program inside the Machine would.
    pub async fn machine(&self, arguments: &[&str]) -> Output {
        let mut command = tokio::process::Command::new(env!("CARGO_BIN_EXE_autovibe-guest"));
        command.arg("machine").args(arguments).env("AUTOVIBE_GUEST_ROOT", self.folder.path());
        command.output().await.unwrap()
    }

    /// Runs `autovibe-guest workspace …` as a user's own command would.
    pub fn workspace(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_autovibe-guest"));
        command.arg("workspace").args(arguments).env_clear();
        command.env("AUTOVIBE_GUEST_ROOT", self.folder.path()).output().unwrap()
    }

    pub fn launches(&self) -> Vec<String> {
        let text = fs_err::read_to_string(self.place("home/agent/launches")).unwrap_or_default();
        text.lines().map(str::to_owned).collect()
    }
}

impl Drop for GuestProcess {
    fn drop(&mut self) {
        self.kill();
        // A stand-in that was frozen never sees the end of its input.
        for pid in processes_that_name(self.folder.path()) {
            let _ = rustix::process::kill_process(pid, rustix::process::Signal::KILL);
        }
    }
}

/// A loopback address for one guest alone: a port that is free on the common one may be taken by an outgoing
/// connection before the guest listens there.
fn own_address() -> Ipv4Addr {
    static NEXT: AtomicU8 = AtomicU8::new(1);
    let [.., high, low] = std::process::id().to_be_bytes();
    Ipv4Addr::new(127, 64 | (high & 63), low, NEXT.fetch_add(1, Ordering::Relaxed))
}

/// Processes with the folder on their command line; nobody else knows it.
fn processes_that_name(folder: &Path) -> Vec<rustix::process::Pid> {
    let needle = folder.as_os_str().as_encoded_bytes();
    let entries = fs_err::read_dir("/proc").unwrap().flatten();
    entries
        .filter_map(|entry| {
            let pid = rustix::process::Pid::from_raw(entry.file_name().to_str()?.parse().ok()?)?;
            let line = fs_err::read(entry.path().join("cmdline")).ok()?;
            line.windows(needle.len()).any(|window| window == needle).then_some(pid)
        })
        .collect()
}

pub fn prompt(turn_id: &str, text: &str) -> guest_command::Kind {
    guest_command::Kind::Prompt(PromptCommand {
        turn_id: turn_id.into(),
        text: text.into(),
        ..PromptCommand::default()
    })
}
