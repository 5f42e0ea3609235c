//! Puts checked work on a branch of the user's repository; work tree and current branch stay as they are.

use std::path::PathBuf;

use super::error::WorkspaceError;
use super::git::Git;
use super::outgoing::{OUTGOING, Outgoing};
use super::repository::{Repository, count_commits, is_ancestor};
use super::shell_word::shell_word;
use super::terminal_text::one_line;

/// How the branch may change.
#[derive(Debug, Clone, Default)]
pub struct BranchOptions {
    /// The branch is set even when it has commits of its own.
    pub force: bool,
}

/// What happened to the branch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BranchOutcome {
    /// It is new.
    Created,
    /// It went on.
    FastForwarded,
    /// It was there already.
    UpToDate,
    /// It has all of it, and more.
    Contained,
    /// It held an earlier delivery whose end was not committed then.
    Replaced,
    /// It had commits of its own, which are left behind.
    Forced,
}

/// A branch after a delivery.
#[derive(Debug, Clone)]
pub struct BranchUpdate {
    /// What happened.
    pub outcome: BranchOutcome,
    /// The name.
    pub branch: String,
    /// Its commit now.
    pub commit: String,
    /// Its commit before.
    pub former: Option<String>,
}

/// Puts the work on a branch.
///
/// # Errors
/// [`WorkspaceError::BranchDiverged`] and [`WorkspaceError::BranchCheckedOut`] with what to do;
/// nothing has changed then.
///
/// # Cancel safety
/// Safe: the branch is set in one step, as the last one. Objects that came before it go with git's next clean-up.
pub async fn update_branch(
    repository: &Repository,
    outgoing: &Outgoing,
    branch: &str,
    options: &BranchOptions,
) -> Result<BranchUpdate, WorkspaceError> {
    let reference = reference_of(&repository.git, branch).await?;
    let former = repository.resolve(&reference).await?;
    let outcome = judge(repository, outgoing, branch, former.as_deref(), options).await?;
    let mut update = BranchUpdate {
        outcome,
        branch: branch.to_owned(),
        commit: outgoing.tip.clone(),
        former: former.clone(),
    };
    if matches!(outcome, BranchOutcome::UpToDate | BranchOutcome::Contained) {
        update.commit = former.unwrap_or_default();
        return Ok(update);
    }
    if let Some(place) = checked_out(&repository.git, &reference).await? {
        return Err(WorkspaceError::BranchCheckedOut(format!(
            "the branch {branch} is checked out in {place}, and a delivery does not touch work trees; \
             deliver under another name and merge it there: \
             autovibe deliver {machine} --branch {other} && git -C {place} merge {other}",
            other = shell_word(&format!("{branch}-work")),
            place = shell_word(&place.to_string_lossy()),
            machine = outgoing.machine_name,
        )));
    }
    let landing = format!("refs/autovibe/deliver/{}", outgoing.machine_id);
    fetch(repository, outgoing, &landing).await?;
    let orders = orders(repository, outgoing, branch, &reference, former.as_deref(), &landing).await?;
    let reason = format!("autovibe: work of {}", one_line(&outgoing.machine_name));
    let arguments = ["update-ref", "--create-reflog", "-m", &reason, "--stdin"];
    repository.git.call(format!("set the branch {branch}"), arguments).run_on(orders.into_bytes()).await?;
    Ok(update)
}

/// The full name of a branch.
pub(super) async fn reference_of(git: &Git, branch: &str) -> Result<String, WorkspaceError> {
    let reference = format!("refs/heads/{branch}");
    let arguments = ["check-ref-format", &reference];
    let good =
        !branch.starts_with('-') && branch != "HEAD" && git.call("check the name", arguments).holds().await?;
    if good { Ok(reference) } else { Err(WorkspaceError::BranchNameWrong(branch.to_owned())) }
}

