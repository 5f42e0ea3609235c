//! The tokens that the Hub holds now; those not renewed in time are not given out.

use std::collections::BTreeMap;
use std::sync::{PoisonError, RwLock};
use std::time::Instant;

use autovibe_proto::v1::LeaseToken;
use autovibe_proto::{ErrorKind, Failure, MachineId, partition_of};
use tokio::sync::{Notify, watch};

/// The Leases of this Hub process.
#[derive(Debug)]
pub struct Leases {
    owner: String,
    held: RwLock<BTreeMap<i32, Held>>,
    lost: Notify,
    acquisitions: watch::Sender<u64>,
}

#[derive(Debug, Clone)]
struct Held {
    token: LeaseToken,
    /// The Hub stops by itself here; `None` for a Lease without end.
    until: Option<Instant>,
}

impl Leases {
    /// Holds nothing yet.
    pub(crate) fn new(owner: String) -> Leases {
        Leases { owner, held: RwLock::default(), lost: Notify::new(), acquisitions: watch::channel(0).0 }
    }

    /// The name under which this process holds its Leases.
    #[must_use]
    pub fn owner(&self) -> &str {
        &self.owner
    }

    /// The token of a partition, while it is surely held.
    #[must_use]
    pub fn token(&self, partition: i32) -> Option<LeaseToken> {
        let held = self.held.read().unwrap_or_else(PoisonError::into_inner);
        held.get(&partition).filter(|held| held.is_sure()).map(|held| held.token.clone())
    }

    /// The token for acting on a Machine.
    ///
    /// # Errors
    /// `Unavailable` while another Hub holds the partition or none does.
    pub fn token_for(&self, machine: &MachineId) -> Result<LeaseToken, Failure> {
        self.token(partition_of(machine)).ok_or_else(|| {
            Failure::new(
                ErrorKind::Unavailable,
                "NOT_OWNER",
                "this Hub does not act for the machine now; try again",
            )
            .with("machine_id", machine.as_str())
        })
    }

    /// Every token that is surely held.
    #[must_use]
    pub fn all(&self) -> Vec<LeaseToken> {
        let held = self.held.read().unwrap_or_else(PoisonError::into_inner);
        held.values().filter(|held| held.is_sure()).map(|held| held.token.clone()).collect()
    }

    /// A Commit or a node said that the token is not valid any more.
    pub(crate) fn fenced(&self, token: &LeaseToken) {
        let mut held = self.held.write().unwrap_or_else(PoisonError::into_inner);
        if held.get(&token.partition).is_some_and(|held| held.token == *token) {
            tracing::warn!(partition = token.partition, epoch = token.epoch, "a lease was lost");
            held.remove(&token.partition);
            self.lost.notify_one();
        }
    }

    /// Takes over newly acquired tokens.
    pub(crate) fn acquired(&self, tokens: Vec<LeaseToken>, until: Option<Instant>) {
        if tokens.is_empty() {
            return;
        }
        let mut held = self.held.write().unwrap_or_else(PoisonError::into_inner);
        for token in tokens {
            held.insert(token.partition, Held { token, until });
        }
        drop(held);
        self.acquisitions.send_modify(|count| *count += 1);
    }

    /// Keeps exactly the renewed ones of the tokens that were asked to be renewed.
    pub(crate) fn renewed(&self, asked: &[LeaseToken], renewed: &[LeaseToken], until: Instant) {
        let mut held = self.held.write().unwrap_or_else(PoisonError::into_inner);
        let mut regained = false;
        for token in asked {
            let Some(entry) = held.get_mut(&token.partition).filter(|entry| entry.token == *token) else {
                continue;
            };
            if renewed.contains(token) {
                regained |= !entry.is_sure();
                entry.until = Some(until);
            } else {
                tracing::warn!(partition = token.partition, epoch = token.epoch, "a lease was not renewed");
                held.remove(&token.partition);
            }
        }
        drop(held);
        // Who was woken while the Lease was not sure went away again.
        if regained {
            self.acquisitions.send_modify(|count| *count += 1);
        }
    }

    /// Counts the acquisitions; each change means: greet the nodes and read the mailboxes again.
    pub(crate) fn acquisitions(&self) -> watch::Receiver<u64> {
        self.acquisitions.subscribe()
    }

    /// Waits until a Lease is lost.
    pub(crate) async fn lost(&self) {
        self.lost.notified().await;
    }

    /// Every token, sure or not, to be renewed or released.
    pub(crate) fn every(&self) -> Vec<LeaseToken> {
        let held = self.held.read().unwrap_or_else(PoisonError::into_inner);
        held.values().map(|held| held.token.clone()).collect()
    }

    /// Forgets every token.
    pub(crate) fn clear(&self) {
        self.held.write().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

impl Held {
    fn is_sure(&self) -> bool {
        self.until.is_none_or(|until| Instant::now() < until)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn token(epoch: i64) -> LeaseToken {
        LeaseToken { partition: 3, epoch, owner: "me".to_owned() }
    }

    #[test]
    fn a_token_that_was_not_renewed_in_time_is_not_given_out() {
        let leases = Leases::new("me".to_owned());
        leases.acquired(vec![token(1)], Some(Instant::now()));
        assert_eq!(leases.token(3), None);
        leases.renewed(&[token(1)], &[token(1)], Instant::now() + Duration::from_secs(60));
        assert_eq!(leases.token(3), Some(token(1)));
    }

    #[test]
    fn a_lease_that_became_sure_again_is_told_like_a_new_one() {
        let leases = Leases::new("me".to_owned());
        leases.acquired(vec![token(1)], Some(Instant::now()));
        let mut acquisitions = leases.acquisitions();
        let later = Instant::now() + Duration::from_secs(60);
        leases.renewed(&[token(1)], &[token(1)], later);
        assert!(acquisitions.has_changed().unwrap(), "its wake-ups were lost");
        acquisitions.mark_unchanged();
        leases.renewed(&[token(1)], &[token(1)], later);
        assert!(!acquisitions.has_changed().unwrap(), "it was sure all the time");
    }

    #[test]
    fn being_fenced_with_an_old_token_does_not_drop_the_new_one() {
        let leases = Leases::new("me".to_owned());
        leases.acquired(vec![token(2)], None);
        leases.fenced(&token(1));
        assert_eq!(leases.token(3), Some(token(2)));
        leases.fenced(&token(2));
        assert_eq!(leases.token(3), None);
    }
}
