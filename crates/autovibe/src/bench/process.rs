//! Processes as the kernel shows them: those below a folder, and what they use.

use std::os::unix::ffi::OsStrExt as _;
use std::path::Path;

use rustix::process::{Pid, Signal, kill_process};

use super::error::BenchError;

/// A process that runs now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RunningProcess {
    pub(super) pid: i32,
    pub(super) arguments: Vec<String>,
}

/// Finds the processes that name something below `folder` in their arguments.
pub(super) fn processes_below(folder: &Path) -> Vec<RunningProcess> {
    let wanted = folder.as_os_str().as_bytes();
    let entries = fs_err::read_dir("/proc").into_iter().flatten().flatten();
    entries
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
        .filter_map(|pid: i32| {
            let command_line = fs_err::read(format!("/proc/{pid}/cmdline")).ok()?;
            command_line.windows(wanted.len()).any(|part| part == wanted).then(|| RunningProcess {
                pid,
                arguments: command_line
                    .split(|byte| *byte == 0)
                    .map(|argument| String::from_utf8_lossy(argument).into_owned())
                    .collect(),
            })
        })
        .collect()
}

impl RunningProcess {
    /// Some argument contains `text`.
    pub(super) fn names(&self, text: &str) -> bool {
        self.arguments.iter().any(|argument| argument.contains(text))
    }

    /// Ends the process at once.
    pub(super) fn kill(&self) {
        if let Some(pid) = Pid::from_raw(self.pid) {
            // Refused only when it has ended already.
            let _ = kill_process(pid, Signal::KILL);
        }
    }

    /// Its share of memory in MiB: pages that several processes use count in parts.
    pub(super) fn memory_mib(&self) -> Result<f64, BenchError> {
        memory_mib(self.pid)
    }
}

/// The share of memory of a process in MiB.
///
/// Source: Linux documentation, "/proc/PID/smaps_rollup".
pub(super) fn memory_mib(pid: i32) -> Result<f64, BenchError> {
    let text = fs_err::read_to_string(format!("/proc/{pid}/smaps_rollup"))
        .map_err(BenchError::file("read the memory of a process"))?;
    let kib: Option<f64> =
        text.lines().find_map(|line| line.strip_prefix("Pss:")?.split_whitespace().next()?.parse().ok());
    let kib = kib.ok_or_else(|| BenchError::Wrong {
        what: "the memory of a process",
        text: "it has no Pss line".to_owned(),
    })?;
    Ok(kib / 1024.0)
}

#[cfg(test)]
mod tests {
    use std::os::unix::process::CommandExt as _;
    use std::process::Command;

    use super::*;

    #[test]
    fn a_process_is_found_by_its_arguments_and_ended() {
        let folder = tempfile::tempdir().unwrap();
        let mut child = Command::new("sleep").arg0(folder.path()).arg("60").spawn().unwrap();
        let found = loop {
            let found = processes_below(folder.path());
            if !found.is_empty() {
                break found;
            }
            std::thread::yield_now();
        };
        assert_eq!(found.iter().map(|process| process.pid.cast_unsigned()).collect::<Vec<_>>(), [child.id()]);
        assert!(found[0].names("60"));
        assert!(found[0].memory_mib().unwrap() > 0.0);
        found[0].kill();
        assert!(!child.wait().unwrap().success());
        assert!(processes_below(folder.path()).is_empty());
    }
}
