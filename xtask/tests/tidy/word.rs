//! One word per thing: the unambiguous words that the glossary rules out.

use crate::tree::SourceFile;
use crate::{require_none, rust_text, tree};

/// Words that are not used for anything of ours, with the word that is.
const BANNED: [(&str, &str); 7] = [
    ("instance", "Machine"),
    ("sandbox", "Machine"),
    ("flavor", "Template"),
    ("flavour", "Template"),
    ("tenant", "Project"),
    ("orchestrator", "Hub"),
    ("inbox", "Mailbox"),
];

/// Drivers speak the language of their hypervisor.
const EXEMPT: [&str; 2] = ["crates/autovibe-drivers/", "xtask/tests/tidy/"];

fn banned_in(file: &SourceFile) -> Vec<String> {
    // An attribute speaks the language of the crate that reads it, as `tokio::test(flavor = …)`.
    let code: String = rust_text::code_only(&file.text)
        .lines()
        .filter(|line| !line.trim_start().starts_with("#["))
        .flat_map(|line| [line, "\n"])
        .collect();
    let mut findings: Vec<String> = rust_text::identifiers(&code)
        .filter_map(|identifier| {
            let words = rust_text::words(identifier);
            let (word, instead) = BANNED.iter().find(|(word, _)| words.iter().any(|found| found == word))?;
            Some(format!("{}: {identifier} (say {instead} instead of {word})", file.path))
        })
        .collect();
    findings.sort();
    findings.dedup();
    findings
}

#[test]
fn identifiers_use_the_words_of_the_glossary() {
    let findings: Vec<String> = tree::files(&["rs", "proto"])
        .iter()
        .filter(|file| !EXEMPT.iter().any(|prefix| file.path.starts_with(prefix)))
        .flat_map(banned_in)
        .collect();
    require_none("GLOSSARY.md has another word for it:", &findings);
}

#[test]
fn a_banned_word_is_found_in_either_form_of_a_name() {
    let file = |text: &str| SourceFile { path: "a.rs".to_owned(), text: text.to_owned() };
    assert_eq!(banned_in(&file("struct VmInstance;")).len(), 1);
    assert_eq!(banned_in(&file("let sandbox_id = 1;")).len(), 1);
    assert!(banned_in(&file("let now = Instant::now(); // an instance")).is_empty());
}
