//! Limits on QEMU processes by control groups, proven by setting one.

use std::io;
use std::path::{Path, PathBuf};

use autovibe_proto::v1::MachineSpec;

/// Memory that QEMU needs beside the guest's: device state, disk caches, threads.
const OVERHEAD_BYTES: u64 = 512 << 20;

/// Emulation also keeps translated code, at most this much.
const TRANSLATION_BYTES: u64 = 1 << 30;

/// Scheduling period of processor limits in microseconds, as the kernel's default.
const PERIOD_US: u64 = 100_000;

/// How limits are enforced here.
#[derive(Debug, Clone)]
pub(super) struct Limits {
    means: Means,
    /// Why they are not stronger; empty at the strongest.
    pub(super) reason: String,
}

#[derive(Debug, Clone)]
enum Means {
    /// Parent of our groups in the one hierarchy.
    Version2(PathBuf),
    /// Parents of our groups in the hierarchies for memory and processors.
    Version1 {
        memory: PathBuf,
        processor: Option<PathBuf>,
    },
    None,
}

impl Limits {
    /// Finds the best means by setting a limit and reading it back.
    pub(super) fn prove() -> Self {
        let own = fs_err::read_to_string("/proc/self/cgroup").unwrap_or_default();
        let second = prove_version2(&own);
        let second_reason = match second {
            Ok(parent) => return Self { means: Means::Version2(parent), reason: String::new() },
            Err(error) => error,
        };
        match prove_version1(&own) {
            Ok(means) => Self { means, reason: format!("cgroup2: {second_reason}") },
            Err(error) => {
                Self { means: Means::None, reason: format!("cgroup2: {second_reason}; cgroup1: {error}") }
            }
        }
    }

    /// The word for the capabilities.
    pub(super) fn kind(&self) -> &'static str {
        match self.means {
            Means::Version2(_) => "cgroup2",
            Means::Version1 { .. } => "cgroup1",
            Means::None => "none",
        }
    }

    /// Makes a group with the limits of a Machine and gives the files that a process enters it by.
    pub(super) fn create_group(
        &self,
        name: &str,
        spec: &MachineSpec,
        accelerator: &str,
    ) -> io::Result<Vec<PathBuf>> {
        let extra = OVERHEAD_BYTES + if accelerator == "tcg" { TRANSLATION_BYTES } else { 0 };
        let memory = u64::try_from(spec.memory_bytes).unwrap_or(0) + extra;
        // One processor more than the guest's is for input, output and the monitor.
        let quota = (u64::try_from(spec.vcpu_count).unwrap_or(1) + 1) * PERIOD_US;
        match &self.means {
            Means::None => Ok(Vec::new()),
            Means::Version2(parent) => {
                let group = make(parent, name)?;
                fs_err::write(group.join("memory.max"), memory.to_string())?;
                if group.join("cpu.max").exists() {
                    fs_err::write(group.join("cpu.max"), format!("{quota} {PERIOD_US}"))?;
                }
                Ok(vec![group.join("cgroup.procs")])
            }
            Means::Version1 { memory: parent, processor } => {
                let group = make(parent, name)?;
                fs_err::write(group.join("memory.limit_in_bytes"), memory.to_string())?;
                let mut entries = vec![group.join("cgroup.procs")];
                if let Some(parent) = processor {
                    let group = make(parent, name)?;
                    fs_err::write(group.join("cpu.cfs_quota_us"), quota.to_string())?;
                    entries.push(group.join("cgroup.procs"));
                }
                Ok(entries)
            }
        }
    }

    /// Removes a group whose processes have ended; one that is gone or still used is left.
    pub(super) fn remove_group(&self, name: &str) {
        for parent in self.parents() {
            if let Err(error) = std::fs::remove_dir(parent.join(name))
                && error.kind() != io::ErrorKind::NotFound
            {
                tracing::debug!(group = name, %error, "control group stays");
            }
        }
    }

    fn parents(&self) -> Vec<&Path> {
        match &self.means {
            Means::Version2(parent) => vec![parent],
            Means::Version1 { memory, processor } => {
                [Some(memory), processor.as_ref()].into_iter().flatten().map(PathBuf::as_path).collect()
            }
            Means::None => Vec::new(),
        }
    }
}

