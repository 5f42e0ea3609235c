//! Measures the Machine: memory, disk, load and the workspace's Git state.

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use fs_err::os::unix::fs::OpenOptionsExt as _;

use crate::account::Account;
use crate::config::GuestConfig;
use crate::launch::LaunchOptions;

/// Listing changes in a huge workspace is not worth more.
const GIT_LIMIT: Duration = Duration::from_secs(5);

/// Memory in use and in all, in bytes.
pub(crate) fn memory_bytes() -> Option<(u64, u64)> {
    parse_memory(&fs_err::read_to_string("/proc/meminfo").ok()?)
}

fn parse_memory(text: &str) -> Option<(u64, u64)> {
    let field = |name: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))?;
        line.trim().split(' ').next()?.parse::<u64>().ok()?.checked_mul(1024)
    };
    let total = field("MemTotal")?;
    Some((total.saturating_sub(field("MemAvailable")?), total))
}

/// Use and size of the file system below a path, in bytes.
pub(crate) fn disk_bytes(path: &Path) -> Option<(u64, u64)> {
    let stat = rustix::fs::statvfs(path).ok()?;
    let total = stat.f_blocks.checked_mul(stat.f_frsize)?;
    Some((total.saturating_sub(stat.f_bfree.checked_mul(stat.f_frsize)?), total))
}

/// Load average over one minute.
pub(crate) fn load() -> Option<f64> {
    fs_err::read_to_string("/proc/loadavg").ok()?.split(' ').next()?.parse().ok()
}

/// Longest file that holds one name.
const NAME_BYTES_MAX: u64 = 4096;
/// Longest list of packed names that is searched.
const PACKED_BYTES_MAX: u64 = 1 << 20;

/// Commit and branch that HEAD of a workspace points to; empty ones without a repository.
///
/// Reads Git's files itself: it is done every few seconds, and Git refuses other users' repositories.
///
/// Source: gitrepository-layout(5).
pub(crate) fn git_head(workspace: &Path) -> (String, String) {
    let folder = git_folder(workspace);
    let head = read_small(&folder.join("HEAD"), NAME_BYTES_MAX).unwrap_or_default();
    let head = head.trim();
    let commit_of =
        |text: &str| Some(text.trim().to_owned()).filter(|name| autovibe_proto::is_object_name(name));
    let Some(name) = head.strip_prefix("ref: ") else {
        return (commit_of(head).unwrap_or_default(), String::new());
    };
    if !name.starts_with("refs/") || name.split('/').any(|part| part == "..") {
        return (String::new(), String::new());
    }
    // A worktree keeps its branches in the main repository.
    let shared = match read_small(&folder.join("commondir"), NAME_BYTES_MAX) {
        Some(path) => folder.join(path.trim()),
        None => folder,
    };
    let commit = read_small(&shared.join(name), NAME_BYTES_MAX).or_else(|| {
        let packed = read_small(&shared.join("packed-refs"), PACKED_BYTES_MAX)?;
        packed.lines().find_map(|line| Some(line.strip_suffix(name)?.strip_suffix(' ')?.to_owned()))
    });
    let branch = name.strip_prefix("refs/heads/").unwrap_or(name);
    (commit.as_deref().and_then(commit_of).unwrap_or_default(), branch.to_owned())
}

/// Reads a file that the coding agent may have made anything of: only a regular one, neither a link nor a pipe
/// that nobody writes to, and no more than a limit.
fn read_small(path: &Path, bytes_max: u64) -> Option<String> {
    let flags = rustix::fs::OFlags::NOFOLLOW | rustix::fs::OFlags::NONBLOCK;
    let flags = i32::try_from(flags.bits()).ok()?;
    let file = fs_err::OpenOptions::new().read(true).custom_flags(flags).open(path).ok()?;
    if !file.metadata().ok()?.is_file() {
        return None;
    }
    let mut text = String::new();
    file.take(bytes_max).read_to_string(&mut text).ok()?;
    Some(text)
}

