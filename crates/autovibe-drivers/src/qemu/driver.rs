//! The driver itself: every verb runs to its end even when its caller goes away.

use std::future::Future;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use autovibe_hypervisor::{
    BootSeed, CheckpointHandle, CheckpointReport, DriverError, Forked, HypervisorDriver, MachineHandle,
    MachineSample, ObservationStream, Verification,
};
use autovibe_proto::node::v1::{CheckpointObservation, MachineObservation, PowerGoal};
use autovibe_proto::v1::{Capabilities, CheckpointLevel, Image, MachineSpec};
use autovibe_proto::{CheckpointId, MachineId};
use futures::stream;
use tokio::sync::broadcast::error::RecvError;

use super::config::QemuConfig;
use super::create::{memory_bytes_max, vcpu_count_max};
use super::hypervisor::Hypervisor;
use super::{file, host, image};

/// Runs Machines as QEMU processes on this host; they outlive it.
#[derive(Debug)]
pub struct QemuDriver {
    hypervisor: Arc<Hypervisor>,
}

impl QemuDriver {
    /// Opens a folder: probes QEMU, repairs what was left half done, and watches what runs.
    ///
    /// # Errors
    /// `Unsupported` without a usable QEMU or, if it was demanded, without KVM; `Invalid` when the paths
    /// of sockets would be too long.
    pub async fn open(config: QemuConfig) -> Result<Self, DriverError> {
        let hypervisor = Hypervisor::open(config).await?;
        hypervisor.adopt().await?;
        Ok(Self { hypervisor })
    }

    /// The socket of the port on which a guest hears that it continues in a new life.
    ///
    /// For tests and diagnosis; one client at a time. `None` when there is no such Machine.
    #[must_use]
    pub fn doorbell_socket(&self, id: &MachineId) -> Option<PathBuf> {
        let (_, record) = self.hypervisor.machine(id.as_str()).ok()?;
        Some(self.hypervisor.life(id.as_str(), record.life).doorbell())
    }

    /// The number of a Machine's QEMU process, if it runs.
    #[must_use]
    pub fn process_id(&self, id: &MachineId) -> Option<i32> {
        let (_, record) = self.hypervisor.machine(id.as_str()).ok()?;
        self.hypervisor.life(id.as_str(), record.life).process().map(|process| process.pid)
    }

    /// Runs a verb to its end: a Machine must not stay stopped because a caller lost its patience.
    async fn to_the_end<T: Send + 'static>(
        &self,
        verb: impl Future<Output = Result<T, DriverError>> + Send + 'static,
    ) -> Result<T, DriverError> {
        match tokio::spawn(verb).await {
            Ok(outcome) => outcome,
            Err(error) => Err(DriverError::Backend { what: "driver".to_owned(), text: error.to_string() }),
        }
    }
}

