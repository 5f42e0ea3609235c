//! The command line and the daemon: the only place where the parts are put together.

pub mod image;
pub mod client;
pub mod cluster;
pub mod relay;
pub mod transport;
pub mod cli;
pub mod doctor;
