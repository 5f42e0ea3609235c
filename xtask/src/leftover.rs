//! Finds processes that outlived what started them, by a folder that only they know.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use rustix::process::{Pid, Signal, kill_process};

/// A process that names the folder on its command line.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Leftover {
    /// Process id.
    pub(crate) pid: i32,
    /// Name of the program.
    pub(crate) program: String,
}

/// A new, empty folder whose path is in the command line of everything that works in it.
///
/// Sockets lie in it, whose paths have at most 107 bytes, so the path is kept short.
/// Memory and disks of Machines lie in it as well: `/tmp` is often kept in memory, `/var/tmp` is not.
pub(crate) fn work_folder() -> Result<tempfile::TempDir> {
    let parent = std::env::var_os("TMPDIR")
        .map(PathBuf::from)
        .or_else(|| Some(PathBuf::from("/var/tmp")).filter(|folder| folder.is_dir()))
        .unwrap_or_else(std::env::temp_dir);
    Ok(tempfile::Builder::new().prefix("avt").tempdir_in(parent)?)
}

/// Processes other than this one that name the folder on their command line.
pub(crate) fn find(folder: &Path) -> Vec<Leftover> {
    let needle = folder.as_os_str().as_encoded_bytes();
    let own = std::process::id();
    let Ok(entries) = std::fs::read_dir("/proc") else { return Vec::new() };
    entries
        .flatten()
        .filter_map(|entry| {
            let pid: i32 = entry.file_name().to_str()?.parse().ok()?;
            let line = std::fs::read(entry.path().join("cmdline")).ok()?;
            let names_folder = line.windows(needle.len()).any(|window| window == needle);
            if !names_folder || u32::try_from(pid).ok()? == own {
                return None;
            }
            let program = line.split(|byte| *byte == 0).next().unwrap_or_default();
            let program =
                Path::new(&*String::from_utf8_lossy(program)).file_name()?.to_string_lossy().into_owned();
            Some(Leftover { pid, program })
        })
        .collect()
}

/// Waits until nothing works in the folder; ends what stays and then fails.
pub(crate) fn require_none(folder: &Path, patience: Duration) -> Result<()> {
    let begin = Instant::now();
    loop {
        let left = find(folder);
        if left.is_empty() {
            return Ok(());
        }
        if begin.elapsed() > patience {
            end(&left);
            let names: Vec<String> =
                left.iter().map(|left| format!("{} ({})", left.program, left.pid)).collect();
            bail!("left running, ended now: {}", names.join(", "));
        }
        std::thread::sleep(Duration::from_millis(100));
    }
}

fn end(processes: &[Leftover]) {
    for process in processes {
        if let Some(pid) = Pid::from_raw(process.pid) {
            // An error means that it has just ended by itself.
            let _ = kill_process(pid, Signal::KILL);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::process::CommandExt as _;
    use std::process::Command;

    use super::*;

    #[test]
    fn a_process_that_names_the_folder_is_found_and_ended() {
        let folder = work_folder().unwrap();
        require_none(folder.path(), Duration::ZERO).unwrap();
        // A shell that is called by the folder's name: found by it, and gone only when ended.
        let mut child =
            Command::new("sh").arg0(folder.path()).args(["-c", "sleep 60; true"]).spawn().unwrap();
        let begin = Instant::now();
        while find(folder.path()).is_empty() {
            assert!(begin.elapsed() < Duration::from_secs(10), "not found");
        }
        let error = require_none(folder.path(), Duration::ZERO).unwrap_err();
        assert!(error.to_string().contains(&child.id().to_string()), "{error}");
        assert!(!child.wait().unwrap().success());
        require_none(folder.path(), Duration::from_secs(5)).unwrap();
    }
}
