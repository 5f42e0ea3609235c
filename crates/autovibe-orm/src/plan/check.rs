//! Checks single values and nested messages before they are stored.

use super::Value;
use super::wire::{Malformed, Reader, WireType, unzigzag};
use crate::schema::{FieldKind, ScalarKind, Shape};
use bytes::Bytes;

/// Messages inside messages beyond this depth are refused; prost stops at 100.
const DEPTH_MAX: usize = 64;

/// The years 1 to 9999, as google/protobuf/timestamp.proto allows.
const SECONDS_MIN: i64 = -62_135_596_800;
const SECONDS_MAX: i64 = 253_402_300_799;

/// Why a value is refused; reads well after the name of the field.
pub(super) type Problem = &'static str;

impl From<Malformed> for Problem {
    fn from(_: Malformed) -> Problem {
        "is not well-formed"
    }
}

/// The wire type of a single value.
pub(super) fn wire_type(kind: ScalarKind) -> WireType {
    match kind {
        ScalarKind::Bool
        | ScalarKind::Int32
        | ScalarKind::Sint32
        | ScalarKind::Uint32
        | ScalarKind::Int64
        | ScalarKind::Sint64
        | ScalarKind::Uint64
        | ScalarKind::Enum => WireType::Varint,
        ScalarKind::Fixed32 | ScalarKind::Sfixed32 | ScalarKind::Float => WireType::Fixed32,
        ScalarKind::Fixed64 | ScalarKind::Sfixed64 | ScalarKind::Double => WireType::Fixed64,
        ScalarKind::Text | ScalarKind::Bytes => WireType::Length,
    }
}

/// Reads one value; texts and bytes share the buffer they were received in.
#[expect(clippy::cast_possible_truncation, reason = "Protobuf cuts 32-bit fields to their low bits")]
pub(super) fn scalar(reader: &mut Reader<'_>, kind: ScalarKind, buffer: &Bytes) -> Result<Value, Problem> {
    Ok(match kind {
        ScalarKind::Bool => Value::Integer(i64::from(reader.varint()? != 0)),
        ScalarKind::Int32 | ScalarKind::Enum => Value::Integer(i64::from(reader.varint()? as i32)),
        ScalarKind::Sint32 => Value::Integer(i64::from(unzigzag(u64::from(reader.varint()? as u32)) as i32)),
        ScalarKind::Uint32 => Value::Integer(i64::from(reader.varint()? as u32)),
        ScalarKind::Fixed32 => Value::Integer(i64::from(reader.fixed32()?)),
        ScalarKind::Sfixed32 => Value::Integer(i64::from(reader.fixed32()?.cast_signed())),
        ScalarKind::Int64 | ScalarKind::Uint64 => Value::Integer(reader.varint()?.cast_signed()),
        ScalarKind::Sint64 => Value::Integer(unzigzag(reader.varint()?)),
        ScalarKind::Fixed64 | ScalarKind::Sfixed64 => Value::Integer(reader.fixed64()?.cast_signed()),
        ScalarKind::Float => Value::Real(finite(f64::from(f32::from_bits(reader.fixed32()?)))?),
        ScalarKind::Double => Value::Real(finite(f64::from_bits(reader.fixed64()?))?),
        ScalarKind::Text => Value::Text(buffer.slice_ref(text(reader.length()?)?)),
        ScalarKind::Bytes => Value::Blob(buffer.slice_ref(reader.length()?)),
    })
}

#[expect(clippy::cast_possible_truncation, reason = "nanos are a 32-bit field")]
/// Reads a google.protobuf.Timestamp as microseconds, cutting off what is finer.
pub(super) fn timestamp(bytes: &[u8]) -> Result<i64, Problem> {
    let (mut seconds, mut nanos) = (0_i64, 0_i64);
    let mut reader = Reader::new(bytes);
    while !reader.is_empty() {
        match reader.tag()? {
            (1, WireType::Varint) => seconds = reader.varint()?.cast_signed(),
            (2, WireType::Varint) => nanos = i64::from(reader.varint()? as i32),
            (1 | 2, _) => return Err("has another type"),
            (number, wire) => reader.skip(number, wire)?,
        }
    }
    if !(SECONDS_MIN..=SECONDS_MAX).contains(&seconds) || !(0..1_000_000_000).contains(&nanos) {
        return Err("is outside the years 1 to 9999");
    }
    Ok(seconds * 1_000_000 + nanos / 1000)
}

/// Walks through a nested message and all that it holds.
pub(super) fn message(bytes: &[u8], shape: usize, shapes: &[Shape], depth: usize) -> Result<(), Problem> {
    if depth > DEPTH_MAX {
        return Err("is nested too deeply");
    }
    let shape = shapes.get(shape).ok_or("has an unknown form")?;
    let mut reader = Reader::new(bytes);
    while !reader.is_empty() {
        let (number, wire) = reader.tag()?;
        match shape.field(number) {
            Some(field) => element(&mut reader, field.kind, field.repeated, wire, shapes, depth)?,
            None => reader.skip(number, wire)?,
        }
    }
    Ok(())
}

/// Checks one occurrence of a field, packed or not.
pub(super) fn element(
    reader: &mut Reader<'_>,
    kind: FieldKind,
    repeated: bool,
    wire: WireType,
    shapes: &[Shape],
    depth: usize,
) -> Result<(), Problem> {
    match kind {
        FieldKind::Message(shape) if wire == WireType::Length => {
            message(reader.length()?, shape, shapes, depth + 1)
        }
        FieldKind::Scalar(kind) if wire == wire_type(kind) => single(reader, kind),
        FieldKind::Scalar(kind) if repeated && wire == WireType::Length => {
            let mut packed = Reader::new(reader.length()?);
            while !packed.is_empty() {
                single(&mut packed, kind)?;
            }
            Ok(())
        }
        FieldKind::Message(_) | FieldKind::Scalar(_) => Err("has another type"),
    }
}

fn single(reader: &mut Reader<'_>, kind: ScalarKind) -> Result<(), Problem> {
    match kind {
        ScalarKind::Text => text(reader.length()?).map(|_| ()),
        ScalarKind::Bytes => Ok(reader.length().map(|_| ())?),
        ScalarKind::Float => finite(f64::from(f32::from_bits(reader.fixed32()?))).map(|_| ()),
        ScalarKind::Double => finite(f64::from_bits(reader.fixed64()?)).map(|_| ()),
        ScalarKind::Fixed32 | ScalarKind::Sfixed32 => Ok(reader.fixed32().map(|_| ())?),
        ScalarKind::Fixed64 | ScalarKind::Sfixed64 => Ok(reader.fixed64().map(|_| ())?),
        ScalarKind::Bool
        | ScalarKind::Int32
        | ScalarKind::Sint32
        | ScalarKind::Uint32
        | ScalarKind::Int64
        | ScalarKind::Sint64
        | ScalarKind::Uint64
        | ScalarKind::Enum => Ok(reader.varint().map(|_| ())?),
    }
}

fn text(bytes: &[u8]) -> Result<&[u8], Problem> {
    if std::str::from_utf8(bytes).is_err() {
        return Err("is not UTF-8");
    }
    // PostgreSQL cannot store it, so no database does.
    if bytes.contains(&0) {
        return Err("holds U+0000");
    }
    Ok(bytes)
}

fn finite(number: f64) -> Result<f64, Problem> {
    if number.is_finite() { Ok(number) } else { Err("is not a finite number") }
}
