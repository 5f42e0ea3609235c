//! Repositories on their way in.

use std::os::unix::fs::{PermissionsExt as _, symlink};

use super::world::{World, write};
use crate::workspace::{Origin, PackOptions, WorkspaceError, pack};

fn refusal(result: Result<impl std::fmt::Debug, WorkspaceError>) -> String {
    let error = result.unwrap_err();
    assert_eq!(error.reason(), "SOURCE_UNUSABLE", "{error}");
    error.to_string()
}

#[tokio::test]
async fn a_dirty_work_tree_goes_along_and_nothing_here_changes() {
    let world = World::new();
    let home = world.repository("home");
    for name in ["gone", "kept", "staged"] {
        write(&home, name, name);
    }
    write(&home, ".gitignore", "target/\n");
    let head = world.commit(&home, "more");
    // Noise that has no order: 20 MB that do not pack.
    let noise: Vec<u8> = (0..5_000_000_u32)
        .flat_map(|index| index.wrapping_mul(2_654_435_761).rotate_left(7).to_le_bytes())
        .collect();
    write(&home, "big file ö.bin", &noise);
    write(&home, "readme", "one\n2\nthree\n");
    write(&home, "target/built", "x");
    write(&home, "dir with space/new", "new");
    write(&home, "run", "#!/bin/sh\n");
    std::fs::set_permissions(home.join("run"), std::fs::Permissions::from_mode(0o755)).unwrap();
    std::fs::remove_file(home.join("gone")).unwrap();
    symlink("kept", home.join("link")).unwrap();
    write(&home, "staged", "staged twice");
    world.git(&home, &["add", "staged"]);
    write(&home, "staged", "and changed again");
    let hook = home.join(".git/hooks/post-checkout");
    write(&home, ".git/hooks/reference-transaction", "#!/bin/sh\nexit 1\n");
    std::fs::set_permissions(
        home.join(".git/hooks/reference-transaction"),
        std::fs::Permissions::from_mode(0o755),
    )
    .unwrap();
    assert!(!hook.exists());
    let before = world.state(&home);
    let objects = world.git(&home, &["count-objects", "-v"]);

    let packed = world.pack(&home, &PackOptions::default()).await.unwrap();

    assert_eq!(world.state(&home), before);
    assert_eq!(world.git(&home, &["count-objects", "-v"]), objects);
    assert_eq!(packed.source.head_commit, head);
    assert_ne!(packed.source.base_commit, head);
    assert_eq!(packed.source.branch, "main");
    assert_eq!(packed.source.origin, std::fs::canonicalize(&home).unwrap().to_string_lossy());
    assert!(packed.source.size_bytes > 19_000_000, "{:?}", packed.source);
    let mut changes: Vec<String> =
        packed.uncommitted.iter().map(|change| format!("{} {}", change.kind, change.path)).collect();
    changes.sort();
    assert_eq!(
        changes,
        ["A big file ö.bin", "A dir with space/new", "A link", "A run", "D gone", "M readme", "M staged"]
    );

    let machine = world.machine(&packed);
    assert_eq!(std::fs::read(machine.folder.join("big file ö.bin")).unwrap(), noise);
    assert_eq!(std::fs::read_to_string(machine.folder.join("staged")).unwrap(), "and changed again");
    assert_eq!(std::fs::read_link(machine.folder.join("link")).unwrap().to_str(), Some("kept"));
    assert_ne!(std::fs::metadata(machine.folder.join("run")).unwrap().permissions().mode() & 0o111, 0);
    for name in ["gone", "target"] {
        assert!(!machine.folder.join(name).exists(), "{name}");
    }
    assert_eq!(world.git(&machine.folder, &["rev-parse", "HEAD^"]), head);
}

