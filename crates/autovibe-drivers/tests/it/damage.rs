//! Checkpoints that cannot be used cost the Machine nothing, and nothing is left over.

use std::os::unix::fs::FileExt as _;
use std::path::PathBuf;

use autovibe_hypervisor::{DriverError, HypervisorDriver};
use autovibe_proto::node::v1::PowerState;
use autovibe_proto::{CheckpointId, MachineId};

use crate::lab::{IMAGE_DIGEST, Lab, seed, spec};

fn names(folder: PathBuf) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_damaged_checkpoint_is_refused_and_the_machine_goes_on() {
    let Some(lab) = Lab::open().await else { return };
    let (id, driver) = (lab.booted().await, lab.driver());
    let spoil: [fn(&std::fs::File); 2] = [
        |file| file.set_len(file.metadata().unwrap().len() - 4096).unwrap(),
        |file| file.write_all_at(b"other", file.metadata().unwrap().len() / 2).unwrap(),
    ];
    for spoil in spoil {
        let checkpoint = CheckpointId::generate();
        let report = driver.checkpoint(&id, &checkpoint).await.unwrap();
        lab.ask(&id, "memory later").await;
        let memory = lab.node().join("checkpoints").join(checkpoint.as_str()).join("memory");
        std::fs::set_permissions(&memory, std::os::unix::fs::PermissionsExt::from_mode(0o600)).unwrap();
        spoil(&std::fs::OpenOptions::new().write(true).open(&memory).unwrap());
        let pid = driver.process_id(&id);
        let restored = driver.restore(&id, &checkpoint, &report.handle, &seed(&id, 2)).await;
        assert!(matches!(restored, Err(DriverError::Damaged { .. })), "{restored:?}");
        let child = MachineId::generate();
        let forked = driver.fork(&checkpoint, &report.handle, &child, &seed(&child, 1)).await;
        assert!(matches!(forked, Err(DriverError::Damaged { .. })), "{forked:?}");
        assert_eq!(driver.process_id(&id), pid);
        assert_eq!(lab.ask(&id, "memory").await, "later");
        let listed = driver.observe().await.unwrap();
        assert_eq!(listed.len(), 1);
        assert_eq!(listed[0].power(), PowerState::Running);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_new_life_that_cannot_begin_leaves_the_old_one_running() {
    let Some(lab) = Lab::open().await else { return };
    let (id, driver) = (lab.booted().await, lab.driver());
    lab.ask(&id, "memory saved").await;
    let checkpoint = CheckpointId::generate();
    let layer = lab.node().join("layers").join(&names(lab.node().join("layers"))[0]);
    let report = driver.checkpoint(&id, &checkpoint).await.unwrap();
    lab.ask(&id, "memory later").await;
    // The place of the first-level table: seen by QEMU alone, when it opens the disk.
    let layer = std::fs::OpenOptions::new().read(true).write(true).open(layer).unwrap();
    let mut place = [0; 8];
    layer.read_exact_at(&mut place, 40).unwrap();
    layer.write_all_at(&[0xff; 8], 40).unwrap();
    let pid = driver.process_id(&id);
    driver.restore(&id, &checkpoint, &report.handle, &seed(&id, 2)).await.unwrap_err();
    assert_eq!(driver.process_id(&id), pid);
    assert_eq!(driver.observe().await.unwrap()[0].power(), PowerState::Running);
    assert_eq!(lab.ask(&id, "memory").await, "later");
    layer.write_all_at(&place, 40).unwrap();
    driver.restore(&id, &checkpoint, &report.handle, &seed(&id, 2)).await.unwrap();
    assert_eq!(lab.ask(&id, "memory").await, "saved");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_left_when_all_is_removed() {
    let Some(lab) = Lab::open().await else { return };
    let (id, driver) = (lab.booted().await, lab.driver());
    let checkpoint = CheckpointId::generate();
    let report = driver.checkpoint(&id, &checkpoint).await.unwrap();
    let child = MachineId::generate();
    driver.fork(&checkpoint, &report.handle, &child, &seed(&child, 1)).await.unwrap();
    driver.restore(&id, &checkpoint, &report.handle, &seed(&id, 2)).await.unwrap();
    // The frozen layer and one for each Machine.
    assert_eq!(names(lab.node().join("layers")).len(), 3);
    driver.destroy(&id).await.unwrap();
    driver.forget(&checkpoint, &report.handle).await.unwrap();
    assert_eq!(names(lab.node().join("layers")).len(), 2);
    assert_eq!(lab.ask(&child, "memory").await, "");
    driver.destroy(&child).await.unwrap();
    for folder in ["layers", "machines", "checkpoints"] {
        assert_eq!(names(lab.node().join(folder)), Vec::<String>::new(), "{folder}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_lost_process_left_half_done_is_removed() {
    let Some(lab) = Lab::open().await else { return };
    let (id, driver) = (lab.booted().await, lab.driver());
    let checkpoint = CheckpointId::generate();
    let half = lab.node().join("checkpoints").join(checkpoint.as_str());
    std::fs::create_dir(&half).unwrap();
    std::fs::write(half.join("memory"), b"part").unwrap();
    std::fs::write(lab.node().join("layers/lost.qcow2"), b"part").unwrap();
    lab.reopen().await;
    assert!(!half.exists());
    assert_eq!(names(lab.node().join("layers")).len(), 1);
    drop(driver);
    // The same id can be used after all.
    lab.driver().checkpoint(&id, &checkpoint).await.unwrap();
    assert_eq!(lab.ask(&id, "memory").await, "");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_truncated_image_makes_no_machine() {
    let Some(lab) = Lab::open().await else { return };
    let disk = lab.folder.path().join("images").join(IMAGE_DIGEST).join("disk.qcow2");
    std::fs::OpenOptions::new().write(true).open(disk).unwrap().set_len(1000).unwrap();
    let id = MachineId::generate();
    let made = lab.driver().create(&id, IMAGE_DIGEST, &spec(), &seed(&id, 1)).await;
    assert!(matches!(made, Err(DriverError::Damaged { .. })), "{made:?}");
    assert_eq!(names(lab.node().join("machines")), Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_restore_that_the_host_has_no_memory_for_lets_the_machine_go_on() {
    let Some(lab) = Lab::open().await else { return };
    let (id, driver) = (lab.booted().await, lab.driver());
    lab.ask(&id, "memory saved").await;
    let checkpoint = CheckpointId::generate();
    let report = driver.checkpoint(&id, &checkpoint).await.unwrap();
    lab.ask(&id, "memory later").await;
    let manifest = lab.node().join("checkpoints").join(checkpoint.as_str()).join("manifest.json");
    let whole = std::fs::read(&manifest).unwrap();
    let mut larger: serde_json::Value = serde_json::from_slice(&whole).unwrap();
    assert!(larger["memory"]["allocated_bytes"].is_u64(), "{larger}");
    // More than any host has.
    larger["memory"]["allocated_bytes"] = (1_u64 << 50).into();
    std::fs::write(&manifest, larger.to_string()).unwrap();
    let pid = driver.process_id(&id);
    let refused = driver.restore(&id, &checkpoint, &report.handle, &seed(&id, 2)).await;
    assert!(matches!(refused, Err(DriverError::Capacity(_))), "{refused:?}");
    assert_eq!(driver.process_id(&id), pid);
    assert_eq!(lab.ask(&id, "memory").await, "later");
    std::fs::write(&manifest, whole).unwrap();
    driver.restore(&id, &checkpoint, &report.handle, &seed(&id, 2)).await.unwrap();
    assert_eq!(lab.ask(&id, "memory").await, "saved");
}