fn git_folder(workspace: &Path) -> PathBuf {
    let folder = workspace.join(".git");
    match read_small(&folder, NAME_BYTES_MAX) {
        // A file in its place says where the folder is.
        Some(text) => workspace.join(text.trim().trim_start_matches("gitdir:").trim()),
        None => folder,
    }
}

/// Number of files that differ from HEAD; `None` without a repository, without Git, or when it takes too long.
pub(crate) async fn git_changed_count(config: &GuestConfig, account: &Account) -> Option<i32> {
    let workspace = config.workspace();
    if !workspace.join(".git").exists() {
        return None;
    }
    let arguments =
        ["--no-optional-locks", "status", "--porcelain", "--untracked-files=normal"].map(str::to_owned);
    let output = LaunchOptions::of(account)
        .command("git", &arguments)
        .env("PATH", &config.program_path)
        .env("HOME", &account.home)
        .current_dir(&workspace)
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output();
    let output = tokio::time::timeout(GIT_LIMIT, output).await.ok()?.ok()?;
    if !output.status.success() {
        return None;
    }
    i32::try_from(output.stdout.iter().filter(|byte| **byte == b'\n').count()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_in_use_is_what_cannot_be_had() {
        let text = "MemTotal:        1000 kB\nMemFree: 1 kB\nMemAvailable:    400 kB\n";
        assert_eq!(parse_memory(text), Some((600 * 1024, 1000 * 1024)));
        assert_eq!(parse_memory(""), None);
    }

    #[test]
    fn head_is_read_loose_packed_and_detached() {
        let folder = tempfile::tempdir().unwrap();
        let git = folder.path().join(".git");
        assert_eq!(git_head(folder.path()), (String::new(), String::new()));
        fs_err::create_dir_all(git.join("refs/heads")).unwrap();
        fs_err::write(git.join("HEAD"), "ref: refs/heads/main\n").unwrap();
        let [packed, loose, detached] = ["a", "b", "c"].map(|digit| digit.repeat(40));
        fs_err::write(git.join("packed-refs"), format!("# pack\n{packed} refs/heads/main\n")).unwrap();
        assert_eq!(git_head(folder.path()), (packed, "main".into()));
        fs_err::write(git.join("refs/heads/main"), format!("{loose}\n")).unwrap();
        assert_eq!(git_head(folder.path()), (loose, "main".into()));
        fs_err::write(git.join("HEAD"), format!("{detached}\n")).unwrap();
        assert_eq!(git_head(folder.path()), (detached, String::new()));
    }

    #[test]
    fn what_the_coding_agent_made_of_git_neither_stops_nor_tells_us_anything() {
        let folder = tempfile::tempdir().unwrap();
        let git = folder.path().join(".git");
        fs_err::create_dir_all(&git).unwrap();
        let nothing = (String::new(), String::new());
        let private = folder.path().join("private");
        fs_err::write(&private, "a".repeat(40)).unwrap();
        fs_err::os::unix::fs::symlink(&private, git.join("HEAD")).unwrap();
        assert_eq!(git_head(folder.path()), nothing);
        fs_err::remove_file(git.join("HEAD")).unwrap();
        for name in ["ref: ../private", "ref: refs/../../private", "ref: /etc/passwd"] {
            fs_err::write(git.join("HEAD"), name).unwrap();
            assert_eq!(git_head(folder.path()), nothing, "{name}");
        }
        fs_err::remove_file(git.join("HEAD")).unwrap();
        let mode = rustix::fs::Mode::from_bits_truncate(0o600);
        rustix::fs::mknodat(rustix::fs::CWD, git.join("HEAD"), rustix::fs::FileType::Fifo, mode, 0).unwrap();
        assert_eq!(git_head(folder.path()), nothing, "a pipe that nobody writes to");
    }
}
