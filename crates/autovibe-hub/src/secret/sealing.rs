//! Authenticated encryption of values: bound to their row, so that no row can pass for another.

use autovibe_proto::v1::Secret;
use autovibe_proto::{ErrorKind, Failure};
use ring::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use sha2::{Digest as _, Sha256};

use super::value::SecretValue;

/// The form: version, id of the key, nonce, ciphertext with its tag.
const VERSION: u8 = 1;
const KEY_ID_LENGTH: usize = 8;
const HEAD_LENGTH: usize = 1 + KEY_ID_LENGTH + NONCE_LEN;

/// A key that seals and opens.
pub(super) struct SealingKey {
    key: LessSafeKey,
    id: [u8; KEY_ID_LENGTH],
}

impl std::fmt::Debug for SealingKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("SealingKey")
    }
}

impl SealingKey {
    pub(super) fn new(bytes: &[u8; 32]) -> Result<SealingKey, Failure> {
        let key = UnboundKey::new(&AES_256_GCM, bytes)
            .map_err(|_| Failure::internal("the key of the secrets cannot be used"))?;
        let mut hash = Sha256::new();
        hash.update(b"autovibe secrets key id");
        hash.update(bytes);
        let mut id = [0; KEY_ID_LENGTH];
        id.copy_from_slice(&hash.finalize()[..KEY_ID_LENGTH]);
        Ok(SealingKey { key: LessSafeKey::new(key), id })
    }

    /// Seals a value for its row.
    pub(super) fn seal(&self, secret: &Secret, value: &[u8]) -> Result<Vec<u8>, Failure> {
        let mut nonce = [0; NONCE_LEN];
        // Random nonces are safe for far more values than one key will ever seal.
        getrandom::fill(&mut nonce).map_err(|_| Failure::internal("the system gives no random numbers"))?;
        let mut head = vec![VERSION];
        head.extend_from_slice(&self.id);
        head.extend_from_slice(&nonce);
        let mut body = value.to_vec();
        self.key
            .seal_in_place_append_tag(
                Nonce::assume_unique_for_key(nonce),
                Aad::from(bound_to(secret)),
                &mut body,
            )
            .map_err(|_| Failure::internal("the value cannot be sealed"))?;
        head.extend_from_slice(&body);
        Ok(head)
    }

    /// Opens the value of a row.
    pub(super) fn open(&self, secret: &Secret) -> Result<SecretValue, Failure> {
        let (head, body) = secret.sealed.split_at_checked(HEAD_LENGTH).ok_or_else(|| damaged(secret))?;
        if head[0] != VERSION {
            return Err(damaged(secret));
        }
        if head[1..=KEY_ID_LENGTH] != self.id {
            let text = format!(
                "secret {} was sealed with another key than the Hub has now; give it the former key, or set the \
                 secret again",
                secret.name
            );
            return Err(Failure::new(ErrorKind::WrongState, "SECRETS_KEY_WRONG", text));
        }
        let nonce =
            Nonce::try_assume_unique_for_key(&head[1 + KEY_ID_LENGTH..]).map_err(|_| damaged(secret))?;
        let mut body = zeroize::Zeroizing::new(body.to_vec());
        let opened = self
            .key
            .open_in_place(nonce, Aad::from(bound_to(secret)), &mut body)
            .map_err(|_| damaged(secret))?;
        Ok(SecretValue::new(opened.to_vec()))
    }
}

/// What a sealed value belongs to: also its hosts, so that nobody who writes rows can send it elsewhere.
fn bound_to(secret: &Secret) -> Vec<u8> {
    let mut bytes = Vec::new();
    let parts = [secret.id.as_str(), &secret.project_id, &secret.name, &secret.placeholder];
    for part in parts.into_iter().chain(secret.hosts.iter().map(String::as_str)) {
        // The length keeps the borders of the parts.
        bytes.extend_from_slice(&(part.len() as u64).to_be_bytes());
        bytes.extend_from_slice(part.as_bytes());
    }
    bytes
}

fn damaged(secret: &Secret) -> Failure {
    let text = format!("the value of secret {} does not fit its row; set it again", secret.name);
    Failure::new(ErrorKind::Internal, "SECRET_DAMAGED", text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(id: &str) -> Secret {
        Secret {
            id: id.into(),
            project_id: "prj_1".into(),
            name: "token".into(),
            placeholder: "avp_x".into(),
            hosts: vec!["a.com".into()],
            ..Secret::default()
        }
    }

    fn sealed(key: &SealingKey) -> Secret {
        let mut secret = row("sec_1");
        secret.sealed = key.seal(&secret, b"value-of-it").unwrap();
        secret
    }

    fn reason(outcome: Result<SecretValue, Failure>) -> String {
        let failure = outcome.unwrap_err();
        assert!(!failure.message.contains("value-of-it"));
        failure.reason
    }

    #[test]
    fn a_value_comes_back_and_is_sealed_anew_each_time() {
        let key = SealingKey::new(&[7; 32]).unwrap();
        let secret = sealed(&key);
        assert_eq!(key.open(&secret).unwrap().expose(), b"value-of-it");
        assert!(!secret.sealed.windows(5).any(|window| window == b"value"));
        assert_ne!(key.seal(&secret, b"value-of-it").unwrap(), secret.sealed);
        let mut empty = row("sec_1");
        empty.sealed = key.seal(&empty, b"").unwrap();
        assert_eq!(key.open(&empty).unwrap().expose(), b"");
    }

    #[test]
    fn every_changed_byte_is_noticed() {
        let key = SealingKey::new(&[7; 32]).unwrap();
        let secret = sealed(&key);
        for place in 0..secret.sealed.len() {
            let mut changed = secret.clone();
            changed.sealed[place] ^= 1;
            let expected =
                if (1..=KEY_ID_LENGTH).contains(&place) { "SECRETS_KEY_WRONG" } else { "SECRET_DAMAGED" };
            assert_eq!(reason(key.open(&changed)), expected, "{place}");
        }
        for length in 0..secret.sealed.len() {
            let mut cut = secret.clone();
            cut.sealed.truncate(length);
            assert!(key.open(&cut).is_err(), "{length}");
        }
    }

    #[test]
    fn a_value_belongs_to_one_row_and_its_hosts() {
        let key = SealingKey::new(&[7; 32]).unwrap();
        let secret = sealed(&key);
        let changes: [fn(&mut Secret); 5] = [
            |row| row.id = "sec_2".into(),
            |row| row.project_id = "prj_2".into(),
            |row| row.name = "other".into(),
            |row| row.hosts.push("evil.com".into()),
            |row| row.placeholder = "avp_y".into(),
        ];
        for change in changes {
            let mut other = secret.clone();
            change(&mut other);
            assert_eq!(reason(key.open(&other)), "SECRET_DAMAGED");
        }
    }

    #[test]
    fn another_key_is_named_as_the_cause() {
        let secret = sealed(&SealingKey::new(&[7; 32]).unwrap());
        assert_eq!(reason(SealingKey::new(&[8; 32]).unwrap().open(&secret)), "SECRETS_KEY_WRONG");
    }
}
