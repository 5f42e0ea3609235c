//! What a Machine might send to do harm.

use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use super::world::{Machine, World, write};
use crate::workspace::{
    BranchOptions, OutgoingOptions, PackOptions, ReceiveLimits, Repository, WorkspaceError, update_branch,
};

async fn scene(world: &World) -> (PathBuf, Machine<'_>) {
    let home = world.repository("home");
    let packed = world.pack(&home, &PackOptions::default()).await.unwrap();
    let machine = world.machine(&packed);
    (home, machine)
}

/// A commit of a tree that git itself would not make.
fn crafted(world: &World, machine: &Machine<'_>, entries: &[(&str, &[u8], &str)]) -> String {
    let blob = world.git_with_input(&machine.folder, &["hash-object", "-w", "--stdin"], b"evil\n");
    let mut tree = Vec::new();
    for (mode, name, object) in entries {
        let object = if object.is_empty() { blob.as_str() } else { object };
        tree.extend_from_slice(mode.as_bytes());
        tree.push(b' ');
        tree.extend_from_slice(name);
        tree.push(0);
        tree.extend(hex::decode(object).unwrap());
    }
    let tree = world.git_with_input(
        &machine.folder,
        &["hash-object", "-t", "tree", "-w", "--literally", "--stdin"],
        &tree,
    );
    world.git(&machine.folder, &["commit-tree", &tree, "-p", "HEAD", "-m", "x"])
}

/// The work is refused, and the user's repository has nothing of it.
async fn refused(world: &World, machine: &Machine<'_>, home: &Path, tip: &str, reason: &str) -> String {
    let before = (world.state(home), world.git(home, &["count-objects", "-v"]));
    let error = machine.open(home, tip).await.unwrap_err();
    assert_eq!(error.reason(), reason, "{error}");
    assert_eq!((world.state(home), world.git(home, &["count-objects", "-v"])), before);
    error.to_string()
}

#[tokio::test]
async fn trees_that_would_write_into_git_are_refused() {
    let world = World::new();
    let (home, machine) = scene(&world).await;
    let names: [&[u8]; 8] = [b".git", b".GIT", b"..", b".", b"a/b", b"git~1", b".g\xe2\x80\x8cit", b".git "];
    for name in names {
        let tip = crafted(&world, &machine, &[("100644", name, "")]);
        refused(&world, &machine, &home, &tip, "WORK_REFUSED").await;
    }
    let twice = crafted(&world, &machine, &[("100644", b"a", ""), ("100644", b"a", "")]);
    refused(&world, &machine, &home, &twice, "WORK_REFUSED").await;
    // A folder below which the harm lies.
    let inner = crafted(&world, &machine, &[("100644", b".git", "")]);
    let inner = world.git(&machine.folder, &["rev-parse", &format!("{inner}^{{tree}}")]);
    let outer = crafted(&world, &machine, &[("40000", b"deep", &inner)]);
    refused(&world, &machine, &home, &outer, "WORK_REFUSED").await;
    // Repaired by a later commit, it is still in the history.
    let tree = world.git(&machine.folder, &["rev-parse", "HEAD^{tree}"]);
    let hidden = world.git(&machine.folder, &["commit-tree", &tree, "-p", &outer, "-m", "clean"]);
    refused(&world, &machine, &home, &hidden, "WORK_REFUSED").await;
}

#[tokio::test]
async fn a_submodule_that_is_an_option_is_refused() {
    let world = World::new();
    let (home, machine) = scene(&world).await;
    write(
        &machine.folder,
        ".gitmodules",
        "[submodule \"x\"]\n\tpath = x\n\turl = --upload-pack=touch evil\n",
    );
    let tip = machine.commit("module");
    refused(&world, &machine, &home, &tip, "WORK_REFUSED").await;
}

