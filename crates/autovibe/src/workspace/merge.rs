//! Whether delivered work merges cleanly, tried without touching anything, and said in words.

use super::error::WorkspaceError;
use super::outgoing::Outgoing;
use super::repository::{Repository, is_ancestor};
use super::terminal_text::one_line;

/// What a merge would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MergeOutlook {
    /// The branch can simply go on.
    FastForward,
    /// The branch has all of it.
    Merged,
    /// Both sides have moved, and their changes fit together.
    Clean,
    /// A person has to decide; one sentence for each file.
    Conflicts(Vec<String>),
    /// The histories have no common commit.
    Unrelated,
    /// This git cannot tell.
    Unknown(String),
}

/// Tries the merge of the work into a branch, or into HEAD when the branch is not there.
///
/// Gives the name of what it was tried with, and the outlook.
///
/// # Errors
/// When git fails.
pub async fn merge_outlook(
    repository: &Repository,
    outgoing: &Outgoing,
    branch: &str,
) -> Result<Option<(String, MergeOutlook)>, WorkspaceError> {
    let named = match branch {
        "" => None,
        branch => {
            repository.resolve(&format!("refs/heads/{branch}")).await?.map(|at| (branch.to_owned(), at))
        }
    };
    let (name, target) = match named {
        Some(found) => found,
        None => match (repository.current_branch().await?, repository.resolve("HEAD").await?) {
            (name, Some(at)) => (name.unwrap_or_else(|| "HEAD".to_owned()), at),
            _ => return Ok(None),
        },
    };
    let outlook = outlook(outgoing, &target).await?;
    Ok(Some((name, outlook)))
}

async fn outlook(outgoing: &Outgoing, target: &str) -> Result<MergeOutlook, WorkspaceError> {
    // In the repository of ours: what a merge writes stays there.
    let git = &outgoing.git;
    let tip = outgoing.tip.as_str();
    if is_ancestor(git, target, tip).await? {
        return Ok(MergeOutlook::FastForward);
    }
    if is_ancestor(git, tip, target).await? {
        return Ok(MergeOutlook::Merged);
    }
    let answer = git
        .call("try the merge", ["merge-tree", "--write-tree", "--name-only", "-z", "--messages", target, tip])
        .accept(&[0, 1, 128, 129])
        .run()
        .await?;
    Ok(match answer.code {
        0 => MergeOutlook::Clean,
        1 => MergeOutlook::Conflicts(conflicts(&answer.out)),
        _ if answer.words.contains("unrelated histories") => MergeOutlook::Unrelated,
        _ => MergeOutlook::Unknown("git 2.38 or newer can try a merge beforehand".to_owned()),
    })
}

/// Reads the answer of a merge with conflicts: a tree, the files, and messages with their kinds.
///
/// Source: git-merge-tree(1), "OUTPUT".
fn conflicts(out: &[u8]) -> Vec<String> {
    let mut records = out.split(|byte| *byte == 0).map(|record| String::from_utf8_lossy(record).into_owned());
    let mut files = Vec::new();
    records.next();
    for file in records.by_ref() {
        if file.is_empty() {
            break;
        }
        files.push(file);
    }
    let mut sentences: Vec<String> = Vec::new();
    let mut named: Vec<String> = Vec::new();
    while let Some(count) = records.next().and_then(|text| text.trim().parse::<usize>().ok()) {
        let paths: Vec<String> = records.by_ref().take(count).collect();
        let kind = records.next().unwrap_or_default();
        let text = records.next().unwrap_or_default();
        if kind.starts_with("CONFLICT") {
            sentences.push(sentence(&kind, &paths, &text));
            named.extend(paths);
        }
    }
    // Each file is named, also when no message tells about it.
    for file in files {
        if !named.contains(&file) {
            sentences.push(format!("{} does not fit together", one_line(&file)));
        }
    }
    sentences.sort();
    sentences.dedup();
    sentences
}

/// Source: merge-ort.c, `type_short_descriptions`.
fn sentence(kind: &str, paths: &[String], text: &str) -> String {
    let path = one_line(paths.first().map_or("a file", String::as_str));
    match kind {
        "CONFLICT (contents)" => format!("{path} was changed on both sides in the same place"),
        "CONFLICT (binary)" => format!("{path} is binary and was changed on both sides"),
        "CONFLICT (modify/delete)" => format!("{path} was deleted on one side and changed on the other"),
        "CONFLICT (file/directory)" => format!("{path} is a file on one side and a folder on the other"),
        "CONFLICT (distinct modes)" | "CONFLICT (distinct types)" => {
            format!("{path} is of another type on each side")
        }
        "CONFLICT (rename/delete)" => format!("{path} was renamed on one side and deleted on the other"),
        "CONFLICT (rename/rename)" => format!("{path} was renamed differently on each side"),
        _ => one_line(text.trim().strip_prefix("CONFLICT ").unwrap_or(text)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conflicts_become_sentences() {
        let out = b"4b825dc642cb6eb9a060e54bf8d69288fbee4904\0a.txt\0b\0c\0\0\
            1\0a.txt\0Auto-merging\0Auto-merging a.txt\n\0\
            1\0a.txt\0CONFLICT (contents)\0CONFLICT (content): Merge conflict in a.txt\n\0\
            1\0b\0CONFLICT (modify/delete)\0CONFLICT (modify/delete): b deleted in x\n\0";
        assert_eq!(
            conflicts(out),
            [
                "a.txt was changed on both sides in the same place",
                "b was deleted on one side and changed on the other",
                "c does not fit together"
            ]
        );
    }
}
