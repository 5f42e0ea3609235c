//! What is known of a Machine while our process runs: who works on it and what was last seen of it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use autovibe_proto::node::v1::PowerState;
use tokio::sync::{OwnedMutexGuard, OwnedRwLockReadGuard, OwnedRwLockWriteGuard};
use tokio_util::task::AbortOnDropHandle;

/// What was last seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sight {
    pub(super) power: PowerState,
    pub(super) detail: String,
}

/// One Machine.
#[derive(Debug, Default)]
pub(super) struct MachineSlot {
    verb: Arc<tokio::sync::Mutex<()>>,
    state: Mutex<SlotState>,
}

#[derive(Debug, Default)]
struct SlotState {
    sight: Option<Sight>,
    watcher: Option<AbortOnDropHandle<()>>,
}

impl MachineSlot {
    /// Waits until no other verb works on the Machine.
    pub(super) async fn lock(&self) -> OwnedMutexGuard<()> {
        self.verb.clone().lock_owned().await
    }

    /// Takes the Machine if no verb works on it.
    pub(super) fn try_lock(&self) -> Option<OwnedMutexGuard<()>> {
        self.verb.clone().try_lock_owned().ok()
    }

    /// Notes what is seen; tells whether the power differs from what was seen before.
    pub(super) fn note(&self, sight: Sight) -> bool {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let changed = state.sight.as_ref().is_none_or(|last| last.power != sight.power);
        state.sight = Some(sight);
        changed
    }

    pub(super) fn sight(&self) -> Option<Sight> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).sight.clone()
    }

    /// Sets who watches the present life; the former watcher ends.
    pub(super) fn set_watcher(&self, watcher: Option<AbortOnDropHandle<()>>) {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).watcher = watcher;
    }
}

/// The Machines in use.
#[derive(Debug, Default)]
pub(super) struct MachineSlots(Mutex<HashMap<String, Arc<MachineSlot>>>);

impl MachineSlots {
    pub(super) fn get(&self, id: &str) -> Arc<MachineSlot> {
        let mut slots = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        slots.entry(id.to_owned()).or_default().clone()
    }

    /// Forgets a Machine that was removed, unless somebody waits for it.
    pub(super) fn remove(&self, id: &str) {
        let mut slots = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if slots.get(id).is_some_and(|slot| Arc::strong_count(slot) == 1) {
            slots.remove(id);
        }
    }
}

/// One Checkpoint: shared while it is read, alone while it is removed.
#[derive(Debug, Default)]
pub(super) struct CheckpointSlot {
    usage: Arc<tokio::sync::RwLock<()>>,
    /// Held while its template is made.
    pub(super) template: tokio::sync::Mutex<()>,
}

impl CheckpointSlot {
    pub(super) async fn share(&self) -> OwnedRwLockReadGuard<()> {
        self.usage.clone().read_owned().await
    }

    pub(super) async fn take(&self) -> OwnedRwLockWriteGuard<()> {
        self.usage.clone().write_owned().await
    }
}

/// The Checkpoints in use.
#[derive(Debug, Default)]
pub(super) struct CheckpointSlots(Mutex<HashMap<String, Arc<CheckpointSlot>>>);

impl CheckpointSlots {
    pub(super) fn get(&self, id: &str) -> Arc<CheckpointSlot> {
        let mut slots = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        slots.entry(id.to_owned()).or_default().clone()
    }

    /// Forgets a Checkpoint that was removed, unless somebody waits for it.
    pub(super) fn remove(&self, id: &str) {
        let mut slots = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if slots.get(id).is_some_and(|slot| Arc::strong_count(slot) == 1) {
            slots.remove(id);
        }
    }
}
