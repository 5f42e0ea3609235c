//! Where sockets lie: their paths must stay short.

use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use autovibe_hypervisor::DriverError;
use sha2::{Digest as _, Sha256};

use super::file;

/// Source: unix(7): `sun_path` holds 108 bytes with the closing zero.
const SOCKET_PATH_BYTES_MAX: usize = 107;

/// The longest path below the folder: an id, the number of a life, a name.
const BELOW_BYTES: usize = "/mch_00000000000000000000000000/1234567890/doorbell".len();

/// Chooses the folder for sockets and makes it.
pub(super) fn choose_folder(wanted: Option<&Path>, machines: &Path) -> Result<PathBuf, DriverError> {
    let folder = match wanted {
        Some(folder) => folder.to_owned(),
        None if fits(machines) => machines.to_owned(),
        None => short_folder(machines),
    };
    if !fits(&folder) {
        return Err(DriverError::Invalid {
            field: "socket_folder",
            why: format!("its path may have {} bytes at most", SOCKET_PATH_BYTES_MAX - BELOW_BYTES),
        });
    }
    file::create_private_folder(&folder)?;
    let owner = fs_err::metadata(&folder).map(|metadata| metadata.uid()).ok();
    if owner == Some(rustix::process::geteuid().as_raw()) {
        Ok(folder)
    } else {
        Err(DriverError::Denied("the folder for sockets belongs to another user".to_owned()))
    }
}

fn fits(folder: &Path) -> bool {
    folder.as_os_str().len() + BELOW_BYTES <= SOCKET_PATH_BYTES_MAX
}

/// Sockets need not outlive a boot, so the temporary folder serves; the digest keeps drivers apart.
fn short_folder(machines: &Path) -> PathBuf {
    let digest = Sha256::digest(machines.as_os_str().as_encoded_bytes());
    std::env::temp_dir().join(format!("autovibe-{}", hex::encode(&digest[..6])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_path_moves_the_sockets_and_a_short_one_does_not() {
        let folder = tempfile::tempdir().unwrap();
        let short = folder.path().join("machines");
        assert_eq!(choose_folder(None, &short).unwrap(), short);
        let long = folder.path().join("a".repeat(90)).join("machines");
        let chosen = choose_folder(None, &long).unwrap();
        assert!(fits(&chosen) && chosen != long);
        assert_eq!(choose_folder(None, &long).unwrap(), chosen);
        std::fs::remove_dir(chosen).unwrap();
    }

    #[test]
    fn a_wanted_folder_that_is_too_long_is_refused() {
        let long = Path::new("/run").join("a".repeat(100));
        assert!(matches!(choose_folder(Some(&long), &long), Err(DriverError::Invalid { .. })));
    }
}
