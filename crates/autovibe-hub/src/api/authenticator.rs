//! Finds out who calls from the bearer token, and remembers it for a few seconds.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use autovibe_proto::v1::ApiToken;
use autovibe_proto::{ErrorKind, Failure, timestamp_micros};
use http::HeaderValue;
use tokio::time::Instant;

use super::access::Caller;
use super::name::quoted;
use super::token::{SECRET_PREFIX, digest_of};
use crate::clock::now_micros;
use crate::database::{Database, Page};

/// A token that was revoked by another Hub works for this long at most.
const MEMORY_TIME: Duration = Duration::from_secs(5);
const MEMORY_COUNT_MAX: usize = 4096;
/// Far above the length of a true secret.
const SECRET_LENGTH_MAX: usize = 128;

/// Remembers tokens by their digest.
#[derive(Debug, Default)]
pub(crate) struct Authenticator {
    known: Mutex<HashMap<String, (ApiToken, Instant)>>,
}

impl Authenticator {
    /// The caller that an `authorization` header names.
    pub(crate) async fn authenticate(
        &self,
        database: &Database,
        header: Option<&HeaderValue>,
    ) -> Result<Caller, Failure> {
        let secret =
            header.and_then(|value| value.to_str().ok()).and_then(bearer_secret).ok_or_else(|| {
                unauthenticated("send authorization: Bearer avt_…; make a token with: autovibe token create")
            })?;
        if !secret.starts_with(SECRET_PREFIX) || secret.len() > SECRET_LENGTH_MAX {
            return Err(unauthenticated("this is no API token: one begins with avt_"));
        }
        let token = self.token(database, digest_of(secret)).await?;
        if token.expire_time.as_ref().is_some_and(|time| timestamp_micros(time) <= now_micros()) {
            return Err(unauthenticated("the token has expired"));
        }
        Ok(Caller { role: token.role(), token_id: token.id, project_id: token.project_id })
    }

    /// Forgets every token, as after one was revoked.
    pub(crate) fn forget(&self) {
        self.known.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    async fn token(&self, database: &Database, digest: String) -> Result<ApiToken, Failure> {
        {
            let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some((token, at)) = known.get(&digest)
                && at.elapsed() < MEMORY_TIME
            {
                return Ok(token.clone());
            }
        }
        // Taken before the read, so that an entry is never younger than what it holds.
        let at = Instant::now();
        let filter = format!("digest = {}", quoted(&digest));
        let found = database.list::<ApiToken>(&filter, "", Page::first(1)).await?.rows.into_iter().next();
        let token =
            found.ok_or_else(|| unauthenticated("the token is not known; it may have been revoked"))?;
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MEMORY_COUNT_MAX {
            known.clear();
        }
        known.insert(digest, (token.clone(), at));
        Ok(token)
    }
}

/// The secret of a `Bearer` header; the scheme's case does not matter.
pub(crate) fn bearer_secret(text: &str) -> Option<&str> {
    let (scheme, secret) = text.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| secret.trim()).filter(|secret| !secret.is_empty())
}

fn unauthenticated(message: &str) -> Failure {
    Failure::new(ErrorKind::Unauthenticated, "UNAUTHENTICATED", message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_secret_follows_the_scheme() {
        assert_eq!(bearer_secret("Bearer avt_x"), Some("avt_x"));
        assert_eq!(bearer_secret("bearer  avt_x "), Some("avt_x"));
        for wrong in ["avt_x", "Basic avt_x", "Bearer", "Bearer "] {
            assert_eq!(bearer_secret(wrong), None, "{wrong}");
        }
    }
}