#[tokio::test]
async fn links_out_of_the_repository_need_a_word() {
    let world = World::new();
    let (home, machine) = scene(&world).await;
    symlink("readme", machine.folder.join("fine")).unwrap();
    let fine = machine.commit("fine");
    assert!(machine.open(&home, &fine).await.unwrap().is_some());
    for (name, target) in [
        ("a", "/etc/passwd"),
        ("b", "../../x"),
        ("c", ".git/config"),
        ("sub/d", "../../x"),
        ("e", "x/../../y"),
    ] {
        let path = machine.folder.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        symlink(target, &path).unwrap();
        let tip = machine.commit("link");
        let text = refused(&world, &machine, &home, &tip, "LINK_OUTSIDE").await;
        assert!(text.contains(name) && text.contains("--allow-symlinks"), "{text}");
        // In the history it is as bad as at its end.
        std::fs::remove_file(&path).unwrap();
        let tip = machine.commit("no link");
        refused(&world, &machine, &home, &tip, "LINK_OUTSIDE").await;
        let limits = ReceiveLimits { allows_links: true, ..ReceiveLimits::default() };
        let options = OutgoingOptions { limits, ..OutgoingOptions::default() };
        assert!(machine.open_with(&home, &tip, options).await.unwrap().is_some());
        world.git(&machine.folder, &["reset", "--quiet", "--hard", &fine]);
    }
    // Where case does not count, the second would be written through the first.
    symlink("readme", machine.folder.join("Hooks")).unwrap();
    write(&machine.folder, "hooks/post", "x");
    let tip = machine.commit("case");
    let text = refused(&world, &machine, &home, &tip, "LINK_OUTSIDE").await;
    assert!(text.contains("only in case"), "{text}");
}

#[tokio::test]
async fn links_that_the_user_had_are_the_users_business() {
    let world = World::new();
    let home = world.repository("home");
    symlink("/etc/hostname", home.join("mine")).unwrap();
    world.commit(&home, "mine");
    let machine = world.machine(&world.pack(&home, &PackOptions::default()).await.unwrap());
    world.git(&machine.folder, &["checkout", "--quiet", "-b", "side"]);
    machine.commit("side");
    world.git(&machine.folder, &["checkout", "--quiet", "autovibe/worker"]);
    machine.commit("work");
    world.git(&machine.folder, &["merge", "--quiet", "--no-ff", "-m", "merged", "side"]);
    let tip = machine.head();
    assert!(machine.open(&home, &tip).await.unwrap().is_some());
}

#[tokio::test]
async fn damaged_and_incomplete_bundles_are_refused() {
    let world = World::new();
    let (home, machine) = scene(&world).await;
    write(&machine.folder, "new", "x".repeat(10_000));
    let tip = machine.commit("work");
    let path = machine.bundle_of(&tip);
    let whole = std::fs::read(&path).unwrap();
    let repository = Repository::open(&world.host, &home).await.unwrap();
    let options = OutgoingOptions { machine_id: "mch_1".to_owned(), ..OutgoingOptions::default() };
    let open = async |bytes: &[u8]| {
        std::fs::write(&path, bytes).unwrap();
        crate::workspace::Outgoing::open(&repository, &path, Some(&machine.source), &options).await
    };
    assert!(open(&whole).await.unwrap().is_some());
    let mut flipped = whole.clone();
    let last = flipped.len() - 30;
    flipped[last] ^= 1;
    let other = "1".repeat(40);
    let text = String::from_utf8_lossy(&whole[..200]).into_owned();
    let wrong_tip =
        [text.replacen(&tip, &other, 1).as_bytes()[..100].to_vec(), whole[100..].to_vec()].concat();
    for bytes in [&whole[..whole.len() - 1], &whole[..60], b"", b"PACK", &flipped, &wrong_tip] {
        let error = open(bytes).await.unwrap_err();
        assert_eq!(error.reason(), "WORK_REFUSED", "{error}");
    }
    // Built on something that was never given to it.
    let foreign = format!("# v2 git bundle\n-{other} x\n{tip} refs/autovibe/outgoing\n\nPACK");
    let error = open(foreign.as_bytes()).await.unwrap_err();
    assert!(error.to_string().contains("never given"), "{error}");
}

