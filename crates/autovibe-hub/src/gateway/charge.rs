//! A reservation that is always ended: with what was used, with a guess, or with nothing.

use std::sync::Arc;

use serde::Deserialize;

use super::caller::ModelCaller;
use super::gate::{Bound, GateDenied, SpendGate};
use super::price::{ChargedTokens, cost_micros};
use super::usage::Usage;

/// Bytes of text that make at least one token; fewer are rare even where each sign takes several bytes.
const BYTES_PER_TOKEN: usize = 3;
/// What a provider adds of its own to the text of a request, as the description of tool use.
const ADDED_TOKENS: i64 = 1024;
/// Taken for the longest answer where a request does not say it; the interface requires that it does.
const ANSWER_TOKENS_MAX: i64 = 128 * 1024;

/// The parts of a request that decide what it can cost.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct RequestHead {
    #[serde(default)]
    pub(crate) model: String,
    #[serde(default)]
    max_tokens: Option<i64>,
}

impl RequestHead {
    /// Reads a request; one that cannot be read is taken for the largest.
    pub(crate) fn read(body: &[u8]) -> RequestHead {
        serde_json::from_slice(body).unwrap_or_default()
    }

    /// The most that this request can use, by list price: all of it is written to the dearest cache.
    pub(crate) fn bound(&self, length: usize) -> Bound {
        let input = input_tokens(length);
        let output = self.max_tokens.filter(|count| *count > 0).unwrap_or(ANSWER_TOKENS_MAX);
        let tokens = ChargedTokens { cache_write_1h: input, output, ..ChargedTokens::default() };
        Bound { tokens: input.saturating_add(output), cost_micros: cost_micros(&self.model, &tokens) }
    }

    /// What a request is taken to have used when nothing is known but that it was sent.
    pub(crate) fn estimate(&self, length: usize) -> Usage {
        let input = i64::try_from(length / 4).unwrap_or(i64::MAX);
        let tokens = ChargedTokens { input, ..ChargedTokens::default() };
        Usage {
            model: self.model.clone(),
            input_tokens: input,
            cost_micros: cost_micros(&self.model, &tokens),
            is_estimated: true,
            ..Usage::default()
        }
    }
}

/// The most tokens that a text of this length can be.
pub(crate) fn input_tokens(length: usize) -> i64 {
    i64::try_from(length / BYTES_PER_TOKEN).unwrap_or(i64::MAX).saturating_add(ADDED_TOKENS)
}

/// The reservation of one request.
#[derive(Debug)]
pub(crate) struct Charge {
    gate: Arc<dyn SpendGate>,
    reservation: Option<u64>,
    /// What is taken for its use when its end is never heard of.
    estimate: Option<Usage>,
}

impl Charge {
    /// Waits for the gate.
    pub(crate) async fn reserve(
        gate: &Arc<dyn SpendGate>,
        caller: &ModelCaller,
        bound: Bound,
    ) -> Result<Charge, GateDenied> {
        let reservation = gate.reserve(caller, bound).await?;
        Ok(Charge { gate: Arc::clone(gate), reservation: Some(reservation), estimate: None })
    }

    /// The request is being sent: from now on it may have cost something.
    pub(crate) fn sent(&mut self, estimate: Usage) {
        self.estimate = Some(estimate);
    }

    /// The request cost nothing.
    pub(crate) fn release(mut self) {
        self.estimate = None;
    }

    /// The request used this.
    pub(crate) fn settle(mut self, used: Usage) {
        self.estimate = Some(used);
    }
}

impl Drop for Charge {
    fn drop(&mut self) {
        if let Some(reservation) = self.reservation.take() {
            self.gate.settle(reservation, self.estimate.as_ref());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bound_is_above_whatever_the_request_can_cost() {
        let body = br#"{"model":"claude-opus-5-5","max_tokens":1000,"messages":[]}"#;
        let bound = RequestHead::read(body).bound(30_000);
        assert_eq!(bound.tokens, 10_000 + 1024 + 1000);
        assert_eq!(bound.cost_micros, 11_024 * 8 + 1000 * 20);
        let unread = RequestHead::read(b"not json").bound(0);
        assert_eq!(unread.tokens, ANSWER_TOKENS_MAX + ADDED_TOKENS);
    }

    #[test]
    fn an_estimate_of_a_request_without_an_end_is_its_input() {
        let head = RequestHead::read(br#"{"model":"claude-opus-5-5","max_tokens":5}"#);
        let usage = head.estimate(4000);
        assert_eq!((usage.input_tokens, usage.output_tokens, usage.cost_micros), (1000, 0, 4000));
        assert!(usage.is_estimated);
    }
}
