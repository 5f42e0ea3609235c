//! The guest endpoint of one Machine.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use autovibe_proto::MachineId;
use tokio::net::UnixListener;
use tokio::sync::{Semaphore, watch};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::splice::connection::splice;
use crate::splice::gate::Gate;
use crate::splice::socket::{SocketFile, bind};
use crate::splice::uplink::GuestUplink;

/// Connections of one Machine; its guest needs one, and one more while it reconnects.
const CONNECTIONS_MAX: usize = 64;
/// Pause after a failed accept, as when the process is out of descriptors.
const ACCEPT_PAUSE: Duration = Duration::from_millis(200);

/// Listens for one Machine until it is dropped.
#[derive(Debug)]
pub(super) struct Listener {
    path: PathBuf,
    file: Option<SocketFile>,
    gate: watch::Sender<Gate>,
    /// Ends the connections of the present life.
    connections: Arc<Mutex<CancellationToken>>,
    /// Ends the listening.
    stop: CancellationToken,
}

impl Listener {
    pub(super) fn start(
        machine: &MachineId,
        path: &Path,
        gate: Gate,
        uplink: Arc<dyn GuestUplink>,
        tasks: &TaskTracker,
    ) -> io::Result<Listener> {
        let socket = bind(path)?;
        let listener = Listener {
            path: path.to_owned(),
            file: SocketFile::at(path),
            gate: watch::Sender::new(gate),
            connections: Arc::default(),
            stop: CancellationToken::new(),
        };
        let acceptor = Acceptor {
            machine: machine.clone(),
            gate: listener.gate.subscribe(),
            connections: listener.connections.clone(),
            uplink,
            slots: Arc::new(Semaphore::new(CONNECTIONS_MAX)),
            tasks: tasks.clone(),
        };
        let stop = listener.stop.clone();
        tasks.spawn(async move { stop.run_until_cancelled(acceptor.run(socket)).await });
        Ok(listener)
    }

    /// The socket is still the file at its path; a driver may have removed the folder.
    pub(super) fn is_in_place(&self, path: &Path) -> bool {
        self.path == path && self.file.is_some() && SocketFile::at(path) == self.file
    }

    pub(super) fn folder(&self) -> Option<PathBuf> {
        self.path.parent().map(Path::to_owned)
    }

    pub(super) fn set_gate(&self, gate: Gate) {
        self.gate.send_replace(gate);
    }

    /// Ends every connection that was accepted so far.
    pub(super) fn cut(&self) {
        let mut connections = self.connections.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::take(&mut *connections).cancel();
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.stop.cancel();
        self.cut();
        if self.file.is_some() && SocketFile::at(&self.path) == self.file {
            // Left behind it would do no harm: the next bind removes it.
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

struct Acceptor {
    machine: MachineId,
    gate: watch::Receiver<Gate>,
    connections: Arc<Mutex<CancellationToken>>,
    uplink: Arc<dyn GuestUplink>,
    slots: Arc<Semaphore>,
    tasks: TaskTracker,
}

impl Acceptor {
    async fn run(self, socket: UnixListener) {
        loop {
            let guest = match socket.accept().await {
                Ok((guest, _)) => guest,
                Err(error) => {
                    tracing::warn!(machine.id = %self.machine, %error, "a guest connection was not accepted");
                    tokio::time::sleep(ACCEPT_PAUSE).await;
                    continue;
                }
            };
            let Ok(slot) = self.slots.clone().try_acquire_owned() else {
                tracing::warn!(machine.id = %self.machine, "too many guest connections, one was refused");
                continue;
            };
            let cut = self.connections.lock().unwrap_or_else(PoisonError::into_inner).clone();
            let (machine, gate, uplink) = (self.machine.clone(), self.gate.clone(), self.uplink.clone());
            self.tasks.spawn(async move {
                let joined = cut.run_until_cancelled(splice(&machine, guest, gate, uplink)).await;
                drop(slot);
                if let Some(Err(error)) = joined {
                    tracing::debug!(machine.id = %machine, %error, "a guest connection ended");
                }
            });
        }
    }
}
