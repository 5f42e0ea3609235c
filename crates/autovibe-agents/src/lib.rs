//! Codecs of the coding agents: pure functions over values, no file, process, clock or socket.
//!
//! - [`Codec`] and [`Decoder`]: what a runner needs of any coding agent
//! - [`codec_for`]: the codec of a kind; [`CODING_AGENTS`] lists the kinds
//! - [`proxy_environment`]: what every program is told about the way out
//! - [`ClaudeWire`]: stream-json in both directions, as Claude Code speaks it

mod claude;
mod codec;
mod command;
mod kind;
mod proxy;

pub use claude::ClaudeWire;
pub use codec::{Codec, Decoder, ExitObservation, StdStream, StopCause, UsageBaseline};
pub use command::{AgentCommand, Encoded, FileSpec, LaunchSpec, RunSpec};
pub use kind::{CODING_AGENTS, codec_for};
pub use proxy::proxy_environment;
