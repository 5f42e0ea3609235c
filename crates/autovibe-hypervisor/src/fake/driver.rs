//! The verbs of the fake.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use autovibe_proto::node::v1::{CheckpointObservation, MachineObservation, PowerGoal, PowerState};
use autovibe_proto::v1::{Capabilities, Image, MachineSpec};
use autovibe_proto::{CheckpointId, MachineId};
use futures::StreamExt as _;

use crate::driver::{
    BootSeed, CheckpointHandle, CheckpointReport, Forked, HypervisorDriver, MachineHandle, MachineSample,
    ObservationStream, Verification,
};
use crate::error::DriverError;
use crate::fake::fault_plan::FaultAction;
use crate::fake::handle;
use crate::fake::hypervisor::FakeHypervisor;
use crate::fake::world::{World, observation};
use crate::verb::Verb;

/// Two counters.
const CHECKPOINT_BYTES: u64 = 16;

/// Speaks to a [`FakeHypervisor`].
///
/// Like any driver it neither queues nor retries: a second verb on a Machine is answered with `Busy`.
#[derive(Debug)]
pub struct FakeDriver {
    hypervisor: Arc<FakeHypervisor>,
}

impl FakeDriver {
    pub(super) fn new(hypervisor: Arc<FakeHypervisor>) -> FakeDriver {
        FakeDriver { hypervisor }
    }

    fn machine_folder(&self, id: &MachineId) -> PathBuf {
        self.hypervisor.folder.join(id.as_str())
    }

    /// Runs one verb under the fault plan; `subjects` begins with the one that is changed.
    async fn run<T>(
        &self,
        verb: Verb,
        subjects: &[&str],
        apply: impl FnOnce(&mut World) -> Result<T, DriverError>,
    ) -> Result<T, DriverError> {
        let subject = subjects.first().copied().unwrap_or_default();
        let busy = || DriverError::Busy { what: subject.to_owned(), after: Duration::from_millis(1) };
        let fault = self.hypervisor.fault(verb, subjects);
        match fault {
            Some(FaultAction::Fail) => {
                return Err(DriverError::Transient {
                    what: verb.to_string(),
                    text: "planned fault".to_owned(),
                });
            }
            Some(FaultAction::Busy(_)) => return Err(busy()),
            Some(FaultAction::Stall) => std::future::pending::<()>().await,
            Some(FaultAction::LoseReply | FaultAction::LoseMachine) | None => {}
        }
        let claim =
            if verb.is_write() { Some(self.hypervisor.claim(subject).ok_or_else(busy)?) } else { None };
        if verb.is_write() && !self.hypervisor.verb_time.is_zero() {
            tokio::time::sleep(self.hypervisor.verb_time).await;
        }
        let (result, changed) = self.hypervisor.with_world(|world| {
            let before = world.machines.get(subject).map(|machine| machine.power);
            let result = apply(world);
            let after = world.machines.get(subject);
            let changed = if before == after.map(|machine| machine.power) {
                None
            } else {
                Some(after.map_or_else(|| absent(subject), |machine| observation(subject, machine)))
            };
            (result, changed)
        });
        drop(claim);
        if let Some(seen) = changed {
            self.hypervisor.tell(seen);
        }
        if result.is_ok() {
            match fault {
                Some(FaultAction::LoseReply) => return Err(DriverError::MaybeApplied(verb.to_string())),
                Some(FaultAction::LoseMachine) => {
                    if let Ok(id) = subject.parse() {
                        self.hypervisor.lose(&id);
                    }
                }
                Some(FaultAction::Fail | FaultAction::Busy(_) | FaultAction::Stall) | None => {}
            }
        }
        result
    }

    /// Leaves a line in the console log, as a booting kernel would.
    fn log_boot(&self, id: &MachineId) {
        let folder = self.machine_folder(id);
        let line = format!("fake kernel: machine {id} is up\n");
        let written =
            std::fs::create_dir_all(&folder).and_then(|()| append(&folder.join("console.log"), &line));
        if let Err(error) = written {
            tracing::warn!(machine.id = %id, %error, "console log of the fake cannot be written");
        }
    }
}

fn append(path: &Path, line: &str) -> std::io::Result<()> {
    use std::io::Write as _;
    std::fs::OpenOptions::new().create(true).append(true).open(path)?.write_all(line.as_bytes())
}

fn absent(id: &str) -> MachineObservation {
    MachineObservation {
        machine_id: id.to_owned(),
        power: PowerState::Absent as i32,
        ..MachineObservation::default()
    }
}

