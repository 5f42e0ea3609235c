//! Joins standard input and output with a Unix socket.
//!
//! QEMU starts one such process for each connection that a guest opens to the Hub's address.
//! Threads, not tokio: it has to start fast and stay small.

use std::io::{self, Read, Write};
use std::net::Shutdown;
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::time::{Duration, Instant};

/// How long a node that restarts is waited for; the guest tries again by itself later.
const CONNECT_LIMIT: Duration = Duration::from_secs(2);

/// Copies both ways until either side ends.
///
/// # Errors
/// When the socket cannot be reached.
pub fn relay(socket: &Path) -> io::Result<()> {
    let stream = connect(socket)?;
    let mut up = stream.try_clone()?;
    std::thread::spawn(move || {
        let _ = copy(&mut io::stdin().lock(), &mut up);
        let _ = up.shutdown(Shutdown::Write);
    });
    let mut down = &stream;
    let ended = copy(&mut down, &mut io::stdout().lock());
    // The node ended the connection: the guest has to see it, whatever it still wants to send.
    let _ = stream.shutdown(Shutdown::Both);
    ended
}

fn connect(socket: &Path) -> io::Result<UnixStream> {
    let begin = Instant::now();
    loop {
        match UnixStream::connect(socket) {
            Ok(stream) => return Ok(stream),
            Err(error) if begin.elapsed() > CONNECT_LIMIT => return Err(error),
            Err(_) => std::thread::sleep(Duration::from_millis(20)),
        }
    }
}

fn copy(from: &mut impl Read, to: &mut impl Write) -> io::Result<()> {
    let mut buffer = [0; 64 * 1024];
    loop {
        match from.read(&mut buffer) {
            Ok(0) => return Ok(()),
            Ok(count) => {
                to.write_all(&buffer[..count])?;
                to.flush()?;
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}
