//! Filters: comparisons of a field with a value, joined by AND.
//!
//! A part of the language of AIP-160, with the same meaning: `state = "READY" AND create_time >= "2026-01-02T03:04:05Z"`.
//! Source: https://google.aip.dev/160.

use super::literal;
use crate::DatabaseError;
use crate::plan::Value;
use crate::schema::Entity;

/// Longest filter.
const LENGTH_MAX: usize = 4096;
/// Comparisons of one filter.
const COMPARISONS_MAX: usize = 32;

/// How a field is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Operator {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// One comparison.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Comparison {
    /// Place of the column.
    pub(crate) column: usize,
    /// How it is compared.
    pub(crate) operator: Operator,
    /// With what.
    pub(crate) value: Value,
}

/// One word of a filter.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    Word(String),
    Text(String),
    Operator(Operator),
}

/// Reads a filter; an empty one has no comparisons.
pub(crate) fn parse_filter(entity: &Entity, text: &str) -> Result<Vec<Comparison>, DatabaseError> {
    if text.len() > LENGTH_MAX {
        return Err(refuse(format!("is longer than {LENGTH_MAX} bytes")));
    }
    let mut tokens = tokens(text)?.into_iter().peekable();
    let mut comparisons = Vec::new();
    while tokens.peek().is_some() {
        if !comparisons.is_empty() {
            match tokens.next() {
                Some(Token::Word(word)) if word == "AND" => {}
                Some(Token::Word(word)) if word == "OR" || word == "NOT" => {
                    return Err(refuse(format!("{word} is not offered, only AND")));
                }
                _ => return Err(refuse("AND is missing between two comparisons".to_owned())),
            }
        }
        let field = match tokens.next() {
            Some(Token::Word(word)) => word,
            _ => return Err(refuse("a comparison must start with the name of a field".to_owned())),
        };
        let place = entity.column_of(&field).ok_or_else(|| refuse(format!("{field:?} is no field")))?;
        if !entity.columns[place].storage.is_ordered() {
            return Err(refuse(format!("{field:?} cannot be compared")));
        }
        let Some(Token::Operator(operator)) = tokens.next() else {
            return Err(refuse(format!("{field:?} is not followed by one of = != < <= > >=")));
        };
        let given = tokens.next().ok_or_else(|| refuse(format!("{field:?} is compared with nothing")))?;
        let value = literal::value_of(&entity.columns[place], &given).map_err(refuse)?;
        if value == Value::Null && !matches!(operator, Operator::Equal | Operator::NotEqual) {
            return Err(refuse("null can only be compared by = and !=".to_owned()));
        }
        comparisons.push(Comparison { column: place, operator, value });
        if comparisons.len() > COMPARISONS_MAX {
            return Err(refuse(format!("holds more than {COMPARISONS_MAX} comparisons")));
        }
    }
    Ok(comparisons)
}

fn tokens(text: &str) -> Result<Vec<Token>, DatabaseError> {
    let mut found = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let taken = match first {
            '"' | '\'' => {
                let (content, length) = quoted(rest, first)?;
                found.push(Token::Text(content));
                length
            }
            '=' | '!' | '<' | '>' => {
                let (operator, length) = operator(rest)?;
                found.push(Token::Operator(operator));
                length
            }
            _ => {
                let end = rest.find(|letter: char| letter.is_whitespace() || "=!<>\"'".contains(letter));
                let end = end.unwrap_or(rest.len());
                found.push(Token::Word(rest[..end].to_owned()));
                end
            }
        };
        rest = rest[taken..].trim_start();
    }
    Ok(found)
}

fn operator(text: &str) -> Result<(Operator, usize), DatabaseError> {
    let table = [
        ("!=", Operator::NotEqual),
        ("<=", Operator::LessOrEqual),
        (">=", Operator::GreaterOrEqual),
        ("=", Operator::Equal),
        ("<", Operator::Less),
        (">", Operator::Greater),
    ];
    let found = table.into_iter().find(|(sign, _)| text.starts_with(sign));
    found
        .map(|(sign, operator)| (operator, sign.len()))
        .ok_or_else(|| refuse("\"!\" is no operator".to_owned()))
}

/// The content of a quoted text and the length with its quotes.
fn quoted(text: &str, quote: char) -> Result<(String, usize), DatabaseError> {
    let mut content = String::new();
    let mut escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        if escaped {
            content.push(letter);
            escaped = false;
        } else if letter == '\\' {
            escaped = true;
        } else if letter == quote {
            return Ok((content, at + quote.len_utf8()));
        } else {
            content.push(letter);
        }
    }
    Err(refuse("a quoted text does not end".to_owned()))
}

fn refuse(problem: String) -> DatabaseError {
    DatabaseError::request(format!("filter: {problem}"))
}
