//! What programs take for the identity of the Machine: machine id and host name.

use sha2::{Digest as _, Sha256};

use crate::config::GuestConfig;
use crate::error::GuestError;

/// Writes the machine id and the host name that belong to a Machine.
pub(super) fn set_identity(config: &GuestConfig, machine_id: &str, name: &str) -> Result<(), GuestError> {
    fs_err::create_dir_all(config.place("/etc")).map_err(GuestError::file("set the machine id"))?;
    fs_err::write(config.place("/etc/machine-id"), format!("{}\n", system_id(machine_id)))
        .map_err(GuestError::file("set the machine id"))?;
    let host_name = host_name(name, machine_id);
    fs_err::write(config.place("/etc/hostname"), format!("{host_name}\n"))
        .map_err(GuestError::file("set the host name"))?;
    if config.owns_system() {
        rustix::system::sethostname(host_name.as_bytes())
            .map_err(std::io::Error::from)
            .map_err(GuestError::file("set the host name"))?;
    }
    Ok(())
}

/// The same Machine always gets the same id, and no two Machines share one.
///
/// Source: machine-id(5): 32 lower-case hexadecimal digits.
fn system_id(machine_id: &str) -> String {
    let digest = Sha256::digest(machine_id);
    digest[..16].iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A name that every resolver accepts.
fn host_name(name: &str, machine_id: &str) -> String {
    let clean = |text: &str| -> String {
        text.chars()
            .map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' })
            .take(63)
            .collect::<String>()
            .trim_matches('-')
            .to_owned()
    };
    [clean(name), clean(machine_id)]
        .into_iter()
        .find(|name| !name.is_empty())
        .unwrap_or_else(|| "machine".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_made_fit_for_hosts() {
        assert_eq!(host_name("My Box_1", "mch_x"), "my-box-1");
        assert_eq!(host_name("???", "mch_x"), "mch-x");
        assert!(host_name(&"a".repeat(100), "").len() <= 63);
        assert_eq!(system_id("mch_a").len(), 32);
        assert_ne!(system_id("mch_a"), system_id("mch_b"));
    }
}
