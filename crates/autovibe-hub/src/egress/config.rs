//! What the way out is set up with.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::Arc;

use super::interception::{Interception, NoInterception};

/// The settings of the way out. The default lets through what rules allow and nothing else.
#[derive(Clone)]
pub struct EgressConfig {
    /// **For tests only.** Names that are not resolved: connections to them go to these addresses, even to
    /// loopback, and to their port, where it is not 0, instead of the one that was asked for. Whoever sets this gives Machines a way
    /// into the host. Rules are needed for these names all the same.
    pub test_resolve: HashMap<String, SocketAddr>,
    /// Who may look into tunnels.
    pub interception: Arc<dyn Interception>,
    /// Connections of one Machine at a time.
    pub connections_per_machine_max: usize,
    /// Connections of all Machines at a time.
    pub connections_max: usize,
}

impl Default for EgressConfig {
    fn default() -> EgressConfig {
        EgressConfig {
            test_resolve: HashMap::new(),
            interception: Arc::new(NoInterception),
            // As many as the guest takes. Package tools open fewer than fifty.
            connections_per_machine_max: 256,
            // Each holds about 100 KiB, and two file descriptors at most.
            connections_max: 8192,
        }
    }
}

impl std::fmt::Debug for EgressConfig {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("EgressConfig")
            .field("test_resolve", &self.test_resolve)
            .field("connections_per_machine_max", &self.connections_per_machine_max)
            .field("connections_max", &self.connections_max)
            .finish_non_exhaustive()
    }
}
