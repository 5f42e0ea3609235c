//! Keeps a Machine's console log from growing without end.

use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::path::Path;

use super::error::QemuError;

/// A boot writes some 50 KiB; this holds a long life without being a burden on the disk.
const LOG_BYTES_MAX: u64 = 8 << 20;

const KEPT_BYTES: u64 = 1 << 20;

/// Cuts a log that has grown too long; its end is kept beside it, in a file named `console.log.1`.
///
/// QEMU appends, so it goes on at the new end.
pub(super) fn trim(log: &Path) -> Result<(), QemuError> {
    let what = "trim console log";
    let length = fs_err::metadata(log).map_or(0, |metadata| metadata.len());
    if length <= LOG_BYTES_MAX {
        return Ok(());
    }
    let mut file =
        fs_err::OpenOptions::new().read(true).write(true).open(log).map_err(QemuError::file(what))?;
    let mut kept = Vec::new();
    file.seek(SeekFrom::Start(length - KEPT_BYTES))
        .and_then(|_| (&mut file).take(2 * KEPT_BYTES).read_to_end(&mut kept))
        .and_then(|_| fs_err::File::create(log.with_extension("log.1"))?.write_all(&kept))
        .and_then(|()| file.set_len(0))
        .map_err(QemuError::file(what))
}

/// Reads the last line with text, for people.
pub(super) fn last_line(log: &Path) -> Option<String> {
    let mut file = fs_err::File::open(log).ok()?;
    let length = file.metadata().ok()?.len();
    file.seek(SeekFrom::Start(length.saturating_sub(4096))).ok()?;
    let mut tail = Vec::new();
    file.take(4096).read_to_end(&mut tail).ok()?;
    let tail = String::from_utf8_lossy(&tail);
    let line = tail.lines().map(str::trim).rfind(|line| !line.is_empty())?;
    Some(line.chars().filter(|letter| !letter.is_control()).take(200).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_log_is_cut_and_its_end_kept() {
        let folder = tempfile::tempdir().unwrap();
        let log = folder.path().join("console.log");
        std::fs::write(&log, vec![b'x'; 9 << 20]).unwrap();
        let mut writer = std::fs::OpenOptions::new().append(true).open(&log).unwrap();
        writer.write_all(b"\nlast words\r\n\n").unwrap();
        assert_eq!(last_line(&log).unwrap(), "last words");
        trim(&log).unwrap();
        assert_eq!(std::fs::metadata(&log).unwrap().len(), 0);
        writer.write_all(b"more").unwrap();
        assert_eq!(std::fs::read(&log).unwrap(), b"more");
        let kept = std::fs::read(folder.path().join("console.log.1")).unwrap();
        assert!(kept.len() == 1 << 20 && kept.ends_with(b"last words\r\n\n"));
    }

    #[test]
    fn a_short_log_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let log = folder.path().join("console.log");
        std::fs::write(&log, b"short").unwrap();
        trim(&log).unwrap();
        assert_eq!(std::fs::read(&log).unwrap(), b"short");
        assert_eq!(last_line(&folder.path().join("none")), None);
    }
}
