//! Where a Hub listens and which token to show, as the daemon leaves it in its data folder.

use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

/// The file in the data folder.
const FILE: &str = "control.json";

/// The file that holds the first token; mode 0600.
pub(crate) const TOKEN_FILE: &str = "admin.token";

/// Where a Hub listens.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Endpoint {
    /// `http://HOST:PORT` or `https://HOST:PORT`.
    pub url: String,
    /// The cluster's CA certificate for `https`.
    pub ca_file: Option<PathBuf>,
}

/// No Hub can be found.
#[derive(Debug, thiserror::Error)]
pub enum EndpointError {
    /// No daemon was started with this data folder.
    #[error(
        "no Hub was started with the data folder {folder}; start one with `autovibe up`, or name one with --hub"
    )]
    Missing {
        /// The folder.
        folder: PathBuf,
    },
    /// A file of the data folder cannot be read.
    #[error("read {path}")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
}

impl Endpoint {
    /// Writes the endpoint for clients on this machine.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn save(&self, folder: &Path) -> io::Result<()> {
        let text = serde_json::to_vec_pretty(self)?;
        let scratch = folder.join("control.json.new");
        fs_err::write(&scratch, text)?;
        fs_err::rename(scratch, folder.join(FILE))
    }

    /// Reads what a daemon left in its data folder.
    ///
    /// # Errors
    /// [`EndpointError::Missing`] when no daemon did.
    pub fn load(folder: &Path) -> Result<Endpoint, EndpointError> {
        let path = folder.join(FILE);
        match fs_err::read(&path) {
            Ok(text) => serde_json::from_slice(&text)
                .map_err(|error| EndpointError::Unreadable { path, source: error.into() }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                Err(EndpointError::Missing { folder: folder.to_path_buf() })
            }
            Err(source) => Err(EndpointError::Unreadable { path, source }),
        }
    }

    /// Reads the first token from a data folder.
    ///
    /// # Errors
    /// When it is missing or this user may not read it.
    pub fn load_token(folder: &Path) -> Result<String, EndpointError> {
        let path = folder.join(TOKEN_FILE);
        match fs_err::read_to_string(&path) {
            Ok(text) => Ok(text.trim().to_owned()),
            Err(source) => Err(EndpointError::Unreadable { path, source }),
        }
    }
}
