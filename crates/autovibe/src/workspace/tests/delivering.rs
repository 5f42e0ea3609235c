//! Work on its way out, into branches, patches and remotes.

use autovibe_proto::v1::WorkspaceSource;

use super::world::{World, write};
use crate::workspace::{
    BranchOptions, BranchOutcome, MergeOutlook, OutgoingOptions, PackOptions, Repository, merge_outlook,
    push, update_branch,
};

#[tokio::test]
async fn a_branch_is_made_and_goes_on() {
    let world = World::new();
    let home = world.repository("home");
    let packed = world.pack(&home, &PackOptions::default()).await.unwrap();
    let machine = world.machine(&packed);
    let options = BranchOptions::default();
    let repository = Repository::open(&world.host, &home).await.unwrap();

    assert!(machine.open(&home, &world.commit(&machine.folder, "x")).await.unwrap().is_some());
    let first = machine.head();
    let before = world.state(&home);
    let outgoing = machine.open(&home, &first).await.unwrap().unwrap();
    assert_eq!(world.state(&home), before, "looking at work changes nothing");
    assert_eq!((outgoing.commit_count, outgoing.has_uncommitted), (1, false));
    let update = update_branch(&repository, &outgoing, "fix/one", &options).await.unwrap();
    assert_eq!(update.outcome, BranchOutcome::Created);
    assert_eq!(world.git(&home, &["rev-parse", "fix/one"]), first);
    let after = world.state(&home);
    assert_eq!((&after.1, &after.2, &after.3), (&before.1, &before.2, &before.3));
    assert!(!after.0.contains("refs/autovibe"), "{}", after.0);
    let again = update_branch(&repository, &outgoing, "fix/one", &options).await.unwrap();
    assert_eq!(again.outcome, BranchOutcome::UpToDate);

    write(&machine.folder, "more", "x");
    let second = machine.commit("second");
    let outgoing = machine.open(&home, &second).await.unwrap().unwrap();
    let update = update_branch(&repository, &outgoing, "fix/one", &options).await.unwrap();
    assert_eq!(
        (update.outcome, update.former.as_deref()),
        (BranchOutcome::FastForwarded, Some(first.as_str()))
    );
    let (name, outlook) = merge_outlook(&repository, &outgoing, "main").await.unwrap().unwrap();
    assert_eq!((name.as_str(), outlook), ("main", MergeOutlook::FastForward));

    let old = machine.open(&home, &first).await.unwrap().unwrap();
    let update = update_branch(&repository, &old, "fix/one", &options).await.unwrap();
    assert_eq!(update.outcome, BranchOutcome::Contained);
    assert_eq!(world.git(&home, &["rev-parse", "fix/one"]), second);
    for name in ["-x", "a..b", "HEAD", "x.lock", "a b", ""] {
        let error = update_branch(&repository, &old, name, &options).await.unwrap_err();
        assert_eq!(error.reason(), "BRANCH_NAME_WRONG", "{name:?}");
    }
}

#[tokio::test]
async fn a_branch_with_commits_of_its_own_is_kept() {
    let world = World::new();
    let home = world.repository("home");
    let machine = world.machine(&world.pack(&home, &PackOptions::default()).await.unwrap());
    let repository = Repository::open(&world.host, &home).await.unwrap();
    world.git(&home, &["checkout", "--quiet", "-b", "fix"]);
    world.commit(&home, "mine");
    let mine = world.commit(&home, "mine too");
    world.git(&home, &["checkout", "--quiet", "main"]);
    let outgoing = machine.open(&home, &machine.commit("theirs")).await.unwrap().unwrap();
    let error = update_branch(&repository, &outgoing, "fix", &BranchOptions::default()).await.unwrap_err();
    assert_eq!(error.reason(), "BRANCH_DIVERGED");
    let text = error.to_string();
    assert!(text.contains("2 commits") && text.contains("1 commit") && text.contains("--force"), "{text}");
    assert_eq!(world.git(&home, &["rev-parse", "fix"]), mine);
    let update = update_branch(&repository, &outgoing, "fix", &BranchOptions { force: true }).await.unwrap();
    assert_eq!((update.outcome, update.former.as_deref()), (BranchOutcome::Forced, Some(mine.as_str())));

    let more = machine.open(&home, &machine.commit("more")).await.unwrap().unwrap();
    let error = update_branch(&repository, &more, "main", &BranchOptions { force: true }).await.unwrap_err();
    assert_eq!(error.reason(), "BRANCH_CHECKED_OUT");
    assert!(error.to_string().contains("git -C"), "{error}");
    world.git(&home, &["worktree", "add", "--quiet", "../other", "fix"]);
    let error = update_branch(&repository, &more, "fix", &BranchOptions::default()).await.unwrap_err();
    assert_eq!(error.reason(), "BRANCH_CHECKED_OUT");
}

