//! The guest inside a real virtual machine, with the real coding agent of an Image.
//!
//! Runs when `AUTOVIBE_TEST_QEMU=1`, as `cargo xtask test` sets it. `AUTOVIBE_IMAGES` then names the folder of built
//! Images, and `AUTOVIBE_GUEST_BIN` a static guest program, which replaces the Image's own.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use autovibe_proto::guest::v1::stream_frame::Kind as Frame;
use autovibe_proto::guest::v1::stream_open::Kind;
use autovibe_proto::guest::v1::{
    ExecOpen, FreezeCommand, InterruptCommand, PrepareWorkspaceCommand, guest_command,
};
use autovibe_proto::v1::TurnOutcome;
use tempfile::TempDir;
use tokio::io::AsyncWriteExt as _;

use crate::fake_hub::{FakeHub, StreamOutput, now_micros};
use crate::guest_process::prompt;
use crate::workspace_git::{bundle_of, make_source};

const YEAR_SECONDS: i64 = 365 * 24 * 3600;

struct VirtualMachine {
    folder: TempDir,
    child: Child,
}

impl VirtualMachine {
    fn boot(image: &Path, guest: &Path, hub: &FakeHub) -> VirtualMachine {
        let folder = tempfile::tempdir().unwrap();
        let place = |name: &str| folder.path().join(name).display().to_string();
        let from_image = |name: &str| image.join(name).display().to_string();
        run("qemu-img", &["convert", "-O", "raw", &from_image("disk.qcow2"), &place("disk")]);
        for request in ["rm /usr/local/bin/autovibe-guest", "write guest /usr/local/bin/autovibe-guest"] {
            fs_err::copy(guest, place("guest")).unwrap();
            let status = Command::new("debugfs")
                .args(["-w", "-R", request, &place("disk")])
                .current_dir(folder.path())
                .stderr(Stdio::null())
                .status();
            assert!(status.unwrap().success());
        }
        let port = hub.address.rsplit(':').next().unwrap();
        // The host's loopback as QEMU's own network shows it.
        let seed =
            autovibe_proto::node::v1::GuestSeed { hub_address: format!("10.0.2.2:{port}"), ..hub.seed() };
        let mut bytes = serde_json::to_vec(&seed).unwrap();
        bytes.resize(1024 * 1024, 0);
        fs_err::write(place("seed"), bytes).unwrap();
        let manifest: serde_json::Value =
            serde_json::from_slice(&fs_err::read(image.join("manifest.json")).unwrap()).unwrap();
        let child = Command::new("qemu-system-x86_64")
            .args(["-nodefaults", "-no-user-config", "-no-reboot", "-display", "none"])
            .args([
                "-machine",
                "q35",
                "-accel",
                "tcg,thread=multi",
                "-cpu",
                "Nehalem",
                "-smp",
                "2",
                "-m",
                "2048",
            ])
            .args(["-kernel", &from_image("vmlinuz"), "-initrd", &from_image("initrd")])
            .args(["-append", manifest["kernelCommandLine"].as_str().unwrap()])
            .args(["-drive", &format!("if=none,id=d0,format=raw,file={},cache=unsafe", place("disk"))])
            .args(["-device", "virtio-blk-pci,drive=d0"])
            .args(["-drive", &format!("if=none,id=d1,format=raw,readonly=on,file={}", place("seed"))])
            .args(["-device", "virtio-blk-pci,drive=d1,serial=autovibe-seed"])
            .args(["-netdev", "user,id=n0", "-device", "virtio-net-pci,netdev=n0,romfile="])
            // Under emulation nothing else gives the kernel random numbers.
            .args(["-device", "virtio-rng-pci", "-device", "virtio-serial-pci"])
            .args(["-chardev", &format!("socket,id=bell,server=on,wait=off,path={}", place("bell"))])
            .args(["-device", "virtserialport,chardev=bell,name=org.autovibe.doorbell"])
            .args(["-serial", &format!("file:{}", place("console"))])
            .stdin(Stdio::null())
            .spawn()
            .unwrap();
        VirtualMachine { folder, child }
    }

