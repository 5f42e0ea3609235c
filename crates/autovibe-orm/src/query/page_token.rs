//! Where the next page starts: signed, so that it only works for the list it came from.

use data_encoding::BASE64URL_NOPAD;
use hmac::{Hmac, Mac as _};
use prost::Message as _;
use sha2::Sha256;

use crate::DatabaseError;
use crate::plan::Value;

/// The cells of the last row of a page, in the order of the list.
#[derive(Clone, PartialEq, prost::Message)]
struct Cells {
    #[prost(message, repeated, tag = "1")]
    cells: Vec<CellOf>,
    #[prost(bytes = "vec", tag = "2")]
    signature: Vec<u8>,
}

#[derive(Clone, PartialEq, prost::Message)]
struct CellOf {
    #[prost(oneof = "Kind", tags = "1, 2, 3")]
    kind: Option<Kind>,
}

#[derive(Clone, PartialEq, prost::Oneof)]
enum Kind {
    #[prost(sint64, tag = "1")]
    Integer(i64),
    #[prost(double, tag = "2")]
    Real(f64),
    #[prost(bytes, tag = "3")]
    Text(Vec<u8>),
}

/// Where the next page starts.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PageToken(pub(crate) Vec<Value>);

impl PageToken {
    /// Writes the token of a list; `list` is all that makes it different from others.
    pub(crate) fn sign(&self, secret: &[u8], list: &str) -> String {
        let cells = self.0.iter().map(|value| CellOf {
            kind: match value {
                Value::Null => None,
                Value::Integer(number) => Some(Kind::Integer(*number)),
                Value::Real(number) => Some(Kind::Real(*number)),
                Value::Text(bytes) | Value::Blob(bytes) => Some(Kind::Text(bytes.to_vec())),
            },
        });
        let mut token = Cells { cells: cells.collect(), signature: Vec::new() };
        token.signature = mac(secret, list, &token.encode_to_vec()).finalize().into_bytes()[..16].to_vec();
        BASE64URL_NOPAD.encode(&token.encode_to_vec())
    }

    /// Reads a token and checks that it belongs to the list.
    pub(crate) fn verify(secret: &[u8], list: &str, text: &str) -> Result<PageToken, DatabaseError> {
        let refuse = || DatabaseError::request("the page token does not belong to this list");
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).map_err(|_| refuse())?;
        let mut token = Cells::decode(bytes.as_slice()).map_err(|_| refuse())?;
        let signature = std::mem::take(&mut token.signature);
        if signature.len() != 16 {
            return Err(refuse());
        }
        mac(secret, list, &token.encode_to_vec()).verify_truncated_left(&signature).map_err(|_| refuse())?;
        let values = token.cells.into_iter().map(|cell| match cell.kind {
            None => Value::Null,
            Some(Kind::Integer(number)) => Value::Integer(number),
            Some(Kind::Real(number)) => Value::Real(number),
            Some(Kind::Text(bytes)) => Value::Text(bytes.into()),
        });
        Ok(PageToken(values.collect()))
    }
}

fn mac(secret: &[u8], list: &str, cells: &[u8]) -> Hmac<Sha256> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).expect("HMAC takes keys of any length");
    mac.update(&(list.len() as u64).to_be_bytes());
    mac.update(list.as_bytes());
    mac.update(cells);
    mac
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_works_for_its_own_list_only() {
        let token = PageToken(vec![Value::Integer(-5), Value::Null, Value::text("mch_1")]);
        let text = token.sign(b"secret", "machines by name");
        assert_eq!(PageToken::verify(b"secret", "machines by name", &text).unwrap(), token);
        assert!(PageToken::verify(b"secret", "machines by id", &text).is_err());
        assert!(PageToken::verify(b"other", "machines by name", &text).is_err());
        let mut bytes = text.into_bytes();
        bytes[3] ^= 1;
        let changed = String::from_utf8(bytes).unwrap();
        assert!(PageToken::verify(b"secret", "machines by name", &changed).is_err());
    }
}
