//! Calls about Secrets; none reads a value back.

use autovibe_proto::hub::v1::{
    DeleteSecretRequest, DeleteSecretResponse, ListSecretsRequest, ListSecretsResponse, SetSecretRequest,
};
use autovibe_proto::v1::{Project, Secret};
use autovibe_proto::{ErrorKind, Failure, SecretId};

use super::access::{Access, Caller};
use super::control::ControlApi;
use super::locate::find_project;
use crate::database::CommitBuilder;
use crate::secret::{
    SECRET_COUNT_MAX, SecretValue, environment_name, new_placeholder, normal_pattern, secrets_of,
};

const HOST_COUNT_MAX: usize = 64;

impl ControlApi {
    pub(super) async fn set_secret(
        &self,
        caller: &Caller,
        request: SetSecretRequest,
    ) -> Result<Secret, Failure> {
        let project = find_project(self.database(), &request.project).await?;
        caller.check(Access::Change, &project.id)?;
        let variable = environment_name(&request.name)?;
        let hosts = checked_hosts(&request.hosts)?;
        let value = request.value.map(|value| SecretValue::new(value.into_bytes()));
        if let Some(value) = &value {
            check_value(value)?;
        }
        let known = secrets_of(self.database(), &project.id).await?;
        let count = known.len();
        let secret = match known.into_iter().find(|secret| secret.environment_name == variable) {
            Some(former) if former.name != request.name => {
                let text = format!("secret {} has the variable {variable} already", former.name);
                return Err(Failure::new(ErrorKind::AlreadyExists, "SECRET_EXISTS", text));
            }
            Some(former) => self.replace_secret(former, value, hosts).await?,
            None if count >= SECRET_COUNT_MAX => {
                let text = format!("project {} has {SECRET_COUNT_MAX} secrets already", project.name);
                return Err(Failure::new(ErrorKind::LimitExceeded, "TOO_MANY_SECRETS", text));
            }
            None => self.make_secret(&project, request.name, variable, value, hosts).await?,
        };
        let stored: Secret = self.database().require(&secret).await?;
        Ok(shown(stored))
    }

    async fn make_secret(
        &self,
        project: &Project,
        name: String,
        environment_name: String,
        value: Option<SecretValue>,
        hosts: Vec<String>,
    ) -> Result<String, Failure> {
        let Some(value) = value else {
            return Err(Failure::invalid("a new secret needs a value").with("field", "value"));
        };
        if hosts.is_empty() {
            return Err(Failure::invalid("a new secret needs a host that may get it").with("field", "hosts"));
        }
        let mut secret = Secret {
            id: SecretId::generate().into_string(),
            project_id: project.id.clone(),
            name,
            environment_name,
            hosts,
            placeholder: new_placeholder()?,
            ..Secret::default()
        };
        secret.sealed = self.hub().secrets().seal(&secret, &value).await?;
        self.hub().commit(CommitBuilder::new().insert(&secret)).await.map_err(|failure| {
            match failure.kind {
                ErrorKind::AlreadyExists => {
                    let text = format!("there is a secret {} already; try again to replace it", secret.name);
                    Failure::new(failure.kind, "SECRET_EXISTS", text)
                }
                _ => failure,
            }
        })?;
        Ok(secret.id)
    }

    /// The placeholder stays: Machines and their Checkpoints know it.
    async fn replace_secret(
        &self,
        former: Secret,
        value: Option<SecretValue>,
        hosts: Vec<String>,
    ) -> Result<String, Failure> {
        if value.is_none() && hosts.is_empty() {
            return Err(Failure::invalid("state a new value, new hosts, or both"));
        }
        let vault = self.hub().secrets();
        let value = match value {
            Some(value) => value,
            // A sealed value is bound to its hosts, so it is sealed anew for the others.
            None => vault.open(&former).await?,
        };
        let mut secret = former.clone();
        if !hosts.is_empty() {
            secret.hosts = hosts;
        }
        secret.sealed = vault.seal(&secret, &value).await?;
        let commit = CommitBuilder::new().update_at(&secret, &["hosts", "sealed"], former.revision);
        self.hub().commit(commit).await?;
        Ok(secret.id)
    }

    pub(super) async fn list_secrets(
        &self,
        caller: &Caller,
        request: ListSecretsRequest,
    ) -> Result<ListSecretsResponse, Failure> {
        let project = find_project(self.database(), &request.project).await?;
        caller.check(Access::View, &project.id)?;
        let secrets = secrets_of(self.database(), &project.id).await?;
        Ok(ListSecretsResponse { secrets: secrets.into_iter().map(shown).collect() })
    }

    pub(super) async fn delete_secret(
        &self,
        caller: &Caller,
        request: DeleteSecretRequest,
    ) -> Result<DeleteSecretResponse, Failure> {
        let project = find_project(self.database(), &request.project).await?;
        caller.check(Access::Change, &project.id)?;
        environment_name(&request.name)?;
        let secrets = secrets_of(self.database(), &project.id).await?;
        let Some(secret) = secrets.into_iter().find(|secret| secret.name == request.name) else {
            let text = format!("project {} has no secret {}", project.name, request.name);
            return Err(Failure::new(ErrorKind::NotFound, "SECRET_NOT_FOUND", text));
        };
        self.hub().commit(CommitBuilder::new().delete::<Secret>(&secret.id, "")).await?;
        Ok(DeleteSecretResponse {})
    }
}

/// What callers see of a Secret.
fn shown(mut secret: Secret) -> Secret {
    secret.sealed = Vec::new();
    secret
}

fn checked_hosts(hosts: &[String]) -> Result<Vec<String>, Failure> {
    if hosts.len() > HOST_COUNT_MAX {
        let text = format!("a secret has at most {HOST_COUNT_MAX} hosts");
        return Err(Failure::invalid(text).with("field", "hosts"));
    }
    let mut checked = hosts.iter().map(|host| normal_pattern(host)).collect::<Result<Vec<_>, _>>()?;
    checked.sort();
    checked.dedup();
    Ok(checked)
}

/// Line breaks may stand in a value, as a key can be the password of Basic credentials; in other headers such a value
/// is not filled in.
fn check_value(value: &SecretValue) -> Result<(), Failure> {
    let text = match value.expose() {
        [] => "a secret's value is not empty".to_owned(),
        bytes if bytes.len() > SecretValue::LENGTH_MAX => {
            format!("a secret's value has at most {} KiB", SecretValue::LENGTH_MAX / 1024)
        }
        bytes if bytes.contains(&0) => "a secret's value holds no NUL".to_owned(),
        _ => return Ok(()),
    };
    Err(Failure::invalid(text).with("field", "value"))
}
