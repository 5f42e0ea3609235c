//! House rules as tests: what a review would otherwise have to say again.

#![expect(clippy::unwrap_used, reason = "a rule that cannot read what it is about has failed")]

mod crate_edge;
mod document;
mod driver;
mod error_page;
mod file;
mod leftover;
mod lint;
mod reason;
mod requirement;
mod rust_text;
mod tree;
mod word;

/// Fails with all findings at once.
fn require_none(rule: &str, findings: &[String]) {
    assert!(findings.is_empty(), "{rule}\n  {}\n", findings.join("\n  "));
}
