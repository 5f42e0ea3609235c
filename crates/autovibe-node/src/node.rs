//! The parts of one node, and what they do together.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use autovibe_hypervisor::HypervisorDriver;
use autovibe_hypervisor::layer::{LayerConfig, layered};
use autovibe_proto::node::v1::{MachineObservation, PowerState};
use autovibe_proto::v1::Capabilities;
use autovibe_proto::{MachineId, NodeId};
use futures::StreamExt as _;
use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;

use crate::command::Commands;
use crate::config::NodeConfig;
use crate::error::NodeError;
use crate::folder::{self, FolderLock};
use crate::host;
use crate::ledger::Ledger;
use crate::observation::{Observations, absent};
use crate::splice::{Splices, Vouched};

/// How often all Machines are looked at, in case an event was missed.
const LOOK_INTERVAL: Duration = Duration::from_secs(5);
/// How long running commands may take to end when the node stops; the Hub repeats those that do not.
const STOP_MAX: Duration = Duration::from_secs(5);

/// Checkpoints that are read completely at the same time; each takes a processor and the disk.
pub(crate) const VERIFICATIONS_MAX: usize = 1;

#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) id: NodeId,
    pub(crate) name: String,
    pub(crate) folder: PathBuf,
    pub(crate) driver: Arc<dyn HypervisorDriver>,
    pub(crate) ledger: Ledger,
    pub(crate) commands: Commands,
    pub(crate) splices: Splices,
    pub(crate) observations: Observations,
    pub(crate) stop: CancellationToken,
    pub(crate) verifications: Semaphore,
    lock: Mutex<Option<FolderLock>>,
}

impl Node {
    /// Opens the folder, adopts what runs, and begins to watch it.
    pub(crate) async fn start(config: NodeConfig) -> Result<Arc<Node>, NodeError> {
        let lock = folder::lock(&config.folder)?;
        let id = folder::node_id(&config.folder)?;
        let ledger = Ledger::open(&config.folder.join("ledger"))?;
        let node = Arc::new(Node {
            id,
            name: config.name,
            folder: config.folder,
            driver: layered(config.driver, &LayerConfig::default()),
            observations: Observations::new(ledger.clone()),
            ledger,
            commands: Commands::default(),
            splices: Splices::new(config.hub_guest),
            stop: CancellationToken::new(),
            verifications: Semaphore::new(VERIFICATIONS_MAX),
            lock: Mutex::new(Some(lock)),
        });
        node.adopt().await?;
        let watcher = node.clone();
        node.commands.tasks.spawn(async move {
            let stop = watcher.stop.clone();
            stop.run_until_cancelled(watcher.watch()).await;
        });
        Ok(node)
    }

    pub(crate) fn is_stopping(&self) -> bool {
        self.stop.is_cancelled()
    }

    /// Stops serving and gives the folder free; Machines go on.
    pub(crate) async fn shutdown(&self) {
        self.stop.cancel();
        self.commands.tasks.close();
        if tokio::time::timeout(STOP_MAX, self.commands.tasks.wait()).await.is_err() {
            tracing::warn!("commands still run, their effects will be repeated");
        }
        self.ledger.close();
        self.splices.close_all().await;
        self.lock.lock().unwrap_or_else(PoisonError::into_inner).take();
    }

    /// Takes over the Machines that a former process left running.
    async fn adopt(&self) -> Result<(), NodeError> {
        let since = self.observations.look();
        let all = self.driver.observe().await?;
        for seen in &all {
            let Ok(machine) = seen.machine_id.parse::<MachineId>() else { continue };
            match seen.power() {
                PowerState::Running | PowerState::Paused => {
                    // One endpoint that fails must not keep the other Machines from being adopted.
                    if let Err(error) = self.open_guest(&machine) {
                        tracing::error!(machine.id = %machine, error = &error as &dyn std::error::Error,
                            "the guest endpoint cannot be opened again");
                    }
                }
                PowerState::Off | PowerState::Absent | PowerState::Unspecified => {}
            }
        }
        tracing::info!(node.id = %self.id, count = all.len(), "machines adopted");
        self.observations.note_all(since, &all);
        Ok(())
    }

