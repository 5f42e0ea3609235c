//! The key that seals the values of Secrets: a file of the cluster, or what an operator's command prints.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use async_trait::async_trait;
use autovibe_hub::secret::{SecretsKeyError, SecretsKeySource};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use tokio::io::AsyncReadExt as _;
use zeroize::Zeroizing;

use super::credentials::write_private;
use super::error::ClusterError;

const NAME: &str = "secrets.key";
/// A key in base64 has 44 characters; a command that prints more prints something else.
const OUTPUT_LENGTH_MAX: u64 = 1024;
/// Commands ask key services over networks.
const COMMAND_TIME_MAX: Duration = Duration::from_secs(20);

/// A key.
type Key = Zeroizing<[u8; 32]>;

/// The key in a file of mode 0600.
#[derive(Debug, Clone)]
pub struct SecretsKeyFile {
    path: PathBuf,
    is_made: bool,
}

impl SecretsKeyFile {
    /// The key in a folder, made when it is first needed.
    #[must_use]
    pub fn made_in(folder: &Path) -> SecretsKeyFile {
        SecretsKeyFile { path: folder.join(NAME), is_made: true }
    }

    /// The key in a folder, which must be there.
    #[must_use]
    pub fn kept_in(folder: &Path) -> SecretsKeyFile {
        SecretsKeyFile { path: folder.join(NAME), is_made: false }
    }

    fn read(&self) -> Result<Key, SecretsKeyError> {
        if self.is_made {
            make(&self.path).map_err(|error| trouble(&error))?;
        }
        let text = fs_err::read_to_string(&self.path).map(Zeroizing::new).map_err(|error| trouble(&error))?;
        decode(text.as_bytes()).ok_or_else(|| {
            SecretsKeyError(format!("{} does not hold 32 bytes in base64", self.path.display()))
        })
    }
}

#[async_trait]
impl SecretsKeySource for SecretsKeyFile {
    async fn read_key(&self) -> Result<Key, SecretsKeyError> {
        let this = self.clone();
        tokio::task::spawn_blocking(move || this.read()).await.map_err(|error| trouble(&error))?
    }
}

/// The key that a shell command prints in base64.
#[derive(Debug, Clone)]
pub struct SecretsKeyCommand(pub String);

#[async_trait]
impl SecretsKeySource for SecretsKeyCommand {
    async fn read_key(&self) -> Result<Key, SecretsKeyError> {
        let running = run(&self.0);
        tokio::time::timeout(COMMAND_TIME_MAX, running).await.unwrap_or_else(|_| {
            let limit = COMMAND_TIME_MAX.as_secs();
            Err(SecretsKeyError(format!("the command for the key did not end within {limit} seconds")))
        })
    }
}

async fn run(command: &str) -> Result<Key, SecretsKeyError> {
    // Nothing that it prints is passed on: it may be the key.
    let mut child = tokio::process::Command::new("/bin/sh")
        .args(["-c", command])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .map_err(|error| trouble(&error))?;
    let mut output = Zeroizing::new(Vec::new());
    if let Some(stdout) = child.stdout.take() {
        let mut limited = stdout.take(OUTPUT_LENGTH_MAX);
        limited.read_to_end(&mut output).await.map_err(|error| trouble(&error))?;
    }
    let status = child.wait().await.map_err(|error| trouble(&error))?;
    if !status.success() {
        return Err(SecretsKeyError(format!("the command for the key ended with {status}")));
    }
    decode(&output).ok_or_else(|| {
        SecretsKeyError("the command for the key does not print 32 bytes in base64".to_owned())
    })
}

/// Copies the key of a cluster to one of its Hubs.
///
/// # Errors
/// When it cannot be read or written.
pub fn share_secrets_key(from: &Path, to: &Path) -> Result<(), ClusterError> {
    make(&from.join(NAME))?;
    let text = fs_err::read(from.join(NAME)).map(Zeroizing::new);
    let text = text.map_err(|source| ClusterError::File { what: "read the key of the secrets", source })?;
    write_private(&to.join(NAME), &text)
}

/// Makes the key unless it is there.
fn make(path: &Path) -> Result<(), ClusterError> {
    if path.exists() {
        return Ok(());
    }
    let mut key = Key::default();
    getrandom::fill(key.as_mut_slice()).map_err(|error| ClusterError::Certificate {
        what: "draw the key of the secrets",
        text: error.to_string(),
    })?;
    write_private(path, Zeroizing::new(format!("{}\n", STANDARD.encode(key.as_slice()))).as_bytes())
}

fn decode(text: &[u8]) -> Option<Key> {
    let bytes = STANDARD.decode(text.trim_ascii()).map(Zeroizing::new).ok()?;
    let mut key = Key::default();
    (bytes.len() == key.len()).then(|| key.copy_from_slice(&bytes))?;
    Some(key)
}

fn trouble(error: &dyn std::error::Error) -> SecretsKeyError {
    let cause = error.source().map(|cause| format!(": {cause}")).unwrap_or_default();
    SecretsKeyError(format!("{error}{cause}"))
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    const PRINTED: &str = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    #[tokio::test]
    async fn a_key_is_made_once_for_its_owner_alone_and_shared() {
        let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        assert!(SecretsKeyFile::kept_in(one.path()).read_key().await.is_err());
        let key = SecretsKeyFile::made_in(one.path()).read_key().await.unwrap();
        assert_eq!(SecretsKeyFile::made_in(one.path()).read_key().await.unwrap(), key);
        let mode = fs_err::metadata(one.path().join(NAME)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        share_secrets_key(one.path(), other.path()).unwrap();
        assert_eq!(SecretsKeyFile::kept_in(other.path()).read_key().await.unwrap(), key);
        fs_err::write(one.path().join(NAME), "MDEyMzQ1").unwrap();
        let error = SecretsKeyFile::made_in(one.path()).read_key().await.unwrap_err();
        assert!(error.0.contains("32 bytes") && !error.0.contains("MDEyMzQ1"), "{error}");
    }

    #[tokio::test]
    async fn a_command_prints_the_key() {
        let key = SecretsKeyCommand(format!("printf '%s\\n' {PRINTED}")).read_key().await.unwrap();
        assert_eq!(key.as_slice(), b"01234567890123456789012345678901");
        for command in [
            "exit 3",
            "echo MDEy",
            "echo nonsense!",
            "true",
            "no-such-command",
            "yes",
            &format!("echo {PRINTED} && false"),
        ] {
            let error = SecretsKeyCommand(command.to_owned()).read_key().await.unwrap_err();
            assert!(error.0.starts_with("the command for the key"), "{command}: {error}");
            assert!(!error.0.contains("MDEy"), "{error}");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_command_that_hangs_is_given_up() {
        let error = SecretsKeyCommand("exec sleep 1000".to_owned()).read_key().await.unwrap_err();
        assert!(error.0.contains("20 seconds"), "{error}");
    }
}
