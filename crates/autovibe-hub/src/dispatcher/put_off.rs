//! Puts an Effect off: it is tried again later, each time after a longer pause.

use std::time::Duration;

use autovibe_proto::v1::{Effect, LeaseToken};
use autovibe_proto::{ErrorKind, Failure, timestamp_from_micros};

use crate::clock;
use crate::database::CommitBuilder;
use crate::hub::Hub;

/// Pauses between tries grow from the first to the second.
pub(super) const PAUSE_MIN: Duration = Duration::from_millis(200);
pub(super) const PAUSE_MAX: Duration = Duration::from_secs(10);

/// Puts an Effect off and remembers why; one that is gone needs no more.
pub(crate) async fn put_off(
    hub: &Hub,
    token: &LeaseToken,
    effect: &Effect,
    why: &str,
) -> Result<(), Failure> {
    tracing::info!(machine.id = effect.machine_id, effect.id = effect.id, why, "an effect is put off");
    let doubles = u32::try_from(effect.attempt_count.clamp(0, 16)).unwrap_or(0);
    let pause = PAUSE_MIN.saturating_mul(1 << doubles).min(PAUSE_MAX);
    let later = clock::now_micros().saturating_add(i64::try_from(pause.as_micros()).unwrap_or(i64::MAX));
    let changed = Effect {
        attempt_count: effect.attempt_count.saturating_add(1),
        due_time: Some(timestamp_from_micros(later)),
        last_error: why.to_owned(),
        ..effect.clone()
    };
    let commit = CommitBuilder::new()
        .lease(token.clone())
        .update(&changed, &["attempt_count", "due_time", "last_error"]);
    // Announced, so that a courier that waits for the guest's answer begins its pause.
    match hub.commit(commit).await {
        Err(failure) if failure.kind == ErrorKind::NotFound => Ok(()),
        other => other.map(|_| ()),
    }
}
