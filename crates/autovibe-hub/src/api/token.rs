//! API tokens: made, listed and revoked; a secret is shown once and kept nowhere.

use autovibe_proto::hub::v1::{
    CreateTokenRequest, CreateTokenResponse, ListTokensRequest, ListTokensResponse, RevokeTokenRequest,
    RevokeTokenResponse,
};
use autovibe_proto::v1::{ApiToken, TokenRole};
use autovibe_proto::{ApiTokenId, ErrorKind, Failure, std_duration, timestamp_from_micros};
use base64::Engine as _;
use sha2::{Digest as _, Sha256};

use super::access::{Access, Caller};
use super::control::ControlApi;
use super::locate::find_project;
use super::name::{check_name, quoted};
use crate::clock::now_micros;
use crate::database::{CommitBuilder, Database, Page};

/// Every secret begins so, which lets scanners find one that leaked.
pub(crate) const SECRET_PREFIX: &str = "avt_";
/// A cluster has tokens for people and programs, not for requests.
const TOKEN_COUNT_MAX: usize = 10_000;

impl ControlApi {
    pub(super) async fn create_token(
        &self,
        caller: &Caller,
        request: CreateTokenRequest,
    ) -> Result<CreateTokenResponse, Failure> {
        caller.check_global(Access::Administer)?;
        check_name("token name", &request.name)?;
        let role = request.role();
        if role == TokenRole::Unspecified {
            return Err(Failure::invalid("say the role: admin, member or viewer").with("field", "role"));
        }
        let project_id = match request.project.as_str() {
            "" => None,
            project => Some(find_project(self.database(), project).await?.id),
        };
        let expire_time = match request.duration.as_ref().map(std_duration) {
            None => None,
            Some(duration) => {
                let micros = i64::try_from(duration.as_micros()).ok().filter(|micros| *micros > 0);
                let micros = micros.ok_or_else(|| Failure::invalid("the duration must be above zero"))?;
                Some(timestamp_from_micros(now_micros().saturating_add(micros)))
            }
        };
        let secret = new_secret()?;
        let token = ApiToken {
            id: ApiTokenId::generate().into_string(),
            name: request.name.clone(),
            digest: digest_of(&secret),
            role: role.into(),
            project_id,
            expire_time,
            ..ApiToken::default()
        };
        let mut token = insert_token(self.database(), &token).await?;
        token.digest.clear();
        Ok(CreateTokenResponse { token: Some(token), secret })
    }

    pub(super) async fn list_tokens(
        &self,
        caller: &Caller,
        _request: ListTokensRequest,
    ) -> Result<ListTokensResponse, Failure> {
        caller.check_global(Access::Administer)?;
        let mut tokens = self.database().list_all::<ApiToken>("", "name", TOKEN_COUNT_MAX).await?;
        tokens.iter_mut().for_each(|token| token.digest.clear());
        Ok(ListTokensResponse { tokens })
    }

    pub(super) async fn revoke_token(
        &self,
        caller: &Caller,
        request: RevokeTokenRequest,
    ) -> Result<RevokeTokenResponse, Failure> {
        caller.check_global(Access::Administer)?;
        let database = self.database();
        let found = if request.token.parse::<ApiTokenId>().is_ok() {
            database.get::<ApiToken>(&request.token).await?
        } else {
            token_named(database, &request.token).await?
        };
        let token =
            found.ok_or_else(|| Failure::not_found(format!("there is no token {:?}", request.token)))?;
        database.commit(CommitBuilder::new().delete::<ApiToken>(&token.id, "")).await?;
        self.forget_tokens();
        Ok(RevokeTokenResponse {})
    }
}

/// Makes the token `admin` when no token of this name exists.
///
/// `keep` stores the secret and is called before the token holds, so that a crash in between cannot leave a token
/// whose secret nobody has. Gives false when the token existed, or another Hub made it at the same time: a secret
/// that was kept is worthless then.
///
/// # Errors
/// What the database service answered, or why the secret could not be kept.
pub async fn ensure_admin_token(
    database: &Database,
    keep: impl FnOnce(&str) -> Result<(), Failure> + Send,
) -> Result<bool, Failure> {
    const NAME: &str = "admin";
    if token_named(database, NAME).await?.is_some() {
        return Ok(false);
    }
    let secret = new_secret()?;
    keep(&secret)?;
    let token = ApiToken {
        id: ApiTokenId::generate().into_string(),
        name: NAME.to_owned(),
        digest: digest_of(&secret),
        role: TokenRole::Admin.into(),
        ..ApiToken::default()
    };
    match insert_token(database, &token).await {
        Ok(_) => Ok(true),
        // Another Hub was first; its secret is the one that holds.
        Err(failure) if failure.kind == ErrorKind::AlreadyExists => Ok(false),
        Err(failure) => Err(failure),
    }
}

/// The digest under which a secret is known.
pub(crate) fn digest_of(secret: &str) -> String {
    hex::encode(Sha256::digest(secret))
}

async fn token_named(database: &Database, name: &str) -> Result<Option<ApiToken>, Failure> {
    let filter = format!("name = {}", quoted(name));
    Ok(database.list::<ApiToken>(&filter, "", Page::first(1)).await?.rows.into_iter().next())
}

async fn insert_token(database: &Database, token: &ApiToken) -> Result<ApiToken, Failure> {
    database.commit(CommitBuilder::new().insert(token)).await.map_err(|failure| match failure.kind {
        ErrorKind::AlreadyExists => {
            Failure::new(failure.kind, "TOKEN_EXISTS", format!("there is a token {:?} already", token.name))
        }
        _ => failure,
    })?;
    database.require(&token.id).await
}

fn new_secret() -> Result<String, Failure> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).map_err(|_| Failure::internal("the system gives no random numbers"))?;
    Ok(format!("{SECRET_PREFIX}{}", base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_differ_and_are_known_by_their_digest() {
        let (one, other) = (new_secret().unwrap(), new_secret().unwrap());
        assert!(one.starts_with(SECRET_PREFIX) && one.len() == 47);
        assert_ne!(digest_of(&one), digest_of(&other));
        assert_eq!(digest_of("avt_x").len(), 64);
    }
}
