//! The ledger's file: append and fsync, compact by replacing it.

use std::io::{self, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use crate::error::NodeError;
use crate::folder::{replace, sync_folder};
use crate::ledger::frame;
use crate::ledger::record::LedgerRecord;
use crate::ledger::state::LedgerState;

/// Version of the file.
const VERSION: u32 = 1;
/// Below this size compaction is not worth its fsync.
const COMPACT_BYTES_MIN: u64 = 1 << 20;

#[derive(Debug)]
pub(super) struct LedgerFile {
    path: PathBuf,
    file: fs_err::File,
    length: u64,
    /// Size at which the file is compacted.
    compact_at: u64,
    /// Set when it is unknown what the disk holds, or the node is going down.
    closed: bool,
}

impl LedgerFile {
    pub(super) fn open(path: &Path) -> Result<(LedgerFile, LedgerState), NodeError> {
        let bytes = match fs_err::read(path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            Err(error) => return Err(NodeError::io("read the ledger")(error)),
        };
        let damaged = |why: String| NodeError::Damaged { what: path.display().to_string(), why };
        let parsed =
            frame::parse(&bytes).map_err(|number| damaged(format!("line {number} has a wrong checksum")))?;
        let mut state = LedgerState::default();
        for (index, record) in parsed.records.into_iter().enumerate() {
            match record {
                LedgerRecord::Format { version: VERSION } => {}
                LedgerRecord::Format { version } => {
                    return Err(damaged(format!("its format {version} is unknown")));
                }
                _ if index == 0 => return Err(damaged("it does not begin with its format".to_owned())),
                record => state.apply(record),
            }
        }
        if parsed.sound_length < bytes.len() {
            let lost = bytes.len() - parsed.sound_length;
            tracing::warn!(bytes = lost, "the ledger's torn end is cut off");
        }
        let io_error = NodeError::io("open the ledger");
        let file = LedgerFile::start(path, parsed.sound_length as u64).map_err(io_error)?;
        Ok((file, state))
    }

    fn start(path: &Path, sound_length: u64) -> io::Result<LedgerFile> {
        let mut file = fs_err::OpenOptions::new().create(true).truncate(false).write(true).open(path)?;
        file.set_len(sound_length)?;
        file.seek(SeekFrom::Start(sound_length))?;
        let mut length = sound_length;
        if length == 0 {
            let line = frame::encode(&LedgerRecord::Format { version: VERSION }).map_err(io::Error::other)?;
            file.write_all(&line)?;
            length = line.len() as u64;
        }
        file.sync_all()?;
        sync_folder(path.parent().unwrap_or(Path::new(".")))?;
        let compact_at = COMPACT_BYTES_MIN.max(length * 2);
        Ok(LedgerFile { path: path.to_owned(), file, length, compact_at, closed: false })
    }

    /// Writes records; when it returns they survive a loss of power.
    pub(super) fn append(&mut self, records: &[LedgerRecord]) -> io::Result<()> {
        if self.closed {
            return Err(io::Error::other("the ledger is closed"));
        }
        let mut bytes = Vec::new();
        for record in records {
            bytes.extend(frame::encode(record).map_err(io::Error::other)?);
        }
        if let Err(error) = self.file.write_all(&bytes) {
            // A full disk leaves half a line, which must not stand before the next one.
            let undone = self.file.set_len(self.length).and_then(|()| {
                self.file.seek(SeekFrom::Start(self.length))?;
                Ok(())
            });
            self.closed = undone.is_err();
            return Err(error);
        }
        if let Err(error) = self.file.sync_data() {
            // After a failed fsync the kernel may have dropped the pages: only a restart knows what is there.
            self.closed = true;
            return Err(error);
        }
        self.length += bytes.len() as u64;
        Ok(())
    }

    pub(super) fn is_large(&self) -> bool {
        self.length >= self.compact_at
    }

    /// Replaces the file by one that holds only the state.
    pub(super) fn compact(&mut self, state: &LedgerState) -> io::Result<()> {
        let mut bytes =
            frame::encode(&LedgerRecord::Format { version: VERSION }).map_err(io::Error::other)?;
        for record in state.records() {
            bytes.extend(frame::encode(&record).map_err(io::Error::other)?);
        }
        replace(&self.path, &bytes)?;
        match LedgerFile::start(&self.path, bytes.len() as u64) {
            Ok(file) => *self = file,
            Err(error) => {
                // The open file has no name any more: nothing may be written to it.
                self.closed = true;
                return Err(error);
            }
        }
        Ok(())
    }

    pub(super) fn close(&mut self) {
        self.closed = true;
    }
}
