//! Finding and ending processes that a test started, always by pid.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use rustix::process::{Pid, Signal, kill_process};

/// Pids of the processes whose command line names a path below `folder`.
///
/// QEMU processes outlive their daemon, so this is how a test finds its own.
#[must_use]
pub fn processes_below(folder: &Path) -> Vec<i32> {
    let needle = folder.to_string_lossy().into_owned();
    let own = i32::try_from(std::process::id()).unwrap_or(0);
    let Ok(entries) = fs::read_dir("/proc") else { return Vec::new() };
    entries
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.parse::<i32>().ok())
        .filter(|pid| *pid != own)
        .filter(|pid| {
            fs::read(format!("/proc/{pid}/cmdline"))
                .is_ok_and(|line| String::from_utf8_lossy(&line).contains(&needle))
        })
        .collect()
}

/// Pid of the QEMU process of a Machine.
///
/// # Errors
/// When there is not exactly one.
pub fn qemu_of(folder: &Path, machine: &str) -> Result<i32> {
    let found = all_qemu_of(folder, machine);
    ensure!(found.len() == 1, "{} QEMU processes of {machine}: {found:?}", found.len());
    Ok(found[0])
}

/// Pids of all QEMU processes of a Machine.
#[must_use]
pub fn all_qemu_of(folder: &Path, machine: &str) -> Vec<i32> {
    processes_below(folder)
        .into_iter()
        .filter(|pid| {
            fs::read(format!("/proc/{pid}/cmdline")).is_ok_and(|line| {
                let line = String::from_utf8_lossy(&line).into_owned();
                let program = line.split('\0').next().unwrap_or_default();
                program.contains("qemu-system") && line.contains(machine)
            })
        })
        .collect()
}

/// The environment of a process, one variable per line.
///
/// # Errors
/// When the process is gone.
pub fn environment_of(pid: i32) -> Result<String> {
    Ok(String::from_utf8_lossy(&fs::read(format!("/proc/{pid}/environ"))?).replace('\0', "\n"))
}

/// Sends SIGKILL and waits until the process is gone.
///
/// # Errors
/// When it cannot be ended within five seconds.
pub fn kill_now(pid: i32) -> Result<()> {
    if let Some(pid) = Pid::from_raw(pid) {
        let _ = kill_process(pid, Signal::KILL);
    }
    let begin = Instant::now();
    while is_alive(pid) {
        ensure!(begin.elapsed() < Duration::from_secs(5), "process {pid} does not end");
        std::thread::sleep(Duration::from_millis(5));
    }
    Ok(())
}

/// The process exists and is no zombie.
#[must_use]
pub fn is_alive(pid: i32) -> bool {
    fs::read_to_string(format!("/proc/{pid}/stat"))
        .is_ok_and(|stat| stat.rsplit(')').next().is_some_and(|rest| !rest.trim_start().starts_with('Z')))
}
