//! What tests do with Machines, in few words.

use std::time::Duration;

use anyhow::{Context as _, Result, bail, ensure};
use autovibe::client::Hub;
use autovibe_proto::duration_from_std;
use autovibe_proto::guest::v1::stream_frame::Kind;
use autovibe_proto::guest::v1::stream_open::Kind as Open;
use autovibe_proto::guest::v1::{ExecOpen, StreamFrame, StreamOpen, StreamOpenRequest};
use autovibe_proto::hub::v1::{
    CreateCheckpointRequest, CreateMachineRequest, CreateProjectRequest, ForkMachineRequest,
    GetMachineRequest, GetTurnRequest, RestoreCheckpointRequest, SendPromptRequest,
};
use autovibe_proto::v1::{Checkpoint, CheckpointState, Machine, MachineSpec, MachineState, Turn, TurnState};

/// Longest wait for anything; software emulation on two loaded processors included.
const LIMIT: Duration = Duration::from_secs(180);

/// What a program inside a Machine gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Exit code.
    pub code: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

/// A client with a Project of its own.
#[derive(Debug, Clone)]
pub struct Fleet {
    /// The client.
    pub hub: Hub,
    /// The Project.
    pub project: String,
}

impl Fleet {
    pub(crate) async fn open(mut hub: Hub) -> Result<Fleet> {
        let name = "test".to_owned();
        let made =
            hub.create_project(CreateProjectRequest { name: name.clone(), description: String::new() }).await;
        match made {
            Ok(_) => {}
            Err(status) if status.code() == tonic::Code::AlreadyExists => {}
            Err(status) => return Err(status).context("create the project"),
        }
        Ok(Fleet { hub, project: name })
    }

    /// What a small Machine of tests is.
    #[must_use]
    pub fn machine_request(&self, name: &str) -> CreateMachineRequest {
        CreateMachineRequest {
            project: self.project.clone(),
            name: name.to_owned(),
            spec: Some(MachineSpec { memory_bytes: 1 << 30, ..MachineSpec::default() }),
            allow_any_size: true,
            wait: Some(duration_from_std(LIMIT)),
            ..CreateMachineRequest::default()
        }
    }

    /// Makes a small Machine and waits until it is ready.
    ///
    /// # Errors
    /// When it does not become ready.
    pub async fn machine(&self, name: &str) -> Result<Machine> {
        let request = self.machine_request(name);
        let machine =
            self.hub.clone().create_machine(request).await.context("create a machine")?.into_inner();
        ensure!(machine.state() == MachineState::Ready, "{:?}: {}", machine.state(), machine.failure);
        Ok(machine)
    }

    /// The Machine now.
    ///
    /// # Errors
    /// When the Hub does not answer.
    pub async fn show(&self, machine: &str) -> Result<Machine> {
        let request = GetMachineRequest { machine: machine.to_owned(), wait: None };
        Ok(self.hub.clone().get_machine(request).await?.into_inner())
    }