#[async_trait]
impl HypervisorDriver for FakeDriver {
    fn kind(&self) -> &'static str {
        "fake"
    }

    async fn capabilities(&self) -> Result<Capabilities, DriverError> {
        self.run(Verb::Capabilities, &[], |world| Ok(world.capabilities.clone())).await
    }

    async fn images(&self) -> Result<Vec<Image>, DriverError> {
        self.run(Verb::Images, &[], |world| Ok(world.images.clone())).await
    }

    async fn create(
        &self,
        id: &MachineId,
        image_digest: &str,
        spec: &MachineSpec,
        seed: &BootSeed,
    ) -> Result<MachineHandle, DriverError> {
        let apply = |world: &mut World| world.create(id.as_str(), image_digest, spec, seed);
        self.run(Verb::Create, &[id.as_str()], apply).await?;
        self.log_boot(id);
        Ok(handle::machine(id.as_str()))
    }

    async fn power(
        &self,
        id: &MachineId,
        goal: PowerGoal,
        _grace: Duration,
        seed: Option<&BootSeed>,
    ) -> Result<MachineHandle, DriverError> {
        self.run(Verb::Power, &[id.as_str()], |world| world.power(id.as_str(), goal, seed)).await?;
        Ok(handle::machine(id.as_str()))
    }

    async fn destroy(&self, id: &MachineId) -> Result<(), DriverError> {
        self.run(Verb::Destroy, &[id.as_str()], |world| {
            world.machines.remove(id.as_str());
            Ok(())
        })
        .await?;
        match std::fs::remove_dir_all(self.machine_folder(id)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(DriverError::Backend {
                what: format!("remove the folder of {id}"),
                text: error.to_string(),
            }),
            _ => Ok(()),
        }
    }

    async fn checkpoint(
        &self,
        id: &MachineId,
        checkpoint: &CheckpointId,
    ) -> Result<CheckpointReport, DriverError> {
        let subjects = [id.as_str(), checkpoint.as_str()];
        let level = self
            .run(Verb::Checkpoint, &subjects, |world| world.checkpoint(id.as_str(), checkpoint.as_str()))
            .await?;
        Ok(CheckpointReport {
            handle: handle::checkpoint(checkpoint.as_str()),
            size_bytes: CHECKPOINT_BYTES,
            pause: self.hypervisor.verb_time,
            level,
        })
    }

    async fn restore(
        &self,
        id: &MachineId,
        checkpoint: &CheckpointId,
        handle: &CheckpointHandle,
        seed: &BootSeed,
    ) -> Result<MachineHandle, DriverError> {
        handle::verify(handle, checkpoint.as_str())?;
        let subjects = [id.as_str(), checkpoint.as_str()];
        let apply = |world: &mut World| world.restore(id.as_str(), checkpoint.as_str(), seed);
        self.run(Verb::Restore, &subjects, apply).await?;
        Ok(handle::machine(id.as_str()))
    }

    async fn fork(
        &self,
        checkpoint: &CheckpointId,
        handle: &CheckpointHandle,
        id: &MachineId,
        seed: &BootSeed,
    ) -> Result<Forked, DriverError> {
        handle::verify(handle, checkpoint.as_str())?;
        let subjects = [id.as_str(), checkpoint.as_str()];
        let apply = |world: &mut World| world.fork(checkpoint.as_str(), id.as_str(), seed);
        let level = self.run(Verb::Fork, &subjects, apply).await?;
        self.log_boot(id);
        Ok(Forked { handle: handle::machine(id.as_str()), level })
    }

    async fn forget(&self, checkpoint: &CheckpointId, _handle: &CheckpointHandle) -> Result<(), DriverError> {
        self.run(Verb::Forget, &[checkpoint.as_str()], |world| {
            world.checkpoints.remove(checkpoint.as_str());
            Ok(())
        })
        .await
    }

    async fn list_checkpoints(&self) -> Result<Vec<CheckpointObservation>, DriverError> {
        self.run(Verb::ListCheckpoints, &[], |world| Ok(world.list_checkpoints())).await
    }

    async fn verify(
        &self,
        checkpoint: &CheckpointId,
        handle: &CheckpointHandle,
    ) -> Result<Verification, DriverError> {
        handle::verify(handle, checkpoint.as_str())?;
        self.run(Verb::Verify, &[checkpoint.as_str()], |world| {
            world.saved(checkpoint.as_str())?;
            Ok(Verification { difference: None, read_bytes: CHECKPOINT_BYTES, full: true })
        })
        .await
    }

    async fn observe(&self) -> Result<Vec<MachineObservation>, DriverError> {
        self.run(Verb::Observe, &[], |world| Ok(world.observe())).await
    }

    fn events(&self) -> ObservationStream {
        let receiver = self.hypervisor.subscribe();
        futures::stream::unfold(receiver, |mut receiver| async move {
            // Both a lagging reader and a host that is gone end the stream.
            receiver.recv().await.ok().map(|seen| (seen, receiver))
        })
        .boxed()
    }

    fn guest_socket(&self, id: &MachineId) -> Option<PathBuf> {
        Some(self.machine_folder(id).join("guest.sock"))
    }

    fn console_log(&self, id: &MachineId) -> Option<PathBuf> {
        Some(self.machine_folder(id).join("console.log"))
    }

    async fn sample(&self, id: &MachineId) -> Result<MachineSample, DriverError> {
        let memory_bytes = self
            .run(Verb::Sample, &[id.as_str()], |world| Ok(world.machine(id.as_str())?.spec.memory_bytes))
            .await?;
        Ok(MachineSample {
            cpu_time: Duration::from_millis(1),
            memory_bytes: u64::try_from(memory_bytes).unwrap_or(0),
            disk_bytes: 8,
        })
    }
}
