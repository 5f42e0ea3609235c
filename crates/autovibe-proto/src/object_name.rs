//! Names of git objects, as far as they are believed: whole ones, written out.

/// True for a whole object name in lower-case hexadecimal: 40 digits of SHA-1 or 64 of SHA-256.
///
/// Anything else may be a branch, an option or an expression to git, and never reaches it from outside.
#[must_use]
pub fn is_object_name(text: &str) -> bool {
    matches!(text.len(), 40 | 64) && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use super::is_object_name;

    #[test]
    fn only_whole_names_are_names() {
        assert!(is_object_name(&"0a".repeat(20)) && is_object_name(&"f9".repeat(32)));
        for text in ["", "HEAD", "--all", &"0a".repeat(19), &"0A".repeat(20), &format!("-{}", "a".repeat(39))]
        {
            assert!(!is_object_name(text), "{text}");
        }
    }
}
