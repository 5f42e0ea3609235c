//! Trust in the Hub: its certificate must chain to the seed's authority and carry the seed's name.
//!
//! Validity dates are not held against the Hub: a Machine's clock is wrong after a restore until the Hub's
//! authenticated time is applied, and it is the seed's key that makes the connection authentic.

use std::sync::Arc;

use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{CertificateError, ClientConfig, DigitallySignedStruct, RootCertStore, SignatureScheme};

use crate::error::GuestError;

/// Builds the TLS settings for one authority.
///
/// # Errors
/// [`GuestError::Config`] when the certificate is none.
pub(crate) fn client_config(ca_certificate: &[u8]) -> Result<Arc<ClientConfig>, GuestError> {
    let wrong = |error: &dyn std::fmt::Display| GuestError::Config(format!("the seed's authority: {error}"));
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from(ca_certificate.to_vec())).map_err(|error| wrong(&error))?;
    let inner = WebPkiServerVerifier::builder_with_provider(Arc::new(roots), Arc::clone(&provider))
        .build()
        .map_err(|error| wrong(&error))?;
    let mut config = ClientConfig::builder_with_provider(provider)
        .with_protocol_versions(&[&rustls::version::TLS13])
        .map_err(|error| wrong(&error))?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(DatelessVerifier { inner }))
        .with_no_client_auth();
    config.alpn_protocols = vec![b"h2".to_vec()];
    Ok(Arc::new(config))
}

/// Verifies a chain at a time inside its own validity.
#[derive(Debug)]
struct DatelessVerifier {
    inner: Arc<WebPkiServerVerifier>,
}

impl ServerCertVerifier for DatelessVerifier {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        server_name: &ServerName<'_>,
        ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        let mut time = now;
        // Each try moves the time to the nearest border of the certificate that refused it; a chain of three
        // certificates needs no more tries than this.
        for _ in 0..6 {
            let verdict =
                self.inner.verify_server_cert(end_entity, intermediates, server_name, ocsp_response, time);
            time = match verdict {
                Err(rustls::Error::InvalidCertificate(CertificateError::NotValidYetContext {
                    not_before,
                    ..
                })) => not_before,
                Err(rustls::Error::InvalidCertificate(CertificateError::ExpiredContext {
                    not_after,
                    ..
                })) => not_after,
                verdict => return verdict,
            };
        }
        Err(rustls::Error::InvalidCertificate(CertificateError::Expired))
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        self.inner.verify_tls12_signature(message, certificate, signature)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        self.inner.verify_tls13_signature(message, certificate, signature)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.inner.supported_verify_schemes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    struct Chain {
        authority: Vec<u8>,
        server: CertificateDer<'static>,
    }

    fn chain() -> Chain {
        let key = rcgen::KeyPair::generate().unwrap();
        let mut params = rcgen::CertificateParams::new(Vec::<String>::new()).unwrap();
        params.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
        let authority = params.self_signed(&key).unwrap();
        let issuer = rcgen::Issuer::new(params, key);
        let server_key = rcgen::KeyPair::generate().unwrap();
        let mut params = rcgen::CertificateParams::new(vec!["hub.test".to_owned()]).unwrap();
        params.not_before = rcgen::date_time_ymd(2030, 1, 1);
        params.not_after = rcgen::date_time_ymd(2030, 2, 1);
        let server = params.signed_by(&server_key, &issuer).unwrap();
        Chain { authority: authority.der().to_vec(), server: server.der().clone() }
    }

    fn verify(authority: &[u8], server: &CertificateDer<'_>, name: &str, seconds: u64) -> bool {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let mut roots = RootCertStore::empty();
        roots.add(CertificateDer::from(authority.to_vec())).unwrap();
        let inner = WebPkiServerVerifier::builder_with_provider(Arc::new(roots), provider).build().unwrap();
        let name = ServerName::try_from(name.to_owned()).unwrap();
        let now = UnixTime::since_unix_epoch(Duration::from_secs(seconds));
        DatelessVerifier { inner }.verify_server_cert(server, &[], &name, &[], now).is_ok()
    }

    #[test]
    fn dates_do_not_matter_but_name_and_authority_do() {
        let ours = chain();
        for seconds in [0, 1_800_000_000, 1_894_000_000, 4_000_000_000] {
            assert!(verify(&ours.authority, &ours.server, "hub.test", seconds), "{seconds}");
        }
        assert!(!verify(&ours.authority, &ours.server, "other.test", 0));
        assert!(!verify(&chain().authority, &ours.server, "hub.test", 0));
    }
}
