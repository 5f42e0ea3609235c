//! The secrets of guests: each is a keyed digest of its purpose, Machine and incarnation, so none is stored.

use autovibe_proto::MachineId;
use hmac::{Hmac, Mac as _};
use sha2::Sha256;
use subtle::ConstantTimeEq as _;

/// Derives and checks the secrets of guests.
#[derive(Clone)]
pub struct GuestSecrets {
    key: [u8; 32],
}

impl std::fmt::Debug for GuestSecrets {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("GuestSecrets")
    }
}

impl GuestSecrets {
    /// Uses a key that all Hubs of a cluster share and keep.
    #[must_use]
    pub fn new(key: [u8; 32]) -> GuestSecrets {
        GuestSecrets { key }
    }

    /// The secret with which the guest of a freshly booted life proves itself once.
    #[must_use]
    pub fn bootstrap(&self, machine: &MachineId, incarnation: i64) -> String {
        self.digest("bootstrap", machine, incarnation)
    }

    /// The token with which the guest of a life calls.
    #[must_use]
    pub fn token(&self, machine: &MachineId, incarnation: i64) -> String {
        self.digest("token", machine, incarnation)
    }

    /// What the node presents on behalf of a guest's connection.
    #[must_use]
    pub fn ticket(&self, machine: &MachineId, incarnation: i64) -> String {
        self.digest("ticket", machine, incarnation)
    }

    /// Checks a bootstrap secret in constant time.
    #[must_use]
    pub fn verify_bootstrap(&self, machine: &MachineId, incarnation: i64, secret: &str) -> bool {
        equal(&self.bootstrap(machine, incarnation), secret)
    }

    /// Checks a token in constant time.
    #[must_use]
    pub fn verify_token(&self, machine: &MachineId, incarnation: i64, token: &str) -> bool {
        equal(&self.token(machine, incarnation), token)
    }

    /// Checks a ticket in constant time.
    #[must_use]
    pub fn verify_ticket(&self, machine: &MachineId, incarnation: i64, ticket: &str) -> bool {
        equal(&self.ticket(machine, incarnation), ticket)
    }

    fn digest(&self, purpose: &str, machine: &MachineId, incarnation: i64) -> String {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.key).expect("HMAC takes keys of any length");
        for part in [purpose, machine.as_str()] {
            // The length keeps the borders of the parts.
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part.as_bytes());
        }
        mac.update(&incarnation.to_be_bytes());
        hex::encode(mac.finalize().into_bytes())
    }
}

fn equal(expected: &str, given: &str) -> bool {
    expected.as_bytes().ct_eq(given.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_serves_one_purpose_machine_and_incarnation() {
        let secrets = GuestSecrets::new([7; 32]);
        let (one, other) = (MachineId::derive(&["one"]), MachineId::derive(&["other"]));
        let token = secrets.token(&one, 3);
        assert!(secrets.verify_token(&one, 3, &token));
        assert!(!secrets.verify_token(&one, 4, &token));
        assert!(!secrets.verify_token(&other, 3, &token));
        assert!(!secrets.verify_ticket(&one, 3, &token));
        assert!(!secrets.verify_bootstrap(&one, 3, &token));
        assert!(!GuestSecrets::new([8; 32]).verify_token(&one, 3, &token));
    }
}
