//! Git of the host, with nothing of its user, to make and look at repositories.

use std::path::Path;
use std::process::{Command, Output};

/// Runs git and returns what it printed; it must succeed.
pub fn git(folder: &Path, arguments: &[&str]) -> String {
    let output = git_output(folder, arguments);
    assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).trim_end().to_owned()
}

pub fn git_output(folder: &Path, arguments: &[&str]) -> Output {
    Command::new("git")
        .args(["-c", "protocol.file.allow=always"])
        .args(arguments)
        .current_dir(folder)
        .env("HOME", folder)
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_AUTHOR_NAME", "a")
        .env("GIT_AUTHOR_EMAIL", "a@example.org")
        .env("GIT_COMMITTER_NAME", "a")
        .env("GIT_COMMITTER_EMAIL", "a@example.org")
        .output()
        .unwrap()
}

/// A repository with two commits and a tag; returns the newest commit.
pub fn make_source(folder: &Path) -> String {
    git(folder, &["init", "--quiet", "--initial-branch=main"]);
    fs_err::write(folder.join("read me.txt"), "first\n").unwrap();
    fs_err::write(folder.join(".gitignore"), "*.log\n").unwrap();
    git(folder, &["add", "."]);
    git(folder, &["commit", "--quiet", "-m", "first"]);
    git(folder, &["tag", "v1"]);
    fs_err::create_dir_all(folder.join("src")).unwrap();
    fs_err::write(folder.join("src/code.txt"), "code\n").unwrap();
    git(folder, &["add", "."]);
    git(folder, &["commit", "--quiet", "-m", "second"]);
    git(folder, &["rev-parse", "HEAD"])
}

/// The repository as a bundle.
pub fn bundle_of(folder: &Path) -> Vec<u8> {
    let output = git_output(folder, &["bundle", "create", "--quiet", "-", "main", "v1"]);
    assert!(output.status.success());
    output.stdout
}
