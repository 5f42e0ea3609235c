//! A QEMU before 9.0 runs Machines and saves disks; what needs saved memory is refused in words.
//!
//! The stand-in says that it is 8.2 and hands everything else on to the real program, which still has the machine
//! types of that version.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use autovibe_drivers::qemu::{AcceleratorChoice, QemuConfig, QemuDriver, RelayCommand};
use autovibe_hypervisor::{DriverError, HypervisorDriver};
use autovibe_proto::CheckpointId;
use autovibe_proto::node::v1::PowerState;
use autovibe_proto::v1::CheckpointLevel;

use crate::lab::Lab;

fn stand_in(folder: &Path) -> PathBuf {
    let program = folder.join("qemu-8.2");
    let text = "#!/bin/sh\n\
        if [ \"$1\" = --version ]; then echo 'QEMU emulator version 8.2.2 (stand-in)'; exit; fi\n\
        exec qemu-system-x86_64 \"$@\"\n";
    std::fs::write(&program, text).unwrap();
    std::fs::set_permissions(&program, PermissionsExt::from_mode(0o755)).unwrap();
    program
}

#[tokio::test]
async fn an_old_qemu_tells_that_it_saves_no_memory() {
    let folder = tempfile::Builder::new().prefix("av-").tempdir().unwrap();
    let relay = RelayCommand { program: PathBuf::from("/bin/true"), arguments: Vec::new() };
    let mut config = QemuConfig::new(folder.path().join("node"), folder.path().join("images"), relay);
    config.accelerator = AcceleratorChoice::Tcg;
    config.program = stand_in(folder.path());
    let capabilities = QemuDriver::open(config).await.unwrap().capabilities().await.unwrap();
    assert_eq!(capabilities.level(), CheckpointLevel::L1DiskFork);
    assert!(capabilities.level_reason.contains("this is 8.2.2"), "{}", capabilities.level_reason);
    assert!(!capabilities.shared_fork_memory);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_old_qemu_refuses_a_checkpoint_and_the_machine_goes_on() {
    let Some(lab) = Lab::open_with(|folder| Some(stand_in(folder))).await else { return };
    let (id, driver) = (lab.booted().await, lab.driver());
    lab.ask(&id, "memory kept").await;
    let pid = driver.process_id(&id);
    let checkpoint = CheckpointId::generate();
    let refused = driver.checkpoint(&id, &checkpoint).await.unwrap_err();
    let DriverError::Unsupported { why, .. } = &refused else { panic!("{refused:?}") };
    assert!(why.contains("needs QEMU 9.0") && why.contains("8.2.2"), "{why}");
    assert!(!lab.node().join("checkpoints").join(checkpoint.as_str()).exists(), "something was left");
    assert_eq!(driver.process_id(&id), pid);
    assert_eq!(driver.observe().await.unwrap()[0].power(), PowerState::Running);
    assert_eq!(lab.ask(&id, "memory").await, "kept");
}
