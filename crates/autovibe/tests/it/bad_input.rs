//! Bad input gets a clear error and the right exit code, and leaves nothing behind.

use anyhow::{Result, ensure};
use autovibe_proto::v1::MachineState;
use autovibe_testkit::process::processes_below;
use autovibe_testkit::{Layout, System};

#[tokio::test(flavor = "multi_thread")]
async fn bad_input_is_refused_in_words() -> Result<()> {
    let system = System::start(Layout::OneProcess)?;
    let check = |arguments: &[&str], code: i32, words: &[&str]| -> Result<()> {
        let done = system.call(arguments)?;
        ensure!(done.code == code, "{arguments:?} ended with {} instead of {code}: {}", done.code, done.err);
        for word in words {
            ensure!(done.err.contains(word), "{arguments:?} does not say {word:?}: {}", done.err);
        }
        Ok(())
    };
    check(&["project", "create", "Bad Name!"], 2, &["lower-case"])?;
    check(&["project", "create", "shop"], 0, &[])?;
    check(&["project", "create", "shop"], 5, &["shop"])?;
    check(&["machine", "create", "--project", "nowhere"], 4, &["nowhere"])?;
    check(&["machine", "create", "--project", "shop", "--image", "no-such-image"], 4, &["no-such-image"])?;
    check(&["machine", "create", "--project", "shop", "--agent", "hal9000"], 2, &["hal9000", "claude-code"])?;
    check(&["machine", "create", "--project", "shop", "--template", "giant"], 4, &["giant"])?;
    check(&["machine", "create", "--project", "shop", "--memory-mib", "512"], 2, &["--allow-any-size"])?;
    check(
        &["machine", "create", "--project", "shop", "--memory-mib", "1048576", "--allow-any-size"],
        2,
        &["memory"],
    )?;
    check(&["machine", "show", "mch_00000000000000000000000000"], 4, &["mch_"])?;
    check(&["machine", "show", "nobody"], 4, &["nobody"])?;
    check(&["checkpoint", "restore", "chk_00000000000000000000000000"], 4, &["chk_"])?;
    check(&["fork", "nobody"], 4, &["nobody"])?;
    check(&["fork", "nobody", "--count", "100000"], 2, &["count"])?;
    check(&["project", "delete", "nowhere"], 4, &["nowhere"])?;
    // Any file will do for the guest: the recipe is read before it.
    let guest = autovibe_testkit::autovibe_program()?.display().to_string();
    check(&["image", "build", "-f", "/nonexistent/image.toml", "--guest", &guest], 4, &["image.toml"])?;

    let listed = system.call(&["--output", "json", "machine", "list"])?;
    ensure!(listed.out.trim() == "[]", "a refused machine was left behind: {}", listed.out);
    let qemu: Vec<_> = processes_below(&system.data().join("nodes"));
    ensure!(qemu.is_empty(), "a process was left behind: {qemu:?}");

    let fleet = system.fleet().await?;
    let machine = fleet.machine("worker").await?.id;
    let huge = "x".repeat(10 * 1024 * 1024);
    let refused = fleet.send(&machine, &huge).await.expect_err("10 MB were accepted").to_string();
    ensure!(refused.contains("1 MiB") || refused.contains("limit"), "{refused}");
    let done = system.call_with_input(&["send", &machine, "-"], huge.as_bytes())?;
    ensure!(done.code == 2 && done.err.contains("1 MiB"), "exit code {}: {}", done.code, done.err);
    ensure!(
        fleet.show(&machine).await?.state() == MachineState::Ready,
        "a refused prompt reached the machine"
    );
    let large = format!("{}\nscript: say read it all", "y".repeat(200 * 1024));
    let result = fleet.run(&machine, &large).await?.result.unwrap_or_default();
    ensure!(result.text.contains("read it all"), "{result:?}");
    check(&["machine", "exec", &machine, "--", "sh", "-c", "exit 37"], 37, &[])?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_truncated_image_is_found_before_it_is_used() -> Result<()> {
    let store = tempfile::tempdir()?;
    let source = autovibe::image::find(&autovibe_images())?
        .into_iter()
        .next()
        .ok_or_else(|| anyhow::anyhow!("no image was built"))?;
    let name = source.file_name().ok_or_else(|| anyhow::anyhow!("an image has a name"))?;
    let copy = store.path().join(name);
    std::fs::create_dir(&copy)?;
    for entry in std::fs::read_dir(&source)? {
        let entry = entry?;
        std::fs::copy(entry.path(), copy.join(entry.file_name()))?;
    }
    let disk = copy.join("disk.qcow2");
    let length = std::fs::metadata(&disk)?.len();
    std::fs::OpenOptions::new().write(true).open(&disk)?.set_len(length / 2)?;

    let store_argument = store.path().display().to_string();
    let system = System::start_with(Layout::OneProcess, &["--images", &store_argument], &[])?;
    ensure!(system.call(&["project", "create", "shop"])?.code == 0, "no project");
    let done = system.call(&["machine", "create", "--project", "shop"])?;
    ensure!(done.code == 5, "a truncated image was used, exit code {}: {} {}", done.code, done.out, done.err);
    ensure!(done.err.contains("disk.qcow2") || done.err.contains("image"), "{}", done.err);
    let qemu: Vec<_> = processes_below(&system.data().join("nodes"));
    ensure!(qemu.is_empty(), "a process was left behind: {qemu:?}");
    Ok(())
}

fn autovibe_images() -> std::path::PathBuf {
    std::env::var_os("AUTOVIBE_IMAGES").map_or_else(autovibe::image::default_store, std::path::PathBuf::from)
}
