//! Installs packages on Debian and Ubuntu; only Debian 12 gets a further package list.

use std::fmt::Write as _;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context as _, Result};

use super::os_release::OsRelease;
use super::requirement::Requirement;
use crate::program::Program;

const LIST_FOLDER: &str = "/etc/apt/sources.list.d";
const LIST_NAME: &str = "autovibe-backports.list";
const ARCHIVE: &str = "http://deb.debian.org/debian";
const KEYS: &str = "/usr/share/keyrings/debian-archive-keyring.gpg";

/// Options of every call: no questions, patience with slow mirrors and with another apt that runs.
const OPTIONS: [&str; 4] = ["-y", "-qq", "-oAcquire::Retries=3", "-oDPkg::Lock::Timeout=300"];

/// What is to be done, as commands that a person could also give.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct AptPlan {
    suite: Option<&'static str>,
    packages: Vec<String>,
    newer_packages: Vec<String>,
}

impl AptPlan {
    /// Plans the packages of what is missing; `exists` says whether the archive has a package.
    pub(super) fn new(missing: &[&Requirement], os: &OsRelease, exists: impl Fn(&str) -> bool) -> AptPlan {
        let suite =
            os.backports_suite().filter(|_| missing.iter().any(|requirement| requirement.needs_backports));
        let mut plan = AptPlan { suite, packages: Vec::new(), newer_packages: Vec::new() };
        for requirement in missing {
            for choice in requirement.packages {
                let first = choice.split('|').next().unwrap_or(choice);
                let package = choice.split('|').find(|name| exists(name)).unwrap_or(first).to_owned();
                if suite.is_some() && requirement.needs_backports {
                    plan.newer_packages.push(package);
                } else {
                    plan.packages.push(package);
                }
            }
        }
        plan
    }

    /// The commands for a person with root rights.
    pub(super) fn commands(&self) -> String {
        let mut text = String::new();
        if let Some(suite) = self.suite {
            let line = list_line(suite, &mirror());
            let _ = writeln!(text, "  echo '{line}' > {LIST_FOLDER}/{LIST_NAME}");
        }
        let _ = writeln!(text, "  apt-get update");
        if !self.packages.is_empty() {
            let _ =
                writeln!(text, "  apt-get install -y --no-install-recommends {}", self.packages.join(" "));
        }
        if let (Some(suite), false) = (self.suite, self.newer_packages.is_empty()) {
            let newer = self.newer_packages.join(" ");
            let _ = writeln!(text, "  apt-get install -y --no-install-recommends -t {suite} {newer}");
        }
        text
    }

    /// Does it; needs root rights.
    pub(super) fn carry_out(&self) -> Result<()> {
        if let Some(suite) = self.suite {
            let path = Path::new(LIST_FOLDER).join(LIST_NAME);
            let content = format!("{}\n", list_line(suite, &mirror()));
            if std::fs::read_to_string(&path).ok().as_deref() != Some(content.as_str()) {
                std::fs::write(&path, content).with_context(|| format!("write {}", path.display()))?;
            }
        }
        // 15 minutes: the packages are about 300 MB with all that they need.
        let apt = || {
            Program::new("apt-get")
                .args(OPTIONS)
                .env("DEBIAN_FRONTEND", "noninteractive")
                .limit(Duration::from_mins(15))
                .output_to_stderr()
        };
        apt()?.arg("update").run()?;
        if !self.packages.is_empty() {
            apt()?.args(["install", "--no-install-recommends"]).args(&self.packages).run()?;
        }
        if let (Some(suite), false) = (self.suite, self.newer_packages.is_empty()) {
            apt()?
                .args(["install", "--no-install-recommends", "-t", suite])
                .args(&self.newer_packages)
                .run()?;
        }
        Ok(())
    }
}

/// The archive knows the package.
pub(super) fn is_known(package: &str) -> bool {
    let show =
        Program::new("apt-cache").args(["show", "--no-all-versions", package]).limit(Duration::from_mins(1));
    show.capture().is_ok_and(|said| said.code == 0 && !said.stdout.is_empty())
}

