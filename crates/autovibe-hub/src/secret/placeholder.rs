//! What stands for a value inside Machines.

use autovibe_proto::Failure;

/// How every placeholder begins.
pub(super) const PREFIX: &[u8] = b"avp_";
/// Length of a placeholder in bytes.
pub(super) const LENGTH: usize = 36;
/// Lower-case base32. Source: RFC 4648, section 6.
const ALPHABET: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";

/// A new placeholder: 160 random bits, so that it is met nowhere by chance.
///
/// # Errors
/// `Internal` when the system gives no random numbers.
pub(crate) fn new_placeholder() -> Result<String, Failure> {
    let mut bytes = [0_u8; LENGTH - PREFIX.len()];
    getrandom::fill(&mut bytes).map_err(|_| Failure::internal("the system gives no random numbers"))?;
    let letters = bytes.iter().map(|byte| char::from(ALPHABET[usize::from(byte & 31)]));
    Ok(PREFIX.iter().map(|byte| char::from(*byte)).chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_all_different_and_of_one_length() {
        let made: std::collections::BTreeSet<String> = (0..100).map(|_| new_placeholder().unwrap()).collect();
        assert_eq!(made.len(), 100);
        assert!(made.iter().all(|text| text.len() == LENGTH && text.as_bytes().starts_with(PREFIX)));
    }
}
