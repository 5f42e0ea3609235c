//! The terminal in raw mode, put back when dropped.

use std::io;
use std::os::fd::AsFd as _;

use rustix::termios::{OptionalActions, Termios, tcgetattr, tcgetwinsize, tcsetattr};

/// Keeps the terminal raw.
#[derive(Debug)]
pub(crate) struct RawTerminal {
    former: Termios,
}

impl RawTerminal {
    /// Makes standard input raw; `None` when it is no terminal.
    pub(crate) fn enter() -> io::Result<Option<RawTerminal>> {
        let stdin = io::stdin();
        if !rustix::termios::isatty(stdin.as_fd()) {
            return Ok(None);
        }
        let former = tcgetattr(stdin.as_fd())?;
        let mut raw = former.clone();
        raw.make_raw();
        tcsetattr(stdin.as_fd(), OptionalActions::Now, &raw)?;
        Ok(Some(RawTerminal { former }))
    }
}

impl Drop for RawTerminal {
    fn drop(&mut self) {
        // Nothing better can be done when the terminal is gone.
        let _ = tcsetattr(io::stdin().as_fd(), OptionalActions::Now, &self.former);
    }
}

/// Columns and rows of the terminal; 80 × 24 without one.
pub(crate) fn terminal_size() -> (i32, i32) {
    tcgetwinsize(io::stdout().as_fd())
        .map_or((80, 24), |size| (i32::from(size.ws_col), i32::from(size.ws_row)))
}
