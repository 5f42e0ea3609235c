//! The guests that are connected: one connection per Machine, the newest one counts.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use autovibe_proto::MachineId;
use autovibe_proto::guest::v1::GuestCommand;
use autovibe_proto::v1::CheckpointCut;
use tokio::sync::{broadcast, mpsc};
use tokio_util::sync::CancellationToken;

use super::allowance::Allowance;
use super::connection::GuestConnection;
use super::last_heartbeat::LastHeartbeats;
use super::pending_stream::PendingStreams;
use crate::guest_link::{GuestAway, GuestLink};

/// Commands that wait for one guest; Effects of a Machine run one at a time, streams come on top.
const COMMAND_COUNT_MAX: usize = 64;
/// Beyond as many, those of Machines without a connection are forgotten.
const ALLOWANCE_COUNT_MAX: usize = 24_000;
/// A guest that takes no command for this long counts as away.
const SEND_TIME_MAX: Duration = Duration::from_secs(5);
/// Readers that fall behind by more look at the incarnations anew.
const CONNECTED_COUNT_MAX: usize = 1024;

/// The connections of all guests that this Hub serves.
#[derive(Debug)]
pub struct GuestRegistry {
    connected: broadcast::Sender<MachineId>,
    serials: AtomicU64,
    lives: Mutex<HashMap<MachineId, Life>>,
    streams: PendingStreams,
    allowances: Mutex<HashMap<MachineId, Arc<Allowance>>>,
    heartbeats: LastHeartbeats,
}

/// What is known of a Machine's guest.
#[derive(Debug)]
struct Life {
    serial: u64,
    incarnation: i64,
    closing: CancellationToken,
    commands: Option<mpsc::Sender<GuestCommand>>,
    /// The life whose token was used: its bootstrap secret is spent.
    token_incarnation: i64,
}

impl GuestRegistry {
    /// A registry without connections.
    #[must_use]
    pub fn new() -> Arc<GuestRegistry> {
        Arc::new(GuestRegistry {
            connected: broadcast::channel(CONNECTED_COUNT_MAX).0,
            serials: AtomicU64::new(1),
            lives: Mutex::default(),
            streams: PendingStreams::default(),
            allowances: Mutex::default(),
            heartbeats: LastHeartbeats::default(),
        })
    }

    /// A number that no other connection has.
    pub(crate) fn next_serial(&self) -> u64 {
        self.serials.fetch_add(1, Ordering::Relaxed)
    }

    /// What the guest of a Machine may do; the same for all its connections.
    pub(crate) fn allowance(&self, machine_id: &MachineId) -> Arc<Allowance> {
        let mut allowances = self.allowances.lock().unwrap_or_else(PoisonError::into_inner);
        if allowances.len() >= ALLOWANCE_COUNT_MAX {
            // Nobody is connected for these; their buckets have had time to fill.
            allowances.retain(|_, allowance| Arc::strong_count(allowance) > 1);
        }
        Arc::clone(allowances.entry(machine_id.clone()).or_default())
    }

    /// Makes this the connection of its Machine and ends the former one; false when a newer one is there.
    pub(crate) fn greet(&self, connection: &GuestConnection) -> bool {
        let mut lives = self.lives();
        let mut token_incarnation = 0;
        let mut commands = None;
        if let Some(former) = lives.get_mut(&connection.machine_id) {
            let is_newer = former.incarnation > connection.incarnation
                || (former.incarnation == connection.incarnation && former.serial > connection.serial);
            if is_newer && !former.closing.is_cancelled() {
                return false;
            }
            token_incarnation = former.token_incarnation;
            if former.serial == connection.serial {
                commands = former.commands.take();
            } else {
                former.closing.cancel();
            }
        }
        let life = Life {
            serial: connection.serial,
            incarnation: connection.incarnation,
            closing: connection.closing.clone(),
            commands,
            token_incarnation,
        };
        lives.insert(connection.machine_id.clone(), life);
        true
    }

    /// The guest takes commands from now on; `None` when another connection took its place.
    pub(crate) fn take_commands(&self, connection: &GuestConnection) -> Option<mpsc::Receiver<GuestCommand>> {
        let (sender, receiver) = mpsc::channel(COMMAND_COUNT_MAX);
        {
            let mut lives = self.lives();
            let life =
                lives.get_mut(&connection.machine_id).filter(|life| life.serial == connection.serial)?;
            life.commands = Some(sender);
        }
        // Without readers nobody waits.
        let _ = self.connected.send(connection.machine_id.clone());
        Some(receiver)
    }

    /// The connection has ended.
    pub(crate) fn leave(&self, connection: &GuestConnection) {
        let mut lives = self.lives();
        if let Some(life) = lives.get_mut(&connection.machine_id)
            && life.serial == connection.serial
        {
            life.commands = None;
            life.closing.cancel();
        }
    }

