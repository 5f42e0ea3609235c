//! The whole system: real processes, real virtual machines, the real Claude Code with the scripted model.

mod access;
mod bad_input;
mod broken_checkpoint;
mod cert;
mod checkpoint;
mod children;
mod cli;
mod config;
mod crash;
mod daily;
mod doctor;
mod isolation;
mod many;
mod turn;
mod upstream;
