//! Digests of files and of build inputs.

use std::io::Read;
use std::path::Path;

use serde::Serialize;
use sha2::{Digest, Sha256, Sha512};

/// Returns the SHA-256 of some bytes in lower-case hexadecimal.
pub(super) fn sha256(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}

/// Returns the SHA-256 of a value's JSON, whose field order is that of the type.
pub(super) fn sha256_of<T: Serialize>(value: &T) -> String {
    // The inputs are plain structs of texts and numbers, for which this cannot fail.
    sha256(&serde_json::to_vec(value).expect("build inputs have a JSON form"))
}

/// Returns size and SHA-256 of a file.
///
/// # Cancel safety
/// Reads on in the background until the file's end.
pub(super) async fn sha256_file(path: &Path) -> std::io::Result<(u64, String)> {
    let path = path.to_owned();
    run_blocking(move || {
        let mut hasher = Sha256::new();
        let size = feed(&path, &mut hasher)?;
        Ok((size, hex::encode(hasher.finalize())))
    })
    .await
}

/// Returns the subresource integrity text of a file, as npm writes it.
///
/// Source: W3C Subresource Integrity, "Integrity metadata".
pub(super) async fn integrity_of_file(path: &Path) -> std::io::Result<String> {
    use base64::Engine as _;
    let path = path.to_owned();
    run_blocking(move || {
        let mut hasher = Sha512::new();
        feed(&path, &mut hasher)?;
        Ok(format!("sha512-{}", base64::engine::general_purpose::STANDARD.encode(hasher.finalize())))
    })
    .await
}

/// Runs file work away from the asynchronous threads.
pub(super) async fn run_blocking<T: Send + 'static>(
    work: impl FnOnce() -> std::io::Result<T> + Send + 'static,
) -> std::io::Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(std::io::Error::other)?
}

fn feed(path: &Path, hasher: &mut impl Digest) -> std::io::Result<u64> {
    let mut file = fs_err::File::open(path)?;
    // 1 MiB: large enough that the calls do not show beside the hashing.
    let mut buffer = vec![0; 1 << 20];
    let mut size = 0;
    loop {
        let count = file.read(&mut buffer)?;
        if count == 0 {
            return Ok(size);
        }
        hasher.update(&buffer[..count]);
        size += count as u64;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn file_digests_are_those_of_the_standards() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), b"abc").unwrap();
        // Source: FIPS 180-4 example values.
        let (size, digest) = sha256_file(file.path()).await.unwrap();
        assert_eq!(size, 3);
        assert_eq!(digest, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(
            integrity_of_file(file.path()).await.unwrap(),
            "sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw=="
        );
    }
}
