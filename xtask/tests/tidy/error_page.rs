//! Every reason of an error has a page that says its cause and its remedy.

use std::collections::{BTreeMap, BTreeSet};

use crate::reason::reasons;
use crate::rust_text::without_tests;
use crate::{require_none, tree};

const FOLDER: &str = "docs/errors";

fn pages() -> BTreeMap<String, String> {
    tree::files(&["md"])
        .into_iter()
        .filter_map(|file| {
            let name = file.path.strip_prefix(FOLDER)?.strip_prefix('/')?.strip_suffix(".md")?.to_owned();
            (name != "README").then_some((name, file.text))
        })
        .collect()
}

#[test]
fn reasons_and_pages_match() {
    let files: Vec<_> = tree::rust_files()
        .into_iter()
        .filter(|file| {
            file.path.starts_with("crates/") && !file.is_test() && !file.path.contains("/contract/")
        })
        .collect();
    let mut used = BTreeMap::new();
    for file in &files {
        for reason in reasons(&file.text) {
            used.entry(reason).or_insert_with(|| file.path.clone());
        }
    }
    assert!(used.len() > 50, "only {} reasons were found", used.len());
    let pages = pages();
    let mut findings: Vec<String> = used
        .iter()
        .filter(|(reason, _)| !pages.contains_key(*reason))
        .map(|(reason, path)| format!("{FOLDER}/{reason}.md is missing ({path})"))
        .collect();
    let named: BTreeSet<&String> = pages
        .keys()
        .filter(|page| files.iter().any(|file| without_tests(&file.text).contains(&format!("\"{page}\""))))
        .collect();
    findings.extend(
        pages
            .keys()
            .filter(|page| !named.contains(page))
            .map(|page| format!("{FOLDER}/{page}.md: nothing says it")),
    );
    require_none("each reason has a page, each page a reason:", &findings);
}

#[test]
fn pages_say_cause_and_remedy() {
    let findings: Vec<String> = pages()
        .into_iter()
        .filter(|(name, text)| {
            let parts = [format!("# {name}\n"), "\n## Cause\n".to_owned(), "\n## Remedy\n".to_owned()];
            !text.starts_with(&parts[0]) || parts[1..].iter().any(|part| !text.contains(part))
        })
        .map(|(name, _)| name)
        .collect();
    require_none("a page has its reason as title, a cause and a remedy:", &findings);
}
