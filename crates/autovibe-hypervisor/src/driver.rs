//! The trait that every hypervisor driver implements, and what its verbs take and give.
//!
//! Rules that hold for every verb:
//!
//! - Ids come from the caller and are stamped into the hypervisor's object. The same id with the same
//!   arguments gives the existing object; other arguments are [`DriverError::Conflict`].
//! - Every verb may be repeated after a lost answer.
//! - Deleting what is gone succeeds; starting what runs succeeds.
//! - State is read back from the hypervisor, never assumed.
//! - What the capabilities deny is answered with [`DriverError::Unsupported`] and changes nothing.
//! - Objects without our stamp are never listed, changed or deleted.

use std::path::PathBuf;
use std::time::Duration;

use async_trait::async_trait;
use autovibe_proto::node::v1::{CheckpointObservation, GuestSeed, MachineObservation, PowerGoal};
use autovibe_proto::v1::{Capabilities, CheckpointLevel, Image, MachineSpec};
use autovibe_proto::{CheckpointId, MachineId};
use futures::stream::BoxStream;

use crate::error::DriverError;

/// What a driver remembers of a Machine: opaque, versioned, stored by the caller.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MachineHandle(pub Vec<u8>);

/// What a driver remembers of a Checkpoint: opaque, versioned, stored by the caller.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckpointHandle(pub Vec<u8>);

/// What the guest of a new life is told when it boots.
///
/// After a restore or fork the guest continues from memory and does not read it; it is kept for a later boot.
pub type BootSeed = GuestSeed;

/// Observations in the order in which the driver made them; a lagging reader must call `observe` again.
pub type ObservationStream = BoxStream<'static, MachineObservation>;

/// What a Checkpoint cost and holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckpointReport {
    /// How to find it again.
    pub handle: CheckpointHandle,
    /// Size on disk in bytes.
    pub size_bytes: u64,
    /// How long the processors stood still.
    pub pause: Duration,
    /// What was saved.
    pub level: CheckpointLevel,
}

/// A Machine made from a Checkpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forked {
    /// How to find it again.
    pub handle: MachineHandle,
    /// The level that was reached.
    pub level: CheckpointLevel,
}

/// One measurement of a Machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MachineSample {
    /// Processor time used since the virtual machine's start.
    pub cpu_time: Duration,
    /// Memory used on the host in bytes, shared pages counted by share.
    pub memory_bytes: u64,
    /// Disk used on the host by its own layer and those of its Checkpoints below it, in bytes.
    pub disk_bytes: u64,
}

/// What reading all of a Checkpoint found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verification {
    /// What differs from what was saved, for people; `None` when nothing does.
    pub difference: Option<String>,
    /// Bytes that were read.
    pub read_bytes: u64,
    /// The whole content was compared.
    ///
    /// Else it was read for the first time: sizes and samples were compared, and what was read is remembered.
    pub full: bool,
}

/// One kind of hypervisor at one place.
///
/// # Cancel safety
/// Dropping the future of a verb may leave the verb half done inside the hypervisor; repeating the verb
/// with the same ids completes or undoes it. No verb leaves a half-made Checkpoint behind that could be restored.
#[async_trait]
pub trait HypervisorDriver: Send + Sync + std::fmt::Debug {
    /// The kind, as "qemu".
    fn kind(&self) -> &'static str;

    /// Tells what is offered here; everything in it was proven by doing it.
    async fn capabilities(&self) -> Result<Capabilities, DriverError>;

    /// Lists the complete Images in the driver's store, newest first.
    async fn images(&self) -> Result<Vec<Image>, DriverError>;

    /// Makes a Machine from an Image and starts it.
    ///
    /// # Errors
    /// `NotFound` without such an Image, `Invalid` for a size outside the capabilities, `Capacity` without
    /// space. After an error nothing of the Machine is left.
    async fn create(
        &self,
        id: &MachineId,
        image_digest: &str,
        spec: &MachineSpec,
        seed: &BootSeed,
    ) -> Result<MachineHandle, DriverError>;

    /// Starts, pauses, resumes or stops a Machine.
    ///
    /// Stopping is orderly for `grace`, then hard. `seed` is required when a Machine that is off is started.
    async fn power(
        &self,
        id: &MachineId,
        goal: PowerGoal,
        grace: Duration,
        seed: Option<&BootSeed>,
    ) -> Result<MachineHandle, DriverError>;

    /// Removes a Machine; its Checkpoints stay.
    async fn destroy(&self, id: &MachineId) -> Result<(), DriverError>;

    /// Saves disk and, for a running or paused Machine, memory; the Machine goes on as it was.
    async fn checkpoint(
        &self,
        id: &MachineId,
        checkpoint: &CheckpointId,
    ) -> Result<CheckpointReport, DriverError>;

    /// Puts a Machine back to one of its Checkpoints and lets it run; its present state is lost.
    ///
    /// Works on a Machine whose virtual machine is running, off or lost.
    async fn restore(
        &self,
        id: &MachineId,
        checkpoint: &CheckpointId,
        handle: &CheckpointHandle,
        seed: &BootSeed,
    ) -> Result<MachineHandle, DriverError>;

    /// Makes a new Machine from a Checkpoint and lets it run.
    async fn fork(
        &self,
        checkpoint: &CheckpointId,
        handle: &CheckpointHandle,
        id: &MachineId,
        seed: &BootSeed,
    ) -> Result<Forked, DriverError>;

    /// Removes a Checkpoint; layers that others need stay until those are gone.
    async fn forget(&self, checkpoint: &CheckpointId, handle: &CheckpointHandle) -> Result<(), DriverError>;

    /// Lists every Checkpoint that is complete, also those whose record cannot be read any more.
    async fn list_checkpoints(&self) -> Result<Vec<CheckpointObservation>, DriverError>;

    /// Reads everything of a Checkpoint and compares it with what was saved.
    ///
    /// # Errors
    /// `NotFound` without such a Checkpoint. What differs is no error but the answer.
    async fn verify(
        &self,
        checkpoint: &CheckpointId,
        handle: &CheckpointHandle,
    ) -> Result<Verification, DriverError>;

    /// Lists every Machine that carries our stamp, as the hypervisor sees it now.
    async fn observe(&self) -> Result<Vec<MachineObservation>, DriverError>;

    /// Tells how the hypervisor sees one Machine now; `None` when nothing with our stamp exists.
    ///
    /// Drivers with many Machines answer this without asking for the others.
    async fn observe_machine(&self, id: &MachineId) -> Result<Option<MachineObservation>, DriverError> {
        Ok(self.observe().await?.into_iter().find(|seen| seen.machine_id == id.as_str()))
    }

    /// Streams changes of power as they are seen, crashes included.
    ///
    /// The stream ends when its reader lags too far behind; the reader observes and asks for a new one.
    fn events(&self) -> ObservationStream;

    /// The Unix socket at which the connections of a Machine's guest arrive; the node listens on it.
    ///
    /// `None` when guests of this driver reach the Hub by themselves.
    fn guest_socket(&self, id: &MachineId) -> Option<PathBuf>;

    /// The file to which the Machine's console is written, if there is one.
    fn console_log(&self, id: &MachineId) -> Option<PathBuf>;

    /// Measures a Machine.
    async fn sample(&self, id: &MachineId) -> Result<MachineSample, DriverError>;
}
