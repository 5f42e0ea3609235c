//! What a list asks for: filters, orders and where a page starts.

mod filter;
mod literal;
mod order;
mod page_token;
mod statement;

pub(crate) use filter::{Comparison, parse_filter};
pub(crate) use order::{OrderTerm, parse_order};
pub(crate) use page_token::PageToken;
pub(crate) use statement::list_statement;
