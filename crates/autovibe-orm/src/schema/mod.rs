//! The schema as the annotated messages tell it: entities, columns, references, indexes.

mod column;
mod entity;
mod read;
mod shape;
mod validate;

pub use column::{Column, ReferenceTo, Storage};
pub use entity::{BackReference, Entity, IndexOf};
pub use read::Schema;
pub use shape::{FieldKind, ScalarKind, Shape, ShapeField};
