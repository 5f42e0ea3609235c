//! Finds the reasons of errors in Rust code.

use std::collections::BTreeSet;

use crate::rust_text::without_tests;

/// The reasons that a file's code, without its tests, can answer with.
pub(crate) fn reasons(text: &str) -> BTreeSet<String> {
    let text = without_tests(text);
    let mut found = BTreeSet::new();
    for (at, literal) in literals(text) {
        if is_reason(text[..at].trim_end()) {
            found.insert(literal.to_owned());
        }
    }
    for body in bodies(text, "fn reason(") {
        found.extend(literals(body).map(|(_, literal)| literal.to_owned()));
    }
    // The kinds themselves are reasons where nothing more is known.
    for body in bodies(text, "pub fn as_str(self)").filter(|body| body.contains("ErrorKind::")) {
        found.extend(literals(body).map(|(_, literal)| literal.to_owned()));
    }
    found
}

/// What stands before a literal makes it a reason.
fn is_reason(before: &str) -> bool {
    if before.ends_with("reason:") {
        return true;
    }
    if let Some(call) = before.strip_suffix('(') {
        return ["Refusal::lasting", "Refusal::passing"].iter().any(|name| call.ends_with(name));
    }
    let Some(before) = before.strip_suffix(',') else { return false };
    let last = before
        .rsplit(|letter: char| !letter.is_ascii_alphanumeric() && letter != ':' && letter != '_')
        .next();
    let follows_kind = last.is_some_and(|word| word.contains("ErrorKind::"));
    let is_second_argument =
        before.rsplit_once("Failure::new(").is_some_and(|(_, first)| !first.contains([',', ';', ')']));
    follows_kind || is_second_argument
}

/// String literals of capital letters, digits and underscores with their positions.
fn literals(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.match_indices('"').filter_map(|(at, _)| {
        let rest = &text[at + 1..];
        let literal = &rest[..rest.find('"')?];
        let is_upper = literal.starts_with(|letter: char| letter.is_ascii_uppercase())
            && literal.len() > 2
            && !literal.ends_with('_')
            && literal
                .chars()
                .all(|letter| letter.is_ascii_uppercase() || letter.is_ascii_digit() || letter == '_');
        is_upper.then_some((at, literal))
    })
}

/// The bodies of the functions that begin with these words.
fn bodies<'a>(text: &'a str, head: &'a str) -> impl Iterator<Item = &'a str> {
    text.match_indices(head).map(move |(at, _)| {
        let body = &text[at..];
        let mut depth = 0_usize;
        for (end, letter) in body.char_indices() {
            match letter {
                '{' => depth += 1,
                '}' if depth == 1 => return &body[..end],
                '}' => depth -= 1,
                _ => {}
            }
        }
        body
    })
}

#[test]
fn reasons_are_found_where_they_are_given() {
    let text = "fn a() { Failure::new(ErrorKind::NotFound, \"A_GONE\", \"x\"); Failure::new(kind, \"B_BAD\", \"NOT_IT\") }\n\
                fn reason(&self) -> &str { match self { X => \"C_LATE\" } }\n\
                fn b() { Err(Refusal::passing(\n  \"D_BUSY\", \"x\")); Denied { reason: \"E_NO\", text }; var(\"HOME_DIR\") }\n\
                #[cfg(test)]\nmod tests { fn reason() { \"F_TEST\" } }";
    let found: Vec<String> = reasons(text).into_iter().collect();
    assert_eq!(found, ["A_GONE", "B_BAD", "C_LATE", "D_BUSY", "E_NO"]);
}
