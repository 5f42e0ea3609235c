//! The workspace through the guest: cloned for the Project, kept at Turns and Checkpoints, sent to the Hub.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use autovibe_proto::guest::v1::{FreezeCommand, PrepareWorkspaceCommand, ThawCommand, guest_command};
use autovibe_proto::v1::EffectOutcome;
use tempfile::TempDir;

use crate::fake_hub::FakeHub;
use crate::guest_process::{GuestProcess, prompt};
use crate::workspace_git::{bundle_of, git, git_output, make_source};

struct Clone {
    hub: Arc<FakeHub>,
    guest: GuestProcess,
    source: TempDir,
    base: String,
}

impl Clone {
    /// A guest with an empty workspace, and a Hub with a repository for it.
    async fn new() -> Clone {
        let hub = FakeHub::start().await;
        let source = tempfile::tempdir().unwrap();
        let base = make_source(source.path());
        let bundle = bundle_of(source.path());
        hub.with(|seen| seen.blobs.insert("blb_1".into(), bundle));
        let guest = GuestProcess::start(&hub);
        Clone { hub, guest, source, base }
    }

    fn workspace(&self) -> PathBuf {
        self.guest.place("home/agent/workspace")
    }

    fn order(&self, blob_id: &str, base: &str) -> guest_command::Kind {
        guest_command::Kind::PrepareWorkspace(PrepareWorkspaceCommand {
            blob_id: blob_id.into(),
            base_commit: base.into(),
            branch: "autovibe/box".into(),
        })
    }

    async fn prepare(&self) -> EffectOutcome {
        let effect_id = self.hub.send(self.order("blb_1", &self.base)).await;
        self.hub.answer(&effect_id).await.outcome.unwrap()
    }

    async fn prepared() -> Clone {
        let clone = Clone::new().await;
        let outcome = clone.prepare().await;
        assert_eq!(outcome.failure, None);
        clone
    }

    /// The guest dies and comes back.
    fn restart(&mut self) {
        self.guest.kill();
        // A command must not go to the one that is gone.
        self.hub.drop_connections();
        self.guest.restart();
    }

    async fn failure(&self, blob_id: &str, base: &str) -> String {
        let effect_id = self.hub.send(self.order(blob_id, base)).await;
        let failure = self.hub.answer(&effect_id).await.outcome.unwrap().failure.unwrap();
        assert_eq!((failure.reason.as_str(), failure.transient), ("WORKSPACE_FAILED", false), "{failure:?}");
        failure.text
    }

    async fn freeze(&self, checkpoint_id: &str) -> String {
        let command = FreezeCommand { checkpoint_id: checkpoint_id.into() };
        let effect_id = self.hub.send(guest_command::Kind::Freeze(command)).await;
        let outcome = self.hub.answer(&effect_id).await.outcome.unwrap();
        outcome.cut.unwrap_or_else(|| panic!("{:?}", outcome.failure)).workspace_commit
    }

    async fn thaw(&self, checkpoint_id: &str) {
        let command = ThawCommand { checkpoint_id: checkpoint_id.into() };
        self.hub.send(guest_command::Kind::Thaw(command)).await;
    }

    async fn bundle(&self, checkpoint_id: &str) -> (String, Vec<u8>) {
        let found = |(id, query, body): &(String, String, Vec<u8>)| {
            (id == checkpoint_id).then(|| (query.clone(), body.clone()))
        };
        self.hub.wait_for("sending a bundle", |seen| seen.bundles.iter().find_map(found)).await
    }
}

#[tokio::test]
async fn the_project_is_cloned_once() {
    let mut clone = Clone::prepared().await;
    let workspace = clone.workspace();
    assert_eq!(git(&workspace, &["symbolic-ref", "HEAD"]), "refs/heads/autovibe/box");
    assert_eq!(git(&workspace, &["rev-parse", "HEAD"]), clone.base);
    assert_eq!(git(&workspace, &["config", "autovibe.base"]), clone.base);
    assert_eq!(git(&workspace, &["config", "user.name"]), "autovibe agent");
    assert_eq!(git(&workspace, &["tag"]), "v1");
    assert_eq!(git(&workspace, &["status", "--porcelain"]), "");
    assert_eq!(fs_err::read_to_string(workspace.join("src/code.txt")).unwrap(), "code\n");
    assert!(!clone.guest.place("var/lib/autovibe/bundles/source.bundle").exists());
    assert!(!workspace.join(".git/autovibe-cloning").exists());

    // Work goes on; the same order under another effect, and after a restart, changes nothing.
    fs_err::write(workspace.join("src/code.txt"), "changed\n").unwrap();
    assert_eq!(clone.prepare().await.failure, None);
    clone.restart();
    assert_eq!(clone.prepare().await.failure, None);
    assert_eq!(fs_err::read_to_string(workspace.join("src/code.txt")).unwrap(), "changed\n");
    assert_eq!(clone.hub.with(|seen| seen.blob_reads.len()), 1, "what is there is not fetched again");
}

