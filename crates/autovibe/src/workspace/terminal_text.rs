//! Makes text of a Machine safe for a terminal: colours stay, everything else that steers is made visible.

/// Longest colour sequence; git's own have at most 20 bytes.
const COLOUR_BYTES_MAX: usize = 32;

/// Where the reader is within a sequence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Place {
    #[default]
    Plain,
    Escape,
    Colour,
}

/// Cleans text piece by piece.
#[derive(Debug, Default)]
pub struct TerminalText {
    place: Place,
    colour: Vec<u8>,
    /// The beginning of a character that is not complete.
    rest: Vec<u8>,
}

impl TerminalText {
    /// Cleans one piece; what may go on in the next one is kept back.
    pub fn push(&mut self, bytes: &[u8], out: &mut Vec<u8>) {
        self.rest.extend_from_slice(bytes);
        let all = std::mem::take(&mut self.rest);
        let mut left = all.as_slice();
        loop {
            match std::str::from_utf8(left) {
                Ok(text) => return self.take(text, out),
                Err(error) => {
                    let (good, bad) = left.split_at(error.valid_up_to());
                    self.take(std::str::from_utf8(good).unwrap_or_default(), out);
                    let Some(count) = error.error_len() else {
                        self.rest = bad.to_vec();
                        return;
                    };
                    self.letter('\u{fffd}', out);
                    left = &bad[count..];
                }
            }
        }
    }

    /// Ends the text.
    pub fn finish(&mut self, out: &mut Vec<u8>) {
        if !std::mem::take(&mut self.rest).is_empty() {
            self.letter('\u{fffd}', out);
        }
        self.show_pending(out);
    }

    fn take(&mut self, text: &str, out: &mut Vec<u8>) {
        for letter in text.chars() {
            self.letter(letter, out);
        }
    }

    fn letter(&mut self, letter: char, out: &mut Vec<u8>) {
        match (self.place, letter) {
            (Place::Plain, '\u{1b}') => self.place = Place::Escape,
            (Place::Escape, '[') => {
                self.place = Place::Colour;
                self.colour.clear();
            }
            (Place::Colour, '0'..='9' | ';') if self.colour.len() < COLOUR_BYTES_MAX => {
                self.colour.push(u8::try_from(letter).unwrap_or(b';'));
            }
            (Place::Colour, 'm') => {
                out.extend_from_slice(b"\x1b[");
                out.append(&mut self.colour);
                out.push(b'm');
                self.place = Place::Plain;
            }
            (Place::Plain, _) => push_visible(letter, out),
            (Place::Escape | Place::Colour, _) => {
                self.show_pending(out);
                self.letter(letter, out);
            }
        }
    }

    fn show_pending(&mut self, out: &mut Vec<u8>) {
        if self.place != Place::Plain {
            out.extend_from_slice(b"^[");
        }
        if self.place == Place::Colour {
            out.push(b'[');
            out.append(&mut self.colour);
        }
        self.place = Place::Plain;
    }
}

fn push_visible(letter: char, out: &mut Vec<u8>) {
    match letter {
        '\n' | '\t' => out.push(u8::try_from(letter).unwrap_or(b' ')),
        '\0'..='\u{1f}' => out.extend_from_slice(&[b'^', u8::try_from(letter).unwrap_or(0) + 0x40]),
        '\u{7f}' => out.extend_from_slice(b"^?"),
        // Control characters of 8 bits, and those that turn the direction of a line so that it reads as another one.
        '\u{80}'..='\u{9f}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            out.extend_from_slice(format!("<U+{:04X}>", u32::from(letter)).as_bytes());
        }
        _ => {
            let mut buffer = [0; 4];
            out.extend_from_slice(letter.encode_utf8(&mut buffer).as_bytes());
        }
    }
}

/// A text of a Machine as part of a sentence: one line, nothing that steers, at most 500 characters.
#[must_use]
pub fn one_line(text: &str) -> String {
    let flat: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut bytes = Vec::new();
    for letter in flat.chars().take(500) {
        push_visible(letter, &mut bytes);
    }
    String::from_utf8(bytes).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clean(pieces: &[&[u8]]) -> String {
        let mut text = TerminalText::default();
        let mut out = Vec::new();
        for piece in pieces {
            text.push(piece, &mut out);
        }
        text.finish(&mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn colours_stay_also_across_pieces() {
        assert_eq!(clean(&[b"\x1b[1;31m-a\x1b[m\n"]), "\x1b[1;31m-a\x1b[m\n");
        assert_eq!(clean(&[b"x\x1b", b"[3", b"2m+b", b"\x1b[", b"m"]), "x\x1b[32m+b\x1b[m");
    }

    #[test]
    fn what_steers_is_made_visible() {
        // Title, clipboard, cursor, clear, alternate screen, bell, backspace, 8-bit sequence, wrong order of letters.
        assert_eq!(clean(&[b"\x1b]0;evil\x07"]), "^[]0;evil^G");
        assert_eq!(clean(&[b"\x1b]52;c;aGk=\x1b\\"]), "^[]52;c;aGk=^[\\");
        assert_eq!(clean(&[b"\x1b[2J\x1b[1;1Hgone\x1b[?1049h"]), "^[[2J^[[1;1Hgone^[[?1049h");
        assert_eq!(clean(&[b"a\x08b\rc\x7f"]), "a^Hb^Mc^?");
        assert_eq!(clean(&["\u{9b}2J\u{202e}abc".as_bytes()]), "<U+009B>2J<U+202E>abc");
        assert_eq!(clean(&[b"\x9b2J\xff"]), "\u{fffd}2J\u{fffd}");
        assert_eq!(clean(&[b"\x1b\x1b[31mred"]), "^[\x1b[31mred");
    }

    #[test]
    fn an_endless_colour_is_no_colour() {
        let long = [b"\x1b[".as_slice(), &[b'1'; 5000], b"m"].concat();
        assert!(!clean(&[&long]).contains('\u{1b}'));
        assert_eq!(clean(&[b"end\x1b[3"]), "end^[[3");
    }

    #[test]
    fn letters_that_are_cut_in_two_stay_whole() {
        let text = "größe 😀".as_bytes();
        for at in 0..text.len() {
            assert_eq!(clean(&[&text[..at], &text[at..]]), "größe 😀");
        }
        assert_eq!(clean(&[b"\xf0\x9f"]), "\u{fffd}");
    }

    #[test]
    fn a_sentence_has_one_line() {
        assert_eq!(one_line("a\nb\x1b[31m\tc"), "a b^[[31m c");
        assert_eq!(one_line(&"x".repeat(9000)).len(), 500);
    }
}
