//! What one Machine spent, as it is known here and as it is in the database.

use std::collections::{BTreeSet, VecDeque};

use autovibe_proto::v1::{Spend, Usage};

use super::amount::add_usage;

/// While one is in doubt no request begins, so that only the ends of those in flight come on top.
const DOUBTFUL_MAX: usize = 128;

/// One Machine's account.
#[derive(Debug, Clone)]
pub(super) struct Account {
    /// As it is now.
    pub(super) row: Spend,
    /// As the database has it.
    stored: Spend,
    /// Writes at the stored revision whose outcome nobody knows, oldest first.
    doubtful: VecDeque<Spend>,
    /// Budgets that have given their warning in the present Turn.
    pub(super) warned: BTreeSet<String>,
}

impl Account {
    pub(super) fn new(row: Spend) -> Account {
        Account { stored: row.clone(), row, doubtful: VecDeque::new(), warned: BTreeSet::new() }
    }

    /// The database has all of it.
    pub(super) fn is_stored(&self) -> bool {
        is_same(&self.row, &self.stored)
    }

    /// The row to write, at the revision that the database has.
    pub(super) fn unwritten(&self) -> Option<Spend> {
        (!self.is_stored()).then(|| Spend { revision: self.stored.revision, ..self.row.clone() })
    }

    /// The database has taken this row.
    pub(super) fn written(&mut self, row: Spend) {
        self.row.revision = row.revision;
        self.stored = row;
        self.doubtful.clear();
    }

    /// A write of this row may or may not have happened.
    pub(super) fn doubt(&mut self, row: Spend) {
        if self.doubtful.len() >= DOUBTFUL_MAX {
            self.doubtful.pop_front();
        }
        self.doubtful.push_back(row);
    }

    /// The database has another row than was thought: what was spent here is added to it.
    pub(super) fn rebase(&mut self, found: Spend) {
        if self.doubtful.iter().any(|doubtful| is_same(doubtful, &found)) {
            return self.written(found);
        }
        let mut row = found.clone();
        let usage = row.usage.get_or_insert_default();
        add_usage(usage, &difference(self.row.usage.as_ref(), self.stored.usage.as_ref()));
        row.working_ms += (self.row.working_ms - self.stored.working_ms).max(0);
        row.turn_id.clone_from(&self.row.turn_id);
        row.turn_usage = self.row.turn_usage;
        row.turn_working_ms = self.row.turn_working_ms;
        self.row = row;
        self.stored = found;
        self.doubtful.clear();
    }
}

/// The fields that are counted are the same.
fn is_same(one: &Spend, other: &Spend) -> bool {
    let counted = |spend: &Spend| {
        (
            spend.usage.unwrap_or_default(),
            spend.working_ms,
            spend.turn_id.clone(),
            spend.turn_usage.unwrap_or_default(),
            spend.turn_working_ms,
        )
    };
    counted(one) == counted(other)
}

fn difference(more: Option<&Usage>, less: Option<&Usage>) -> Usage {
    let (more, less) = (more.copied().unwrap_or_default(), less.copied().unwrap_or_default());
    Usage {
        input_tokens: more.input_tokens - less.input_tokens,
        output_tokens: more.output_tokens - less.output_tokens,
        cache_read_tokens: more.cache_read_tokens - less.cache_read_tokens,
        cache_write_tokens: more.cache_write_tokens - less.cache_write_tokens,
        cost_micros: more.cost_micros - less.cost_micros,
        request_count: more.request_count - less.request_count,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spend(cost_micros: i64, revision: i64) -> Spend {
        Spend { usage: Some(Usage { cost_micros, ..Usage::default() }), revision, ..Spend::default() }
    }

    fn cost(spend: &Spend) -> i64 {
        spend.usage.unwrap().cost_micros
    }

    #[test]
    fn what_another_hub_counted_is_added_to_and_not_lost() {
        let mut account = Account::new(spend(5, 1));
        account.row.usage.as_mut().unwrap().cost_micros = 7;
        account.rebase(spend(105, 4));
        assert_eq!(cost(&account.row), 107);
        let unwritten = account.unwritten().unwrap();
        assert_eq!((cost(&unwritten), unwritten.revision), (107, 4));
        account.written(spend(107, 5));
        assert!(account.is_stored() && account.unwritten().is_none());
    }

    #[test]
    fn a_write_that_happened_although_nobody_knew_counts_once() {
        let mut account = Account::new(spend(5, 1));
        account.row.usage.as_mut().unwrap().cost_micros = 7;
        let first = account.unwritten().unwrap();
        account.doubt(first);
        account.row.usage.as_mut().unwrap().cost_micros = 8;
        let second = account.unwritten().unwrap();
        account.doubt(second);
        account.rebase(spend(7, 2));
        assert_eq!((cost(&account.row), account.is_stored()), (8, false));
        account.written(spend(8, 3));
        assert!(account.is_stored());
    }
}
