//! The Hub's clock: the only place that reads the time of day, at microseconds.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use autovibe_proto::timestamp_from_micros;
use pbjson_types::Timestamp;

/// Microseconds since the epoch.
#[must_use]
pub(crate) fn now_micros() -> i64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .ok()
        .and_then(|since| i64::try_from(since.as_micros()).ok())
        .unwrap_or(0)
}

/// The time, as rows hold it.
#[must_use]
pub(crate) fn now() -> Timestamp {
    timestamp_from_micros(now_micros())
}

/// A time as filters hold it, RFC 3339.
#[must_use]
pub(crate) fn text_of(micros: i64) -> String {
    match serde_json::to_value(timestamp_from_micros(micros)) {
        Ok(serde_json::Value::String(text)) => text,
        // Only years after 9999 are no text.
        _ => "9999-12-31T23:59:59Z".to_owned(),
    }
}

/// How long until a time; zero when it has passed.
#[must_use]
pub(crate) fn until_micros(micros: i64) -> Duration {
    Duration::from_micros(u64::try_from(micros.saturating_sub(now_micros())).unwrap_or(0))
}
