//! A word of a command that people are to copy into their shell.

use super::terminal_text::one_line;

/// The word as a shell reads it; paths and names of branches may hold anything.
#[must_use]
pub fn shell_word(text: &str) -> String {
    let text = one_line(text);
    let is_plain = !text.is_empty()
        && text.chars().all(|letter| letter.is_alphanumeric() || "-_./@:+=,".contains(letter));
    if is_plain { text } else { format!("'{}'", text.replace('\'', r"'\''")) }
}

#[cfg(test)]
mod tests {
    use super::shell_word;

    #[test]
    fn only_what_needs_it_is_quoted() {
        assert_eq!(shell_word("/src/app-1"), "/src/app-1");
        assert_eq!(shell_word("my app"), "'my app'");
        assert_eq!(shell_word("a';rm -r x;'"), r"'a'\'';rm -r x;'\'''");
        assert_eq!(shell_word("a$(x)"), "'a$(x)'");
        assert_eq!(shell_word(""), "''");
    }
}
