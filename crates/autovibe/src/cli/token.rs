//! `autovibe token …`

use std::time::Duration;

use autovibe_proto::duration_from_std;
use autovibe_proto::hub::v1::{CreateTokenRequest, ListTokensRequest, RevokeTokenRequest};
use autovibe_proto::v1::TokenRole;
use clap::{Subcommand, ValueEnum};

use super::context::Context;
use super::error::CliError;
use super::output::{instant, lower, print_json, print_table};

/// Makes, lists and revokes tokens.
#[derive(Debug, Subcommand)]
pub(crate) enum TokenCommand {
    /// Makes a token and shows its secret once.
    Create {
        /// Name.
        name: String,
        /// What it may do.
        #[arg(long, value_enum, default_value = "member")]
        role: Role,
        /// The only Project it may touch.
        #[arg(long, default_value = "")]
        project: String,
        /// Days until it ends; without it never.
        #[arg(long)]
        days: Option<u64>,
    },
    /// Lists tokens.
    List,
    /// Revokes a token.
    Revoke {
        /// Identifier or name.
        // The global option --token has the id "token" already.
        #[arg(value_name = "TOKEN")]
        revoked: String,
    },
}

/// What a token may do.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Role {
    /// Everything.
    Admin,
    /// Everything inside its Projects.
    Member,
    /// Reading inside its Projects.
    Viewer,
}

pub(crate) async fn token(context: &Context, command: TokenCommand) -> Result<(), CliError> {
    let mut hub = context.connect().await?;
    match command {
        TokenCommand::Create { name, role, project, days } => {
            let role = match role {
                Role::Admin => TokenRole::Admin,
                Role::Member => TokenRole::Member,
                Role::Viewer => TokenRole::Viewer,
            } as i32;
            let duration =
                days.map(|days| duration_from_std(Duration::from_secs(days.saturating_mul(86_400))));
            let made =
                hub.create_token(CreateTokenRequest { name, role, project, duration }).await?.into_inner();
            if context.is_json() {
                return print_json(&made);
            }
            println!("{}", made.secret);
        }
        TokenCommand::List => {
            let tokens = hub.list_tokens(ListTokensRequest {}).await?.into_inner().tokens;
            if context.is_json() {
                return print_json(&tokens);
            }
            let rows: Vec<_> = tokens
                .into_iter()
                .map(|token| {
                    [
                        token.id.clone(),
                        token.name.clone(),
                        lower(token.role().as_str_name(), "TOKEN_ROLE_"),
                        token.project_id.clone().unwrap_or_default(),
                        instant(token.expire_time.as_ref()),
                    ]
                })
                .collect();
            print_table(["ID", "NAME", "ROLE", "PROJECT", "ENDS"], &rows);
        }
        TokenCommand::Revoke { revoked } => {
            hub.revoke_token(RevokeTokenRequest { token: revoked }).await?;
        }
    }
    Ok(())
}
