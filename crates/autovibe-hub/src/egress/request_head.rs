//! Reads the head of a request from raw bytes: strict, bounded and without side effects.

use http::{HeaderMap, HeaderName, HeaderValue, Method, Version};

use super::denied::EgressDenied;

/// The longest head that is read. Heads of package tools have a few hundred bytes.
pub const HEAD_BYTES_MAX: usize = 16 * 1024;
const HEADER_COUNT_MAX: usize = 100;

/// The head of a request to a proxy.
#[derive(Debug, Clone)]
pub struct RequestHead {
    /// The method.
    pub method: Method,
    /// What is asked for, as it was written.
    pub target: String,
    /// HTTP/1.0 or HTTP/1.1.
    pub version: Version,
    /// The headers in their order.
    pub headers: HeaderMap,
    /// Bytes of the head with its empty line; what follows is not part of it.
    pub length: usize,
}

/// Reads a head from the beginning of `bytes`; `None` when it is not there in whole.
///
/// # Errors
/// [`EgressDenied::Malformed`] or [`EgressDenied::HeadTooLong`]; more bytes would not help.
pub fn parse_request_head(bytes: &[u8]) -> Result<Option<RequestHead>, EgressDenied> {
    let Some(end) = bytes.windows(4).take(HEAD_BYTES_MAX).position(|window| window == b"\r\n\r\n") else {
        // Refused before it is whole: what cannot become a head is not waited for.
        if bytes.iter().take(HEAD_BYTES_MAX).any(|byte| *byte == 0 || !byte.is_ascii()) {
            return Err(EgressDenied::Malformed("the head is not plain text"));
        }
        return if bytes.len() >= HEAD_BYTES_MAX { Err(EgressDenied::HeadTooLong) } else { Ok(None) };
    };
    if !bytes[..end].is_ascii() {
        return Err(EgressDenied::Malformed("the head is not plain text"));
    }
    let mut lines =
        bytes[..end].split(|byte| *byte == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line));
    // Each line but the last ends with CR LF: a line feed alone is how two readers come to see two requests.
    let feeds = bytes[..end].iter().filter(|byte| **byte == b'\n').count();
    let pairs = bytes[..end].windows(2).filter(|pair| *pair == b"\r\n").count();
    let returns = bytes[..end].iter().filter(|byte| **byte == b'\r').count();
    if feeds != pairs || returns != pairs {
        return Err(EgressDenied::Malformed("a line ends without CR LF"));
    }
    let (method, target, version) = request_line(lines.next().unwrap_or_default())?;
    let mut headers = HeaderMap::new();
    for (index, line) in lines.enumerate() {
        if index >= HEADER_COUNT_MAX {
            return Err(EgressDenied::HeadTooLong);
        }
        let (name, value) = header(line)?;
        headers.append(name, value);
    }
    Ok(Some(RequestHead { method, target, version, headers, length: end + 4 }))
}

fn request_line(line: &[u8]) -> Result<(Method, String, Version), EgressDenied> {
    const WRONG: EgressDenied = EgressDenied::Malformed("the first line is no request");
    let line = std::str::from_utf8(line).map_err(|_| WRONG)?;
    let mut words = line.split(' ');
    let (Some(method), Some(target), Some(version), None) =
        (words.next(), words.next(), words.next(), words.next())
    else {
        return Err(WRONG);
    };
    let version = match version {
        "HTTP/1.1" => Version::HTTP_11,
        "HTTP/1.0" => Version::HTTP_10,
        _ => return Err(EgressDenied::Malformed("only HTTP/1.1 and HTTP/1.0 are spoken here")),
    };
    if target.is_empty() || !target.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(WRONG);
    }
    let method = Method::from_bytes(method.as_bytes()).map_err(|_| WRONG)?;
    Ok((method, target.to_owned(), version))
}

fn header(line: &[u8]) -> Result<(HeaderName, HeaderValue), EgressDenied> {
    const WRONG: EgressDenied = EgressDenied::Malformed("a line of the head is no header");
    // A line that begins with a blank would continue the one before it. Source: RFC 9112, section 5.2.
    if line.first().is_none_or(|byte| matches!(byte, b' ' | b'\t')) {
        return Err(EgressDenied::Malformed("a header is continued on the next line"));
    }
    let colon = line.iter().position(|byte| *byte == b':').ok_or(WRONG)?;
    // The name's own rules exclude blanks before the colon.
    let name = HeaderName::from_bytes(&line[..colon]).map_err(|_| WRONG)?;
    let value = HeaderValue::from_bytes(line[colon + 1..].trim_ascii()).map_err(|_| WRONG)?;
    Ok((name, value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_head_is_read_and_the_rest_left() {
        let bytes = b"CONNECT a.example:443 HTTP/1.1\r\nHost: a.example:443\r\nX: \t y \r\n\r\nrest";
        let head = parse_request_head(bytes).unwrap().unwrap();
        assert_eq!((head.method, head.target.as_str()), (Method::CONNECT, "a.example:443"));
        assert_eq!((&bytes[head.length..], head.headers["x"].as_bytes()), (&b"rest"[..], &b"y"[..]));
        for length in 0..bytes.len() - 4 {
            assert!(parse_request_head(&bytes[..length]).unwrap().is_none(), "{length}");
        }
    }

    #[test]
    fn what_is_ambiguous_is_refused() {
        for head in [
            "GET http://a.example/ HTTP/1.1\nHost: a.example\r\n\r\n",
            "GET http://a.example/ HTTP/1.1\r\nHost: a\rb\r\n\r\n",
            "GET  http://a.example/ HTTP/1.1\r\n\r\n",
            "GET http://a.example/ x HTTP/1.1\r\n\r\n",
            "GET http://a.example/ HTTP/2.0\r\n\r\n",
            "GET\thttp://a.example/ HTTP/1.1\r\n\r\n",
            "G(T http://a.example/ HTTP/1.1\r\n\r\n",
            "GET http://a.example/ HTTP/1.1\r\nHost : a.example\r\n\r\n",
            "GET http://a.example/ HTTP/1.1\r\nHost: a.example\r\n more\r\n\r\n",
            "GET http://a.example/ HTTP/1.1\r\n X: y\r\n\r\n",
            "GET http://a.example/ HTTP/1.1\r\nnothing\r\n\r\n",
            "GET http://a.example/ HTTP/1.1\r\n: y\r\n\r\n",
            "GET http://a.example/ HTTP/1.1\r\nX: a\0b\r\n\r\n",
            "GET http://a.example/\0 HTTP/1.1\r\n\r\n",
            "\r\n\r\n",
            "\u{16}\u{3}\u{1}\0",
        ] {
            let refused = parse_request_head(head.as_bytes());
            assert!(matches!(refused, Err(EgressDenied::Malformed(_))), "{head:?}: {refused:?}");
        }
    }

    #[test]
    fn a_head_that_does_not_end_is_not_kept() {
        let endless = format!("GET http://a.example/ HTTP/1.1\r\nX: {}", "y".repeat(HEAD_BYTES_MAX));
        assert_eq!(parse_request_head(endless.as_bytes()).unwrap_err(), EgressDenied::HeadTooLong);
        let many = format!("GET / HTTP/1.1\r\n{}\r\n", "a: b\r\n".repeat(HEADER_COUNT_MAX + 1));
        assert_eq!(parse_request_head(many.as_bytes()).unwrap_err(), EgressDenied::HeadTooLong);
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            if let Ok(Some(head)) = parse_request_head(&bytes) {
                prop_assert!(head.length <= bytes.len());
            }
        }
    }
}