    /// Lets the guest of a Machine pass, with the newest ticket of the ledger.
    pub(crate) fn open_guest(&self, machine: &MachineId) -> Result<(), NodeError> {
        let Some(path) = self.driver.guest_socket(machine) else { return Ok(()) };
        let known = self.ledger.machine(machine.as_str()).filter(|known| !known.guest_ticket.is_empty());
        let Some(known) = known else {
            tracing::warn!(machine.id = %machine, "the ledger has no ticket for this machine, its guest cannot connect");
            return Ok(());
        };
        let vouched = Vouched { incarnation: known.incarnation, guest_ticket: known.guest_ticket };
        let what = format!("listen for the guest of {machine}");
        self.splices.open(machine, &path, vouched).map_err(NodeError::io(what))
    }

    /// Lets nobody pass while one life of a Machine ends and the next begins.
    pub(crate) fn shut_guest(&self, machine: &MachineId) -> Result<(), NodeError> {
        let Some(path) = self.driver.guest_socket(machine) else { return Ok(()) };
        let what = format!("listen for the guest of {machine}");
        self.splices.shut(machine, &path).map_err(NodeError::io(what))
    }

    /// What the driver sees of a Machine now, with its incarnation.
    pub(crate) async fn look_at(&self, machine: &MachineId) -> Result<MachineObservation, NodeError> {
        let seen = self.driver.observe_machine(machine).await?;
        Ok(self.observations.label(seen.unwrap_or_else(|| absent(machine.as_str()))))
    }

    /// What the driver sees of all Machines now.
    ///
    /// A Machine that a command works on is given as it was before.
    pub(crate) async fn look_at_all(&self) -> Result<Vec<MachineObservation>, NodeError> {
        let since = self.observations.look();
        let all = self.driver.observe().await?;
        self.observations.note_all(since, &all);
        Ok(self.observations.all())
    }

    /// The driver's capabilities with those of the host.
    pub(crate) async fn capabilities(&self) -> Result<Capabilities, NodeError> {
        let mut capabilities = self.driver.capabilities().await?;
        capabilities.vcpu_count = host::vcpu_count();
        capabilities.memory_bytes = host::memory_bytes();
        Ok(capabilities)
    }

    /// Follows the driver for as long as the node lives.
    async fn watch(&self) {
        let mut interval = tokio::time::interval(LOOK_INTERVAL);
        interval.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        let mut events = self.driver.events();
        loop {
            tokio::select! {
                event = events.next() => match event {
                    Some(event) => self.follow(event).await,
                    // The stream ends when it was read too slowly.
                    None => {
                        interval.tick().await;
                        events = self.driver.events();
                        self.refresh().await;
                    }
                },
                _ = interval.tick() => self.refresh().await,
            }
        }
    }

    async fn refresh(&self) {
        if let Err(error) = self.look_at_all().await {
            tracing::warn!(error = &error as &dyn std::error::Error, "the driver cannot list its machines");
        }
    }

    /// Looks again, because an event may be older than what is known.
    async fn follow(&self, event: MachineObservation) {
        let Ok(machine) = event.machine_id.parse::<MachineId>() else { return };
        let since = self.observations.look();
        let seen = match self.driver.observe_machine(&machine).await {
            Ok(seen) => seen.unwrap_or_else(|| absent(machine.as_str())),
            Err(_) => event,
        };
        match seen.power() {
            // A stream whose virtual machine is gone would stay open for ever.
            PowerState::Off | PowerState::Absent if self.observations.is_quiet(since, &machine) => {
                self.splices.cut(&machine);
            }
            PowerState::Off
            | PowerState::Absent
            | PowerState::Running
            | PowerState::Paused
            | PowerState::Unspecified => {}
        }
        self.observations.note(since, seen);
    }
}