    async fn ring(&self) {
        let mut bell = tokio::net::UnixStream::connect(self.folder.path().join("bell")).await.unwrap();
        bell.write_all(b"reborn\n").await.unwrap();
        bell.shutdown().await.unwrap();
    }
}

impl Drop for VirtualMachine {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        if std::thread::panicking() {
            let console = fs_err::read(self.folder.path().join("console")).unwrap_or_default();
            let _ = std::io::Write::write_all(&mut std::io::stderr(), &console);
        }
    }
}

fn run(program: &str, arguments: &[&str]) {
    assert!(Command::new(program).args(arguments).status().unwrap().success(), "{program}");
}

async fn shell(hub: &FakeHub, user: &str, line: &str) -> String {
    let open = ExecOpen { command: vec![line.into()], user: user.into(), ..ExecOpen::default() };
    let stream = hub.open_stream(Kind::Exec(open)).await;
    stream.send(Frame::InputEnd(true)).await;
    let StreamOutput { output, errors, end } = stream.collect().await;
    assert_eq!(end.exit_code, 0, "{line}: {}", String::from_utf8_lossy(&errors));
    String::from_utf8_lossy(&output).trim().to_owned()
}

/// The newest Image and the guest; `None` when tests with real Machines are not asked for.
///
/// # Panics
/// When they are asked for and something is missing: a test that does nothing must not look like one that passed.
fn asked_for() -> Option<(PathBuf, PathBuf)> {
    if std::env::var("AUTOVIBE_TEST_QEMU").is_ok_and(|value| value == "1") {
        let named =
            |name: &str| PathBuf::from(std::env::var_os(name).unwrap_or_else(|| panic!("{name} is not set")));
        let (images, guest) = (named("AUTOVIBE_IMAGES"), named("AUTOVIBE_GUEST_BIN"));
        assert!(guest.is_file(), "there is no {}", guest.display());
        let image = newest_image(&images).unwrap_or_else(|| panic!("no image in {}", images.display()));
        return Some((image, guest));
    }
    None
}

