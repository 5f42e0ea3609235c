//! Limits how often something may be done, with room for bursts.

use std::sync::{Mutex, PoisonError};

use autovibe_proto::{ErrorKind, Failure};
use tokio::time::Instant;

/// A bucket of permits that fills at a steady rate.
#[derive(Debug)]
pub(crate) struct Rate {
    per_second: f64,
    burst: f64,
    state: Mutex<(f64, Instant)>,
}

impl Rate {
    /// A full bucket.
    pub(crate) fn new(per_second: u32, burst: u32) -> Self {
        let burst = f64::from(burst);
        Self { per_second: f64::from(per_second), burst, state: Mutex::new((burst, Instant::now())) }
    }

    /// Takes one permit, or refuses.
    pub(crate) fn take(&self) -> Result<(), Failure> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        let filled = state.0 + now.duration_since(state.1).as_secs_f64() * self.per_second;
        *state = (filled.min(self.burst), now);
        if state.0 < 1.0 {
            return Err(Failure::new(ErrorKind::LimitExceeded, "RATE_EXCEEDED", "too many calls; slow down"));
        }
        state.0 -= 1.0;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[tokio::test(start_paused = true)]
    async fn a_burst_is_allowed_and_then_the_rate() {
        let rate = Rate::new(10, 3);
        assert_eq!((0..5).filter(|_| rate.take().is_ok()).count(), 3);
        tokio::time::advance(Duration::from_millis(100)).await;
        assert!(rate.take().is_ok() && rate.take().is_err());
    }
}
