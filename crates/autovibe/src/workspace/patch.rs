//! What a patch changes: files, added and removed lines, counted without applying it.

/// One file of a patch.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PatchedFile {
    /// Its path after the change, or before it when it is gone.
    pub path: String,
    /// Its former path when it was renamed or copied.
    pub former_path: Option<String>,
    /// Added lines.
    pub added_count: u64,
    /// Removed lines.
    pub removed_count: u64,
    /// Its content is not shown line by line.
    pub binary: bool,
}

/// The files of a patch.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PatchSummary {
    /// The files in their order.
    pub files: Vec<PatchedFile>,
}

impl PatchSummary {
    /// Added lines of all files.
    #[must_use]
    pub fn added_count(&self) -> u64 {
        self.files.iter().map(|file| file.added_count).sum()
    }

    /// Removed lines of all files.
    #[must_use]
    pub fn removed_count(&self) -> u64 {
        self.files.iter().map(|file| file.removed_count).sum()
    }
}

/// Reads a patch of git without colours.
///
/// Source: git-diff(1), "GENERATING PATCH TEXT WITH -P".
#[must_use]
pub fn summarise(patch: &[u8]) -> PatchSummary {
    let mut summary = PatchSummary::default();
    // Lines that a hunk still has on each side; within it a line is content, whatever it looks like.
    let mut left = (0_u64, 0_u64);
    for line in patch.split(|byte| *byte == b'\n') {
        if left != (0, 0) {
            let Some(file) = summary.files.last_mut() else { continue };
            match line.first() {
                Some(b'+') => {
                    file.added_count += 1;
                    left.1 = left.1.saturating_sub(1);
                }
                Some(b'-') => {
                    file.removed_count += 1;
                    left.0 = left.0.saturating_sub(1);
                }
                Some(b'\\') => {}
                _ => left = (left.0.saturating_sub(1), left.1.saturating_sub(1)),
            }
            continue;
        }
        let text = String::from_utf8_lossy(line);
        if let Some(names) = text.strip_prefix("diff --git ") {
            summary.files.push(PatchedFile { path: path_of_header(names), ..PatchedFile::default() });
            continue;
        }
        let Some(file) = summary.files.last_mut() else { continue };
        if let Some(hunk) = text.strip_prefix("@@ -") {
            left = hunk_lengths(hunk);
        } else if let Some(name) = text.strip_prefix("+++ ") {
            take_name(&mut file.path, name, "b/");
        } else if let Some(name) = text.strip_prefix("--- ") {
            take_name(&mut file.path, name, "a/");
        } else if let Some(name) = text.strip_prefix("rename to ").or_else(|| text.strip_prefix("copy to ")) {
            file.path = unquote(name);
        } else if let Some(name) =
            text.strip_prefix("rename from ").or_else(|| text.strip_prefix("copy from "))
        {
            file.former_path = Some(unquote(name));
        } else if text.starts_with("Binary files ") || text == "GIT binary patch" {
            file.binary = true;
        }
    }
    summary
}

/// The later name wins: `+++` follows `---`, and "/dev/null" is no name.
fn take_name(path: &mut String, text: &str, prefix: &str) {
    let name = unquote(text.trim_end_matches('\t'));
    if let Some(name) = name.strip_prefix(prefix) {
        *path = name.to_owned();
    }
}

/// `a/NAME b/NAME`: the same name twice, when nothing below tells another one.
fn path_of_header(names: &str) -> String {
    if let Some(quoted) = names.strip_prefix('"') {
        let end = quoted.find("\" ").map_or(names.len(), |at| at + 2);
        let name = unquote(&names[..end]);
        return name.strip_prefix("a/").unwrap_or(&name).to_owned();
    }
    let half = names.len().saturating_sub(1) / 2;
    let name = names.get(..half).unwrap_or(names);
    name.strip_prefix("a/").unwrap_or(name).to_owned()
}

/// `10,7 +10,9 @@`: a missing length is 1.
fn hunk_lengths(text: &str) -> (u64, u64) {
    let length = |range: &str| match range.split_once(',') {
        Some((_, count)) => count.parse().unwrap_or(0),
        None => 1,
    };
    let mut words = text.split(' ');
    let before = words.next().map_or(0, length);
    let after = words.next().and_then(|word| word.strip_prefix('+')).map_or(0, length);
    (before, after)
}

/// Takes git's quotes off a name: C escapes and octal bytes.
fn unquote(text: &str) -> String {
    let Some(inner) = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) else {
        return text.to_owned();
    };
    let mut bytes = Vec::with_capacity(inner.len());
    let mut rest = inner.bytes().peekable();
    while let Some(byte) = rest.next() {
        if byte != b'\\' {
            bytes.push(byte);
            continue;
        }
        match rest.next() {
            Some(b'n') => bytes.push(b'\n'),
            Some(b't') => bytes.push(b'\t'),
            Some(b'r') => bytes.push(b'\r'),
            Some(digit @ b'0'..=b'7') => {
                let mut value = u32::from(digit - b'0');
                for _ in 0..2 {
                    let Some(next) = rest.next_if(|next| matches!(next, b'0'..=b'7')) else { break };
                    value = value * 8 + u32::from(next - b'0');
                }
                bytes.push(u8::try_from(value & 0xff).unwrap_or(b'?'));
            }
            Some(other) => bytes.push(other),
            None => {}
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, added_count: u64, removed_count: u64) -> PatchedFile {
        PatchedFile { path: path.to_owned(), added_count, removed_count, ..PatchedFile::default() }
    }

    #[test]
    fn files_and_lines_are_counted() {
        let patch = b"diff --git a/x y b/x y\nindex 1..2 100644\n--- a/x y\t\n+++ b/x y\t\n@@ -1,2 +1,3 @@ fn\n a\n--- a/looks like a head\n+++ b/so does this\n+b\n\
            diff --git a/gone b/gone\ndeleted file mode 100644\n--- a/gone\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\n\\ No newline at end of file\n\
            diff --git a/empty b/empty\nnew file mode 100644\nindex 0..e\n";
        assert_eq!(summarise(patch).files, [file("x y", 2, 1), file("gone", 0, 1), file("empty", 0, 0)]);
    }

    #[test]
    fn renames_binaries_and_quotes_are_understood() {
        let patch = b"diff --git a/old b/new\nsimilarity index 100%\nrename from old\nrename to new\n\
            diff --git a/p.png b/p.png\nindex 1..2 100644\nGIT binary patch\nliteral 3\nKcmX\n\nliteral 0\nH\n\n\
            diff --git \"a/gr\\303\\266\\\"n\" \"b/gr\\303\\266\\\"n\"\nold mode 100644\nnew mode 100755\n";
        let files = summarise(patch).files;
        assert_eq!(files[0].former_path.as_deref(), Some("old"));
        assert_eq!(files[0].path, "new");
        assert!(files[1].binary && files[1].path == "p.png", "{files:?}");
        assert_eq!(files[2].path, "grö\"n");
        assert_eq!(files.len(), 3);
    }

    #[test]
    fn nonsense_is_survived() {
        for text in [
            "",
            "@@ -1,9 +1,9 @@\n+x",
            "diff --git \"\n",
            "diff --git \n@@ -,x +y @@\n-",
            "diff --git ö\n+++ \"\\",
        ] {
            assert!(summarise(text.as_bytes()).files.len() <= 1);
        }
    }
}
