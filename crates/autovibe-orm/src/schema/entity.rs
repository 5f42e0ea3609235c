//! One stored message with its columns.

use autovibe_proto::orm::v1::{Api, OnDelete, Store, Writer};

use super::Column;

/// A column of another entity that refers to this one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BackReference {
    /// Place of the referring entity in the schema.
    pub entity: usize,
    /// Place of its column.
    pub column: usize,
    /// What happens to the referring row.
    pub on_delete: OnDelete,
}

/// An index over columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexOf {
    /// Name in the database.
    pub name: String,
    /// Places of the columns in order.
    pub columns: Vec<usize>,
    /// Two rows may not share the same values.
    pub unique: bool,
    /// Soft-deleted rows are left out.
    pub live_only: bool,
}

/// One stored message.
#[derive(Debug, Clone)]
pub struct Entity {
    /// Full name of the message.
    pub full_name: String,
    /// Name of the message.
    pub name: String,
    /// Table name; its CamelCase form is the plural of the name.
    pub table: String,
    /// Text before the underscore of ids.
    pub id_prefix: String,
    /// Rows never change.
    pub append_only: bool,
    /// Delete only marks rows.
    pub soft_delete: bool,
    /// The file that holds the table.
    pub store: Store,
    /// The generated methods.
    pub api: Api,
    /// The roles that may write.
    pub writers: Vec<Writer>,
    /// Changes enter the change feed.
    pub watched: bool,
    /// Rows change and go only under a lease guard.
    pub lease_guarded: bool,
    /// Columns by field number.
    pub columns: Vec<Column>,
    /// Places of the columns in the order of the wire.
    pub wire_columns: Vec<usize>,
    /// Indexes beside the primary key.
    pub indexes: Vec<IndexOf>,
    /// Place of the primary key.
    pub key: usize,
    /// Place of `create_time`.
    pub create_time: usize,
    /// Place of `update_time`.
    pub update_time: Option<usize>,
    /// Place of `revision`.
    pub revision: Option<usize>,
    /// Place of `delete_time`.
    pub delete_time: Option<usize>,
    /// Place of `partition`: a lease guard has to be for it.
    pub partition: Option<usize>,
    /// Who refers to this entity.
    pub referenced_by: Vec<BackReference>,
}

impl Entity {
    /// Place of a column by its name.
    #[must_use]
    pub fn column_of(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.name == name)
    }

    /// Place of a column by its field number.
    #[must_use]
    pub fn column_of_number(&self, number: u32) -> Option<usize> {
        self.columns.binary_search_by_key(&number, |column| column.number).ok()
    }

    /// Some column holds what not every reader may see.
    #[must_use]
    pub fn is_sensitive(&self) -> bool {
        self.columns.iter().any(|column| column.sensitive)
    }

    /// The service gives the value; callers cannot.
    #[must_use]
    pub fn is_given_by_service(&self, column: usize) -> bool {
        column == self.create_time
            || Some(column) == self.update_time
            || Some(column) == self.revision
            || self.columns[column].is_sequence
    }
}
