//! `autovibe-guest workspace`: what is asked about the workspace, done with the rights of whoever asks.

use std::io::Write as _;

use serde::{Deserialize, Serialize};

use super::clone::Clone;
use super::options::{Options, usage};
use super::repository::Repository;
use super::snapshot::{Snapshot, take};
use crate::config::GuestConfig;
use crate::error::GuestError;

/// How to use the command.
pub(crate) const USAGE: &str = "usage: autovibe-guest workspace status
       autovibe-guest workspace bundle [--since COMMIT]
       autovibe-guest workspace diff [--from COMMIT] [--to COMMIT] [--stat] [--color]";

/// There is nothing new to give out.
const EXIT_NOTHING: u8 = 3;
/// The workspace is no repository.
const EXIT_NO_REPOSITORY: u8 = 4;
/// The clone needs its bundle.
pub(super) const EXIT_BUNDLE_WANTED: u8 = 5;

/// The ref in bundles that users fetch.
const OUTGOING_REF: &str = "refs/autovibe/outgoing";
/// Commits of Checkpoints, each under the Checkpoint's id.
pub(super) const CHECKPOINT_REFS: &str = "refs/autovibe/checkpoint";
/// The same for those whose bundle the Hub has.
const SENT_REFS: &str = "refs/autovibe/sent";

/// The answer to `status`.
#[derive(Debug, Serialize)]
struct Status {
    head: String,
    branch: String,
    base: String,
    snapshot: String,
    changed_count: usize,
}

/// Checkpoints whose bundles are still to be sent.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Waiting {
    /// What the Machine's work began with; empty when it began with nothing.
    pub(super) base: String,
    /// The Checkpoints.
    pub(super) checkpoint_ids: Vec<String>,
}

/// Runs the command and returns its exit code.
///
/// # Errors
/// [`GuestError`] when the arguments are wrong or git fails.
pub(crate) fn run_workspace(config: &GuestConfig, arguments: &[String]) -> Result<u8, GuestError> {
    let Some((verb, flags)) = arguments.split_first() else { return Err(usage()) };
    let options = Options::read(flags)?;
    if config.owns_system() && rustix::process::geteuid().is_root() {
        // What it wrote would belong to root, and what lies there would be run by it.
        return Err(GuestError::Config("run this as the user of the workspace".to_owned()));
    }
    if verb == "prepare" {
        return prepare(config, &options);
    }
    let Some(repository) = Repository::find(config)? else {
        let text = "the workspace is no git repository\n";
        std::io::stderr().write_all(text.as_bytes()).map_err(GuestError::file("print"))?;
        return Ok(EXIT_NO_REPOSITORY);
    };
    match verb.as_str() {
        "status" => print_json(&status(&repository)?),
        "bundle" => bundle(&repository, options.since),
        "diff" => diff(&repository, &options),
        "snapshot" => snapshot(&repository, options.reference),
        "waiting" => print_json(&waiting(&repository)?),
        "pack" => pack(&repository, &options.checkpoint.ok_or_else(usage)?),
        "sent" => sent(&repository, &options.checkpoint.ok_or_else(usage)?),
        _ => Err(usage()),
    }
}

fn prepare(config: &GuestConfig, options: &Options) -> Result<u8, GuestError> {
    let (Some(base), Some(branch)) = (&options.base, &options.branch) else { return Err(usage()) };
    let clone = Clone { base, branch };
    match &options.bundle {
        Some(bundle) => clone.make(config, bundle).map(|()| 0),
        None => Ok(if clone.is_done(config)? { 0 } else { EXIT_BUNDLE_WANTED }),
    }
}

fn status(repository: &Repository) -> Result<Status, GuestError> {
    let git = &repository.git;
    let snapshot = take(repository)?.unwrap_or_default();
    let changed_count = if snapshot.head == snapshot.commit {
        0
    } else if snapshot.head.is_empty() {
        git.run(&["ls-tree", "-r", "-z", "--name-only", &snapshot.commit])?.matches('\0').count()
    } else {
        let arguments = ["diff", "--name-only", "-z", "--no-ext-diff", &snapshot.head, &snapshot.commit];
        git.run(&arguments)?.matches('\0').count()
    };
    Ok(Status {
        branch: git.ask(&["symbolic-ref", "--short", "--quiet", "HEAD"])?.unwrap_or_default(),
        base: repository.base()?,
        head: snapshot.head,
        snapshot: snapshot.commit,
        changed_count,
    })
}

