//! Commands repeated after a lost answer, and what is refused.

use std::time::Duration;

use autovibe_hypervisor::Verb;
use autovibe_hypervisor::fake::Content;
use autovibe_proto::node::v1::{
    DeleteCheckpointRequest, GetStatsRequest, GreetRequest, ListCheckpointsRequest, ListMachinesRequest,
    PowerGoal, PowerState, VerifyCheckpointRequest,
};
use autovibe_proto::v1::{CheckpointLevel, MachineSpec};
use autovibe_proto::{CheckpointId, ErrorKind, Failure, MachineId, failure_of};

use crate::bench::{Bench, connect, seed, ticket, within};

fn count(bench: &Bench, verb: Verb) -> usize {
    bench.hypervisor.calls().iter().filter(|call| call.verb == verb).count()
}

#[tokio::test]
async fn a_machine_lives_through_the_service() {
    let bench = Bench::new().await;
    let mut client = bench.client.clone();
    let machine = MachineId::generate();
    let made = bench.call_create(bench.create(&machine, 1)).await.unwrap().machine.unwrap();
    assert_eq!((made.power(), made.incarnation), (PowerState::Running, 1));
    assert!(!made.handle.is_empty());
    bench.hypervisor.write(&machine, Content { memory: 1, disk: 2 }).unwrap();
    let (checkpoint, saved) = bench.checkpoint(&machine).await;
    assert_eq!(saved.level(), CheckpointLevel::L3MemoryFork);
    bench.hypervisor.write(&machine, Content { memory: 3, disk: 4 }).unwrap();
    let child = MachineId::generate();
    let forked =
        client.fork_machine(bench.fork(&child, &checkpoint, &saved.checkpoint_handle)).await.unwrap();
    assert_eq!(forked.into_inner().level(), CheckpointLevel::L3MemoryFork);
    assert_eq!(bench.hypervisor.read(&child).unwrap(), Content { memory: 1, disk: 2 });
    let restore = bench.restore(&machine, 2, &checkpoint, &saved.checkpoint_handle);
    let restored = client.restore_machine(restore).await.unwrap().into_inner().machine.unwrap();
    assert_eq!((restored.power(), restored.incarnation), (PowerState::Running, 2));
    assert_eq!(bench.hypervisor.read(&machine).unwrap(), Content { memory: 1, disk: 2 });
    let paused = client.set_power(bench.power(&machine, 2, PowerGoal::Paused)).await.unwrap().into_inner();
    assert_eq!(paused.machine.unwrap().power(), PowerState::Paused);
    let off = client.set_power(bench.power(&machine, 2, PowerGoal::Off)).await.unwrap().into_inner();
    assert_eq!(off.machine.unwrap().power(), PowerState::Off);
    let mut boot = bench.power(&machine, 3, PowerGoal::Running);
    (boot.seed, boot.guest_ticket) = (Some(seed(&machine, 3)), ticket(3));
    let on = client.set_power(boot).await.unwrap().into_inner().machine.unwrap();
    assert_eq!((on.power(), on.incarnation), (PowerState::Running, 3));
    let listed = client.list_machines(ListMachinesRequest {}).await.unwrap().into_inner().machines;
    assert_eq!(listed.len(), 2);
    let stats = client.get_stats(GetStatsRequest {}).await.unwrap().into_inner();
    assert_eq!(stats.machines.len(), 2);
    assert!(stats.memory_available_bytes > 0 && stats.disk_available_bytes > 0);
    assert!(stats.machines.iter().all(|machine| machine.disk_bytes > 0));
    let kept = client.list_checkpoints(ListCheckpointsRequest {}).await.unwrap().into_inner().checkpoints;
    assert_eq!((kept.len(), kept[0].checkpoint_id.as_str()), (1, checkpoint.as_str()));
    let verify = VerifyCheckpointRequest {
        checkpoint_id: checkpoint.to_string(),
        checkpoint_handle: saved.checkpoint_handle.clone(),
    };
    let found = client.verify_checkpoint(verify).await.unwrap().into_inner();
    assert!(found.difference.is_empty() && found.full && found.read_bytes > 0);
    let forget = DeleteCheckpointRequest {
        // The Checkpoint was made in the first life.
        header: Some(bench.header(&machine, 1)),
        checkpoint_id: checkpoint.to_string(),
        checkpoint_handle: saved.checkpoint_handle,
    };
    client.delete_checkpoint(forget).await.unwrap();
    bench.destroy(&machine, 3).await.unwrap();
    bench.destroy(&child, 1).await.unwrap();
    assert_eq!(bench.hypervisor.machine_count(), 0);
}

