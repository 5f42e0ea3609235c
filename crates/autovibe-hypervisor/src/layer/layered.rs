//! A driver with one layer around it.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use autovibe_proto::node::v1::{CheckpointObservation, MachineObservation, PowerGoal};
use autovibe_proto::v1::{Capabilities, Image, MachineSpec};
use autovibe_proto::{CheckpointId, MachineId};

use crate::driver::{
    BootSeed, CheckpointHandle, CheckpointReport, Forked, HypervisorDriver, MachineHandle, MachineSample,
    ObservationStream, Verification,
};
use crate::error::DriverError;
use crate::layer::around::{Around, VerbCall};
use crate::verb::Verb;

/// A driver with the layer `L` around every verb.
#[derive(Debug)]
pub struct Layered<L> {
    inner: Arc<dyn HypervisorDriver>,
    layer: L,
}

impl<L: Around> Layered<L> {
    /// Puts a layer around a driver.
    pub fn new(inner: Arc<dyn HypervisorDriver>, layer: L) -> Layered<L> {
        Layered { inner, layer }
    }
}

#[async_trait]
impl<L: Around> HypervisorDriver for Layered<L> {
    fn kind(&self) -> &'static str {
        self.inner.kind()
    }

    async fn capabilities(&self) -> Result<Capabilities, DriverError> {
        let call = VerbCall::new(Verb::Capabilities);
        self.layer.around(&call, &|| self.inner.capabilities()).await
    }

    async fn images(&self) -> Result<Vec<Image>, DriverError> {
        let call = VerbCall::new(Verb::Images);
        self.layer.around(&call, &|| self.inner.images()).await
    }

    async fn create(
        &self,
        id: &MachineId,
        image_digest: &str,
        spec: &MachineSpec,
        seed: &BootSeed,
    ) -> Result<MachineHandle, DriverError> {
        let call = VerbCall { spec: Some(spec), ..VerbCall::new(Verb::Create).machine(id) };
        self.layer.around(&call, &|| self.inner.create(id, image_digest, spec, seed)).await
    }

    async fn power(
        &self,
        id: &MachineId,
        goal: PowerGoal,
        grace: Duration,
        seed: Option<&BootSeed>,
    ) -> Result<MachineHandle, DriverError> {
        let call = VerbCall { goal: Some(goal), grace, ..VerbCall::new(Verb::Power).machine(id) };
        self.layer.around(&call, &|| self.inner.power(id, goal, grace, seed)).await
    }

    async fn destroy(&self, id: &MachineId) -> Result<(), DriverError> {
        let call = VerbCall::new(Verb::Destroy).machine(id);
        self.layer.around(&call, &|| self.inner.destroy(id)).await
    }

    async fn checkpoint(
        &self,
        id: &MachineId,
        checkpoint: &CheckpointId,
    ) -> Result<CheckpointReport, DriverError> {
        let call = VerbCall::new(Verb::Checkpoint).machine(id).checkpoint(checkpoint);
        self.layer.around(&call, &|| self.inner.checkpoint(id, checkpoint)).await
    }

    async fn restore(
        &self,
        id: &MachineId,
        checkpoint: &CheckpointId,
        handle: &CheckpointHandle,
        seed: &BootSeed,
    ) -> Result<MachineHandle, DriverError> {
        let call = VerbCall::new(Verb::Restore).machine(id).checkpoint(checkpoint);
        self.layer.around(&call, &|| self.inner.restore(id, checkpoint, handle, seed)).await
    }

    async fn fork(
        &self,
        checkpoint: &CheckpointId,
        handle: &CheckpointHandle,
        id: &MachineId,
        seed: &BootSeed,
    ) -> Result<Forked, DriverError> {
        let call = VerbCall::new(Verb::Fork).machine(id).checkpoint(checkpoint);
        self.layer.around(&call, &|| self.inner.fork(checkpoint, handle, id, seed)).await
    }

    async fn forget(&self, checkpoint: &CheckpointId, handle: &CheckpointHandle) -> Result<(), DriverError> {
        let call = VerbCall::new(Verb::Forget).checkpoint(checkpoint);
        self.layer.around(&call, &|| self.inner.forget(checkpoint, handle)).await
    }

    async fn list_checkpoints(&self) -> Result<Vec<CheckpointObservation>, DriverError> {
        let call = VerbCall::new(Verb::ListCheckpoints);
        self.layer.around(&call, &|| self.inner.list_checkpoints()).await
    }

    async fn verify(
        &self,
        checkpoint: &CheckpointId,
        handle: &CheckpointHandle,
    ) -> Result<Verification, DriverError> {
        let call = VerbCall::new(Verb::Verify).checkpoint(checkpoint);
        self.layer.around(&call, &|| self.inner.verify(checkpoint, handle)).await
    }

    async fn observe(&self) -> Result<Vec<MachineObservation>, DriverError> {
        let call = VerbCall::new(Verb::Observe);
        self.layer.around(&call, &|| self.inner.observe()).await
    }

    async fn observe_machine(&self, id: &MachineId) -> Result<Option<MachineObservation>, DriverError> {
        let call = VerbCall::new(Verb::Observe).machine(id);
        self.layer.around(&call, &|| self.inner.observe_machine(id)).await
    }

    fn events(&self) -> ObservationStream {
        self.inner.events()
    }

    fn guest_socket(&self, id: &MachineId) -> Option<PathBuf> {
        self.inner.guest_socket(id)
    }

    fn console_log(&self, id: &MachineId) -> Option<PathBuf> {
        self.inner.console_log(id)
    }

    async fn sample(&self, id: &MachineId) -> Result<MachineSample, DriverError> {
        let call = VerbCall::new(Verb::Sample).machine(id);
        self.layer.around(&call, &|| self.inner.sample(id)).await
    }
}
