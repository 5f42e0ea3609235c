//! What a Turn spent, by the account of the closing line.

use autovibe_proto::v1::Usage;
use serde_json::Value;

/// Reads usage as a difference per Turn and remembers the running total of the cost.
#[derive(Debug)]
pub(super) struct Spent {
    total_cost_micros: i64,
}

impl Spent {
    pub(super) fn new(total_cost_micros: i64) -> Spent {
        Spent { total_cost_micros }
    }

    /// Usage of the Turn that a closing line ends.
    ///
    /// The account per model since the last closing line is right even for an aborted Turn; older versions only
    /// have the main loop's account, and the cost as a total over the session.
    pub(super) fn of_result(&mut self, line: &Value, request_count: i64) -> Usage {
        let total = line.get("total_cost_usd").and_then(micros).unwrap_or(self.total_cost_micros);
        // The total starts again at zero after a process that was killed.
        let difference = if total >= self.total_cost_micros { total - self.total_cost_micros } else { total };
        self.total_cost_micros = total;
        if let Some(models) = line.get("model_usage_since_last_result").and_then(Value::as_object) {
            let sum =
                |name: &str| models.values().map(|model| count(model, name)).fold(0, i64::saturating_add);
            return Usage {
                input_tokens: sum("inputTokens"),
                output_tokens: sum("outputTokens"),
                cache_read_tokens: sum("cacheReadInputTokens"),
                cache_write_tokens: sum("cacheCreationInputTokens"),
                cost_micros: models
                    .values()
                    .filter_map(|model| model.get("costUSD").and_then(micros))
                    .fold(0, i64::saturating_add),
                request_count,
            };
        }
        let usage = line.get("usage").unwrap_or(&Value::Null);
        Usage {
            input_tokens: count(usage, "input_tokens"),
            output_tokens: count(usage, "output_tokens"),
            cache_read_tokens: count(usage, "cache_read_input_tokens"),
            cache_write_tokens: count(usage, "cache_creation_input_tokens"),
            cost_micros: difference,
            request_count,
        }
    }
}

fn count(value: &Value, name: &str) -> i64 {
    value.get(name).and_then(Value::as_i64).unwrap_or(0).max(0)
}

/// Millionths of a dollar; a value that no account could reach is not believed.
fn micros(dollars: &Value) -> Option<i64> {
    let micros = (dollars.as_f64()? * 1e6).round();
    // Below 2^53 each whole number is exact, so the text is that of an integer.
    if (0.0..9e15).contains(&micros) { format!("{micros:.0}").parse().ok() } else { None }
}
