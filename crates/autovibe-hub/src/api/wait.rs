//! Waits until a row is as wanted, or for as long as the caller allows.

use std::time::Duration;

use autovibe_proto::v1::{DeadLetter, Machine};
use autovibe_proto::{ErrorKind, Failure, IdError, std_duration};
use tokio::time::Instant;

use crate::changes::Changes;
use crate::database::Database;
use crate::mailbox::dead_letter_id;

/// Longer waits are cut: a caller repeats the call.
pub(crate) const WAIT_MAX: Duration = Duration::from_secs(600);
/// Changes of other Hubs are not announced here.
const POLL_INTERVAL: Duration = Duration::from_millis(250);

/// The time until which a caller wants to wait; now without a wish.
pub(crate) fn deadline(wait: Option<&pbjson_types::Duration>) -> Instant {
    Instant::now() + wait.map_or(Duration::ZERO, std_duration).min(WAIT_MAX)
}

/// Reads until `is_done`, at least once; returns what was read last.
pub(crate) async fn wait_until<T, R, Reading, D>(
    changes: &Changes,
    machine_id: &str,
    deadline: Instant,
    mut read: R,
    is_done: D,
) -> Result<T, Failure>
where
    R: FnMut() -> Reading,
    Reading: Future<Output = Result<T, Failure>>,
    D: Fn(&T) -> bool,
{
    // Subscribed before the first read, so that no change falls in between.
    let mut receiver = changes.subscribe();
    loop {
        let value = read().await?;
        if is_done(&value) || Instant::now() >= deadline {
            return Ok(value);
        }
        let poll = (Instant::now() + POLL_INTERVAL).min(deadline);
        let _ = tokio::time::timeout_at(poll, Changes::of_machine(&mut receiver, machine_id)).await;
    }
}

/// Waits until a Machine is as wanted.
pub(crate) async fn wait_for_machine(
    database: &Database,
    changes: &Changes,
    id: &str,
    deadline: Instant,
    is_done: impl Fn(&Machine) -> bool,
) -> Result<Machine, Failure> {
    wait_until(changes, id, deadline, || database.require::<Machine>(id), is_done).await
}

/// Why the actor refused a Message; `None` when it did not, or not yet.
pub(crate) async fn refusal(database: &Database, message_id: &str) -> Result<Option<Failure>, Failure> {
    let id = message_id.parse().map_err(|error: IdError| Failure::internal(error.to_string()))?;
    let letter = database.get::<DeadLetter>(dead_letter_id(&id).as_str()).await?;
    Ok(letter.map(|letter| {
        let failure = Failure::new(ErrorKind::WrongState, "MESSAGE_REFUSED", letter.error);
        failure.with("machine_id", letter.machine_id).with("dead_letter_id", letter.id)
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicU32, Ordering};

    #[tokio::test(start_paused = true)]
    async fn a_wait_ends_with_the_state_or_at_its_deadline() {
        let (changes, reads) = (Changes::new(), AtomicU32::new(0));
        let read = || async { Ok::<_, Failure>(reads.fetch_add(1, Ordering::SeqCst)) };
        let wish = pbjson_types::Duration { seconds: 2, nanos: 0 };
        let value =
            wait_until(&changes, "m", deadline(Some(&wish)), read, |value| *value == 3).await.unwrap();
        assert_eq!(value, 3);
        let started = Instant::now();
        wait_until(&changes, "m", deadline(Some(&wish)), read, |_| false).await.unwrap();
        assert_eq!(started.elapsed(), Duration::from_secs(2));
        let before = reads.load(Ordering::SeqCst);
        wait_until(&changes, "m", deadline(None), read, |_| false).await.unwrap();
        assert_eq!(reads.load(Ordering::SeqCst), before + 1);
    }
}