fn newest_image(images: &Path) -> Option<PathBuf> {
    let manifest = |folder: &PathBuf| {
        fs_err::metadata(folder.join("manifest.json")).and_then(|file| file.modified()).ok()
    };
    let folders = fs_err::read_dir(images).ok()?.flatten().map(|entry| entry.path());
    folders.filter(|folder| manifest(folder).is_some()).max_by_key(manifest)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_machine_boots_works_stands_still_and_is_reborn() {
    let Some((image, guest)) = asked_for() else { return };
    let hub = FakeHub::start().await;
    hub.with(|seen| seen.time_offset_seconds = YEAR_SECONDS);
    let machine = VirtualMachine::boot(&image, &guest, &hub);
    hub.wait_for("heartbeat", |seen| (!seen.heartbeats.is_empty()).then_some(())).await;

    // Who and when it is, and who programs run as.
    assert_eq!(shell(&hub, "", "id -un; hostname; pwd").await, "agent\nbox\n/home/agent/workspace");
    let now: i64 = shell(&hub, "", "date +%s").await.parse().unwrap();
    assert!((now - YEAR_SECONDS - now_micros() / 1_000_000).abs() < 60, "the clock says {now}");
    let first_id = shell(&hub, "", "cat /etc/machine-id").await;
    let terminal = ExecOpen {
        command: vec!["tty && ls -l $(tty) && stty size".into()],
        terminal: true,
        columns: 99,
        rows: 33,
        ..ExecOpen::default()
    };
    let shown = hub.open_stream(Kind::Exec(terminal)).await.collect().await;
    let shown = String::from_utf8_lossy(&shown.output).into_owned();
    assert!(shown.contains("33 99") && shown.contains("agent"), "{shown:?}");

    // The Project's repository becomes the workspace, and it is the coding agent's.
    let source = tempfile::tempdir().unwrap();
    let base = make_source(source.path());
    hub.with(|seen| seen.blobs.insert("blb_1".into(), bundle_of(source.path())));
    let order = PrepareWorkspaceCommand {
        blob_id: "blb_1".into(),
        base_commit: base.clone(),
        branch: "autovibe/box".into(),
    };
    let effect_id = hub.send(guest_command::Kind::PrepareWorkspace(order)).await;
    assert_eq!(hub.answer(&effect_id).await.outcome.unwrap().failure, None);
    assert_eq!(
        shell(&hub, "", "git rev-parse HEAD; git branch --show-current").await,
        format!("{base}\nautovibe/box")
    );
    assert_eq!(shell(&hub, "root", "find /home/agent/workspace ! -user agent").await, "");
    assert_eq!(shell(&hub, "", "echo new > new.txt; cat /proc/self/oom_score_adj").await, "0");
    let status: serde_json::Value =
        serde_json::from_str(&shell(&hub, "", "autovibe-guest workspace status").await).unwrap();
    assert_eq!((&status["base"], &status["changed_count"]), (&base.clone().into(), &1.into()), "{status}");

    // The real coding agent answers a prompt.
    hub.send(prompt("trn_1", "say something")).await;
    let (report, _) = hub.wait_for("turn result", |seen| seen.results.first().cloned()).await;
    let result = report.result.unwrap();
    assert_eq!((result.outcome(), result.text.trim()), (TurnOutcome::Ok, "tick"), "{result:?}");
    let processes = shell(&hub, "root", "cat /sys/fs/cgroup/autovibe-agent/cgroup.procs").await;
    assert!(!processes.is_empty());
    assert_eq!(shell(&hub, "root", "cat /sys/fs/cgroup/autovibe-agent/pids.max").await, "8192");

    // It stands still in the middle of a prompt.
    hub.send(prompt("trn_2", "SLOW please")).await;
    hub.wait_for("slow request", |seen| {
        seen.model_requests.iter().any(|(_, _, body)| body.windows(4).any(|w| w == b"SLOW")).then_some(())
    })
    .await;
    let effect_id =
        hub.send(guest_command::Kind::Freeze(FreezeCommand { checkpoint_id: "chk_1".into() })).await;
    let outcome = hub.answer(&effect_id).await.outcome.unwrap();
    let cut = outcome.cut.unwrap_or_else(|| panic!("{:?}", outcome.failure));
    assert!(cut.transcript_offset > 0, "{cut:?}");
    assert_eq!(cut.turn_id.as_deref(), Some("trn_2"));
    assert_eq!((cut.git_head.as_str(), cut.workspace_commit.len()), (base.as_str(), 40), "{cut:?}");
    let events = shell(&hub, "root", "cat /sys/fs/cgroup/autovibe-agent/cgroup.events").await;
    assert!(events.contains("frozen 1"), "{events}");

    // The doorbell makes it greet again, and it is somebody else.
    hub.with(|seen| {
        seen.machine_id = "mch_b".into();
        seen.incarnation = 2;
        seen.continued_turn_id = "trn_3".into();
    });
    let greeted = hub.with(|seen| seen.hellos.len());
    machine.ring().await;
    let hello = hub.wait_for("greeting after the doorbell", |seen| seen.hellos.get(greeted).cloned()).await;
    assert!(hello.frozen && hello.session_id == cut.session_id);
    assert_ne!(shell(&hub, "", "cat /etc/machine-id").await, first_id);
    // Nobody thaws it but itself; what its Checkpoint held is sent all the same.
    hub.wait_for("sending a bundle", |seen| (!seen.bundles.is_empty()).then_some(())).await;
    let interrupt = InterruptCommand { turn_id: "trn_3".into() };
    hub.send(guest_command::Kind::Interrupt(interrupt)).await;
    let (report, _) = hub.wait_for("second result", |seen| seen.results.get(1).cloned()).await;
    assert_eq!(
        (report.turn_id.as_str(), report.result.unwrap().outcome()),
        ("trn_3", TurnOutcome::Interrupted)
    );
}
