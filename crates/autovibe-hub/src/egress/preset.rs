//! Names for places that belong together. Both ports of the web, 80 and 443, of every host are allowed.

/// What a preset stands for.
#[derive(Debug)]
pub(crate) struct Preset {
    /// Its name; it has no dot, so that no host is called like it.
    pub(crate) name: &'static str,
    /// Its hosts.
    pub(crate) hosts: &'static [&'static str],
}

/// Every preset.
///
/// | preset | what works with it |
/// |---|---|
/// | `registries` | cargo, npm, pip, apt and go fetch public packages |
/// | `github` | git over https, archives, releases and the API of GitHub |
///
/// A rule keeps the preset's name, so a host that is added here is allowed where the preset was.
pub(crate) const PRESETS: [Preset; 2] = [
    Preset {
        name: "registries",
        hosts: &[
            // Cargo.
            "crates.io",
            "index.crates.io",
            "static.crates.io",
            // npm.
            "registry.npmjs.org",
            // pip.
            "pypi.org",
            "files.pythonhosted.org",
            // apt.
            "deb.debian.org",
            "security.debian.org",
            // Go.
            "proxy.golang.org",
            "sum.golang.org",
        ],
    },
    Preset {
        name: "github",
        hosts: &[
            "github.com",
            "api.github.com",
            "codeload.github.com",
            "objects.githubusercontent.com",
            "raw.githubusercontent.com",
            // Where releases are sent to since 2025.
            "release-assets.githubusercontent.com",
            // Large files of git-lfs.
            "github-cloud.githubusercontent.com",
            "github-cloud.s3.amazonaws.com",
        ],
    },
];

#[cfg(test)]
mod tests {
    use super::super::host::Host;
    use super::*;

    #[test]
    fn every_host_of_a_preset_is_a_name_in_its_one_spelling() {
        for preset in &PRESETS {
            assert!(!preset.name.contains('.'));
            for host in preset.hosts {
                assert_eq!(Host::parse(host), Ok(Host::Name((*host).to_owned())));
            }
        }
    }
}
