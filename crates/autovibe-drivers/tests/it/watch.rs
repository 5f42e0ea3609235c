//! What is told about Machines that change by themselves.

use std::time::{Duration, Instant};

use autovibe_hypervisor::HypervisorDriver;
use autovibe_proto::MachineId;
use autovibe_proto::node::v1::{MachineObservation, PowerState};
use futures::StreamExt as _;
use rustix::process::{Pid, Signal, kill_process};

use crate::lab::Lab;

async fn next_of(events: &mut autovibe_hypervisor::ObservationStream, id: &MachineId) -> MachineObservation {
    let found = async {
        loop {
            let seen = events.next().await.expect("the stream goes on");
            if seen.machine_id == id.as_str() {
                return seen;
            }
        }
    };
    tokio::time::timeout(Duration::from_secs(20), found).await.expect("something is told")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_killed_process_is_told_at_once_and_the_machine_boots_again() {
    let Some(lab) = Lab::open().await else { return };
    let id = lab.booted().await;
    lab.ask(&id, "disk kept").await;
    let driver = lab.driver();
    let mut events = driver.events();
    let pid = Pid::from_raw(driver.process_id(&id).unwrap()).unwrap();
    let killed = Instant::now();
    kill_process(pid, Signal::KILL).unwrap();
    let seen = next_of(&mut events, &id).await;
    let late = killed.elapsed();
    assert_eq!(seen.power(), PowerState::Off, "{seen:?}");
    assert!(late < Duration::from_millis(500), "told after {late:?}");
    let listed = driver.observe().await.unwrap();
    assert_eq!(listed[0].power(), PowerState::Off);
    assert!(!listed[0].detail.is_empty());
    let seed = crate::lab::seed(&id, 2);
    let goal = autovibe_proto::node::v1::PowerGoal::Running;
    driver.power(&id, goal, Duration::ZERO, Some(&seed)).await.unwrap();
    assert_eq!(lab.ask(&id, "disk").await, "kept");
    assert_eq!(next_of(&mut events, &id).await.power(), PowerState::Running);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_guest_that_reboots_ends_its_life_with_a_reason() {
    let Some(lab) = Lab::open().await else { return };
    let id = lab.booted().await;
    let mut events = lab.driver().events();
    let _ = tokio::time::timeout(Duration::from_secs(2), lab.try_ask(&id, "reboot")).await;
    let seen = next_of(&mut events, &id).await;
    assert_eq!(seen.power(), PowerState::Off);
    assert_eq!(seen.detail, "the machine ended: guest-reset");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_checkpoint_is_not_told_as_a_pause() {
    let Some(lab) = Lab::open().await else { return };
    let id = lab.booted().await;
    let mut events = lab.driver().events();
    let checkpoint = autovibe_proto::CheckpointId::generate();
    lab.driver().checkpoint(&id, &checkpoint).await.unwrap();
    let told = tokio::time::timeout(Duration::from_millis(300), events.next()).await;
    assert!(told.is_err(), "{told:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_process_killed_while_it_is_saved_loses_memory_but_no_disk() {
    let Some(lab) = Lab::open().await else { return };
    let (id, driver) = (lab.booted().await, lab.driver());
    lab.ask(&id, "disk kept").await;
    lab.ask(&id, "fill 120").await;
    let pid = Pid::from_raw(driver.process_id(&id).unwrap()).unwrap();
    let checkpoint = autovibe_proto::CheckpointId::generate();
    let memory = lab.node().join("checkpoints").join(checkpoint.as_str()).join("memory");
    let saving = driver.checkpoint(&id, &checkpoint);
    let killing = async {
        while !memory.exists() {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        kill_process(pid, Signal::KILL).unwrap();
    };
    let (saved, ()) = tokio::join!(saving, killing);
    assert!(saved.is_err(), "{saved:?}");
    assert!(!memory.exists());
    assert_eq!(driver.observe().await.unwrap()[0].power(), PowerState::Off);
    let goal = autovibe_proto::node::v1::PowerGoal::Running;
    driver.power(&id, goal, Duration::ZERO, Some(&crate::lab::seed(&id, 2))).await.unwrap();
    assert_eq!(lab.ask(&id, "disk").await, "kept");
    driver.checkpoint(&id, &checkpoint).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_guest_that_hears_the_doorbell_ends_in_order() {
    let Some(lab) = Lab::open().await else { return };
    let (id, driver) = (lab.booted().await, lab.driver());
    let mut events = driver.events();
    let goal = autovibe_proto::node::v1::PowerGoal::Off;
    driver.power(&id, goal, Duration::from_secs(60), None).await.unwrap();
    assert_eq!(next_of(&mut events, &id).await.power(), PowerState::Off);
    tokio::time::sleep(Duration::from_millis(100)).await;
    assert_eq!(driver.observe().await.unwrap()[0].detail, "the machine ended: guest-shutdown");
}