#[tokio::test]
async fn only_what_is_committed_goes_along_when_that_is_wanted() {
    let world = World::new();
    let home = world.repository("home");
    world.git(&home, &["tag", "-a", "v1", "-m", "one"]);
    world.git(&home, &["checkout", "--quiet", "-b", "other"]);
    world.commit(&home, "elsewhere");
    world.git(&home, &["tag", "elsewhere"]);
    world.git(&home, &["checkout", "--quiet", "main"]);
    write(&home, "new", "x");
    let options = PackOptions { committed_only: true, ..PackOptions::default() };
    let packed = world.pack(&home, &options).await.unwrap();
    assert_eq!(packed.source.base_commit, packed.source.head_commit);
    assert!(packed.uncommitted.is_empty());
    let heads = world.git(&home, &["bundle", "list-heads", &packed.bundle.to_string_lossy()]);
    assert!(heads.contains("refs/heads/main") && heads.contains("refs/tags/v1"), "{heads}");
    assert!(!heads.contains("elsewhere") && !heads.contains("other"), "{heads}");
    // A clean work tree makes no commit of its own either.
    std::fs::remove_file(home.join("new")).unwrap();
    let packed = world.pack(&home, &PackOptions::default()).await.unwrap();
    assert_eq!(packed.source.base_commit, packed.source.head_commit);
    // Another branch than the one that is checked out.
    write(&home, "new", "x");
    let options = PackOptions { branch: Some("other".to_owned()), ..PackOptions::default() };
    let packed = world.pack(&home, &options).await.unwrap();
    assert_eq!(packed.source.branch, "other");
    assert_eq!(packed.notes.len(), 1, "{:?}", packed.notes);
    assert_eq!(packed.source.base_commit, world.git(&home, &["rev-parse", "other"]));
}

#[tokio::test]
async fn unusual_repositories_are_taken() {
    let world = World::new();
    let home = world.repository("home");
    // HEAD without a branch.
    world.git(&home, &["checkout", "--quiet", "--detach"]);
    let packed = world.pack(&home, &PackOptions::default()).await.unwrap();
    assert_eq!(packed.source.branch, "");
    assert_eq!(world.machine(&packed).head(), packed.source.base_commit);
    // Another work tree of the same repository, from a folder below it.
    world.git(&home, &["worktree", "add", "--quiet", "-b", "side", "../side tree"]);
    let side = world.path("side tree");
    write(&side, "below/new", "x");
    let packed = world.pack(&side.join("below"), &PackOptions::default()).await.unwrap();
    assert_eq!((packed.source.branch.as_str(), packed.uncommitted.len()), ("side", 1));
    // A bare one, and a clone that borrows its objects.
    world.git(world.path("").as_path(), &["clone", "--quiet", "--bare", "home", "bare.git"]);
    let packed = world.pack(&world.path("bare.git"), &PackOptions::default()).await.unwrap();
    assert_eq!(packed.source.base_commit, packed.source.head_commit);
    world.git(world.path("").as_path(), &["clone", "--quiet", "--shared", "bare.git", "shared"]);
    world.pack(&world.path("shared"), &PackOptions::default()).await.unwrap();
    // Files that are not checked out are not taken for deleted ones.
    let sparse = world.repository("sparse");
    write(&sparse, "in/a", "a");
    write(&sparse, "out/b", "b");
    world.commit(&sparse, "two");
    world.git(&sparse, &["sparse-checkout", "set", "in"]);
    write(&sparse, "in/a", "changed");
    let packed = world.pack(&sparse, &PackOptions::default()).await.unwrap();
    assert_eq!(packed.uncommitted.len(), 1, "{:?}", packed.uncommitted);
    assert!(world.machine(&packed).folder.join("out/b").exists());
}

