//! Which distribution this is, and how a package is added there.

/// A Linux distribution as far as its packages go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Distribution {
    /// Debian 12: some packages come from its backports.
    Debian12,
    /// Debian 13 or later.
    Debian,
    /// Ubuntu.
    Ubuntu,
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
            ("debian", _) => Distribution::Debian,
            ("ubuntu", _) => Distribution::Ubuntu,
            ("fedora", _) => Distribution::Fedora,
            _ => Distribution::Other,
        }
    }

    /// The command that adds a package, named as Debian names it.
    pub(crate) fn install(self, package: &str) -> Option<String> {
        match self {
            Distribution::Debian12 if matches!(package, "qemu-system-x86" | "qemu-utils" | "e2fsprogs") => {
                Some(format!(
                    "echo 'deb http://deb.debian.org/debian bookworm-backports main' | sudo tee /etc/apt/sources.list.d/autovibe-backports.list && sudo apt-get update && sudo apt-get install -t bookworm-backports {package}"
                ))
            }
            Distribution::Debian12 | Distribution::Debian | Distribution::Ubuntu => {
                Some(format!("sudo apt-get install {package}"))
            }
            Distribution::Fedora => {
                let package = match package {
                    "qemu-system-x86" => "qemu-system-x86-core",
                    "qemu-utils" => "qemu-img",
                    other => other,
                };
                Some(format!("sudo dnf install {package}"))
            }
            Distribution::Other => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Distribution;

    #[test]
    fn distributions_are_told_apart() {
        assert_eq!(Distribution::parse("ID=debian\nVERSION_ID=\"12\"\n"), Distribution::Debian12);
        assert_eq!(Distribution::parse("VERSION_ID=\"13\"\nID=debian\n"), Distribution::Debian);
        assert_eq!(Distribution::parse("ID=ubuntu\nVERSION_ID=\"24.04\"\n"), Distribution::Ubuntu);
        assert_eq!(Distribution::parse("ID=fedora\nVERSION_ID=43\n"), Distribution::Fedora);
        assert_eq!(Distribution::parse(""), Distribution::Other);
    }

    #[test]
    fn packages_get_the_name_of_the_distribution() {
        assert_eq!(Distribution::Fedora.install("qemu-utils").unwrap(), "sudo dnf install qemu-img");
        assert!(Distribution::Debian12.install("qemu-system-x86").unwrap().contains("bookworm-backports"));
        assert!(Distribution::Other.install("qemu-utils").is_none());
    }
}
