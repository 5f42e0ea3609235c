//! Takes a bundle of a Machine apart, in a repository of its own, and refuses what could do harm later.

use std::collections::BTreeSet;
use std::path::Path;

use super::bundle::BundleHeader;
use super::error::WorkspaceError;
use super::git::Git;
use super::link::{leads_outside, shadowed_links};
use super::repository::{has_commit, is_ancestor};
use super::terminal_text::one_line;
use super::tree_size::refuse_endless_trees;

/// Findings that a refusal names.
const NAMED_FINDINGS: usize = 5;

/// What is taken from a Machine.
#[derive(Debug, Clone)]
pub struct ReceiveLimits {
    /// Largest bundle in bytes.
    pub bundle_bytes_max: u64,
    /// Largest file in bytes.
    pub object_bytes_max: u64,
    /// Largest sum of all new files in bytes: what a checkout of every commit would write.
    pub total_bytes_max: u64,
    /// Most new objects.
    pub object_count_max: usize,
    /// Most files of one commit.
    pub file_count_max: u64,
    /// Links may lead anywhere.
    pub allows_links: bool,
}

impl Default for ReceiveLimits {
    fn default() -> ReceiveLimits {
        ReceiveLimits {
            bundle_bytes_max: 4 << 30,
            object_bytes_max: 2 << 30,
            total_bytes_max: 32 << 30,
            object_count_max: 2_000_000,
            file_count_max: 2_000_000,
            allows_links: false,
        }
    }
}

/// Work that was checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// Its newest commit.
    pub tip: String,
    /// What the user should know.
    pub notes: Vec<String>,
}

/// Unpacks a bundle into `git`, a repository of ours that has the history before `since`, and checks all that is new.
///
/// # Errors
/// [`WorkspaceError::BundleRefused`] and [`WorkspaceError::LinkOutside`]; the repository of ours is then given up.
pub async fn receive(
    git: &Git,
    bundle: &Path,
    since: Option<&str>,
    limits: &ReceiveLimits,
) -> Result<Received, WorkspaceError> {
    let size = fs_err::metadata(bundle).map_err(WorkspaceError::file("read the bundle"))?.len();
    if size > limits.bundle_bytes_max {
        return Err(WorkspaceError::BundleTooLarge { limit_bytes: limits.bundle_bytes_max });
    }
    let (header, pack) = BundleHeader::read(bundle)?;
    let tip = header.tip()?.to_owned();
    for commit in &header.prerequisites {
        let known = has_commit(git, commit).await?
            && match since {
                Some(since) => is_ancestor(git, commit, since).await?,
                None => true,
            };
        if !known {
            return Err(refused(format!(
                "it builds on the commit {commit}, which the machine was never given"
            )));
        }
    }
    unpack(git, pack, limits).await?;
    if !has_commit(git, &tip).await? {
        return Err(refused("the commit that it promises is not in it".to_owned()));
    }
    refuse_gaps_and_giants(git, &tip, since, limits).await?;
    refuse_endless_trees(git, &tip, since, limits.file_count_max).await?;
    let notes = inspect_files(git, &tip, since, limits).await?;
    Ok(Received { tip, notes })
}

/// Lets git unpack and check each object; fetching from a bundle would leave the check out.
///
/// Source: `git fetch` of 2.39, `fetch_refs_from_bundle`: `transfer.fsckObjects` is not looked at there.
async fn unpack(git: &Git, pack: std::fs::File, limits: &ReceiveLimits) -> Result<(), WorkspaceError> {
    let most = format!("--max-input-size={}", limits.bundle_bytes_max);
    // Strict: what is a warning for a repository at home is an error here, `.git` in a tree above all.
    let arguments = ["index-pack", "--stdin", "--fix-thin", "--strict", "--threads=1", &most];
    match git.call("unpack the work", arguments).run_on_file(pack).await {
        Ok(_) => Ok(()),
        Err(WorkspaceError::GitFailed { text, .. }) => Err(refused(one_line(&text))),
        Err(other) => Err(other),
    }
}

