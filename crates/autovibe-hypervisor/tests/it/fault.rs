//! Faults of the fake: each verb repeated after a lost answer gives one object.

use std::sync::Arc;
use std::time::Duration;

use autovibe_hypervisor::fake::{FakeConfig, FakeHypervisor};
use autovibe_hypervisor::{BootSeed, DriverError, HypervisorDriver as _};
use autovibe_proto::node::v1::{PowerGoal, PowerState};
use autovibe_proto::v1::MachineSpec;
use autovibe_proto::{CheckpointId, MachineId};

fn fake(plan: &str) -> (Arc<FakeHypervisor>, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let config = FakeConfig { plan: plan.parse().unwrap(), ..FakeConfig::new(folder.path()) };
    (FakeHypervisor::new(config), folder)
}

fn spec() -> MachineSpec {
    MachineSpec { vcpu_count: 1, memory_bytes: 1 << 28, ..MachineSpec::default() }
}

fn lost<T: std::fmt::Debug>(result: Result<T, DriverError>) {
    assert!(matches!(result, Err(DriverError::MaybeApplied(_))), "{result:?}");
}

#[tokio::test]
async fn a_verb_repeated_after_a_lost_answer_gives_one_object() {
    let plan = "create#1=lose-reply; checkpoint#1=lose-reply; fork#1=lose-reply; restore#1=lose-reply; \
                power#1=lose-reply; forget#1=lose-reply; destroy#1=lose-reply";
    let (hypervisor, _folder) = fake(plan);
    let driver = hypervisor.driver();
    let (id, child, checkpoint) = (MachineId::generate(), MachineId::generate(), CheckpointId::generate());
    let seed = BootSeed::default();
    lost(driver.create(&id, FakeConfig::IMAGE_DIGEST, &spec(), &seed).await);
    driver.create(&id, FakeConfig::IMAGE_DIGEST, &spec(), &seed).await.unwrap();
    assert_eq!(hypervisor.machine_count(), 1);
    lost(driver.checkpoint(&id, &checkpoint).await);
    let handle = driver.checkpoint(&id, &checkpoint).await.unwrap().handle;
    lost(driver.fork(&checkpoint, &handle, &child, &seed).await);
    driver.fork(&checkpoint, &handle, &child, &seed).await.unwrap();
    assert_eq!(hypervisor.machine_count(), 2);
    lost(driver.restore(&id, &checkpoint, &handle, &seed).await);
    driver.restore(&id, &checkpoint, &handle, &seed).await.unwrap();
    lost(driver.power(&id, PowerGoal::Off, Duration::ZERO, None).await);
    driver.power(&id, PowerGoal::Off, Duration::ZERO, None).await.unwrap();
    lost(driver.forget(&checkpoint, &handle).await);
    driver.forget(&checkpoint, &handle).await.unwrap();
    assert!(!hypervisor.has_checkpoint(&checkpoint));
    lost(driver.destroy(&id).await);
    driver.destroy(&id).await.unwrap();
    assert_eq!(hypervisor.machine_count(), 1);
}

#[tokio::test]
async fn a_lost_machine_is_off_with_a_reason() {
    let id = MachineId::generate();
    let (hypervisor, _folder) = fake(&format!("create@{id}=lose-machine"));
    let driver = hypervisor.driver();
    driver.create(&id, FakeConfig::IMAGE_DIGEST, &spec(), &BootSeed::default()).await.unwrap();
    let seen = driver.observe_machine(&id).await.unwrap().unwrap();
    assert_eq!(seen.power(), PowerState::Off);
    assert!(!seen.detail.is_empty());
}