#[tokio::test]
async fn what_nobody_committed_is_the_last_commit_and_is_replaced_later() {
    let world = World::new();
    let home = world.repository("home");
    write(&home, "mine", "not committed");
    let packed = world.pack(&home, &PackOptions::default()).await.unwrap();
    let machine = world.machine(&packed);
    let repository = Repository::open(&world.host, &home).await.unwrap();
    let options = BranchOptions::default();
    assert!(machine.open(&home, &machine.head()).await.unwrap().is_none(), "nothing was done yet");

    write(&machine.folder, "theirs", "not committed");
    let outgoing = machine.open(&home, &machine.snapshot()).await.unwrap().unwrap();
    assert!(outgoing.has_uncommitted && outgoing.begins_uncommitted());
    assert_eq!(outgoing.commit_count, 2);
    update_branch(&repository, &outgoing, "work", &options).await.unwrap();
    let subjects = world.git(&home, &["log", "--format=%s", "work"]);
    assert_eq!(
        subjects.lines().collect::<Vec<_>>(),
        ["Work of worker not yet committed", "Not yet committed on main", "start"]
    );
    // The user's own work is not in the patch.
    let mut patch = Vec::new();
    let keep = |piece: &[u8]| {
        patch.extend_from_slice(piece);
        Ok(())
    };
    outgoing.patch(keep).await.unwrap();
    let patch = String::from_utf8(patch).unwrap();
    assert!(patch.contains("theirs") && !patch.contains("mine"), "{patch}");

    // The same again with another message is another last commit; nobody has built on the former.
    let message = OutgoingOptions { message: Some("Better".to_owned()), ..OutgoingOptions::default() };
    let outgoing = machine.open_with(&home, &machine.snapshot(), message).await.unwrap().unwrap();
    let update = update_branch(&repository, &outgoing, "work", &options).await.unwrap();
    assert_eq!(update.outcome, BranchOutcome::Replaced);
    assert_eq!(world.git(&home, &["log", "-1", "--format=%s", "work"]), "Better");

    let done = machine.commit("Done");
    let outgoing = machine.open(&home, &done).await.unwrap().unwrap();
    let update = update_branch(&repository, &outgoing, "work", &options).await.unwrap();
    assert_eq!(update.outcome, BranchOutcome::Replaced);
    assert!(!world.git(&home, &["for-each-ref"]).contains("refs/autovibe"));

    // Somebody builds on what was not committed: then it is theirs.
    write(&machine.folder, "theirs", "again");
    let outgoing = machine.open(&home, &machine.snapshot()).await.unwrap().unwrap();
    update_branch(&repository, &outgoing, "work", &options).await.unwrap();
    world.git(&home, &["stash", "--quiet", "--include-untracked"]);
    world.git(&home, &["checkout", "--quiet", "work"]);
    world.commit(&home, "mine on top");
    world.git(&home, &["checkout", "--quiet", "main"]);
    let outgoing = machine.open(&home, &machine.commit("Done again")).await.unwrap().unwrap();
    let error = update_branch(&repository, &outgoing, "work", &options).await.unwrap_err();
    assert_eq!(error.reason(), "BRANCH_DIVERGED");
}

#[tokio::test]
async fn conflicts_are_told_in_words_without_touching_anything() {
    let world = World::new();
    let home = world.repository("home");
    write(&home, "kept", "x\n");
    world.commit(&home, "more");
    let machine = world.machine(&world.pack(&home, &PackOptions::default()).await.unwrap());
    let repository = Repository::open(&world.host, &home).await.unwrap();
    write(&machine.folder, "readme", "one\nTHEIRS\nthree\n");
    std::fs::remove_file(machine.folder.join("kept")).unwrap();
    let outgoing = machine.open(&home, &machine.commit("theirs")).await.unwrap().unwrap();

    write(&home, "unrelated", "x");
    world.commit(&home, "mine");
    let outlook = merge_outlook(&repository, &outgoing, "main").await.unwrap().unwrap().1;
    assert_eq!(outlook, MergeOutlook::Clean);
    write(&home, "readme", "one\nMINE\nthree\n");
    write(&home, "kept", "y\n");
    world.commit(&home, "mine too");
    let before = world.state(&home);
    let objects = world.git(&home, &["count-objects", "-v"]);
    let outlook = merge_outlook(&repository, &outgoing, "main").await.unwrap().unwrap().1;
    assert_eq!(
        outlook,
        MergeOutlook::Conflicts(vec![
            "kept was deleted on one side and changed on the other".to_owned(),
            "readme was changed on both sides in the same place".to_owned(),
        ])
    );
    assert_eq!((world.state(&home), world.git(&home, &["count-objects", "-v"])), (before, objects));
}

#[tokio::test]
async fn a_history_that_was_written_anew_is_delivered_whole() {
    let world = World::new();
    let home = world.repository("home");
    write(&home, "mine", "not committed");
    let machine = world.machine(&world.pack(&home, &PackOptions::default()).await.unwrap());
    write(&machine.folder, "theirs", "x");
    world.git(&machine.folder, &["reset", "--quiet", "--soft", "HEAD^"]);
    let outgoing = machine.open(&home, &machine.commit("all in one")).await.unwrap().unwrap();
    assert!(!outgoing.begins_uncommitted() && outgoing.notes.len() == 1, "{outgoing:?}");
    let mut patch = Vec::new();
    let keep = |piece: &[u8]| {
        patch.extend_from_slice(piece);
        Ok(())
    };
    outgoing.patch(keep).await.unwrap();
    let patch = String::from_utf8(patch).unwrap();
    assert!(patch.contains("b/mine") && patch.contains("b/theirs"), "{patch}");
}