fn range<'a>(tip: &'a str, since: Option<&'a str>) -> Vec<&'a str> {
    let mut words = vec![tip];
    if let Some(since) = since {
        words.extend(["--not", since]);
    }
    words
}

async fn refuse_gaps_and_giants(
    git: &Git,
    tip: &str,
    since: Option<&str>,
    limits: &ReceiveLimits,
) -> Result<(), WorkspaceError> {
    let arguments = ["rev-list", "--objects", "--no-object-names"].into_iter().chain(range(tip, since));
    let objects = match git.call("walk the work", arguments).run().await {
        Ok(answer) => answer.out,
        Err(WorkspaceError::GitFailed { text, .. }) => {
            return Err(refused(format!("something is missing in it: {}", one_line(&text))));
        }
        Err(other) => return Err(other),
    };
    let count = objects.iter().filter(|byte| **byte == b'\n').count();
    if count > limits.object_count_max {
        return Err(refused(format!(
            "it has {count} objects, and {} are the limit",
            limits.object_count_max
        )));
    }
    let sizes = git
        .call("measure the work", ["cat-file", "--batch-check=%(objectsize)", "--buffer"])
        .run_on(objects)
        .await?;
    let mut total = 0_u64;
    for line in sizes.lines() {
        let size: u64 = line.parse().map_err(|_| refused("an object of it cannot be read".to_owned()))?;
        total = total.saturating_add(size);
        if size > limits.object_bytes_max {
            return Err(refused(format!(
                "a file of it has {} MiB, and {} MiB are the limit",
                size >> 20,
                limits.object_bytes_max >> 20
            )));
        }
    }
    if total > limits.total_bytes_max {
        return Err(refused(format!("unpacked it has {} GiB, which is past the limit", total >> 30)));
    }
    Ok(())
}

/// One entry of a tree that is new.
#[derive(Debug)]
struct NewEntry {
    mode: Vec<u8>,
    object: String,
    path: Vec<u8>,
}

async fn inspect_files(
    git: &Git,
    tip: &str,
    since: Option<&str>,
    limits: &ReceiveLimits,
) -> Result<Vec<String>, WorkspaceError> {
    // A commit in the middle can be checked out as well as the last one.
    let commits =
        git.call("walk the work", ["rev-list"].into_iter().chain(range(tip, since))).run().await?.out;
    let arguments =
        ["diff-tree", "--stdin", "-r", "-m", "--root", "--raw", "-z", "--no-commit-id", "--no-renames"];
    let raw = git.call("look at the files", arguments).run_on(commits).await?;
    let known = match since {
        Some(since) => special_entries(git, since).await?,
        None => BTreeSet::new(),
    };
    let entries: Vec<NewEntry> = new_entries(raw.records())
        .into_iter()
        .filter(|entry| !known.contains(&(entry.object.clone(), entry.path.clone())))
        .collect();
    if !limits.allows_links {
        refuse_links(git, tip, &entries).await?;
    }
    let mut notes = Vec::new();
    let modules: BTreeSet<String> = entries
        .iter()
        .filter(|entry| entry.mode == b"160000")
        .map(|entry| one_line(&String::from_utf8_lossy(&entry.path)))
        .collect();
    if !modules.is_empty() {
        notes.push(format!(
            "the work refers to other repositories at {}; their content is not part of it",
            listed(modules)
        ));
    }
    Ok(notes)
}

/// Links and submodules of a commit.
async fn special_entries(git: &Git, commit: &str) -> Result<BTreeSet<(String, Vec<u8>)>, WorkspaceError> {
    let tree = git.call("list the files", ["ls-tree", "-r", "-z", "--full-tree", commit]).run().await?;
    Ok(tree
        .records()
        .filter_map(|entry| {
            let (head, path) = split_once(entry, b'\t')?;
            let head = std::str::from_utf8(head).ok()?;
            let mut words = head.split(' ');
            matches!(words.next()?, "120000" | "160000")
                .then(|| Some((words.nth(1)?.to_owned(), path.to_owned())))?
        })
        .collect())
}

