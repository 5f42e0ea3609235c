//! How many files a checkout of each commit would write, counted without writing or listing them.
//!
//! A dozen objects can stand for more files than any disk holds, and git lists them one by one.

use std::collections::BTreeMap;

use super::error::WorkspaceError;
use super::git::Git;

/// Deepest folder; paths have no room for more.
const DEPTH_MAX: usize = 1024;

/// Folders with what is directly in them.
#[derive(Debug, Default)]
struct Folders {
    known: BTreeMap<String, Folder>,
}

#[derive(Debug, Default)]
struct Folder {
    file_count: u64,
    folders: Vec<String>,
}

/// Refuses commits with more files than `limit`.
pub(super) async fn refuse_endless_trees(
    git: &Git,
    tip: &str,
    since: Option<&str>,
    limit: u64,
) -> Result<(), WorkspaceError> {
    let mut arguments = vec!["log", "--format=%T", tip];
    if let Some(since) = since {
        arguments.extend(["--not", since]);
    }
    let roots: Vec<String> = git.call("walk the work", arguments).run().await?.lines().collect();
    let mut folders = Folders::default();
    let mut wanted = roots.clone();
    for _ in 0..DEPTH_MAX {
        wanted.sort();
        wanted.dedup();
        wanted.retain(|name| !folders.known.contains_key(name));
        if wanted.is_empty() {
            break;
        }
        let names = wanted.iter().flat_map(|name| [name.as_str(), "\n"]).collect::<String>().into_bytes();
        let answer = git.call("read the folders", ["cat-file", "--batch", "--buffer"]).run_on(names).await?;
        wanted = folders.read(&answer.out).ok_or_else(|| refused("a folder of it cannot be read"))?;
    }
    if !wanted.is_empty() {
        return Err(refused("its folders lie too deep"));
    }
    if roots.iter().any(|root| folders.count(root) > limit) {
        return Err(refused(&format!("a commit of it has more than {limit} files")));
    }
    Ok(())
}

impl Folders {
    /// Reads an answer of `cat-file --batch`; gives the folders that are in these. Source: git-cat-file(1).
    fn read(&mut self, mut left: &[u8]) -> Option<Vec<String>> {
        let mut inner = Vec::new();
        while !left.is_empty() {
            let end = left.iter().position(|byte| *byte == b'\n')?;
            let head = std::str::from_utf8(&left[..end]).ok()?;
            let mut words = head.split(' ');
            let (name, kind, size) = (words.next()?, words.next()?, words.next()?);
            let size: usize = size.parse().ok()?;
            let content = left.get(end + 1..)?.get(..size).filter(|_| kind == "tree")?;
            let folder = parse(content, name.len() / 2)?;
            inner.extend(folder.folders.iter().cloned());
            self.known.insert(name.to_owned(), folder);
            left = left.get(end + 1 + size + 1..)?;
        }
        Some(inner)
    }

    /// Files of a folder and all below it; each folder is counted once and its sum used again.
    fn count(&self, root: &str) -> u64 {
        let mut sums: BTreeMap<&str, u64> = BTreeMap::new();
        let mut open = vec![(root, false)];
        while let Some((name, is_ready)) = open.pop() {
            if sums.contains_key(name) {
                continue;
            }
            let Some((name, folder)) = self.known.get_key_value(name) else { continue };
            if is_ready {
                let below = folder.folders.iter().filter_map(|inner| sums.get(inner.as_str()).copied());
                sums.insert(name, below.fold(folder.file_count, u64::saturating_add));
            } else {
                open.push((name, true));
                open.extend(folder.folders.iter().map(|inner| (inner.as_str(), false)));
            }
        }
        sums.get(root).copied().unwrap_or(0)
    }
}

/// Reads a tree: mode, name and raw object name of each entry.
fn parse(mut left: &[u8], name_bytes: usize) -> Option<Folder> {
    let mut folder = Folder::default();
    while !left.is_empty() {
        let end = left.iter().position(|byte| *byte == 0)?;
        let is_folder = left.starts_with(b"40000 ");
        let object = left.get(end + 1..end + 1 + name_bytes)?;
        if is_folder {
            folder.folders.push(hex::encode(object));
        } else {
            folder.file_count += 1;
        }
        left = &left[end + 1 + name_bytes..];
    }
    Some(folder)
}

fn refused(text: &str) -> WorkspaceError {
    WorkspaceError::BundleRefused(text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_that_are_used_again_count_again() {
        let mut folders = Folders::default();
        let folder = |file_count: u64, inner: &[&str]| Folder {
            file_count,
            folders: inner.iter().map(|name| (*name).to_owned()).collect(),
        };
        folders.known.insert("c".to_owned(), folder(3, &[]));
        folders.known.insert("b".to_owned(), folder(1, &["c", "c"]));
        folders.known.insert("a".to_owned(), folder(0, &["b", "c", "b"]));
        assert_eq!(folders.count("a"), 17);
        for level in 0..200 {
            let inner = if level == 0 { "a".to_owned() } else { format!("x{}", level - 1) };
            folders.known.insert(format!("x{level}"), folder(0, &[&inner, &inner]));
        }
        assert_eq!(folders.count("x199"), u64::MAX);
    }

    #[test]
    fn damaged_folders_are_not_understood() {
        let mut folders = Folders::default();
        for text in ["x", "aa tree 5\n40000", "aa blob 0\n\n", "aa missing\n"] {
            assert!(folders.read(text.as_bytes()).is_none(), "{text}");
        }
    }
}
