//! How much and how long a call of a model may take.

use std::time::Duration;

/// The limits of the gateway. Each holds for one request unless its name says otherwise.
#[derive(Debug, Clone)]
pub struct GatewayLimits {
    /// The largest request, compressed or not. Anthropic accepts 32 MB.
    pub request_bytes_max: usize,
    /// The largest answer; many times what a model can say.
    pub answer_bytes_max: usize,
    /// The longest that a Machine may take to send a request.
    pub request_time_max: Duration,
    /// The longest that connecting to the provider may take.
    pub connect_time_max: Duration,
    /// The longest wait for the head of the answer; without streaming it comes after the whole work of the model.
    pub head_time_max: Duration,
    /// The longest silence inside an answer; a streaming provider sends a sign of life much more often.
    pub silence_max: Duration,
    /// Requests of all Machines at a time.
    pub requests_max: usize,
    /// Requests of one Machine at a time. Claude Code sends some two dozen at once when it counts tokens.
    pub requests_per_machine_max: usize,
}

impl Default for GatewayLimits {
    fn default() -> Self {
        Self {
            request_bytes_max: 32 * 1024 * 1024,
            answer_bytes_max: 256 * 1024 * 1024,
            request_time_max: Duration::from_secs(120),
            connect_time_max: Duration::from_secs(10),
            head_time_max: Duration::from_secs(600),
            silence_max: Duration::from_secs(300),
            requests_max: 1_024,
            requests_per_machine_max: 64,
        }
    }
}
