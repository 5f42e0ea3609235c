//! The Unix socket at which a Machine's guest arrives.

use std::io;
use std::os::fd::AsRawFd as _;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use rustix::fs::{Mode, OFlags};
use tokio::net::UnixListener;

use crate::folder::make_private;

// Source: unix(7): sun_path holds 108 bytes with the final zero.
const PATH_BYTES_MAX: usize = 107;

/// Which file a socket is, so that a removed or replaced one is noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct SocketFile {
    device: u64,
    inode: u64,
}

impl SocketFile {
    pub(super) fn at(path: &Path) -> Option<SocketFile> {
        let found = std::fs::symlink_metadata(path).ok()?;
        Some(SocketFile { device: found.dev(), inode: found.ino() })
    }
}

/// Listens at a path, over a socket that a former process left there.
pub(super) fn bind(path: &Path) -> io::Result<UnixListener> {
    let folder = path.parent().ok_or_else(|| io::Error::other("the guest socket has no folder"))?;
    let name = path.file_name().ok_or_else(|| io::Error::other("the guest socket has no name"))?;
    make_private(folder)?;
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let listener = if path.as_os_str().len() <= PATH_BYTES_MAX {
        UnixListener::bind(path)?
    } else {
        // The folder's descriptor gives the same place a short name.
        let flags = OFlags::PATH | OFlags::DIRECTORY | OFlags::CLOEXEC;
        let opened = rustix::fs::open(folder, flags, Mode::empty())?;
        let short: PathBuf = ["/proc/self/fd", &opened.as_raw_fd().to_string()].iter().collect();
        UnixListener::bind(short.join(name))?
    };
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600))?;
    Ok(listener)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_path_longer_than_a_socket_address_works() {
        let folder = tempfile::tempdir().unwrap();
        let long = folder.path().join("a".repeat(100)).join("b".repeat(100));
        let path = long.join("guest.sock");
        for _ in 0..2 {
            let listener = bind(&path).unwrap();
            assert!(SocketFile::at(&path).is_some());
            assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
            assert_eq!(std::fs::metadata(&long).unwrap().permissions().mode() & 0o777, 0o700);
            let opened = std::fs::File::open(&long).unwrap();
            let short = format!("/proc/self/fd/{}/guest.sock", opened.as_raw_fd());
            let (guest, accepted) = futures::join!(tokio::net::UnixStream::connect(short), listener.accept());
            assert!(guest.is_ok() && accepted.is_ok());
        }
    }
}
