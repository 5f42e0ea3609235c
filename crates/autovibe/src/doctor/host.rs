//! What the host itself offers: processor, memory, disk.

use std::path::Path;

use super::check::Check;

/// Memory below which more than one Machine is tight.
const MEMORY_WANTED_BYTES: u64 = 8 << 30;

/// Disk below which Images and Checkpoints do not fit well.
const DISK_WANTED_BYTES: u64 = 20 << 30;

/// Looks at memory and disk.
pub(crate) fn host(data: &Path) -> Vec<Check> {
    vec![memory(), disk(data), kvm_device()]
}

fn memory() -> Check {
    let text = fs_err::read_to_string("/proc/meminfo").unwrap_or_default();
    let total = text
        .lines()
        .find_map(|line| line.strip_prefix("MemTotal:")?.trim().strip_suffix(" kB")?.parse::<u64>().ok())
        .unwrap_or(0)
        * 1024;
    let shown = format!("{} GiB", total >> 30);
    if total >= MEMORY_WANTED_BYTES {
        Check::good("memory", shown)
    } else {
        Check::weak("memory", format!("{shown}; a Machine wants 4 GiB, so few fit at once"), None)
    }
}

fn disk(data: &Path) -> Check {
    let existing = data.ancestors().find(|folder| folder.exists()).unwrap_or(Path::new("/"));
    match rustix::fs::statvfs(existing) {
        Ok(stat) => {
            let free = stat.f_bavail.saturating_mul(stat.f_frsize);
            let shown = format!("{} GiB free at {}", free >> 30, existing.display());
            if free >= DISK_WANTED_BYTES {
                Check::good("disk", shown)
            } else {
                Check::weak("disk", format!("{shown}; Images and Checkpoints want 20 GiB"), None)
            }
        }
        Err(error) => Check::weak("disk", format!("cannot be read: {error}"), None),
    }
}

fn kvm_device() -> Check {
    match fs_err::OpenOptions::new().read(true).write(true).open("/dev/kvm") {
        Ok(_) => Check::good("/dev/kvm", "opens; whether guests run under it is proven below"),
        Err(error) if error.kind() == std::io::ErrorKind::PermissionDenied => Check::weak(
            "/dev/kvm",
            "this user may not open it",
            Some("sudo usermod --append --groups kvm \"$USER\", then log in again".to_owned()),
        ),
        Err(_) => Check::weak(
            "/dev/kvm",
            "not there: Machines run under software emulation, several times slower; switch on virtualisation in the firmware or the outer hypervisor",
            None,
        ),
    }
}