#[tokio::test]
async fn what_cannot_be_taken_is_refused_with_a_remedy() {
    let world = World::new();
    let options = PackOptions::default();
    let plain = world.path("plain");
    std::fs::create_dir(&plain).unwrap();
    assert!(refusal(world.pack(&plain, &options).await).contains("git init"));
    world.git(&plain, &["init", "--quiet"]);
    assert!(refusal(world.pack(&plain, &options).await).contains("no commit yet"));

    let home = world.repository("home");
    world.commit(&home, "second");
    let address = format!("file://{}", home.display());
    world.git(world.path("").as_path(), &["clone", "--quiet", "--depth=1", &address, "shallow"]);
    assert!(refusal(world.pack(&world.path("shallow"), &options).await).contains("git fetch --unshallow"));

    world.git(world.path("").as_path(), &["clone", "--quiet", &address, "partial"]);
    world.git(&world.path("partial"), &["config", "remote.origin.promisor", "true"]);
    assert!(refusal(world.pack(&world.path("partial"), &options).await).contains("partial"));

    let options_branch = PackOptions { branch: Some("nowhere".to_owned()), ..PackOptions::default() };
    assert!(refusal(world.pack(&home, &options_branch).await).contains("nowhere"));

    world.git(&home, &["checkout", "--quiet", "-b", "a"]);
    write(&home, "readme", "a\n");
    world.commit(&home, "a");
    world.git(&home, &["checkout", "--quiet", "main"]);
    write(&home, "readme", "b\n");
    world.commit(&home, "b");
    let merge = std::process::Command::new("git")
        .current_dir(&home)
        .envs(world.host.environment.clone())
        .args(["merge", "--quiet", "a"])
        .output()
        .unwrap();
    assert!(!merge.status.success());
    assert!(refusal(world.pack(&home, &options).await).contains("conflicts"));
    world.pack(&home, &PackOptions { committed_only: true, ..options.clone() }).await.unwrap();
}

#[tokio::test]
async fn submodules_and_large_files_elsewhere_need_a_word() {
    let world = World::new();
    let part = world.repository("part");
    let home = world.repository("home");
    world.git(&home, &["submodule", "--quiet", "add", &part.to_string_lossy(), "parts/one"]);
    world.commit(&home, "with a part");
    let text = refusal(world.pack(&home, &PackOptions::default()).await);
    assert!(text.contains("parts/one") && text.contains("--without-submodules"), "{text}");
    let options = PackOptions { without_submodules: true, ..PackOptions::default() };
    let packed = world.pack(&home, &options).await.unwrap();
    let folder = world.machine(&packed).folder.join("parts/one");
    assert_eq!(std::fs::read_dir(folder).unwrap().count(), 0);

    let other = world.repository("other");
    write(&other, "assets/.gitattributes", "*.psd filter=lfs diff=lfs merge=lfs -text\n");
    write(&other, "assets/a.psd", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n");
    world.commit(&other, "with large files");
    let text = refusal(world.pack(&other, &PackOptions::default()).await);
    assert!(text.contains("assets/.gitattributes") && text.contains("--without-lfs"), "{text}");
    let options = PackOptions { without_lfs: true, ..PackOptions::default() };
    let packed = world.pack(&other, &options).await.unwrap();
    let pointer = std::fs::read_to_string(world.machine(&packed).folder.join("assets/a.psd")).unwrap();
    assert!(pointer.starts_with("version https://git-lfs"), "{pointer}");
}

#[tokio::test]
async fn an_address_is_cloned_and_its_size_is_limited() {
    let world = World::new();
    let home = world.repository("home");
    world.git(&home, &["checkout", "--quiet", "-b", "feature"]);
    let feature = world.commit(&home, "feature");
    world.git(&home, &["checkout", "--quiet", "main"]);
    let address = format!("file://{}", home.display());
    let origin = Origin::parse(&address).unwrap();
    let packed = pack(&world.host, &origin, &PackOptions::default()).await.unwrap();
    assert_eq!((packed.source.branch.as_str(), packed.source.origin.as_str()), ("main", address.as_str()));
    let options = PackOptions { branch: Some("feature".to_owned()), ..PackOptions::default() };
    let packed = pack(&world.host, &origin, &options).await.unwrap();
    assert_eq!(packed.source.base_commit, feature);
    let bundle = packed.bundle.clone();
    drop(packed);
    assert!(!bundle.exists(), "the temporary folder stays");

    let options = PackOptions { bytes_max: 100, ..PackOptions::default() };
    let error = pack(&world.host, &origin, &options).await.unwrap_err();
    assert_eq!(error.reason(), "SOURCE_TOO_LARGE");

    let missing = Origin::parse("file:///user:geheim@nowhere/none.git").unwrap();
    let error = pack(&world.host, &missing, &PackOptions::default()).await.unwrap_err();
    assert_eq!(error.reason(), "GIT_FAILED", "{error}");
}