async fn judge(
    repository: &Repository,
    outgoing: &Outgoing,
    branch: &str,
    former: Option<&str>,
    options: &BranchOptions,
) -> Result<BranchOutcome, WorkspaceError> {
    let Some(former) = former else { return Ok(BranchOutcome::Created) };
    let git = &outgoing.git;
    let tip = outgoing.tip.as_str();
    if former == tip || is_same_work(git, former, tip).await? {
        return Ok(BranchOutcome::UpToDate);
    }
    if is_ancestor(git, former, tip).await? {
        return Ok(BranchOutcome::FastForwarded);
    }
    if is_ancestor(git, tip, former).await? {
        return Ok(BranchOutcome::Contained);
    }
    // The end of the earlier delivery was ours, and nobody has built on it.
    if repository.resolve(&delivered(branch)).await?.as_deref() == Some(former)
        && is_ancestor(git, &format!("{former}^"), tip).await?
    {
        return Ok(BranchOutcome::Replaced);
    }
    if options.force {
        return Ok(BranchOutcome::Forced);
    }
    let theirs = count_commits(git, tip, former).await?;
    let ours = count_commits(git, former, tip).await?;
    Err(WorkspaceError::BranchDiverged(format!(
        "the branch {branch} and the work of {} have gone different ways: the branch has {} that the work lacks, \
         and the work has {} that the branch lacks; deliver under another name (--branch OTHER) and merge, \
         or leave the branch's own commits behind (--force)",
        outgoing.machine_name,
        commits(theirs),
        commits(ours),
    )))
}

/// The same files after the same commits: only the times of a commit of ours differ.
async fn is_same_work(git: &Git, one: &str, other: &str) -> Result<bool, WorkspaceError> {
    let arguments = ["show", "--no-patch", "--format=%T %P%x00%B%x00", one, other, "--"];
    let answer = git.call("compare commits", arguments).run().await?;
    let mut fields: Vec<&[u8]> = answer.out.split(|byte| *byte == 0).map(<[u8]>::trim_ascii).collect();
    fields.truncate(4);
    Ok(
        matches!(fields.as_slice(), [tree, text, other_tree, other_text] if tree == other_tree && text == other_text),
    )
}

/// Remembers what was delivered when its end was not committed.
fn delivered(branch: &str) -> String {
    format!("refs/autovibe/delivered/{branch}")
}

async fn fetch(repository: &Repository, outgoing: &Outgoing, landing: &str) -> Result<(), WorkspaceError> {
    let refspec = format!("+{OUTGOING}:{landing}");
    let from = outgoing.git.folder().to_string_lossy();
    let arguments = [
        "-c",
        "fetch.fsckObjects=true",
        "-c",
        "transfer.fsckObjects=true",
        "-c",
        "fetch.prune=false",
        "-c",
        "fetch.writeCommitGraph=false",
        "-c",
        "protocol.file.allow=always",
        "fetch",
        "--quiet",
        "--no-tags",
        "--no-write-fetch-head",
        "--no-recurse-submodules",
        "--no-auto-maintenance",
        "--",
        &from,
        &refspec,
    ];
    repository.git.call("take the work over", arguments).run().await.map(|_| ())
}

/// The references that change together.
async fn orders(
    repository: &Repository,
    outgoing: &Outgoing,
    branch: &str,
    reference: &str,
    former: Option<&str>,
    landing: &str,
) -> Result<String, WorkspaceError> {
    let tip = &outgoing.tip;
    let mut orders = match former {
        // Refused when somebody else has moved the branch meanwhile.
        Some(former) => format!("update {reference} {tip} {former}\n"),
        None => format!("create {reference} {tip}\n"),
    };
    let memory = delivered(branch);
    if outgoing.has_uncommitted {
        orders.push_str(&format!("update {memory} {tip}\n"));
    } else if repository.resolve(&memory).await?.is_some() {
        orders.push_str(&format!("delete {memory}\n"));
    }
    orders.push_str(&format!("delete {landing}\n"));
    Ok(orders)
}

/// Where a branch is checked out.
async fn checked_out(git: &Git, reference: &str) -> Result<Option<PathBuf>, WorkspaceError> {
    let list = git.call("look at the work trees", ["worktree", "list", "--porcelain"]).run().await?;
    let wanted = format!("branch {reference}");
    let mut place = None;
    for line in list.lines() {
        if let Some(path) = line.strip_prefix("worktree ") {
            place = Some(PathBuf::from(path));
        }
        if line == wanted {
            return Ok(place);
        }
    }
    Ok(None)
}

/// A number of commits in words.
pub(super) fn commits(count: u64) -> String {
    if count == 1 { "1 commit".to_owned() } else { format!("{count} commits") }
}
