//! The stream of observations: first all, then each change, all again after a lag.

use std::collections::{BTreeSet, VecDeque};
use std::sync::Arc;

use autovibe_proto::node::v1::{MachineObservation, PowerState, WatchMachinesResponse};
use futures::StreamExt as _;
use futures::stream::BoxStream;
use tokio::sync::broadcast;
use tokio::sync::broadcast::error::RecvError;
use tonic::Status;

use crate::node::Node;
use crate::observation::absent;

struct Watcher {
    node: Arc<Node>,
    changes: broadcast::Receiver<MachineObservation>,
    /// Machines that the reader was told of.
    told: BTreeSet<String>,
    pending: VecDeque<MachineObservation>,
}

pub(super) fn watch_machines(node: &Arc<Node>) -> BoxStream<'static, Result<WatchMachinesResponse, Status>> {
    // Subscribed before the list is taken, so that nothing falls between.
    let changes = node.observations.subscribe();
    let pending = node.observations.all().into();
    let watcher = Watcher { node: node.clone(), changes, told: BTreeSet::new(), pending };
    futures::stream::unfold(watcher, |mut watcher| async move {
        let seen = watcher.next().await?;
        Some((Ok(WatchMachinesResponse { machine: Some(seen) }), watcher))
    })
    .boxed()
}

impl Watcher {
    /// The next observation; `None` when the node stops.
    async fn next(&mut self) -> Option<MachineObservation> {
        loop {
            if let Some(seen) = self.pending.pop_front() {
                if seen.power() == PowerState::Absent {
                    self.told.remove(&seen.machine_id);
                } else {
                    self.told.insert(seen.machine_id.clone());
                }
                return Some(seen);
            }
            let received = tokio::select! {
                received = self.changes.recv() => received,
                () = self.node.stop.cancelled() => return None,
            };
            match received {
                Ok(seen) => self.pending.push_back(seen),
                Err(RecvError::Lagged(_)) => self.tell_all(),
                Err(RecvError::Closed) => return None,
            }
        }
    }

    fn tell_all(&mut self) {
        self.changes = self.node.observations.subscribe();
        let all = self.node.observations.all();
        let gone = self.told.iter().filter(|id| !all.iter().any(|seen| seen.machine_id == **id));
        self.pending = gone.map(|id| absent(id)).collect();
        self.pending.extend(all);
    }
}
