//! Wire bytes to the values of a row.

use bytes::{Bytes, BytesMut};

use super::wire::{Reader, WireType};
use super::{Value, check};
use crate::DatabaseError;
use crate::schema::{Column, Entity, ScalarKind, Schema, Storage};

/// Reads a message as the values of its columns, in their order.
///
/// Unknown fields are skipped; of repeated single values the last one counts; parts of a message are joined.
///
/// # Errors
/// [`DatabaseError::InvalidField`] names the field that is refused.
pub fn decode(schema: &Schema, entity: &Entity, bytes: &Bytes) -> Result<Vec<Value>, DatabaseError> {
    let mut values: Vec<Value> = entity.columns.iter().map(unset).collect();
    let mut reader = Reader::new(bytes);
    let whole = |_| refuse(entity, "", "is not well-formed");
    while !reader.is_empty() {
        let start = reader.position();
        let (number, wire) = reader.tag().map_err(whole)?;
        let Some(place) = entity.column_of_number(number) else {
            reader.skip(number, wire).map_err(whole)?;
            continue;
        };
        let column = &entity.columns[place];
        let value = read_column(schema, column, &mut reader, wire, start, bytes, &values[place])
            .map_err(|problem| refuse(entity, &column.name, problem))?;
        if column.oneof.is_some() {
            for (other, sibling) in entity.columns.iter().enumerate() {
                if other != place && sibling.oneof == column.oneof {
                    values[other] = Value::Null;
                }
            }
        }
        values[place] = value;
    }
    for (column, value) in entity.columns.iter().zip(&values) {
        let length = match value {
            Value::Text(bytes) | Value::Blob(bytes) => bytes.len(),
            Value::Null | Value::Integer(_) | Value::Real(_) => 0,
        };
        if length > column.max_length {
            return Err(refuse(entity, &column.name, format!("is longer than {} bytes", column.max_length)));
        }
    }
    Ok(values)
}

fn read_column(
    schema: &Schema,
    column: &Column,
    reader: &mut Reader<'_>,
    wire: WireType,
    start: usize,
    buffer: &Bytes,
    former: &Value,
) -> Result<Value, check::Problem> {
    match column.storage {
        Storage::Scalar(kind) if wire == check::wire_type(kind) => check::scalar(reader, kind, buffer),
        Storage::Timestamp if wire == WireType::Length => {
            Ok(Value::Integer(check::timestamp(reader.length()?)?))
        }
        Storage::Message(shape) if wire == WireType::Length => {
            let part = buffer.slice_ref(reader.length()?);
            check::message(&part, shape, &schema.shapes, 0)?;
            Ok(join(former, part))
        }
        Storage::Repeated(kind) => {
            check::element(reader, kind, true, wire, &schema.shapes, 0)?;
            Ok(join(former, buffer.slice(start..reader.position())))
        }
        Storage::Scalar(_) | Storage::Timestamp | Storage::Message(_) => Err("has another type"),
    }
}

/// Joined encodings are the encoding of the merged message.
fn join(former: &Value, part: Bytes) -> Value {
    match former {
        Value::Blob(bytes) if !bytes.is_empty() => {
            let mut joined = BytesMut::with_capacity(bytes.len() + part.len());
            joined.extend_from_slice(bytes);
            joined.extend_from_slice(&part);
            Value::Blob(joined.freeze())
        }
        _ => Value::Blob(part),
    }
}

/// The value of a column that a message leaves out.
fn unset(column: &Column) -> Value {
    if column.nullable {
        return Value::Null;
    }
    match column.storage {
        Storage::Scalar(ScalarKind::Text) => Value::Text(Bytes::new()),
        Storage::Scalar(ScalarKind::Bytes) => Value::Blob(Bytes::new()),
        Storage::Scalar(ScalarKind::Float | ScalarKind::Double) => Value::Real(0.0),
        Storage::Scalar(_) => Value::Integer(0),
        Storage::Timestamp | Storage::Message(_) | Storage::Repeated(_) => Value::Null,
    }
}

fn refuse(entity: &Entity, field: &str, problem: impl Into<String>) -> DatabaseError {
    DatabaseError::InvalidField {
        entity: entity.name.clone(),
        field: field.to_owned(),
        problem: problem.into(),
    }
}
