//! A key of a model provider, kept from logs and error texts.

use std::fmt;

use http::HeaderValue;

/// A key that can be used but not shown.
#[derive(Clone)]
pub struct Secret(String);

impl Secret {
    /// Takes a key; blanks and line breaks around it are dropped.
    pub fn new(key: &str) -> Self {
        Self(key.trim().to_owned())
    }

    /// The value of the header that carries the key; `None` when the key cannot stand in a header.
    pub(crate) fn header_value(&self) -> Option<HeaderValue> {
        let mut value = HeaderValue::from_str(&self.0).ok().filter(|value| !value.is_empty())?;
        value.set_sensitive(true);
        Some(value)
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Secret(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_never_shown() {
        let secret = Secret::new(" sk-very-secret\n");
        let value = secret.header_value().unwrap();
        assert_eq!(value, "sk-very-secret");
        assert!(!format!("{secret:?} {value:?}").contains("very"));
        assert!(Secret::new("a\nb").header_value().is_none() && Secret::new(" ").header_value().is_none());
    }
}
