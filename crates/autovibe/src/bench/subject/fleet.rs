//! What our system reaches on this computer, operation by operation, as its clients see it.

use std::path::{Path, PathBuf};
use std::time::Duration;

use autovibe_proto::duration_from_std;
use autovibe_proto::guest::v1::stream_frame::Kind;
use autovibe_proto::guest::v1::stream_open::Kind as Open;
use autovibe_proto::guest::v1::{ExecOpen, StreamFrame, StreamOpen, StreamOpenRequest};
use autovibe_proto::hub::v1::watch_machine_response::Kind as Watched;
use autovibe_proto::hub::v1::{
    CreateCheckpointRequest, CreateMachineRequest, CreateProjectRequest, DeleteCheckpointRequest,
    DeleteMachineRequest, ForkMachineRequest, RestoreCheckpointRequest, WatchMachineRequest,
};
use autovibe_proto::v1::machine_event_body::Kind as Happened;
use autovibe_proto::v1::{Checkpoint, CheckpointState, Machine, MachineEvent, MachineSpec, MachineState};
use tokio::time::{Instant, sleep};

use super::super::error::BenchError;
use super::super::process::{RunningProcess, processes_below};
use super::super::shape::MEMORY_MIB;
use super::daemon::Daemon;
use crate::client::Hub;

/// A boot under emulation on a loaded host takes a minute at most.
const READY_LIMIT: Duration = Duration::from_secs(150);

/// After its boot a guest still finishes a few things.
const SETTLE: Duration = Duration::from_secs(3);

/// Our system with a Project for the Machines that are measured.
#[derive(Debug)]
pub(in crate::bench) struct Fleet {
    hub: Hub,
    folder: PathBuf,
    count: usize,
    // Dropped last: the client speaks to it.
    _daemon: Daemon,
}

impl Fleet {
    /// Starts a daemon; `settings` are arguments of `autovibe up`.
    pub(in crate::bench) async fn start(
        folder: PathBuf,
        program: &Path,
        settings: &[String],
    ) -> Result<Fleet, BenchError> {
        let mut daemon = Daemon::start(&folder, program, settings)?;
        let mut hub = daemon.connect().await?;
        let project = CreateProjectRequest { name: "bench".to_owned(), description: String::new() };
        hub.create_project(project).await?;
        Ok(Fleet { hub, folder, count: 0, _daemon: daemon })
    }

    /// Makes a Machine; gives the time to the first exec.
    pub(in crate::bench) async fn create(&mut self) -> Result<(Duration, Machine), BenchError> {
        self.count += 1;
        let request = CreateMachineRequest {
            project: "bench".to_owned(),
            name: format!("machine-{}", self.count),
            spec: Some(MachineSpec { memory_bytes: i64::from(MEMORY_MIB) << 20, ..MachineSpec::default() }),
            allow_any_size: true,
            wait: Some(duration_from_std(READY_LIMIT)),
            ..CreateMachineRequest::default()
        };
        let begin = Instant::now();
        let machine = ready(self.hub.create_machine(request).await?.into_inner())?;
        self.exec(&machine).await?;
        Ok((begin.elapsed(), machine))
    }

    /// Waits until a Machine has nothing left of its start.
    pub(in crate::bench) async fn settle(&self) {
        sleep(SETTLE).await;
    }

    /// Makes a Checkpoint.
    pub(in crate::bench) async fn checkpoint(&mut self, machine: &Machine) -> Result<Checkpoint, BenchError> {
        let request = CreateCheckpointRequest {
            machine: machine.id.clone(),
            wait: Some(duration_from_std(READY_LIMIT)),
            ..CreateCheckpointRequest::default()
        };
        let checkpoint = self.hub.create_checkpoint(request).await?.into_inner();
        if checkpoint.state() == CheckpointState::Ready {
            return Ok(checkpoint);
        }
        let text = format!("it is {:?}: {}", checkpoint.state(), checkpoint.failure);
        Err(BenchError::Wrong { what: "a checkpoint", text })
    }

    /// Removes a Checkpoint.
    pub(in crate::bench) async fn forget(&mut self, checkpoint: &Checkpoint) -> Result<(), BenchError> {
        self.hub.delete_checkpoint(DeleteCheckpointRequest { checkpoint_id: checkpoint.id.clone() }).await?;
        Ok(())
    }

    /// Goes back to a Checkpoint; gives the time to the first exec.
    pub(in crate::bench) async fn restore(
        &mut self,
        checkpoint: &Checkpoint,
    ) -> Result<Duration, BenchError> {
        let request = RestoreCheckpointRequest {
            checkpoint_id: checkpoint.id.clone(),
            wait: Some(duration_from_std(READY_LIMIT)),
        };
        let begin = Instant::now();
        let machine = ready(self.hub.restore_checkpoint(request).await?.into_inner())?;
        self.exec(&machine).await?;
        Ok(begin.elapsed())
    }

