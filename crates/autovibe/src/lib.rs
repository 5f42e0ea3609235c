//! The command line and the daemon: the only place where the parts are put together.

pub mod image;
