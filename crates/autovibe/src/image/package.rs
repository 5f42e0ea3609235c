//! The packages of a base system: those always installed, and the list of what is installed.

use autovibe_proto::v1::ImagePackage;

/// Packages that the builder relies on, whatever the recipe says.
pub(super) const REQUIRED: [&str; 9] = [
    "busybox-static",          // the initrd's only program
    "ca-certificates",         // TLS to model and proxy
    "git",                     // the workspace is a repository
    "iproute2",                // addresses after a fork
    "kmod",                    // further modules on demand
    "linux-image-cloud-amd64", // kernel with virtio and little else
    "passwd",                  // useradd
    "systemd-sysv",            // first process, starts the guest
    "udev",                    // names of devices, as /dev/virtio-ports
];

/// Reads dpkg's status file; the result is sorted by name.
///
/// Source: Debian Policy 5.1, "Syntax of control files"; dpkg(1), "Package states".
pub(super) fn installed(status: &str) -> Vec<ImagePackage> {
    let mut packages: Vec<ImagePackage> = status
        .split("\n\n")
        .filter_map(|paragraph| {
            let field = |name: &str| {
                paragraph
                    .lines()
                    .find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))
                    .map(|value| value.trim().to_owned())
            };
            if !field("Status")?.ends_with(" installed") {
                return None;
            }
            Some(ImagePackage { name: field("Package")?, version: field("Version")? })
        })
        .collect();
    packages.sort_by(|a, b| a.name.cmp(&b.name));
    packages
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_installed_packages_are_listed_in_order() {
        let status = "\
Package: zlib1g
Status: install ok installed
Version: 1:1.2.13

Package: gone
Status: deinstall ok config-files
Version: 1

Package: git
Status: install ok installed
Description: version control
 Version: not this one
Version: 2.39.5
";
        let found: Vec<_> = installed(status).into_iter().map(|p| (p.name, p.version)).collect();
        let expected = [("git", "2.39.5"), ("zlib1g", "1:1.2.13")];
        assert_eq!(found, expected.map(|(name, version)| (name.to_owned(), version.to_owned())));
    }
}