#[tokio::test]
async fn work_that_began_with_nothing_is_delivered_whole() {
    let world = World::new();
    let home = world.repository("home");
    let mut machine = world.machine(&world.pack(&home, &PackOptions::default()).await.unwrap());
    machine.source = WorkspaceSource::default();
    world.git(&machine.folder, &["checkout", "--quiet", "--orphan", "own"]);
    let tip = machine.commit("from nothing");
    let repository = Repository::open(&world.host, &home).await.unwrap();
    let outgoing = machine.open(&home, &tip).await.unwrap().unwrap();
    assert_eq!(outgoing.commit_count, 1);
    update_branch(&repository, &outgoing, "own", &BranchOptions::default()).await.unwrap();
    let outlook = merge_outlook(&repository, &outgoing, "").await.unwrap().unwrap();
    assert_eq!(outlook, ("main".to_owned(), MergeOutlook::Unrelated));
    let mut patch = Vec::new();
    let keep = |piece: &[u8]| {
        patch.extend_from_slice(piece);
        Ok(())
    };
    outgoing.patch(keep).await.unwrap();
    assert!(String::from_utf8(patch).unwrap().contains("new file mode"));
}

#[tokio::test]
async fn longer_object_names_do_as_well() {
    let world = World::new();
    let home = world.path("home");
    std::fs::create_dir(&home).unwrap();
    world.git(&home, &["init", "--quiet", "--object-format=sha256"]);
    write(&home, "readme", "x\n");
    world.commit(&home, "start");
    write(&home, "dirty", "x");
    let machine = world.machine(&world.pack(&home, &PackOptions::default()).await.unwrap());
    assert_eq!(machine.source.base_commit.len(), 64);
    let outgoing = machine.open(&home, &machine.commit("work")).await.unwrap().unwrap();
    let repository = Repository::open(&world.host, &home).await.unwrap();
    let update = update_branch(&repository, &outgoing, "work", &BranchOptions::default()).await.unwrap();
    assert_eq!(update.outcome, BranchOutcome::Created);
}

#[tokio::test]
async fn a_repository_without_the_base_is_refused() {
    let world = World::new();
    let machine =
        world.machine(&world.pack(&world.repository("home"), &PackOptions::default()).await.unwrap());
    let other = world.path("other");
    std::fs::create_dir(&other).unwrap();
    world.git(&other, &["init", "--quiet"]);
    world.commit(&other, "another history");
    let tip = machine.commit("work");
    let error = machine.open(&other, &tip).await.unwrap_err();
    assert_eq!(error.reason(), "BASE_MISSING");
    assert!(error.to_string().contains("--into"), "{error}");
}

#[tokio::test]
async fn a_branch_is_pushed_and_a_refusal_is_told() {
    let world = World::new();
    let home = world.repository("home");
    let machine = world.machine(&world.pack(&home, &PackOptions::default()).await.unwrap());
    let repository = Repository::open(&world.host, &home).await.unwrap();
    let outgoing = machine.open(&home, &machine.commit("work")).await.unwrap().unwrap();
    update_branch(&repository, &outgoing, "work", &BranchOptions::default()).await.unwrap();
    let error = push(&repository, "work", "main", None, false).await.unwrap_err();
    assert!(error.to_string().contains("git remote add"), "{error}");
    world.git(world.path("").as_path(), &["clone", "--quiet", "--bare", "home", "remote.git"]);
    world.git(&home, &["remote", "add", "upstream", "../remote.git"]);
    world.git(&world.path("remote.git"), &["branch", "-D", "work"]);
    assert_eq!(push(&repository, "work", "main", None, false).await.unwrap(), "upstream");
    assert_eq!(world.git(&world.path("remote.git"), &["rev-parse", "work"]), outgoing.tip);

    let elsewhere = world.path("elsewhere");
    world.git(world.path("").as_path(), &["clone", "--quiet", "--branch=work", "remote.git", "elsewhere"]);
    world.commit(&elsewhere, "faster");
    world.git(&elsewhere, &["push", "--quiet", "origin", "work"]);
    let outgoing = machine.open(&home, &machine.commit("slower")).await.unwrap().unwrap();
    update_branch(&repository, &outgoing, "work", &BranchOptions::default()).await.unwrap();
    let error = push(&repository, "work", "main", Some("upstream"), false).await.unwrap_err();
    assert_eq!(error.reason(), "PUSH_REFUSED");
    assert!(error.to_string().contains("has commits on work that this branch lacks"), "{error}");
    let error = push(&repository, "work", "main", Some("nowhere"), false).await.unwrap_err();
    assert!(error.to_string().contains("cannot be pushed to"), "{error}");
}
