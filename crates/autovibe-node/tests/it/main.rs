//! The node over an in-memory gRPC transport, with the fake hypervisor and a stand-in for the Hub's guest endpoint.

#![expect(clippy::unwrap_used, reason = "a panic is how a test fails")]

mod bench;
mod command;
mod console;
mod fence;
mod restart;
mod splice;
mod unreliable;
mod watch;