/// Links and submodules of a raw difference. Source: git-diff-tree(1), "RAW OUTPUT FORMAT".
fn new_entries<'a>(mut records: impl Iterator<Item = &'a [u8]>) -> Vec<NewEntry> {
    let mut entries = Vec::new();
    while let (Some(head), Some(path)) = (records.next(), records.next()) {
        let words: Vec<&[u8]> = head.split(|byte| *byte == b' ').collect();
        if let [_, mode @ (b"120000" | b"160000"), _, object, _] = words.as_slice() {
            entries.push(NewEntry {
                mode: mode.to_vec(),
                object: String::from_utf8_lossy(object).into_owned(),
                path: path.to_owned(),
            });
        }
    }
    entries
}

async fn refuse_links(git: &Git, tip: &str, entries: &[NewEntry]) -> Result<(), WorkspaceError> {
    let links: Vec<&NewEntry> = entries.iter().filter(|entry| entry.mode == b"120000").collect();
    if links.is_empty() {
        return Ok(());
    }
    let mut findings = BTreeSet::new();
    let targets = read_targets(git, &links).await?;
    for (link, target) in links.iter().zip(&targets) {
        if let Some(why) = leads_outside(&link.path, target) {
            findings.insert(format!("{} {why}", one_line(&String::from_utf8_lossy(&link.path))));
        }
    }
    let tree =
        git.call("list the files", ["ls-tree", "-r", "-z", "--full-tree", "--name-only", tip]).run().await?;
    let paths: Vec<&[u8]> = tree.records().collect();
    let names: BTreeSet<&[u8]> = links.iter().map(|link| link.path.as_slice()).collect();
    for link in shadowed_links(&names, &paths) {
        let name = one_line(&String::from_utf8_lossy(link));
        findings.insert(format!("{name} differs only in case from something else"));
    }
    if findings.is_empty() {
        return Ok(());
    }
    Err(WorkspaceError::LinkOutside(format!(
        "the work holds symbolic links that are not safe to check out: {}; \
         to take them as they are: --allow-symlinks",
        listed(findings)
    )))
}

async fn read_targets(git: &Git, links: &[&NewEntry]) -> Result<Vec<Vec<u8>>, WorkspaceError> {
    let wrong = || refused("a link of it cannot be read".to_owned());
    let names: String = links.iter().flat_map(|link| [link.object.as_str(), "\n"]).collect();
    let answer = git
        .call("read the links", ["cat-file", "--batch=%(objectsize)", "--buffer"])
        .run_on(names.into_bytes());
    let out = answer.await?.out;
    let mut left = out.as_slice();
    let mut targets = Vec::with_capacity(links.len());
    for _ in links {
        let (size, rest) = split_once(left, b'\n').ok_or_else(wrong)?;
        let size: usize =
            std::str::from_utf8(size).ok().and_then(|text| text.parse().ok()).ok_or_else(wrong)?;
        targets.push(rest.get(..size).ok_or_else(wrong)?.to_owned());
        left = rest.get(size + 1..).ok_or_else(wrong)?;
    }
    Ok(targets)
}

fn listed(findings: BTreeSet<String>) -> String {
    let count = findings.len();
    let mut text = findings.into_iter().take(NAMED_FINDINGS).collect::<Vec<_>>().join(", ");
    if count > NAMED_FINDINGS {
        text.push_str(&format!(" and {} more", count - NAMED_FINDINGS));
    }
    text
}

fn split_once(bytes: &[u8], at: u8) -> Option<(&[u8], &[u8])> {
    let position = bytes.iter().position(|byte| *byte == at)?;
    Some((&bytes[..position], &bytes[position + 1..]))
}

fn refused(text: String) -> WorkspaceError {
    WorkspaceError::BundleRefused(text)
}
