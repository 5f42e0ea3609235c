//! Events and results that the Hub does not have yet, in order, in memory and on disk.
//!
//! Each record on disk is a length, a kind and a Protobuf message. Records are removed from the file only when none
//! is left or when it has grown too long: the Hub knows repeated ones by their incarnation and sequence.

use std::collections::VecDeque;
use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use autovibe_proto::guest::v1::ReportTurnRequest;
use autovibe_proto::timestamp_from_micros;
use autovibe_proto::v1::agent_event_body::Kind;
use autovibe_proto::v1::{AgentEvent, AgentEventBody, AgentNotice};
use prost::Message as _;
use tokio::sync::watch;

use crate::error::GuestError;

/// Beyond this the oldest records go: text deltas first, results never.
const MAX_SPOOL_BYTES: usize = 32 * 1024 * 1024;
/// Chosen: measured lines of coding agents reach half a megabyte. The Hub puts those over 64 KiB into a Blob, and
/// takes a body of eight times this size.
const MAX_RAW_BYTES: usize = 1024 * 1024;
/// Bounds of one call.
const MAX_BATCH_EVENTS: usize = 256;
const MAX_BATCH_BYTES: usize = 1024 * 1024;

/// What is sent next.
#[derive(Debug, Clone)]
pub(crate) enum Batch {
    /// Events in order.
    Events {
        /// The events.
        events: Vec<AgentEvent>,
        /// Names the batch for [`Spool::acknowledge`].
        last_ordinal: u64,
    },
    /// A Turn's result; its events were sent before.
    TurnEnd {
        /// The result.
        request: ReportTurnRequest,
        /// Names the batch for [`Spool::acknowledge`].
        last_ordinal: u64,
    },
}

#[derive(Debug, Clone)]
enum Record {
    Event(AgentEvent),
    TurnEnd(ReportTurnRequest),
}

#[derive(Debug)]
struct Entry {
    ordinal: u64,
    size_bytes: usize,
    record: Record,
}

#[derive(Debug)]
struct Queue {
    folder: PathBuf,
    file: fs_err::File,
    file_bytes: usize,
    entries: VecDeque<Entry>,
    bytes: usize,
    limit_bytes: usize,
    next_ordinal: u64,
    machine_id: String,
    incarnation: i64,
    last_sequence: i64,
    dropped_count: u64,
}

/// The spool of one Machine.
#[derive(Debug, Clone)]
pub(crate) struct Spool {
    queue: Arc<Mutex<Queue>>,
    length: Arc<watch::Sender<usize>>,
}

impl Spool {
    /// Opens the folder and reads what was not acknowledged.
    ///
    /// # Errors
    /// [`GuestError::File`] when folder or file cannot be used.
    pub(crate) fn open(folder: &Path) -> Result<Spool, GuestError> {
        Self::open_with_limit(folder, MAX_SPOOL_BYTES)
    }

