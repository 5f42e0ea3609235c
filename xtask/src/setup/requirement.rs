//! What has to be on the computer, and the Debian packages that bring it.

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::program::Program;

/// A version of two numbers, as `9.0` or `1.47`, and a third one where it matters.
pub(super) type Version = (u32, u32, u32);

/// Where programs of the administrator lie; the path of an ordinary user may leave them out.
const SYSTEM_FOLDERS: [&str; 3] = ["/usr/sbin", "/sbin", "/usr/local/sbin"];

/// One thing that has to be there.
#[derive(Debug)]
pub(super) struct Requirement {
    /// For people.
    pub(super) name: &'static str,
    /// Packages of Debian and Ubuntu; of those joined by `|` the first that exists.
    pub(super) packages: &'static [&'static str],
    /// The packages of Debian 12 itself are too old.
    pub(super) needs_backports: bool,
    proof: Proof,
}

#[derive(Debug)]
enum Proof {
    /// A program of this name is in the path.
    Program(&'static str),
    /// A program says at least this version when called with this argument.
    Version(&'static str, &'static str, Version),
    /// One of these files exists.
    File(&'static [&'static str]),
}

/// Everything that a build, an Image and a Machine need, except Rust and Node.
pub(super) const REQUIREMENTS: [Requirement; 11] = [
    requirement("a C compiler", &["build-essential"], Proof::Program("cc")),
    requirement(
        "the static C library",
        &["libc6-dev"],
        Proof::File(&["/usr/lib/x86_64-linux-gnu/libc.a", "/usr/lib64/libc.a"]),
    ),
    requirement("git", &["git"], Proof::Program("git")),
    requirement("tar", &["tar"], Proof::Program("tar")),
    requirement(
        "the CA certificates",
        &["ca-certificates"],
        Proof::File(&["/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt"]),
    ),
    requirement("mmdebstrap", &["mmdebstrap"], Proof::Program("mmdebstrap")),
    requirement(
        "Debian's archive keys",
        &["debian-archive-keyring"],
        Proof::File(&["/usr/share/keyrings/debian-archive-keyring.gpg"]),
    ),
    requirement(
        "libarchive",
        &["libarchive13|libarchive13t64"],
        Proof::File(&["/usr/lib/x86_64-linux-gnu/libarchive.so.13", "/usr/lib64/libarchive.so.13"]),
    ),
    newer("e2fsprogs 1.47.1", &["e2fsprogs"], Proof::Version("mke2fs", "-V", (1, 47, 1))),
    newer("QEMU 9.0", &["qemu-system-x86"], Proof::Version("qemu-system-x86_64", "--version", (9, 0, 0))),
    newer("qemu-img 9.0", &["qemu-utils"], Proof::Version("qemu-img", "--version", (9, 0, 0))),
];

const fn requirement(name: &'static str, packages: &'static [&'static str], proof: Proof) -> Requirement {
    Requirement { name, packages, needs_backports: false, proof }
}

const fn newer(name: &'static str, packages: &'static [&'static str], proof: Proof) -> Requirement {
    Requirement { name, packages, needs_backports: true, proof }
}

impl Requirement {
    /// It is there, and new enough.
    pub(super) fn is_met(&self) -> bool {
        match self.proof {
            Proof::Program(name) => find_program(name).is_some(),
            Proof::Version(name, argument, least) => {
                version_of(name, argument).is_some_and(|version| version >= least)
            }
            Proof::File(paths) => paths.iter().any(|path| Path::new(path).exists()),
        }
    }
}

/// The program in the path or in the administrator's folders.
pub(super) fn find_program(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .chain(SYSTEM_FOLDERS.map(PathBuf::from))
        .map(|folder| folder.join(name))
        .find(|program| program.is_file())
}

/// The version that a program says; `None` without the program.
pub(super) fn version_of(name: &str, argument: &str) -> Option<Version> {
    let program = Program::new(find_program(name)?).arg(argument).limit(Duration::from_secs(20));
    let said = program.capture().ok()?;
    // mke2fs says it on its error output.
    parse_version(&said.stdout).or_else(|| parse_version(&said.stderr))
}

/// The first word of digits and dots in a text.
pub(super) fn parse_version(text: &str) -> Option<Version> {
    let word = text
        .split(|letter: char| letter.is_whitespace() || letter == '(' || letter == ')')
        .map(|word| word.trim_start_matches('v'))
        .find(|word| word.starts_with(|letter: char| letter.is_ascii_digit()) && word.contains('.'))?;
    let mut numbers = word.split(|letter: char| !letter.is_ascii_digit()).map(|part| part.parse().ok());
    let major = numbers.next()??;
    Some((major, numbers.next().flatten().unwrap_or(0), numbers.next().flatten().unwrap_or(0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_found_in_what_programs_say() {
        let said = "QEMU emulator version 10.0.2 (Debian 1:10.0.2+ds-2)\nCopyright (c) 2003-2025";
        assert_eq!(parse_version(said), Some((10, 0, 2)));
        assert_eq!(parse_version("mke2fs 1.47.2 (1-Jan-2025)"), Some((1, 47, 2)));
        assert_eq!(parse_version("v20.20.2\n"), Some((20, 20, 2)));
        assert_eq!(parse_version("no version here"), None);
    }

    #[test]
    fn a_missing_program_does_not_meet_its_requirement() {
        assert!(!requirement("nothing", &[], Proof::Program("no-such-program-here")).is_met());
        assert!(
            !requirement("nothing", &[], Proof::Version("no-such-program-here", "-V", (0, 0, 0))).is_met()
        );
        assert!(requirement("a shell", &[], Proof::Program("sh")).is_met());
    }
}
