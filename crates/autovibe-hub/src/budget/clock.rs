//! The working time of Turns: counted while they work, in steps, and at their ends.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::time::Duration;

use autovibe_proto::v1::{Machine, MachineState, Turn};
use autovibe_proto::{Failure, MachineId};
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use tokio::time::{Instant, MissedTickBehavior};

use super::book::open_account;
use super::hold::{hold_machine, release_held};
use crate::actor::machine::is_held;
use crate::changes::Change;
use crate::database::Entity as _;
use crate::hub::Hub;

/// A limit of time is passed by this much at most, and a pause is seen this late.
const EVERY: Duration = Duration::from_secs(2);
/// Machines that are looked at.
const MACHINES_MAX: usize = 20_000;

/// A Turn whose time is being counted.
#[derive(Debug)]
struct Stint {
    turn_id: String,
    /// Counted up to here.
    since: Instant,
    /// False while the Machine stands still.
    works: bool,
}

/// Runs until the task is cancelled.
pub(crate) async fn keep(hub: Arc<Hub>, mut changes: Receiver<Change>) {
    let mut stints = HashMap::new();
    let mut ticks = tokio::time::interval(EVERY);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut knows_held = false;
    loop {
        let outcome = tokio::select! {
            _ = ticks.tick() => tick(&hub, &mut stints, &mut knows_held).await,
            change = changes.recv() => match change {
                Ok(change) if change.entity == Turn::NAME && !change.deleted => {
                    observe(&hub, &mut stints, &change.machine_id).await
                }
                // The next tick sees what was missed.
                Ok(_) | Err(RecvError::Lagged(_)) => Ok(()),
                Err(RecvError::Closed) => return,
            },
        };
        if let Err(failure) = outcome {
            tracing::warn!(error = %failure, "working time could not be counted; the next look makes up for it");
        }
    }
}

/// A Turn of the Machine began or ended.
async fn observe(hub: &Hub, stints: &mut HashMap<String, Stint>, machine_id: &str) -> Result<(), Failure> {
    let machine = hub.database().get::<Machine>(machine_id).await?;
    let Some(machine) = machine.filter(|_| acts_for(hub, machine_id)) else {
        stints.remove(machine_id);
        return Ok(());
    };
    let works = machine.state() == MachineState::Working;
    count(hub, stints, &machine, works).await
}

async fn tick(hub: &Hub, stints: &mut HashMap<String, Stint>, knows_held: &mut bool) -> Result<(), Failure> {
    if !*knows_held {
        find_held(hub).await?;
        *knows_held = true;
    }
    let filter = format!("state = {}", MachineState::Working as i32);
    let working = hub.database().list_all::<Machine>(&filter, "", MACHINES_MAX).await?;
    let working: Vec<Machine> = working.into_iter().filter(|machine| acts_for(hub, &machine.id)).collect();
    let ids: HashSet<&str> = working.iter().map(|machine| machine.id.as_str()).collect();
    let standing: Vec<String> = stints.keys().filter(|id| !ids.contains(id.as_str())).cloned().collect();
    for id in standing {
        observe(hub, stints, &id).await?;
    }
    for machine in &working {
        count(hub, stints, machine, true).await?;
        // Cost and tokens only grow by requests, and those meet the gate.
        if let Some(reached) = hub.budgets().out_of_time(&machine.id) {
            hold_machine(hub, machine, &reached).await?;
        }
    }
    release_held(hub).await
}

/// Counts the time since the last look, and what runs from now on.
async fn count(
    hub: &Hub,
    stints: &mut HashMap<String, Stint>,
    machine: &Machine,
    works: bool,
) -> Result<(), Failure> {
    let now = Instant::now();
    if let Some(stint) = stints.get_mut(&machine.id) {
        let is_end = machine.turn_id.as_deref() != Some(&stint.turn_id);
        // One that stood still at either end counts for nothing; its end is when it worked last.
        if stint.works && (works || is_end) {
            let time_ms = i64::try_from(now.duration_since(stint.since).as_millis()).unwrap_or(i64::MAX);
            hub.budgets().add_work(&machine.id, &stint.turn_id, time_ms);
        }
        if is_end {
            stints.remove(&machine.id);
        } else {
            stint.since = now;
            stint.works = works;
        }
    }
    if let Some(turn_id) = machine.turn_id.as_ref().filter(|_| !stints.contains_key(&machine.id)) {
        // Opened before anything is counted, so that the Turn's own time begins at nothing.
        open_account(hub, machine).await?;
        let stint = Stint { turn_id: turn_id.clone(), since: now, works };
        stints.insert(machine.id.clone(), stint);
    }
    Ok(())
}

/// A Hub that has just started looks for the Machines that a former one held.
async fn find_held(hub: &Hub) -> Result<(), Failure> {
    let machines = hub.database().list_all::<Machine>("", "", MACHINES_MAX).await?;
    machines.iter().filter(|machine| is_held(machine)).for_each(|machine| {
        hub.budgets().note_held(&machine.id);
    });
    Ok(())
}

fn acts_for(hub: &Hub, machine_id: &str) -> bool {
    machine_id.parse::<MachineId>().is_ok_and(|id| hub.leases().token_for(&id).is_ok())
}
