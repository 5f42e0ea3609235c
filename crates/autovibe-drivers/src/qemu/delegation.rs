//! Makes room for groups of Machines in our own control group of version 2.
//!
//! A group that hands its controllers on to groups below it may hold no process itself ("no internal processes",
//! `Documentation/admin-guide/cgroup-v2.rst`). Where a daemon was started into a group of its own, it is itself the
//! process that stands in the way: it steps aside into a leaf. Processes of others are never moved.

use std::io;
use std::path::{Path, PathBuf};

use rustix::io::Errno;

/// Group of the daemon itself, below the group that it was started in.
const LEAF: &str = "daemon";

/// Parent of the groups of Machines, beside the leaf.
const PARENT: &str = "autovibe";

/// How files of the hierarchy are written; tests put a small kernel in its place.
pub(super) type Write<'a> = &'a dyn Fn(&Path, &str) -> io::Result<()>;

/// Gives the parent of the groups of Machines, with its controllers switched on.
///
/// `group` is the one that the process `pid` is in; the reason of a failure is the first thing that was refused.
pub(super) fn delegate(group: &Path, pid: u32, write: Write<'_>) -> Result<PathBuf, String> {
    let base = base_of(group);
    let parent = make(&base.join(PARENT)).map_err(|error| format!("a group below ours: {error}"))?;
    let enabled = match enable(base, write) {
        Err(error) if error.raw_os_error() == Some(Errno::BUSY.raw_os_error()) => {
            step_aside(base, pid, write)
                .map_err(|second| format!("our group holds processes, and it cannot be cleared: {second}"))
        }
        other => other.map_err(|error| format!("controllers for groups below ours: {error}")),
    };
    let enabled = enabled.and_then(|()| {
        enable(&parent, write).map_err(|error| format!("controllers for groups of machines: {error}"))
    });
    match enabled {
        Ok(()) => Ok(parent),
        Err(reason) => {
            // Empty where nothing of ours runs; one in use stays.
            let _ = std::fs::remove_dir(&parent);
            Err(reason)
        }
    }
}

/// The group that is ours to divide: above the leaf, when this process or its parent has stepped aside before.
fn base_of(group: &Path) -> &Path {
    match group.parent() {
        Some(above) if group.file_name().is_some_and(|name| name == LEAF) && above.join(PARENT).is_dir() => {
            above
        }
        _ => group,
    }
}

/// Moves this process into the leaf and tries again; with others still there it goes back.
fn step_aside(base: &Path, pid: u32, write: Write<'_>) -> io::Result<()> {
    let leaf = make(&base.join(LEAF))?;
    let pid = pid.to_string();
    let moved = write(&leaf.join("cgroup.procs"), &pid);
    let enabled = moved.and_then(|()| enable(base, write));
    if enabled.is_err() {
        // What cannot go back is limited by the same group as before, so nothing is lost.
        let _ = write(&base.join("cgroup.procs"), &pid);
        let _ = std::fs::remove_dir(&leaf);
    }
    enabled
}

/// Switches on what limits Machines: memory at least, processors where there are such limits.
fn enable(group: &Path, write: Write<'_>) -> io::Result<()> {
    let path = group.join("cgroup.subtree_control");
    let is_on = |name: &str| {
        std::fs::read_to_string(&path).is_ok_and(|text| text.split_whitespace().any(|word| word == name))
    };
    if is_on("memory") && is_on("cpu") {
        return Ok(());
    }
    match write(&path, "+memory +cpu") {
        Err(error) if is_on("memory") => {
            tracing::debug!(%error, "limits for memory only");
            Ok(())
        }
        // A host may offer memory alone; it refuses both together.
        Err(error) => write(&path, "+memory").map_err(|_| error),
        Ok(()) => Ok(()),
    }
}

fn make(group: &Path) -> io::Result<PathBuf> {
    match std::fs::create_dir(group) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => Ok(group.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn processes(group: &Path) -> Vec<String> {
        let text = std::fs::read_to_string(group.join("cgroup.procs")).unwrap_or_default();
        text.split_whitespace().map(str::to_owned).collect()
    }

    fn controllers(group: &Path) -> String {
        std::fs::read_to_string(group.join("cgroup.subtree_control")).unwrap_or_default()
    }

    /// Does with files what the kernel does: a process is in one group, and a group with processes is a leaf.
    fn kernel(top: &Path) -> impl Fn(&Path, &str) -> io::Result<()> + '_ {
        move |path, text| {
            let group = path.parent().unwrap();
            if path.ends_with("cgroup.procs") {
                for folder in [top.to_owned(), top.join(LEAF), top.join(PARENT)] {
                    let rest: Vec<String> =
                        processes(&folder).into_iter().filter(|process| process != text).collect();
                    if folder.is_dir() {
                        std::fs::write(folder.join("cgroup.procs"), rest.join("\n"))?;
                    }
                }
                let mut inside = processes(group);
                inside.push(text.to_owned());
                return std::fs::write(path, inside.join("\n"));
            }
            if !processes(group).is_empty() {
                return Err(io::Error::from(Errno::BUSY));
            }
            std::fs::write(path, text.replace('+', ""))
        }
    }

    #[test]
    fn a_daemon_alone_in_its_group_steps_aside() {
        let top = tempfile::tempdir().unwrap();
        std::fs::write(top.path().join("cgroup.procs"), "42").unwrap();
        let parent = delegate(top.path(), 42, &kernel(top.path())).unwrap();
        assert_eq!(parent, top.path().join(PARENT));
        assert_eq!(processes(&top.path().join(LEAF)), ["42"]);
        assert!(processes(top.path()).is_empty());
        assert_eq!(controllers(top.path()), "memory cpu");
        assert_eq!(controllers(&parent), "memory cpu");
        // A second driver in the same process finds itself in the leaf already.
        let again = delegate(&top.path().join(LEAF), 42, &kernel(top.path())).unwrap();
        assert_eq!(again, parent);
        assert!(!top.path().join(LEAF).join(PARENT).exists());
    }

    #[test]
    fn processes_of_others_are_not_moved() {
        let top = tempfile::tempdir().unwrap();
        std::fs::write(top.path().join("cgroup.procs"), "42\n77").unwrap();
        let reason = delegate(top.path(), 42, &kernel(top.path())).unwrap_err();
        assert!(reason.contains("holds processes"), "{reason}");
        let mut left = processes(top.path());
        left.sort_unstable();
        assert_eq!(left, ["42", "77"]);
    }

    #[test]
    fn what_was_refused_first_is_the_reason() {
        let top = tempfile::tempdir().unwrap();
        let refuse = |_: &Path, _: &str| Err(io::Error::from(Errno::ACCESS));
        let reason = delegate(top.path(), 42, &refuse).unwrap_err();
        assert!(reason.contains("controllers for groups below ours: Permission denied"), "{reason}");
        assert!(!top.path().join(PARENT).exists(), "an empty group was left");
    }

    #[test]
    fn a_group_whose_controllers_are_on_is_not_written() {
        let top = tempfile::tempdir().unwrap();
        let parent = top.path().join(PARENT);
        std::fs::create_dir(&parent).unwrap();
        for group in [top.path(), &parent] {
            std::fs::write(group.join("cgroup.subtree_control"), "cpu io memory").unwrap();
        }
        let refuse = |_: &Path, _: &str| Err(io::Error::from(Errno::ACCESS));
        assert_eq!(delegate(top.path(), 42, &refuse).unwrap(), parent);
    }
}
