//! Pages of rows.

use bytes::{Bytes, BytesMut};

use super::Engine;
use crate::DatabaseError;
use crate::plan::{Value, encode};
use crate::query::{PageToken, list_statement, parse_filter, parse_order};
use crate::store::sqlite::{bind, cell_of};

/// Rows of a page when the caller names no number.
const PAGE_SIZE_DEFAULT: usize = 100;
/// Rows of a page at most.
const PAGE_SIZE_MAX: usize = 1000;
/// A page ends early beyond this size, so that it fits into one answer.
const PAGE_BYTES_MAX: usize = 8 << 20;

/// What a list asks for.
#[derive(Debug, Clone, Default)]
pub struct ListOrder {
    /// Most rows; 0 means 100, at most 1000.
    pub page_size: i32,
    /// From the former page; empty means at the first row.
    pub page_token: String,
    /// Comparisons joined by AND; empty means all rows.
    pub filter: String,
    /// Fields with an optional `desc`, joined by commas; empty means by id.
    pub order_by: String,
    /// Shows soft-deleted rows as well.
    pub show_deleted: bool,
}

/// One page.
#[derive(Debug, Clone, Default)]
pub struct ListPage {
    /// Rows as wire bytes.
    pub rows: Vec<Bytes>,
    /// Where the next page starts; empty on the last one.
    pub next_page_token: String,
}

impl Engine {
    /// Returns one page of rows.
    ///
    /// Rows that are added behind the last row of a page appear on later pages, none appears twice.
    ///
    /// # Errors
    /// [`DatabaseError::InvalidRequest`] says what is wrong with filter, order or token.
    pub async fn list(&self, entity: usize, order: ListOrder) -> Result<ListPage, DatabaseError> {
        let described = self.described(entity)?;
        let filter = parse_filter(described, &order.filter)?;
        let terms = parse_order(described, &order.order_by)?;
        let page_size = match usize::try_from(order.page_size) {
            Ok(0) => PAGE_SIZE_DEFAULT,
            Ok(size) => size.min(PAGE_SIZE_MAX),
            Err(_) => return Err(DatabaseError::request("page_size is negative")),
        };
        let file = self.file_of(described);
        let secret = file.meta().secret.clone();
        let list = format!("{}\n{filter:?}\n{terms:?}\n{}", described.full_name, order.show_deleted);
        let after = match order.page_token.as_str() {
            "" => None,
            token => Some(PageToken::verify(&secret, &list, token)?.0),
        };
        // One row more than the page tells whether there is a next one.
        let (sql, values) =
            list_statement(described, &filter, &terms, after.as_deref(), order.show_deleted, page_size + 1);
        let catalog = self.catalog.clone();
        file.list(move |connection| {
            let described = &catalog.schema.entities[entity];
            let fail = || DatabaseError::sqlite("read a list");
            let mut statement = connection.prepare_cached(&sql).map_err(fail())?;
            bind(&mut statement, &values).map_err(fail())?;
            let mut found = statement.raw_query();
            let mut page = ListPage::default();
            let mut last: Vec<Value> = Vec::new();
            let mut size = 0;
            while let Some(row) = found.next().map_err(fail())? {
                if page.rows.len() == page_size || size > PAGE_BYTES_MAX {
                    page.next_page_token = PageToken(last).sign(&secret, &list);
                    break;
                }
                let mut out = BytesMut::with_capacity(512);
                encode(described, |place| cell_of(row, place).map_err(fail()), &mut out)?;
                size += out.len();
                page.rows.push(out.freeze());
                last = terms
                    .iter()
                    .map(|term| cell_of(row, term.column).map(|cell| cell.to_value()))
                    .collect::<Result<_, _>>()
                    .map_err(fail())?;
            }
            Ok(page)
        })
        .await
    }
}