#[tokio::test]
async fn every_command_repeated_after_a_lost_answer_gives_one_object() {
    let plan = "create#1=lose-reply; checkpoint#1=lose-reply; fork#1=lose-reply; restore#1=lose-reply; \
                power#1=lose-reply; forget#1=lose-reply; destroy#1=lose-reply";
    let bench = Bench::with(|config| config.plan = plan.parse().unwrap()).await;
    let mut client = bench.client.clone();
    let (machine, child) = (MachineId::generate(), MachineId::generate());
    let create = bench.create(&machine, 1);
    let lost = bench.call_create(create.clone()).await.unwrap_err();
    assert_eq!((lost.kind, lost.reason.as_str()), (ErrorKind::DeadlineExceeded, "OUTCOME_UNKNOWN"));
    let first = bench.call_create(create.clone()).await.unwrap();
    assert_eq!(bench.call_create(create).await.unwrap(), first);
    assert_eq!((bench.hypervisor.machine_count(), count(&bench, Verb::Create)), (1, 2));

    let checkpoint = CheckpointId::generate();
    let save = autovibe_proto::node::v1::CreateCheckpointRequest {
        header: Some(bench.header(&machine, 1)),
        checkpoint_id: checkpoint.to_string(),
    };
    client.create_checkpoint(save.clone()).await.unwrap_err();
    let saved = client.create_checkpoint(save.clone()).await.unwrap().into_inner();
    assert_eq!(client.create_checkpoint(save).await.unwrap().into_inner(), saved);
    assert_eq!(count(&bench, Verb::Checkpoint), 2);

    let fork = bench.fork(&child, &checkpoint, &saved.checkpoint_handle);
    client.fork_machine(fork.clone()).await.unwrap_err();
    client.fork_machine(fork.clone()).await.unwrap();
    client.fork_machine(fork).await.unwrap();
    assert_eq!((bench.hypervisor.machine_count(), count(&bench, Verb::Fork)), (2, 2));

    let restore = bench.restore(&machine, 2, &checkpoint, &saved.checkpoint_handle);
    client.restore_machine(restore.clone()).await.unwrap_err();
    client.restore_machine(restore.clone()).await.unwrap();
    bench.hypervisor.write(&machine, Content { memory: 9, disk: 9 }).unwrap();
    client.restore_machine(restore).await.unwrap();
    // The third call was answered from the ledger: nothing was put back again.
    assert_eq!(bench.hypervisor.read(&machine).unwrap().disk, 9);

    let off = bench.power(&machine, 2, PowerGoal::Off);
    client.set_power(off.clone()).await.unwrap_err();
    client.set_power(off.clone()).await.unwrap();
    client.set_power(off).await.unwrap();
    assert_eq!(count(&bench, Verb::Power), 2);

    let forget = DeleteCheckpointRequest {
        header: Some(bench.header(&machine, 2)),
        checkpoint_id: checkpoint.to_string(),
        checkpoint_handle: saved.checkpoint_handle,
    };
    client.delete_checkpoint(forget.clone()).await.unwrap_err();
    client.delete_checkpoint(forget.clone()).await.unwrap();
    client.delete_checkpoint(forget).await.unwrap();
    assert!(!bench.hypervisor.has_checkpoint(&checkpoint));

    bench.destroy(&child, 1).await.unwrap_err();
    bench.destroy(&child, 1).await.unwrap();
    bench.destroy(&child, 1).await.unwrap();
    assert_eq!(bench.hypervisor.machine_count(), 1);
}

