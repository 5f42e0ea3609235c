//! Reads and writes tar archives as far as a build needs it.
//!
//! Source: POSIX.1-2017 pax, "ustar Interchange Format" and "pax Extended Header".

use std::collections::HashMap;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

const BLOCK: u64 = 512;
/// Most bytes of an extended header; it holds a name and a few attributes.
const EXTENDED_BYTES_MAX: u64 = 1 << 20;

/// Table of contents of a tar file.
#[derive(Debug)]
pub(super) struct Contents {
    entries: HashMap<String, Entry>,
    /// Length without the closing zero blocks: where more entries can follow.
    pub(super) end: u64,
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    offset: u64,
    size: u64,
    is_file: bool,
}

impl Contents {
    /// Reads the headers of a tar file.
    pub(super) fn read(path: &Path) -> io::Result<Self> {
        let mut file = io::BufReader::new(fs_err::File::open(path)?);
        let mut entries = HashMap::new();
        let mut position = 0;
        let mut long_name = None;
        loop {
            let mut header = [0; BLOCK as usize];
            file.read_exact(&mut header)?;
            if header.iter().all(|byte| *byte == 0) {
                return Ok(Self { entries, end: position });
            }
            let size = parse_octal(&header[124..136])?;
            let data = position + BLOCK;
            position = data + size.div_ceil(BLOCK) * BLOCK;
            match header[156] {
                kind @ (b'x' | b'L') => {
                    let mut body = vec![0; usize::try_from(size.min(EXTENDED_BYTES_MAX)).unwrap_or(0)];
                    file.read_exact(&mut body)?;
                    let name = if kind == b'x' { pax_path(&body) } else { Some(text(&body)) };
                    long_name = name.or(long_name);
                }
                kind => {
                    let name = long_name.take().unwrap_or_else(|| header_name(&header));
                    let is_file = matches!(kind, b'0' | 0);
                    entries.insert(plain(&name), Entry { offset: data, size, is_file });
                }
            }
            file.seek(SeekFrom::Start(position))?;
        }
    }

    /// Says whether there is an entry of this name, written without a leading `/` or `./`.
    pub(super) fn has(&self, name: &str) -> bool {
        self.entries.contains_key(name)
    }

    /// Returns the names of all entries, in no order.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.keys().map(String::as_str)
    }

    /// Size of a regular file; `None` when there is none of this name.
    pub(super) fn size(&self, name: &str) -> Option<u64> {
        self.entries.get(name).filter(|entry| entry.is_file).map(|entry| entry.size)
    }

    /// Writes the content of a regular file into a new file.
    pub(super) fn extract(&self, path: &Path, name: &str, target: &Path) -> io::Result<()> {
        let entry = self.entries.get(name).filter(|entry| entry.is_file);
        let entry =
            entry.ok_or_else(|| io::Error::new(io::ErrorKind::NotFound, format!("no file {name}")))?;
        let mut file = fs_err::File::open(path)?;
        file.seek(SeekFrom::Start(entry.offset))?;
        let mut new = fs_err::OpenOptions::new().write(true).create_new(true).open(target)?;
        let copied = io::copy(&mut file.take(entry.size), &mut new)?;
        if copied == entry.size { Ok(()) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
    }

    /// Reads the content of a regular file.
    pub(super) fn file(&self, path: &Path, name: &str) -> io::Result<Vec<u8>> {
        let entry = self.entries.get(name).filter(|entry| entry.is_file).ok_or_else(|| {
            io::Error::new(io::ErrorKind::NotFound, format!("no file {name} in the base system"))
        })?;
        let mut file = fs_err::File::open(path)?;
        file.seek(SeekFrom::Start(entry.offset))?;
        let mut content = Vec::new();
        file.take(entry.size).read_to_end(&mut content)?;
        Ok(content)
    }
}

/// What one new entry of an archive is.
#[derive(Debug, Clone, Copy)]
pub(super) enum EntryKind<'a> {
    /// A regular file of this size, whose content follows.
    File { size: u64 },
    /// A symbolic link to this target.
    Link { target: &'a str },
    /// A directory.
    Directory,
}

/// Returns the header of an entry owned by root, with the time 0.
///
/// Name and link target have at most 99 bytes; the callers' are far shorter or checked before.
pub(super) fn header(name: &str, mode: u32, kind: EntryKind<'_>) -> [u8; 512] {
    let (size, kind, target) = match kind {
        EntryKind::File { size } => (size, b'0', ""),
        EntryKind::Link { target } => (0, b'2', target),
        EntryKind::Directory => (0, b'5', ""),
    };
    let mut header = [0; 512];
    put(&mut header, 0, &format!("./{name}"));
    put(&mut header, 100, &format!("{mode:07o}"));
    put(&mut header, 108, "0000000");
    put(&mut header, 116, "0000000");
    put(&mut header, 124, &format!("{size:011o}"));
    put(&mut header, 136, "00000000000");
    put(&mut header, 148, "        ");
    header[156] = kind;
    put(&mut header, 157, target);
    put(&mut header, 257, "ustar\0" /* magic */);
    put(&mut header, 263, "00");
    let sum: u32 = header.iter().map(|byte| u32::from(*byte)).sum();
    put(&mut header, 148, &format!("{sum:06o}\0 "));
    header
}

