//! Logs each verb with its subject, duration and outcome.

use std::time::Instant;

use tracing::Instrument as _;

use crate::error::DriverError;
use crate::layer::around::{Around, Attempt, VerbCall};

/// The layer that writes spans and events.
#[derive(Debug, Clone, Copy, Default)]
pub struct Traced;

impl Around for Traced {
    async fn around<'a, T: Send + 'a>(
        &'a self,
        call: &'a VerbCall<'a>,
        attempt: Attempt<'a, T>,
    ) -> Result<T, DriverError> {
        let span = tracing::debug_span!("driver", verb = %call.verb, subject = call.subject());
        let start = Instant::now();
        let result = attempt().instrument(span.clone()).await;
        let duration_us = u64::try_from(start.elapsed().as_micros()).unwrap_or(u64::MAX);
        span.in_scope(|| match &result {
            Ok(_) => tracing::debug!(duration_us, "verb done"),
            Err(error) => tracing::debug!(duration_us, error.reason = error.reason(), %error, "verb failed"),
        });
        result
    }
}
