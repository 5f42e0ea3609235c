//! m
use crate::lab::seed;
use autovibe_drivers::qemu::*;
use autovibe_hypervisor::HypervisorDriver;
use autovibe_proto::v1::MachineSpec;
use autovibe_proto::{CheckpointId, MachineId};
use std::time::{Duration, Instant};
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn real() {
    let folder = tempfile::Builder::new().prefix("av-").tempdir().unwrap();
    let relay = RelayCommand { program: "/bin/cat".into(), arguments: vec![] };
    let mut config =
        QemuConfig::new(folder.path().join("node"), "/root/.cache/autovibe/images".into(), relay);
    config.accelerator = AcceleratorChoice::Tcg;
    let driver = QemuDriver::open(config).await.unwrap();
    let image = driver.images().await.unwrap().remove(0);
    println!("{} {} {}", image.name, image.digest, image.kernel_command_line);
    let id = MachineId::generate();
    let spec =
        MachineSpec { vcpu_count: 2, memory_bytes: 4 << 30, disk_bytes: 10 << 30, ..MachineSpec::default() };
    let began = Instant::now();
    driver.create(&id, &image.digest, &spec, &seed(&id, 1)).await.unwrap();
    println!("create {:?}", began.elapsed());
    tokio::time::sleep(Duration::from_secs(25)).await;
    let log = std::fs::read(driver.console_log(&id).unwrap()).unwrap();
    println!("--- console\n{}\n---", String::from_utf8_lossy(&log));
    let c = CheckpointId::generate();
    let began = Instant::now();
    let r = driver.checkpoint(&id, &c).await.unwrap();
    println!("checkpoint {:?} pause {:?} {} MiB", began.elapsed(), r.pause, r.size_bytes >> 20);
    for _ in 0..4 {
        let began = Instant::now();
        driver.restore(&id, &c, &r.handle, &seed(&id, 2)).await.unwrap();
        println!("restore {:?}", began.elapsed());
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
    for _ in 0..3 {
        let child = MachineId::generate();
        let began = Instant::now();
        driver.fork(&c, &r.handle, &child, &seed(&child, 1)).await.unwrap();
        println!("fork {:?} {:?}", began.elapsed(), driver.sample(&child).await);
        tokio::time::sleep(Duration::from_secs(3)).await;
        println!(
            "pss later {:?} {:?}",
            driver.sample(&child).await,
            driver.observe_machine(&child).await.unwrap().unwrap().power
        );
    }
    let began = Instant::now();
    println!(
        "{:?}",
        driver
            .power(&id, autovibe_proto::node::v1::PowerGoal::Off, Duration::from_secs(1), None)
            .await
            .is_ok()
    );
    println!("off {:?} {:?}", began.elapsed(), driver.observe_machine(&id).await);
    for m in driver.observe().await.unwrap() {
        driver.destroy(&m.machine_id.parse().unwrap()).await.unwrap();
    }
}
