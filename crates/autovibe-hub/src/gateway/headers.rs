//! Which headers pass the gateway, in either direction.

use http::{HeaderMap, HeaderName, header};

/// Headers that belong to one connection. Source: RFC 9110, section 7.6.1.
const HOP_BY_HOP: [&str; 9] = [
    "connection",
    "keep-alive",
    "proxy-authenticate",
    "proxy-authorization",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
];

/// What a Machine may not say to a provider: credentials, and what would change the way of the bytes.
const DROPPED_FROM_REQUEST: [&str; 10] = [
    "accept-encoding",
    "authorization",
    "content-length",
    "cookie",
    "expect",
    "forwarded",
    "host",
    "via",
    "x-api-key",
    "x-real-ip",
];

/// What a Machine does not learn of the Hub's account.
const DROPPED_FROM_ANSWER: [&str; 4] =
    ["alt-svc", "anthropic-organization-id", "set-cookie", "strict-transport-security"];

/// Returns the headers of a request that are passed on.
pub(crate) fn passed_request_headers(headers: &HeaderMap) -> HeaderMap {
    passed(headers, |name| DROPPED_FROM_REQUEST.contains(&name) || name.starts_with("x-forwarded-"))
}

/// Returns the headers of an answer that are passed on.
pub(crate) fn passed_answer_headers(headers: &HeaderMap) -> HeaderMap {
    passed(headers, |name| DROPPED_FROM_ANSWER.contains(&name))
}

fn passed(headers: &HeaderMap, is_dropped: impl Fn(&str) -> bool) -> HeaderMap {
    let named = |name: &HeaderName| {
        headers
            .get_all(header::CONNECTION)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .any(|value| value.split(',').any(|token| token.trim().eq_ignore_ascii_case(name.as_str())))
    };
    headers
        .iter()
        .filter(|(name, _)| {
            !HOP_BY_HOP.contains(&name.as_str()) && !is_dropped(name.as_str()) && !named(name)
        })
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect()
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    #[test]
    fn credentials_and_connection_headers_do_not_pass() {
        let names = [
            "x-api-key",
            "authorization",
            "cookie",
            "te",
            "x-hop",
            "anthropic-beta",
            "user-agent",
            "x-forwarded-for",
        ];
        let mut headers = HeaderMap::new();
        for name in names {
            headers.append(name, HeaderValue::from_static("v"));
        }
        headers.append("anthropic-beta", HeaderValue::from_static("w"));
        headers.append("connection", HeaderValue::from_static("close, X-Hop"));
        let passed = passed_request_headers(&headers);
        assert_eq!(passed.get_all("anthropic-beta").iter().count(), 2);
        assert_eq!(passed.keys_len(), 2, "{passed:?}");
        assert!(passed.contains_key("user-agent"));
        headers.append("set-cookie", HeaderValue::from_static("v"));
        assert!(!passed_answer_headers(&headers).contains_key("set-cookie"));
    }
}
