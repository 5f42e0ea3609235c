//! The stream of observations.

use autovibe_proto::node::v1::WatchMachinesResponse;
use autovibe_proto::node::v1::{MachineObservation, PowerGoal, PowerState, WatchMachinesRequest};
use tonic::Streaming;

use crate::bench::{Bench, within};

async fn next(stream: &mut Streaming<WatchMachinesResponse>) -> MachineObservation {
    within(stream.message()).await.unwrap().expect("the node runs").machine.unwrap()
}

async fn watch(bench: &Bench) -> Streaming<WatchMachinesResponse> {
    bench.client.clone().watch_machines(WatchMachinesRequest {}).await.unwrap().into_inner()
}

#[tokio::test]
async fn first_all_then_each_change() {
    let bench = Bench::new().await;
    let machine = bench.created().await;
    let mut stream = watch(&bench).await;
    let first = next(&mut stream).await;
    assert_eq!(
        (first.machine_id.as_str(), first.power(), first.incarnation),
        (machine.as_str(), PowerState::Running, 1)
    );
    let pause = bench.power(&machine, 1, PowerGoal::Paused);
    bench.client.clone().set_power(pause).await.unwrap();
    assert_eq!(next(&mut stream).await.power(), PowerState::Paused);
    bench.hypervisor.lose(&machine);
    let lost = next(&mut stream).await;
    assert_eq!((lost.power(), lost.incarnation), (PowerState::Off, 1));
    assert!(!lost.detail.is_empty());
    bench.destroy(&machine, 1).await.unwrap();
    assert_eq!(next(&mut stream).await.power(), PowerState::Absent);
    let second = bench.created().await;
    assert_eq!(next(&mut stream).await.machine_id, second.as_str());
    bench.node.shutdown().await;
    assert!(within(stream.message()).await.unwrap().is_none());
}

#[tokio::test]
async fn no_watcher_sees_the_gap_between_two_lives() {
    let bench = Bench::with(|config| config.verb_time = std::time::Duration::from_millis(100)).await;
    let machine = bench.created().await;
    let (checkpoint, saved) = bench.checkpoint(&machine).await;
    let off = bench.power(&machine, 1, PowerGoal::Off);
    bench.client.clone().set_power(off).await.unwrap();
    let mut stream = watch(&bench).await;
    assert_eq!(next(&mut stream).await.power(), PowerState::Off);
    let restore = bench.restore(&machine, 2, &checkpoint, &saved.checkpoint_handle);
    let mut client = bench.client.clone();
    let restoring = tokio::spawn(async move { client.restore_machine(restore).await });
    while !restoring.is_finished() {
        // Looks that fall into the command must not report the old power with the new incarnation.
        bench.client.clone().list_machines(autovibe_proto::node::v1::ListMachinesRequest {}).await.unwrap();
    }
    within(restoring).await.unwrap().unwrap();
    let seen = next(&mut stream).await;
    assert_eq!((seen.power(), seen.incarnation), (PowerState::Running, 2));
}
