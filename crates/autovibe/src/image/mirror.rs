//! Chooses the package archives: those of the recipe, of this computer, or Debian's own.

use std::path::PathBuf;

use super::recipe::BaseRecipe;

const ARCHIVE: &str = "http://deb.debian.org/debian";
const SECURITY_ARCHIVE: &str = "http://deb.debian.org/debian-security";

/// Returns the lines for mmdebstrap: release, its updates and its security updates.
pub(super) fn source_lines(base: &BaseRecipe, host: &HostSources) -> Vec<String> {
    let suite = &base.suite;
    let choose = |wanted: &Option<String>, suite: &str, fallback: &str| {
        wanted.clone().or_else(|| host.mirror_of(suite)).unwrap_or_else(|| fallback.to_owned())
    };
    let mirror = choose(&base.mirror, suite, ARCHIVE);
    let mut lines = vec![format!("deb {mirror} {suite} main")];
    // Releases in the making have neither updates nor security archive.
    if !["sid", "unstable", "experimental", "testing"].contains(&suite.as_str()) {
        let security_suite = format!("{suite}-security");
        let security = choose(&base.security_mirror, &security_suite, SECURITY_ARCHIVE);
        lines.push(format!("deb {mirror} {suite}-updates main"));
        lines.push(format!("deb {security} {security_suite} main"));
    }
    lines
}

/// Says whether the archives are of a past date, whose release files have run out.
pub(super) fn is_past(base: &BaseRecipe) -> bool {
    base.mirror.as_ref().is_some_and(|mirror| mirror.contains("//snapshot.debian.org/"))
}

/// Package archives that this computer itself uses, per suite.
#[derive(Debug, Default)]
pub(super) struct HostSources {
    mirrors: Vec<(String, String)>,
}

impl HostSources {
    /// Reads apt's lists; a computer without apt has none.
    pub(super) fn read() -> Self {
        // Only Debian's own files: others may name the same suite for a vendor's few packages.
        let files = ["/etc/apt/sources.list", "/etc/apt/sources.list.d/debian.sources"].map(PathBuf::from);
        let mut sources = Self::default();
        for file in files {
            let Ok(text) = fs_err::read_to_string(&file) else { continue };
            match file.extension().and_then(|extension| extension.to_str()) {
                Some("sources") => sources.add_stanzas(&text),
                Some("list") => sources.add_lines(&text),
                _ => {}
            }
        }
        sources
    }

    fn mirror_of(&self, suite: &str) -> Option<String> {
        self.mirrors.iter().find(|(known, _)| known == suite).map(|(_, mirror)| mirror.clone())
    }

    /// Source: sources.list(5), "One-line-style format".
    fn add_lines(&mut self, text: &str) {
        for line in text.lines() {
            let mut words = line.split_whitespace().peekable();
            if words.next() != Some("deb") {
                continue;
            }
            if words.peek().is_some_and(|word| word.starts_with('[')) {
                // An option may hold spaces, up to the closing bracket.
                for word in words.by_ref() {
                    if word.ends_with(']') {
                        break;
                    }
                }
            }
            if let (Some(mirror), Some(suite)) = (words.next(), words.next())
                && words.any(|word| word == "main")
            {
                self.add(mirror, suite);
            }
        }
    }

    /// Source: sources.list(5), "deb822-style format".
    fn add_stanzas(&mut self, text: &str) {
        for stanza in text.split("\n\n") {
            let field = |name: &str| {
                stanza
                    .lines()
                    .find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))
                    .unwrap_or_default()
                    .split_whitespace()
            };
            if field("Enabled").any(|word| word == "no") || !field("Types").any(|word| word == "deb") {
                continue;
            }
            if !field("Components").any(|word| word == "main") {
                continue;
            }
            for suite in field("Suites") {
                if let Some(mirror) = field("URIs").next() {
                    self.add(mirror, suite);
                }
            }
        }
    }

    fn add(&mut self, mirror: &str, suite: &str) {
        // Other schemes (cdrom, mirror, tor) would need programs of their own.
        if mirror.starts_with("http://") || mirror.starts_with("https://") {
            self.mirrors.push((suite.to_owned(), mirror.to_owned()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn base() -> BaseRecipe {
        BaseRecipe { suite: "bookworm".to_owned(), mirror: None, security_mirror: None, revision: None }
    }

    #[test]
    fn without_any_wish_debians_own_archives_are_used() {
        assert_eq!(
            source_lines(&base(), &HostSources::default()),
            [
                "deb http://deb.debian.org/debian bookworm main",
                "deb http://deb.debian.org/debian bookworm-updates main",
                "deb http://deb.debian.org/debian-security bookworm-security main",
            ]
        );
    }

    #[test]
    fn the_archives_of_this_computer_come_before_debians() {
        let mut host = HostSources::default();
        host.add_stanzas("Types: deb\nURIs: http://a.example/debian\nSuites: bookworm bookworm-updates\nComponents: main\n");
        host.add_lines("# deb http://no.example x main\ndeb [arch=amd64 trusted=yes] http://b.example/sec bookworm-security main\n");
        let lines = source_lines(&base(), &host);
        assert_eq!(lines[0], "deb http://a.example/debian bookworm main");
        assert_eq!(lines[2], "deb http://b.example/sec bookworm-security main");
    }

    #[test]
    fn the_recipe_comes_first_and_an_unreleased_suite_has_one_line() {
        let mut base = base();
        base.suite = "sid".to_owned();
        base.mirror = Some("http://c.example/debian".to_owned());
        let mut host = HostSources::default();
        host.add_lines("deb http://a.example/debian sid main");
        assert_eq!(source_lines(&base, &host), ["deb http://c.example/debian sid main"]);
    }
}
