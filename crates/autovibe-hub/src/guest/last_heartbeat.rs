//! What each guest measured last, kept for as long as this Hub runs.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use autovibe_proto::MachineId;
use autovibe_proto::guest::v1::HeartbeatRequest;
use autovibe_proto::v1::CheckpointCut;
use pbjson_types::Timestamp;
use prost::Message as _;

/// Beyond as many, the oldest half is forgotten; it comes again with the next heartbeat.
const MACHINE_COUNT_MAX: usize = 20_000;
/// A heartbeat holds numbers and a few names; a longer one is not remembered.
const LENGTH_MAX: usize = 4096;

/// A heartbeat and when it came.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct LastHeartbeat {
    /// The life whose guest sent it.
    pub(crate) incarnation: i64,
    /// When it came.
    pub(crate) time: Timestamp,
    /// What it said.
    pub(crate) heartbeat: HeartbeatRequest,
}

/// The newest heartbeat of each Machine.
#[derive(Debug, Default)]
pub(crate) struct LastHeartbeats {
    machines: Mutex<HashMap<MachineId, LastHeartbeat>>,
}

impl LastHeartbeats {
    /// Remembers a heartbeat in place of the one before.
    pub(crate) fn keep(&self, machine: &MachineId, last: LastHeartbeat) {
        if last.heartbeat.encoded_len() > LENGTH_MAX {
            return;
        }
        let mut machines = self.machines.lock().unwrap_or_else(PoisonError::into_inner);
        if machines.len() >= MACHINE_COUNT_MAX && !machines.contains_key(machine) {
            let mut times: Vec<(i64, i32)> = machines.values().map(time_of).collect();
            times.sort_unstable();
            let middle = times[times.len() / 2];
            machines.retain(|_, known| time_of(known) > middle);
        }
        machines.insert(machine.clone(), last);
    }

    /// The newest heartbeat of a Machine.
    pub(crate) fn get(&self, machine: &MachineId) -> Option<LastHeartbeat> {
        self.machines.lock().unwrap_or_else(PoisonError::into_inner).get(machine).cloned()
    }

    /// Where a guest would have cut at its newest heartbeat; the life is the connection's, not the guest's word.
    pub(crate) fn cut(&self, machine: &MachineId) -> Option<CheckpointCut> {
        let last = self.get(machine)?;
        let cut = last.heartbeat.cut?;
        Some(CheckpointCut { incarnation: last.incarnation, ..cut })
    }
}

fn time_of(last: &LastHeartbeat) -> (i64, i32) {
    (last.time.seconds, last.time.nanos)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heartbeat(seconds: i64, git_head: &str) -> LastHeartbeat {
        let cut = CheckpointCut { incarnation: 99, transcript_offset: seconds, ..CheckpointCut::default() };
        let heartbeat =
            HeartbeatRequest { git_head: git_head.to_owned(), cut: Some(cut), ..HeartbeatRequest::default() };
        LastHeartbeat { incarnation: 3, time: Timestamp { seconds, nanos: 0 }, heartbeat }
    }

    #[test]
    fn the_newest_counts_and_its_life_is_the_connections() {
        let (last, id) = (LastHeartbeats::default(), MachineId::generate());
        assert_eq!(last.cut(&id), None);
        last.keep(&id, heartbeat(1, "a"));
        last.keep(&id, heartbeat(2, "b"));
        let cut = last.cut(&id).unwrap();
        assert_eq!((cut.incarnation, cut.transcript_offset), (3, 2));
        last.keep(&id, heartbeat(3, &"x".repeat(LENGTH_MAX)));
        assert_eq!(last.get(&id).unwrap().heartbeat.git_head, "b", "one that is too long is not remembered");
    }

    #[test]
    fn the_oldest_are_forgotten_when_there_are_too_many() {
        let last = LastHeartbeats::default();
        let first = MachineId::generate();
        last.keep(&first, heartbeat(0, ""));
        for number in 1..=MACHINE_COUNT_MAX {
            last.keep(&MachineId::generate(), heartbeat(i64::try_from(number).unwrap(), ""));
        }
        assert_eq!(last.get(&first), None);
        assert!(last.machines.lock().unwrap().len() <= MACHINE_COUNT_MAX);
    }
}
