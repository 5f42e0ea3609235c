//! Signs certificates for hosts that have a Secret; only Machines of this cluster trust it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use rcgen::{
    BasicConstraints, CertificateParams, DnType, ExtendedKeyUsagePurpose, IsCa, Issuer, KeyPair,
    KeyUsagePurpose,
};
use rustls::ServerConfig;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};

/// How long the authority lasts; a new one is an operator's step, since Checkpoints trust the old one.
const AUTHORITY_DAYS: i64 = 20 * 365;
const LEAF_DAYS: i64 = 7;
/// A kept certificate is made anew long before it ends.
const LEAF_AGE_MAX: Duration = Duration::from_secs(24 * 3600);
/// Kept certificates; each is a few KiB, and making one takes well under a millisecond.
const LEAF_COUNT_MAX: usize = 1024;

/// The authority cannot be made or used.
#[derive(Debug, thiserror::Error)]
pub enum EgressAuthorityError {
    /// A certificate cannot be made or read.
    #[error("make a certificate")]
    Certificate(#[from] rcgen::Error),
    /// TLS does not take the certificate.
    #[error("use a certificate")]
    Tls(#[from] rustls::Error),
}

/// Signs certificates and keeps the newest of them.
pub struct EgressAuthority {
    certificate_pem: String,
    issuer: Issuer<'static, KeyPair>,
    leaf_key: KeyPair,
    leaves: Mutex<HashMap<String, (Instant, Arc<ServerConfig>)>>,
}

impl std::fmt::Debug for EgressAuthority {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("EgressAuthority")
    }
}

impl EgressAuthority {
    /// Makes a new authority: its certificate and its key, PEM.
    ///
    /// # Errors
    /// When the system gives no random numbers.
    pub fn generate(cluster: &str) -> Result<(String, String), EgressAuthorityError> {
        let key = KeyPair::generate()?;
        let mut params = CertificateParams::default();
        params.distinguished_name.push(DnType::CommonName, format!("autovibe {cluster} egress CA"));
        params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
        params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
        set_validity(&mut params, AUTHORITY_DAYS);
        Ok((params.self_signed(&key)?.pem(), key.serialize_pem()))
    }

    /// Opens an authority.
    ///
    /// # Errors
    /// When a text is no certificate or key.
    pub fn from_pem(certificate_pem: &str, key_pem: &str) -> Result<EgressAuthority, EgressAuthorityError> {
        let key = KeyPair::from_pem(key_pem)?;
        Ok(EgressAuthority {
            certificate_pem: certificate_pem.to_owned(),
            issuer: Issuer::from_ca_cert_pem(certificate_pem, key)?,
            leaf_key: KeyPair::generate()?,
            leaves: Mutex::default(),
        })
    }

    /// The certificate that Machines trust, PEM.
    #[must_use]
    pub fn certificate_pem(&self) -> &str {
        &self.certificate_pem
    }

    /// Settings with which the Hub answers as a host.
    pub(super) fn server_config(&self, host: &str) -> Result<Arc<ServerConfig>, EgressAuthorityError> {
        let mut leaves = self.leaves.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((made, config)) = leaves.get(host)
            && made.elapsed() < LEAF_AGE_MAX
        {
            return Ok(Arc::clone(config));
        }
        if leaves.len() >= LEAF_COUNT_MAX {
            leaves.retain(|_, (made, _)| made.elapsed() < LEAF_AGE_MAX);
        }
        if leaves.len() >= LEAF_COUNT_MAX
            && let Some(oldest) =
                leaves.iter().min_by_key(|(_, (made, _))| *made).map(|(name, _)| name.clone())
        {
            leaves.remove(&oldest);
        }
        let config = self.mint(host)?;
        leaves.insert(host.to_owned(), (Instant::now(), Arc::clone(&config)));
        Ok(config)
    }

    fn mint(&self, host: &str) -> Result<Arc<ServerConfig>, EgressAuthorityError> {
        let mut params = CertificateParams::new(vec![host.to_owned()])?;
        // A common name has at most 64 characters; the alternative name is the one that counts.
        params.distinguished_name.push(DnType::CommonName, "autovibe egress");
        params.use_authority_key_identifier_extension = true;
        params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
        set_validity(&mut params, LEAF_DAYS);
        let certificate = params.signed_by(&self.leaf_key, &self.issuer)?;
        let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(self.leaf_key.serialize_der()));
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let mut config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()?
            .with_no_client_auth()
            .with_single_cert(vec![CertificateDer::from(certificate.der().to_vec())], key)?;
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(Arc::new(config))
    }
}

fn set_validity(params: &mut CertificateParams, days: i64) {
    let now = time::OffsetDateTime::now_utc();
    // Machines under a restored clock may be behind for a moment.
    params.not_before = now - time::Duration::days(2);
    params.not_after = now + time::Duration::days(days);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn certificates_are_kept_within_a_limit() {
        let (certificate, key) = EgressAuthority::generate("test").unwrap();
        let authority = EgressAuthority::from_pem(&certificate, &key).unwrap();
        let first = authority.server_config("a.test").unwrap();
        assert!(Arc::ptr_eq(&first, &authority.server_config("a.test").unwrap()));
        for number in 0..LEAF_COUNT_MAX {
            authority.server_config(&format!("n{number}.test")).unwrap();
        }
        assert_eq!(authority.leaves.lock().unwrap().len(), LEAF_COUNT_MAX);
        assert!(!Arc::ptr_eq(&first, &authority.server_config("a.test").unwrap()), "the oldest one has gone");
        assert_eq!(format!("{authority:?}"), "EgressAuthority");
    }
}
