//! Seals and opens the values of Secrets with a key that is read when it is first needed.

use std::sync::Arc;

use async_trait::async_trait;
use autovibe_proto::v1::Secret;
use autovibe_proto::{ErrorKind, Failure};
use tokio::sync::Mutex;
use zeroize::Zeroizing;

use super::authority::EgressAuthority;
use super::sealing::SealingKey;
use super::value::SecretValue;

/// The key of the Secrets cannot be had; the text holds nothing of it.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct SecretsKeyError(pub String);

/// Where the key of the Secrets comes from.
#[async_trait]
pub trait SecretsKeySource: Send + Sync + std::fmt::Debug {
    /// Reads the key, within a time limit of its own.
    ///
    /// # Errors
    /// [`SecretsKeyError`] with what an operator can do about it.
    async fn read_key(&self) -> Result<Zeroizing<[u8; 32]>, SecretsKeyError>;
}

/// Seals and opens values.
#[derive(Debug)]
pub struct SecretVault {
    source: Arc<dyn SecretsKeySource>,
    authority: Option<EgressAuthority>,
    key: Mutex<Option<Arc<SealingKey>>>,
}

impl SecretVault {
    /// A vault that has not read its key yet; without an authority, no connection is opened up.
    #[must_use]
    pub fn new(source: Arc<dyn SecretsKeySource>, authority: Option<EgressAuthority>) -> Arc<SecretVault> {
        Arc::new(SecretVault { source, authority, key: Mutex::new(None) })
    }

    /// A vault with a key at hand, for tests.
    #[must_use]
    pub fn with_key(key: [u8; 32], authority: Option<EgressAuthority>) -> Arc<SecretVault> {
        SecretVault::new(Arc::new(KnownKey(Zeroizing::new(key))), authority)
    }

    /// Who signs the certificates that Machines are shown.
    #[must_use]
    pub fn authority(&self) -> Option<&EgressAuthority> {
        self.authority.as_ref()
    }

    /// Seals a value for its row.
    ///
    /// # Errors
    /// `SECRETS_KEY_UNAVAILABLE` without the key.
    pub async fn seal(&self, secret: &Secret, value: &SecretValue) -> Result<Vec<u8>, Failure> {
        self.key().await?.seal(secret, value.expose())
    }

    /// Opens the value of a row.
    ///
    /// # Errors
    /// `SECRETS_KEY_UNAVAILABLE`, `SECRETS_KEY_WRONG`, or `SECRET_DAMAGED`.
    pub async fn open(&self, secret: &Secret) -> Result<SecretValue, Failure> {
        self.key().await?.open(secret)
    }

    async fn key(&self) -> Result<Arc<SealingKey>, Failure> {
        // Held while reading, so that a slow command is run once and not by every caller.
        let mut held = self.key.lock().await;
        if let Some(key) = held.as_ref() {
            return Ok(Arc::clone(key));
        }
        let bytes = self.source.read_key().await.map_err(|error| {
            tracing::error!(%error, "the key of the secrets cannot be read");
            let text = "the Hub cannot read the key of its secrets; its log says why";
            Failure::new(ErrorKind::Unavailable, "SECRETS_KEY_UNAVAILABLE", text)
        })?;
        let key = Arc::new(SealingKey::new(&bytes)?);
        *held = Some(Arc::clone(&key));
        Ok(key)
    }
}

struct KnownKey(Zeroizing<[u8; 32]>);

impl std::fmt::Debug for KnownKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("KnownKey")
    }
}

#[async_trait]
impl SecretsKeySource for KnownKey {
    async fn read_key(&self) -> Result<Zeroizing<[u8; 32]>, SecretsKeyError> {
        Ok(self.0.clone())
    }
}
