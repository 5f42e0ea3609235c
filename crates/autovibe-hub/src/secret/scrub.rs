//! Puts placeholders where values stand in an answer, so that an echo does not reach transcripts.
//!
//! Best effort: it finds a value as it is, as JSON writes it, and Basic credentials that were filled in. An answer that
//! is compressed, not text, or writes the value in another form passes as it is.

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, header};
use zeroize::Zeroizing;

use super::value::SecretValue;

/// A shorter value would be met by chance.
const LENGTH_MIN: usize = 6;

/// What is replaced by what, the longest first.
#[derive(Clone, Default)]
pub(super) struct Scrubber {
    needles: Vec<(Zeroizing<Vec<u8>>, Vec<u8>)>,
}

impl Scrubber {
    /// Replaces a value and what JSON makes of it.
    pub(super) fn add(&mut self, value: &SecretValue, replacement: &[u8]) {
        self.push(value.expose(), replacement);
        if let Ok(text) = std::str::from_utf8(value.expose())
            && let Ok(quoted) = serde_json::to_string(text).map(Zeroizing::new)
        {
            let inner = &quoted.as_bytes()[1..quoted.len() - 1];
            if inner != value.expose() {
                self.push(inner, replacement);
            }
        }
    }

    fn push(&mut self, needle: &[u8], replacement: &[u8]) {
        if needle.len() >= LENGTH_MIN {
            self.needles.push((Zeroizing::new(needle.to_vec()), replacement.to_vec()));
            self.needles.sort_by_key(|(needle, _)| std::cmp::Reverse(needle.len()));
        }
    }

    /// There is nothing to look for.
    pub(super) fn is_empty(&self) -> bool {
        self.needles.is_empty()
    }

    /// Replaces in every header.
    pub(super) fn scrub_headers(&self, headers: &mut HeaderMap) {
        for value in headers.values_mut() {
            let mut stream = ScrubStream::new(self.clone());
            let mut out = stream.push(value.as_bytes());
            out.extend(stream.finish());
            if out != value.as_bytes() {
                *value = HeaderValue::from_bytes(&out).unwrap_or(HeaderValue::from_static("redacted"));
            }
        }
    }
}

/// True when the body of an answer is text that can be read as it comes.
pub(super) fn is_readable_text(headers: &HeaderMap) -> bool {
    let text =
        |name| headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok()).unwrap_or_default();
    let coding = text(header::CONTENT_ENCODING).trim();
    if !coding.is_empty() && !coding.eq_ignore_ascii_case("identity") {
        return false;
    }
    let kind = text(header::CONTENT_TYPE).split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    // What says nothing of itself, or repeats a request, is searched as well.
    kind.is_empty()
        || kind.starts_with("text/")
        || kind.starts_with("message/")
        || ["json", "xml", "javascript", "x-ndjson", "x-www-form-urlencoded", "yaml"].iter().any(|form| {
            kind.strip_prefix("application/").is_some_and(|rest| {
                rest == *form || rest.strip_suffix(form).is_some_and(|before| before.ends_with('+'))
            })
        })
}

/// Replaces in a body as it passes; holds back only what may be the beginning of a value.
pub(super) struct ScrubStream {
    scrubber: Scrubber,
    held: Zeroizing<Vec<u8>>,
}

impl ScrubStream {
    pub(super) fn new(scrubber: Scrubber) -> ScrubStream {
        ScrubStream { scrubber, held: Zeroizing::default() }
    }

    /// Takes the next piece and returns what can be passed on.
    pub(super) fn push(&mut self, piece: &[u8]) -> Vec<u8> {
        self.held.extend_from_slice(piece);
        let mut out = Vec::with_capacity(self.held.len());
        let mut at = 0;
        while at < self.held.len() {
            let rest = &self.held[at..];
            match self.scrubber.needles.iter().find(|(needle, _)| meets(rest, needle)) {
                // It may go on in the next piece.
                Some((needle, _)) if needle.len() > rest.len() => break,
                Some((needle, replacement)) => {
                    out.extend_from_slice(replacement);
                    at += needle.len();
                }
                None => {
                    out.push(rest[0]);
                    at += 1;
                }
            }
        }
        self.held.drain(..at);
        out
    }