    /// Waits until a Machine meets a condition.
    ///
    /// # Errors
    /// When it does not within the limit.
    pub async fn wait_for(
        &self,
        machine: &str,
        what: &str,
        mut condition: impl FnMut(&Machine) -> bool,
    ) -> Result<Machine> {
        let deadline = tokio::time::Instant::now() + LIMIT;
        loop {
            let now = self.show(machine).await?;
            if condition(&now) {
                return Ok(now);
            }
            ensure!(
                tokio::time::Instant::now() < deadline,
                "{what} did not come; the machine is {:?} {}",
                now.state(),
                now.failure
            );
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Sends a prompt and gives the id of its Turn.
    ///
    /// # Errors
    /// When it is refused.
    pub async fn send(&self, machine: &str, text: &str) -> Result<String> {
        let request = SendPromptRequest {
            machine: machine.to_owned(),
            text: text.to_owned(),
            request_id: String::new(),
            limit: None,
        };
        Ok(self.hub.clone().send_prompt(request).await?.into_inner().turn_id)
    }

    /// Waits for the end of a Turn.
    ///
    /// # Errors
    /// When it does not end.
    pub async fn turn(&self, turn: &str) -> Result<Turn> {
        let deadline = tokio::time::Instant::now() + LIMIT;
        loop {
            let request = GetTurnRequest {
                turn_id: turn.to_owned(),
                wait: Some(duration_from_std(Duration::from_secs(20))),
            };
            match self.hub.clone().get_turn(request).await {
                Ok(answer) => {
                    let answer = answer.into_inner();
                    if answer.state() == TurnState::Ended {
                        return Ok(answer);
                    }
                }
                // The Turn begins only when its Message is taken from the mailbox.
                Err(status) if status.code() == tonic::Code::NotFound => {
                    tokio::time::sleep(Duration::from_millis(100)).await;
                }
                Err(status) => return Err(status).context("read the turn"),
            }
            ensure!(tokio::time::Instant::now() < deadline, "turn {turn} did not end");
        }
    }

    /// Sends a prompt and waits for the end of its Turn.
    ///
    /// # Errors
    /// When it is refused or does not end.
    pub async fn run(&self, machine: &str, text: &str) -> Result<Turn> {
        let turn = self.send(machine, text).await?;
        self.turn(&turn).await
    }

    /// Runs a shell line inside a Machine as user "agent".
    ///
    /// # Errors
    /// When the stream breaks.
    pub async fn exec(&self, machine: &str, line: &str) -> Result<Outcome> {
        self.exec_as(machine, "agent", line).await
    }

    /// Runs a shell line inside a Machine.
    ///
    /// # Errors
    /// When the stream breaks.
    pub async fn exec_as(&self, machine: &str, user: &str, line: &str) -> Result<Outcome> {
        let open = ExecOpen { command: vec![line.to_owned()], user: user.to_owned(), ..ExecOpen::default() };
        let first = StreamOpenRequest {
            machine_id: machine.to_owned(),
            open: Some(StreamOpen { kind: Some(Open::Exec(open)) }),
        };
        let frames = [Kind::Open(first), Kind::InputEnd(true)].map(|kind| StreamFrame { kind: Some(kind) });
        let mut answers = self.hub.clone().open_stream(tokio_stream::iter(frames)).await?.into_inner();
        let (mut out, mut err) = (Vec::new(), Vec::new());
        while let Some(frame) = answers.message().await? {
            match frame.kind {
                Some(Kind::Output(bytes)) => out.extend(bytes),
                Some(Kind::ErrorOutput(bytes)) => err.extend(bytes),
                Some(Kind::End(end)) => {
                    ensure!(end.failure.is_empty(), "{line}: {}", end.failure);
                    return Ok(Outcome {
                        code: end.exit_code,
                        out: String::from_utf8_lossy(&out).into_owned(),
                        err: String::from_utf8_lossy(&err).into_owned(),
                    });
                }
                _ => {}
            }
        }
        bail!("{line}: the stream ended early")
    }

    /// Makes a Checkpoint and waits until it is ready.
    ///
    /// # Errors
    /// When it fails.
    pub async fn checkpoint(&self, machine: &str, label: &str) -> Result<Checkpoint> {
        let request = CreateCheckpointRequest {
            machine: machine.to_owned(),
            label: label.to_owned(),
            request_id: String::new(),
            wait: Some(duration_from_std(LIMIT)),
        };
        let checkpoint = self.hub.clone().create_checkpoint(request).await?.into_inner();
        ensure!(
            checkpoint.state() == CheckpointState::Ready,
            "{:?}: {}",
            checkpoint.state(),
            checkpoint.failure
        );
        Ok(checkpoint)
    }

    /// Goes back to a Checkpoint and waits until the Machine is there.
    ///
    /// # Errors
    /// When it fails.
    pub async fn restore(&self, checkpoint: &str) -> Result<Machine> {
        let request = RestoreCheckpointRequest {
            checkpoint_id: checkpoint.to_owned(),
            wait: Some(duration_from_std(LIMIT)),
        };
        let machine = self.hub.clone().restore_checkpoint(request).await?.into_inner();
        ensure!(
            matches!(machine.state(), MachineState::Ready | MachineState::Working),
            "{:?}: {}",
            machine.state(),
            machine.failure
        );
        Ok(machine)
    }

    /// Forks a Machine or Checkpoint and waits until the forks are ready.
    ///
    /// # Errors
    /// When one fails.
    pub async fn fork(&self, source: &str, count: i32) -> Result<Vec<Machine>> {
        let request = ForkMachineRequest {
            source: source.to_owned(),
            count,
            wait: Some(duration_from_std(LIMIT)),
            ..ForkMachineRequest::default()
        };
        let machines = self.hub.clone().fork_machine(request).await?.into_inner().machines;
        for machine in &machines {
            ensure!(
                matches!(machine.state(), MachineState::Ready | MachineState::Working),
                "{:?}: {}",
                machine.state(),
                machine.failure
            );
        }
        Ok(machines)
    }
}