    fn open_with_limit(folder: &Path, limit_bytes: usize) -> Result<Spool, GuestError> {
        fs_err::create_dir_all(folder).map_err(GuestError::file("make the spool folder"))?;
        let mut file = open_file(folder)?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).map_err(GuestError::file("read the spool"))?;
        let mut queue = Queue {
            folder: folder.to_owned(),
            file,
            file_bytes: 0,
            entries: VecDeque::new(),
            bytes: 0,
            limit_bytes,
            next_ordinal: 0,
            machine_id: String::new(),
            incarnation: 0,
            last_sequence: 0,
            dropped_count: 0,
        };
        let mut rest = bytes.as_slice();
        while let Some((record, size_bytes)) = read_record(rest) {
            rest = &rest[size_bytes..];
            queue.enter(record, size_bytes);
        }
        // Whatever follows was cut off by a crash and would hide later records.
        queue.file_bytes = bytes.len() - rest.len();
        let end = u64::try_from(queue.file_bytes).unwrap_or(0);
        queue.file.set_len(end).map_err(GuestError::file("cut the spool"))?;
        queue.file.seek(SeekFrom::Start(end)).map_err(GuestError::file("cut the spool"))?;
        let length = watch::Sender::new(queue.entries.len());
        Ok(Spool { queue: Arc::new(Mutex::new(queue)), length: Arc::new(length) })
    }

    /// Begins or continues an incarnation; `is_reborn` when the memory came from another life.
    ///
    /// Records of another life are in the Hub since the freeze and would count twice. Records that another Machine
    /// left on a copied disk are not ours either. Those up to `stored_sequence` are with the Hub already.
    pub(crate) fn begin(&self, machine_id: &str, incarnation: i64, stored_sequence: i64, is_reborn: bool) {
        let mut queue = self.lock();
        let owner_file = queue.folder.join("machine");
        let owner = fs_err::read_to_string(&owner_file).unwrap_or_default();
        let is_foreign = !owner.is_empty() && owner != machine_id;
        if is_reborn || is_foreign {
            queue.clear();
        }
        if owner != machine_id
            && let Err(error) = fs_err::write(&owner_file, machine_id)
        {
            tracing::error!(%error, "owner of the spool cannot be written");
        }
        let is_new = queue.incarnation != incarnation || queue.machine_id != machine_id;
        machine_id.clone_into(&mut queue.machine_id);
        queue.incarnation = incarnation;
        queue.drop_where(|record| match record {
            Record::Event(event) => event.incarnation == incarnation && event.sequence <= stored_sequence,
            Record::TurnEnd(_) => false,
        });
        let spooled = queue.entries.iter().filter_map(|entry| match &entry.record {
            Record::Event(event) if event.incarnation == incarnation => Some(event.sequence),
            _ => None,
        });
        let highest = spooled.max().unwrap_or(0).max(stored_sequence);
        queue.last_sequence = if is_new { highest } else { queue.last_sequence.max(highest) };
        self.publish(&queue);
    }

    /// Adds an event and returns its sequence.
    pub(crate) fn append_event(&self, turn_id: &str, body: AgentEventBody, raw: &[u8]) -> i64 {
        let mut queue = self.lock();
        if queue.dropped_count > 0 && queue.bytes < queue.limit_bytes / 2 {
            let text = format!("{} events were dropped while the hub was away", queue.dropped_count);
            queue.dropped_count = 0;
            let body = AgentEventBody { kind: Some(Kind::Notice(AgentNotice { text })) };
            queue.add_event(turn_id, body, &[]);
        }
        let sequence = queue.add_event(turn_id, body, raw);
        self.publish(&queue);
        sequence
    }

    /// Adds a Turn's result; returns after everything is on the disk.
    pub(crate) fn append_turn_end(&self, request: ReportTurnRequest) {
        let mut queue = self.lock();
        queue.add(Record::TurnEnd(request));
        if let Err(error) = queue.file.sync_data() {
            tracing::error!(%error, "spool cannot be flushed");
        }
        self.publish(&queue);
    }

    /// Whether a result for a Turn waits here.
    pub(crate) fn has_turn_end(&self, turn_id: &str) -> bool {
        self.lock()
            .entries
            .iter()
            .any(|entry| matches!(&entry.record, Record::TurnEnd(request) if request.turn_id == turn_id))
    }

    /// What is to be sent next; `None` when there is nothing.
    pub(crate) fn next_batch(&self) -> Option<Batch> {
        let queue = self.lock();
        let first = queue.entries.front()?;
        if let Record::TurnEnd(request) = &first.record {
            return Some(Batch::TurnEnd { request: request.clone(), last_ordinal: first.ordinal });
        }
        let mut events = Vec::new();
        let mut last_ordinal = first.ordinal;
        let mut size_bytes = 0;
        for entry in &queue.entries {
            let Record::Event(event) = &entry.record else { break };
            size_bytes += entry.size_bytes;
            if events.len() == MAX_BATCH_EVENTS || (size_bytes > MAX_BATCH_BYTES && !events.is_empty()) {
                break;
            }
            last_ordinal = entry.ordinal;
            events.push(event.clone());
        }
        Some(Batch::Events { events, last_ordinal })
    }

    /// Removes what was sent.
    pub(crate) fn acknowledge(&self, last_ordinal: u64) {
        let mut queue = self.lock();
        while queue.entries.front().is_some_and(|entry| entry.ordinal <= last_ordinal) {
            if let Some(entry) = queue.entries.pop_front() {
                queue.bytes -= entry.size_bytes;
            }
        }
        if queue.entries.is_empty() {
            queue.clear();
        }
        self.publish(&queue);
    }

    /// The newest sequence that was given out.
    pub(crate) fn last_sequence(&self) -> i64 {
        self.lock().last_sequence
    }

    /// Follows the number of records.
    pub(crate) fn watch_length(&self) -> watch::Receiver<usize> {
        self.length.subscribe()
    }

    fn lock(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn publish(&self, queue: &Queue) {
        self.length.send_replace(queue.entries.len());
    }
}

impl Queue {
    fn add_event(&mut self, turn_id: &str, body: AgentEventBody, raw: &[u8]) -> i64 {
        self.last_sequence += 1;
        let micros = SystemTime::now()
            .duration_since(SystemTime::UNIX_EPOCH)
            .map_or(0, |elapsed| i64::try_from(elapsed.as_micros()).unwrap_or(i64::MAX));
        let event = AgentEvent {
            machine_id: self.machine_id.clone(),
            turn_id: turn_id.to_owned(),
            incarnation: self.incarnation,
            sequence: self.last_sequence,
            event_time: Some(timestamp_from_micros(micros)),
            body: Some(body),
            raw: kept_raw(raw),
            ..AgentEvent::default()
        };
        self.add(Record::Event(event));
        self.last_sequence
    }

