//! What there is now, and the repair of what a lost process of ours left half done.

use std::sync::Arc;

use autovibe_hypervisor::DriverError;
use autovibe_proto::MachineId;
use autovibe_proto::node::v1::{MachineObservation, PowerState};
use serde_json::json;

use super::checkpoint_record::CheckpointFolder;
use super::console;
use super::file::{self, Durability};
use super::hypervisor::Hypervisor;
use super::life::Life;
use super::machine::{MachineFolder, MachineRecord, MachineStage};
use super::migration;
use super::slot::Sight;
use super::watch::power_of;

impl Hypervisor {
    /// Repairs what was left half done and begins to watch what runs.
    pub(super) async fn adopt(self: &Arc<Self>) -> Result<(), DriverError> {
        for name in file::names_in(&self.machines)? {
            let Ok(id) = name.parse::<MachineId>() else { continue };
            if matches!(self.machine_folder(id.as_str()).read(), Ok(Some(record)) if record.stage == MachineStage::Creating)
            {
                // Whoever wanted it asks again.
                self.remove_machine(id.as_str()).await?;
                continue;
            }
            match self.settled(&id).await {
                Ok((_, record)) => self.watch_again(&record),
                Err(error) => tracing::warn!(machine.id = %id, %error, "machine is not adopted"),
            }
        }
        for name in file::names_in(&self.checkpoints)? {
            // A record that cannot be read may be that of a newer program: it is left alone.
            if matches!(CheckpointFolder::new(&self.checkpoints, &name).read(), Ok(None)) {
                self.remove_checkpoint(&name).await?;
            }
        }
        self.sweep_layers();
        Ok(())
    }

    fn watch_again(self: &Arc<Self>, record: &MachineRecord) {
        let life = self.life(&record.machine_id, record.life);
        if let Some(process) = life.process() {
            self.watch(&record.machine_id, record.incarnation, &life, process);
        }
    }

    /// Reads a Machine's record and brings it in line with what really happened; the caller holds the Machine.
    pub(super) async fn settled(
        self: &Arc<Self>,
        id: &MachineId,
    ) -> Result<(MachineFolder, MachineRecord), DriverError> {
        let (folder, mut record) = self.machine(id.as_str())?;
        if record.next.is_some() {
            record = self.abandon_next(&folder, record).await?;
        }
        if record.pending_layer.is_some() || record.resume {
            record = self.settle_cut(&folder, record).await?;
        }
        Ok((folder, record))
    }

    /// Gives up a life that a restore began.
    pub(super) async fn abandon_next(
        &self,
        folder: &MachineFolder,
        mut record: MachineRecord,
    ) -> Result<MachineRecord, DriverError> {
        if let Some(next) = record.next.take() {
            self.end(&self.life(&record.machine_id, next.life)).await?;
            folder.write(&record, Durability::Process)?;
            self.sweep_layers();
        }
        Ok(record)
    }

    /// Finds out which layer is written after a Checkpoint that was lost, and lets the Machine go on.
    async fn settle_cut(
        &self,
        folder: &MachineFolder,
        mut record: MachineRecord,
    ) -> Result<MachineRecord, DriverError> {
        let life = self.life(&record.machine_id, record.life);
        let pending = record.pending_layer.take().filter(|layer| self.layers.exists(layer));
        let mut taken = pending.is_some();
        if life.process().is_some() {
            let mut monitor = life.monitor().await?;
            let blocks = monitor.execute("query-block", json!({})).await.unwrap_or_default();
            let active = blocks
                .as_array()
                .into_iter()
                .flatten()
                .filter(|block| block["qdev"].as_str().is_some_and(|path| path.contains("disk0")))
                .find_map(|block| block["inserted"]["node-name"].as_str());
            taken = pending.as_ref().is_some_and(|layer| active == Some(&super::layer::node_name(layer)));
            if record.resume {
                // Refused when nothing is being saved any more.
                let _ = migration::cancel(&mut monitor).await;
                let _ = migration::go_on(&mut monitor).await;
            }
        }
        // Without a process, an empty layer on top changes nothing and a used one must not be lost.
        if let Some(layer) = pending.filter(|_| taken) {
            record.layers.insert(0, layer);
        }
        record.resume = false;
        folder.write(&record, Durability::Host)?;
        Ok(record)
    }

    pub(super) async fn observe(&self) -> Result<Vec<MachineObservation>, DriverError> {
        let mut seen = Vec::new();
        for name in file::names_in(&self.machines)? {
            if let Ok(id) = name.parse::<MachineId>() {
                seen.extend(self.observe_one(&id).await?);
            }
        }
        seen.sort_by(|left, right| left.machine_id.cmp(&right.machine_id));
        Ok(seen)
    }

    pub(super) async fn observe_one(
        &self,
        id: &MachineId,
    ) -> Result<Option<MachineObservation>, DriverError> {
        match self.machine_folder(id.as_str()).read() {
            Ok(Some(record)) => Ok(Some(self.observe_machine(&record).await)),
            Ok(None) => Ok(None),
            Err(error) => {
                let detail = format!("its record cannot be read: {error}");
                Ok(Some(self.observation(id.as_str(), 0, PowerState::Off, detail)))
            }
        }
    }

    async fn observe_machine(&self, record: &MachineRecord) -> MachineObservation {
        let id = record.machine_id.as_str();
        let observed = |power, detail| self.observation(id, record.incarnation, power, detail);
        if record.stage == MachineStage::Creating {
            return observed(PowerState::Off, "it was not made completely".to_owned());
        }
        let life = self.life(id, record.life);
        let known = self.machine_slots.get(id).sight();
        if life.process().is_none() {
            let told = known.filter(|sight| sight.power == PowerState::Off && !sight.detail.is_empty());
            let detail = told.map_or_else(|| self.last_words(record), |sight| sight.detail);
            return observed(PowerState::Off, detail);
        }
        match self.ask_power(id, &life).await.or(known) {
            Some(sight) => observed(sight.power, sight.detail),
            None => observed(PowerState::Running, "its monitor does not answer".to_owned()),
        }
    }

    /// Asks QEMU, unless a verb holds the Machine: then what was seen last is better than a passing state.
    async fn ask_power(&self, id: &str, life: &Life) -> Option<Sight> {
        let slot = self.machine_slots.get(id);
        let _free = slot.try_lock()?;
        let ask = async {
            let mut monitor = life.monitor().await.ok()?;
            monitor.execute("query-status", json!({})).await.ok()
        };
        let status = tokio::time::timeout(std::time::Duration::from_secs(1), ask).await.ok()??;
        let (power, detail) = power_of(&status);
        Some(Sight { power, detail })
    }

    fn last_words(&self, record: &MachineRecord) -> String {
        console::last_line(&self.machine_folder(&record.machine_id).console_log()).map_or_else(
            || "no QEMU process".to_owned(),
            |line| format!("no QEMU process; last on its console: {line}"),
        )
    }
}