fn list_line(suite: &str, mirror: &str) -> String {
    // Debian puts its keys there itself; without the file apt's own set of keys is used.
    let signed = if Path::new(KEYS).exists() { format!("[signed-by={KEYS}] ") } else { String::new() };
    format!("deb {signed}{mirror} {suite} main")
}

/// The mirror that this computer takes Debian from.
fn mirror() -> String {
    let list = ["/etc/apt/sources.list.d/debian.sources", "/etc/apt/sources.list"]
        .iter()
        .filter_map(|path| std::fs::read_to_string(path).ok())
        .collect::<Vec<_>>()
        .join("\n\n");
    mirror_in(&list).unwrap_or_else(|| ARCHIVE.to_owned())
}

/// The address of the suite `bookworm` in apt's lists, in either of their two forms.
fn mirror_in(lists: &str) -> Option<String> {
    let has_word = |text: &str, word: &str| text.split_whitespace().any(|found| found == word);
    let is_web = |word: &&str| word.starts_with("http://") || word.starts_with("https://");
    let line = lists.lines().find(|line| line.starts_with("deb ") && has_word(line, "bookworm"));
    if let Some(address) = line.and_then(|line| line.split_whitespace().find(is_web)) {
        return Some(address.to_owned());
    }
    lists.split("\n\n").find_map(|stanza| {
        let field = |name: &str| stanza.lines().find_map(|line| line.strip_prefix(name));
        if !has_word(field("Suites:")?, "bookworm") {
            return None;
        }
        field("URIs:")?.split_whitespace().find(is_web).map(str::to_owned)
    })
}

#[cfg(test)]
mod tests {
    use super::super::requirement::REQUIREMENTS;
    use super::*;

    fn requirements(names: &[&str]) -> Vec<&'static Requirement> {
        REQUIREMENTS.iter().filter(|requirement| names.contains(&requirement.name)).collect()
    }

    #[test]
    fn debian_12_takes_new_things_from_backports_and_the_rest_from_itself() {
        let os = OsRelease::parse("ID=debian\nVERSION_CODENAME=bookworm\n");
        let plan = AptPlan::new(&requirements(&["git", "QEMU 9.0"]), &os, |_| true);
        assert_eq!(plan.packages, ["git"]);
        assert_eq!(plan.newer_packages, ["qemu-system-x86"]);
        let commands = plan.commands();
        assert!(commands.contains("-t bookworm-backports qemu-system-x86\n"), "{commands}");
        let plan = AptPlan::new(&requirements(&["git"]), &os, |_| true);
        assert_eq!(plan.suite, None, "nothing new is wanted, so no further list is added");
    }

    #[test]
    fn of_two_names_the_one_that_exists_is_taken() {
        let os = OsRelease::parse("ID=debian\nVERSION_CODENAME=trixie\n");
        let wanted = requirements(&["libarchive", "QEMU 9.0"]);
        let plan = AptPlan::new(&wanted, &os, |name| name != "libarchive13");
        assert_eq!(plan.packages, ["libarchive13t64", "qemu-system-x86"]);
        assert!(plan.newer_packages.is_empty());
    }

    #[test]
    fn the_mirror_is_found_in_both_forms_of_lists() {
        let stanzas = "Types: deb\nURIs: http://s.example/debian-security\nSuites: bookworm-security\n\n\
                       Types: deb\nURIs: http://a.example/debian\nSuites: bookworm bookworm-updates\n";
        assert_eq!(mirror_in(stanzas).as_deref(), Some("http://a.example/debian"));
        let lines = "deb [arch=amd64] https://b.example/debian bookworm main\n";
        assert_eq!(mirror_in(lines).as_deref(), Some("https://b.example/debian"));
        assert_eq!(mirror_in("deb http://c.example/ubuntu noble main\n"), None);
    }
}
