//! A value in memory: overwritten when it is dropped, and never shown.

use std::fmt;

use zeroize::Zeroizing;

/// A value that can be used but not shown.
#[derive(Clone)]
pub struct SecretValue(Zeroizing<Vec<u8>>);

impl SecretValue {
    /// Longest value in bytes; keys and certificates are far shorter.
    pub const LENGTH_MAX: usize = 64 * 1024;

    /// Takes a value.
    #[must_use]
    pub fn new(bytes: Vec<u8>) -> SecretValue {
        SecretValue(Zeroizing::new(bytes))
    }

    /// The bytes.
    #[must_use]
    pub fn expose(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for SecretValue {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("SecretValue(..)")
    }
}
