//! The head of a git bundle, read before git itself reads it.

use std::io::{BufRead, BufReader, Seek as _, SeekFrom};
use std::path::Path;

use super::error::WorkspaceError;
use super::repository::is_object_name;
use super::terminal_text::one_line;

/// Longest line: an object name, a reference and, for a prerequisite, a subject.
const LINE_BYTES_MAX: u64 = 4096;

/// Most lines; a bundle of work has one reference and few prerequisites.
const LINES_MAX: usize = 4096;

/// What a bundle says about itself.
///
/// Source: gitformat-bundle(5).
#[derive(Debug, PartialEq, Eq)]
pub(super) struct BundleHeader {
    /// Commits that the receiver must have.
    pub(super) prerequisites: Vec<String>,
    /// Object name and name of each reference.
    pub(super) references: Vec<(String, String)>,
    /// Where the pack begins.
    pub(super) pack_offset: u64,
}

impl BundleHeader {
    /// Reads the head of a file; the file is then at its pack.
    pub(super) fn read(path: &Path) -> Result<(BundleHeader, std::fs::File), WorkspaceError> {
        let failed = || WorkspaceError::file("read the bundle");
        let mut file = std::fs::File::open(path).map_err(failed())?;
        let header = BundleHeader::parse(&mut BufReader::new(&file))?;
        file.seek(SeekFrom::Start(header.pack_offset)).map_err(failed())?;
        Ok((header, file))
    }

    fn parse(reader: &mut impl BufRead) -> Result<BundleHeader, WorkspaceError> {
        let mut header = BundleHeader { prerequisites: Vec::new(), references: Vec::new(), pack_offset: 0 };
        for number in 0..LINES_MAX {
            let mut line = Vec::new();
            std::io::Read::take(&mut *reader, LINE_BYTES_MAX)
                .read_until(b'\n', &mut line)
                .map_err(WorkspaceError::file("read the bundle"))?;
            header.pack_offset += line.len() as u64;
            let Some(line) = line.strip_suffix(b"\n") else {
                return Err(refused("its head is cut off"));
            };
            let text = std::str::from_utf8(line).map_err(|_| refused("its head is no text"))?;
            match (number, text) {
                (0, "# v2 git bundle" | "# v3 git bundle") => {}
                (0, _) => return Err(refused("it is no git bundle")),
                (_, "") => return Ok(header),
                // The object names say the same by their length.
                (_, "@object-format=sha1" | "@object-format=sha256") => {}
                (_, text) => header.take(text)?,
            }
        }
        Err(refused("its head is too long"))
    }

    fn take(&mut self, text: &str) -> Result<(), WorkspaceError> {
        if let Some(rest) = text.strip_prefix('-') {
            let name = rest.split(' ').next().unwrap_or_default();
            if is_object_name(name) {
                self.prerequisites.push(name.to_owned());
                return Ok(());
            }
        } else if let Some((name, reference)) = text.split_once(' ')
            && is_object_name(name)
        {
            self.references.push((name.to_owned(), reference.to_owned()));
            return Ok(());
        }
        Err(refused(&format!("its head has the line {:?}", one_line(text))))
    }

    /// The one commit that it brings, under a name of ours.
    pub(super) fn tip(&self) -> Result<&str, WorkspaceError> {
        match self.references.as_slice() {
            [(commit, name)] if name.starts_with("refs/autovibe/") => Ok(commit),
            [(_, name)] => Err(refused(&format!("it names the reference {:?}", one_line(name)))),
            other => Err(refused(&format!("it has {} references instead of one", other.len()))),
        }
    }
}

fn refused(text: &str) -> WorkspaceError {
    WorkspaceError::BundleRefused(text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: &str = "1111111111111111111111111111111111111111";

    fn parse(text: &str) -> Result<BundleHeader, WorkspaceError> {
        BundleHeader::parse(&mut text.as_bytes())
    }

    #[test]
    fn the_head_of_a_bundle_is_read() {
        let text = format!("# v2 git bundle\n-{A} a subject\n{A} refs/autovibe/outgoing\n\nPACK");
        let header = parse(&text).unwrap();
        assert_eq!(header.prerequisites, [A]);
        assert_eq!(header.tip().unwrap(), A);
        assert_eq!(&text[usize::try_from(header.pack_offset).unwrap()..], "PACK");
    }

    #[test]
    fn other_names_of_references_are_refused() {
        for name in ["refs/heads/main", "HEAD", "--upload-pack=x", "refs/autovibe"] {
            let header = parse(&format!("# v2 git bundle\n{A} {name}\n\n")).unwrap();
            assert_eq!(header.tip().unwrap_err().reason(), "WORK_REFUSED", "{name}");
        }
        let two = parse(&format!("# v2 git bundle\n{A} refs/autovibe/a\n{A} refs/autovibe/b\n\n")).unwrap();
        two.tip().unwrap_err();
    }

    #[test]
    fn what_is_no_bundle_is_refused() {
        let long = format!("# v2 git bundle\n{}", format!("-{A} x\n").repeat(LINES_MAX));
        let wide = format!("# v2 git bundle\n{A} {}\n\n", "x".repeat(9000));
        for text in [
            "",
            "PACK",
            "# v2 git bundle\n",
            "# v2 git bundle\nxyz refs/a\n\n",
            "# v9 git bundle\n\n",
            &long,
            &wide,
        ] {
            assert_eq!(parse(text).unwrap_err().reason(), "WORK_REFUSED", "{:.40}", text);
        }
    }
}