fn make(parent: &Path, name: &str) -> io::Result<PathBuf> {
    let group = parent.join(name);
    match fs_err::create_dir(&group) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => Ok(group),
    }
}

/// Sets a limit in a passing group and reads it back.
fn prove_limit(parent: &Path, file: &str, value: &str) -> Result<(), String> {
    let group = make(parent, &format!("proof-{}", std::process::id())).map_err(|error| error.to_string())?;
    let path = group.join(file);
    // Unlike a write that creates, this fails where the controller is missing.
    let written = fs_err::OpenOptions::new()
        .write(true)
        .open(&path)
        .and_then(|mut file| io::Write::write_all(&mut file, value.as_bytes()))
        .and_then(|()| fs_err::read_to_string(&path));
    let _ = std::fs::remove_dir(&group);
    match written {
        Ok(read) if read.trim() == value => Ok(()),
        Ok(read) => Err(format!("{file} reads back as {}", read.trim())),
        Err(error) => Err(error.to_string()),
    }
}

fn prove_version2(own: &str) -> Result<PathBuf, String> {
    let path = own_group(own, "").ok_or("no group of our own")?;
    let mount = mount_point("cgroup2", "").ok_or("not mounted")?;
    let write = |path: &Path, text: &str| std::fs::write(path, text);
    let parent =
        super::delegation::delegate(&mount.join(path.trim_start_matches('/')), std::process::id(), &write)?;
    prove_limit(&parent, "memory.max", "67108864").map(|()| parent)
}

fn prove_version1(own: &str) -> Result<Means, String> {
    let parent = |controller: &str| -> Result<PathBuf, String> {
        let path = own_group(own, controller).ok_or(format!("no {controller} group of our own"))?;
        let mount = mount_point("cgroup", controller).ok_or(format!("{controller} is not mounted"))?;
        make(&mount.join(path.trim_start_matches('/')), "autovibe").map_err(|error| error.to_string())
    };
    let memory = parent("memory")?;
    prove_limit(&memory, "memory.limit_in_bytes", "67108864")?;
    let processor =
        parent("cpu").ok().filter(|parent| prove_limit(parent, "cpu.cfs_quota_us", "50000").is_ok());
    Ok(Means::Version1 { memory, processor })
}

/// Finds our group in `/proc/self/cgroup`; the empty controller stands for version 2.
fn own_group<'a>(text: &'a str, controller: &str) -> Option<&'a str> {
    text.lines().find_map(|line| {
        let mut parts = line.splitn(3, ':');
        let (_, controllers, path) = (parts.next()?, parts.next()?, parts.next()?);
        let matches = if controller.is_empty() {
            controllers.is_empty()
        } else {
            controllers.split(',').any(|name| name == controller)
        };
        matches.then_some(path)
    })
}

fn mount_point(kind: &str, controller: &str) -> Option<PathBuf> {
    let mounts = fs_err::read_to_string("/proc/self/mounts").ok()?;
    mounts.lines().find_map(|line| {
        let mut words = line.split(' ').skip(1);
        let (point, found, options) = (words.next()?, words.next()?, words.next()?);
        let has = controller.is_empty() || options.split(',').any(|option| option == controller);
        (found == kind && has).then(|| PathBuf::from(point))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: &str = "8:pids:/\n5:cpu,cpuacct:/here\n4:memory:/mem\n0::/user.slice\n";

    #[test]
    fn our_group_is_found_per_controller() {
        assert_eq!(own_group(OWN, ""), Some("/user.slice"));
        assert_eq!(own_group(OWN, "cpu"), Some("/here"));
        assert_eq!(own_group(OWN, "memory"), Some("/mem"));
        assert_eq!(own_group(OWN, "io"), None);
    }

    #[test]
    fn what_is_declared_can_be_done() {
        let limits = Limits::prove();
        let spec = MachineSpec { vcpu_count: 1, memory_bytes: 1 << 28, ..MachineSpec::default() };
        let name = format!("test-{}", std::process::id());
        let entries = limits.create_group(&name, &spec, "tcg").unwrap();
        assert_eq!(entries.is_empty(), limits.kind() == "none");
        assert!(entries.iter().all(|entry| entry.exists()));
        assert!(limits.kind() == "cgroup2" || !limits.reason.is_empty());
        limits.remove_group(&name);
        assert!(entries.iter().all(|entry| !entry.exists()));
    }
}