#[tokio::test]
async fn sizes_are_limited() {
    let world = World::new();
    let (home, machine) = scene(&world).await;
    // Zeros pack to nothing.
    write(&machine.folder, "bomb", vec![0; 3 << 20]);
    let tip = machine.commit("bomb");
    let with = |limits: ReceiveLimits| OutgoingOptions { limits, ..OutgoingOptions::default() };
    let small = ReceiveLimits { object_bytes_max: 1 << 20, ..ReceiveLimits::default() };
    let few = ReceiveLimits { object_count_max: 2, ..ReceiveLimits::default() };
    let total = ReceiveLimits { total_bytes_max: 1 << 20, ..ReceiveLimits::default() };
    let files = ReceiveLimits { file_count_max: 1, ..ReceiveLimits::default() };
    for limits in [small, few, total, files] {
        let error = machine.open_with(&home, &tip, with(limits)).await.unwrap_err();
        assert_eq!(error.reason(), "WORK_REFUSED", "{error}");
    }
    let bundle = ReceiveLimits { bundle_bytes_max: 100, ..ReceiveLimits::default() };
    let error = machine.open_with(&home, &tip, with(bundle)).await.unwrap_err();
    assert!(matches!(error, WorkspaceError::BundleTooLarge { .. }), "{error}");
    assert!(machine.open(&home, &tip).await.unwrap().is_some());
}

#[tokio::test]
async fn a_few_objects_that_make_endless_files_are_refused() {
    let world = World::new();
    let (home, machine) = scene(&world).await;
    let blob = world.git_with_input(&machine.folder, &["hash-object", "-w", "--stdin"], b"x");
    // Ten folders of ten folders, ten times: ten thousand million files from a dozen objects.
    let mut entry = format!("100644 blob {blob}");
    for _ in 0..10 {
        let list: String = (0..10).map(|name| format!("{entry}\t{name}\n")).collect();
        let tree = world.git_with_input(&machine.folder, &["mktree"], list.as_bytes());
        entry = format!("040000 tree {tree}");
    }
    let tree = entry.rsplit(' ').next().unwrap();
    let tip = world.git(&machine.folder, &["commit-tree", tree, "-p", "HEAD", "-m", "bomb"]);
    let before = world.state(&home);
    let error = machine.open(&home, &tip).await.unwrap_err();
    assert!(error.to_string().contains("more than 2000000 files"), "{error}");
    assert_eq!(error.reason(), "WORK_REFUSED");
    assert_eq!(world.state(&home), before);
}

#[tokio::test]
async fn hooks_and_settings_of_the_user_do_not_run() {
    use std::os::unix::fs::PermissionsExt as _;
    let world = World::new();
    let (home, machine) = scene(&world).await;
    let trap = world.path("trap");
    for name in ["reference-transaction", "post-checkout", "post-merge", "pre-auto-gc", "fsmonitor-watchman"]
    {
        let hook = home.join(".git/hooks").join(name);
        write(&home, &format!(".git/hooks/{name}"), format!("#!/bin/sh\ntouch '{}'\n", trap.display()));
        std::fs::set_permissions(&hook, std::fs::Permissions::from_mode(0o755)).unwrap();
    }
    world.git(&home, &["config", "core.fsmonitor", ".git/hooks/fsmonitor-watchman"]);
    write(&machine.folder, ".gitattributes", "* diff=evil filter=evil\n");
    world.git(&home, &["config", "diff.evil.textconv", &format!("touch '{}'; cat", trap.display())]);
    let outgoing = machine.open(&home, &machine.commit("work")).await.unwrap().unwrap();
    let repository = Repository::open(&world.host, &home).await.unwrap();
    update_branch(&repository, &outgoing, "work", &BranchOptions::default()).await.unwrap();
    outgoing.patch(|_| Ok(())).await.unwrap();
    assert!(!trap.exists(), "something of the user's was run");
}
