//! A pseudo-terminal for one program.

use std::os::fd::OwnedFd;
use std::process::Stdio;

use rustix::fs::{Mode, OFlags};
use rustix::process::Pid;
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcgetpgrp, tcsetwinsize};
use tokio::net::unix::pipe;

use crate::error::GuestError;

/// Our side of a terminal.
#[derive(Debug)]
pub(super) struct Terminal {
    ours: OwnedFd,
    theirs: Option<OwnedFd>,
}

impl Terminal {
    /// Makes a terminal that belongs to a user.
    ///
    /// # Errors
    /// [`GuestError::File`] when the system gives none.
    pub(super) fn open(ids: Option<(u32, u32)>) -> Result<Terminal, GuestError> {
        let open = || -> Result<Terminal, rustix::io::Errno> {
            let ours = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY | OpenptFlags::CLOEXEC)?;
            grantpt(&ours)?;
            unlockpt(&ours)?;
            let name = ptsname(&ours, Vec::new())?;
            let flags = OFlags::RDWR | OFlags::NOCTTY | OFlags::CLOEXEC;
            let theirs = rustix::fs::open(name.as_c_str(), flags, Mode::empty())?;
            if let Some((uid, _)) = ids {
                // Programs such as ssh open their terminal again by name.
                rustix::fs::fchown(&theirs, Some(rustix::fs::Uid::from_raw(uid)), None)?;
            }
            let flags = rustix::fs::fcntl_getfl(&ours)?;
            rustix::fs::fcntl_setfl(&ours, flags | OFlags::NONBLOCK)?;
            Ok(Terminal { ours, theirs: Some(theirs) })
        };
        open().map_err(std::io::Error::from).map_err(GuestError::file("open a terminal"))
    }

    /// Sets the size in characters; a size of nothing is left alone.
    pub(super) fn resize(&self, columns: i32, rows: i32) {
        let (Ok(columns), Ok(rows)) = (u16::try_from(columns), u16::try_from(rows)) else { return };
        if columns > 0 && rows > 0 {
            // A terminal whose program is gone has no size to set.
            let _ = tcsetwinsize(
                &self.ours,
                Winsize { ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0 },
            );
        }
    }

    /// The process group in the foreground.
    pub(super) fn foreground(&self) -> Option<Pid> {
        tcgetpgrp(&self.ours).ok()
    }

    /// The program's three streams, once; after the program's start nobody else holds its side.
    ///
    /// # Errors
    /// [`GuestError::File`] when descriptors run out.
    pub(super) fn take_streams(&mut self) -> Result<[Stdio; 3], GuestError> {
        let doing = || GuestError::file("open a terminal");
        let theirs = self.theirs.take().ok_or(std::io::ErrorKind::NotFound.into()).map_err(doing())?;
        let copy = || theirs.try_clone().map(Stdio::from).map_err(doing());
        Ok([copy()?, copy()?, Stdio::from(theirs)])
    }

    /// Reader of the program's output and writer of its input.
    ///
    /// # Errors
    /// [`GuestError::File`] when descriptors run out.
    pub(super) fn ends(&self) -> Result<(pipe::Receiver, pipe::Sender), GuestError> {
        let doing = || GuestError::file("open a terminal");
        let copy = || self.ours.try_clone().map_err(doing());
        // The types are made for pipes, but any descriptor that can be polled will do.
        let reader = pipe::Receiver::from_owned_fd_unchecked(copy()?).map_err(doing())?;
        let writer = pipe::Sender::from_owned_fd_unchecked(copy()?).map_err(doing())?;
        Ok((reader, writer))
    }
}
