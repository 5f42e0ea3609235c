//! What the host has: processors, memory, disk space.

use std::path::Path;

/// Processors that this process may use.
pub(crate) fn vcpu_count() -> i32 {
    std::thread::available_parallelism().map_or(1, |count| i32::try_from(count.get()).unwrap_or(i32::MAX))
}

/// Installed memory in bytes; 0 when the kernel does not tell.
pub(crate) fn memory_bytes() -> i64 {
    memory("MemTotal:")
}

/// Memory that can be used without swapping, in bytes; 0 when the kernel does not tell.
pub(crate) fn memory_available_bytes() -> i64 {
    memory("MemAvailable:")
}

/// Space for an ordinary user on the file system of a folder, in bytes; 0 when it cannot be told.
pub(crate) fn disk_available_bytes(folder: &Path) -> i64 {
    rustix::fs::statvfs(folder)
        .map_or(0, |found| i64::try_from(found.f_bavail.saturating_mul(found.f_frsize)).unwrap_or(i64::MAX))
}

fn memory(field: &str) -> i64 {
    fs_err::read_to_string("/proc/meminfo").map_or(0, |text| meminfo(&text, field))
}

// Source: proc_meminfo(5): values are in units of 1024 bytes, whatever the "kB" says.
fn meminfo(text: &str, field: &str) -> i64 {
    text.lines()
        .find_map(|line| line.strip_prefix(field))
        .and_then(|rest| rest.split_whitespace().next())
        .and_then(|number| number.parse::<i64>().ok())
        .map_or(0, |kibibytes| kibibytes.saturating_mul(1024))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn meminfo_is_read() {
        let text = "MemTotal:       24661612 kB\nMemFree:         1234 kB\nMemAvailable:   20000 kB\n";
        assert_eq!(meminfo(text, "MemTotal:"), 24_661_612 * 1024);
        assert_eq!(meminfo(text, "MemAvailable:"), 20_000 * 1024);
        assert_eq!(meminfo(text, "Nothing:"), 0);
        assert!(memory_bytes() > memory_available_bytes() && memory_available_bytes() > 0);
        assert!(disk_available_bytes(Path::new("/")) > 0);
    }
}
