//! `autovibe-guest workspace`: what it prints, and that it touches nothing.

use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

use crate::workspace_git::{git, git_output, make_source};

/// A folder as the guest has it, with a repository as the workspace.
struct Place {
    folder: TempDir,
    base: String,
}

impl Place {
    fn new() -> Place {
        let place = Place::bare();
        git(&place.workspace(), &["config", "autovibe.base", &make_source(&place.workspace())]);
        Place { base: git(&place.workspace(), &["rev-parse", "HEAD"]), ..place }
    }

    fn bare() -> Place {
        let folder = tempfile::tempdir().unwrap();
        fs_err::create_dir_all(folder.path().join("home/agent/workspace")).unwrap();
        Place { folder, base: String::new() }
    }

    fn workspace(&self) -> PathBuf {
        self.folder.path().join("home/agent/workspace")
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_autovibe-guest"))
            .arg("workspace")
            .args(arguments)
            .env_clear()
            .env("AUTOVIBE_GUEST_ROOT", self.folder.path())
            .output()
            .unwrap()
    }

    fn text(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    fn status(&self) -> Value {
        serde_json::from_str(&self.text(&["status"])).unwrap()
    }

    fn snapshot(&self) -> String {
        self.status()["snapshot"].as_str().unwrap().to_owned()
    }

    fn write(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.workspace().join(path);
        fs_err::create_dir_all(path.parent().unwrap()).unwrap();
        fs_err::write(path, content).unwrap();
    }

    fn files(&self, commit: &str) -> Vec<String> {
        let listed = git(&self.workspace(), &["ls-tree", "-r", "--format=%(objectmode) %(path)", commit]);
        listed.lines().map(str::to_owned).collect()
    }
}

/// What must not change: HEAD, the index's very bytes, and how the files look to git.
fn state_of(workspace: &Path) -> (Vec<u8>, String, String) {
    let index = fs_err::read(workspace.join(".git/index")).unwrap_or_default();
    // Without it, git would write the index itself.
    let status = git(workspace, &["--no-optional-locks", "status", "--porcelain=v2", "--ignored"]);
    (index, git(workspace, &["symbolic-ref", "HEAD"]), status)
}

#[test]
fn a_clean_workspace_is_its_head() {
    let place = Place::new();
    let status = place.status();
    let expected = serde_json::json!({
        "head": place.base, "branch": "main", "base": place.base, "snapshot": place.base, "changed_count": 0
    });
    assert_eq!(status, expected);
}

#[test]
fn a_snapshot_holds_everything_that_is_not_ignored_and_touches_nothing() {
    let place = Place::new();
    let workspace = place.workspace();
    let binary: Vec<u8> = (0..200_000_u32).flat_map(u32::to_le_bytes).collect();
    place.write("blob.bin", &binary);
    place.write("tool.sh", "#!/bin/sh\n");
    fs_err::set_permissions(workspace.join("tool.sh"), std::fs::Permissions::from_mode(0o755)).unwrap();
    place.write("new folder/ünïcode \"quoted\".txt", "new");
    place.write("debug.log", "ignored");
    place.write("staged.txt", "staged");
    git(&workspace, &["add", "staged.txt"]);
    place.write("staged.txt", "and changed");
    symlink("/etc/passwd", workspace.join("link")).unwrap();
    fs_err::remove_file(workspace.join("read me.txt")).unwrap();
    place.write("src/code.txt", "changed\n");
    // Somebody else is at work, or died.
    place.write(".git/index.lock", "");
    let before = state_of(&workspace);
    let snapshot = place.snapshot();
    assert_eq!(state_of(&workspace), before);
    assert_eq!(
        place.files(&snapshot),
        [
            "100644 .gitignore",
            "100644 blob.bin",
            "120000 link",
            "100644 \"new folder/\\303\\274n\\303\\257code \\\"quoted\\\".txt\"",
            "100644 src/code.txt",
            "100644 staged.txt",
            "100755 tool.sh",
        ]
    );
    assert_eq!(git(&workspace, &["show", &format!("{snapshot}:staged.txt")]), "and changed");
    let kept = git_output(&workspace, &["cat-file", "blob", &format!("{snapshot}:blob.bin")]);
    assert_eq!(kept.stdout, binary);
    assert_eq!(git(&workspace, &["rev-parse", &format!("{snapshot}^")]), place.base);
    assert_eq!(place.snapshot(), snapshot, "the same state is the same commit");
    assert_eq!(place.status()["changed_count"], 7);
    let left = fs_err::read_dir(workspace.join(".git")).unwrap().flatten();
    assert!(left.into_iter().all(|entry| !entry.file_name().to_string_lossy().starts_with("autovibe-index")));
}

#[test]
fn programs_that_the_repository_names_are_not_run() {
    let place = Place::new();
    let workspace = place.workspace();
    let trap = format!("touch {}", place.folder.path().join("sprung").display());
    for name in ["pre-commit", "reference-transaction", "post-index-change", "post-checkout"] {
        let hook = workspace.join(".git/hooks").join(name);
        fs_err::create_dir_all(hook.parent().unwrap()).unwrap();
        fs_err::write(&hook, format!("#!/bin/sh\n{trap}\n")).unwrap();
        fs_err::set_permissions(&hook, std::fs::Permissions::from_mode(0o755)).unwrap();
    }
    git(&workspace, &["config", "core.fsmonitor", &trap]);
    git(&workspace, &["config", "diff.external", &trap]);
    git(&workspace, &["config", "core.pager", &trap]);
    place.write("new.txt", "new");
    place.snapshot();
    place.text(&["diff", "--color"]);
    assert!(place.run(&["bundle"]).status.success());
    assert!(!place.folder.path().join("sprung").exists());
}

#[test]
fn a_change_right_after_the_index_was_written_is_seen() {
    let place = Place::new();
    for round in 0..5 {
        // The same length in the same moment: only the index's own time tells that it must be looked at.
        place.write("src/code.txt", format!("cod{round}\n"));
        git(&place.workspace(), &["add", "src/code.txt"]);
        place.write("src/code.txt", format!("CO{round}!\n"));
        let snapshot = place.snapshot();
        let kept = git(&place.workspace(), &["show", &format!("{snapshot}:src/code.txt")]);
        assert_eq!(kept, format!("CO{round}!"));
    }
}

#[test]
fn a_repository_inside_does_not_keep_the_rest_out() {
    let place = Place::new();
    fs_err::create_dir_all(place.workspace().join("inner")).unwrap();
    git(&place.workspace().join("inner"), &["init", "--quiet"]);
    place.write("inner/x.txt", "x");
    place.write("outer.txt", "outer");
    place.write("src/code.txt", "changed\n");
    let snapshot = place.snapshot();
    let files = place.files(&snapshot);
    assert!(files.contains(&"100644 outer.txt".to_owned()), "{files:?}");
    assert_eq!(git(&place.workspace(), &["show", &format!("{snapshot}:src/code.txt")]), "changed");
}

#[test]
fn a_repository_without_commits_has_a_snapshot_once_it_has_files() {
    let place = Place::bare();
    git(&place.workspace(), &["init", "--quiet", "--initial-branch=main"]);
    let status = place.status();
    assert_eq!(
        (&status["head"], &status["snapshot"], &status["branch"]),
        (&"".into(), &"".into(), &"main".into())
    );
    assert_eq!(place.run(&["bundle"]).status.code(), Some(3));
    assert_eq!(place.text(&["diff"]), "");
    place.write("first.txt", "first\n");
    let snapshot = place.snapshot();
    assert_eq!(git(&place.workspace(), &["rev-list", "--count", &snapshot]), "1");
    assert_eq!(place.status()["changed_count"], 1);
    assert!(place.text(&["diff"]).contains("+first"));
    assert!(place.run(&["bundle"]).status.success(), "without a base the whole history goes along");
}

#[test]
fn a_bundle_holds_what_is_new_and_nothing_when_nothing_is() {
    let place = Place::new();
    let nothing = place.run(&["bundle"]);
    assert_eq!((nothing.status.code(), nothing.stdout.len()), (Some(3), 0));
    let source = tempfile::tempdir().unwrap();
    git(source.path(), &["clone", "--quiet", "--bare", &place.workspace().display().to_string(), "."]);
    place.write("src/code.txt", "committed\n");
    git(&place.workspace(), &["commit", "--quiet", "--all", "-m", "third"]);
    place.write("open.txt", "not committed\n");
    let snapshot = place.snapshot();
    for since in [None, Some(place.base.as_str())] {
        let arguments: Vec<&str> =
            ["bundle"].into_iter().chain(since.map(|_| "--since")).chain(since).collect();
        let output = place.run(&arguments);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let file = source.path().join("got.bundle");
        fs_err::write(&file, output.stdout).unwrap();
        let heads = git(source.path(), &["bundle", "list-heads", "got.bundle"]);
        assert_eq!(heads, format!("{snapshot} refs/autovibe/outgoing"));
        git(source.path(), &["fetch", "--quiet", "got.bundle", "+refs/autovibe/outgoing:refs/heads/got"]);
        assert_eq!(git(source.path(), &["rev-list", "--count", &format!("{}..got", place.base)]), "2");
    }
    assert_eq!(place.run(&["bundle", "--since", &snapshot]).status.code(), Some(3));
    let unknown = place.run(&["bundle", "--since", &"1".repeat(40)]);
    assert_eq!((unknown.status.code(), unknown.stdout.len()), (Some(1), 0));
}

#[test]
fn a_diff_is_between_any_two_commits_and_begins_with_the_base() {
    let place = Place::new();
    place.write("src/code.txt", "changed\n");
    git(&place.workspace(), &["commit", "--quiet", "--all", "-m", "third"]);
    let third = git(&place.workspace(), &["rev-parse", "HEAD"]);
    place.write("open.txt", "open\n");
    let whole = place.text(&["diff"]);
    assert!(whole.contains("+changed") && whole.contains("+open"), "{whole}");
    assert!(!whole.contains('\u{1b}'));
    assert!(place.text(&["diff", "--color"]).contains('\u{1b}'));
    assert!(!place.text(&["diff", "--from", &third]).contains("+changed"));
    assert!(!place.text(&["diff", "--to", &third]).contains("+open"));
    assert!(place.text(&["diff", "--stat"]).contains("2 files changed"));
    for bad in
        [&["diff", "--from", "HEAD"][..], &["diff", "--output=x"], &["diff", "--to"], &["surprise"], &[]]
    {
        assert_eq!(place.run(bad).status.code(), Some(2), "{bad:?}");
    }
}

#[test]
fn without_a_repository_it_says_so() {
    let place = Place::bare();
    for verb in ["status", "bundle", "diff"] {
        let output = place.run(&[verb]);
        assert_eq!((output.status.code(), output.stdout.len()), (Some(4), 0), "{verb}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("no git repository"));
    }
}
