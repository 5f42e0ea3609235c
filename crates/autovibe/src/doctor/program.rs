//! Which programs and files are here, and whether they are new enough.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::check::Check;
use super::distribution::Distribution;
use super::requirement::{Proof, REQUIREMENTS, Requirement, Use, Version};

/// Where programs of the administrator lie; the path of an ordinary user may leave them out.
const SYSTEM_FOLDERS: [&str; 3] = ["/usr/sbin", "/sbin", "/usr/local/sbin"];

/// Looks at every requirement; with an Image on the host, what only builds Images is no hindrance.
pub(crate) fn programs(distribution: Distribution, has_image: bool) -> Vec<Check> {
    REQUIREMENTS.iter().map(|requirement| look(requirement, distribution, has_image)).collect()
}

fn look(requirement: &Requirement, distribution: Distribution, has_image: bool) -> Check {
    let Requirement { name, package, what_for, .. } = *requirement;
    let remedy = || Some(distribution.remedy(package));
    let is_hindrance = requirement.used_by == Use::Machines || !has_image;
    let lacking = |text: String, remedy: Option<String>| {
        if is_hindrance { Check::missing(name, text, remedy) } else { Check::weak(name, text, remedy) }
    };
    let (program, wanted) = match requirement.proof {
        Proof::File(paths) => {
            return match paths.iter().find(|path| Path::new(path).exists()) {
                Some(path) => Check::good(name, *path),
                None => lacking(format!("not installed; it {what_for}"), remedy()),
            };
        }
        Proof::Program(program) => (program, None),
        Proof::Version(program, argument, least) => (program, Some((argument, least))),
    };
    let Some(path) = in_path(program) else {
        return match in_system_folders(program) {
            Some(folder) => lacking(
                format!("lies in {folder}, which is not in PATH; it {what_for}"),
                Some(format!("export PATH=\"$PATH:{folder}\"")),
            ),
            None => lacking(format!("not installed; it {what_for}"), remedy()),
        };
    };
    let Some((argument, least)) = wanted else { return Check::good(name, path.display().to_string()) };
    match said_version(&path, argument) {
        Some(version) if version >= least => Check::good(name, text_of(version)),
        Some(version) => {
            let text = format!("{} is older than {}; it {what_for}", text_of(version), text_of(least));
            // An old QEMU runs Machines, only without saved memory; an old builder builds nothing.
            if requirement.used_by == Use::Machines {
                Check::weak(name, text, remedy())
            } else {
                lacking(text, remedy())
            }
        }
        None => Check::weak(name, format!("{} tells no version", path.display()), None),
    }
}

fn in_path(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|program| program.is_file())
}

fn in_system_folders(program: &str) -> Option<&'static str> {
    SYSTEM_FOLDERS.into_iter().find(|folder| Path::new(folder).join(program).is_file())
}

fn said_version(program: &Path, argument: &str) -> Option<Version> {
    let output = Command::new(program).arg(argument).output().ok()?;
    // mke2fs tells its version on standard error.
    let text = [output.stdout, output.stderr].concat();
    version_in(&String::from_utf8_lossy(&text))
}

fn text_of((major, minor, patch): Version) -> String {
    format!("{major}.{minor}.{patch}")
}

/// The first "major.minor" or "major.minor.patch" in a text.
fn version_in(text: &str) -> Option<Version> {
    text.split(|letter: char| !letter.is_ascii_digit() && letter != '.').find_map(|word| {
        let mut parts = word.split('.');
        let (major, minor) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        Some((major, minor, parts.next().and_then(|patch| patch.parse().ok()).unwrap_or(0)))
    })
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::super::check::Verdict;
    use super::*;

    #[test]
    fn versions_are_found_in_banners() {
        assert_eq!(version_in("QEMU emulator version 10.0.2 (Debian 1:10.0.2)"), Some((10, 0, 2)));
        assert_eq!(version_in("mke2fs 1.47.2 (1-Jan-2025)"), Some((1, 47, 2)));
        assert_eq!(version_in("mke2fs 1.47 (1-Jan-2025)"), Some((1, 47, 0)));
        assert_eq!(version_in("mmdebstrap 1.3.5"), Some((1, 3, 5)));
        assert_eq!(version_in("no number"), None);
    }

    fn of(package: &'static str, proof: Proof, used_by: Use) -> Requirement {
        Requirement { name: "thing", package, proof, used_by, what_for: "is needed" }
    }

    #[test]
    fn what_builds_images_is_no_hindrance_where_an_image_is() {
        let requirement = of("tar", Proof::Program("no-such-program-here"), Use::Images);
        assert_eq!(look(&requirement, Distribution::Debian, false).verdict, Verdict::Missing);
        assert_eq!(look(&requirement, Distribution::Debian, true).verdict, Verdict::Weak);
        let requirement = of("tar", Proof::File(&["/no/such/file"]), Use::Machines);
        let check = look(&requirement, Distribution::Debian, true);
        assert_eq!(check.verdict, Verdict::Missing);
        assert_eq!(check.remedy.unwrap(), "sudo apt-get install tar");
    }

    #[test]
    fn the_third_number_counts() {
        let folder = tempfile::tempdir().unwrap();
        let program = folder.path().join("mke2fs");
        fs_err::write(&program, "#!/bin/sh\necho 'mke2fs 1.47.0 (5-Feb-2023)' >&2\n").unwrap();
        fs_err::set_permissions(&program, PermissionsExt::from_mode(0o755)).unwrap();
        assert_eq!(said_version(&program, "-V"), Some((1, 47, 0)));
        let mke2fs = REQUIREMENTS.iter().find(|requirement| requirement.name == "mke2fs").unwrap();
        let Proof::Version(_, _, least) = mke2fs.proof else { panic!("{mke2fs:?}") };
        assert!((1, 47, 0) < least && (1, 47, 1) >= least);
    }
}
