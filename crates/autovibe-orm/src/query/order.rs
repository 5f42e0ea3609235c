//! Orders: fields with an optional `desc`, joined by commas; the id decides between equal rows.
//!
//! Source: https://google.aip.dev/132, "Ordering".

use crate::DatabaseError;
use crate::schema::Entity;

/// Fields of one order.
const TERMS_MAX: usize = 4;

/// One field of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct OrderTerm {
    /// Place of the column.
    pub(crate) column: usize,
    /// Highest first.
    pub(crate) descending: bool,
}

/// Reads an order; the id is always its last term.
pub(crate) fn parse_order(entity: &Entity, text: &str) -> Result<Vec<OrderTerm>, DatabaseError> {
    let refuse = |problem: String| DatabaseError::request(format!("order_by: {problem}"));
    let mut terms: Vec<OrderTerm> = Vec::new();
    for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        let mut words = part.split_whitespace();
        let name: String = words.next().unwrap_or_default().chars().take(64).collect();
        let descending = match (words.next(), words.next()) {
            (None | Some("asc"), None) => false,
            (Some("desc"), None) => true,
            _ => return Err(refuse(format!("{name:?} may only be followed by asc or desc"))),
        };
        let column = entity.column_of(&name).ok_or_else(|| refuse(format!("{name:?} is no field")))?;
        if !entity.columns[column].storage.is_ordered() {
            return Err(refuse(format!("{name:?} has no order")));
        }
        if terms.iter().any(|term| term.column == column) {
            return Err(refuse(format!("{name:?} stands twice")));
        }
        terms.push(OrderTerm { column, descending });
    }
    if terms.len() > TERMS_MAX {
        return Err(refuse(format!("more than {TERMS_MAX} fields")));
    }
    if !terms.iter().any(|term| term.column == entity.key) {
        let descending = terms.last().is_some_and(|term| term.descending);
        terms.push(OrderTerm { column: entity.key, descending });
    }
    Ok(terms)
}