fn snapshot(repository: &Repository, reference: Option<String>) -> Result<u8, GuestError> {
    let taken = take(repository)?.unwrap_or_default();
    if let Some(reference) = reference.filter(|_| !taken.commit.is_empty()) {
        repository.set_ref(&reference, &taken.commit)?;
    }
    print_json::<Snapshot>(&taken)
}

fn bundle(repository: &Repository, since: Option<String>) -> Result<u8, GuestError> {
    let since = match since {
        Some(since) => since,
        None => repository.base()?,
    };
    if !since.is_empty() && !repository.has_commit(&since)? {
        return Err(GuestError::Git(format!("the workspace does not have the commit {since}")));
    }
    let Some(taken) = take(repository)? else { return Ok(EXIT_NOTHING) };
    let excluded = format!("^{since}");
    let mut arguments = vec!["bundle", "create", "--quiet", "-", OUTGOING_REF];
    if !since.is_empty() {
        let is_new = repository.git.run(&["rev-list", "-n", "1", &taken.commit, &excluded])?;
        if is_new.is_empty() {
            return Ok(EXIT_NOTHING);
        }
        arguments.push(&excluded);
    }
    repository.set_ref(OUTGOING_REF, &taken.commit)?;
    repository.git.pass_through(&arguments).map(|()| 0)
}

fn diff(repository: &Repository, options: &Options) -> Result<u8, GuestError> {
    let git = &repository.git;
    let to = match &options.to {
        Some(to) => to.clone(),
        None => take(repository)?.unwrap_or_default().commit,
    };
    if to.is_empty() {
        return Ok(0);
    }
    let from = match &options.from {
        Some(from) => from.clone(),
        None => match repository.base()? {
            base if base.is_empty() => git.run(&["hash-object", "-t", "tree", "/dev/null"])?,
            base => base,
        },
    };
    let color = if options.has_color { "--color=always" } else { "--color=never" };
    let mut arguments = vec!["diff", "--no-ext-diff", "--no-textconv", "--find-renames", color];
    if options.has_stat {
        arguments.push("--stat");
    }
    arguments.extend([from.as_str(), to.as_str()]);
    git.pass_through(&arguments).map(|()| 0)
}

fn waiting(repository: &Repository) -> Result<Waiting, GuestError> {
    let ids = |prefix: &str| {
        let listed = repository.git.run(&["for-each-ref", "--format=%(refname)", prefix])?;
        let strip = |name: &str| name.strip_prefix(prefix)?.strip_prefix('/').map(str::to_owned);
        Ok::<Vec<String>, GuestError>(listed.lines().filter_map(strip).collect())
    };
    let sent = ids(SENT_REFS)?;
    let checkpoint_ids = ids(CHECKPOINT_REFS)?.into_iter().filter(|id| !sent.contains(id)).collect();
    Ok(Waiting { base: repository.base()?, checkpoint_ids })
}

/// Writes the bundle of a Checkpoint: everything since the base, and never nothing.
fn pack(repository: &Repository, checkpoint_id: &str) -> Result<u8, GuestError> {
    let (reference, base) = (format!("{CHECKPOINT_REFS}/{checkpoint_id}"), repository.base()?);
    let excluded = format!("^{base}");
    let mut arguments = vec!["bundle", "create", "--quiet", "-"];
    if !base.is_empty() {
        let is_new = repository.git.run(&["rev-list", "-n", "1", &reference, &excluded])?;
        // Git writes no bundle without a commit: the newest one goes along then, although it is known.
        arguments.push(if is_new.is_empty() { "-1" } else { &excluded });
    }
    arguments.push(&reference);
    repository.git.pass_through(&arguments).map(|()| 0)
}

fn sent(repository: &Repository, checkpoint_id: &str) -> Result<u8, GuestError> {
    let commit = repository.git.run(&["rev-parse", &format!("{CHECKPOINT_REFS}/{checkpoint_id}")])?;
    repository.set_ref(&format!("{SENT_REFS}/{checkpoint_id}"), &commit).map(|()| 0)
}

fn print_json<T: Serialize>(value: &T) -> Result<u8, GuestError> {
    let text = serde_json::to_string(value)
        .map_err(|source| GuestError::Answer { path: "workspace".to_owned(), source })?;
    writeln!(std::io::stdout(), "{text}").map_err(GuestError::file("print"))?;
    Ok(0)
}
