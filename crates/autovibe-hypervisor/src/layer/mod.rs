//! Wrappers that give any driver limits, retries and logs without a line of it in the driver.
//!
//! Outermost first: [`Traced`], [`Guarded`], [`Serialised`], [`Retried`], [`TimeLimited`], the driver.
//! The time limit is inside the retry, so that waiting for another verb never counts as an unknown outcome.

mod around;
mod guarded;
mod layered;
mod retried;
mod serialised;
mod stack;
mod time_limited;
mod traced;

pub use around::{Around, Attempt, VerbCall};
pub use guarded::Guarded;
pub use layered::Layered;
pub use retried::Retried;
pub use serialised::Serialised;
pub use stack::{LayerConfig, layered};
pub use time_limited::TimeLimited;
pub use traced::Traced;
