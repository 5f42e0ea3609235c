//! What the host has: processors, memory, free space, and the boot it is in.

use std::path::Path;

use super::error::QemuError;

/// Number of processors that this process may use.
pub(super) fn vcpu_count() -> i32 {
    std::thread::available_parallelism().map_or(1, |count| i32::try_from(count.get()).unwrap_or(i32::MAX))
}

/// Memory of the host in bytes; 0 when it cannot be read.
pub(super) fn memory_bytes() -> u64 {
    fs_err::read_to_string("/proc/meminfo").map_or(0, |text| meminfo_bytes(&text, "MemTotal:"))
}

/// Memory that a new process may take without swapping, in bytes; `None` when the kernel does not say.
///
/// Source: proc_meminfo(5).
pub(super) fn available_memory_bytes() -> Option<u64> {
    let text = fs_err::read_to_string("/proc/meminfo").ok()?;
    Some(meminfo_bytes(&text, "MemAvailable:")).filter(|bytes| *bytes > 0)
}

/// The number of the host's present boot; files that a loss of power may have torn carry it.
pub(super) fn boot_id() -> String {
    fs_err::read_to_string("/proc/sys/kernel/random/boot_id").unwrap_or_default().trim().to_owned()
}

/// Free space below a folder in bytes, for a user without special rights.
pub(super) fn free_disk_bytes(folder: &Path) -> Result<u64, QemuError> {
    rustix::fs::statvfs(folder)
        .map(|space| space.f_bavail.saturating_mul(space.f_frsize))
        .map_err(|error| QemuError::file("read free space")(error.into()))
}

fn meminfo_bytes(text: &str, key: &str) -> u64 {
    text.lines()
        .find_map(|line| line.strip_prefix(key))
        .and_then(|rest| rest.trim().strip_suffix("kB"))
        .and_then(|number| number.trim().parse::<u64>().ok())
        .map_or(0, |kibibytes| kibibytes * 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_is_read_in_bytes() {
        let text = "MemTotal:       24623456 kB\nMemFree:          123 kB\n";
        assert_eq!(meminfo_bytes(text, "MemTotal:"), 24_623_456 * 1024);
        assert_eq!(meminfo_bytes(text, "Swap:"), 0);
    }

    #[test]
    fn the_host_says_how_much_memory_is_available() {
        let available = available_memory_bytes().unwrap();
        assert!(available > 0 && available <= memory_bytes(), "{available}");
    }
}
