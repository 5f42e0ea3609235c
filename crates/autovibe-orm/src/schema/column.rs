//! One stored field of an entity.

use autovibe_proto::orm::v1::OnDelete;

use super::{FieldKind, ScalarKind};

/// How a field is kept in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Storage {
    /// A number, truth value, text or bytes.
    Scalar(ScalarKind),
    /// A point in time as microseconds.
    Timestamp,
    /// A message as its wire bytes, by its place among the shapes.
    Message(usize),
    /// Many values as the wire bytes of the whole field.
    Repeated(FieldKind),
}

impl Storage {
    /// The type in a strict SQLite table.
    #[must_use]
    pub fn sqlite_type(self) -> &'static str {
        match self {
            Storage::Timestamp => "INTEGER",
            Storage::Message(_) | Storage::Repeated(_) => "BLOB",
            Storage::Scalar(kind) => match kind {
                ScalarKind::Text => "TEXT",
                ScalarKind::Bytes => "BLOB",
                ScalarKind::Float | ScalarKind::Double => "REAL",
                ScalarKind::Bool
                | ScalarKind::Int32
                | ScalarKind::Sint32
                | ScalarKind::Uint32
                | ScalarKind::Fixed32
                | ScalarKind::Sfixed32
                | ScalarKind::Int64
                | ScalarKind::Sint64
                | ScalarKind::Uint64
                | ScalarKind::Fixed64
                | ScalarKind::Sfixed64
                | ScalarKind::Enum => "INTEGER",
            },
        }
    }

    /// Filters and orders may use the column.
    #[must_use]
    pub fn is_ordered(self) -> bool {
        match self {
            Storage::Scalar(ScalarKind::Bytes) | Storage::Message(_) | Storage::Repeated(_) => false,
            Storage::Scalar(kind) => kind.is_ordered(),
            Storage::Timestamp => true,
        }
    }
}

/// What a reference points to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReferenceTo {
    /// Place of the other entity in the schema.
    pub entity: usize,
    /// What happens to this row when the other one is deleted.
    pub on_delete: OnDelete,
}

/// One stored field of an entity.
#[derive(Debug, Clone)]
pub struct Column {
    /// Field number: the identity of the column.
    pub number: u32,
    /// Name of the field and of the column.
    pub name: String,
    /// How it is kept.
    pub storage: Storage,
    /// NULL stands for "not set".
    pub nullable: bool,
    /// Place of the oneof in the message, if the field belongs to one.
    pub oneof: Option<usize>,
    /// The number by which the field is written: that of the first member of its oneof.
    pub wire_order: u32,
    /// It cannot change after the insert.
    pub immutable: bool,
    /// No two rows share a value.
    pub unique: bool,
    /// It has an index of its own.
    pub index: bool,
    /// Never logged.
    pub sensitive: bool,
    /// Longest accepted text or bytes.
    pub max_length: usize,
    /// The row that the column points to.
    pub reference: Option<ReferenceTo>,
    /// The service gives the next number.
    pub is_sequence: bool,
    /// Names and numbers of an enum.
    pub enum_values: Vec<(String, i32)>,
}
