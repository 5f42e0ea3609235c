//! Size, name and header of files.

use std::collections::BTreeMap;

use crate::{require_none, rust_text, tree};

/// Lines that a file may have.
const LINES_MAX: usize = 500;

/// Longer files with their lengths, which may only shrink.
const LONGER: [(&str, usize); 1] = [("proto/autovibe/hub/v1/hub_service.proto", 608)];

/// Names that say nothing about what is inside.
const EMPTY_NAMES: [&str; 7] =
    ["utils.rs", "helpers.rs", "common.rs", "misc.rs", "manager.rs", "imp.rs", "util.rs"];

#[test]
fn files_stay_short_and_long_ones_only_shrink() {
    let longer: BTreeMap<&str, usize> = LONGER.into_iter().collect();
    let mut findings = Vec::new();
    for file in tree::files(&["rs", "proto", "py", "ts"]) {
        let count = file.text.lines().count();
        match longer.get(file.path.as_str()) {
            Some(known) if count > *known => {
                findings.push(format!("{} grew from {known} to {count} lines", file.path));
            }
            Some(_) if count <= LINES_MAX => {
                findings
                    .push(format!("{} is short enough now: take it off the list of longer files", file.path));
            }
            None if count > LINES_MAX => findings.push(format!("{} has {count} lines", file.path)),
            _ => {}
        }
    }
    require_none("cut by meaning; a file has at most 500 lines:", &findings);
}

#[test]
fn every_file_begins_with_what_it_owns() {
    let findings: Vec<String> = tree::rust_files()
        .into_iter()
        .filter(|file| !file.text.starts_with("//! "))
        .map(|file| file.path)
        .collect();
    require_none("a Rust file opens with `//!` and one sentence:", &findings);
}

#[test]
fn mod_files_only_declare() {
    let findings: Vec<String> = tree::rust_files()
        .into_iter()
        .filter(|file| file.name() == "mod.rs")
        .filter(|file| rust_text::identifiers(&rust_text::code_only(&file.text)).any(|word| word == "fn"))
        .map(|file| file.path)
        .collect();
    require_none("mod.rs holds docs, `mod` lines and re-exports, and no `fn`:", &findings);
}

#[test]
fn names_say_what_is_inside() {
    let findings: Vec<String> = tree::rust_files()
        .into_iter()
        .filter(|file| EMPTY_NAMES.contains(&file.name()))
        .map(|file| file.path)
        .collect();
    require_none("name the noun that the file owns:", &findings);
}