/// Returns how many zero bytes follow a content of this size.
pub(super) fn padding(size: u64) -> usize {
    usize::try_from((BLOCK - size % BLOCK) % BLOCK).unwrap_or(0)
}

/// The zero blocks that close an archive.
pub(super) const END: [u8; 1024] = [0; 1024];

/// Appends a whole small file to an archive in memory.
pub(super) fn append_file(archive: &mut Vec<u8>, name: &str, mode: u32, content: &[u8]) {
    let size = content.len() as u64;
    archive.extend_from_slice(&header(name, mode, EntryKind::File { size }));
    archive.extend_from_slice(content);
    archive.resize(archive.len() + padding(size), 0);
}

fn put(header: &mut [u8; 512], offset: usize, text: &str) {
    header[offset..offset + text.len()].copy_from_slice(text.as_bytes());
}

fn parse_octal(field: &[u8]) -> io::Result<u64> {
    let digits = text(field);
    u64::from_str_radix(digits.trim(), 8)
        .map_err(|_| io::Error::new(io::ErrorKind::InvalidData, format!("tar header: size {digits:?}")))
}

fn text(field: &[u8]) -> String {
    let end = field.iter().position(|byte| *byte == 0).unwrap_or(field.len());
    String::from_utf8_lossy(&field[..end]).into_owned()
}

fn header_name(header: &[u8; 512]) -> String {
    let name = text(&header[..100]);
    let prefix = if &header[257..263] == b"ustar\0" { text(&header[345..500]) } else { String::new() };
    if prefix.is_empty() { name } else { format!("{prefix}/{name}") }
}

/// Finds the record `LENGTH path=NAME\n`.
fn pax_path(body: &[u8]) -> Option<String> {
    let mut rest = body;
    while let Some(space) = rest.iter().position(|byte| *byte == b' ') {
        let length: usize = text(&rest[..space]).parse().ok()?;
        let record = rest.get(space + 1..length.checked_sub(1)?)?;
        if let Some(path) = record.strip_prefix(b"path=") {
            return Some(String::from_utf8_lossy(path).into_owned());
        }
        rest = rest.get(length..)?;
    }
    None
}

fn plain(name: &str) -> String {
    name.trim_start_matches("./").trim_matches('/').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::Command;

    fn in_file(archive: &[u8]) -> tempfile::NamedTempFile {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), archive).unwrap();
        file
    }

    #[test]
    fn what_is_written_reads_back_and_more_can_follow_its_end() {
        let mut archive = Vec::new();
        archive.extend_from_slice(&header("opt", 0o755, EntryKind::Directory));
        append_file(&mut archive, "opt/a", 0o644, &[7; 700]);
        let link = EntryKind::Link { target: "/opt/a" };
        archive.extend_from_slice(&header("opt/b", 0o777, link));
        let end = archive.len() as u64;
        archive.extend_from_slice(&END);
        let file = in_file(&archive);
        let contents = Contents::read(file.path()).unwrap();
        assert_eq!(contents.end, end);
        assert!(contents.has("opt") && contents.has("opt/b") && !contents.has("opt/c"));
        assert_eq!(contents.file(file.path(), "opt/a").unwrap(), [7; 700]);
        assert!(contents.file(file.path(), "opt/b").is_err());
    }

    #[test]
    fn the_tar_program_reads_what_is_written_and_its_long_names_are_read() {
        let dir = tempfile::tempdir().unwrap();
        let mut archive = Vec::new();
        append_file(&mut archive, "a", 0o750, b"hello");
        archive.extend_from_slice(&END);
        let file = in_file(&archive);
        let status = Command::new("tar").arg("-xf").arg(file.path()).arg("-C").arg(dir.path()).status();
        assert!(status.unwrap().success());
        assert_eq!(std::fs::read(dir.path().join("a")).unwrap(), b"hello");

        let long = format!("{}/{}", "d".repeat(120), "f".repeat(120));
        std::fs::create_dir(dir.path().join("d".repeat(120))).unwrap();
        std::fs::write(dir.path().join(&long), b"deep").unwrap();
        for format in ["pax", "gnu"] {
            let made = dir.path().join(format!("{format}.tar"));
            let status = Command::new("tar")
                .arg(format!("--format={format}"))
                .arg("-cf")
                .arg(&made)
                .arg("-C")
                .arg(dir.path())
                .arg(format!("./{long}"))
                .status();
            assert!(status.unwrap().success());
            let contents = Contents::read(&made).unwrap();
            assert_eq!(contents.file(&made, &long).unwrap(), b"deep", "{format}");
        }
    }

    #[test]
    fn a_cut_archive_is_an_error() {
        let mut archive = Vec::new();
        append_file(&mut archive, "a", 0o644, &[1; 600]);
        let file = in_file(&archive);
        assert!(Contents::read(file.path()).is_err());
    }
}
