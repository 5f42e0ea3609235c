//! Runs the coding agent: one long-lived process, one Turn at a time, every line into the spool.
//!
//! ```text
//!            prompt                    result or exit
//!   idle ───────────────▶ Turn open ───────────────────▶ idle
//!                          │ interrupt or limit: ask → SIGINT → SIGTERM → kill
//! ```

use std::os::unix::process::ExitStatusExt as _;
use std::process::ExitStatus;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use autovibe_agents::{AgentCommand, Codec, Encoded, ExitObservation, RunSpec, StopCause, codec_for};
use autovibe_proto::guest::v1::{PromptCommand, ReportTurnRequest};
use autovibe_proto::v1::agent_event_body::Kind;
use autovibe_proto::v1::{AgentEventBody, TurnOutcome, TurnResult};
use rustix::process::Signal;
use tokio::sync::mpsc;
use tokio::time::Instant;

use super::cgroup::AgentCgroup;
use super::escalation::{Escalation, Push};
use super::handle::{Refusal, Request};
use super::process::{AgentProcess, Happening, Line};
use super::session;
use crate::account::Account;
use crate::config::GuestConfig;
use crate::spool::Spool;
use crate::state::StateStore;
use crate::workspace::Errands;

/// A Turn without a limit of its own ends after this.
const DEFAULT_LIMIT: Duration = Duration::from_secs(6 * 3600);
/// After the exit the pipes are read for this long; a child that was left behind can hold them open.
const DRAIN_LIMIT: Duration = Duration::from_secs(1);
/// What a frozen process wrote before is in the pipe at once; this much quiet means that it was read.
const QUIET: Duration = Duration::from_millis(50);
/// A Checkpoint that takes longer has been forgotten; the coding agent must not stand still for ever.
const FROZEN_LIMIT: Duration = Duration::from_secs(600);

#[derive(Debug)]
struct OpenTurn {
    turn_id: String,
    deadline: Instant,
    started: Instant,
    escalation: Option<Escalation>,
}

/// The runner's own task.
#[derive(Debug)]
pub(super) struct Runner {
    config: GuestConfig,
    state: StateStore,
    spool: Spool,
    errands: Errands,
    cgroup: AgentCgroup,
    process: Option<AgentProcess>,
    turn: Option<OpenTurn>,
    frozen_since: Option<Instant>,
    is_frozen: Arc<AtomicBool>,
    interrupt_count: u64,
}

impl Runner {
    pub(super) fn new(
        config: GuestConfig,
        state: StateStore,
        spool: Spool,
        errands: Errands,
        is_frozen: Arc<AtomicBool>,
    ) -> Runner {
        let cgroup = AgentCgroup::open(&config);
        // Whatever an earlier run of this program left has nobody who listens to it.
        cgroup.kill(None);
        if let Err(error) = cgroup.thaw(None) {
            tracing::warn!(error = error.chain(), "thaw at start");
        }
        Runner {
            config,
            state,
            spool,
            errands,
            cgroup,
            process: None,
            turn: None,
            frozen_since: None,
            is_frozen,
            interrupt_count: 0,
        }
    }

    pub(super) async fn run(mut self, mut requests: mpsc::Receiver<Request>) {
        loop {
            let due = self.due();
            tokio::select! {
                biased;
                request = requests.recv() => match request {
                    Some(request) => Box::pin(self.answer(request)).await,
                    None => return,
                },
                // Before the output: a flood of it must not put off limits and escalation.
                () = sleep_until(due) => self.push_on(),
                happening = next_happening(&mut self.process) => match happening {
                    Happening::Line(line) => Box::pin(self.take_line(&line)).await,
                    Happening::OutputEnded => Box::pin(self.close_process()).await,
                    Happening::Exited(status) => Box::pin(self.drain(status)).await,
                },
            }
        }
    }

    async fn answer(&mut self, request: Request) {
        // Whoever asked may have given up; then nobody misses the answer.
        match request {
            Request::Prompt(command, reply) => drop(reply.send(self.prompt(command).await)),
            Request::Interrupt(turn_id, reply) => drop(reply.send(self.interrupt(&turn_id))),
            Request::Freeze(reply) => drop(reply.send(self.freeze().await)),
            Request::Thaw(reply) => drop(reply.send(self.thaw())),
            Request::Cut(reply) => {
                let turn_id = self.turn.as_ref().map(|turn| turn.turn_id.clone());
                drop(reply.send(session::cut(&self.config, &self.state, &self.spool, turn_id)));
            }
            Request::BeReborn(turn_id, reply) => {
                self.be_reborn(turn_id);
                let _ = reply.send(());
            }
            Request::CloseLostTurn(reply) => {
                self.close_lost_turn();
                let _ = reply.send(());
            }
        }
    }

