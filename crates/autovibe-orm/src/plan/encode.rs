//! The cells of a row to wire bytes.

use bytes::{BufMut as _, BytesMut};

use super::wire::{WireType, put_length, put_tag, put_varint, zigzag};
use super::{Cell, check};
use crate::DatabaseError;
use crate::schema::{Column, Entity, ScalarKind, Storage};

/// Appends the message of a row; `cell` gives the cell of each column by its place.
///
/// Fields stand in the order of prost, so equal rows give equal bytes.
///
/// # Errors
/// [`DatabaseError::DamagedRow`] when a cell has another type than its column, or what `cell` returns.
pub fn encode<'a>(
    entity: &Entity,
    mut cell: impl FnMut(usize) -> Result<Cell<'a>, DatabaseError>,
    out: &mut BytesMut,
) -> Result<(), DatabaseError> {
    for &place in &entity.wire_columns {
        let column = &entity.columns[place];
        if !put(column, cell(place)?, out) {
            return Err(DatabaseError::DamagedRow {
                entity: entity.name.clone(),
                field: column.name.clone(),
            });
        }
    }
    Ok(())
}

/// Writes one field; false when the cell does not fit.
fn put(column: &Column, cell: Cell<'_>, out: &mut BytesMut) -> bool {
    match (column.storage, cell) {
        (_, Cell::Null) => column.nullable,
        (Storage::Timestamp, Cell::Integer(micros)) => {
            put_timestamp(column.number, micros, out);
            true
        }
        (Storage::Message(_), Cell::Blob(bytes)) => {
            put_length(out, column.number, bytes);
            true
        }
        // The bytes of the field hold their tags already.
        (Storage::Repeated(_), Cell::Blob(bytes)) => {
            out.put_slice(bytes);
            true
        }
        (Storage::Scalar(ScalarKind::Text), Cell::Text(bytes))
        | (Storage::Scalar(ScalarKind::Bytes), Cell::Blob(bytes)) => {
            if column.nullable || !bytes.is_empty() {
                put_length(out, column.number, bytes);
            }
            true
        }
        (Storage::Scalar(kind), Cell::Integer(number)) => put_integer(column, kind, number, out),
        (Storage::Scalar(kind), Cell::Real(number)) => put_real(column, kind, number, out),
        _ => false,
    }
}

#[expect(clippy::cast_possible_truncation, reason = "the column only ever held 32 bits")]
fn put_integer(column: &Column, kind: ScalarKind, number: i64, out: &mut BytesMut) -> bool {
    if !column.nullable && number == 0 {
        return true;
    }
    let bits = match kind {
        ScalarKind::Sint32 | ScalarKind::Sint64 => zigzag(number),
        ScalarKind::Bool
        | ScalarKind::Int32
        | ScalarKind::Uint32
        | ScalarKind::Fixed32
        | ScalarKind::Sfixed32
        | ScalarKind::Int64
        | ScalarKind::Uint64
        | ScalarKind::Fixed64
        | ScalarKind::Sfixed64
        | ScalarKind::Enum => number.cast_unsigned(),
        ScalarKind::Float | ScalarKind::Double | ScalarKind::Text | ScalarKind::Bytes => return false,
    };
    let wire = check::wire_type(kind);
    put_tag(out, column.number, wire);
    match wire {
        WireType::Fixed32 => out.put_u32_le(bits as u32),
        WireType::Fixed64 => out.put_u64_le(bits),
        WireType::Varint | WireType::Length | WireType::GroupStart | WireType::GroupEnd => {
            put_varint(out, bits)
        }
    }
    true
}

#[expect(clippy::cast_possible_truncation, reason = "the column only ever held a 32-bit float")]
fn put_real(column: &Column, kind: ScalarKind, number: f64, out: &mut BytesMut) -> bool {
    if !column.nullable && number == 0.0 {
        return true;
    }
    match kind {
        ScalarKind::Float => {
            put_tag(out, column.number, WireType::Fixed32);
            out.put_f32_le(number as f32);
        }
        ScalarKind::Double => {
            put_tag(out, column.number, WireType::Fixed64);
            out.put_f64_le(number);
        }
        _ => return false,
    }
    true
}

fn put_timestamp(number: u32, micros: i64, out: &mut BytesMut) {
    let seconds = micros.div_euclid(1_000_000).cast_unsigned();
    let nanos = (micros.rem_euclid(1_000_000) * 1000).cast_unsigned();
    // Two varints with their tags take 16 bytes at most.
    let mut inner = [0_u8; 32];
    let mut rest = inner.as_mut_slice();
    if seconds != 0 {
        put_tag(&mut rest, 1, WireType::Varint);
        put_varint(&mut rest, seconds);
    }
    if nanos != 0 {
        put_tag(&mut rest, 2, WireType::Varint);
        put_varint(&mut rest, nanos);
    }
    let length = 32 - rest.len();
    put_length(out, number, &inner[..length]);
}
