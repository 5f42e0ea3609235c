//! Bounds how many requests are under way, in all and for one Machine.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// The requests that may be under way.
#[derive(Debug)]
pub(crate) struct Slots {
    total_max: usize,
    machine_max: usize,
    taken: Mutex<Taken>,
}

#[derive(Debug, Default)]
struct Taken {
    total: usize,
    by_machine: HashMap<String, usize>,
}

/// The place of one request; it is free again when this is dropped.
#[derive(Debug)]
pub(crate) struct Slot {
    slots: Arc<Slots>,
    machine_id: String,
}

impl Slots {
    pub(crate) fn new(total_max: usize, machine_max: usize) -> Arc<Self> {
        Arc::new(Self { total_max, machine_max, taken: Mutex::default() })
    }

    /// Takes a place; `None` when there is none, and the agent has to try again.
    pub(crate) fn take(self: &Arc<Self>, machine_id: &str) -> Option<Slot> {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let of_machine = taken.by_machine.get(machine_id).copied().unwrap_or_default();
        if taken.total >= self.total_max || of_machine >= self.machine_max {
            return None;
        }
        taken.total += 1;
        taken.by_machine.insert(machine_id.to_owned(), of_machine + 1);
        Some(Slot { slots: Arc::clone(self), machine_id: machine_id.to_owned() })
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        let mut taken = self.slots.taken.lock().unwrap_or_else(PoisonError::into_inner);
        taken.total -= 1;
        if let Some(count) = taken.by_machine.get_mut(&self.machine_id) {
            *count -= 1;
            if *count == 0 {
                taken.by_machine.remove(&self.machine_id);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_machine_cannot_take_all_slots() {
        let slots = Slots::new(3, 2);
        let first = slots.take("a").unwrap();
        let _second = slots.take("a").unwrap();
        assert!(slots.take("a").is_none());
        let _other = slots.take("b").unwrap();
        assert!(slots.take("c").is_none());
        drop(first);
        assert!(slots.take("a").is_some());
    }
}
