//! Times and durations at microseconds, as everything is stored.

use std::time::Duration;

/// Microseconds since the epoch; finer parts are cut off.
#[must_use]
pub fn timestamp_micros(timestamp: &pbjson_types::Timestamp) -> i64 {
    timestamp.seconds.saturating_mul(1_000_000).saturating_add(i64::from(timestamp.nanos) / 1000)
}

/// The time at a number of microseconds since the epoch.
#[must_use]
pub fn timestamp_from_micros(micros: i64) -> pbjson_types::Timestamp {
    let nanos = i32::try_from(micros.rem_euclid(1_000_000)).unwrap_or(0) * 1000;
    pbjson_types::Timestamp { seconds: micros.div_euclid(1_000_000), nanos }
}

/// A duration as Rust has it; negative ones read as zero.
#[must_use]
pub fn std_duration(duration: &pbjson_types::Duration) -> Duration {
    let seconds = u64::try_from(duration.seconds).unwrap_or(0);
    Duration::new(seconds, u32::try_from(duration.nanos).unwrap_or(0).min(999_999_999))
}

/// A duration as Protobuf has it.
#[must_use]
pub fn duration_from_std(duration: Duration) -> pbjson_types::Duration {
    pbjson_types::Duration {
        seconds: i64::try_from(duration.as_secs()).unwrap_or(i64::MAX),
        nanos: i32::try_from(duration.subsec_nanos()).unwrap_or(0),
    }
}
