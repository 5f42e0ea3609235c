//! Reads what the Machine was told at its making: a small block device with JSON, padded with zero bytes.

use std::io::Read as _;
use std::path::PathBuf;
use std::time::Duration;

use autovibe_proto::node::v1::GuestSeed;

use crate::config::GuestConfig;
use crate::error::GuestError;

const SERIAL: &str = "autovibe-seed";
/// A seed is a few kilobytes; a device of another kind must not be read whole.
const MAX_SEED_BYTES: u64 = 1024 * 1024;
/// Devices may show up after the guest started.
const DEVICE_WAIT: Duration = Duration::from_secs(30);

/// Reads the seed, waiting for its device.
///
/// # Errors
/// [`GuestError::Config`] without a device or with unreadable content.
pub(crate) async fn read_seed(config: &GuestConfig) -> Result<GuestSeed, GuestError> {
    let path = match &config.seed_file {
        Some(path) => path.clone(),
        None => wait_for_device().await?,
    };
    let mut bytes = Vec::new();
    fs_err::File::open(&path)
        .and_then(|file| file.take(MAX_SEED_BYTES).read_to_end(&mut bytes))
        .map_err(GuestError::file("read the seed"))?;
    parse_seed(&bytes)
}

fn parse_seed(bytes: &[u8]) -> Result<GuestSeed, GuestError> {
    let end = bytes.iter().position(|byte| *byte == 0).unwrap_or(bytes.len());
    let seed: GuestSeed = serde_json::from_slice(&bytes[..end])
        .map_err(|error| GuestError::Config(format!("the seed cannot be read: {error}")))?;
    if seed.hub_name.is_empty() || seed.ca_certificate.is_empty() {
        return Err(GuestError::Config("the seed names no hub".to_owned()));
    }
    Ok(seed)
}

async fn wait_for_device() -> Result<PathBuf, GuestError> {
    let started = tokio::time::Instant::now();
    loop {
        if let Some(path) = find_device() {
            return Ok(path);
        }
        if started.elapsed() > DEVICE_WAIT {
            return Err(GuestError::Config(format!("no block device has the serial {SERIAL}")));
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

fn find_device() -> Option<PathBuf> {
    let by_id = PathBuf::from(format!("/dev/disk/by-id/virtio-{SERIAL}"));
    if by_id.exists() {
        return Some(by_id);
    }
    // Without a device manager that names disks by serial.
    for entry in fs_err::read_dir("/sys/block").ok()?.flatten() {
        let serial = ["serial", "device/serial"]
            .iter()
            .find_map(|name| fs_err::read_to_string(entry.path().join(name)).ok());
        if serial.is_some_and(|serial| serial.trim() == SERIAL) {
            return Some(PathBuf::from("/dev").join(entry.file_name()));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn padding_is_ignored() {
        let seed = GuestSeed { hub_name: "h".into(), ca_certificate: vec![1], ..GuestSeed::default() };
        let mut bytes = serde_json::to_vec(&seed).unwrap();
        bytes.resize(4096, 0);
        assert_eq!(parse_seed(&bytes).unwrap(), seed);
        assert!(parse_seed(b"{}").is_err());
    }
}
