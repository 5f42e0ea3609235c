//! Which Linux distribution this is.

use std::collections::BTreeMap;

/// What `/etc/os-release` says.
#[derive(Debug, Default)]
pub(super) struct OsRelease {
    fields: BTreeMap<String, String>,
}

impl OsRelease {
    /// Reads this computer's file; without one nothing is known.
    pub(super) fn read() -> OsRelease {
        OsRelease::parse(&std::fs::read_to_string("/etc/os-release").unwrap_or_default())
    }

    /// Source: os-release(5).
    pub(super) fn parse(text: &str) -> OsRelease {
        let unquote = |value: &str| value.trim().trim_matches(['"', '\'']).to_owned();
        let fields = text
            .lines()
            .filter_map(|line| line.split_once('='))
            .map(|(name, value)| (name.trim().to_owned(), unquote(value)))
            .collect();
        OsRelease { fields }
    }

    /// The distribution for people.
    pub(super) fn name(&self) -> &str {
        self.field("PRETTY_NAME").unwrap_or("this system")
    }

    /// Packages come by apt.
    pub(super) fn has_apt(&self) -> bool {
        let like = self.field("ID_LIKE").unwrap_or_default();
        ["debian", "ubuntu"].iter().any(|id| self.field("ID") == Some(id) || like.contains(id))
    }

    /// The suite that carries newer packages for this release; only Debian 12 needs one.
    pub(super) fn backports_suite(&self) -> Option<&'static str> {
        let is_bookworm =
            self.field("ID") == Some("debian") && self.field("VERSION_CODENAME") == Some("bookworm");
        is_bookworm.then_some("bookworm-backports")
    }

    fn field(&self, name: &str) -> Option<&str> {
        self.fields.get(name).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_debian_12_needs_backports() {
        let bookworm = OsRelease::parse("ID=debian\nVERSION_CODENAME=bookworm\nPRETTY_NAME=\"Debian 12\"\n");
        assert!(bookworm.has_apt());
        assert_eq!(bookworm.backports_suite(), Some("bookworm-backports"));
        assert_eq!(bookworm.name(), "Debian 12");
        let trixie = OsRelease::parse("ID=debian\nVERSION_CODENAME=trixie\n");
        assert!(trixie.has_apt() && trixie.backports_suite().is_none());
        let mint = OsRelease::parse("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n");
        assert!(mint.has_apt() && mint.backports_suite().is_none());
        assert!(!OsRelease::parse("ID=fedora\n").has_apt());
    }
}
