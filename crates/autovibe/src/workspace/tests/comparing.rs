//! Two snapshots side by side.

use super::world::{World, write};
use crate::workspace::{Comparison, Contribution, PackOptions};

#[tokio::test]
async fn two_machines_are_compared_from_their_bundles_alone() {
    let world = World::new();
    let home = world.repository("home");
    write(&home, "uncommitted", "x");
    let packed = world.pack(&home, &PackOptions::default()).await.unwrap();
    let machine = world.machine(&packed);
    let base = packed.source.base_commit.clone();
    write(&machine.folder, "left", "left\n");
    let left_head = machine.commit("on the left");
    write(&machine.folder, "loose", "loose\n");
    let left = machine.snapshot();
    let bundle = |commit: &str, name: &str| {
        let path = world.path(name);
        world.git(&machine.folder, &["update-ref", "refs/autovibe/checkpoint/x", commit]);
        let (target, since) = (path.to_string_lossy().into_owned(), format!("^{base}"));
        world.git(
            &machine.folder,
            &["bundle", "create", "--quiet", &target, "refs/autovibe/checkpoint/x", &since],
        );
        path
    };
    let left_bundle = bundle(&left, "left.bundle");
    world.git(&machine.folder, &["reset", "--quiet", "--hard", &base]);
    write(&machine.folder, "right", "right\n");
    let right = machine.commit("on the right");
    let right_bundle = bundle(&right, "right.bundle");

    let sides = || {
        (
            Contribution { commit: left.clone(), head: left_head.clone(), bundle: Some(left_bundle.clone()) },
            Contribution { commit: right.clone(), head: right.clone(), bundle: Some(right_bundle.clone()) },
        )
    };
    let (one, other) = sides();
    let comparison = Comparison::open(&world.host, Some(&packed.bundle), &base, one, other).await.unwrap();
    let mut names = Vec::new();
    let keep = |piece: &[u8]| {
        names.extend_from_slice(piece);
        Ok(())
    };
    comparison.diff(&["--name-status"], keep).await.unwrap();
    assert_eq!(String::from_utf8(names).unwrap(), "D\tleft\nD\tloose\nA\tright\n");
    let (only_left, only_right) = comparison.commits().await.unwrap();
    assert!(only_left.len() == 1 && only_left[0].ends_with("on the left"), "{only_left:?}");
    assert!(only_right.len() == 1 && only_right[0].ends_with("on the right"), "{only_right:?}");

    // A side that did nothing needs no bundle.
    let idle = Contribution { commit: base.clone(), head: base.clone(), bundle: None };
    let (one, _) = sides();
    let comparison = Comparison::open(&world.host, Some(&packed.bundle), &base, one, idle).await.unwrap();
    assert!(comparison.commits().await.unwrap().1.is_empty());

    // Without its bundle a commit cannot be compared.
    let (mut one, other) = sides();
    one.bundle = None;
    let error = Comparison::open(&world.host, Some(&packed.bundle), &base, one, other).await.unwrap_err();
    assert_eq!(error.reason(), "WORK_REFUSED");
}
