//! TLS settings made from a cluster's certificates.

use std::sync::Arc;

use autovibe_proto::{CallerIdentity, CallerRole};
use rustls::RootCertStore;
use rustls::server::WebPkiClientVerifier;
use rustls_pki_types::CertificateDer;
use tonic::transport::{Certificate, Channel, ClientTlsConfig, Endpoint, Identity};
use x509_parser::extensions::GeneralName;
use x509_parser::prelude::FromDer as _;

use crate::cluster::{Credentials, service_name};

/// TLS could not be set up.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    /// A certificate or key cannot be used.
    #[error("use the certificate of {name}")]
    Certificate {
        /// Whose certificate.
        name: String,
        /// What rustls said.
        #[source]
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// An address cannot be parsed.
    #[error("{0:?} is not an address of the form HOST:PORT")]
    Address(String),
}

fn refuse(credentials: &Credentials) -> impl FnOnce(Box<dyn std::error::Error + Send + Sync>) -> TlsError {
    let name = credentials.identity.to_string();
    move |source| TlsError::Certificate { name, source }
}

fn roots(credentials: &Credentials) -> Result<RootCertStore, TlsError> {
    let mut roots = RootCertStore::empty();
    roots.add(credentials.ca.clone()).map_err(|error| refuse(credentials)(error.into()))?;
    Ok(roots)
}

/// Server settings that demand a certificate of the cluster from every caller.
///
/// # Errors
/// When the credentials do not fit together.
pub fn mtls_server_config(credentials: &Credentials) -> Result<Arc<rustls::ServerConfig>, TlsError> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let verifier =
        WebPkiClientVerifier::builder_with_provider(Arc::new(roots(credentials)?), Arc::clone(&provider))
            .build()
            .map_err(|error| refuse(credentials)(error.into()))?;
    let mut config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| refuse(credentials)(error.into()))?
        .with_client_cert_verifier(verifier)
        .with_single_cert(vec![credentials.certificate.clone()], credentials.key())
        .map_err(|error| refuse(credentials)(error.into()))?;
    config.alpn_protocols = vec![b"h2".to_vec()];
    Ok(Arc::new(config))
}

/// Server settings for callers without certificates: guests and the control API.
///
/// # Errors
/// When the credentials do not fit together.
pub fn server_config(credentials: &Credentials) -> Result<Arc<rustls::ServerConfig>, TlsError> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| refuse(credentials)(error.into()))?
        .with_no_client_auth()
        .with_single_cert(vec![credentials.certificate.clone()], credentials.key())
        .map_err(|error| refuse(credentials)(error.into()))?;
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    // Tickets hold the session themselves, so that every fork of one memory can continue the same session:
    // the emulated processors of a fork have each certificate's check to translate anew.
    config.ticketer =
        rustls::crypto::ring::Ticketer::new().map_err(|error| refuse(credentials)(error.into()))?;
    Ok(Arc::new(config))
}

/// Client settings that show the cluster's certificate and accept only servers of the cluster.
///
/// # Errors
/// When the credentials do not fit together.
pub fn mtls_client_config(credentials: &Credentials) -> Result<Arc<rustls::ClientConfig>, TlsError> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| refuse(credentials)(error.into()))?
        .with_root_certificates(roots(credentials)?)
        .with_client_auth_cert(vec![credentials.certificate.clone()], credentials.key())
        .map_err(|error| refuse(credentials)(error.into()))?;
    Ok(Arc::new(config))
}

/// A gRPC channel to a service of the cluster; connects when first used, and again after a loss.
///
/// # Errors
/// When the address or the credentials cannot be used.
pub fn mtls_channel(address: &str, role: CallerRole, credentials: &Credentials) -> Result<Channel, TlsError> {
    let tls = ClientTlsConfig::new()
        .ca_certificate(Certificate::from_pem(&credentials.ca_pem))
        .identity(Identity::from_pem(&credentials.certificate_pem, &credentials.key_pem))
        .domain_name(service_name(role));
    let endpoint = Endpoint::from_shared(format!("https://{address}"))
        .map_err(|_| TlsError::Address(address.to_owned()))?
        .tls_config(tls)
        .map_err(|error| refuse(credentials)(error.into()))?
        .tcp_nodelay(true)
        .connect_timeout(std::time::Duration::from_secs(5))
        .http2_keep_alive_interval(std::time::Duration::from_secs(10))
        .keep_alive_timeout(std::time::Duration::from_secs(10));
    Ok(endpoint.connect_lazy())
}

/// Who the peer is, by the URI in its certificate.
///
/// `None` when there is no certificate or its URI names no caller: servers then refuse the call.
#[must_use]
pub fn peer_identity(connection: &rustls::ServerConnection) -> Option<CallerIdentity> {
    connection.peer_certificates()?.first().and_then(identity_in)
}

/// The identity that a certificate states.
pub(crate) fn identity_in(certificate: &CertificateDer<'_>) -> Option<CallerIdentity> {
    let (_, certificate) = x509_parser::certificate::X509Certificate::from_der(certificate).ok()?;
    let names = certificate.subject_alternative_name().ok()??;
    names.value.general_names.iter().find_map(|name| match name {
        GeneralName::URI(uri) => uri.parse().ok(),
        _ => None,
    })
}