    /// Forks a Checkpoint; gives the time to the first exec, and the fork.
    pub(in crate::bench) async fn fork(
        &mut self,
        checkpoint: &Checkpoint,
    ) -> Result<(Duration, Machine), BenchError> {
        let request = ForkMachineRequest {
            source: checkpoint.id.clone(),
            count: 1,
            wait: Some(duration_from_std(READY_LIMIT)),
            ..ForkMachineRequest::default()
        };
        let begin = Instant::now();
        let mut machines = self.hub.fork_machine(request).await?.into_inner().machines;
        let none = || BenchError::Wrong { what: "a fork", text: "the answer holds none".to_owned() };
        let machine = ready(machines.pop().ok_or_else(none)?)?;
        self.exec(&machine).await?;
        Ok((begin.elapsed(), machine))
    }

    /// How long a Machine's memory ran in its newest life before its guest was greeted under its new identity.
    ///
    /// None when the greeting came before the node's answer.
    pub(in crate::bench) async fn rebirth(
        &mut self,
        machine: &Machine,
    ) -> Result<Option<Duration>, BenchError> {
        let request = WatchMachineRequest {
            machine: machine.id.clone(),
            stored_only: true,
            ..WatchMachineRequest::default()
        };
        let mut answers = self.hub.watch_machine(request).await?.into_inner();
        let (mut placed, mut greeted) = (None, None);
        while let Some(answer) = answers.message().await? {
            let Some(Watched::MachineEvent(event)) = answer.kind else { continue };
            match event.body.as_ref().and_then(|body| body.kind.as_ref()) {
                Some(Happened::VmPlaced(_)) => placed = micros(&event),
                Some(Happened::GuestGreeted(_)) => greeted = micros(&event),
                _ => {}
            }
        }
        let took = placed.zip(greeted).and_then(|(placed, greeted)| u64::try_from(greeted - placed).ok());
        Ok(took.map(Duration::from_micros))
    }

    /// Runs a program inside a Machine that does nothing, as the floor's responder does.
    pub(in crate::bench) async fn exec(&mut self, machine: &Machine) -> Result<(), BenchError> {
        // A single argument would be run by a shell.
        let command = vec!["/bin/true".to_owned(), "now".to_owned()];
        let open =
            ExecOpen { command, user: "root".to_owned(), directory: "/".to_owned(), ..ExecOpen::default() };
        let first = StreamOpenRequest {
            machine_id: machine.id.clone(),
            open: Some(StreamOpen { kind: Some(Open::Exec(open)) }),
        };
        let frames = [Kind::Open(first), Kind::InputEnd(true)].map(|kind| StreamFrame { kind: Some(kind) });
        let mut answers = self.hub.open_stream(tokio_stream::iter(frames)).await?.into_inner();
        while let Some(frame) = answers.message().await? {
            if let Some(Kind::End(end)) = frame.kind {
                if end.exit_code == 0 && end.failure.is_empty() {
                    return Ok(());
                }
                let text = format!("code {} {}", end.exit_code, end.failure);
                return Err(BenchError::Wrong { what: "a program in a machine", text });
            }
        }
        Err(BenchError::Wrong { what: "a program in a machine", text: "its stream ended early".to_owned() })
    }

    /// Removes a Machine and waits until it is gone.
    pub(in crate::bench) async fn delete(&mut self, machine: &Machine) -> Result<(), BenchError> {
        let wait = Some(duration_from_std(READY_LIMIT));
        self.hub.delete_machine(DeleteMachineRequest { machine: machine.id.clone(), wait }).await?;
        Ok(())
    }

    /// Finds the QEMU process of a Machine.
    pub(in crate::bench) fn process(&self, machine: &Machine) -> Result<RunningProcess, BenchError> {
        let gone = || BenchError::Wrong { what: "a machine", text: "it has no QEMU process".to_owned() };
        // The relay of the guest's connection names the Machine too.
        processes_below(&self.folder)
            .into_iter()
            .find(|process| process.names(&machine.id) && process.names("-accel"))
            .ok_or_else(gone)
    }
}

fn micros(event: &MachineEvent) -> Option<i64> {
    let time = event.event_time.as_ref()?;
    Some(time.seconds * 1_000_000 + i64::from(time.nanos) / 1000)
}

/// A Machine that is not ready is no sample.
fn ready(machine: Machine) -> Result<Machine, BenchError> {
    if machine.state() == MachineState::Ready {
        return Ok(machine);
    }
    let text = format!("it is {:?}: {}", machine.state(), machine.failure);
    Err(BenchError::Wrong { what: "a machine", text })
}
