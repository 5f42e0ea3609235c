//! What is filled, what is left, and what is said about it.

use http::{HeaderMap, Request};

use super::*;

fn mark(letter: char) -> String {
    format!("avp_{}", letter.to_string().repeat(32))
}

fn secret(letter: char, value: Option<&[u8]>) -> FillableSecret {
    FillableSecret {
        id: format!("sec_{letter}"),
        name: letter.to_string(),
        placeholder: mark(letter),
        value: value.map(|value| SecretValue::new(value.to_vec())),
    }
}

fn head(uri: &str, headers: &[(&str, &str)]) -> Parts {
    let mut request = Request::builder().uri(uri);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.body(()).unwrap().into_parts().0
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    std::str::from_utf8(headers[name].as_bytes()).unwrap()
}

#[test]
fn headers_of_every_name_are_filled_wherever_the_placeholder_stands() {
    let secrets = [secret('a', Some(b"VALUE-A")), secret('b', Some(b"VALUE-B"))];
    let (a, b) = (mark('a'), mark('b'));
    let mut head = head(
        "/",
        &[
            ("authorization", &format!("Bearer {a}")),
            ("x-api-key", &a),
            ("cookie", &format!("x={a}; y={b};z={a}{b}")),
            ("x-other", "nothing"),
        ],
    );
    let done = fill(&mut head, &secrets).unwrap();
    assert_eq!(text(&head.headers, "authorization"), "Bearer VALUE-A");
    assert_eq!(text(&head.headers, "x-api-key"), "VALUE-A");
    assert_eq!(text(&head.headers, "cookie"), "x=VALUE-A; y=VALUE-B;z=VALUE-AVALUE-B");
    assert_eq!(text(&head.headers, "x-other"), "nothing");
    assert!(head.headers["x-api-key"].is_sensitive() && !head.headers["x-other"].is_sensitive());
    assert_eq!(done.filled, BTreeSet::from([0, 1]));
    assert!(done.denied.is_empty());
    assert!(!format!("{head:?} {secrets:?} {done:?}").contains("VALUE"));
}

#[test]
fn two_headers_of_one_name_are_both_filled() {
    let secrets = [secret('a', Some(b"VALUE-A"))];
    let mut head = head("/", &[("x-key", &mark('a')), ("x-key", &format!("2 {}", mark('a')))]);
    fill(&mut head, &secrets).unwrap();
    let values: Vec<_> = head.headers.get_all("x-key").iter().map(HeaderValue::as_bytes).collect();
    assert_eq!(values, [&b"VALUE-A"[..], b"2 VALUE-A"]);
}

#[test]
fn basic_credentials_are_filled_inside() {
    let secrets = [secret('a', Some(b"pass:word\n")), secret('b', Some(b"user"))];
    let (a, b) = (mark('a'), mark('b'));
    for (plain, expected) in [
        (format!("me:{a}"), "me:pass:word\n".to_owned()),
        (format!("{b}:{a}"), "user:pass:word\n".to_owned()),
        (format!("{b}:x-oauth-basic"), "user:x-oauth-basic".to_owned()),
    ] {
        let padded = BASE64.encode(&plain);
        for (scheme, token) in [
            ("Basic ", padded.clone()),
            ("bAsIc ", padded.trim_end_matches('=').to_owned()),
            ("Basic  ", padded.clone()),
        ] {
            let mut head = head("/", &[("authorization", &format!("{scheme}{token}"))]);
            let done = fill(&mut head, &secrets).unwrap();
            let made = text(&head.headers, "authorization").strip_prefix("Basic ").unwrap().to_owned();
            assert_eq!(BASE64.decode(&made).unwrap(), expected.as_bytes());
            assert!(!done.filled.is_empty() && done.denied.is_empty());
            assert_eq!(done.credentials.len(), 1);
            assert_eq!(done.credentials[0].0.expose(), made.as_bytes());
            assert_eq!(done.credentials[0].1, token.as_bytes());
        }
    }
}

#[test]
fn basic_that_cannot_be_read_is_a_header_like_others() {
    let secrets = [secret('a', Some(b"VALUE-A"))];
    let mut head = head("/", &[("authorization", &format!("Basic !{}", mark('a')))]);
    fill(&mut head, &secrets).unwrap();
    assert_eq!(text(&head.headers, "authorization"), "Basic !VALUE-A");
}