    fn add(&mut self, record: Record) {
        let bytes = encode_record(&record);
        if self.file_bytes > 2 * self.limit_bytes {
            self.rewrite();
        }
        match self.file.write_all(&bytes) {
            Ok(()) => self.file_bytes += bytes.len(),
            // The record is still sent from memory; half of it on disk would cut off all that follow.
            Err(error) => {
                tracing::error!(%error, "spool cannot be written");
                self.cut_off_rest();
            }
        }
        self.enter(record, bytes.len());
        self.make_room();
    }

    fn cut_off_rest(&mut self) {
        let length = u64::try_from(self.file_bytes).unwrap_or(u64::MAX);
        let cut = self.file.set_len(length).and_then(|()| self.file.seek(SeekFrom::Start(length)));
        if let Err(error) = cut {
            tracing::error!(%error, "spool cannot be cut");
        }
    }

    fn enter(&mut self, record: Record, size_bytes: usize) {
        self.entries.push_back(Entry { ordinal: self.next_ordinal, size_bytes, record });
        self.next_ordinal += 1;
        self.bytes += size_bytes;
    }

    fn make_room(&mut self) {
        if self.bytes <= self.limit_bytes {
            return;
        }
        // A tenth at a time, so that a full spool is not searched for each new record.
        let goal = self.limit_bytes - self.limit_bytes / 10;
        let mut excess = self.bytes.saturating_sub(goal);
        let before = self.entries.len();
        for is_dispensable in [is_text_delta as fn(&Record) -> bool, is_event] {
            self.drop_where_sized(|record, size_bytes| {
                let drops = excess > 0 && is_dispensable(record);
                if drops {
                    excess = excess.saturating_sub(size_bytes);
                }
                drops
            });
        }
        self.dropped_count += u64::try_from(before - self.entries.len()).unwrap_or(0);
    }

    fn drop_where(&mut self, mut drops: impl FnMut(&Record) -> bool) {
        self.drop_where_sized(|record, _| drops(record));
    }

    fn drop_where_sized(&mut self, mut drops: impl FnMut(&Record, usize) -> bool) {
        self.entries.retain(|entry| !drops(&entry.record, entry.size_bytes));
        self.bytes = self.entries.iter().map(|entry| entry.size_bytes).sum();
    }

    fn clear(&mut self) {
        self.entries.clear();
        self.bytes = 0;
        self.file_bytes = 0;
        if let Err(error) = self.file.set_len(0).and_then(|()| self.file.rewind()) {
            tracing::error!(%error, "spool cannot be emptied");
        }
    }

    fn rewrite(&mut self) {
        let bytes: Vec<u8> = self.entries.iter().flat_map(|entry| encode_record(&entry.record)).collect();
        let fresh = self.folder.join("events.new");
        let written = fs_err::write(&fresh, &bytes)
            .and_then(|()| fs_err::rename(&fresh, self.folder.join("events")))
            .map_err(GuestError::file("rewrite the spool"))
            .and_then(|()| open_file(&self.folder));
        match written {
            Ok(mut file) => {
                if file.seek(SeekFrom::End(0)).is_ok() {
                    self.file = file;
                    self.file_bytes = bytes.len();
                }
            }
            Err(error) => tracing::error!(error = error.chain(), "spool cannot be rewritten"),
        }
    }
}

/// The line as it is kept: a longer one is cut, and its end says so.
fn kept_raw(raw: &[u8]) -> Vec<u8> {
    if raw.len() <= MAX_RAW_BYTES {
        return raw.to_vec();
    }
    let mark = format!("…[cut by autovibe: the line has {} bytes]", raw.len());
    let mut kept = raw[..MAX_RAW_BYTES - mark.len()].to_vec();
    kept.extend_from_slice(mark.as_bytes());
    kept
}

fn open_file(folder: &Path) -> Result<fs_err::File, GuestError> {
    fs_err::OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(folder.join("events"))
        .map_err(GuestError::file("open the spool"))
}

fn is_text_delta(record: &Record) -> bool {
    matches!(record, Record::Event(event)
        if matches!(event.body.as_ref().and_then(|body| body.kind.as_ref()), Some(Kind::TextDelta(_))))
}

fn is_event(record: &Record) -> bool {
    matches!(record, Record::Event(_))
}

fn encode_record(record: &Record) -> Vec<u8> {
    let (kind, message) = match record {
        Record::Event(event) => (1, event.encode_to_vec()),
        Record::TurnEnd(request) => (2, request.encode_to_vec()),
    };
    let length = u32::try_from(message.len()).unwrap_or(u32::MAX);
    let mut bytes = Vec::with_capacity(message.len() + 5);
    bytes.extend_from_slice(&length.to_le_bytes());
    bytes.push(kind);
    bytes.extend_from_slice(&message);
    bytes
}

fn read_record(bytes: &[u8]) -> Option<(Record, usize)> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    let (kind, rest) = rest.split_first()?;
    let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
    let message = rest.get(..length)?;
    let record = match kind {
        1 => Record::Event(AgentEvent::decode(message).ok()?),
        2 => Record::TurnEnd(ReportTurnRequest::decode(message).ok()?),
        _ => return None,
    };
    Some((record, length + 5))
}

#[cfg(test)]
mod tests;
