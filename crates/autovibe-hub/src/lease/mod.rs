//! The Hub's right to act for mailbox partitions: taking it, keeping it and noticing that it is gone.

mod keeper;
mod mode;
mod tokens;

pub use mode::LeaseMode;
pub use tokens::Leases;

pub(crate) use keeper::{acquire, keep};
