//! Symbolic links that a Machine sends: where they lead when somebody checks the work out.

use std::collections::{BTreeMap, BTreeSet};

/// Why a link is not taken over as it is; `None` when it stays inside.
///
/// A target may go up only at its beginning: there the folders are real ones, as nothing of a tree lies below a link.
/// What follows may lead through other links of the tree, which are judged themselves.
pub(super) fn leads_outside(path: &[u8], target: &[u8]) -> Option<&'static str> {
    if target.is_empty() || target.contains(&0) {
        return Some("leads nowhere");
    }
    // Other systems separate by the backslash and name drives.
    if target.starts_with(b"/") || target.starts_with(b"\\") || target.get(1) == Some(&b':') {
        return Some("leads to an absolute path");
    }
    let mut depth = path.iter().filter(|byte| **byte == b'/').count();
    let mut went_down = false;
    for part in target.split(|byte| matches!(byte, b'/' | b'\\')) {
        match part {
            b"" | b"." => {}
            b".." if went_down => return Some("goes down and up again"),
            b".." if depth == 0 => return Some("leads out of the repository"),
            b".." => depth -= 1,
            name if is_git_folder(name) => return Some("leads into .git"),
            _ => went_down = true,
        }
    }
    None
}

/// `.git` as some file system may read it.
fn is_git_folder(name: &[u8]) -> bool {
    let lower = name.to_ascii_lowercase();
    // Source: path.c of git, is_ntfs_dotgit: trailing dots and spaces are ignored there.
    let trimmed = lower.trim_ascii_end().strip_suffix(b".").map_or(lower.as_slice(), |rest| rest);
    matches!(trimmed.trim_ascii_end(), b".git" | b"git~1") || lower.starts_with(b".git:")
}

/// Links that a file system without case would take for a folder or file of the same tree.
pub(super) fn shadowed_links<'a>(links: &BTreeSet<&'a [u8]>, paths: &[&'a [u8]]) -> Vec<&'a [u8]> {
    let mut folded: BTreeMap<Vec<u8>, &'a [u8]> = BTreeMap::new();
    for link in links {
        folded.insert(fold(link), link);
    }
    let mut found = BTreeSet::new();
    for path in paths {
        let lower = fold(path);
        // The path itself and each folder above it.
        let ends = lower.iter().enumerate().filter(|(_, byte)| **byte == b'/').map(|(at, _)| at);
        for end in ends.chain([lower.len()]) {
            if let Some(link) = folded.get(&lower[..end])
                && path.get(..link.len()) != Some(*link)
            {
                found.insert(*link);
            }
        }
    }
    found.into_iter().collect()
}

fn fold(path: &[u8]) -> Vec<u8> {
    String::from_utf8_lossy(path).to_lowercase().into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_inside_are_fine() {
        for (path, target) in [
            ("a", "b"),
            ("a", "./b/c"),
            ("d/e/a", "../../b"),
            ("d/a", "../.github/x"),
            ("a", ".gitignore"),
            ("d/a", "."),
        ] {
            assert_eq!(leads_outside(path.as_bytes(), target.as_bytes()), None, "{path} -> {target}");
        }
    }

    #[test]
    fn links_outside_are_found() {
        for (path, target) in [
            ("a", "/etc/passwd"),
            ("a", ".."),
            ("d/a", "../../b"),
            ("a", "d/../../b"),
            ("a", "link/.."),
            ("a", ".git/hooks"),
            ("d/a", "../.GIT/config"),
            ("a", ".git ./hooks"),
            ("a", "GIT~1/hooks"),
            ("a", "\\server\\share"),
            ("a", "c:\\x"),
            ("a", "..\\..\\x"),
            ("a", ""),
        ] {
            assert!(leads_outside(path.as_bytes(), target.as_bytes()).is_some(), "{path} -> {target}");
        }
    }

    #[test]
    fn a_link_with_a_namesake_is_found() {
        let links: BTreeSet<&[u8]> = [b"A".as_slice(), b"x/Link".as_slice(), b"fine".as_slice()].into();
        let paths: [&[u8]; 5] = [b"A", b"a/post-checkout", b"x/Link", b"x/link", b"fine"];
        assert_eq!(shadowed_links(&links, &paths), [b"A".as_slice(), b"x/Link".as_slice()]);
        assert!(shadowed_links(&links, &[b"A", b"x/Link", b"fine", b"B"]).is_empty());
    }
}