    async fn prompt(&mut self, command: PromptCommand) -> Result<(), Refusal> {
        let state = self.state.get();
        let is_open = self.turn.as_ref().is_some_and(|turn| turn.turn_id == command.turn_id);
        if is_open || (!command.turn_id.is_empty() && state.ended_turn_id == command.turn_id) {
            return Ok(());
        }
        if self.turn.is_some() {
            return Err(Refusal::passing("TURN_OPEN", "the coding agent still works on another prompt"));
        }
        if self.frozen_since.is_some() {
            return Err(Refusal::passing("FROZEN", "the coding agent stands still for a checkpoint"));
        }
        let codec = codec_for(&state.coding_agent).ok_or_else(|| {
            Refusal::lasting(
                "UNKNOWN_CODING_AGENT",
                format!("coding agent {:?} is unknown", state.coding_agent),
            )
        })?;
        let Encoded::Stdin(bytes) = codec.encode(&AgentCommand::Prompt { text: command.text.clone() }) else {
            return Err(Refusal::lasting("UNSUPPORTED", "this coding agent takes no prompts while it runs"));
        };
        self.use_session(codec.as_ref(), &command.session_id).await?;
        // Before the prompt is out, so that a repeated command can never start it twice.
        self.state.update(|state| state.open_turn_id.clone_from(&command.turn_id));
        let limit = match u64::try_from(command.limit_ms) {
            Ok(milliseconds) if milliseconds > 0 => Duration::from_millis(milliseconds),
            _ => DEFAULT_LIMIT,
        };
        let now = Instant::now();
        self.turn = Some(OpenTurn {
            turn_id: command.turn_id,
            deadline: now + limit,
            started: now,
            escalation: None,
        });
        if let Some(process) = &mut self.process {
            process.decoder.begin_turn();
            // A process that takes no input is about to exit, and its exit ends the Turn.
            process.write(bytes);
        }
        Ok(())
    }

    /// Makes sure that a process of the wanted session runs; an empty session means the one there is.
    async fn use_session(&mut self, codec: &dyn Codec, wanted: &str) -> Result<(), Refusal> {
        let is_other =
            self.process.as_ref().is_some_and(|process| !wanted.is_empty() && process.session_id != wanted);
        if is_other {
            self.end_process().await;
        }
        if self.process.is_some() {
            return Ok(());
        }
        let known = self.state.get().session_id;
        let session_id = match (wanted.is_empty(), known.is_empty()) {
            (false, _) => wanted.to_owned(),
            (true, false) => known,
            (true, true) => session::new_session_id()?,
        };
        let account = Account::find(&self.config, "").map_err(|error| refuse_start(&error))?;
        let spec = session::run_spec(&self.config, &account, &session_id);
        let is_resumed =
            codec.transcript_path(&spec).is_some_and(|path| std::path::Path::new(&path).exists());
        let spec = RunSpec { is_resumed, ..spec };
        fs_err::create_dir_all(&spec.directory)
            .map_err(|error| Refusal::lasting("AGENT_START", format!("working directory: {error}")))?;
        let cgroup = self.cgroup.folder();
        let process = AgentProcess::start(codec, &spec, &account, cgroup, &self.config.environment)
            .map_err(|error| refuse_start(&error))?;
        tracing::info!(session.id = session_id, is_resumed, "coding agent started");
        self.state.update(|state| state.session_id = session_id);
        self.process = Some(process);
        Ok(())
    }

    fn interrupt(&mut self, turn_id: &str) -> Result<(), Refusal> {
        match &self.turn {
            Some(turn) if turn_id.is_empty() || turn.turn_id == turn_id => {
                self.stop_turn(StopCause::Interrupted);
                Ok(())
            }
            // A Turn that ended in the meantime needs no stop.
            _ => Ok(()),
        }
    }

    fn stop_turn(&mut self, cause: StopCause) {
        let Some(turn) = &mut self.turn else { return };
        if turn.escalation.is_some() {
            return;
        }
        turn.escalation = Some(Escalation::begin(Instant::now()));
        if let Some(process) = &mut self.process {
            process.decoder.stop_turn(cause);
        }
        self.push_on();
    }

