//! What a call of a model used, and who wants to know.

use super::caller::ModelCaller;

/// What one answered request used.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Usage {
    /// The model as the provider names it.
    pub model: String,
    /// Tokens read, those of the cache not included.
    pub input_tokens: i64,
    /// Tokens written by the model.
    pub output_tokens: i64,
    /// Tokens read from the provider's cache.
    pub cache_read_tokens: i64,
    /// Tokens written to the provider's cache.
    pub cache_write_tokens: i64,
    /// Cost at list price, in millionths of a US dollar, rounded up.
    pub cost_micros: i64,
    /// True when the answer broke off, so that a count had to be guessed from the bytes seen.
    pub is_estimated: bool,
}

/// Takes down what was used.
pub trait UsageSink: Send + Sync + 'static {
    /// Takes down one answered request. It is called from async code and must not block.
    fn record(&self, caller: &ModelCaller, usage: Usage);
}
