//! The usual order of the layers.

use std::sync::Arc;
use std::time::Duration;

use crate::driver::HypervisorDriver;
use crate::layer::{Guarded, Layered, Retried, Serialised, TimeLimited, Traced};

/// Limits of the usual layers.
#[derive(Debug, Clone)]
pub struct LayerConfig {
    /// Verbs that may change something at the same time.
    pub writes_max: usize,
    /// How long a verb may wait for others.
    pub wait_max: Duration,
    /// Attempts of a verb that was busy or certainly not applied.
    pub attempts_max: u32,
    /// First pause between two attempts.
    pub retry_pause: Duration,
    /// Time limits of the verbs.
    pub time_limit: TimeLimited,
}

impl Default for LayerConfig {
    fn default() -> LayerConfig {
        LayerConfig {
            // Starts of Machines are bound by processors; more at once only make each slower.
            writes_max: std::thread::available_parallelism().map_or(4, |count| count.get() * 2),
            wait_max: Duration::from_secs(600),
            attempts_max: 6,
            retry_pause: Duration::from_millis(50),
            time_limit: TimeLimited::new(),
        }
    }
}

/// Puts all layers around a driver.
#[must_use]
pub fn layered(driver: Arc<dyn HypervisorDriver>, config: &LayerConfig) -> Arc<dyn HypervisorDriver> {
    let limited: Arc<dyn HypervisorDriver> =
        Arc::new(Layered::new(driver.clone(), config.time_limit.clone()));
    let retry = Retried::new(config.attempts_max, config.retry_pause);
    let retried: Arc<dyn HypervisorDriver> = Arc::new(Layered::new(limited.clone(), retry));
    let queue = Serialised::new(config.writes_max, config.wait_max);
    let queued: Arc<dyn HypervisorDriver> = Arc::new(Layered::new(retried.clone(), queue));
    let guarded: Arc<dyn HypervisorDriver> = Arc::new(Layered::new(queued, Guarded::new(retried)));
    Arc::new(Layered::new(guarded, Traced))
}
