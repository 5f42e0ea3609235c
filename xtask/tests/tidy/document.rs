//! Length and title of the documents.

use crate::{require_none, tree};

/// Documents and the number of lines that a reader is asked to read.
const LENGTHS: [(&str, usize); 4] =
    [("README.md", 80), ("ARCHITECTURE.md", 200), ("CONTRIBUTING.md", 150), ("docs/adr/", 80)];

#[test]
fn documents_stay_short() {
    let files = tree::files(&["md"]);
    let mut findings = Vec::new();
    for (place, most) in LENGTHS {
        let mut is_there = false;
        for file in files
            .iter()
            .filter(|file| file.path == place || (place.ends_with('/') && file.path.starts_with(place)))
        {
            is_there = true;
            let count = file.text.lines().count();
            if count > most {
                findings.push(format!("{} has {count} lines, at most {most} are wanted", file.path));
            }
        }
        assert!(is_there, "{place} is missing");
    }
    require_none("a shorter text is read:", &findings);
}

#[test]
fn every_document_has_one_title() {
    let findings: Vec<String> = tree::files(&["md"])
        .into_iter()
        .filter(|file| {
            let mut in_code = false;
            let mut count = 0;
            for line in file.text.lines() {
                in_code ^= line.trim_start().starts_with("```");
                count += usize::from(!in_code && line.starts_with("# "));
            }
            count != 1
        })
        .map(|file| file.path)
        .collect();
    require_none("a document has exactly one `#` title:", &findings);
}

#[test]
fn links_between_documents_lead_somewhere() {
    let root = tree::root();
    let mut findings = Vec::new();
    for file in tree::files(&["md"]) {
        let folder = root.join(&file.path).parent().unwrap().to_path_buf();
        for part in file.text.split("](").skip(1) {
            let target = part.split([')', '#']).next().unwrap();
            let is_local =
                !target.is_empty() && !target.contains("://") && !target.contains(char::is_whitespace);
            if is_local && !folder.join(target).exists() {
                findings.push(format!("{}: {target}", file.path));
            }
        }
    }
    require_none("these links lead nowhere:", &findings);
}

#[test]
fn paths_that_documents_name_exist() {
    let root = tree::root();
    let mut findings = Vec::new();
    for file in tree::files(&["md"]) {
        for name in file.text.split('`').skip(1).step_by(2) {
            let is_path =
                ["crates/", "proto/", "xtask/", "images/", "docs/"].iter().any(|top| name.starts_with(top));
            let is_pattern =
                name.contains(|letter: char| "<>*{}…".contains(letter) || letter.is_whitespace());
            if is_path && !is_pattern && !root.join(name).exists() {
                findings.push(format!("{}: {name}", file.path));
            }
        }
    }
    require_none("the code has moved, the document has not:", &findings);
}
