//! An amount of what a Budget limits: tokens, cost and working time.

use autovibe_proto::v1::{Budget, Usage};

/// Tokens, cost and working time; never below zero.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Amount {
    /// Tokens of all kinds.
    pub(crate) tokens: i64,
    /// Cost in millionths of a US dollar.
    pub(crate) cost_micros: i64,
    /// Working time in milliseconds.
    pub(crate) time_ms: i64,
}

/// What of a Budget is limited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dimension {
    /// Cost.
    Cost,
    /// Tokens.
    Tokens,
    /// Working time.
    Time,
}

impl Dimension {
    /// Every dimension; the first that is used up is the one that is told.
    pub(crate) const ALL: [Dimension; 3] = [Dimension::Cost, Dimension::Tokens, Dimension::Time];

    /// The limit, if there is one.
    pub(crate) fn limit(self, budget: &Budget) -> Option<i64> {
        let limit = match self {
            Dimension::Cost => budget.cost_limit_micros,
            Dimension::Tokens => budget.token_limit,
            Dimension::Time => budget.time_limit_ms,
        };
        Some(limit).filter(|limit| *limit > 0)
    }

    /// The part of an amount that this is about.
    pub(crate) fn of(self, amount: &Amount) -> i64 {
        match self {
            Dimension::Cost => amount.cost_micros,
            Dimension::Tokens => amount.tokens,
            Dimension::Time => amount.time_ms,
        }
    }
}

impl Amount {
    /// What a use and a working time amount to.
    pub(crate) fn new(usage: Option<&Usage>, time_ms: i64) -> Amount {
        let usage = usage.copied().unwrap_or_default();
        let tokens =
            [usage.input_tokens, usage.output_tokens, usage.cache_read_tokens, usage.cache_write_tokens];
        Amount {
            tokens: tokens.iter().fold(0, |sum: i64, count| sum.saturating_add((*count).max(0))),
            cost_micros: usage.cost_micros.max(0),
            time_ms: time_ms.max(0),
        }
    }

    /// Both together.
    pub(crate) fn plus(self, other: Amount) -> Amount {
        Amount {
            tokens: self.tokens.saturating_add(other.tokens),
            cost_micros: self.cost_micros.saturating_add(other.cost_micros),
            time_ms: self.time_ms.saturating_add(other.time_ms),
        }
    }

    /// What is left without the other one.
    pub(crate) fn minus(self, other: Amount) -> Amount {
        Amount {
            tokens: self.tokens.saturating_sub(other.tokens).max(0),
            cost_micros: self.cost_micros.saturating_sub(other.cost_micros).max(0),
            time_ms: self.time_ms.saturating_sub(other.time_ms).max(0),
        }
    }

    /// The dimension in which this amount has reached the limit.
    pub(crate) fn used_up(&self, budget: &Budget) -> Option<Dimension> {
        Dimension::ALL
            .into_iter()
            .find(|dimension| dimension.limit(budget).is_some_and(|limit| dimension.of(self) >= limit))
    }

    /// Time, when that has reached its limit.
    pub(crate) fn out_of_time(&self, budget: &Budget) -> Option<Dimension> {
        let limit = Dimension::Time.limit(budget)?;
        (self.time_ms >= limit).then_some(Dimension::Time)
    }

    /// The dimension in which this amount has reached the part that gives a warning.
    pub(crate) fn nearly_used_up(&self, budget: &Budget) -> Option<Dimension> {
        let percent = i128::from(soft_percent(budget));
        Dimension::ALL.into_iter().find(|dimension| {
            dimension
                .limit(budget)
                .is_some_and(|limit| i128::from(dimension.of(self)) * 100 >= i128::from(limit) * percent)
        })
    }
}

/// The part of a limit that gives a warning, in percent.
fn soft_percent(budget: &Budget) -> i32 {
    const DEFAULT: i32 = 80;
    if budget.soft_percent > 0 { budget.soft_percent } else { DEFAULT }
}

/// Adds what was used; no report lowers it.
pub(crate) fn add_usage(sum: &mut Usage, used: &Usage) {
    let plus = |sum: &mut i64, used: i64| *sum = sum.saturating_add(used.max(0));
    plus(&mut sum.input_tokens, used.input_tokens);
    plus(&mut sum.output_tokens, used.output_tokens);
    plus(&mut sum.cache_read_tokens, used.cache_read_tokens);
    plus(&mut sum.cache_write_tokens, used.cache_write_tokens);
    plus(&mut sum.cost_micros, used.cost_micros);
    plus(&mut sum.request_count, used.request_count);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_reached_when_nothing_is_left_of_it() {
        let budget = Budget { cost_limit_micros: 100, token_limit: 10, ..Budget::default() };
        let amount = |cost_micros, tokens| Amount { cost_micros, tokens, time_ms: i64::MAX };
        assert_eq!(amount(99, 9).used_up(&budget), None, "time has no limit");
        assert_eq!(amount(100, 9).used_up(&budget), Some(Dimension::Cost));
        assert_eq!(amount(0, 10).used_up(&budget), Some(Dimension::Tokens));
        assert_eq!(amount(79, 7).nearly_used_up(&budget), None);
        assert_eq!(amount(80, 0).nearly_used_up(&budget), Some(Dimension::Cost));
    }

    #[test]
    fn a_use_below_zero_lowers_nothing() {
        let mut sum = Usage { output_tokens: 5, ..Usage::default() };
        add_usage(&mut sum, &Usage { output_tokens: -3, input_tokens: 2, ..Usage::default() });
        assert_eq!((sum.input_tokens, sum.output_tokens), (2, 5));
        assert_eq!(Amount::new(Some(&sum), -1), Amount { tokens: 7, cost_micros: 0, time_ms: 0 });
    }
}
