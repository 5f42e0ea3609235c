//! Values in filters, read by the type of the field they are compared with.

use super::filter::Token;
use crate::plan::Value;
use crate::schema::{Column, ScalarKind, Storage};

/// Reads a value for a column; the error reads well after "filter: ".
pub(super) fn value_of(column: &Column, token: &Token) -> Result<Value, String> {
    let (text, is_quoted) = match token {
        Token::Word(word) => (word.as_str(), false),
        Token::Text(text) => (text.as_str(), true),
        Token::Operator(_) => return Err(format!("{:?} is compared with an operator", column.name)),
    };
    if !is_quoted && text == "null" {
        return if column.nullable {
            Ok(Value::Null)
        } else {
            Err(format!("{:?} is never null", column.name))
        };
    }
    let wrong = |wanted: &str| format!("{:?} is compared with {wanted}", column.name);
    match column.storage {
        Storage::Timestamp => {
            timestamp(text).map(Value::Integer).ok_or_else(|| wrong("a time as 2026-01-02T03:04:05Z"))
        }
        Storage::Scalar(kind) => match kind {
            ScalarKind::Text => Ok(Value::text(text)),
            ScalarKind::Bool => match text {
                "true" => Ok(Value::Integer(1)),
                "false" => Ok(Value::Integer(0)),
                _ => Err(wrong("true or false")),
            },
            ScalarKind::Enum => {
                enum_number(column, text).map(Value::Integer).ok_or_else(|| wrong("an enum value"))
            }
            ScalarKind::Float | ScalarKind::Double => {
                let number = text.parse::<f64>().ok().filter(|number| number.is_finite());
                number.map(Value::Real).ok_or_else(|| wrong("a number"))
            }
            ScalarKind::Int32
            | ScalarKind::Sint32
            | ScalarKind::Uint32
            | ScalarKind::Fixed32
            | ScalarKind::Sfixed32
            | ScalarKind::Int64
            | ScalarKind::Sint64
            | ScalarKind::Sfixed64
            | ScalarKind::Uint64
            | ScalarKind::Fixed64 => text.parse().map(Value::Integer).map_err(|_| wrong("a whole number")),
            ScalarKind::Bytes => Err(format!("{:?} cannot be compared", column.name)),
        },
        Storage::Message(_) | Storage::Repeated(_) => Err(format!("{:?} cannot be compared", column.name)),
    }
}

/// An enum value by its number, its name, or its name without the name of the enum.
fn enum_number(column: &Column, text: &str) -> Option<i64> {
    if let Ok(number) = text.parse::<i32>() {
        return Some(i64::from(number));
    }
    let upper = text.to_ascii_uppercase();
    let unspecified = column.enum_values.iter().find(|(_, number)| *number == 0)?;
    let prefix = unspecified.0.strip_suffix("UNSPECIFIED").unwrap_or_default();
    let is_named = |name: &str| name == upper || name.strip_prefix(prefix) == Some(upper.as_str());
    column.enum_values.iter().find(|(name, _)| is_named(name)).map(|(_, number)| i64::from(*number))
}

/// Microseconds of an RFC 3339 time.
fn timestamp(text: &str) -> Option<i64> {
    let timestamp: prost_reflect::prost_types::Timestamp = text.parse().ok()?;
    timestamp.seconds.checked_mul(1_000_000)?.checked_add(i64::from(timestamp.nanos) / 1000)
}
