//! The files of the workspace that people write.

use std::path::{Path, PathBuf};

/// Folders that hold nothing that people wrote.
const SKIPPED: [&str; 5] = ["target", "node_modules", ".git", "generated", "third_party"];

/// The folder that holds the workspace's `Cargo.toml`.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf()
}

/// One file.
#[derive(Debug)]
pub(crate) struct SourceFile {
    /// Path below the workspace root, with `/` between its parts.
    pub(crate) path: String,
    /// Content.
    pub(crate) text: String,
}

impl SourceFile {
    /// Name without folders.
    pub(crate) fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap()
    }

    /// It holds only tests.
    pub(crate) fn is_test(&self) -> bool {
        self.name() == "tests.rs" || self.path.split('/').any(|part| part == "tests")
    }
}

/// All files with one of these endings, in the order of their paths; files that are not text are left out.
pub(crate) fn files(endings: &[&str]) -> Vec<SourceFile> {
    let mut files = Vec::new();
    collect(&root(), "", endings, &mut files);
    files.sort_by(|left, right| left.path.cmp(&right.path));
    assert!(!files.is_empty(), "no file with an ending of {endings:?}");
    files
}

/// All Rust files.
pub(crate) fn rust_files() -> Vec<SourceFile> {
    files(&["rs"])
}

fn collect(folder: &Path, prefix: &str, endings: &[&str], files: &mut Vec<SourceFile>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = if prefix.is_empty() { name.clone() } else { format!("{prefix}/{name}") };
        if entry.file_type().unwrap().is_dir() {
            if !SKIPPED.contains(&name.as_str()) {
                collect(&entry.path(), &path, endings, files);
            }
        } else if endings.iter().any(|ending| name.ends_with(&format!(".{ending}"))) {
            // A file may go away while others work; what is not text is no source.
            if let Ok(text) = std::fs::read_to_string(entry.path()) {
                files.push(SourceFile { path, text });
            }
        }
    }
}
