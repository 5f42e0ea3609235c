//! Forks share memory, hear the doorbell, and can be saved and forked again.

use std::time::{Duration, Instant};

use autovibe_hypervisor::HypervisorDriver;
use autovibe_proto::v1::CheckpointLevel;
use autovibe_proto::{CheckpointId, MachineId};

use crate::lab::{Lab, seed};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn idle_forks_share_the_memory_of_their_checkpoint() {
    let Some(lab) = Lab::open().await else { return };
    let (parent, driver) = (lab.booted().await, lab.driver());
    assert_eq!(lab.ask(&parent, "fill 120").await, "done");
    let checkpoint = CheckpointId::generate();
    let report = driver.checkpoint(&parent, &checkpoint).await.unwrap();
    assert_eq!(report.level, CheckpointLevel::L3MemoryFork);
    assert!(report.size_bytes > 120 << 20, "{}", report.size_bytes);
    assert!(report.pause > Duration::ZERO);
    let mut own_bytes = Vec::new();
    for number in 0..3 {
        let child = MachineId::generate();
        let began = Instant::now();
        let forked = driver.fork(&checkpoint, &report.handle, &child, &seed(&child, 1)).await.unwrap();
        println!("fork {number}: {:?}", began.elapsed());
        assert_eq!(forked.level, CheckpointLevel::L3MemoryFork);
        assert_eq!(lab.ask(&child, &format!("memory {number}")).await, number.to_string());
        assert_eq!(lab.ask(&child, "rebirths").await, "1");
        own_bytes.push(driver.sample(&child).await.unwrap().memory_bytes);
    }
    assert_eq!(lab.ask(&parent, "rebirths").await, "0");
    println!(
        "memory per fork: {:?} MiB, pause {:?}",
        own_bytes.iter().map(|b| b >> 20).collect::<Vec<_>>(),
        report.pause
    );
    // A copy of the filled part alone would be more.
    assert!(own_bytes.iter().all(|bytes| *bytes < 120 << 20), "{own_bytes:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_restored_guest_hears_the_doorbell_and_a_paused_one_is_saved_twice() {
    let Some(lab) = Lab::open().await else { return };
    let (id, driver) = (lab.booted().await, lab.driver());
    lab.ask(&id, "memory one").await;
    let goal = autovibe_proto::node::v1::PowerGoal::Paused;
    driver.power(&id, goal, Duration::ZERO, None).await.unwrap();
    let mut saved = Vec::new();
    for _ in 0..2 {
        let checkpoint = CheckpointId::generate();
        let report = driver.checkpoint(&id, &checkpoint).await.unwrap();
        assert_eq!(report.pause, Duration::ZERO);
        saved.push((checkpoint, report.handle));
    }
    for (incarnation, (checkpoint, handle)) in (2..).zip(&saved) {
        let began = Instant::now();
        driver.restore(&id, checkpoint, handle, &seed(&id, incarnation)).await.unwrap();
        println!("restore: {:?}", began.elapsed());
        assert_eq!(lab.ask(&id, "memory").await, "one");
        assert_eq!(lab.ask(&id, "rebirths").await, "1");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_machine_that_is_off_is_saved_and_forked_by_its_disk() {
    let Some(lab) = Lab::open().await else { return };
    let (id, driver) = (lab.booted().await, lab.driver());
    lab.ask(&id, "disk one").await;
    let goal = autovibe_proto::node::v1::PowerGoal::Off;
    driver.power(&id, goal, Duration::ZERO, None).await.unwrap();
    let checkpoint = CheckpointId::generate();
    let report = driver.checkpoint(&id, &checkpoint).await.unwrap();
    assert_eq!(report.level, CheckpointLevel::L1DiskFork);
    let child = MachineId::generate();
    let forked = driver.fork(&checkpoint, &report.handle, &child, &seed(&child, 1)).await.unwrap();
    assert_eq!(forked.level, CheckpointLevel::L1DiskFork);
    assert_eq!(lab.ask(&child, "disk").await, "one");
    assert_eq!(lab.ask(&child, "disk two").await, "two");
    driver.restore(&id, &checkpoint, &report.handle, &seed(&id, 2)).await.unwrap();
    assert_eq!(lab.ask(&id, "disk").await, "one");
}
