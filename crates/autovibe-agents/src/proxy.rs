//! What programs in a Machine are told about the way out.

/// What is reached without the proxy: the Machine itself, its model endpoint included.
const DIRECT: &str = "127.0.0.1,localhost,::1";

/// The variables that point programs to the proxy at `url`; nothing without one.
///
/// Both spellings, because some read one and some the other: curl reads `http_proxy` in lower case only.
#[must_use]
pub fn proxy_environment(url: &str) -> Vec<(String, String)> {
    if url.is_empty() {
        return Vec::new();
    }
    [
        ("HTTP_PROXY", url),
        ("HTTPS_PROXY", url),
        ("http_proxy", url),
        ("https_proxy", url),
        ("NO_PROXY", DIRECT),
        ("no_proxy", DIRECT),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()))
    .to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_spellings_point_to_the_proxy() {
        let environment = proxy_environment("http://127.0.0.1:3128");
        let value =
            |name: &str| environment.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
        for name in ["HTTP_PROXY", "https_proxy"] {
            assert_eq!(value(name), Some("http://127.0.0.1:3128"));
        }
        assert!(value("no_proxy").unwrap().contains("127.0.0.1"));
        assert!(proxy_environment("").is_empty());
    }
}
