//! The command line and the daemon: the only place where the parts are put together.
//!
//! - [`cli`]: the commands
//! - [`bench`]: measures this computer beside bare QEMU
//! - [`daemon`]: the roles and how they are wired
//! - [`transport`], [`cluster`]: memory pipes, mutual TLS, certificates
//! - [`client`]: an authenticated connection to a Hub
//! - [`image`]: builds Images from recipes
//! - [`doctor`]: what this host can do
//! - [`relay`]: joins a guest's connection with the node
//! - [`workspace`]: repositories of the user, on their way in and out

pub mod bench;
pub mod cli;
pub mod client;
pub mod cluster;
pub mod daemon;
pub mod doctor;
pub mod image;
pub mod relay;
pub mod transport;
pub mod workspace;
