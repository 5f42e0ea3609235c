//! Pushes a delivered branch with the user's own git and credentials.

use super::branch::reference_of;
use super::error::WorkspaceError;
use super::repository::Repository;
use super::terminal_text::one_line;

/// Pushes a branch; gives the name of the remote.
///
/// # Errors
/// [`WorkspaceError::PushRefused`] with the remote's reason.
pub async fn push(
    repository: &Repository,
    branch: &str,
    origin_branch: &str,
    remote: Option<&str>,
    force: bool,
) -> Result<String, WorkspaceError> {
    let reference = reference_of(&repository.git, branch).await?;
    let remote = match remote {
        Some(remote) => remote.to_owned(),
        None => default_remote(repository, origin_branch).await?,
    };
    let refspec = format!("{reference}:{reference}");
    let mut arguments = vec!["push", "--porcelain", "--no-recurse-submodules"];
    if repository.git.shows_progress() {
        arguments.push("--progress");
    }
    if force {
        arguments.push("--force-with-lease");
    }
    arguments.extend(["--", &remote, &refspec]);
    let call = repository.git.call("push", arguments).accept(&[0, 1, 128]).narrated().with_hooks();
    let answer = call.run().await?;
    if answer.code == 0 {
        return Ok(remote);
    }
    let refusal = answer.lines().find_map(|line| {
        let mut fields = line.strip_prefix("!\t")?.split('\t');
        fields.nth(1).map(str::to_owned)
    });
    Err(WorkspaceError::PushRefused(match refusal {
        Some(refusal) if refusal.contains("fetch first") || refusal.contains("non-fast-forward") => format!(
            "{remote} has commits on {branch} that this branch lacks; \
             push under another name (--branch), or leave them behind (--force)"
        ),
        Some(refusal) if refusal.contains("stale info") => format!(
            "{remote} has moved {branch} since it was last fetched; fetch it first: git fetch {remote}"
        ),
        Some(refusal) => format!("{remote} does not take {branch}: {}", one_line(&refusal)),
        None => format!("{remote} cannot be pushed to: {}", one_line(&answer.words)),
    }))
}

/// The remote of the branch that the work came from, or the only one, or "origin".
async fn default_remote(repository: &Repository, origin_branch: &str) -> Result<String, WorkspaceError> {
    let key = format!("branch.{origin_branch}.remote");
    let answer =
        repository.git.call("find the remote", ["config", "--get", &key]).accept(&[0, 1, 2]).run().await?;
    let configured = String::from_utf8_lossy(&answer.out).trim().to_owned();
    if !configured.is_empty() && configured != "." {
        return Ok(configured);
    }
    let remotes: Vec<String> =
        repository.git.call("list the remotes", ["remote"]).run().await?.lines().collect();
    match remotes.as_slice() {
        [] => Err(WorkspaceError::PushRefused(
            "the repository has no remote; add one: git remote add origin ADDRESS".to_owned(),
        )),
        [only] => Ok(only.clone()),
        several if several.iter().any(|name| name == "origin") => Ok("origin".to_owned()),
        several => Err(WorkspaceError::PushRefused(format!(
            "the repository has several remotes; name one: --push {}",
            several.join("|")
        ))),
    }
}
