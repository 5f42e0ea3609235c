//! Packs a repository into one bundle: the history of one branch, its tags, and what is not committed yet.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use autovibe_proto::v1::WorkspaceSource;
use sha2::{Digest as _, Sha256};

use super::error::WorkspaceError;
use super::git::{Git, HostGit};
use super::origin::{Origin, SCHEMES};
use super::repository::{Repository, resolve};
use super::scratch::ScratchFolder;
use super::snapshot::{Change, Snapshot};

/// Largest bundle that a Hub takes.
pub(super) const SOURCE_BYTES_MAX: u64 = 4 << 30;

/// Paths that a refusal names.
const NAMED_PATHS: usize = 5;

/// What is to be packed.
#[derive(Debug, Clone)]
pub struct PackOptions {
    /// This branch instead of the one that HEAD is on.
    pub branch: Option<String>,
    /// What is not committed stays out.
    pub committed_only: bool,
    /// Submodules become empty folders.
    pub without_submodules: bool,
    /// Files of git LFS stay pointers.
    pub without_lfs: bool,
    /// Largest bundle in bytes.
    pub bytes_max: u64,
}

impl Default for PackOptions {
    fn default() -> PackOptions {
        PackOptions {
            branch: None,
            committed_only: false,
            without_submodules: false,
            without_lfs: false,
            bytes_max: SOURCE_BYTES_MAX,
        }
    }
}

/// A repository that is ready to be sent.
#[derive(Debug)]
pub struct PackedSource {
    /// The bundle.
    pub bundle: PathBuf,
    /// What it is; the blob's id is not known yet.
    pub source: WorkspaceSource,
    /// SHA-256 of the bundle in hexadecimal.
    pub digest: String,
    /// Files that were not committed and go along.
    pub uncommitted: Vec<Change>,
    /// What the user should know.
    pub notes: Vec<String>,
    /// Holds the bundle.
    _scratch: ScratchFolder,
}

/// What the history begins from.
struct Tip {
    head: String,
    base: String,
    branch: Option<String>,
    uncommitted: Vec<Change>,
}

/// Packs a folder or an address.
///
/// The user's repository is only read: index, work tree, references and objects stay as they are.
///
/// # Errors
/// [`WorkspaceError::SourceUnusable`] with what to do, when the repository cannot be taken as it is.
///
/// # Cancel safety
/// Safe: what was begun lies in a temporary folder, which goes.
pub async fn pack(
    host: &HostGit,
    origin: &Origin,
    options: &PackOptions,
) -> Result<PackedSource, WorkspaceError> {
    let scratch = ScratchFolder::create()?;
    let (repository, shown) = match origin {
        Origin::Folder(folder) => {
            let repository = Repository::open(host, folder).await?;
            let shown = fs_err::canonicalize(repository.folder())
                .map_err(WorkspaceError::file("find the repository"))?
                .to_string_lossy()
                .into_owned();
            (repository, shown)
        }
        Origin::Address { given, shown } => {
            let folder = clone(host, origin, given, options.branch.as_deref(), &scratch).await?;
            (Repository::open(host, &folder).await?, shown.clone())
        }
    };
    if repository.is_shallow() {
        return Err(WorkspaceError::SourceUnusable(
            "the clone is shallow: its older history is missing; fetch it first: git fetch --unshallow"
                .to_owned(),
        ));
    }
    if repository.is_partial().await? {
        return Err(WorkspaceError::SourceUnusable(
            "the clone is partial: files of its history are missing; make a full one: git clone ADDRESS"
                .to_owned(),
        ));
    }
    let annex = repository.annex(&scratch.join("pack.git")).await?;
    let mut notes = Vec::new();
    let tip = tip(&repository, &annex, &scratch, options, &mut notes).await?;
    refuse_submodules(&annex, &tip.base, options).await?;
    refuse_lfs(&annex, &tip.base, options).await?;
    name_references(&repository, &annex, &tip).await?;
    let bundle = scratch.join("source.bundle");
    let (digest, bytes) = write_bundle(&annex, &bundle, options.bytes_max).await?;
    let source = WorkspaceSource {
        origin: shown,
        base_commit: tip.base,
        branch: tip.branch.unwrap_or_default(),
        head_commit: tip.head,
        blob_id: String::new(),
        size_bytes: i64::try_from(bytes).unwrap_or(i64::MAX),
    };
    Ok(PackedSource { bundle, source, digest, uncommitted: tip.uncommitted, notes, _scratch: scratch })
}

async fn clone(
    host: &HostGit,
    origin: &Origin,
    given: &str,
    branch: Option<&str>,
    scratch: &ScratchFolder,
) -> Result<PathBuf, WorkspaceError> {
    let folder = scratch.join("clone.git");
    let mut arguments = vec!["clone", "--bare", "--single-branch", "--template="];
    arguments.push(if host.shows_progress { "--progress" } else { "--quiet" });
    let option;
    if let Some(branch) = branch {
        option = format!("--branch={branch}");
        arguments.push(&option);
    }
    let target = folder.to_string_lossy();
    arguments.extend(["--", given, &target]);
    // Only these ways: others of git run programs that the address names.
    let git = host.at(scratch.path()).with("GIT_ALLOW_PROTOCOL", SCHEMES.join(":"));
    let cloned = git.call("clone", arguments).narrated().run().await;
    cloned.map_err(|error| match error {
        WorkspaceError::GitFailed { what, text } => {
            WorkspaceError::GitFailed { what, text: origin.redact(&text) }
        }
        other => other,
    })?;
    Ok(folder)
}

