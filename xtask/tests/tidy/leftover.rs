//! What must not stay in the code: marks of unfinished work, and paths of one person's computer.

use crate::tree::SourceFile;
use crate::{require_none, rust_text, tree};

/// Words that the compiler would let through.
const UNFINISHED: [&str; 5] = ["todo!", "unimplemented!", "dbg!", "#[ignore", "#[should_panic"];

/// Folders of people's computers; the one in a Machine is ours.
const PRIVATE_FOLDERS: [&str; 5] = ["/work/", "/root/", "/Users/", "/home/", "C:\\Users"];
const GUEST_HOME: &str = "/home/agent";

/// These rules name what they look for.
const EXEMPT: &str = "xtask/tests/tidy/";

fn private_paths(file: &SourceFile) -> Vec<String> {
    let mut findings = Vec::new();
    for (index, line) in file.text.lines().enumerate() {
        let public = line.replace(GUEST_HOME, "");
        let is_private = PRIVATE_FOLDERS.iter().any(|folder| {
            public.match_indices(folder).any(|(at, _)| {
                // `…/src/work/…` is a path below something else.
                !public[..at]
                    .ends_with(|letter: char| letter.is_ascii_alphanumeric() || "/._-~}$\\".contains(letter))
            })
        });
        if is_private {
            findings.push(format!("{}:{}: {}", file.path, index + 1, line.trim()));
        }
    }
    findings
}

#[test]
fn nothing_unfinished_is_left() {
    let mut findings = Vec::new();
    for file in tree::rust_files().iter().filter(|file| !file.path.starts_with(EXEMPT)) {
        let code = rust_text::code_only(&file.text);
        findings.extend(
            UNFINISHED
                .iter()
                .filter(|mark| code.contains(**mark))
                .map(|mark| format!("{}: {mark}", file.path)),
        );
        // An issue number makes a plan of a wish.
        findings.extend(
            file.text
                .lines()
                .filter(|line| line.contains("// TODO") && !line.contains("TODO(#"))
                .map(|line| format!("{}: {}", file.path, line.trim())),
        );
    }
    require_none("finish it, or open an issue and write `// TODO(#7): …`:", &findings);
}

#[test]
fn no_path_of_somebodys_computer_is_left() {
    let findings: Vec<String> = tree::files(&["rs", "proto", "toml", "md", "json", "yaml", "sh", "service"])
        .iter()
        .filter(|file| !file.path.starts_with(EXEMPT))
        .flat_map(private_paths)
        .collect();
    require_none("paths are relative, or those inside a Machine:", &findings);
}

#[test]
fn a_private_path_is_seen_and_the_guests_is_not() {
    let file = |text: &str| SourceFile { path: "a.rs".to_owned(), text: text.to_owned() };
    assert_eq!(private_paths(&file("let a = \"/home/me/x\";")).len(), 1);
    assert!(private_paths(&file("let a = \"/home/agent/workspace\"; // src/work/b")).is_empty());
}
