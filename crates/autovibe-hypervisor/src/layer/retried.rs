//! Repeats a verb that was certainly not applied.

use std::time::Duration;

use crate::error::DriverError;
use crate::layer::around::{Around, Attempt, VerbCall};

/// The longest pause between two attempts.
const PAUSE_MAX: Duration = Duration::from_secs(2);

/// The layer that repeats on `Busy` and `Transient` only.
///
/// An unknown outcome is never repeated here: the caller observes first.
#[derive(Debug, Clone, Copy)]
pub struct Retried {
    attempts_max: u32,
    pause: Duration,
}

impl Retried {
    /// Makes at most `attempts_max` attempts; the pause between them starts at `pause` and doubles.
    #[must_use]
    pub fn new(attempts_max: u32, pause: Duration) -> Retried {
        Retried { attempts_max: attempts_max.max(1), pause }
    }
}

impl Around for Retried {
    async fn around<'a, T: Send + 'a>(
        &'a self,
        call: &'a VerbCall<'a>,
        attempt: Attempt<'a, T>,
    ) -> Result<T, DriverError> {
        let mut pause = self.pause;
        for number in 1..self.attempts_max {
            let error = match attempt().await {
                Ok(value) => return Ok(value),
                Err(error) => error,
            };
            let wait = match &error {
                DriverError::Busy { after, .. } => pause.max(*after),
                DriverError::Transient { .. } => pause,
                DriverError::Unsupported { .. }
                | DriverError::NotFound(_)
                | DriverError::Conflict(_)
                | DriverError::Invalid { .. }
                | DriverError::Denied(_)
                | DriverError::Capacity(_)
                | DriverError::Damaged { .. }
                | DriverError::MaybeApplied(_)
                | DriverError::Backend { .. } => return Err(error),
            };
            tracing::debug!(verb = %call.verb, subject = call.subject(), number, %error, "verb is repeated");
            tokio::time::sleep(wait.min(PAUSE_MAX)).await;
            pause = pause.saturating_mul(2).min(PAUSE_MAX);
        }
        attempt().await
    }
}