#[test]
fn another_hosts_placeholder_stays_and_is_told() {
    let secrets = [secret('a', None), secret('b', Some(b"VALUE-B"))];
    let before = format!("{} {}", mark('a'), mark('b'));
    let basic = format!("Basic {}", BASE64.encode(format!("x:{}", mark('a'))));
    let mut head = head("/", &[("x-key", &before), ("authorization", &basic)]);
    let done = fill(&mut head, &secrets).unwrap();
    assert_eq!(text(&head.headers, "x-key"), format!("{} VALUE-B", mark('a')));
    assert_eq!(text(&head.headers, "authorization"), basic);
    assert_eq!(done.denied, BTreeSet::from([(0, FillDenied::OtherHost)]));
    assert_eq!(done.filled, BTreeSet::from([1]));
}

#[test]
fn an_address_is_not_filled() {
    let secrets = [secret('a', Some(b"VALUE-A"))];
    let uri = format!("/p?token={}", mark('a'));
    let mut head = head(&uri, &[]);
    let done = fill(&mut head, &secrets).unwrap();
    assert_eq!(head.uri.to_string(), uri);
    assert_eq!(done.denied, BTreeSet::from([(0, FillDenied::InAddress)]));
    assert!(done.filled.is_empty());
}

#[test]
fn a_value_that_would_break_the_header_is_not_filled_in() {
    for value in [&b"a\r\nx-evil: 1"[..], b"a\nb", b"a\0b", b"\x7f"] {
        let secrets = [secret('a', Some(value))];
        let mut head = head("/", &[("x-key", &mark('a'))]);
        let done = fill(&mut head, &secrets).unwrap();
        assert_eq!(text(&head.headers, "x-key"), mark('a'));
        assert_eq!(done.denied, BTreeSet::from([(0, FillDenied::NotForHeaders)]));
        assert!(done.filled.is_empty());
    }
}

#[test]
fn what_only_looks_like_a_placeholder_stays() {
    let secrets = [secret('a', Some(b"VALUE-A"))];
    let short = &mark('a')[..35];
    for given in ["avp_", short, &mark('c'), &mark('a').to_uppercase(), &short.replace("avp_", "avp-")] {
        let mut head = head("/", &[("x-key", given)]);
        let done = fill(&mut head, &secrets).unwrap();
        assert_eq!(text(&head.headers, "x-key"), given);
        assert!(done.filled.is_empty() && done.denied.is_empty());
    }
    let mut head = head("/", &[("x-key", &format!("avp_avp_{}", mark('a')))]);
    fill(&mut head, &secrets).unwrap();
    assert_eq!(text(&head.headers, "x-key"), "avp_avp_VALUE-A");
}

#[test]
fn a_value_that_reads_like_a_placeholder_is_not_filled_again() {
    let nested = mark('b');
    let secrets = [secret('a', Some(nested.as_bytes())), secret('b', Some(b"VALUE-B"))];
    let mut head = head("/", &[("x-key", &mark('a'))]);
    fill(&mut head, &secrets).unwrap();
    assert_eq!(text(&head.headers, "x-key"), nested);
}

#[test]
fn a_short_request_does_not_become_a_huge_one() {
    let secrets = [secret('a', Some(&[b'x'; SecretValue::LENGTH_MAX]))];
    let mut allowed = head("/", &[("x-key", &mark('a').repeat(3))]);
    assert!(fill(&mut allowed, &secrets).is_ok());
    let mut refused = head("/", &[("x-key", &mark('a').repeat(4))]);
    assert_eq!(fill(&mut refused, &secrets).unwrap_err(), HeadTooLarge);
    let mut spread = head("/", &[("x-a", &mark('a').repeat(2)), ("x-b", &mark('a').repeat(2))]);
    assert_eq!(fill(&mut spread, &secrets).unwrap_err(), HeadTooLarge);
}

#[test]
fn an_unprotected_head_is_only_looked_at() {
    let (a, b) = (mark('a'), mark('b'));
    let basic = format!("Basic {}", BASE64.encode(format!("x:{b}")));
    let head = head(&format!("http://h/{a}"), &[("authorization", &basic)]);
    assert_eq!(met_in_head(&head, &[&a, &b, &mark('c')]), BTreeSet::from([0, 1]));
}
