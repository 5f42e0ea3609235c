//! One page of a list and how it is asked for.

/// Which page of a list is wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// Most rows; 0 means 100, at most 1000.
    pub size: i32,
    /// Token of the former page; empty means the first one.
    pub token: String,
    /// Shows soft-deleted rows as well.
    pub show_deleted: bool,
}

impl Page {
    /// The first page with at most `size` rows.
    #[must_use]
    pub fn first(size: i32) -> Page {
        Page { size, ..Page::default() }
    }

    /// The page after the one that gave `token`.
    #[must_use]
    pub fn after(size: i32, token: impl Into<String>) -> Page {
        Page { size, token: token.into(), ..Page::default() }
    }
}

/// One page of rows in the wanted order.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed<E> {
    /// The rows.
    pub rows: Vec<E>,
    /// Token of the next page; empty on the last one.
    pub next_page_token: String,
}
