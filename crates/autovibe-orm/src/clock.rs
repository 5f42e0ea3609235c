//! The database's clock, by which Leases end.

use std::fmt;
use std::time::{Instant, SystemTime};

/// Tells the time in microseconds since the epoch.
pub trait Clock: Send + Sync + fmt::Debug {
    /// The time now; it never runs backwards.
    fn now_micros(&self) -> i64;
}

/// The system's time at the start, moved on by the monotonic clock.
///
/// A step of the wall clock can then neither end nor prolong a Lease.
#[derive(Debug)]
pub struct SystemClock {
    start: Instant,
    start_micros: i64,
}

impl Default for SystemClock {
    fn default() -> SystemClock {
        let since_epoch = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        let start_micros = i64::try_from(since_epoch.as_micros()).unwrap_or(i64::MAX);
        SystemClock { start: Instant::now(), start_micros }
    }
}

impl Clock for SystemClock {
    fn now_micros(&self) -> i64 {
        self.start_micros.saturating_add(i64::try_from(self.start.elapsed().as_micros()).unwrap_or(i64::MAX))
    }
}
