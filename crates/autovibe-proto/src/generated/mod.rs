//! Written by `cargo xtask codegen`, except for this file.

#![allow(
    clippy::all,
    clippy::pedantic,
    clippy::allow_attributes_without_reason,
    missing_docs,
    missing_debug_implementations,
    unreachable_pub,
    reason = "generated"
)]

/// Entities and what they hold.
pub mod v1 {
    include!("autovibe.v1.rs");
    include!("autovibe.v1.serde.rs");
}

/// The database service.
pub mod db {
    /// Version 1.
    pub mod v1 {
        include!("autovibe.db.v1.rs");
        include!("autovibe.db.v1.serde.rs");
    }
}

/// Guests.
pub mod guest {
    /// Version 1.
    pub mod v1 {
        include!("autovibe.guest.v1.rs");
        include!("autovibe.guest.v1.serde.rs");
    }
}

/// Hubs.
pub mod hub {
    /// Version 1.
    pub mod v1 {
        include!("autovibe.hub.v1.rs");
        include!("autovibe.hub.v1.serde.rs");
    }
}

/// Nodes.
pub mod node {
    /// Version 1.
    pub mod v1 {
        include!("autovibe.node.v1.rs");
        include!("autovibe.node.v1.serde.rs");
    }
}

/// Options of stored entities.
pub mod orm {
    /// Version 1.
    pub mod v1 {
        include!("autovibe.orm.v1.rs");
        include!("autovibe.orm.v1.serde.rs");
    }
}
