//! Removing Machines and Checkpoints.

use std::sync::Arc;

use autovibe_hypervisor::{CheckpointHandle, DriverError};
use autovibe_proto::node::v1::PowerState;
use autovibe_proto::{CheckpointId, MachineId};

use super::checkpoint_record::CheckpointFolder;
use super::file;
use super::handle;
use super::hypervisor::Hypervisor;

impl Hypervisor {
    pub(super) async fn destroy(self: Arc<Self>, id: MachineId) -> Result<(), DriverError> {
        let slot = self.machine_slots.get(id.as_str());
        let verb = slot.lock().await;
        self.remove_machine(id.as_str()).await?;
        drop(verb);
        drop(slot);
        self.machine_slots.remove(id.as_str());
        Ok(())
    }

    /// Removes a Machine with its folders; the caller holds the Machine.
    pub(super) async fn remove_machine(&self, id: &str) -> Result<(), DriverError> {
        let existed = self.empty_machine(id).await?;
        file::remove_folder(self.machine_folder(id).path())?;
        file::remove_folder(&self.sockets.join(id))?;
        if existed {
            self.tell(id, 0, PowerState::Absent, "");
        }
        Ok(())
    }

    /// Ends every life of a Machine and removes its files, but not the socket on which its node listens.
    ///
    /// Tells whether there was anything of it.
    pub(super) async fn empty_machine(&self, id: &str) -> Result<bool, DriverError> {
        let folder = self.machine_folder(id);
        self.machine_slots.get(id).set_watcher(None);
        let mut existed = false;
        // Lives are found by their folders, so that none is missed even when the record is torn.
        for name in file::names_in(folder.path())? {
            if let Ok(number) = name.parse() {
                existed = true;
                self.end(&self.life(id, number)).await?;
            }
        }
        {
            let _held = self.hold_sweeps();
            file::remove_file(&folder.path().join("machine.json"))?;
        }
        file::remove_file(&folder.console_log())?;
        self.sweep_layers();
        Ok(existed)
    }

    pub(super) async fn forget(
        self: Arc<Self>,
        id: CheckpointId,
        given: CheckpointHandle,
    ) -> Result<(), DriverError> {
        handle::check_checkpoint(&id, &given)?;
        let slot = self.checkpoint_slots.get(id.as_str());
        let alone = slot.take().await;
        self.remove_checkpoint(id.as_str()).await?;
        drop(alone);
        drop(slot);
        self.checkpoint_slots.remove(id.as_str());
        Ok(())
    }

    /// Removes a Checkpoint's files; children that map its memory keep it until they end.
    pub(super) async fn remove_checkpoint(&self, id: &str) -> Result<(), DriverError> {
        let folder = CheckpointFolder::new(&self.checkpoints, id);
        self.end(&self.template_life(id, &folder.template())).await?;
        {
            let _held = self.hold_sweeps();
            folder.remove()?;
        }
        self.sweep_layers();
        Ok(())
    }
}
