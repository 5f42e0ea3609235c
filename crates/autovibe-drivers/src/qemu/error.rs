//! What can go wrong below the driver's verbs, and which driver error it becomes.

use std::io;

use autovibe_hypervisor::DriverError;

use super::qmp::QmpError;

/// A step of the QEMU driver failed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum QemuError {
    /// A file operation failed.
    #[error("{what}")]
    File {
        /// The operation.
        what: String,
        /// The cause; it names the path.
        #[source]
        source: io::Error,
    },
    /// A stored record cannot be read.
    #[error("{what} cannot be read: {text}")]
    Record {
        /// The record.
        what: String,
        /// What the parser said.
        text: String,
    },
    /// The QEMU process did not start.
    #[error("start QEMU: {text}")]
    Start {
        /// What QEMU printed.
        text: String,
    },
    /// The monitor failed.
    #[error("{what}")]
    Monitor {
        /// The operation.
        what: &'static str,
        /// The cause.
        #[source]
        source: QmpError,
    },
    /// Saving or loading memory failed inside QEMU.
    #[error("{what}: {text}")]
    Migration {
        /// The operation.
        what: &'static str,
        /// What QEMU said.
        text: String,
    },
    /// The process did not end in time.
    #[error("process {pid} did not end")]
    StillRunning {
        /// The process.
        pid: i32,
    },
}

impl QemuError {
    /// Says which operation on a file failed.
    pub(crate) fn file(what: impl Into<String>) -> impl FnOnce(io::Error) -> Self {
        let what = what.into();
        move |source| Self::File { what, source }
    }

    /// Says which monitor operation failed.
    pub(crate) fn monitor(what: &'static str) -> impl FnOnce(QmpError) -> Self {
        move |source| Self::Monitor { what, source }
    }
}

/// The text QEMU uses for a full disk, which reaches us inside its messages.
const NO_SPACE: &str = "No space left on device";

impl From<QemuError> for DriverError {
    fn from(error: QemuError) -> Self {
        match error {
            QemuError::File { what, source } => match source.kind() {
                io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                    DriverError::Capacity(format!("{what}: {source}"))
                }
                io::ErrorKind::PermissionDenied => DriverError::Denied(format!("{what}: {source}")),
                _ => DriverError::Backend { what, text: source.to_string() },
            },
            QemuError::Record { what, text } => DriverError::Damaged { what, why: text },
            QemuError::Start { text } => said("start QEMU", text),
            QemuError::Monitor { what, source } => said(what, source.to_string()),
            QemuError::Migration { what, text } => said(what, text),
            QemuError::StillRunning { pid } => DriverError::Backend {
                what: "stop QEMU".to_owned(),
                text: format!("process {pid} did not end"),
            },
        }
    }
}

fn said(what: &str, text: String) -> DriverError {
    if text.contains(NO_SPACE) || text.contains("Cannot allocate memory") {
        DriverError::Capacity(format!("{what}: {text}"))
    } else {
        DriverError::Backend { what: what.to_owned(), text }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_a_lack_of_capacity_wherever_it_shows() {
        let by_file = QemuError::file("write layer")(io::Error::from(io::ErrorKind::StorageFull));
        let by_qemu = QemuError::Migration { what: "save memory", text: format!("write: {NO_SPACE}") };
        for error in [by_file, by_qemu] {
            assert!(matches!(DriverError::from(error), DriverError::Capacity(_)));
        }
    }
}