    /// A token of this life was used: whoever holds its bootstrap secret comes too late.
    pub(crate) fn spend_bootstrap(&self, connection: &GuestConnection) {
        let mut lives = self.lives();
        if let Some(life) = lives.get_mut(&connection.machine_id) {
            life.token_incarnation = life.token_incarnation.max(connection.incarnation);
        }
    }

    /// True when the bootstrap secret of this life was spent.
    pub(crate) fn is_bootstrap_spent(&self, machine_id: &MachineId, incarnation: i64) -> bool {
        self.lives().get(machine_id).is_some_and(|life| life.token_incarnation >= incarnation)
    }

    /// What each guest measured last.
    pub(crate) fn heartbeats(&self) -> &LastHeartbeats {
        &self.heartbeats
    }

    /// Streams that wait for their guest.
    pub(crate) fn streams(&self) -> &PendingStreams {
        &self.streams
    }

    fn lives(&self) -> MutexGuard<'_, HashMap<MachineId, Life>> {
        self.lives.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl GuestLink for GuestRegistry {
    async fn send(&self, machine: &MachineId, command: GuestCommand) -> Result<(), GuestAway> {
        let commands = self.lives().get(machine).and_then(|life| life.commands.clone()).ok_or(GuestAway)?;
        commands.send_timeout(command, SEND_TIME_MAX).await.map_err(|_| GuestAway)
    }

    fn incarnation(&self, machine: &MachineId) -> Option<i64> {
        let lives = self.lives();
        let life = lives.get(machine)?;
        let is_open = life.commands.as_ref().is_some_and(|commands| !commands.is_closed());
        is_open.then_some(life.incarnation)
    }

    fn last_cut(&self, machine: &MachineId) -> Option<CheckpointCut> {
        self.heartbeats.cut(machine)
    }

    fn connected(&self) -> broadcast::Receiver<MachineId> {
        self.connected.subscribe()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn connection(registry: &GuestRegistry, machine_id: &MachineId, incarnation: i64) -> GuestConnection {
        let allowance = registry.allowance(machine_id);
        GuestConnection::new(
            machine_id.clone(),
            incarnation,
            registry.next_serial(),
            String::new(),
            allowance,
        )
    }

    #[tokio::test]
    async fn a_new_connection_takes_the_place_of_the_old_one() {
        let (registry, id) = (GuestRegistry::new(), MachineId::generate());
        let (old, new) = (connection(&registry, &id, 1), connection(&registry, &id, 1));
        assert!(registry.greet(&old));
        let mut at_old = registry.take_commands(&old).unwrap();
        assert_eq!(registry.incarnation(&id), Some(1));
        assert!(registry.greet(&new));
        assert!(old.closing.is_cancelled() && !new.closing.is_cancelled());
        assert_eq!(registry.incarnation(&id), None);
        assert!(registry.take_commands(&old).is_none());
        let mut at_new = registry.take_commands(&new).unwrap();
        registry.leave(&old);
        registry.send(&id, GuestCommand::default()).await.unwrap();
        assert!(at_new.recv().await.is_some() && at_old.recv().await.is_none());
        registry.leave(&new);
        assert_eq!(registry.send(&id, GuestCommand::default()).await, Err(GuestAway));
    }

    #[tokio::test(start_paused = true)]
    async fn connecting_anew_gives_no_new_allowance() {
        let (registry, id) = (GuestRegistry::new(), MachineId::generate());
        for _ in 0..10 {
            let connection = connection(&registry, &id, 1);
            (0..5).for_each(|_| connection.allowance.orders.take().unwrap());
        }
        assert!(connection(&registry, &id, 2).allowance.orders.take().is_err());
        assert!(registry.allowance(&MachineId::generate()).orders.take().is_ok());
    }

    #[test]
    fn an_older_life_does_not_come_back() {
        let (registry, id) = (GuestRegistry::new(), MachineId::generate());
        let newer = connection(&registry, &id, 2);
        let older = connection(&registry, &id, 1);
        assert!(registry.greet(&newer));
        assert!(!registry.greet(&older));
        assert!(!newer.closing.is_cancelled());
    }

    #[test]
    fn a_bootstrap_secret_is_spent_by_the_first_token() {
        let (registry, id) = (GuestRegistry::new(), MachineId::generate());
        let connection = connection(&registry, &id, 2);
        assert!(registry.greet(&connection));
        assert!(!registry.is_bootstrap_spent(&id, 2));
        registry.spend_bootstrap(&connection);
        assert!(registry.is_bootstrap_spent(&id, 2));
        assert!(!registry.is_bootstrap_spent(&id, 3));
    }
}
