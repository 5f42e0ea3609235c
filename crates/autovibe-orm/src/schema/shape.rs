//! The form of nested messages, flat enough to check bytes without reflection.

use prost_reflect::Kind;

/// A kind of single value on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the Protobuf kind of the same name")]
pub enum ScalarKind {
    Bool,
    Int32,
    Sint32,
    Uint32,
    Fixed32,
    Sfixed32,
    Int64,
    Sint64,
    Uint64,
    Fixed64,
    Sfixed64,
    Float,
    Double,
    Enum,
    Text,
    Bytes,
}

impl ScalarKind {
    /// The kind of a field, or nothing for messages.
    #[must_use]
    pub fn of(kind: &Kind) -> Option<ScalarKind> {
        Some(match kind {
            Kind::Bool => ScalarKind::Bool,
            Kind::Int32 => ScalarKind::Int32,
            Kind::Sint32 => ScalarKind::Sint32,
            Kind::Uint32 => ScalarKind::Uint32,
            Kind::Fixed32 => ScalarKind::Fixed32,
            Kind::Sfixed32 => ScalarKind::Sfixed32,
            Kind::Int64 => ScalarKind::Int64,
            Kind::Sint64 => ScalarKind::Sint64,
            Kind::Uint64 => ScalarKind::Uint64,
            Kind::Fixed64 => ScalarKind::Fixed64,
            Kind::Sfixed64 => ScalarKind::Sfixed64,
            Kind::Float => ScalarKind::Float,
            Kind::Double => ScalarKind::Double,
            Kind::Enum(_) => ScalarKind::Enum,
            Kind::String => ScalarKind::Text,
            Kind::Bytes => ScalarKind::Bytes,
            Kind::Message(_) => return None,
        })
    }

    /// The order of stored numbers is the order of the values.
    #[must_use]
    pub fn is_ordered(self) -> bool {
        // 64-bit unsigned numbers are stored by their bits.
        !matches!(self, ScalarKind::Uint64 | ScalarKind::Fixed64)
    }
}

/// A single value, or a message by its place among the shapes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// A single value.
    Scalar(ScalarKind),
    /// A message.
    Message(usize),
}

/// One field of a nested message.
#[derive(Debug, Clone)]
pub struct ShapeField {
    /// Field number.
    pub number: u32,
    /// Name, for error texts.
    pub name: String,
    /// What it holds.
    pub kind: FieldKind,
    /// It may occur many times.
    pub repeated: bool,
}

/// The form of one message.
#[derive(Debug, Clone, Default)]
pub struct Shape {
    /// Full name of the message.
    pub full_name: String,
    /// Fields sorted by number.
    pub fields: Vec<ShapeField>,
}

impl Shape {
    /// The field of a number.
    #[must_use]
    pub fn field(&self, number: u32) -> Option<&ShapeField> {
        self.fields.binary_search_by_key(&number, |field| field.number).ok().map(|index| &self.fields[index])
    }
}
