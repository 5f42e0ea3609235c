//! Puts values where placeholders stand in the head of a request: pure, and for the named hosts alone.
//!
//! Looked at are the values of headers, and inside `Authorization: Basic` the user and the password. The address of
//! a request is not filled: hosts and what lies before them write it into their logs.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine as _;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use http::request::Parts;
use http::{HeaderValue, header};
use zeroize::Zeroizing;

use super::placeholder;
use super::value::SecretValue;

/// Reads Basic credentials with and without padding, as clients write both.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);
/// Size of all header values together after filling: a short request must not become a huge one.
const HEAD_LENGTH_MAX: usize = 256 * 1024;

/// A Secret as one request to one host meets it.
#[derive(Debug)]
pub(super) struct FillableSecret {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) placeholder: String,
    /// The value; `None` when this host may not have it.
    pub(super) value: Option<SecretValue>,
}

/// Why a placeholder was left as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum FillDenied {
    /// The host is not one of the Secret's.
    OtherHost,
    /// It stands in the address of the request.
    InAddress,
    /// The value has bytes that no header can hold, such as line breaks.
    NotForHeaders,
    /// The request is not protected by TLS.
    Unprotected,
}

impl FillDenied {
    /// For the audit.
    pub(super) fn text(self) -> &'static str {
        match self {
            FillDenied::OtherHost => "the host is not one of the secret's",
            FillDenied::InAddress => "the placeholder stands in the address; only headers are filled",
            FillDenied::NotForHeaders => "the value cannot stand in a header",
            FillDenied::Unprotected => "the request is not protected by TLS",
        }
    }
}

/// The head would become too large.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the headers are too large once the secrets are filled in")]
pub(super) struct HeadTooLarge;

/// What was done, by the position of the Secret.
#[derive(Debug, Default)]
pub(super) struct Filled {
    pub(super) filled: BTreeSet<usize>,
    pub(super) denied: BTreeSet<(usize, FillDenied)>,
    /// Basic credentials that were made, each with what stood there before.
    pub(super) credentials: Vec<(SecretValue, Vec<u8>)>,
}

/// Fills the headers of a request.
///
/// # Errors
/// [`HeadTooLarge`]; the head is to be thrown away then.
pub(super) fn fill(head: &mut Parts, secrets: &[FillableSecret]) -> Result<Filled, HeadTooLarge> {
    let known: BTreeMap<&[u8], usize> =
        secrets.iter().enumerate().map(|(place, secret)| (secret.placeholder.as_bytes(), place)).collect();
    let mut done = Filled::default();
    if let Some(address) = head.uri.path_and_query() {
        let met = met_in(address.as_str().as_bytes(), &known);
        done.denied.extend(met.into_iter().map(|place| (place, FillDenied::InAddress)));
    }
    let mut room = HEAD_LENGTH_MAX;
    for (name, value) in &mut head.headers {
        room = room.checked_sub(value.len()).ok_or(HeadTooLarge)?;
        let basic = if name == header::AUTHORIZATION { basic_credentials(value.as_bytes()) } else { None };
        let text = basic.as_deref().map_or(value.as_bytes(), Vec::as_slice);
        let Some((text, used)) = replaced(text, &known, secrets, &mut room, &mut done)? else { continue };
        let made = match &basic {
            Some(_) => {
                let encoded = Zeroizing::new(BASE64.encode(text.as_slice()));
                let before = value.as_bytes()[BASIC.len()..].trim_ascii().to_vec();
                done.credentials.push((SecretValue::new(encoded.as_bytes().to_vec()), before));
                HeaderValue::from_str(Zeroizing::new(format!("Basic {}", encoded.as_str())).as_str())
            }
            None => HeaderValue::from_bytes(&text),
        };
        match made {
            Ok(mut made) => {
                made.set_sensitive(true);
                *value = made;
                done.filled.extend(used);
            }
            Err(_) => done.denied.extend(used.into_iter().map(|place| (place, FillDenied::NotForHeaders))),
        }
    }
    Ok(done)
}

/// The placeholders in a head that is not filled at all.
pub(super) fn met_in_head(head: &Parts, placeholders: &[&str]) -> BTreeSet<usize> {
    let known: BTreeMap<&[u8], usize> =
        placeholders.iter().enumerate().map(|(place, text)| (text.as_bytes(), place)).collect();
    let mut met = met_in(head.uri.to_string().as_bytes(), &known);
    for (name, value) in &head.headers {
        let basic = if name == header::AUTHORIZATION { basic_credentials(value.as_bytes()) } else { None };
        met.extend(met_in(basic.as_deref().map_or(value.as_bytes(), Vec::as_slice), &known));
    }
    met
}

const BASIC: &[u8] = b"basic ";

/// User and password, as "user:password"; `None` when it is another scheme or cannot be read.
fn basic_credentials(value: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (scheme, rest) = value.split_at_checked(BASIC.len())?;
    if !scheme.eq_ignore_ascii_case(BASIC) {
        return None;
    }
    BASE64.decode(rest.trim_ascii()).ok().map(Zeroizing::new)
}

/// Each placeholder in a text with its position, in order.
fn places<'a>(
    text: &'a [u8],
    known: &'a BTreeMap<&[u8], usize>,
) -> impl Iterator<Item = (usize, usize)> + 'a {
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some(window) = text.get(at..at + placeholder::LENGTH) {
            if window.starts_with(placeholder::PREFIX)
                && let Some(place) = known.get(window)
            {
                let found = at;
                at += placeholder::LENGTH;
                return Some((found, *place));
            }
            at += 1;
        }
        None
    })
}

fn met_in(text: &[u8], known: &BTreeMap<&[u8], usize>) -> BTreeSet<usize> {
    places(text, known).map(|(_, place)| place).collect()
}

/// What a text becomes.
type Replaced = (Zeroizing<Vec<u8>>, BTreeSet<usize>);

/// The text with its values, once through from left to right: a value is not searched for placeholders.
fn replaced(
    text: &[u8],
    known: &BTreeMap<&[u8], usize>,
    secrets: &[FillableSecret],
    room: &mut usize,
    done: &mut Filled,
) -> Result<Option<Replaced>, HeadTooLarge> {
    let mut out = Zeroizing::new(Vec::new());
    let mut used = BTreeSet::new();
    let mut copied = 0;
    for (at, place) in places(text, known) {
        let Some(value) = &secrets[place].value else {
            done.denied.insert((place, FillDenied::OtherHost));
            continue;
        };
        *room = room.checked_sub(value.expose().len()).ok_or(HeadTooLarge)?;
        out.extend_from_slice(&text[copied..at]);
        out.extend_from_slice(value.expose());
        copied = at + placeholder::LENGTH;
        used.insert(place);
    }
    if used.is_empty() {
        return Ok(None);
    }
    out.extend_from_slice(&text[copied..]);
    Ok(Some((out, used)))
}

#[cfg(test)]
mod tests;