#[tokio::test]
async fn a_repetition_of_a_running_command_waits_for_the_same_result() {
    let bench = Bench::with(|config| config.verb_time = Duration::from_millis(200)).await;
    let machine = MachineId::generate();
    let create = bench.create(&machine, 1);
    // A caller that goes away does not stop the command.
    let hasty = tokio::time::timeout(Duration::from_millis(50), bench.call_create(create.clone())).await;
    assert!(hasty.is_err());
    let both = futures::join!(bench.call_create(create.clone()), bench.call_create(create.clone()));
    assert_eq!(both.0.unwrap(), both.1.unwrap());
    assert_eq!(count(&bench, Verb::Create), 1);
    let mut other = bench.power(&machine, 1, PowerGoal::Off);
    other.header = create.header;
    let refused = failure_of(&bench.client.clone().set_power(other).await.unwrap_err());
    assert_eq!(refused.reason, "ID_REUSED");
}

#[tokio::test]
async fn only_hubs_may_command() {
    let bench = Bench::new().await;
    let mut nobody = connect(&bench.node, None);
    let refused = failure_of(&nobody.list_machines(ListMachinesRequest {}).await.unwrap_err());
    assert_eq!(refused.kind, ErrorKind::Unauthenticated);
    let mut service = connect(&bench.node, Some("autovibe://test/service/s"));
    let refused = failure_of(&service.greet(GreetRequest::default()).await.unwrap_err());
    assert_eq!(refused.kind, ErrorKind::PermissionDenied);
    let create = bench.create(&MachineId::generate(), 1);
    assert!(service.create_machine(create).await.is_err());
    assert_eq!(bench.hypervisor.machine_count(), 0);
}

#[tokio::test]
async fn wrong_requests_are_refused_and_change_nothing() {
    let bench = Bench::new().await;
    let machine = MachineId::generate();
    let good = bench.create(&machine, 1);
    let mut wrong = vec![good.clone(); 8];
    wrong[0].header = None;
    wrong[1].header.as_mut().unwrap().machine_id = "prj_1".to_owned();
    let token = wrong[2].header.as_mut().unwrap().token.as_mut().unwrap();
    token.partition = (token.partition + 1) % 64;
    wrong[3].header.as_mut().unwrap().effect_id.clear();
    wrong[4].guest_ticket = "two words".to_owned();
    wrong[5].seed.as_mut().unwrap().incarnation = 2;
    wrong[6].spec = None;
    wrong[7].spec = Some(MachineSpec { vcpu_count: 1, memory_bytes: 1 << 40, ..MachineSpec::default() });
    for (index, request) in wrong.into_iter().enumerate() {
        let failure: Failure = bench.call_create(request).await.unwrap_err();
        assert_eq!(failure.kind, ErrorKind::InvalidArgument, "{index}: {failure}");
    }
    let mut unknown = good.clone();
    unknown.image_digest = "beef".to_owned();
    assert_eq!(bench.call_create(unknown).await.unwrap_err().kind, ErrorKind::NotFound);
    assert_eq!(bench.hypervisor.machine_count(), 0);
    assert!(!bench.folder.path().join("machines").join(machine.as_str()).exists());
    // After the refusals the right request works.
    bench.call_create(good).await.unwrap();
    let mut other = bench.create(&machine, 1);
    other.spec.as_mut().unwrap().memory_bytes *= 2;
    assert_eq!(bench.call_create(other).await.unwrap_err().kind, ErrorKind::WrongState);
}

#[tokio::test]
async fn greeting_tells_all() {
    let bench = Bench::new().await;
    let machine = bench.created().await;
    let greeting = within(bench.client.clone().greet(GreetRequest::default())).await.unwrap().into_inner();
    assert_eq!((greeting.name.as_str(), greeting.node_id.as_str()), ("box", bench.node.id().as_str()));
    let capabilities = greeting.capabilities.unwrap();
    assert!(capabilities.vcpu_count > 0 && capabilities.memory_bytes > 0);
    assert_eq!(greeting.machines[0].machine_id, machine.as_str());
    assert_eq!(greeting.images.len(), 1);
    assert_eq!(greeting.tokens.len(), 1);
}
