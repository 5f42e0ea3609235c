//! One page of a list, as a caller asks for it.

use autovibe_proto::Failure;

use crate::database::Page;

const PAGE_SIZE: i32 = 100;
const PAGE_SIZE_MAX: i32 = 1000;

/// Reads page size and token of a request.
pub(crate) fn page(size: i32, token: &str) -> Result<Page, Failure> {
    match size {
        0 => Ok(Page::after(PAGE_SIZE, token)),
        1..=PAGE_SIZE_MAX => Ok(Page::after(size, token)),
        _ => Err(Failure::invalid(format!("page_size is 1 to {PAGE_SIZE_MAX}")).with("field", "page_size")),
    }
}
