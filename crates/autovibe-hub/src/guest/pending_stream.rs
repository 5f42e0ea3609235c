//! Streams that a caller asked for and whose guest has not opened them yet.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use autovibe_proto::guest::v1::StreamFrame;
use autovibe_proto::{ErrorKind, Failure, MachineId};
use tokio::sync::{mpsc, oneshot};

use super::registry::GuestRegistry;

/// Streams that may wait at a time; each waits for seconds only.
const PENDING_COUNT_MAX: usize = 1024;

/// A guest's end of a stream.
#[derive(Debug)]
pub(crate) struct GuestStream {
    /// Frames to the guest.
    pub(crate) to_guest: mpsc::Sender<StreamFrame>,
    /// Frames from the guest.
    pub(crate) from_guest: mpsc::Receiver<StreamFrame>,
}

/// The streams that wait, by their id.
#[derive(Debug, Default)]
pub(crate) struct PendingStreams {
    waiting: Arc<Mutex<HashMap<String, Pending>>>,
}

#[derive(Debug)]
struct Pending {
    machine_id: MachineId,
    incarnation: i64,
    opened: oneshot::Sender<GuestStream>,
}

/// The id of a stream that waits; nobody can open it after this is dropped.
#[derive(Debug)]
pub(crate) struct StreamId {
    text: String,
    waiting: Arc<Mutex<HashMap<String, Pending>>>,
}

impl StreamId {
    /// The text; nobody can guess it.
    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }
}

impl Drop for StreamId {
    fn drop(&mut self) {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.text);
    }
}

impl GuestRegistry {
    /// Announces a stream that the guest of this life may open.
    pub(crate) fn await_stream(
        &self,
        machine_id: &MachineId,
        incarnation: i64,
    ) -> Result<(StreamId, oneshot::Receiver<GuestStream>), Failure> {
        let mut random = [0_u8; 16];
        getrandom::fill(&mut random).map_err(|_| Failure::internal("the system gives no random numbers"))?;
        let (opened, receiver) = oneshot::channel();
        let waiting = Arc::clone(&self.streams().waiting);
        let id = StreamId { text: hex::encode(random), waiting: Arc::clone(&waiting) };
        let mut streams = waiting.lock().unwrap_or_else(PoisonError::into_inner);
        if streams.len() >= PENDING_COUNT_MAX {
            drop(streams);
            return Err(Failure::new(
                ErrorKind::LimitExceeded,
                "TOO_MANY_STREAMS",
                "too many streams are being opened",
            ));
        }
        streams.insert(id.text.clone(), Pending { machine_id: machine_id.clone(), incarnation, opened });
        drop(streams);
        Ok((id, receiver))
    }

    /// Takes the caller's end of a stream; `None` when none waits for this guest.
    pub(crate) fn claim_stream(
        &self,
        id: &str,
        machine_id: &MachineId,
        incarnation: i64,
    ) -> Option<oneshot::Sender<GuestStream>> {
        let mut streams = self.streams().waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let is_own =
            |pending: &Pending| pending.machine_id == *machine_id && pending.incarnation == incarnation;
        if !streams.get(id).is_some_and(is_own) {
            return None;
        }
        streams.remove(id).map(|pending| pending.opened)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_guest_that_was_asked_can_open_a_stream_and_only_once() {
        let (registry, id, other) = (GuestRegistry::new(), MachineId::generate(), MachineId::generate());
        let (stream_id, _waiting) = registry.await_stream(&id, 1).unwrap();
        assert!(registry.claim_stream(stream_id.as_str(), &other, 1).is_none());
        assert!(registry.claim_stream(stream_id.as_str(), &id, 2).is_none());
        assert!(registry.claim_stream(stream_id.as_str(), &id, 1).is_some());
        assert!(registry.claim_stream(stream_id.as_str(), &id, 1).is_none());
        let (given_up, _waiting) = registry.await_stream(&id, 1).unwrap();
        let text = given_up.as_str().to_owned();
        drop(given_up);
        assert!(registry.claim_stream(&text, &id, 1).is_none());
    }
}