#[tokio::test]
async fn a_clone_that_was_cut_off_is_made_anew() {
    let clone = Clone::new().await;
    let workspace = clone.workspace();
    // As an Image leaves it, and then as a kill in the middle of the checkout does.
    git(&workspace, &["init", "--quiet", "--initial-branch=main"]);
    fs_err::write(workspace.join(".git/autovibe-cloning"), "").unwrap();
    fs_err::write(workspace.join("read me.txt"), "fir").unwrap();
    fs_err::write(workspace.join(".git/index.lock"), "").unwrap();
    assert_eq!(clone.prepare().await.failure, None);
    assert_eq!(git(&workspace, &["status", "--porcelain"]), "");
    assert_eq!(fs_err::read_to_string(workspace.join("read me.txt")).unwrap(), "first\n");
}

#[tokio::test]
async fn what_cannot_be_cloned_is_refused_in_words() {
    let clone = Clone::new().await;
    let broken = {
        let mut bytes = bundle_of(clone.source.path());
        let middle = bytes.len() - 40;
        bytes[middle] ^= 0xff;
        bytes
    };
    clone.hub.with(|seen| {
        seen.blobs.insert("blb_broken".into(), broken);
        seen.blobs.insert("blb_text".into(), b"hello".to_vec());
    });
    let base = clone.base.clone();
    for (blob_id, commit, words) in [
        ("blb_broken", base.as_str(), "git fetch"),
        ("blb_text", &base, "git bundle"),
        ("blb_none", &base, "404"),
        ("../x", &base, "is no bundle"),
        ("blb_1", &"0".repeat(40), "does not hold the commit"),
        ("blb_1", "--all", "is no commit"),
    ] {
        let text = clone.failure(blob_id, commit).await;
        assert!(text.contains(words), "{blob_id}: {text}");
    }
    // What failed left nothing that stands in the way.
    assert_eq!(clone.prepare().await.failure, None);

    let other = Clone::new().await;
    fs_err::write(other.workspace().join("mine.txt"), "mine").unwrap();
    let text = other.failure("blb_1", &other.base).await;
    assert!(text.contains("holds other work"), "{text}");
    assert!(!other.workspace().join(".git").exists());
}

#[tokio::test]
async fn a_turn_is_reported_with_the_commits_around_it() {
    let clone = Clone::prepared().await;
    clone.hub.send(prompt("trn_1", "EDIT something")).await;
    let (report, _) = clone.hub.wait_for("result", |seen| seen.results.first().cloned()).await;
    assert_eq!(report.start_commit, clone.base);
    assert_ne!(report.end_commit, clone.base);
    let workspace = clone.workspace();
    let changed = git(&workspace, &["diff", "--name-status", &report.start_commit, &report.end_commit]);
    assert_eq!(changed, "A\tmade.txt");
    assert_eq!(git(&workspace, &["rev-parse", "refs/autovibe/turn/trn_1/end"]), report.end_commit);
    assert_eq!(git(&workspace, &["status", "--porcelain"]), "?? made.txt");

    clone.hub.send(prompt("trn_2", "say something")).await;
    let (second, _) = clone.hub.wait_for("second result", |seen| seen.results.get(1).cloned()).await;
    assert_eq!(second.start_commit, report.end_commit, "the same state is the same commit");
    assert_eq!(second.end_commit, report.end_commit);
}

#[tokio::test]
async fn without_a_repository_turns_and_checkpoints_are_as_they_were() {
    let clone = Clone::new().await;
    clone.hub.send(prompt("trn_1", "EDIT something")).await;
    let (report, _) = clone.hub.wait_for("result", |seen| seen.results.first().cloned()).await;
    assert_eq!((report.start_commit.as_str(), report.end_commit.as_str()), ("", ""));
    assert_eq!(clone.freeze("chk_1").await, "");
    clone.thaw("chk_1").await;
    assert_eq!(clone.guest.workspace(&["status"]).status.code(), Some(4));
}

