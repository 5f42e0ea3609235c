//! Tasks that exist only while there is work for their key: started by a wake-up, gone when idle.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

/// The running tasks by key.
#[derive(Debug)]
pub(crate) struct Wakeups<K> {
    running: Mutex<HashMap<K, Arc<Signal>>>,
    /// Keys whose task panicked; they are woken again with the next scan.
    broken: Mutex<Vec<K>>,
}

/// Wakes one task.
#[derive(Debug, Default)]
pub(crate) struct Signal {
    woken: AtomicBool,
    notify: Notify,
}

/// The place of a running task; a panic gives it up as well.
pub(crate) struct Place<K: Eq + Hash + Clone, O: AsRef<Wakeups<K>>> {
    pub(crate) owner: O,
    pub(crate) key: K,
    pub(crate) signal: Arc<Signal>,
}

impl Signal {
    /// Waits until the task is woken.
    ///
    /// # Cancel safety
    /// Safe.
    pub(crate) async fn woken(&self) {
        while !self.take() {
            self.notify.notified().await;
        }
    }

    /// Takes the wake-up, if there is one.
    pub(crate) fn take(&self) -> bool {
        self.woken.swap(false, Ordering::SeqCst)
    }

    fn wake(&self) {
        self.woken.store(true, Ordering::SeqCst);
        self.notify.notify_one();
    }
}

impl<K: Eq + Hash + Clone> Wakeups<K> {
    /// Wakes the task of a key; without one, gives the signal of the task that the caller must start.
    pub(crate) fn wake(&self, key: &K) -> Option<Arc<Signal>> {
        let mut running = self.running();
        if let Some(signal) = running.get(key) {
            signal.wake();
            return None;
        }
        let signal = Arc::new(Signal::default());
        running.insert(key.clone(), Arc::clone(&signal));
        Some(signal)
    }

    /// Takes the keys whose task panicked.
    pub(crate) fn take_broken(&self) -> Vec<K> {
        std::mem::take(&mut *self.broken.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Number of running tasks.
    pub(crate) fn len(&self) -> usize {
        self.running().len()
    }

    fn running(&self) -> MutexGuard<'_, HashMap<K, Arc<Signal>>> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<K: Eq + Hash + Clone> Default for Wakeups<K> {
    fn default() -> Wakeups<K> {
        Wakeups { running: Mutex::default(), broken: Mutex::default() }
    }
}

impl<K: Eq + Hash + Clone, O: AsRef<Wakeups<K>>> Place<K, O> {
    /// Gives the place up, unless the task was woken in the meantime.
    pub(crate) fn leave(&self) -> bool {
        let mut running = self.owner.as_ref().running();
        // Wake-ups take the same lock, so none is lost between the look and the removal.
        if self.signal.take() {
            return false;
        }
        running.remove(&self.key);
        true
    }
}

impl<K: Eq + Hash + Clone, O: AsRef<Wakeups<K>>> Drop for Place<K, O> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let wakeups = self.owner.as_ref();
            wakeups.running().remove(&self.key);
            wakeups.broken.lock().unwrap_or_else(PoisonError::into_inner).push(self.key.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wake_up_while_leaving_is_not_lost() {
        let wakeups = Arc::new(Wakeups::<u8>::default());
        let signal = wakeups.wake(&1).unwrap();
        let place = Place { owner: Arc::clone(&wakeups), key: 1, signal };
        assert!(wakeups.wake(&1).is_none());
        assert!(!place.leave());
        assert!(place.leave());
        assert_eq!(wakeups.len(), 0);
        assert!(wakeups.wake(&1).is_some());
    }

    #[test]
    fn a_panic_gives_the_place_up_and_is_remembered() {
        let wakeups = Arc::new(Wakeups::<u8>::default());
        let signal = wakeups.wake(&7).unwrap();
        let owner = Arc::clone(&wakeups);
        let ended = std::thread::spawn(move || {
            let _place = Place { owner, key: 7, signal };
            panic!("a test");
        })
        .join();
        assert!(ended.is_err());
        assert_eq!(wakeups.len(), 0);
        assert_eq!(wakeups.take_broken(), vec![7]);
    }
}
