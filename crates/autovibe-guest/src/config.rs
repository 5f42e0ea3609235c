//! Where the guest finds and keeps things: the Machine's own places, or below a folder in tests.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use crate::environment::LaunchEnvironment;
use crate::error::GuestError;

/// How to reach the Hub when it is not by the seed's address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum DialAddress {
    /// A Unix socket.
    Unix(PathBuf),
    /// Host and port.
    Tcp(String),
}

/// The guest's settings, read once at the start.
///
/// | flag | variable | default |
/// |---|---|---|
/// | `--root` | `AUTOVIBE_GUEST_ROOT` | `/`; any other folder leaves clock, host name and cgroups of the system alone |
/// | `--seed` | `AUTOVIBE_GUEST_SEED` | the block device with the serial `autovibe-seed` |
/// | `--connect` | `AUTOVIBE_GUEST_CONNECT` | the seed's address; `unix:PATH` or `HOST:PORT` |
/// | `--forward` | `AUTOVIBE_GUEST_FORWARD` | `127.0.0.1:8484` |
/// | `--egress` | `AUTOVIBE_GUEST_EGRESS` | `127.0.0.1:3128` |
/// | `--path` | `AUTOVIBE_GUEST_PATH` | `PATH` of the coding agent |
#[derive(Debug, Clone)]
pub(crate) struct GuestConfig {
    root: PathBuf,
    /// A file instead of the seed device.
    pub(crate) seed_file: Option<PathBuf>,
    /// Another way to the Hub.
    pub(crate) dial: Option<DialAddress>,
    /// Where the model endpoint listens.
    pub(crate) forward_address: SocketAddr,
    /// Where the proxy listens.
    pub(crate) egress_address: SocketAddr,
    /// `PATH` of the coding agent and of executed programs.
    pub(crate) program_path: String,
    /// What programs are started with beside their own; shared by all clones.
    pub(crate) environment: LaunchEnvironment,
}

impl GuestConfig {
    /// Reads flags, then environment, then defaults.
    ///
    /// # Errors
    /// [`GuestError::Config`] for an unknown flag or a value that cannot be read.
    pub(crate) fn read(arguments: &[String]) -> Result<GuestConfig, GuestError> {
        let mut flags = Flags::read(arguments)?;
        let dial = flags.take("connect").map(|text| match text.strip_prefix("unix:") {
            Some(path) => DialAddress::Unix(PathBuf::from(path)),
            None => DialAddress::Tcp(text),
        });
        let forward = flags.take("forward").unwrap_or_else(|| "127.0.0.1:8484".to_owned());
        let egress = flags.take("egress").unwrap_or_else(|| "127.0.0.1:3128".to_owned());
        Ok(GuestConfig {
            root: PathBuf::from(flags.take("root").unwrap_or_else(|| "/".to_owned())),
            seed_file: flags.take("seed").map(PathBuf::from),
            dial,
            forward_address: forward
                .parse()
                .map_err(|_| GuestError::Config(format!("{forward:?} is no address")))?,
            egress_address: egress
                .parse()
                .map_err(|_| GuestError::Config(format!("{egress:?} is no address")))?,
            program_path: flags.take("path").unwrap_or_else(|| {
                "/home/agent/.local/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
                    .to_owned()
            }),
            environment: LaunchEnvironment::default(),
        })
    }

    /// True inside a Machine, where clock, host name, cgroups and users may be changed.
    pub(crate) fn owns_system(&self) -> bool {
        self.root == Path::new("/")
    }

    /// A place below the root.
    pub(crate) fn place(&self, path: &str) -> PathBuf {
        self.root.join(path.trim_start_matches('/'))
    }

    /// State that lives as long as the memory of the Machine.
    pub(crate) fn state_folder(&self) -> PathBuf {
        self.place("/run/autovibe")
    }

    /// Socket for the programs inside the Machine.
    pub(crate) fn socket_path(&self) -> PathBuf {
        self.state_folder().join("guest.sock")
    }

    /// Events that the Hub does not have yet.
    pub(crate) fn spool_folder(&self) -> PathBuf {
        self.place("/var/lib/autovibe/spool")
    }

    /// Bundles on their way in or out; they are gone soon.
    pub(crate) fn bundle_folder(&self) -> PathBuf {
        self.place("/var/lib/autovibe/bundles")
    }

    /// Home of the coding agent's user.
    pub(crate) fn home(&self) -> PathBuf {
        self.place("/home/agent")
    }

    /// Where the coding agent works.
    pub(crate) fn workspace(&self) -> PathBuf {
        self.home().join("workspace")
    }
}

struct Flags(Vec<(String, String)>);

impl Flags {
    const NAMES: [&'static str; 6] = ["root", "seed", "connect", "forward", "egress", "path"];

    fn read(arguments: &[String]) -> Result<Flags, GuestError> {
        let mut values = Vec::new();
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            let name = argument.strip_prefix("--").filter(|name| Self::NAMES.contains(name));
            let Some(name) = name else {
                return Err(GuestError::Config(format!("unknown argument {argument:?}")));
            };
            let value = rest.next().ok_or_else(|| GuestError::Config(format!("--{name} needs a value")))?;
            values.push((name.to_owned(), value.clone()));
        }
        Ok(Flags(values))
    }

    fn take(&mut self, name: &str) -> Option<String> {
        match self.0.iter().position(|(known, _)| known == name) {
            Some(index) => Some(self.0.remove(index).1),
            None => std::env::var(format!("AUTOVIBE_GUEST_{}", name.to_uppercase())).ok(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_move_every_place() {
        let arguments = ["--root", "/x", "--connect", "unix:/y"].map(str::to_owned);
        let config = GuestConfig::read(&arguments).unwrap();
        assert!(!config.owns_system());
        assert_eq!(config.socket_path(), Path::new("/x/run/autovibe/guest.sock"));
        assert_eq!(config.dial, Some(DialAddress::Unix("/y".into())));
        assert!(GuestConfig::read(&["--rot".to_owned()]).is_err());
        assert!(GuestConfig::read(&["--root".to_owned()]).is_err());
    }
}
