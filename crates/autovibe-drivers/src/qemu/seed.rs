//! The small read-only disk that tells a booting guest who it is.

use std::path::Path;

use autovibe_proto::node::v1::GuestSeed;

use super::error::QemuError;
use super::file;

/// Room for the seed with the largest certificate, in whole blocks of any disk.
const SEED_BYTES: usize = 64 << 10;

/// Writes a seed, padded with zero bytes; only we may read it.
pub(super) fn write(path: &Path, seed: Option<&GuestSeed>) -> Result<(), QemuError> {
    let mut content = match seed {
        Some(seed) => serde_json::to_vec(seed)
            .map_err(|error| QemuError::Record { what: "guest seed".to_owned(), text: error.to_string() })?,
        None => Vec::new(),
    };
    if content.len() > SEED_BYTES {
        let text = format!("it has {} bytes, most are {SEED_BYTES}", content.len());
        return Err(QemuError::Record { what: "guest seed".to_owned(), text });
    }
    content.resize(SEED_BYTES, 0);
    file::write_private(path, &content)
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    #[test]
    fn a_seed_is_private_and_reads_back() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("seed.img");
        let seed = GuestSeed { bootstrap_secret: "s".to_owned(), incarnation: 3, ..GuestSeed::default() };
        write(&path, Some(&seed)).unwrap();
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        let content = std::fs::read(&path).unwrap();
        assert_eq!(content.len(), SEED_BYTES);
        let end = content.iter().position(|byte| *byte == 0).unwrap();
        assert_eq!(serde_json::from_slice::<GuestSeed>(&content[..end]).unwrap(), seed);
    }

    #[test]
    fn a_seed_that_does_not_fit_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let seed = GuestSeed { ca_certificate: vec![7_u8; SEED_BYTES], ..GuestSeed::default() };
        assert!(write(&folder.path().join("seed.img"), Some(&seed)).is_err());
    }
}
