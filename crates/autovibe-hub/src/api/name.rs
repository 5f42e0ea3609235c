//! Names of Projects, Machines and tokens: what they may look like.

use autovibe_proto::Failure;

/// As in DNS, so that a name can be a host name.
const LENGTH_MAX: usize = 63;

/// Checks a name; `what` stands in the text of the failure.
pub(crate) fn check_name(what: &str, name: &str) -> Result<(), Failure> {
    let is_letter = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    let bytes = name.as_bytes();
    let is_name = (1..=LENGTH_MAX).contains(&bytes.len())
        && bytes.iter().all(|byte| is_letter(byte) || *byte == b'-')
        && bytes.first().is_some_and(is_letter)
        && bytes.last().is_some_and(is_letter);
    if is_name {
        return Ok(());
    }
    let shown: String = name.chars().take(LENGTH_MAX + 1).collect();
    Err(Failure::invalid(format!(
        "{what} {shown:?} is not usable: take 1 to 63 lower-case letters, digits and hyphens, \
         beginning and ending with a letter or digit"
    ))
    .with("field", "name"))
}

/// A name made of `stem` and a number, cut so that it stays a name.
pub(crate) fn numbered_name(stem: &str, number: u32) -> String {
    let number = number.to_string();
    let room = LENGTH_MAX - 1 - number.len();
    let stem: String = stem.chars().take(room).collect();
    format!("{}-{number}", stem.trim_end_matches('-'))
}

/// A text as it stands in a filter of the database service.
pub(crate) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_like_host_names() {
        let longest = "x".repeat(63);
        for good in ["a", "a-b", "1", longest.as_str()] {
            assert!(check_name("name", good).is_ok(), "{good}");
        }
        let too_long = "x".repeat(64);
        for bad in ["", "-a", "a-", "A", "a_b", "a b", "ä", "mch_1", too_long.as_str()] {
            assert!(check_name("name", bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_numbered_name_is_a_name() {
        for stem in ["work", "x".repeat(63).as_str(), &format!("{}-y", "x".repeat(59))] {
            for number in [1, 10_000] {
                assert!(check_name("name", &numbered_name(stem, number)).is_ok());
            }
        }
    }
}
