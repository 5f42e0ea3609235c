//! Turns changes into wake-ups: a new MailboxEntry wakes its actor, a new Effect its couriers.

use std::sync::Arc;

use autovibe_proto::MachineId;
use autovibe_proto::v1::{Effect, MailboxEntry};
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;

use crate::actor;
use crate::changes::Change;
use crate::database::Entity as _;
use crate::dispatcher::{self, Lane};
use crate::hub::Hub;
use crate::wakeups::Place;

/// Runs until the task is cancelled; what it misses by lagging is found by the scans.
pub(crate) async fn route(hub: Arc<Hub>, mut changes: Receiver<Change>) {
    loop {
        let change = match changes.recv().await {
            Ok(change) => change,
            Err(RecvError::Lagged(count)) => {
                tracing::warn!(count, "wake-ups were missed; the scans make up for them");
                continue;
            }
            Err(RecvError::Closed) => return,
        };
        if change.deleted {
            continue;
        }
        let Ok(machine) = change.machine_id.parse::<MachineId>() else { continue };
        if change.entity == MailboxEntry::NAME {
            hub.wake(&machine);
        } else if change.entity == Effect::NAME {
            hub.dispatch(&machine);
        }
    }
}

impl Hub {
    /// Has the Machine's actor look into its mailbox.
    pub(crate) fn wake(self: &Arc<Hub>, machine: &MachineId) {
        let Some(signal) = self.actors().wake(machine) else { return };
        let hub = Arc::clone(self);
        let place = Place { owner: Arc::clone(self.actors()), key: machine.clone(), signal };
        self.tasks().spawn("machine actor", async move {
            loop {
                actor::run(&hub, &place.key, &place.signal).await;
                if place.leave() {
                    break;
                }
            }
        });
    }

    /// Has the Machine's Effects carried out.
    pub(crate) fn dispatch(self: &Arc<Hub>, machine: &MachineId) {
        for lane in Lane::ALL {
            let key = (machine.clone(), lane);
            let Some(signal) = self.couriers().wake(&key) else { continue };
            let hub = Arc::clone(self);
            let place = Place { owner: Arc::clone(self.couriers()), key, signal };
            self.tasks().spawn("effect courier", async move {
                loop {
                    dispatcher::run(&hub, &place.key.0, lane, &place.signal).await;
                    if place.leave() {
                        break;
                    }
                }
            });
        }
    }
}
