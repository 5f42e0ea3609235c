//! The secret from which the Hubs of a cluster derive what guests present.

use std::path::Path;

use super::credentials::write_private;
use super::error::ClusterError;

const NAME: &str = "guest.key";

/// Reads the key in `folder`, made now if there is none.
///
/// # Errors
/// When it can be neither read nor made, or is not 32 bytes in hexadecimal.
pub fn guest_key(folder: &Path) -> Result<[u8; 32], ClusterError> {
    let path = folder.join(NAME);
    if !path.exists() {
        let mut key = [0_u8; 32];
        getrandom::fill(&mut key).map_err(|error| ClusterError::Certificate {
            what: "draw the guest key",
            text: error.to_string(),
        })?;
        write_private(&path, hex::encode(key).as_bytes())?;
    }
    let text = fs_err::read_to_string(&path)
        .map_err(|source| ClusterError::File { what: "read the guest key", source })?;
    let mut key = [0_u8; 32];
    hex::decode_to_slice(text.trim(), &mut key)
        .map_err(|error| ClusterError::Certificate { what: "read the guest key", text: error.to_string() })?;
    Ok(key)
}

/// Copies the key of a cluster to one of its Hubs.
///
/// # Errors
/// When it cannot be read or written.
pub fn share_guest_key(from: &Path, to: &Path) -> Result<(), ClusterError> {
    let key = guest_key(from)?;
    write_private(&to.join(NAME), hex::encode(key).as_bytes())
}
