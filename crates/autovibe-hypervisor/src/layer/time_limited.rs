//! Ends a verb that takes too long.

use std::time::Duration;

use crate::error::DriverError;
use crate::layer::around::{Around, Attempt, VerbCall};
use crate::verb::Verb;

/// The layer that gives each verb a time limit.
#[derive(Debug, Clone, Default)]
pub struct TimeLimited {
    every: Option<Duration>,
}

impl TimeLimited {
    /// Limits each verb by [`TimeLimited::limit`].
    #[must_use]
    pub fn new() -> TimeLimited {
        TimeLimited::default()
    }

    /// Limits every verb by the same time, for tests.
    #[must_use]
    pub fn of(every: Duration) -> TimeLimited {
        TimeLimited { every: Some(every) }
    }

    /// The limit of a verb, without the caller's grace.
    ///
    /// Chosen from what an 8 GiB Machine on a slow disk needs under emulation, several times over.
    #[must_use]
    pub fn limit(&self, verb: Verb) -> Duration {
        let seconds = match verb {
            Verb::Sample => 5,
            Verb::Images | Verb::Observe | Verb::ListCheckpoints => 30,
            Verb::Power | Verb::Destroy | Verb::Forget => 60,
            Verb::Create | Verb::Capabilities => 120,
            Verb::Checkpoint | Verb::Restore | Verb::Fork => 300,
            // 64 GiB at 120 MiB a second.
            Verb::Verify => 600,
        };
        self.every.unwrap_or(Duration::from_secs(seconds))
    }
}

impl Around for TimeLimited {
    async fn around<'a, T: Send + 'a>(
        &'a self,
        call: &'a VerbCall<'a>,
        attempt: Attempt<'a, T>,
    ) -> Result<T, DriverError> {
        let limit = self.limit(call.verb).saturating_add(call.grace);
        match tokio::time::timeout(limit, attempt()).await {
            Ok(result) => result,
            Err(_) if call.verb.is_write() => {
                Err(DriverError::MaybeApplied(format!("{} {} within {limit:?}", call.verb, call.subject())))
            }
            Err(_) => Err(DriverError::Transient {
                what: call.verb.to_string(),
                text: format!("no answer within {limit:?}"),
            }),
        }
    }
}
