//! The Secrets of a Project as they are stored.

use std::collections::BTreeMap;

use autovibe_proto::Failure;
use autovibe_proto::v1::Secret;

use crate::api::quoted;
use crate::database::{Database, Page};

/// Secrets of one Project; each is looked for in every request to a host that has one.
pub(crate) const SECRET_COUNT_MAX: usize = 64;

/// The Secrets of a Project by name, still sealed.
///
/// # Errors
/// What the database service answered.
pub(crate) async fn secrets_of(database: &Database, project_id: &str) -> Result<Vec<Secret>, Failure> {
    let filter = format!("project_id = {}", quoted(project_id));
    let size = i32::try_from(SECRET_COUNT_MAX).unwrap_or(i32::MAX);
    Ok(database.list::<Secret>(&filter, "name", Page::first(size)).await?.rows)
}

/// What the Machines of a Project are told: variables that hold placeholders.
///
/// # Errors
/// As [`secrets_of`].
pub(crate) async fn environment_of(
    database: &Database,
    project_id: &str,
) -> Result<BTreeMap<String, String>, Failure> {
    let secrets = secrets_of(database, project_id).await?;
    Ok(secrets.into_iter().map(|secret| (secret.environment_name, secret.placeholder)).collect())
}
