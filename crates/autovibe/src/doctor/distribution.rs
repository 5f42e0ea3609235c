//! Which distribution this is, and how a package is added there.

/// A Linux distribution as far as its packages go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Distribution {
    /// Debian 12: some packages come from its backports.
    Debian12,
    /// Debian 13 or later.
    Debian,
    /// Ubuntu 24.10 or later.
    Ubuntu,
    /// Debian 11, Ubuntu 24.04 and those before: QEMU and e2fsprogs are too old, and no archive of theirs has newer.
    TooOld,
    /// Fedora.
    Fedora,
    /// Any other.
    Other,
}

impl Distribution {
    /// Reads `/etc/os-release`.
    pub(crate) fn here() -> Distribution {
        Distribution::parse(&fs_err::read_to_string("/etc/os-release").unwrap_or_default())
    }

    /// Reads the text of an `os-release` file.
    ///
    /// Source: os-release(5).
    pub(crate) fn parse(text: &str) -> Distribution {
        let value = |key: &str| {
            text.lines()
                .find_map(|line| line.strip_prefix(key)?.strip_prefix('='))
                .map(|value| value.trim_matches('"').to_owned())
                .unwrap_or_default()
        };
        match (value("ID").as_str(), value("VERSION_ID").as_str()) {
            ("debian", "12") => Distribution::Debian12,
            // Source: packages.debian.org and packages.ubuntu.com; 24.04 has QEMU 8.2 and e2fsprogs 1.47.0.
            ("debian", version) if is_before(version, (12, 0)) => Distribution::TooOld,
            ("ubuntu", version) if is_before(version, (24, 10)) => Distribution::TooOld,
            ("debian", _) => Distribution::Debian,
            ("ubuntu", _) => Distribution::Ubuntu,
            ("fedora", _) => Distribution::Fedora,
            _ => Distribution::Other,
        }
    }

    /// What adds a package, named as Debian names it: a command where there is one, else a sentence.
    pub(crate) fn remedy(self, package: &str) -> String {
        let is_newer_needed = matches!(package, "qemu-system-x86" | "qemu-utils" | "e2fsprogs");
        match self {
            Distribution::Debian12 if is_newer_needed => format!(
                "echo 'deb http://deb.debian.org/debian bookworm-backports main' | sudo tee /etc/apt/sources.list.d/autovibe-backports.list && sudo apt-get update && sudo apt-get install -t bookworm-backports {package}"
            ),
            Distribution::TooOld if is_newer_needed => format!(
                "no package {package} of this release is new enough: use Debian 13 or Ubuntu 25.04 or later"
            ),
            Distribution::Debian12 | Distribution::Debian | Distribution::Ubuntu | Distribution::TooOld => {
                format!("sudo apt-get install {package}")
            }
            Distribution::Fedora => {
                let package = match package {
                    "qemu-system-x86" => "qemu-system-x86-core",
                    "qemu-utils" => "qemu-img",
                    "libarchive13" => "libarchive",
                    "debian-archive-keyring" => "debian-keyring",
                    "npm" => "nodejs-npm",
                    other => other,
                };
                format!("sudo dnf install {package}")
            }
            Distribution::Other => format!("install what Debian calls {package}"),
        }
    }
}

/// A release number like "24.04" lies before another; one that cannot be read does not.
fn is_before(version: &str, least: (u32, u32)) -> bool {
    let mut parts = version.split('.').map(|part| part.parse().ok());
    let Some(major) = parts.next().flatten() else { return false };
    (major, parts.next().flatten().unwrap_or(0)) < least
}

#[cfg(test)]
mod tests {
    use super::Distribution;

    #[test]
    fn distributions_are_told_apart() {
        assert_eq!(Distribution::parse("ID=debian\nVERSION_ID=\"11\"\n"), Distribution::TooOld);
        assert_eq!(Distribution::parse("ID=debian\nVERSION_ID=\"12\"\n"), Distribution::Debian12);
        assert_eq!(Distribution::parse("VERSION_ID=\"13\"\nID=debian\n"), Distribution::Debian);
        assert_eq!(Distribution::parse("ID=debian\n"), Distribution::Debian, "unstable has no number");
        assert_eq!(Distribution::parse("ID=ubuntu\nVERSION_ID=\"24.04\"\n"), Distribution::TooOld);
        assert_eq!(Distribution::parse("ID=ubuntu\nVERSION_ID=\"25.04\"\n"), Distribution::Ubuntu);
        assert_eq!(Distribution::parse("ID=fedora\nVERSION_ID=43\n"), Distribution::Fedora);
        assert_eq!(Distribution::parse(""), Distribution::Other);
    }

    #[test]
    fn packages_get_the_name_of_the_distribution() {
        assert_eq!(Distribution::Fedora.remedy("qemu-utils"), "sudo dnf install qemu-img");
        assert!(Distribution::Debian12.remedy("qemu-system-x86").contains("bookworm-backports"));
        assert_eq!(Distribution::Debian12.remedy("npm"), "sudo apt-get install npm");
        assert!(!Distribution::Other.remedy("qemu-utils").contains("sudo"));
    }

    #[test]
    fn no_package_is_promised_where_none_is_new_enough() {
        for package in ["qemu-system-x86", "qemu-utils", "e2fsprogs"] {
            let remedy = Distribution::TooOld.remedy(package);
            assert!(!remedy.contains("apt-get") && remedy.contains("new enough"), "{remedy}");
        }
        assert_eq!(Distribution::TooOld.remedy("npm"), "sudo apt-get install npm");
    }
}