    /// When something is to be done although nothing happens.
    fn due(&self) -> Option<Instant> {
        if let Some(since) = self.frozen_since {
            return Some(since + FROZEN_LIMIT);
        }
        let turn = self.turn.as_ref()?;
        match &turn.escalation {
            Some(escalation) => escalation.due(),
            None => Some(turn.deadline),
        }
    }

    fn push_on(&mut self) {
        let now = Instant::now();
        if let Some(since) = self.frozen_since {
            if now >= since + FROZEN_LIMIT {
                tracing::error!("nobody thawed the coding agent");
                let _ = self.thaw();
                // Even when that failed: the same moment must not come due again and again.
                self.frozen_since = None;
            }
            return;
        }
        let Some(turn) = &mut self.turn else { return };
        let Some(escalation) = &mut turn.escalation else {
            if now >= turn.deadline {
                self.stop_turn(StopCause::TimedOut);
            }
            return;
        };
        let Some(push) = escalation.next_push(now) else { return };
        let Some(process) = &mut self.process else { return };
        match push {
            Push::Ask => {
                self.interrupt_count += 1;
                let request_id = format!("autovibe-{}", self.interrupt_count);
                let codec = codec_for(&self.state.get().coding_agent);
                let encoded = codec.map(|codec| codec.encode(&AgentCommand::Interrupt { request_id }));
                match encoded {
                    Some(Encoded::Stdin(bytes)) => drop(process.write(bytes)),
                    Some(Encoded::CloseStdin) => process.close_input(),
                    _ => process.signal(Signal::INT),
                }
            }
            Push::Interrupt => process.signal(Signal::INT),
            Push::Terminate => process.signal(Signal::TERM),
            Push::Kill => self.cgroup.kill(process.leader()),
        }
    }

    async fn take_line(&mut self, line: &Line) {
        let Some(process) = &mut self.process else { return };
        let (stream, bytes) = line;
        let bodies = process.decoder.decode(*stream, bytes);
        self.take_events(bodies, bytes).await;
    }

    async fn take_events(&mut self, bodies: Vec<AgentEventBody>, raw: &[u8]) {
        for (index, body) in bodies.into_iter().enumerate() {
            // The line is kept once, with the first thing that it says.
            let raw = if index == 0 { raw } else { &[] };
            let turn_id = self.turn.as_ref().map(|turn| turn.turn_id.clone()).unwrap_or_default();
            if let Some(Kind::Session(session)) = &body.kind
                && !session.session_id.is_empty()
                && self.state.get().session_id != session.session_id
            {
                self.state.update(|state| state.session_id.clone_from(&session.session_id));
            }
            let result = match &body.kind {
                Some(Kind::TurnResult(result)) => Some(result.clone()),
                _ => None,
            };
            let sequence = self.spool.append_event(&turn_id, body, raw);
            if let Some(result) = result {
                self.end_turn(result, sequence).await;
            }
        }
    }

    async fn end_turn(&mut self, mut result: TurnResult, sequence: i64) {
        let Some(turn) = self.turn.take() else { return };
        if result.duration_ms == 0 {
            result.duration_ms = i64::try_from(turn.started.elapsed().as_millis()).unwrap_or(i64::MAX);
        }
        // Whatever comes next waits for it: the Turn has ended once its work is kept.
        let end_commit = self.errands.turn_commit(&turn.turn_id, "end").await;
        self.report(turn.turn_id, result, sequence, end_commit);
    }

    fn report(&self, turn_id: String, result: TurnResult, sequence: i64, end_commit: String) {
        let state = self.state.get();
        self.spool.append_turn_end(ReportTurnRequest {
            turn_id: turn_id.clone(),
            result: Some(result),
            session_id: state.session_id,
            sequence,
            start_commit: state.start_commit,
            end_commit,
        });
        self.state.update(|state| {
            state.open_turn_id.clear();
            state.start_commit.clear();
            state.ended_turn_id = turn_id;
        });
    }

    /// Both outputs ended: the process is about to, or did.
    async fn close_process(&mut self) {
        let Some(process) = &mut self.process else { return };
        let waited = tokio::time::timeout(DRAIN_LIMIT, process.wait()).await;
        if let Ok(status) = waited {
            self.finish_process(status).await;
        } else {
            // It closed its outputs and lives on: nothing it does can be heard any more.
            self.cgroup.kill(process.leader());
            let status = process.wait().await;
            self.finish_process(status).await;
        }
    }

