//! Real repositories in temporary folders, away from the user's configuration.

mod comparing;
mod delivering;
mod hostile;
mod packing;
mod world;
