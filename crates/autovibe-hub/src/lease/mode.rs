//! How a Hub holds its Leases.

/// How a Hub holds its Leases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LeaseMode {
    /// The only Hub, under a file lock of its data folder: Leases without end, a new epoch at each start.
    Embedded,
    /// One of several Hubs: Leases of three seconds, renewed each second.
    Timed {
        /// Where other Hubs reach this one.
        address: String,
    },
}
