//! Stale tokens and stale incarnations.

use autovibe_proto::node::v1::{GreetRequest, PowerGoal};
use autovibe_proto::v1::LeaseToken;
use autovibe_proto::{ErrorKind, MachineId, failure_of, partition_of};

use crate::bench::Bench;

#[tokio::test]
async fn a_stale_token_is_refused() {
    let mut bench = Bench::new().await;
    let machine = bench.created().await;
    let answered = bench.create(&machine, 1);
    bench.call_create(answered.clone()).await.unwrap();
    bench.epoch = 2;
    let newer = bench.power(&machine, 1, PowerGoal::Paused);
    bench.client.clone().set_power(newer).await.unwrap();
    bench.epoch = 1;
    let refused = bench.destroy(&machine, 1).await.unwrap_err();
    assert_eq!((refused.kind, refused.reason.as_str()), (ErrorKind::WrongState, "LEASE_FENCED"));
    assert_eq!(refused.metadata["epoch"], "2");
    // Not even a remembered answer is given to the old Hub.
    assert_eq!(bench.call_create(answered).await.unwrap_err().reason, "LEASE_FENCED");
    bench.epoch = 2;
    let mut other_owner = bench.power(&machine, 1, PowerGoal::Running);
    other_owner.header.as_mut().unwrap().token.as_mut().unwrap().owner = "h2".to_owned();
    let refused = failure_of(&bench.client.clone().set_power(other_owner).await.unwrap_err());
    assert_eq!(refused.reason, "LEASE_FENCED");
    assert_eq!(bench.hypervisor.machine_count(), 1);
    // The memory of it survives a restart.
    let mut bench = bench.restart().await;
    bench.epoch = 1;
    assert_eq!(bench.destroy(&machine, 1).await.unwrap_err().reason, "LEASE_FENCED");
    bench.epoch = 2;
    bench.destroy(&machine, 1).await.unwrap();
}

#[tokio::test]
async fn greeting_makes_tokens_durable() {
    let bench = Bench::new().await;
    let machine = MachineId::generate();
    let partition = partition_of(&machine);
    let token = |partition, epoch| LeaseToken { partition, epoch, owner: "h1".to_owned() };
    let mut client = bench.client.clone();
    client.greet(GreetRequest { tokens: vec![token(partition, 7)] }).await.unwrap();
    let refused = bench.call_create(bench.create(&machine, 1)).await.unwrap_err();
    assert_eq!(refused.reason, "LEASE_FENCED");
    // One token is old, one is new: the answer tells which.
    let other = (partition + 1) % 64;
    let mixed = GreetRequest { tokens: vec![token(partition, 6), token(other, 1)] };
    let known = client.greet(mixed).await.unwrap().into_inner().tokens;
    assert!(known.contains(&token(partition, 7)) && known.contains(&token(other, 1)), "{known:?}");
    let all_old = client.greet(GreetRequest { tokens: vec![token(partition, 6)] }).await.unwrap_err();
    assert_eq!(failure_of(&all_old).reason, "LEASE_FENCED");
    let bench = bench.restart().await;
    let refused = bench.call_create(bench.create(&machine, 1)).await.unwrap_err();
    assert_eq!(refused.reason, "LEASE_FENCED");
    let wrong = bench.client.clone().greet(GreetRequest { tokens: vec![token(64, 1)] }).await.unwrap_err();
    assert_eq!(failure_of(&wrong).kind, ErrorKind::InvalidArgument);
}

#[tokio::test]
async fn a_stale_incarnation_is_refused() {
    let bench = Bench::new().await;
    let machine = bench.created().await;
    let (checkpoint, saved) = bench.checkpoint(&machine).await;
    let restore = bench.restore(&machine, 4, &checkpoint, &saved.checkpoint_handle);
    bench.client.clone().restore_machine(restore).await.unwrap();
    let old_restore = bench.restore(&machine, 3, &checkpoint, &saved.checkpoint_handle);
    let refused = failure_of(&bench.client.clone().restore_machine(old_restore).await.unwrap_err());
    assert_eq!((refused.kind, refused.reason.as_str()), (ErrorKind::WrongState, "STALE_INCARNATION"));
    assert_eq!(refused.metadata["incarnation"], "4");
    let refused = bench.destroy(&machine, 1).await.unwrap_err();
    assert_eq!(refused.reason, "STALE_INCARNATION");
    bench.destroy(&machine, 4).await.unwrap();
    // A late creation of the first life does not bring it back.
    assert_eq!(bench.call_create(bench.create(&machine, 1)).await.unwrap_err().reason, "STALE_INCARNATION");
}
