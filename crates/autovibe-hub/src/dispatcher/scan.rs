//! The safety net below the wake-ups: finds Effects that nobody carries out, as after a restart.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use autovibe_proto::v1::Effect;
use autovibe_proto::{Failure, MachineId};

use crate::hub::Hub;

/// A new Effect is announced in process, so this only finds what was left over.
const EVERY: Duration = Duration::from_secs(5);
const EFFECTS_MAX: usize = 100_000;

/// Runs until the task is cancelled.
pub(crate) async fn scan(hub: Arc<Hub>) {
    let mut acquisitions = hub.leases().acquisitions();
    loop {
        if let Err(failure) = look(&hub).await {
            tracing::warn!(error = %failure, "the effects could not be read");
        }
        tokio::select! {
            () = tokio::time::sleep(EVERY) => {}
            Ok(()) = acquisitions.changed() => {}
        }
    }
}

async fn look(hub: &Arc<Hub>) -> Result<(), Failure> {
    let effects = hub.database().list_all::<Effect>("", "", EFFECTS_MAX).await?;
    let machines: BTreeSet<MachineId> = effects
        .into_iter()
        .filter(|effect| hub.leases().token(effect.partition).is_some())
        .filter_map(|effect| effect.machine_id.parse().ok())
        .collect();
    for machine in machines {
        hub.dispatch(&machine);
    }
    Ok(())
}
