//! Rust source reduced to what a rule is about: without tests, or without comments and strings.

/// The text before the first test module.
pub(crate) fn without_tests(text: &str) -> &str {
    text.find("#[cfg(test)]").map_or(text, |begin| &text[..begin])
}

/// The text with comments and the contents of string literals left out; line breaks stay.
pub(crate) fn code_only(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        if rest.starts_with("//") {
            rest = &rest[rest.find('\n').unwrap_or(rest.len())..];
        } else if let Some(hashes) = raw_string(rest) {
            let end = format!("\"{}", "#".repeat(hashes));
            let begin = hashes + 2;
            let length = rest[begin..].find(&end).map_or(rest.len(), |at| begin + at + end.len());
            out.push_str("\"\"");
            rest = &rest[length..];
        } else if next == '"' {
            out.push_str("\"\"");
            rest = &rest[string_length(rest)..];
        } else if let Some(length) = char_length(rest) {
            out.push_str("' '");
            rest = &rest[length..];
        } else {
            out.push(next);
            rest = &rest[next.len_utf8()..];
        }
    }
    out
}

/// The identifiers of a text.
pub(crate) fn identifiers(code: &str) -> impl Iterator<Item = &str> {
    code.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_')
        .filter(|word| word.starts_with(|letter: char| letter.is_ascii_alphabetic() || letter == '_'))
}

/// The words of an identifier, in lower case: `MachineState` and `machine_state` are both two.
pub(crate) fn words(identifier: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut former_is_lower = false;
    for letter in identifier.chars() {
        if letter == '_' || (letter.is_ascii_uppercase() && former_is_lower) {
            words.push(String::new());
        }
        if letter != '_' {
            words.last_mut().unwrap().push(letter.to_ascii_lowercase());
        }
        former_is_lower = letter.is_ascii_lowercase() || letter.is_ascii_digit();
    }
    words.retain(|word| !word.is_empty());
    words
}

/// Number of hash signs of a raw string that begins here.
fn raw_string(text: &str) -> Option<usize> {
    let rest = text.strip_prefix('r')?;
    let hashes = rest.len() - rest.trim_start_matches('#').len();
    rest[hashes..].starts_with('"').then_some(hashes)
}

/// Length of the string literal that begins here.
fn string_length(text: &str) -> usize {
    let mut is_escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        match letter {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// Length of the character literal that begins here; a lifetime is none.
fn char_length(text: &str) -> Option<usize> {
    let rest = text.strip_prefix('\'')?;
    if rest.starts_with('\\') {
        return rest[2..].find('\'').map(|at| at + 4);
    }
    let letter = rest.chars().next()?;
    rest[letter.len_utf8()..].starts_with('\'').then_some(letter.len_utf8() + 2)
}

#[test]
fn only_code_is_left_of_a_text() {
    let text = "let a = \"x \\\" y\"; // instance\nlet b = r#\"q\"r\"#; let c = '\"'; fn f<'a>() {}\n";
    assert_eq!(code_only(text), "let a = \"\"; \nlet b = \"\"; let c = ' '; fn f<'a>() {}\n");
}

#[test]
fn identifiers_fall_into_words() {
    assert_eq!(words("MachineState"), ["machine", "state"]);
    assert_eq!(words("machine_state_2"), ["machine", "state", "2"]);
    assert_eq!(identifiers("let vm_id = 4x + y;").collect::<Vec<_>>(), ["let", "vm_id", "y"]);
}
