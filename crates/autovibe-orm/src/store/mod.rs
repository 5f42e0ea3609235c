//! Where rows are kept.

pub(crate) mod sqlite;
