//! What can go wrong between us and a monitor.

use std::io;

/// A monitor operation failed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum QmpError {
    /// The socket cannot be reached or broke.
    #[error("monitor socket: {0}")]
    Socket(#[from] io::Error),
    /// QEMU closed the socket.
    #[error("QEMU closed the monitor")]
    Closed,
    /// A line is no object of the protocol; later lines can still be read.
    #[error("malformed line from QEMU")]
    Malformed,
    /// A line is longer than any that QEMU has a reason to send.
    #[error("line from QEMU is longer than {limit} bytes")]
    TooLong {
        /// The limit.
        limit: usize,
    },
    /// No answer came in time.
    #[error("QEMU did not answer {command} in time")]
    TimedOut {
        /// The command.
        command: String,
    },
    /// QEMU refused the command.
    #[error("{command}: {text}")]
    Refused {
        /// The command.
        command: String,
        /// QEMU's words.
        text: String,
    },
}
