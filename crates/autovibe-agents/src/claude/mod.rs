//! Claude Code: long-lived process, stream-json in both directions.
//!
//! Source: recorded runs of Claude Code 2.1.330, kept in `testdata/claude`.

mod activity;
mod decoder;
mod outcome;
mod plan;
mod spent;
#[cfg(test)]
mod tests;
mod wire;

pub use wire::ClaudeWire;