    /// The process ended: takes in what is left in the pipes.
    async fn drain(&mut self, status: Option<ExitStatus>) {
        let until = Instant::now() + DRAIN_LIMIT;
        while let Ok(Some(line)) = tokio::time::timeout_at(until, next_line(&mut self.process)).await {
            self.take_line(&line).await;
        }
        self.finish_process(status).await;
    }

    async fn finish_process(&mut self, status: Option<ExitStatus>) {
        let Some(mut process) = self.process.take() else { return };
        let exit = ExitObservation {
            code: status.and_then(|status| status.code()),
            signal: status.and_then(|status| status.signal()),
        };
        tracing::info!(exit.code, exit.signal, "coding agent ended");
        let bodies = process.decoder.on_exit(exit);
        // What it left behind belongs to no Turn any more.
        self.cgroup.kill(process.leader());
        drop(process);
        self.take_events(bodies, &[]).await;
    }

    async fn end_process(&mut self) {
        if let Some(process) = &mut self.process {
            process.close_input();
            let waited = tokio::time::timeout(Duration::from_secs(3), process.wait()).await;
            let status = match waited {
                Ok(status) => status,
                Err(_) => {
                    self.cgroup.kill(process.leader());
                    process.wait().await
                }
            };
            self.drain(status).await;
        }
    }

    async fn freeze(&mut self) -> Result<(), Refusal> {
        let leader = self.process.as_ref().and_then(AgentProcess::leader);
        if self.frozen_since.is_none() {
            if let Err(error) = self.cgroup.freeze(leader).await {
                let _ = self.cgroup.thaw(leader);
                return Err(Refusal::passing("FREEZE", error.chain()));
            }
            self.frozen_since = Some(Instant::now());
            self.is_frozen.store(true, Ordering::Relaxed);
        }
        if self.process.is_some() {
            while let Ok(Some(line)) = tokio::time::timeout(QUIET, next_line(&mut self.process)).await {
                self.take_line(&line).await;
            }
        }
        Ok(())
    }

    fn thaw(&mut self) -> Result<(), Refusal> {
        let leader = self.process.as_ref().and_then(AgentProcess::leader);
        self.cgroup.thaw(leader).map_err(|error| Refusal::passing("THAW", error.chain()))?;
        self.is_frozen.store(false, Ordering::Relaxed);
        if let (Some(since), Some(turn)) = (self.frozen_since.take(), &mut self.turn) {
            let stood_still = since.elapsed();
            turn.deadline += stood_still;
            if let Some(escalation) = &mut turn.escalation {
                escalation.delay(stood_still);
            }
        }
        Ok(())
    }

    fn be_reborn(&mut self, turn_id: String) {
        if let Some(turn) = &mut self.turn
            && !turn_id.is_empty()
        {
            turn.turn_id.clone_from(&turn_id);
            self.state.update(|state| state.open_turn_id = turn_id);
        }
        if let Err(refusal) = self.thaw() {
            tracing::error!(text = refusal.text, "thaw after rebirth");
        }
    }

    fn close_lost_turn(&mut self) {
        let state = self.state.get();
        if self.turn.is_some()
            || state.open_turn_id.is_empty()
            || self.spool.has_turn_end(&state.open_turn_id)
        {
            return;
        }
        let result = TurnResult {
            outcome: TurnOutcome::Crashed.into(),
            text: "the guest program was restarted and its coding agent was lost".to_owned(),
            synthesised: true,
            ..TurnResult::default()
        };
        let body = AgentEventBody { kind: Some(Kind::TurnResult(result.clone())) };
        let sequence = self.spool.append_event(&state.open_turn_id, body, &[]);
        self.report(state.open_turn_id, result, sequence, String::new());
    }
}

async fn next_line(process: &mut Option<AgentProcess>) -> Option<Line> {
    match process {
        Some(process) => process.next_line().await,
        None => std::future::pending().await,
    }
}

async fn next_happening(process: &mut Option<AgentProcess>) -> Happening {
    match process {
        Some(process) => process.next_happening().await,
        None => std::future::pending().await,
    }
}

async fn sleep_until(due: Option<Instant>) {
    match due {
        Some(due) => tokio::time::sleep_until(due).await,
        None => std::future::pending().await,
    }
}

fn refuse_start(error: &crate::error::GuestError) -> Refusal {
    Refusal::lasting("AGENT_START", error.chain())
}
