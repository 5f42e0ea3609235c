//! Whom the Hub trusts when it speaks to a host on behalf of a Machine.

use std::path::Path;
use std::sync::Arc;

use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;
use rustls::{ClientConfig, RootCertStore};

/// Where systems keep their authorities: Debian, Fedora, OpenSUSE, Alpine.
const BUNDLES: [&str; 4] = [
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
];

/// The authorities that hosts must be certified by.
#[derive(Debug, Clone)]
pub struct UpstreamTrust(RootCertStore);

impl UpstreamTrust {
    /// The authorities of this system, by `SSL_CERT_FILE` or its usual place; without any, the built-in ones.
    #[must_use]
    pub fn system() -> UpstreamTrust {
        let named = std::env::var_os("SSL_CERT_FILE").map(std::path::PathBuf::from);
        let places = named.iter().map(std::path::PathBuf::as_path).chain(BUNDLES.iter().map(Path::new));
        for place in places {
            let roots = read_bundle(place);
            if !roots.is_empty() {
                tracing::info!(count = roots.len(), "the system's certificate authorities are trusted");
                return UpstreamTrust(roots);
            }
        }
        tracing::info!("the system has no certificate authorities; the built-in ones are trusted");
        UpstreamTrust(RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() })
    }

    /// These authorities alone.
    #[must_use]
    pub fn only(roots: RootCertStore) -> UpstreamTrust {
        UpstreamTrust(roots)
    }

    /// Settings of a client that speaks HTTP/1.1 to hosts.
    pub(super) fn client_config(&self) -> Result<Arc<ClientConfig>, rustls::Error> {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let mut config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()?
            .with_root_certificates(self.0.clone())
            .with_no_client_auth();
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(Arc::new(config))
    }
}

/// Those certificates of a bundle that can be used; an unreadable one has none.
fn read_bundle(path: &Path) -> RootCertStore {
    let mut roots = RootCertStore::empty();
    if let Ok(certificates) = CertificateDer::pem_file_iter(path) {
        roots.add_parsable_certificates(certificates.filter_map(Result::ok));
    }
    roots
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bundle_is_read_and_rubbish_in_it_is_skipped() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("bundle.pem");
        let made = rcgen::generate_simple_self_signed(vec!["a.test".to_owned()]).unwrap();
        let rubbish = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        std::fs::write(&path, format!("# text\n{rubbish}{}", made.cert.pem())).unwrap();
        assert_eq!(read_bundle(&path).len(), 1);
        assert!(read_bundle(&folder.path().join("none")).is_empty());
    }
}
