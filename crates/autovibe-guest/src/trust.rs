//! Makes programs of the Machine trust the authority of connections that the Hub opens up to fill in Secrets.

use std::io::{Read as _, Write as _};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use crate::config::GuestConfig;
use crate::error::GuestError;

/// Where Debian looks for authorities that were added to its own. Source: update-ca-certificates(8).
const CERTIFICATE: &str = "/usr/local/share/ca-certificates/autovibe-egress.crt";
/// All authorities in one file.
const BUNDLE: &str = "/etc/ssl/certs/ca-certificates.crt";
/// Makes the bundle anew, and the folder of links beside it.
const UPDATE: &str = "/usr/sbin/update-ca-certificates";
/// It takes a second, and half a minute under software emulation.
const UPDATE_LIMIT: Duration = Duration::from_secs(180);
const CERTIFICATE_LENGTH_MAX: usize = 16 * 1024;
const BUNDLE_LENGTH_MAX: u64 = 8 * 1024 * 1024;
/// Programs that do not look into the system's bundle by themselves, or only when told to.
const BUNDLE_VARIABLES: [&str; 6] = [
    "CARGO_HTTP_CAINFO",
    "CURL_CA_BUNDLE",
    "GIT_SSL_CAINFO",
    "PIP_CERT",
    "REQUESTS_CA_BUNDLE",
    "SSL_CERT_FILE",
];

/// Installs the authority, unless it is there, and tells programs that are started from now on.
///
/// A Machine that cannot be written to goes on without: only connections that would be opened up fail then.
pub(crate) fn trust_egress(config: &GuestConfig, certificate: &str) {
    if certificate.is_empty() {
        config.environment.set_trust(Vec::new());
        return;
    }
    match install(config, certificate) {
        Ok(is_new) => {
            let path = |path: &str| config.place(path).to_string_lossy().into_owned();
            let mut variables = vec![("NODE_EXTRA_CA_CERTS".to_owned(), path(CERTIFICATE))];
            variables.extend(BUNDLE_VARIABLES.map(|name| (name.to_owned(), path(BUNDLE))));
            config.environment.set_trust(variables);
            if is_new && config.owns_system() && Path::new(UPDATE).exists() {
                // The bundle is right already; the greeting does not wait for the links.
                tokio::spawn(update());
            }
        }
        Err(error) => tracing::warn!(error = error.chain(), "the hub's authority is not trusted"),
    }
}

/// True when the certificate was not there.
fn install(config: &GuestConfig, certificate: &str) -> Result<bool, GuestError> {
    let text = certificate.trim();
    let is_certificate = text.len() <= CERTIFICATE_LENGTH_MAX
        && text.starts_with("-----BEGIN CERTIFICATE-----")
        && text.ends_with("-----END CERTIFICATE-----");
    if !is_certificate {
        return Err(GuestError::Config("the hub's authority is no certificate".to_owned()));
    }
    let path = config.place(CERTIFICATE);
    let content = format!("{text}\n");
    // Written last below: where it is, the bundle has it, and a fork need not search it again.
    let bundle = config.place(BUNDLE);
    if bundle.exists() && fs_err::read(&path).ok().as_deref() == Some(content.as_bytes()) {
        return Ok(false);
    }
    let mut known = Vec::new();
    if let Ok(file) = fs_err::File::open(&bundle) {
        file.take(BUNDLE_LENGTH_MAX + 1)
            .read_to_end(&mut known)
            .map_err(GuestError::file("read the system's authorities"))?;
    }
    if known.len() as u64 > BUNDLE_LENGTH_MAX {
        return Err(GuestError::Config("the system's authorities are too many to be added to".to_owned()));
    }
    if !known.windows(text.len()).any(|window| window == text.as_bytes()) {
        if !known.is_empty() && !known.ends_with(b"\n") {
            known.push(b'\n');
        }
        known.extend_from_slice(content.as_bytes());
        write_whole(&bundle, &known).map_err(GuestError::file("add to the system's authorities"))?;
    }
    write_whole(&path, content.as_bytes()).map_err(GuestError::file("install the hub's authority"))?;
    Ok(true)
}

/// Replaces a file whole, so that no program reads half of it.
fn write_whole(path: &Path, content: &[u8]) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        fs_err::create_dir_all(folder)?;
    }
    let mut name = path.as_os_str().to_owned();
    name.push(".autovibe");
    let fresh = Path::new(&name);
    // What an earlier try left, or a link that somebody put there.
    let _ = fs_err::remove_file(fresh);
    let mut file = fs_err::OpenOptions::new().write(true).create_new(true).open(fresh)?;
    file.write_all(content)?;
    // Whatever the mask was: every user reads it.
    fs_err::set_permissions(fresh, std::fs::Permissions::from_mode(0o644))?;
    fs_err::rename(fresh, path)
}

async fn update() {
    let mut command = tokio::process::Command::new(UPDATE);
    command
        .env_clear()
        .env("PATH", "/usr/sbin:/usr/bin:/sbin:/bin")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .kill_on_drop(true);
    match tokio::time::timeout(UPDATE_LIMIT, command.status()).await {
        Ok(Ok(status)) if status.success() => {}
        Ok(Ok(status)) => tracing::warn!(%status, "update-ca-certificates"),
        Ok(Err(error)) => tracing::warn!(%error, "update-ca-certificates"),
        Err(_) => tracing::warn!("update-ca-certificates did not end in time"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PEM: &str = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";

    fn config(root: &Path) -> GuestConfig {
        GuestConfig::read(&["--root".to_owned(), root.display().to_string()]).unwrap()
    }

    #[test]
    fn the_authority_is_added_to_the_others_once() {
        let folder = tempfile::tempdir().unwrap();
        let config = config(folder.path());
        let bundle = config.place(BUNDLE);
        fs_err::create_dir_all(bundle.parent().unwrap()).unwrap();
        fs_err::write(&bundle, "other").unwrap();
        assert!(install(&config, PEM).unwrap());
        assert!(!install(&config, PEM).unwrap());
        assert_eq!(fs_err::read_to_string(&bundle).unwrap(), format!("other\n{PEM}"));
        assert_eq!(fs_err::read_to_string(config.place(CERTIFICATE)).unwrap(), PEM);
        let mode = fs_err::metadata(&bundle).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o644);
        // Somebody removed the bundle; whoever makes it anew finds the certificate among the added ones.
        fs_err::remove_file(&bundle).unwrap();
        assert!(install(&config, PEM).unwrap());
        assert_eq!(fs_err::read_to_string(&bundle).unwrap(), PEM);
        let names: Vec<_> = fs_err::read_dir(bundle.parent().unwrap()).unwrap().collect();
        assert_eq!(names.len(), 1, "nothing is left beside it");
    }

    #[test]
    fn what_is_no_certificate_changes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let config = config(folder.path());
        for text in ["x", "-----BEGIN CERTIFICATE-----", &format!("{PEM}{}", " x".repeat(10))] {
            trust_egress(&config, text);
        }
        assert!(config.environment.variables().is_empty());
        assert!(!config.place(CERTIFICATE).exists() && !config.place(BUNDLE).exists());
    }
}
