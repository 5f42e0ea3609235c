//! Which programs are here, and whether they are new enough.

use std::process::Command;

use super::check::Check;
use super::distribution::Distribution;

/// A program that autovibe starts.
struct Program {
    name: &'static str,
    argument: &'static str,
    package: &'static str,
    least: (u32, u32),
    what_for: &'static str,
}

const PROGRAMS: [Program; 4] = [
    Program {
        name: "qemu-system-x86_64",
        argument: "--version",
        package: "qemu-system-x86",
        least: (9, 0),
        what_for: "runs Machines; memory checkpoints need 9.0",
    },
    Program {
        name: "qemu-img",
        argument: "--version",
        package: "qemu-utils",
        least: (7, 0),
        what_for: "makes disks",
    },
    Program {
        name: "mmdebstrap",
        argument: "--version",
        package: "mmdebstrap",
        least: (1, 3),
        what_for: "builds Images",
    },
    Program {
        name: "mke2fs",
        argument: "-V",
        package: "e2fsprogs",
        least: (1, 47),
        what_for: "builds Images",
    },
];

/// Looks at every program.
pub(crate) fn programs(distribution: Distribution) -> Vec<Check> {
    PROGRAMS.iter().map(|program| look(program, distribution)).collect()
}

fn look(program: &Program, distribution: Distribution) -> Check {
    let remedy = distribution.install(program.package);
    let Ok(output) = Command::new(program.name).arg(program.argument).output() else {
        return Check::missing(program.name, format!("not installed; it {}", program.what_for), remedy);
    };
    // mke2fs tells its version on standard error.
    let text = [output.stdout, output.stderr].concat();
    match version_in(&String::from_utf8_lossy(&text)) {
        Some(version) if version >= program.least => {
            Check::good(program.name, format!("{}.{}", version.0, version.1))
        }
        Some(version) => Check::weak(
            program.name,
            format!(
                "{}.{} is older than {}.{}; it {}",
                version.0, version.1, program.least.0, program.least.1, program.what_for
            ),
            remedy,
        ),
        None => Check::weak(program.name, "tells no version", None),
    }
}

/// The first "major.minor" in a text.
fn version_in(text: &str) -> Option<(u32, u32)> {
    text.split(|letter: char| !letter.is_ascii_digit() && letter != '.').find_map(|word| {
        let mut parts = word.split('.');
        Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
    })
}

#[cfg(test)]
mod tests {
    use super::version_in;

    #[test]
    fn versions_are_found_in_banners() {
        assert_eq!(version_in("QEMU emulator version 10.0.2 (Debian 1:10.0.2)"), Some((10, 0)));
        assert_eq!(version_in("mke2fs 1.47.2 (1-Jan-2025)"), Some((1, 47)));
        assert_eq!(version_in("mmdebstrap 1.3.5"), Some((1, 3)));
        assert_eq!(version_in("no number"), None);
    }
}
