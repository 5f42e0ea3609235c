//! The guest endpoints of all Machines.

use std::collections::HashMap;
use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use autovibe_proto::MachineId;
use tokio_util::task::TaskTracker;

use crate::splice::gate::{Gate, Vouched};
use crate::splice::listener::Listener;
use crate::splice::uplink::GuestUplink;

/// All guest endpoints of the node.
#[derive(Debug)]
pub(crate) struct Splices {
    uplink: Arc<dyn GuestUplink>,
    listeners: Mutex<HashMap<MachineId, Listener>>,
    tasks: TaskTracker,
}

impl Splices {
    pub(crate) fn new(uplink: Arc<dyn GuestUplink>) -> Splices {
        Splices { uplink, listeners: Mutex::default(), tasks: TaskTracker::new() }
    }

    /// Listens for a Machine and lets its guest pass; does nothing more when that is so already.
    pub(crate) fn open(&self, machine: &MachineId, path: &Path, vouched: Vouched) -> io::Result<()> {
        self.listen(machine, path, Gate::Open(vouched))
    }

    /// Listens for a Machine, lets nobody pass, and ends what its last life left open.
    pub(crate) fn shut(&self, machine: &MachineId, path: &Path) -> io::Result<()> {
        self.listen(machine, path, Gate::Shut)?;
        self.cut(machine);
        Ok(())
    }

    fn listen(&self, machine: &MachineId, path: &Path, gate: Gate) -> io::Result<()> {
        let mut listeners = self.listeners();
        if let Some(listener) = listeners.get(machine)
            && listener.is_in_place(path)
        {
            listener.set_gate(gate);
            return Ok(());
        }
        // The old listener goes first, so that its end does not remove the new socket.
        listeners.remove(machine);
        let listener = Listener::start(machine, path, gate, self.uplink.clone(), &self.tasks)?;
        listeners.insert(machine.clone(), listener);
        Ok(())
    }

    /// Ends the present connections of a Machine.
    pub(crate) fn cut(&self, machine: &MachineId) {
        if let Some(listener) = self.listeners().get(machine) {
            listener.cut();
        }
    }

    /// Ends the endpoint of a Machine that is gone, and removes its folder if nothing else is in it.
    pub(crate) fn close(&self, machine: &MachineId) {
        let Some(listener) = self.listeners().remove(machine) else { return };
        let folder = listener.folder();
        drop(listener);
        if let Some(folder) = folder {
            // A folder that holds anything stays.
            let _ = std::fs::remove_dir(folder);
        }
    }

    /// Ends all endpoints and waits until nothing runs any more.
    pub(crate) async fn close_all(&self) {
        self.listeners().clear();
        self.tasks.close();
        self.tasks.wait().await;
    }

    fn listeners(&self) -> MutexGuard<'_, HashMap<MachineId, Listener>> {
        self.listeners.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
