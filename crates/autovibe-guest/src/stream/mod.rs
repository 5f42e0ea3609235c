//! Streams that the Hub asks for: programs, files and ports.

mod exec;
mod file;
mod frame;
mod opener;
mod peer;
mod port;
mod pump;
mod terminal;

pub(crate) use opener::Streams;
