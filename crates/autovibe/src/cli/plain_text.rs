//! Text of a Machine, made fit for a terminal: what a guest says must not steer it.

/// The text without control characters, but for line breaks and tabs.
///
/// Escape sequences lose their first character and show as harmless text.
pub(crate) fn plain(text: &str) -> String {
    text.chars().filter(|&c| c == '\n' || c == '\t' || !is_steering(c)).collect()
}

/// One line of it, shortened.
pub(crate) fn clip(text: &str, columns: usize) -> String {
    let line = plain(text.lines().next().unwrap_or_default());
    if line.chars().count() <= columns {
        return line;
    }
    let mut short: String = line.chars().take(columns.saturating_sub(1)).collect();
    short.push('…');
    short
}

/// Control characters, and those that change the direction in which text is shown.
fn is_steering(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_a_terminal_is_taken_out() {
        assert_eq!(plain("a\x1b]0;title\x07b\r\n\tc\u{9b}31m"), "a]0;titleb\n\tc31m");
        assert_eq!(plain("a\u{202e}b"), "ab");
        assert_eq!(plain("schön 表"), "schön 表");
    }

    #[test]
    fn long_lines_are_cut_between_characters() {
        assert_eq!(clip("abcdef\nsecond", 4), "abc…");
        assert_eq!(clip("äöü", 3), "äöü");
        assert_eq!(clip("", 3), "");
    }
}
