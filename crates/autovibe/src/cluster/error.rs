//! What can go wrong with certificates and keys.

use std::path::PathBuf;

/// A cluster file cannot be made or used.
#[derive(Debug, thiserror::Error)]
pub enum ClusterError {
    /// A file cannot be read or written.
    #[error("{what}")]
    File {
        /// What was tried.
        what: &'static str,
        /// Why, with the path.
        #[source]
        source: std::io::Error,
    },
    /// A certificate cannot be made or read.
    #[error("{what}: {text}")]
    Certificate {
        /// What was tried.
        what: &'static str,
        /// Why.
        text: String,
    },
    /// A folder holds a cluster already.
    #[error("{0} holds a certificate authority already; choose another folder or remove it first")]
    Exists(PathBuf),
}