#[async_trait]
impl HypervisorDriver for QemuDriver {
    fn kind(&self) -> &'static str {
        "qemu"
    }

    async fn capabilities(&self) -> Result<Capabilities, DriverError> {
        let this = &self.hypervisor;
        let accelerator = this.accelerator().await?;
        let (level, reason) = if this.program.saves_memory() {
            (
                CheckpointLevel::L3MemoryFork,
                "a checkpoint stops the processors while memory is saved".to_owned(),
            )
        } else {
            let why = format!("memory checkpoints need QEMU 9.0 or later, this is {}", this.program.version);
            (CheckpointLevel::L1DiskFork, why)
        };
        Ok(Capabilities {
            driver: self.kind().to_owned(),
            version: this.program.version.clone(),
            level: level.into(),
            level_reason: reason,
            accelerator: accelerator.name,
            accelerator_reason: accelerator.reason,
            shared_fork_memory: this.program.saves_memory(),
            closed_network: true,
            limits: this.limits.kind().to_owned(),
            limits_reason: this.limits.reason.clone(),
            vcpu_count: host::vcpu_count(),
            memory_bytes: i64::try_from(host::memory_bytes()).unwrap_or(i64::MAX),
            pause: true,
            machine_memory_bytes_max: memory_bytes_max(),
            machine_vcpu_count_max: vcpu_count_max(),
        })
    }

    async fn images(&self) -> Result<Vec<Image>, DriverError> {
        let images = image::list(&self.hypervisor.config.image_store)?;
        Ok(images.into_iter().map(|stored| stored.image).collect())
    }

    async fn create(
        &self,
        id: &MachineId,
        image_digest: &str,
        spec: &MachineSpec,
        seed: &BootSeed,
    ) -> Result<MachineHandle, DriverError> {
        let this = self.hypervisor.clone();
        self.to_the_end(this.create(id.clone(), image_digest.to_owned(), *spec, seed.clone())).await
    }

    async fn power(
        &self,
        id: &MachineId,
        goal: PowerGoal,
        grace: Duration,
        seed: Option<&BootSeed>,
    ) -> Result<MachineHandle, DriverError> {
        self.to_the_end(self.hypervisor.clone().power(id.clone(), goal, grace, seed.cloned())).await
    }

    async fn destroy(&self, id: &MachineId) -> Result<(), DriverError> {
        self.to_the_end(self.hypervisor.clone().destroy(id.clone())).await
    }

    async fn checkpoint(
        &self,
        id: &MachineId,
        checkpoint: &CheckpointId,
    ) -> Result<CheckpointReport, DriverError> {
        self.to_the_end(self.hypervisor.clone().checkpoint(id.clone(), checkpoint.clone())).await
    }

    async fn restore(
        &self,
        id: &MachineId,
        checkpoint: &CheckpointId,
        handle: &CheckpointHandle,
        seed: &BootSeed,
    ) -> Result<MachineHandle, DriverError> {
        let this = self.hypervisor.clone();
        self.to_the_end(this.restore(id.clone(), checkpoint.clone(), handle.clone(), seed.clone())).await
    }

    async fn fork(
        &self,
        checkpoint: &CheckpointId,
        handle: &CheckpointHandle,
        id: &MachineId,
        seed: &BootSeed,
    ) -> Result<Forked, DriverError> {
        let this = self.hypervisor.clone();
        self.to_the_end(this.fork(checkpoint.clone(), handle.clone(), id.clone(), seed.clone())).await
    }

    async fn forget(&self, checkpoint: &CheckpointId, handle: &CheckpointHandle) -> Result<(), DriverError> {
        self.to_the_end(self.hypervisor.clone().forget(checkpoint.clone(), handle.clone())).await
    }

    async fn list_checkpoints(&self) -> Result<Vec<CheckpointObservation>, DriverError> {
        self.hypervisor.list_checkpoints()
    }

    async fn verify(
        &self,
        checkpoint: &CheckpointId,
        handle: &CheckpointHandle,
    ) -> Result<Verification, DriverError> {
        let this = self.hypervisor.clone();
        self.to_the_end(this.verify(checkpoint.clone(), handle.clone())).await
    }

    async fn observe(&self) -> Result<Vec<MachineObservation>, DriverError> {
        self.hypervisor.observe().await
    }

    async fn observe_machine(&self, id: &MachineId) -> Result<Option<MachineObservation>, DriverError> {
        self.hypervisor.observe_one(id).await
    }

    fn events(&self) -> ObservationStream {
        let receiver = self.hypervisor.observations.subscribe();
        Box::pin(stream::unfold(receiver, |mut receiver| async move {
            match receiver.recv().await {
                Ok(observation) => Some((observation, receiver)),
                Err(RecvError::Lagged(_) | RecvError::Closed) => None,
            }
        }))
    }

    fn guest_socket(&self, id: &MachineId) -> Option<PathBuf> {
        let socket = self.hypervisor.guest_socket(id.as_str());
        // The node listens before there is a Machine, so the folder is made here.
        if let Some(Err(error)) = socket.parent().map(file::create_private_folder) {
            tracing::warn!(machine.id = %id, %error, "no folder for the guest socket");
        }
        Some(socket)
    }

    fn console_log(&self, id: &MachineId) -> Option<PathBuf> {
        let path = self.hypervisor.machine_folder(id.as_str()).console_log();
        path.exists().then_some(path)
    }

    async fn sample(&self, id: &MachineId) -> Result<MachineSample, DriverError> {
        self.hypervisor.sample(id)
    }
}