#[tokio::test]
async fn the_workspace_of_a_checkpoint_is_sent_until_the_hub_has_it() {
    let mut clone = Clone::prepared().await;
    let workspace = clone.workspace();
    fs_err::write(workspace.join("new.txt"), "new\n").unwrap();
    clone.hub.with(|seen| seen.refused_bundles = 1);
    let commit = clone.freeze("chk_1").await;
    assert_eq!(git(&workspace, &["rev-parse", "refs/autovibe/checkpoint/chk_1"]), commit);
    clone.thaw("chk_1").await;
    let (query, bundle) = clone.bundle("chk_1").await;
    assert_eq!(query, format!("base={}", clone.base));
    // Whoever has the source can read it.
    let file = clone.source.path().join("checkpoint.bundle");
    fs_err::write(&file, bundle).unwrap();
    git(clone.source.path(), &["fetch", "--quiet", "checkpoint.bundle", "+refs/*:refs/got/*"]);
    assert_eq!(git(clone.source.path(), &["show", &format!("{commit}:new.txt")]), "new");

    // Nothing is sent twice, and a Checkpoint of another Machine is not sent at all.
    git(&workspace, &["update-ref", "refs/autovibe/checkpoint/chk_other", &commit]);
    clone.hub.with(|seen| seen.unknown_checkpoints.push("chk_other".into()));
    clone.restart();
    fs_err::write(workspace.join("newer.txt"), "newer\n").unwrap();
    clone.freeze("chk_2").await;
    clone.thaw("chk_2").await;
    clone.bundle("chk_2").await;
    let asked = clone.hub.with(|seen| std::mem::take(&mut seen.bundle_questions));
    assert_eq!(
        asked.iter().filter(|id| *id == "chk_1").count(),
        2,
        "the refused try was asked for again: {asked:?}"
    );
    let sent = git(&workspace, &["for-each-ref", "--format=%(refname)", "refs/autovibe/sent"]);
    assert!(sent.contains("refs/autovibe/sent/chk_other"), "{sent}");
}

#[tokio::test]
async fn a_checkpoint_without_news_has_a_bundle_too() {
    let clone = Clone::prepared().await;
    assert_eq!(clone.freeze("chk_1").await, clone.base);
    clone.thaw("chk_1").await;
    let (_, bundle) = clone.bundle("chk_1").await;
    fs_err::write(clone.source.path().join("same.bundle"), bundle).unwrap();
    let verified = git_output(clone.source.path(), &["bundle", "verify", "same.bundle"]);
    assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stderr));
}

#[tokio::test]
async fn a_guest_that_is_killed_while_it_clones_clones_anew() {
    for is_unpacking in [false, true] {
        let mut clone = Clone::new().await;
        for number in 0..500 {
            fs_err::write(clone.source.path().join(format!("file-{number}")), format!("{number}\n")).unwrap();
        }
        git(clone.source.path(), &["add", "."]);
        git(clone.source.path(), &["commit", "--quiet", "-m", "many"]);
        clone.base = git(clone.source.path(), &["rev-parse", "HEAD"]);
        let bundle = bundle_of(clone.source.path());
        clone.hub.with(|seen| seen.blobs.insert("blb_1".into(), bundle));
        clone.hub.send(clone.order("blb_1", &clone.base)).await;
        clone.hub.wait_for("fetching", |seen| (!seen.blob_reads.is_empty()).then_some(())).await;
        let unpacking = clone.workspace().join(".git/index.lock");
        let until = Instant::now() + Duration::from_secs(5);
        // Seen or not, whatever was reached then is where the kill comes.
        while is_unpacking && !unpacking.exists() && Instant::now() < until {
            tokio::task::yield_now().await;
        }
        clone.restart();
        assert_eq!(clone.prepare().await.failure, None);
        let workspace = clone.workspace();
        assert_eq!(git(&workspace, &["status", "--porcelain"]), "");
        assert_eq!(git(&workspace, &["rev-parse", "HEAD"]), clone.base);
        assert_eq!(fs_err::read_to_string(workspace.join("file-499")).unwrap(), "499\n");
    }
}

#[tokio::test]
async fn a_workspace_that_takes_too_long_is_left_out_and_then_left_alone() {
    let clone = Clone::prepared().await;
    let workspace = clone.workspace();
    let note = clone.guest.place("slow.pid");
    let slow = format!("echo $$ > {}; exec sleep 300", note.display());
    git(&workspace, &["config", "filter.slow.clean", &slow]);
    fs_err::write(workspace.join(".gitattributes"), "*.big filter=slow\n").unwrap();
    fs_err::write(workspace.join("a.big"), "x").unwrap();
    assert_eq!(clone.freeze("chk_1").await, "");
    let pid = fs_err::read_to_string(&note).unwrap();
    let until = Instant::now() + Duration::from_secs(30);
    // Killed, and gone as soon as somebody takes note of it.
    loop {
        let state = fs_err::read_to_string(format!("/proc/{}/stat", pid.trim())).unwrap_or_default();
        if state.is_empty() || state.contains(") Z ") {
            break;
        }
        assert!(Instant::now() < until, "what git started goes with it: {state}");
        tokio::task::yield_now().await;
    }
    clone.thaw("chk_1").await;
    let begin = Instant::now();
    assert_eq!(clone.freeze("chk_2").await, "");
    assert!(begin.elapsed() < Duration::from_secs(15), "it is not tried again at once");
}
