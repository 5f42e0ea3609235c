//! Reconcilers: no input, idempotent, run on a signal and periodically.
//!
//! - [`follow`]: one node: greets it, then compares what it runs with what the actors think
//! - Images, Nodes and the Hub: rows of what each says about itself
//! - orphans: virtual machines without a Machine
//! - Blobs that nothing names any more
//! - Checkpoints: lost ones, ones without a row, removals that nobody finishes

mod blob;
mod checkpoint;
mod follow;
mod hub_row;
mod image;
mod loss;
mod node_row;
mod orphan;
mod removal;

pub(crate) use blob::keep_swept as sweep_blobs;
pub(crate) use follow::follow;
pub(crate) use hub_row::{keep as keep_hub_row, remove as remove_hub_row};
pub(crate) use removal::{remove_checkpoint, remove_orphan};
