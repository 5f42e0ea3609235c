//! How messages that hold secret values are shown: without them.

use std::fmt;

use crate::hub::v1::SetSecretRequest;
use crate::v1::Secret;

impl fmt::Debug for SetSecretRequest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("SetSecretRequest")
            .field("project", &self.project)
            .field("name", &self.name)
            .field("hosts", &self.hosts)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Secret")
            .field("id", &self.id)
            .field("project_id", &self.project_id)
            .field("name", &self.name)
            .field("hosts", &self.hosts)
            .field("revision", &self.revision)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_not_shown() {
        let request = SetSecretRequest {
            name: "token".into(),
            value: Some("very-secret".into()),
            ..SetSecretRequest::default()
        };
        let secret = Secret { name: "token".into(), sealed: b"very-secret".to_vec(), ..Secret::default() };
        let shown = format!("{request:?} {secret:?} {:?}", secret.sealed.len());
        assert!(shown.contains("token") && !shown.contains("very"), "{shown}");
        assert!(!shown.contains("118, 101, 114, 121"), "{shown}");
    }
}
