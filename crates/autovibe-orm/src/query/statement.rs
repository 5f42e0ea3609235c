//! The SELECT of one page.

use sea_query::{Alias, Cond, Expr, ExprTrait as _, Order, SelectStatement, SqliteQueryBuilder};

use super::filter::Operator;
use super::{Comparison, OrderTerm};
use crate::plan::{Value, select_all};
use crate::schema::Entity;

/// Writes the SELECT of one page with the values to bind.
///
/// Values are always bound and never part of the text, so that equal shapes share a prepared statement.
pub(crate) fn list_statement(
    entity: &Entity,
    filter: &[Comparison],
    order: &[OrderTerm],
    after: Option<&[Value]>,
    show_deleted: bool,
    limit: usize,
) -> (String, Vec<Value>) {
    let mut query: SelectStatement = select_all(entity);
    let mut values = Vec::new();
    if let (false, Some(place)) = (show_deleted, entity.delete_time) {
        query.and_where(column(entity, place).is_null());
    }
    for comparison in filter {
        query.and_where(compare(entity, comparison, &mut values));
    }
    if let Some(after) = after {
        query.cond_where(start_after(entity, order, after, &mut values));
    }
    for term in order {
        let direction = if term.descending { Order::Desc } else { Order::Asc };
        query.order_by(Alias::new(&entity.columns[term.column].name), direction);
    }
    query.limit(limit as u64);
    (query.to_string(SqliteQueryBuilder), values)
}

fn column(entity: &Entity, place: usize) -> Expr {
    Expr::col(Alias::new(&entity.columns[place].name))
}

fn bound(values: &mut Vec<Value>, value: &Value) -> Expr {
    values.push(value.clone());
    Expr::cust("?")
}

fn compare(entity: &Entity, comparison: &Comparison, values: &mut Vec<Value>) -> Expr {
    let left = column(entity, comparison.column);
    match (comparison.operator, &comparison.value) {
        (Operator::Equal, Value::Null) => left.is_null(),
        (Operator::NotEqual, Value::Null) => left.is_not_null(),
        (Operator::Equal, value) => left.eq(bound(values, value)),
        // "Not equal" holds for a field that is not set.
        (Operator::NotEqual, value) if entity.columns[comparison.column].nullable => {
            let right = bound(values, value);
            left.clone().ne(right).or(left.is_null())
        }
        (Operator::NotEqual, value) => left.ne(bound(values, value)),
        (Operator::Less, value) => left.lt(bound(values, value)),
        (Operator::LessOrEqual, value) => left.lte(bound(values, value)),
        (Operator::Greater, value) => left.gt(bound(values, value)),
        (Operator::GreaterOrEqual, value) => left.gte(bound(values, value)),
    }
}

/// Rows behind the last one of the former page: `a > x OR (a = x AND b > y)`.
fn start_after(entity: &Entity, order: &[OrderTerm], after: &[Value], values: &mut Vec<Value>) -> Cond {
    let mut any = Cond::any();
    for (depth, (term, value)) in order.iter().zip(after).enumerate() {
        let left = column(entity, term.column);
        // NULL stands before every value.
        let strict = match (value, term.descending) {
            (Value::Null, true) => continue,
            (Value::Null, false) => None,
            (_, false) => Some(false),
            (_, true) => Some(true),
        };
        let mut all = Cond::all();
        for (former, former_value) in order.iter().zip(after).take(depth) {
            let same = column(entity, former.column);
            all = all.add(match former_value {
                Value::Null => same.is_null(),
                former_value => same.eq(bound(values, former_value)),
            });
        }
        all = all.add(match strict {
            None => left.is_not_null(),
            Some(false) => left.gt(bound(values, value)),
            Some(true) if entity.columns[term.column].nullable => {
                let right = bound(values, value);
                left.clone().lt(right).or(left.is_null())
            }
            Some(true) => left.lt(bound(values, value)),
        });
        any = any.add(all);
    }
    any
}
