//! The certificate and key of one service.

use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use autovibe_proto::{CallerIdentity, CallerRole};
use rustls_pki_types::pem::PemObject as _;
use rustls_pki_types::{CertificateDer, PrivateKeyDer};

use super::error::ClusterError;
use crate::transport::identity_in;

/// What a service shows to others and trusts in others.
#[derive(Clone)]
pub struct Credentials {
    /// The cluster's authority, PEM.
    pub ca_pem: String,
    /// The cluster's authority.
    pub ca: CertificateDer<'static>,
    /// The service's certificate, PEM.
    pub certificate_pem: String,
    /// The service's certificate.
    pub certificate: CertificateDer<'static>,
    /// The service's key, PEM.
    pub key_pem: String,
    /// Who the service is.
    pub identity: CallerIdentity,
}

impl std::fmt::Debug for Credentials {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Credentials").field("identity", &self.identity).finish_non_exhaustive()
    }
}

/// The DNS name in the certificates of a role; callers check it.
#[must_use]
pub fn service_name(role: CallerRole) -> &'static str {
    match role {
        CallerRole::Hub => "hub.autovibe.internal",
        CallerRole::Db => "db.autovibe.internal",
        CallerRole::Node => "node.autovibe.internal",
        CallerRole::Service => "service.autovibe.internal",
    }
}

impl Credentials {
    /// Reads credentials from PEM texts.
    ///
    /// # Errors
    /// When a text holds no certificate or key, or the certificate names no caller.
    pub fn from_pem(ca_pem: &str, certificate_pem: &str, key_pem: &str) -> Result<Credentials, ClusterError> {
        let parse = |what, text: &str| {
            CertificateDer::from_pem_slice(text.as_bytes())
                .map_err(|error| ClusterError::Certificate { what, text: error.to_string() })
        };
        let ca = parse("read the CA certificate", ca_pem)?;
        let certificate = parse("read the service's certificate", certificate_pem)?;
        PrivateKeyDer::from_pem_slice(key_pem.as_bytes()).map_err(|error| ClusterError::Certificate {
            what: "read the service's key",
            text: error.to_string(),
        })?;
        let identity = identity_in(&certificate).ok_or_else(|| ClusterError::Certificate {
            what: "read the service's certificate",
            text: "it carries no autovibe:// name".to_owned(),
        })?;
        Ok(Credentials {
            ca_pem: ca_pem.to_owned(),
            ca,
            certificate_pem: certificate_pem.to_owned(),
            certificate,
            key_pem: key_pem.to_owned(),
            identity,
        })
    }

    /// Reads `ca.pem`, `cert.pem` and `key.pem` from a folder.
    ///
    /// # Errors
    /// When a file is missing or cannot be used.
    pub fn load(folder: &Path) -> Result<Credentials, ClusterError> {
        let read = |name: &str| {
            fs_err::read_to_string(folder.join(name))
                .map_err(|source| ClusterError::File { what: "read a service's credentials", source })
        };
        Credentials::from_pem(&read("ca.pem")?, &read("cert.pem")?, &read("key.pem")?)
    }

    /// Writes `ca.pem`, `cert.pem` and `key.pem` (mode 0600) into a folder.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub fn save(&self, folder: &Path) -> Result<(), ClusterError> {
        let failed = |source| ClusterError::File { what: "write a service's credentials", source };
        fs_err::create_dir_all(folder).map_err(failed)?;
        write_private(&folder.join("key.pem"), self.key_pem.as_bytes())?;
        write_public(&folder.join("ca.pem"), self.ca_pem.as_bytes())?;
        write_public(&folder.join("cert.pem"), self.certificate_pem.as_bytes())
    }

    /// The service's key.
    #[must_use]
    pub fn key(&self) -> PrivateKeyDer<'static> {
        PrivateKeyDer::from_pem_slice(self.key_pem.as_bytes())
            .expect("checked when the credentials were read")
    }
}

/// Writes a file that only its owner may read; it is there whole or not at all, whenever the power goes.
pub(crate) fn write_private(path: &Path, content: &[u8]) -> Result<(), ClusterError> {
    write_whole(path, content, 0o600)
}

/// Writes a file that everyone may read; whole or not at all.
pub(crate) fn write_public(path: &Path, content: &[u8]) -> Result<(), ClusterError> {
    write_whole(path, content, 0o644)
}

fn write_whole(path: &Path, content: &[u8], mode: u32) -> Result<(), ClusterError> {
    let failed = |source| ClusterError::File { what: "write a file", source };
    let mut scratch = path.as_os_str().to_owned();
    scratch.push(".new");
    // A scratch file of a former try may have wider rights.
    let _ = fs_err::remove_file(&scratch);
    let mut options = fs_err::OpenOptions::new();
    options.write(true).create_new(true);
    options.options_mut().mode(mode);
    let mut file = options.open(&scratch).map_err(failed)?;
    file.write_all(content).map_err(failed)?;
    file.sync_all().map_err(failed)?;
    fs_err::rename(&scratch, path).map_err(failed)?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs_err::File::open(folder).and_then(|folder| folder.sync_all()).map_err(failed)
}
