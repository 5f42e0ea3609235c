//! Where things are: the workspace, and the caches that outlive a clone.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

/// The folder that holds the workspace's `Cargo.toml`.
pub(crate) fn root() -> PathBuf {
    // Cargo says where it runs us; where we were built may be another clone that shares the build folder.
    let package = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    Path::new(&package).parent().expect("xtask lies inside the workspace").to_path_buf()
}

/// Takes a build folder over from another clone: what that one built of the workspace itself is built again.
///
/// Cargo tells the packages of two clones apart by the times of their files alone, so a clone with older files
/// would be given the other's programs.
///
/// # Errors
/// When the folder cannot be changed.
pub(crate) fn claim(target: &Path) -> Result<()> {
    let (mark, root) = (target.join("built-from"), root());
    if std::fs::read(&mark).is_ok_and(|known| known == root.as_os_str().as_encoded_bytes()) {
        return Ok(());
    }
    for fingerprints in fingerprint_folders(target) {
        for entry in std::fs::read_dir(&fingerprints).into_iter().flatten().flatten() {
            let name = entry.file_name();
            let is_ours = ["autovibe", "xtask"].iter().any(|own| name.to_string_lossy().starts_with(own));
            if is_ours {
                std::fs::remove_dir_all(entry.path())
                    .with_context(|| format!("forget {}", entry.path().display()))?;
            }
        }
    }
    std::fs::create_dir_all(target).with_context(|| format!("make {}", target.display()))?;
    std::fs::write(&mark, root.as_os_str().as_encoded_bytes()).context("mark the build folder")
}

/// The folders `PROFILE/.fingerprint` and `TRIPLE/PROFILE/.fingerprint` that exist.
fn fingerprint_folders(target: &Path) -> Vec<PathBuf> {
    let folders = |folder: &Path| -> Vec<PathBuf> {
        std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect()
    };
    let profiles = folders(target);
    let nested = profiles.iter().flat_map(|folder| folders(folder)).collect::<Vec<_>>();
    profiles
        .into_iter()
        .chain(nested)
        .map(|profile| profile.join(".fingerprint"))
        .filter(|folder| folder.is_dir())
        .collect()
}

/// The folder of our caches: `AUTOVIBE_CACHE`, else `autovibe` in the user's cache folder.
pub(crate) fn cache() -> PathBuf {
    let absolute = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    absolute("AUTOVIBE_CACHE").unwrap_or_else(|| {
        // Source: XDG Base Directory Specification; a relative value is to be ignored.
        absolute("XDG_CACHE_HOME")
            .or_else(|| absolute("HOME").map(|home| home.join(".cache")))
            .unwrap_or_else(std::env::temp_dir)
            .join("autovibe")
    })
}

/// Where Images are kept; the same folder that the `autovibe` program takes unless `AUTOVIBE_CACHE` is set.
pub(crate) fn images() -> PathBuf {
    std::env::var_os("AUTOVIBE_IMAGES").map_or_else(|| cache().join("images"), PathBuf::from)
}

/// Where builds go: outside the clone, so that a fresh clone finds the dependencies built.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| cache().join("target"), |folder| root().join(folder))
}

/// The cargo that runs us.
pub(crate) fn cargo() -> OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_build_folder_of_another_clone_keeps_the_dependencies_only() {
        let target = std::env::temp_dir().join(format!("avt-claim-{}", std::process::id()));
        let prints = target.join("x86_64/guest/.fingerprint");
        for name in ["autovibe-hub-0a1b", "serde-0a1b", "xtask-0a1b"] {
            std::fs::create_dir_all(prints.join(name)).unwrap();
        }
        std::fs::write(target.join("built-from"), "/elsewhere").unwrap();
        claim(&target).unwrap();
        let left = || prints.read_dir().unwrap().flatten().map(|entry| entry.file_name()).collect::<Vec<_>>();
        assert_eq!(left(), ["serde-0a1b"]);
        std::fs::create_dir_all(prints.join("xtask-0a1b")).unwrap();
        claim(&target).unwrap();
        assert_eq!(left().len(), 2, "our own builds are kept");
        std::fs::remove_dir_all(&target).unwrap();
    }
}
