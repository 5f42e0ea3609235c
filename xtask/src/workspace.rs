//! Where things are: the workspace, and the caches that outlive a clone.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The folder that holds the workspace's `Cargo.toml`.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies inside the workspace").to_path_buf()
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
