//! Measures the Machine: memory, disk, load and the workspace's Git state.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

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

/// Commit and branch that HEAD of a workspace points to; empty ones without a repository.
///
/// Reads Git's files itself: it is done every few seconds, and Git refuses other users' repositories.
///
/// Source: gitrepository-layout(5).
pub(crate) fn git_head(workspace: &Path) -> (String, String) {
    let folder = git_folder(workspace);
    let head = fs_err::read_to_string(folder.join("HEAD")).unwrap_or_default();
    let head = head.trim();
    let Some(name) = head.strip_prefix("ref: ") else { return (head.to_owned(), String::new()) };
    // A worktree keeps its branches in the main repository.
    let shared = match fs_err::read_to_string(folder.join("commondir")) {
        Ok(path) => folder.join(path.trim()),
        Err(_) => folder,
    };
    let commit = fs_err::read_to_string(shared.join(name)).ok().or_else(|| {
        let packed = fs_err::read_to_string(shared.join("packed-refs")).ok()?;
        packed.lines().find_map(|line| Some(line.strip_suffix(name)?.strip_suffix(' ')?.to_owned()))
    });
    let branch = name.strip_prefix("refs/heads/").unwrap_or(name);
    (commit.unwrap_or_default().trim().to_owned(), branch.to_owned())
}

fn git_folder(workspace: &Path) -> PathBuf {
    let folder = workspace.join(".git");
    match fs_err::read_to_string(&folder) {
        // A file in its place says where the folder is.
        Ok(text) => workspace.join(text.trim().trim_start_matches("gitdir:").trim()),
        Err(_) => folder,
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
        fs_err::write(git.join("packed-refs"), "# pack\naaaa refs/heads/main\n").unwrap();
        assert_eq!(git_head(folder.path()), ("aaaa".into(), "main".into()));
        fs_err::write(git.join("refs/heads/main"), "bbbb\n").unwrap();
        assert_eq!(git_head(folder.path()), ("bbbb".into(), "main".into()));
        fs_err::write(git.join("HEAD"), "cccc\n").unwrap();
        assert_eq!(git_head(folder.path()), ("cccc".into(), String::new()));
    }
}
