//! Starting, pausing, continuing and stopping a Machine.

use std::sync::Arc;
use std::time::Duration;

use autovibe_hypervisor::{BootSeed, DriverError, MachineHandle};
use autovibe_proto::MachineId;
use autovibe_proto::node::v1::{PowerGoal, PowerState};
use serde_json::json;

use super::doorbell::{self, Ring};
use super::error::QemuError;
use super::handle;
use super::hypervisor::Hypervisor;
use super::life::Life;
use super::migration;
use super::process::QemuProcess;
use super::watch::power_of;

/// QEMU writes its disk caches back before it ends.
const QUIT_LIMIT: Duration = Duration::from_secs(10);

impl Hypervisor {
    pub(super) async fn power(
        self: Arc<Self>,
        id: MachineId,
        goal: PowerGoal,
        grace: Duration,
        seed: Option<BootSeed>,
    ) -> Result<MachineHandle, DriverError> {
        let slot = self.machine_slots.get(id.as_str());
        let _verb = slot.lock().await;
        let (_, record) = self.settled(&id).await?;
        let life = self.life(id.as_str(), record.life);
        let tell = |power| self.tell(id.as_str(), record.incarnation, power, "");
        match (goal, life.process()) {
            (PowerGoal::Unspecified, _) => {
                let why = "a goal must be named".to_owned();
                return Err(DriverError::Invalid { field: "goal", why });
            }
            (PowerGoal::Running, Some(_)) => {
                change(&life, PowerState::Running).await?;
                tell(PowerState::Running);
            }
            (PowerGoal::Running, None) => {
                let seed = seed.ok_or_else(|| DriverError::Invalid {
                    field: "seed",
                    why: "a machine that is off boots with a new one".to_owned(),
                })?;
                slot.set_watcher(None);
                self.boot(&id, &seed).await?;
            }
            (PowerGoal::Paused, Some(_)) => {
                change(&life, PowerState::Paused).await?;
                tell(PowerState::Paused);
            }
            (PowerGoal::Paused, None) => {
                return Err(DriverError::Conflict(format!("machine {id} is off")));
            }
            (PowerGoal::Off, process) => {
                if let Some(process) = process {
                    stop(&life, &process, grace).await?;
                }
                tell(PowerState::Off);
            }
        }
        Ok(handle::of_machine(&id))
    }
}

async fn change(life: &Life, goal: PowerState) -> Result<(), DriverError> {
    let mut monitor = life.monitor().await?;
    let changed = match goal {
        PowerState::Running => migration::go_on(&mut monitor).await,
        _ => monitor.execute("stop", json!({})).await.map(drop),
    };
    Ok(changed.map_err(QemuError::monitor("change power"))?)
}

/// Asks the guest, then QEMU, then the kernel.
async fn stop(life: &Life, process: &QemuProcess, grace: Duration) -> Result<(), DriverError> {
    if let Ok(mut monitor) = life.monitor().await {
        let status = monitor.execute("query-status", json!({})).await.unwrap_or_default();
        // A guest that stands still cannot hear a button.
        if power_of(&status).0 == PowerState::Running && !grace.is_zero() {
            // An image with a power button handler hears the button, one with our guest the doorbell.
            let pressed = monitor.execute("system_powerdown", json!({})).await;
            tokio::spawn(doorbell::ring(life.doorbell(), Ring::PowerOff));
            if pressed.is_ok() && process.ended_within(grace).await {
                return Ok(());
            }
        }
        if monitor.execute("quit", json!({})).await.is_ok() && process.ended_within(QUIT_LIMIT).await {
            return Ok(());
        }
    }
    Ok(process.kill().await?)
}
