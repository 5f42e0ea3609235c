//! Files that every Image has beside its packages: the guest's unit, names, and what must not start.

use super::archive::{self, EntryKind};

/// Units that cost boot time or change a Machine behind our back, and bring nothing here.
///
/// Where a unit is masked for correctness the reason stands beside it.
const MASKED_UNITS: [&str; 46] = [
    // Would change packages or disks while a coding agent works.
    "apt-daily.service",
    "apt-daily.timer",
    "apt-daily-upgrade.service",
    "apt-daily-upgrade.timer",
    "dpkg-db-backup.timer",
    "e2scrub_all.timer",
    "e2scrub_reap.service",
    "fstrim.timer",
    "systemd-tmpfiles-clean.timer",
    // A getty hangs up other writers of the serial port, which is the console log.
    "console-getty.service",
    "getty.target",
    "getty@.service",
    "getty@tty1.service",
    "serial-getty@.service",
    "systemd-ask-password-console.path",
    "systemd-ask-password-wall.path",
    // The network is set by the initrd; nothing waits for it.
    "systemd-networkd-wait-online.service",
    // One seed in every Image would be worse than none; virtio-rng is there from the start.
    "systemd-random-seed.service",
    "systemd-boot-system-token.service",
    // Identity is set at each rebirth and must not be written back.
    "systemd-machine-id-commit.service",
    "systemd-firstboot.service",
    // Done at build time, or without a use in a Machine.
    "autofs.target",
    "dev-hugepages.mount",
    "dev-mqueue.mount",
    "kmod-static-nodes.service",
    "ldconfig.service",
    "modprobe@.service",
    "proc-sys-fs-binfmt_misc.automount",
    "swap.target",
    "sys-fs-fuse-connections.mount",
    "sys-kernel-config.mount",
    "sys-kernel-debug.mount",
    "sys-kernel-tracing.mount",
    "systemd-binfmt.service",
    "systemd-fsck-root.service",
    "systemd-hwdb-update.service",
    "systemd-initctl.socket",
    "systemd-journal-catalog-update.service",
    "systemd-journal-flush.service",
    "systemd-modules-load.service",
    "systemd-pcrphase.service",
    "systemd-pcrphase-sysinit.service",
    "systemd-pstore.service",
    "systemd-remount-fs.service",
    "systemd-sysusers.service",
    "systemd-update-utmp.service",
];

/// Text files: name, content.
const FILES: [(&str, &str); 9] = [
    ("etc/systemd/system/autovibe-guest.service", include_str!("assets/autovibe-guest.service")),
    ("etc/hostname", "machine\n"),
    ("etc/hosts", "127.0.0.1 localhost machine\n::1 localhost\n"),
    // Empty, not absent: each Machine gets its own at boot without the long first-boot set-up.
    ("etc/machine-id", ""),
    ("etc/fstab", "# The root disk is mounted by the initrd; there is no swap.\n"),
    ("etc/resolv.conf", "# A Machine has no name server: its requests go through the guest's proxy.\n"),
    ("etc/default/locale", "LANG=C.UTF-8\n"),
    // The journal goes with the Machine's memory; what matters is sent to the Hub.
    ("etc/systemd/journald.conf.d/autovibe.conf", "[Journal]\nStorage=volatile\nRuntimeMaxUse=32M\n"),
    (
        "etc/systemd/system.conf.d/autovibe.conf",
        "[Manager]\nDefaultTimeoutStartSec=30s\nDefaultTimeoutStopSec=10s\nShowStatus=no\n",
    ),
];

/// Symbolic links: name, target.
const LINKS: [(&str, &str); 1] = [(
    "etc/systemd/system/multi-user.target.wants/autovibe-guest.service",
    "/etc/systemd/system/autovibe-guest.service",
)];

/// Commands that run inside the new system before the recipe's own.
pub(super) const SET_UP: [&str; 3] = [
    "useradd --uid 1000 --create-home --shell /bin/bash agent",
    "install --directory --owner=agent --group=agent /home/agent/workspace",
    "su agent --command='git init --quiet --initial-branch=main /home/agent/workspace \
     && git config --global user.name agent && git config --global user.email agent@machine.invalid'",
];

/// Commands that run inside the new system after the recipe's own.
pub(super) const CLEAN_UP: [&str; 2] = [
    "rm -rf /boot/initrd.img* /initrd.img* /vmlinuz* /var/lib/dbus/machine-id /var/log/*.log /var/log/apt",
    // Whether apt could give them to its own user depends on where the build ran.
    "install --directory --owner=_apt --group=root --mode=700 /var/cache/apt/archives/partial /var/lib/apt/lists/partial",
];

/// Returns the overlay as a tar archive; the same on every computer.
pub(super) fn archive() -> Vec<u8> {
    let mut bytes = Vec::new();
    for (name, content) in FILES {
        archive::append_file(&mut bytes, name, 0o644, content.as_bytes());
    }
    let masks = MASKED_UNITS.map(|unit| (format!("etc/systemd/system/{unit}"), "/dev/null"));
    for (name, target) in LINKS.map(|(name, target)| (name.to_owned(), target)).into_iter().chain(masks) {
        bytes.extend_from_slice(&archive::header(&name, 0o777, EntryKind::Link { target }));
    }
    bytes.extend_from_slice(&archive::END);
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_unit_is_masked_twice_and_the_guest_is_not() {
        let mut units = MASKED_UNITS.to_vec();
        units.sort_unstable();
        units.dedup();
        assert_eq!(units.len(), MASKED_UNITS.len());
        assert!(units.iter().all(|unit| !unit.contains("autovibe")));
    }

    #[test]
    fn the_guest_unit_is_started_by_the_default_target() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), archive()).unwrap();
        let contents = archive::Contents::read(file.path()).unwrap();
        assert!(contents.has("etc/systemd/system/multi-user.target.wants/autovibe-guest.service"));
        let unit = contents.file(file.path(), "etc/systemd/system/autovibe-guest.service").unwrap();
        assert!(String::from_utf8(unit).unwrap().contains("ExecStart=/usr/local/bin/autovibe-guest\n"));
    }
}
