//! What each layer promises.

use std::sync::Arc;
use std::time::Duration;

use autovibe_hypervisor::fake::{FakeConfig, FakeHypervisor};
use autovibe_hypervisor::layer::{LayerConfig, Layered, Retried, Serialised, TimeLimited, layered};
use autovibe_hypervisor::{BootSeed, DriverError, HypervisorDriver, Verb};
use autovibe_proto::node::v1::PowerGoal;
use autovibe_proto::v1::MachineSpec;
use autovibe_proto::{CheckpointId, MachineId};

fn fake(plan: &str) -> (Arc<FakeHypervisor>, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let mut config = FakeConfig { plan: plan.parse().unwrap(), ..FakeConfig::new(folder.path()) };
    config.verb_time = Duration::from_millis(5);
    (FakeHypervisor::new(config), folder)
}

async fn create(driver: &dyn HypervisorDriver, id: &MachineId) -> Result<(), DriverError> {
    let spec = MachineSpec { vcpu_count: 1, memory_bytes: 1 << 28, ..MachineSpec::default() };
    driver.create(id, FakeConfig::IMAGE_DIGEST, &spec, &BootSeed::default()).await.map(drop)
}

fn count(hypervisor: &FakeHypervisor, verb: Verb) -> usize {
    hypervisor.calls().iter().filter(|call| call.verb == verb).count()
}

#[tokio::test(start_paused = true)]
async fn a_write_that_takes_too_long_has_an_unknown_outcome() {
    let (hypervisor, _folder) = fake("create#1=stall; observe#1=stall");
    let driver = Layered::new(hypervisor.driver(), TimeLimited::of(Duration::from_secs(3)));
    let error = create(&driver, &MachineId::generate()).await.unwrap_err();
    assert!(matches!(error, DriverError::MaybeApplied(_)), "{error}");
    let error = driver.observe().await.unwrap_err();
    assert!(matches!(error, DriverError::Transient { .. }), "{error}");
}

#[tokio::test(start_paused = true)]
async fn only_what_was_not_applied_is_repeated() {
    let (hypervisor, _folder) = fake("create#1=busy*2; create#3=fail; destroy#1=lose-reply; power#1=busy*9");
    let driver = Layered::new(hypervisor.driver(), Retried::new(4, Duration::from_millis(10)));
    let id = MachineId::generate();
    create(&driver, &id).await.unwrap();
    assert_eq!(count(&hypervisor, Verb::Create), 4);
    let error = driver.power(&id, PowerGoal::Off, Duration::ZERO, None).await.unwrap_err();
    assert!(matches!(error, DriverError::Busy { .. }), "{error}");
    assert_eq!(count(&hypervisor, Verb::Power), 4);
    let error = driver.destroy(&id).await.unwrap_err();
    assert!(matches!(error, DriverError::MaybeApplied(_)), "{error}");
    assert_eq!(count(&hypervisor, Verb::Destroy), 1);
}

#[tokio::test(start_paused = true)]
async fn verbs_on_one_machine_wait_for_each_other() {
    let (hypervisor, _folder) = fake("");
    let driver = Layered::new(hypervisor.driver(), Serialised::new(8, Duration::from_secs(60)));
    let id = MachineId::generate();
    create(&driver, &id).await.unwrap();
    // The fake answers Busy to a second verb on a Machine, so this fails without the queue.
    let all = (0..20).map(|_| driver.power(&id, PowerGoal::Paused, Duration::ZERO, None));
    for result in futures::future::join_all(all).await {
        result.unwrap();
    }
    let checkpoint = CheckpointId::generate();
    let handle = driver.checkpoint(&id, &checkpoint).await.unwrap().handle;
    let children: Vec<MachineId> = (0..8).map(|_| MachineId::generate()).collect();
    let start = tokio::time::Instant::now();
    let seed = BootSeed::default();
    let forks = children.iter().map(|child| driver.fork(&checkpoint, &handle, child, &seed));
    assert!(futures::future::join_all(forks).await.iter().all(Result::is_ok));
    // Forks of one Checkpoint do not wait for each other.
    assert!(start.elapsed() < Duration::from_millis(20), "{:?}", start.elapsed());
}

#[tokio::test(start_paused = true)]
async fn only_so_many_verbs_run_at_once() {
    let (hypervisor, _folder) = fake("");
    let driver = Layered::new(hypervisor.driver(), Serialised::new(2, Duration::from_secs(60)));
    let ids: Vec<MachineId> = (0..6).map(|_| MachineId::generate()).collect();
    let start = tokio::time::Instant::now();
    let all = ids.iter().map(|id| create(&driver, id));
    assert!(futures::future::join_all(all).await.iter().all(Result::is_ok));
    assert!(start.elapsed() >= Duration::from_millis(15), "{:?}", start.elapsed());
}

#[tokio::test(start_paused = true)]
async fn a_verb_that_waits_too_long_is_refused_as_busy() {
    let (hypervisor, _folder) = fake("create#1=stall");
    let driver = Arc::new(Layered::new(hypervisor.driver(), Serialised::new(8, Duration::from_secs(1))));
    let id = MachineId::generate();
    let stalled = {
        let (driver, id) = (driver.clone(), id.clone());
        tokio::spawn(async move { create(driver.as_ref(), &id).await })
    };
    tokio::task::yield_now().await;
    let error = driver.destroy(&id).await.unwrap_err();
    assert!(matches!(error, DriverError::Busy { .. }), "{error}");
    stalled.abort();
    assert!(stalled.await.unwrap_err().is_cancelled());
    driver.destroy(&id).await.unwrap();
}

#[tokio::test]
async fn the_guard_refuses_before_the_driver_is_asked() {
    let (hypervisor, _folder) = fake("");
    let driver = layered(hypervisor.driver(), &LayerConfig::default());
    let spec = MachineSpec { vcpu_count: 1, memory_bytes: 1 << 40, ..MachineSpec::default() };
    let refused =
        driver.create(&MachineId::generate(), FakeConfig::IMAGE_DIGEST, &spec, &BootSeed::default()).await;
    assert!(matches!(refused, Err(DriverError::Invalid { field: "spec.memory_bytes", .. })), "{refused:?}");
    assert_eq!(count(&hypervisor, Verb::Create), 0);
}
