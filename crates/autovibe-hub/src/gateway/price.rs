//! List prices of models, as of November 2026.
//!
//! Source: the public price list and model pages of Anthropic, read in November 2026. Discounts, batches, the
//! fast mode and the fees of tools on the provider's side are not in it.

/// Prices in millionths of a US dollar for a million tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Price {
    input: i64,
    output: i64,
    cache_read: i64,
}

/// Tokens of one request by what they are charged as.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct ChargedTokens {
    /// Read, but not from the cache.
    pub(crate) input: i64,
    /// Written.
    pub(crate) output: i64,
    /// Read from the cache.
    pub(crate) cache_read: i64,
    /// Written to the cache for five minutes.
    pub(crate) cache_write_5m: i64,
    /// Written to the cache for an hour.
    pub(crate) cache_write_1h: i64,
}

/// Beginnings of model names with their prices; the first that fits holds, so longer names come first.
const PRICES: [(&str, Price); 18] = [
    ("claude-fable-5-1", dollars(10_000, 50_000, 250)),
    ("claude-mythos-5-1", dollars(10_000, 50_000, 250)),
    ("claude-fable", dollars(10_000, 50_000, 1_000)),
    ("claude-mythos", dollars(10_000, 50_000, 1_000)),
    ("claude-opus-5-5", dollars(4_000, 20_000, 200)),
    ("claude-opus-4-1", dollars(15_000, 75_000, 1_500)),
    ("claude-opus-4-0", dollars(15_000, 75_000, 1_500)),
    ("claude-opus-4-2025", dollars(15_000, 75_000, 1_500)),
    ("claude-opus", dollars(5_000, 25_000, 500)),
    ("claude-sonnet-5-5", dollars(2_000, 10_000, 100)),
    ("claude-sonnet-5", dollars(2_000, 10_000, 200)),
    ("claude-sonnet", dollars(3_000, 15_000, 300)),
    ("claude-haiku-5-5", dollars(100, 500, 10)),
    ("claude-haiku", dollars(1_000, 5_000, 100)),
    ("claude-3-opus", dollars(15_000, 75_000, 1_500)),
    ("claude-3-5-haiku", dollars(800, 4_000, 80)),
    ("claude-3-haiku", dollars(250, 1_250, 30)),
    ("claude-3", dollars(3_000, 15_000, 300)),
];

/// What an unknown model is taken to cost: as much as the dearest, so that a budget is not overrun unseen.
const UNKNOWN: Price = dollars(15_000, 75_000, 1_500);

/// Claude Haiku 5.5 costs five times as much, in all kinds of tokens, when its prompt is longer than this.
const LONG_PROMPT_TOKENS: i64 = 100_000;

/// Takes thousandths of a dollar for a million tokens.
const fn dollars(input: i64, output: i64, cache_read: i64) -> Price {
    Price { input: input * 1_000, output: output * 1_000, cache_read: cache_read * 1_000 }
}

/// Returns the cost of a request in millionths of a US dollar, rounded up.
pub(crate) fn cost_micros(model: &str, tokens: &ChargedTokens) -> i64 {
    let price = PRICES.iter().find(|(name, _)| model.starts_with(name)).map_or(UNKNOWN, |(_, price)| *price);
    let product = |count: i64, price: i64| i128::from(count.max(0)) * i128::from(price);
    let prompt = [tokens.input, tokens.cache_read, tokens.cache_write_5m, tokens.cache_write_1h]
        .iter()
        .fold(0_i64, |sum, count| sum.saturating_add(*count));
    let factor = if model.starts_with("claude-haiku-5-5") && prompt > LONG_PROMPT_TOKENS { 5 } else { 1 };
    let total = product(tokens.input, price.input)
        + product(tokens.output, price.output)
        + product(tokens.cache_read, price.cache_read)
        + product(tokens.cache_write_5m, price.input) * 5 / 4
        + product(tokens.cache_write_1h, price.input) * 2;
    i64::try_from((total * factor + 999_999) / 1_000_000).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cost_agrees_with_what_claude_code_computes() {
        let tokens = ChargedTokens { input: 38_601, output: 119, ..ChargedTokens::default() };
        assert_eq!(cost_micros("claude-opus-5-5", &tokens), 156_784);
    }

    #[test]
    fn each_kind_of_token_has_its_price() {
        let million = 1_000_000;
        let tokens =
            ChargedTokens { cache_read: million, cache_write_5m: million, ..ChargedTokens::default() };
        assert_eq!(cost_micros("claude-sonnet-5-5", &tokens), 100_000 + 2_500_000);
        let tokens = ChargedTokens { cache_write_1h: million, ..ChargedTokens::default() };
        assert_eq!(cost_micros("claude-opus-4-5-20251101", &tokens), 10_000_000);
    }

    #[test]
    fn a_long_prompt_makes_haiku_dearer() {
        let short = ChargedTokens { input: 100_000, ..ChargedTokens::default() };
        let long = ChargedTokens { input: 100_001, ..ChargedTokens::default() };
        assert_eq!(cost_micros("claude-haiku-5-5", &short), 10_000);
        assert_eq!(cost_micros("claude-haiku-5-5", &long), 50_001);
    }

    #[test]
    fn an_unknown_model_is_not_free() {
        let tokens = ChargedTokens { output: 1, input: -5, ..ChargedTokens::default() };
        assert_eq!(cost_micros("something-new", &tokens), 75);
    }
}