async fn tip(
    repository: &Repository,
    annex: &Git,
    scratch: &ScratchFolder,
    options: &PackOptions,
    notes: &mut Vec<String>,
) -> Result<Tip, WorkspaceError> {
    let current = repository.current_branch().await?;
    let (name, branch) = match &options.branch {
        Some(branch) => (format!("refs/heads/{branch}"), Some(branch.clone())),
        None => ("HEAD".to_owned(), current.clone()),
    };
    let Some(head) = repository.resolve(&name).await? else {
        return Err(WorkspaceError::SourceUnusable(match &options.branch {
            Some(branch) => format!("there is no branch {branch:?} in the repository"),
            None => {
                "the repository has no commit yet; make one: git add -A && git commit -m start".to_owned()
            }
        }));
    };
    let mut tip = Tip { base: head.clone(), head, branch, uncommitted: Vec::new() };
    let Some(work_tree) = repository.work_tree.as_deref().filter(|_| !options.committed_only) else {
        return Ok(tip);
    };
    if options.branch.is_some() && tip.branch != current {
        notes.push("what is not committed belongs to another branch and stays here".to_owned());
        return Ok(tip);
    }
    let taken = Snapshot { repository, annex, work_tree, scratch: scratch.path() }
        .take(&tip.head, tip.branch.as_deref())
        .await?;
    if let Some((commit, changes)) = taken {
        tip.base = commit;
        tip.uncommitted = changes;
    }
    Ok(tip)
}

async fn refuse_submodules(git: &Git, commit: &str, options: &PackOptions) -> Result<(), WorkspaceError> {
    if options.without_submodules {
        return Ok(());
    }
    let tree = git.call("list the files", ["ls-tree", "-r", "-z", "--full-tree", commit]).run().await?;
    let paths: Vec<String> = tree
        .records()
        .filter(|entry| entry.starts_with(b"160000 "))
        .filter_map(|entry| entry.split(|byte| *byte == b'\t').nth(1))
        .map(|path| String::from_utf8_lossy(path).into_owned())
        .collect();
    if paths.is_empty() {
        return Ok(());
    }
    Err(WorkspaceError::SourceUnusable(format!(
        "the repository holds submodules or other repositories ({}), whose content does not go along; \
         to have empty folders in their place: --without-submodules",
        named(&paths)
    )))
}

async fn refuse_lfs(git: &Git, commit: &str, options: &PackOptions) -> Result<(), WorkspaceError> {
    if options.without_lfs {
        return Ok(());
    }
    let arguments = ["grep", "-z", "-l", "-F", "-e", "filter=lfs", commit, "--", ":(glob)**/.gitattributes"];
    let found = git.call("look for git LFS", arguments).accept(&[0, 1]).run().await?;
    let paths: Vec<String> = found
        .records()
        .map(|record| {
            let text = String::from_utf8_lossy(record);
            text.split_once(':').map_or_else(|| text.to_string(), |(_, path)| path.to_owned())
        })
        .collect();
    if paths.is_empty() {
        return Ok(());
    }
    Err(WorkspaceError::SourceUnusable(format!(
        "files of the repository lie in git LFS (see {}), and their content does not go along; \
         to have the pointer files in their place: --without-lfs",
        named(&paths)
    )))
}

fn named(paths: &[String]) -> String {
    let mut text = paths.iter().take(NAMED_PATHS).cloned().collect::<Vec<_>>().join(", ");
    if paths.len() > NAMED_PATHS {
        text.push_str(&format!(" and {} more", paths.len() - NAMED_PATHS));
    }
    text
}

/// Gives the annex exactly the references that the bundle is to hold.
async fn name_references(repository: &Repository, annex: &Git, tip: &Tip) -> Result<(), WorkspaceError> {
    // Without a branch there must still be a name.
    let branch = format!("refs/heads/{}", tip.branch.as_deref().unwrap_or("detached"));
    let merged = format!("--merged={}", tip.head);
    let format = "--format=create %(refname) %(objectname)";
    let tags =
        repository.git.call("list the tags", ["for-each-ref", &merged, format, "refs/tags/"]).run().await?;
    let mut orders = format!("create {branch} {}\n", tip.base).into_bytes();
    orders.extend_from_slice(&tags.out);
    annex.call("name the branch", ["update-ref", "--stdin"]).run_on(orders).await?;
    annex.call("name the branch", ["symbolic-ref", "HEAD", &branch]).run().await?;
    match resolve(annex, "HEAD").await? {
        Some(commit) if commit == tip.base => Ok(()),
        _ => Err(WorkspaceError::GitFailed {
            what: "name the branch".to_owned(),
            text: "the branch does not lead to its commit".to_owned(),
        }),
    }
}

async fn write_bundle(git: &Git, path: &Path, bytes_max: u64) -> Result<(String, u64), WorkspaceError> {
    let failed = || WorkspaceError::file("write the bundle");
    let mut file = fs_err::File::create(path).map_err(failed())?;
    let mut digest = Sha256::new();
    let mut bytes = 0_u64;
    let volume = if git.shows_progress() { "--progress" } else { "--quiet" };
    git.call("pack the history", ["bundle", "create", volume, "-", "--all"])
        .narrated()
        .stream(|piece| {
            bytes += piece.len() as u64;
            if bytes > bytes_max {
                return Err(WorkspaceError::SourceTooLarge { limit_bytes: bytes_max });
            }
            digest.update(piece);
            file.write_all(piece).map_err(failed())
        })
        .await?;
    file.flush().map_err(failed())?;
    Ok((hex::encode(digest.finalize()), bytes))
}
