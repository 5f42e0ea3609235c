//! The files of the authority that signs for hosts that have a Secret; it can vouch for nobody inside the cluster.

use std::path::Path;

use autovibe_hub::secret::EgressAuthority;

use super::credentials::{write_private, write_public};
use super::error::ClusterError;

const CERTIFICATE: &str = "egress-ca.crt";
const KEY: &str = "egress-ca.key";

/// Opens the authority in `folder`, made now if there is none.
///
/// # Errors
/// When it can be neither opened nor made.
pub fn egress_authority(folder: &Path, cluster: &str) -> Result<EgressAuthority, ClusterError> {
    // The certificate is written last: a key without one is left over from a try that did not end.
    if !folder.join(CERTIFICATE).exists() {
        let (certificate, key) = EgressAuthority::generate(cluster).map_err(made)?;
        write_private(&folder.join(KEY), key.as_bytes())?;
        write_public(&folder.join(CERTIFICATE), certificate.as_bytes())?;
    }
    open_egress_authority(folder)?.ok_or_else(|| ClusterError::Certificate {
        what: "open the egress authority",
        text: "its files have gone".to_owned(),
    })
}

/// Opens the authority in `folder`; `None` without one.
///
/// # Errors
/// When its files cannot be read or used.
pub fn open_egress_authority(folder: &Path) -> Result<Option<EgressAuthority>, ClusterError> {
    if !folder.join(CERTIFICATE).exists() {
        return Ok(None);
    }
    let read = |name: &str| {
        fs_err::read_to_string(folder.join(name))
            .map_err(|source| ClusterError::File { what: "read the egress authority", source })
    };
    EgressAuthority::from_pem(&read(CERTIFICATE)?, &read(KEY)?).map(Some).map_err(made)
}

/// Copies the authority of a cluster to one of its Hubs.
///
/// # Errors
/// When it cannot be made, read or written.
pub fn share_egress_authority(from: &Path, to: &Path, cluster: &str) -> Result<(), ClusterError> {
    egress_authority(from, cluster)?;
    let read = |name: &str| {
        fs_err::read(from.join(name))
            .map_err(|source| ClusterError::File { what: "read the egress authority", source })
    };
    write_private(&to.join(KEY), &read(KEY)?)?;
    write_public(&to.join(CERTIFICATE), &read(CERTIFICATE)?)
}

fn made(error: autovibe_hub::secret::EgressAuthorityError) -> ClusterError {
    let cause = std::error::Error::source(&error).map(|cause| format!(": {cause}")).unwrap_or_default();
    ClusterError::Certificate { what: "make the egress authority", text: format!("{error}{cause}") }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    #[test]
    fn the_authority_stays_the_same_and_its_key_is_private() {
        let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        assert!(open_egress_authority(one.path()).unwrap().is_none());
        let first = egress_authority(one.path(), "test").unwrap();
        let again = egress_authority(one.path(), "test").unwrap();
        assert_eq!(first.certificate_pem(), again.certificate_pem());
        share_egress_authority(one.path(), other.path(), "test").unwrap();
        let shared = open_egress_authority(other.path()).unwrap().unwrap();
        assert_eq!(shared.certificate_pem(), first.certificate_pem());
        for folder in [one.path(), other.path()] {
            let mode = fs_err::metadata(folder.join(KEY)).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
    }
}
