//! Which hosts may get a value: exact names, or everything below a name.

use autovibe_proto::Failure;

const NAME_LENGTH_MAX: usize = 253;
const LABEL_LENGTH_MAX: usize = 63;

/// A host or "*.name" in the form in which it is stored and compared.
///
/// # Errors
/// `InvalidArgument` for what is no name: addresses, ports, other wildcards.
pub(crate) fn normal_pattern(text: &str) -> Result<String, Failure> {
    let lower = text.strip_suffix('.').unwrap_or(text).to_ascii_lowercase();
    let (name, is_wide) = lower.strip_prefix("*.").map_or((lower.as_str(), false), |name| (name, true));
    // "*.com" would hand the value to anybody.
    if is_name(name) && (!is_wide || name.contains('.')) {
        return Ok(lower);
    }
    let shown: String = text.chars().take(100).collect();
    let text = format!(
        "{shown:?} is no host for a secret: write a name, as api.example.com, or *.example.com for all below it"
    );
    Err(Failure::invalid(text).with("field", "hosts"))
}

/// True when a normalised host is one of the patterns.
pub(super) fn is_matched(patterns: &[String], host: &str) -> bool {
    patterns.iter().any(|pattern| match pattern.strip_prefix('*') {
        // The suffix keeps its dot, so "*.example.com" is neither "example.com" nor "badexample.com".
        Some(suffix) => host.len() > suffix.len() && host.ends_with(suffix),
        None => host == pattern,
    })
}

fn is_name(name: &str) -> bool {
    let is_label = |label: &str| {
        (1..=LABEL_LENGTH_MAX).contains(&label.len())
            && label
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'_'))
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    // Resolvers take a last label of digits, or one in hexadecimal, for an address.
    let last = name.rsplit('.').next().unwrap_or_default();
    let is_number = last.bytes().all(|byte| byte.is_ascii_digit()) || last.starts_with("0x");
    name.len() <= NAME_LENGTH_MAX && name.split('.').all(is_label) && !is_number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_names() {
        assert_eq!(normal_pattern("API.Example.com.").unwrap(), "api.example.com");
        assert_eq!(normal_pattern("*.Example.com").unwrap(), "*.example.com");
        assert_eq!(normal_pattern("localhost").unwrap(), "localhost");
        for bad in [
            "",
            ".",
            "*",
            "*.",
            "*.com",
            "a.*.com",
            "**.a.com",
            "a..b",
            "a b",
            "a:443",
            "https://a.com",
            "127.0.0.1",
            "0x7f.1",
            "a.0x1",
            "1",
            "[::1]",
            "ä.de",
            "-a.com",
            "a/b",
            "a@b.com",
        ] {
            assert!(normal_pattern(bad).is_err(), "{bad}");
        }
        assert!(normal_pattern(&format!("{}.com", "a".repeat(64))).is_err());
        assert!(normal_pattern(&"a.".repeat(130)).is_err());
    }

    #[test]
    fn a_wildcard_covers_what_is_below_the_name_alone() {
        let patterns = ["api.example.com".to_owned(), "*.pypi.org".to_owned()];
        for (host, is_wanted) in [
            ("api.example.com", true),
            ("x.api.example.com", false),
            ("example.com", false),
            ("upload.pypi.org", true),
            ("a.b.pypi.org", true),
            ("pypi.org", false),
            (".pypi.org", false),
            ("badpypi.org", false),
            ("upload.pypi.org.evil.com", false),
        ] {
            assert_eq!(is_matched(&patterns, host), is_wanted, "{host}");
        }
    }
}
