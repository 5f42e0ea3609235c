//! The seam between a runner and a coding agent: [`Codec`] starts and tells, [`Decoder`] understands.

use std::fmt;

use autovibe_proto::v1::AgentEventBody;

use crate::command::{AgentCommand, Encoded, FileSpec, LaunchSpec, RunSpec};

/// One coding agent's command line and wire.
pub trait Codec: fmt::Debug + Send + Sync {
    /// Lists the files that must exist before the start.
    fn prepare(&self, spec: &RunSpec) -> Vec<FileSpec>;

    /// Returns the process to start.
    fn launch(&self, spec: &RunSpec) -> LaunchSpec;

    /// Returns where the coding agent keeps the transcript of a session, as an absolute path.
    ///
    /// `None` when the path cannot be known beforehand.
    fn transcript_path(&self, spec: &RunSpec) -> Option<String>;

    /// Makes a decoder for one process.
    fn decoder(&self, baseline: UsageBaseline) -> Box<dyn Decoder>;

    /// Says how an order reaches the process.
    fn encode(&self, command: &AgentCommand) -> Encoded;
}

/// Understands the output of one process.
///
/// Each prompt gets exactly one `turn_result` event: the coding agent's own, or one made by [`Decoder::on_exit`].
pub trait Decoder: fmt::Debug + Send {
    /// A prompt was written to the process.
    fn begin_turn(&mut self);

    /// Somebody asked the process to stop; says why the open Turn is about to end.
    fn stop_turn(&mut self, cause: StopCause);

    /// Decodes one line without its line end.
    ///
    /// Total: a line that cannot be understood gives an unknown event, never an error. At least one event is
    /// returned for each line of standard output, so that the raw line has a place to be kept.
    fn decode(&mut self, stream: StdStream, line: &[u8]) -> Vec<AgentEventBody>;

    /// The process ended: closes an open Turn.
    fn on_exit(&mut self, exit: ExitObservation) -> Vec<AgentEventBody>;
}

/// A stream of a process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StdStream {
    /// Standard output.
    Output,
    /// Standard error.
    Error,
}

/// How a process ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ExitObservation {
    /// Its exit code, unless a signal ended it.
    pub code: Option<i32>,
    /// The signal that ended it.
    pub signal: Option<i32>,
}

/// Why a Turn is being stopped from outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StopCause {
    /// A person or a Machine wants it.
    Interrupted,
    /// Its time is up.
    TimedOut,
}

/// What earlier processes of the same session had already spent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct UsageBaseline {
    /// Cost in millionths of a US dollar, as the coding agent last reported it.
    pub cost_micros: i64,
}
