//! What a node is made from.

use std::path::PathBuf;
use std::sync::Arc;

use autovibe_hypervisor::HypervisorDriver;

use crate::splice::GuestUplink;

/// The parts of a node, given by the composition root.
#[derive(Debug, Clone)]
pub struct NodeConfig {
    /// Where the node keeps its id and its ledger; one process at a time.
    pub folder: PathBuf,
    /// What people call the node.
    pub name: String,
    /// The driver without layers; the node puts the usual ones around it.
    pub driver: Arc<dyn HypervisorDriver>,
    /// How guests' connections reach the Hub.
    pub hub_guest: Arc<dyn GuestUplink>,
}
