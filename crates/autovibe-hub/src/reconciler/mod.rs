//! Reconcilers: no input, idempotent, run on a signal and periodically.
//!
//! - [`follow`]: one node: greets it, then compares what it runs with what the actors think
//! - Images and Nodes: rows of what the node says about itself
//! - orphans: virtual machines without a Machine

mod follow;
mod image;
mod loss;
mod node_row;
mod orphan;

pub(crate) use follow::follow;
