//! The cluster's own certificate authority: made once, signs every service.

use std::path::{Path, PathBuf};

use autovibe_proto::{CallerIdentity, CallerRole};
use rcgen::{
    BasicConstraints, CertificateParams, DnType, ExtendedKeyUsagePurpose, IsCa, Issuer, KeyPair,
    KeyUsagePurpose, SanType,
};

use super::credentials::{Credentials, service_name, write_private, write_public};
use super::error::ClusterError;

const CERTIFICATE: &str = "ca.pem";
const KEY: &str = "ca.key";
const NAME: &str = "cluster";

/// How long certificates last. Rotation of the authority is an operator's step, so it lasts long.
const AUTHORITY_YEARS: i32 = 20;
const SERVICE_YEARS: i32 = 2;

/// Signs the certificates of a cluster.
#[derive(Debug)]
pub struct Authority {
    folder: PathBuf,
    cluster: String,
    certificate_pem: String,
    key_pem: String,
}

impl Authority {
    /// Makes the authority of a new cluster in `folder`.
    ///
    /// # Errors
    /// [`ClusterError::Exists`] when the folder holds one.
    pub fn init(folder: &Path, cluster: &str) -> Result<Authority, ClusterError> {
        // The certificate is written last: a key without one is left over from a try that did not end.
        if folder.join(CERTIFICATE).exists() {
            return Err(ClusterError::Exists(folder.to_path_buf()));
        }
        let key = KeyPair::generate().map_err(made)?;
        let mut params = CertificateParams::default();
        params.distinguished_name.push(DnType::CommonName, format!("autovibe {cluster} CA"));
        params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
        params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
        set_validity(&mut params, AUTHORITY_YEARS);
        let certificate = params.self_signed(&key).map_err(made)?;
        fs_err::create_dir_all(folder).map_err(file("make the cluster's folder"))?;
        write_private(&folder.join(KEY), key.serialize_pem().as_bytes())?;
        write_public(&folder.join(NAME), cluster.as_bytes())?;
        write_public(&folder.join(CERTIFICATE), certificate.pem().as_bytes())?;
        Authority::open(folder)
    }

    /// Opens the authority in `folder`.
    ///
    /// # Errors
    /// When a file is missing.
    pub fn open(folder: &Path) -> Result<Authority, ClusterError> {
        let read = |name: &str| fs_err::read_to_string(folder.join(name));
        Ok(Authority {
            folder: folder.to_path_buf(),
            cluster: read(NAME).map_err(file("read the cluster's name"))?.trim().to_owned(),
            certificate_pem: read(CERTIFICATE).map_err(file("read the CA certificate"))?,
            key_pem: read(KEY).map_err(file("read the CA key"))?,
        })
    }

    /// Opens the authority in `folder`, made now if there is none.
    ///
    /// # Errors
    /// When it can be neither opened nor made.
    pub fn open_or_init(folder: &Path, cluster: &str) -> Result<Authority, ClusterError> {
        if folder.join(CERTIFICATE).exists() {
            Authority::open(folder)
        } else {
            Authority::init(folder, cluster)
        }
    }

    /// The cluster's name.
    #[must_use]
    pub fn cluster(&self) -> &str {
        &self.cluster
    }

    /// The folder that holds the authority.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Makes a key and a certificate for a service.
    ///
    /// # Errors
    /// When the authority's key cannot be used.
    pub fn issue(&self, role: CallerRole, id: &str) -> Result<Credentials, ClusterError> {
        let identity = CallerIdentity { cluster: self.cluster.clone(), role, id: id.to_owned() };
        let authority_key = KeyPair::from_pem(&self.key_pem).map_err(made)?;
        let issuer = Issuer::from_ca_cert_pem(&self.certificate_pem, authority_key).map_err(made)?;
        let key = KeyPair::generate().map_err(made)?;
        let mut params = CertificateParams::new(vec![service_name(role).to_owned()]).map_err(made)?;
        params.subject_alt_names.push(SanType::DnsName("localhost".try_into().map_err(made)?));
        params.subject_alt_names.push(SanType::IpAddress(std::net::Ipv4Addr::LOCALHOST.into()));
        params.subject_alt_names.push(SanType::URI(identity.to_string().as_str().try_into().map_err(made)?));
        params.distinguished_name.push(DnType::CommonName, identity.to_string());
        params.use_authority_key_identifier_extension = true;
        params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
        params.extended_key_usages =
            vec![ExtendedKeyUsagePurpose::ServerAuth, ExtendedKeyUsagePurpose::ClientAuth];
        set_validity(&mut params, SERVICE_YEARS);
        let certificate = params.signed_by(&key, &issuer).map_err(made)?;
        Credentials::from_pem(&self.certificate_pem, &certificate.pem(), &key.serialize_pem())
    }
}

fn set_validity(params: &mut CertificateParams, years: i32) {
    let now = time::OffsetDateTime::now_utc();
    // A day of tolerance for hosts whose clock is behind.
    params.not_before = now - time::Duration::days(1);
    params.not_after = now + time::Duration::days(365 * i64::from(years));
}

fn made(error: rcgen::Error) -> ClusterError {
    ClusterError::Certificate { what: "make a certificate", text: error.to_string() }
}

fn file(what: &'static str) -> impl FnOnce(std::io::Error) -> ClusterError {
    move |source| ClusterError::File { what, source }
}