    /// What was held back, once nothing follows; shorter values inside it are replaced.
    pub(super) fn finish(&mut self) -> Vec<u8> {
        let rest = std::mem::take(&mut self.held);
        let length = rest.len();
        let mut shorter = self.scrubber.clone();
        shorter.needles.retain(|(needle, _)| needle.len() <= length);
        if length == 0 || shorter.needles.is_empty() {
            return rest.to_vec();
        }
        let mut stream = ScrubStream::new(shorter);
        let mut out = stream.push(&rest);
        // Each round is shorter or knows fewer values, so this ends.
        out.extend(if stream.held.len() == length { stream.held.to_vec() } else { stream.finish() });
        out
    }

    /// As [`ScrubStream::push`], for a body.
    pub(super) fn push_bytes(&mut self, piece: &Bytes) -> Bytes {
        Bytes::from(self.push(piece))
    }
}

/// One begins as the other, as far as both go.
fn meets(text: &[u8], needle: &[u8]) -> bool {
    let length = text.len().min(needle.len());
    text[..length] == needle[..length]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scrubber(pairs: &[(&str, &str)]) -> Scrubber {
        let mut scrubber = Scrubber::default();
        for (value, placeholder) in pairs {
            scrubber.add(&SecretValue::new(value.as_bytes().to_vec()), placeholder.as_bytes());
        }
        scrubber
    }

    /// The text with its values replaced, cut into pieces of every size.
    fn check(pairs: &[(&str, &str)], text: &str, expected: &str) {
        for size in 1..=text.len().max(1) {
            let mut stream = ScrubStream::new(scrubber(pairs));
            let mut out = Vec::new();
            for piece in text.as_bytes().chunks(size) {
                out.extend(stream.push(piece));
            }
            out.extend(stream.finish());
            assert_eq!(String::from_utf8(out).unwrap(), expected, "pieces of {size}");
        }
    }

    #[test]
    fn values_are_replaced_across_pieces() {
        let pairs = [("very-secret", "P"), ("other-one", "Q")];
        check(&pairs, "a very-secret and other-one; very-secre", "a P and Q; very-secre");
        check(&pairs, "very-very-secret", "very-P");
        check(&pairs, "very-secretvery-secret", "PP");
        check(&pairs, "", "");
    }

    #[test]
    fn a_value_inside_the_beginning_of_a_longer_one_is_replaced() {
        check(&[("abcdef-ghijkl-mnop", "L"), ("ghijkl", "S")], "abcdef-ghijkl-mno", "abcdef-S-mno");
        check(&[("abcdefgh", "L"), ("abcdef", "S")], "abcdefg abcdefgh", "Sg L");
    }

    #[test]
    fn what_json_makes_of_a_value_is_replaced() {
        check(&[("a\"b\\c\nd", "P")], r#"{"x": "a\"b\\c\nd"}"#, r#"{"x": "P"}"#);
    }

    #[test]
    fn a_short_value_would_be_met_by_chance() {
        check(&[("abc", "P")], "abc", "abc");
        assert!(scrubber(&[("abc", "P")]).is_empty());
    }

    #[test]
    fn headers_are_scrubbed() {
        let mut headers = HeaderMap::new();
        headers.insert("x-echo", HeaderValue::from_static("Bearer very-secret."));
        scrubber(&[("very-secret", "P")]).scrub_headers(&mut headers);
        assert_eq!(headers["x-echo"], "Bearer P.");
    }

    #[test]
    fn only_text_is_read() {
        let check = |kind: &'static str, coding: &'static str, expected: bool| {
            let mut headers = HeaderMap::new();
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
            if !coding.is_empty() {
                headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding));
            }
            assert_eq!(is_readable_text(&headers), expected, "{kind} {coding}");
        };
        check("text/html; charset=utf-8", "", true);
        check("Application/JSON", "identity", true);
        check("application/vnd.api+json", "", true);
        check("text/plain", "gzip", false);
        check("application/octet-stream", "", false);
        check("application/notjson", "", false);
    }
}
