//! Sets the Machine's clock to the Hub's.

use std::time::{SystemTime, UNIX_EPOCH};

use rustix::time::{ClockId, Timespec, clock_settime};

/// Smaller differences are left to the round trip's own error, so that time does not jump for nothing.
const TOLERANCE_MICROS: u64 = 500_000;

/// Sets the clock when it is off by more than the tolerance; true when it was.
///
/// `hub_micros` are microseconds since the epoch.
pub(super) fn set_clock(hub_micros: i64) -> Result<bool, std::io::Error> {
    let now = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |elapsed| i64::try_from(elapsed.as_micros()).unwrap_or(i64::MAX));
    if is_close(now, hub_micros) {
        return Ok(false);
    }
    let time = Timespec {
        tv_sec: hub_micros.div_euclid(1_000_000),
        tv_nsec: hub_micros.rem_euclid(1_000_000) * 1000,
    };
    clock_settime(ClockId::Realtime, time)?;
    Ok(true)
}

fn is_close(now_micros: i64, hub_micros: i64) -> bool {
    now_micros.abs_diff(hub_micros) <= TOLERANCE_MICROS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_real_differences_count() {
        assert!(is_close(1_000_000, 1_400_000));
        assert!(!is_close(1_000_000, 1_600_000));
        assert!(!is_close(i64::MIN, i64::MAX));
    }
}
